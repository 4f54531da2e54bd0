// The log's part of an audit: is this the one tree that the certified log signed, that others saw, and does
// it hold these entries and no others?
#pragma once

#include "core/audit/brackets.h"
#include "core/audit/judge.h"
#include "core/audit/log_material.h"
#include "core/audit/seen.h"

namespace teken::audit {

struct LogJudgement {
    std::optional<LogSummary> summary;
    Brackets brackets;
    std::uint64_t heldAgreeing = 0; ///< documents held elsewhere that agree and say something
};

/// Reads every leaf once. Memory: eight bytes an entry and a window a feed. Errors are those of the working
/// book and Cancelled; what is wrong with the log is findings.
[[nodiscard]] Result<LogJudgement> judgeLog(const Bench& bench, const LogMaterial& material, const Held& held,
                                            const SeenCheckpoints& seen);

} // namespace teken::audit
