// Phase 1 of a book's audit: every stored record, verified on all cores, handed back in stored order.
#pragma once

#include "core/audit/conveyor.h"

namespace teken::audit {

/// Reads a book's records for a conveyor. While it is under way nobody else uses that book. What comes before
/// a row that cannot be read is given out before the error.
[[nodiscard]] Conveyor::Read storedRecords(const store::EntryTable& entries);

/// Calls `sink` on the calling thread, in stored order; an error from it stops everything and is returned.
[[nodiscard]] Result<> verifyAll(const store::EntryTable& entries, unsigned threads,
                                 const std::function<Result<>(Verified&&)>& sink);

} // namespace teken::audit
