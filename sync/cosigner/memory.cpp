#include "sync/cosigner/memory.h"

#include "core/crypto/hash.h"

#include <algorithm>

namespace teken::sync::cosigner {
namespace {

constexpr std::string_view kHead = "teken/cosigner-memory/v1\n";
constexpr std::string_view kNothing = "nothing signed for ";
constexpr std::size_t kMostFileBytes = kHead.size() + log::kMostNoteBytes + 1024;

tl::unexpected<Error> damaged(const char* message) {
    return fail(ErrorCode::Corrupt, "cosigner.memory", message);
}

} // namespace

std::filesystem::path Memory::fileOf(const std::string& origin) const {
    // An origin may hold slashes; its hash is a file name everywhere.
    return m_folder / (crypto::sha256(origin).hex() + ".txt");
}

Result<> Memory::begin(const std::string& origin) {
    const auto file = fileOf(origin);
    if (m_files.exists(file))
        return fail(ErrorCode::Conflict, "cosigner.known", "this log is known already", file.string());
    return m_files.writeAtomic(file, view(std::string(kHead) + std::string(kNothing) + origin + "\n"));
}

Result<Signed> Memory::read(std::string_view text, const std::string& origin) const {
    if (!text.starts_with(kHead))
        return damaged("expected a memory of version 1");
    text.remove_prefix(kHead.size());
    if (text == std::string(kNothing) + origin + "\n")
        return Signed{{origin, log::TreeSize{0}, log::emptyRoot()}, 0, {}};
    const auto note = log::parseNote(text);
    if (!note || !log::verifyNote(*note, {m_self}))
        return damaged("expected a checkpoint with this witness's own signature");
    const auto checkpoint = log::parseCheckpoint(note->text);
    if (!checkpoint || checkpoint->origin != origin)
        return damaged("expected a checkpoint of this log");
    const auto own = std::ranges::find_if(note->lines, [&](const log::SignatureLine& line) {
        return line.name == m_self.name && line.hash == m_self.hash();
    });
    const auto cosignature = log::decodeCosignature(own->signature); // verified above, so it is there
    if (!cosignature)
        return damaged("expected a cosignature");
    return Signed{*checkpoint, cosignature->time, std::string(text)};
}

Result<Signed> Memory::recall(const std::string& origin) const {
    const auto file = fileOf(origin);
    const auto bytes = m_files.read(file, kMostFileBytes);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::Corrupt, "cosigner.memory-lost",
                    "expected the file that says what was signed last", file.string());
    if (!bytes)
        return fail(bytes.error());
    auto signedLast = read(textOf(*bytes), origin);
    if (!signedLast) {
        auto error = std::move(signedLast).error();
        error.place = file.string();
        return fail(std::move(error));
    }
    return signedLast;
}

Result<> Memory::remember(const std::string& origin, const std::string& note) {
    const std::string text = std::string(kHead) + note;
    // What could not be read back must not replace what can.
    TEKEN_CHECK(read(text, origin).map([](const auto&) {}));
    return m_files.writeAtomic(fileOf(origin), view(text));
}

} // namespace teken::sync::cosigner
