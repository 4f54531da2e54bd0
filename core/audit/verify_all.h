// Phase 1: every stored record, verified on all cores, handed back in stored order.
#pragma once

#include "core/store/entries.h"

#include <functional>

namespace teken::audit {

/// What became of one stored record.
struct Verified {
    std::uint64_t order = 0;
    EntryId storedId;
    FeedId storedFeed;
    entry::Seq storedSeq = 0;
    /// A whole entry that holds, a withheld one as it is, or the error that names the rule.
    std::optional<entry::VerifiedEntry> entry;
    std::optional<entry::WithheldEntry> withheld;
    std::optional<Error> error;
};

/// Calls `sink` on the calling thread, in stored order; an error from it stops everything and is returned.
/// At most `threads` * 2 batches are in memory.
[[nodiscard]] Result<> verifyAll(const store::EntryTable& entries, unsigned threads,
                                 const std::function<Result<>(Verified&&)>& sink);

} // namespace teken::audit
