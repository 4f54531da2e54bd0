// What an officer must be told when the centre's log has contradicted itself (sync/PROTOCOL.md section 10),
// and the files that prove it to others.
#pragma once

#include "core/base/seams.h"
#include "core/store/book.h"

#include <filesystem>
#include <optional>
#include <string>

namespace teken::desk {

struct LogAlarm {
    std::string reason;           ///< slug of the first finding that nothing has answered since
    std::uint64_t findings = 0;   ///< such findings in all
    std::int64_t sinceMs = 0;     ///< when the first one was made
    std::filesystem::path folder; ///< where the evidence files are
    friend bool operator==(const LogAlarm&, const LogAlarm&) = default;
};

/// Nullopt: nothing is wrong with any log that counts. Works while the book is locked.
[[nodiscard]] Result<std::optional<LogAlarm>> logAlarm(store::Book& book);

/// "<book without extension>-bukti-log" beside the book.
[[nodiscard]] std::filesystem::path logEvidenceFolder(const store::Book& book);

/// One text file for each piece of evidence that has none yet; files that are there stay as they are. Nothing
/// personal is in them. Errors of the file system.
[[nodiscard]] Result<> keepLogEvidence(store::Book& book, FileSystem& files);

} // namespace teken::desk
