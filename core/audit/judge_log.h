// The log's part of an audit: is this the one tree that the certified log signed, that others saw, and does
// it hold these entries and no others?
#pragma once

#include "core/audit/brackets.h"
#include "core/audit/judge.h"
#include "core/audit/log_material.h"

#include <map>

namespace teken::audit {

/// Checkpoints that entries name as seen, collected while they are verified: each distinct one once.
class SeenCheckpoints {
public:
    void add(const entry::VerifiedEntry& entry);

    struct Named {
        Digest root;
        EntryId entry; ///< the first that names it
        FeedId feed;
        entry::Seq seq = 0;
        std::uint64_t count = 0;
    };
    /// By origin and size.
    using Map = std::map<std::pair<std::string, std::uint64_t>, std::vector<Named>>;
    [[nodiscard]] const Map& all() const { return m_named; }

private:
    Map m_named;
};

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
