// A verdict for each entry of one feed (RULES.md section 5).
#pragma once

#include "core/ledger/authority.h"

#include <span>
#include <vector>

namespace teken::ledger {

struct ChainVerdict {
    entry::FeedHead head; ///< end of the chain
    std::optional<Seq> forkedAt;
    std::vector<EntryId> forkedEntries; ///< candidates there, by id
    /// One entry a number up to the head and nobody's ruling: the walk may go on from the head later.
    bool straight = true;
    std::vector<Ruling> rulings; ///< one a fact, in the order given
};

/// `facts`: the feed's, sorted by (seq, id): all of them, or all behind `from`, the head of an earlier walk
/// that was straight.
[[nodiscard]] ChainVerdict judgeChain(const Authority& authority, std::span<const EntryFact> facts,
                                      const entry::FeedHead& from = {});

} // namespace teken::ledger
