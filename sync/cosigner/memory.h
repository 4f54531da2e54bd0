// What a witness remembers of each log: the newest checkpoint it signed. One small file a log, written whole
// and durably before any signature leaves (FORMAT.md section 3).
#pragma once

#include "core/base/seams.h"
#include "core/log/policy.h"

#include <optional>

namespace teken::sync::cosigner {

/// The newest checkpoint signed for one log.
struct Signed {
    log::Checkpoint checkpoint;
    std::uint64_t time = 0; ///< seconds, of our cosignature; 0: nothing signed yet
    std::string note;       ///< with the log's lines and ours; empty: nothing signed yet
};

class Memory {
public:
    /// `self`: without its signature no file in the folder is believed. Files outlive the memory.
    Memory(FileSystem& files, std::filesystem::path folder, log::VerifierKey self)
        : m_files(files), m_folder(std::move(folder)), m_self(std::move(self)) {}

    /// Says that nothing was signed for this log yet. Once, when the log is made known: later a missing file
    /// is a loss, not a beginning. Conflict ("cosigner.known") if there is a file already.
    [[nodiscard]] Result<> begin(const std::string& origin);
    /// Corrupt ("cosigner.memory-lost": no file; "cosigner.memory": not what this witness wrote).
    [[nodiscard]] Result<Signed> recall(const std::string& origin) const;
    /// Durable when it returns. `note` with our own line; errors of the file system.
    [[nodiscard]] Result<> remember(const std::string& origin, const std::string& note);

    [[nodiscard]] std::filesystem::path fileOf(const std::string& origin) const;

private:
    [[nodiscard]] Result<Signed> read(std::string_view text, const std::string& origin) const;

    FileSystem& m_files;
    std::filesystem::path m_folder;
    log::VerifierKey m_self;
};

} // namespace teken::sync::cosigner
