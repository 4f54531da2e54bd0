// Something to audit, opened: a book or a .teken file, with the log that came with it; what the command line
// and the auditor's desk share.
#pragma once

#include "core/audit/audit.h"
#include "core/crypto/box.h"
#include "sync/bundle/evidence.h"

#include <filesystem>
#include <vector>

namespace teken::auditing {

struct Seams {
    const Clock& clock;
    RandomSource& random;
    FileSystem& files;
    sync::BundleStorage& storage;
    [[nodiscard]] store::BookSeams book() const { return {clock, random, files, {}}; }
};

/// A folder of our own, removed at the end. ReadOnly ("ctl.work-folder").
class WorkFolder {
public:
    [[nodiscard]] static Result<WorkFolder> create(RandomSource& random);
    ~WorkFolder();
    WorkFolder(WorkFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    WorkFolder& operator=(WorkFolder&&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    explicit WorkFolder(std::filesystem::path path) : m_path(std::move(path)) {}
    std::filesystem::path m_path;
};

struct Source {
    std::unique_ptr<store::Book> book;
    audit::LogMaterial log;
    std::optional<EntryId> drive; ///< of an evidence file
    std::uint64_t spoiled = 0;    ///< entries of a file that did not hold and are not in the book
    bool unpacked = false;        ///< from a .teken file: it has no totals of its own
    /// Of a file that was unpacked under a root: verified and folded already.
    std::unique_ptr<audit::Gathered> gathered;
};

/// True if the file begins like a .teken file, whatever comes after.
[[nodiscard]] bool looksLikeBundle(sync::BundleStorage& storage, const std::filesystem::path& file);

/// Unpacks a .teken file into `folder`/`name`. `settings.secret` outlives the source. Errors of
/// unpackEvidence(); Locked ("bundle.sealed").
[[nodiscard]] Result<Source> unpackFile(const Seams& seams, const std::filesystem::path& file,
                                        const std::filesystem::path& folder, const std::string& name,
                                        const sync::UnpackSettings& settings);

/// A book that is open and unlocked, with its log: of a server's book the newest checkpoint is taken from the
/// signer's file beside it, if there is one.
[[nodiscard]] Result<Source> bookSource(const Seams& seams, std::unique_ptr<store::Book> book);

/// Notes that a server keeps beside its log's key ("log.book"): the newest checkpoint in "log.book.signed"
/// and, with witnesses, theirs in "log.book.witnessed". The other one looks into the book's own folder.
[[nodiscard]] std::vector<std::string> notesOfSigner(FileSystem& files, const std::filesystem::path& logKey);
[[nodiscard]] std::vector<std::string> notesBeside(FileSystem& files, const std::filesystem::path& book);

/// Documents held elsewhere, read whole. InvalidInput ("held.too-large").
[[nodiscard]] Result<audit::Held> readHeldFiles(const FileSystem& files,
                                                const std::vector<std::filesystem::path>& documents,
                                                std::vector<std::string> closeCodes);

/// Settings of an audit of this source, which outlives it; `held` and `progress` are the caller's. An
/// unpacked file is audited under the fingerprint it was unpacked under.
[[nodiscard]] audit::Options optionsFor(const Source& source, const std::string& fingerprint,
                                        const std::filesystem::path& workFolder);

} // namespace teken::auditing
