// From a book to what papers say. Reads only; the book must be open, unlocked and folded.
#pragma once

#include "app/papers/paper_data.h"
#include "core/ledger/ledger.h"
#include "core/store/book.h"

namespace teken::papers {

/// NotFound "session.unknown", "papers.not-opened" (planned only: there is nothing to print),
/// "desk.roster-not-here", "signing.text-not-here"; Locked.
[[nodiscard]] Result<PaperData> gatherSession(store::Book& book, const ledger::Ledger& ledger,
                                              const EntryId& drive, const SessionId& session);

/// What stands on a signer's slip: any signature of this book. InvalidInput "slip.kind"; NotFound; Locked.
[[nodiscard]] Result<SlipOnPaper> gatherSlip(store::Book& book, const ledger::Ledger& ledger,
                                             const EntryId& drive, const EntryId& signature);

/// Every unit of the present roster. NotFound "drive.no-roster", "desk.roster-not-here".
[[nodiscard]] Result<RecapData> gatherRecap(store::Book& book, const ledger::Ledger& ledger,
                                            const EntryId& drive);

} // namespace teken::papers
