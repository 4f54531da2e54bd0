// The steps of gatherSession(). Inside this room only.
#pragma once

#include "app/papers/gather.h"
#include "core/desk/roster_view.h"
#include "core/entry/entry.h"

#include <map>
#include <unordered_map>
#include <unordered_set>

namespace teken::papers {

/// What the entries of a session say of people, before the roster is looked at.
struct SessionEntries {
    struct Signed {
        entry::Sign body;
        SignatureOnPaper paper;
    };
    std::map<PersonId, std::vector<Signed>> signs; ///< by the person as the record names them
    std::vector<PersonId> order;                   ///< of signing
    std::unordered_map<PersonId, entry::AddPerson> added;
    entry::Units units;
    std::optional<EntryId> roster; ///< of the first opening
};

/// Fills desks, events, voids, texts and what `entries` holds.
[[nodiscard]] Result<> gatherDesks(store::Book& book, const ledger::Ledger& ledger,
                                   const ledger::SessionState& state, PaperData& data,
                                   SessionEntries& entries);
/// Fills people, units and counts; with a `centre` also the hour of its list, if it says more than the book.
[[nodiscard]] Result<> gatherPeople(store::Book& book, const ledger::Ledger& ledger,
                                    const ledger::DriveState& drive, PaperData& data,
                                    const SessionEntries& entries, const CentreList* centre);

[[nodiscard]] DriveOnPaper driveOnPaper(const ledger::DriveState& state);

} // namespace teken::papers
