#include "app/auditing/audit_source.h"

#include "core/audit/held.h"

#include <array>

namespace teken::auditing {

namespace {
constexpr std::uint64_t kMostNoteFile = 128 * 1024;
} // namespace

Result<WorkFolder> WorkFolder::create(RandomSource& random) {
    std::error_code error;
    auto path = std::filesystem::temp_directory_path(error) / ("teken-audit-" + random.make<Salt>().hex());
    if (error || !std::filesystem::create_directory(path, error))
        return fail(ErrorCode::ReadOnly, "ctl.work-folder",
                    "expected a temporary folder, could not make one");
    std::filesystem::permissions(path, std::filesystem::perms::owner_all, error);
    return WorkFolder(std::move(path));
}

WorkFolder::~WorkFolder() {
    std::error_code ignored;
    if (!m_path.empty())
        std::filesystem::remove_all(m_path, ignored);
}

bool looksLikeBundle(sync::BundleStorage& storage, const std::filesystem::path& file) {
    const auto source = storage.open(file);
    if (!source)
        return false;
    std::array<std::uint8_t, 7> head{};
    const auto got = (*source)->read(head);
    return got && *got == head.size() && textOf(head) == "TEKENBN";
}

Result<Source> unpackFile(const Seams& seams, const std::filesystem::path& file,
                          const std::filesystem::path& folder, const std::string& name,
                          const sync::UnpackSettings& settings) {
    Source source;
    source.unpacked = true;
    TEKEN_TRY(source.book, store::Book::createScratch(folder / name, seams.book()));
    TEKEN_TRY(auto unpacked, sync::unpackEvidence(seams.storage, file, *source.book, settings));
    source.log = std::move(unpacked.log);
    source.drive = source.log.drive;
    source.spoiled = unpacked.summary.refused;
    if (!settings.rootFingerprint.empty())
        source.gathered = std::make_unique<audit::Gathered>(std::move(unpacked.gathered));
    return source;
}

std::vector<std::string> notesBeside(FileSystem& files, const std::filesystem::path& book) {
    return notesOfSigner(files, book.parent_path() / "log.book");
}

std::vector<std::string> notesOfSigner(FileSystem& files, const std::filesystem::path& logKey) {
    std::vector<std::string> notes;
    for (const auto* ending : {".signed", ".witnessed"}) {
        auto file = logKey;
        if (const auto note = files.read(file += ending, kMostNoteFile))
            notes.emplace_back(textOf(*note));
    }
    return notes;
}

Result<Source> bookSource(const Seams& seams, std::unique_ptr<store::Book> book) {
    Source source;
    source.book = std::move(book);
    auto notes = notesBeside(seams.files, source.book->file());
    TEKEN_TRY(auto log, sync::logOf(*source.book, std::move(notes)));
    // Leaves that nobody signed for say nothing: without a checkpoint the log stays unchecked.
    if (log.checkpoints.empty())
        log.leaves = {};
    source.log = std::move(log);
    return source;
}

Result<audit::Held> readHeldFiles(const FileSystem& files,
                                  const std::vector<std::filesystem::path>& documents,
                                  std::vector<std::string> closeCodes) {
    audit::Held held;
    for (const auto& document : documents) {
        TEKEN_TRY(const auto bytes, files.read(document, audit::kMostHeldBytes));
        held.documents.push_back({document.filename().string(), std::string(textOf(bytes))});
    }
    held.closeCodes = std::move(closeCodes);
    return held;
}

audit::Options optionsFor(const Source& source, const std::string& fingerprint,
                          const std::filesystem::path& workFolder) {
    audit::Options options;
    options.rootFingerprint = fingerprint;
    options.workFolder = workFolder;
    options.log = source.log;
    options.spoiled = source.spoiled;
    options.ownState = !source.unpacked;
    options.gathered = source.gathered.get();
    return options;
}

} // namespace teken::auditing
