#include "app/papers/letterhead_folder.h"

#include "core/crypto/hash.h"

namespace teken::papers {

namespace {

constexpr std::string_view kOwnCrest = "lambang-";

/// Made by save(), so it may be removed by save(); a picture that somebody put there by hand stays.
bool isOwnCrest(const std::string& name) {
    return name.starts_with(kOwnCrest) && name.ends_with(".png") &&
           name.find_first_not_of("0123456789abcdef", kOwnCrest.size()) == name.size() - 4;
}

} // namespace

Result<LetterheadFile> LetterheadFolder::load() const {
    if (!m_files.exists(m_file))
        return LetterheadFile();
    TEKEN_TRY(const auto bytes, m_files.read(m_file, kMostLetterheadBytes));
    return parseLetterhead(bytes);
}

Result<Letterhead> LetterheadFolder::read() const {
    TEKEN_TRY(const auto file, load());
    TEKEN_TRY(auto crest, crestOf(file));
    return letterheadOf(file, std::move(crest));
}

Result<Bytes> LetterheadFolder::crestOf(const LetterheadFile& named) const {
    if (named.crest.empty())
        return Bytes();
    return pictureAt(m_file.parent_path() / named.crest);
}

Result<Bytes> LetterheadFolder::pictureAt(const std::filesystem::path& picture) const {
    auto bytes = m_files.read(picture, kMostCrestFileBytes);
    if (!bytes && bytes.error().reason == "files.too-large")
        return fail(ErrorCode::InvalidInput, "papers.crest",
                    "expected a PNG of at most 2 MiB, found more bytes", picture.filename().string());
    if (!bytes)
        return bytes;
    TEKEN_CHECK(checkCrest(*bytes));
    return bytes;
}

Result<> LetterheadFolder::save(LetterheadFile file, const std::optional<Bytes>& newCrest) {
    const auto before = load();
    if (newCrest) {
        TEKEN_CHECK(checkCrest(*newCrest));
        file.crest = std::string(kOwnCrest) + crypto::sha256(*newCrest).hex().substr(0, 8) + ".png";
    }
    TEKEN_TRY(const auto toml, formatLetterhead(file));
    const auto folder = m_file.parent_path();
    if (!folder.empty())
        TEKEN_CHECK(m_files.createFolders(folder));
    if (newCrest)
        TEKEN_CHECK(m_files.writeAtomic(folder / file.crest, *newCrest));
    else if (!file.crest.empty())
        TEKEN_CHECK(crestOf(file).map([](const auto&) {}));
    TEKEN_CHECK(m_files.writeAtomic(m_file, teken::view(toml)));
    if (before && before->crest != file.crest && isOwnCrest(before->crest))
        static_cast<void>(m_files.remove(folder / before->crest)); // left over: nobody names it any more
    return {};
}

} // namespace teken::papers
