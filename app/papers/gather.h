// From a book to what papers say. Reads only; the book must be open, unlocked and folded.
#pragma once

#include "app/papers/paper_data.h"
#include "core/ledger/ledger.h"
#include "core/store/book.h"

#include <unordered_set>

namespace teken::papers {

/// Who has signed by the centre's own list, for a book that does not hold all records.
struct CentreList {
    std::int64_t asOfMs = 0; ///< by the centre's clock
    std::unordered_set<PersonId> persons;
};

/// `centre`: they count as signed elsewhere, and the paper names the list's hour. NotFound "session.unknown",
/// "papers.not-opened" (planned only: there is nothing to print), "desk.roster-not-here",
/// "signing.text-not-here"; Locked.
[[nodiscard]] Result<PaperData> gatherSession(store::Book& book, const ledger::Ledger& ledger,
                                              const EntryId& drive, const SessionId& session,
                                              const CentreList* centre = nullptr);

/// What stands on a signer's slip: any signature of this book. InvalidInput "slip.kind"; NotFound; Locked.
[[nodiscard]] Result<SlipOnPaper> gatherSlip(store::Book& book, const ledger::Ledger& ledger,
                                             const EntryId& drive, const EntryId& signature);

/// Every unit of the present roster. NotFound "drive.no-roster", "desk.roster-not-here".
[[nodiscard]] Result<RecapData> gatherRecap(store::Book& book, const ledger::Ledger& ledger,
                                            const EntryId& drive);

} // namespace teken::papers
