// What a book has of a feed, in the words of the protocol: both sides must compute it alike.
#pragma once

#include "core/store/entries.h"
#include "sync/protocol/messages.h"

namespace teken::sync {

/// `holds` is left false.
[[nodiscard]] Result<FeedReport> reportOf(const store::EntryTable& entries,
                                          const store::FeedSummary& summary);

} // namespace teken::sync
