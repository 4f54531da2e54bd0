// Persons: the join of facts about them (RULES.md sections 8 and 9). Pure.
#pragma once

#include "core/ledger/state.h"
#include "core/ledger/supersede.h"

#include <optional>
#include <set>
#include <vector>

namespace teken::ledger {

/// Does one of these counting voids that name `target` act on it?
[[nodiscard]] bool isVoided(const EntryFact& target, const FactRefs& voids);

/// Counting facts that name one id, in one drive.
struct IdFacts {
    PersonId id;
    FactRefs facts;
};

/// Where one id leads.
struct MatchOutcome {
    std::optional<PersonId> person; ///< the next step
    bool alone = false;             ///< an admin said that the added person stands for themselves
    bool conflict = false;
    std::vector<EntryId> matches; ///< standing ones, sorted
};
[[nodiscard]] MatchOutcome matchOf(const IdFacts& about);

/// Named with a roster by a signature.
[[nodiscard]] bool isRosterPerson(const IdFacts& about);

struct PersonVerdict {
    PersonState state;
    std::vector<Conflict> conflicts;
    [[nodiscard]] bool isEmpty() const; ///< nothing to remember
};

/// `ids`: the person's own (first) and all that lead to it. `voided`: ids of voided entries among their
/// facts.
[[nodiscard]] PersonVerdict judgePerson(const std::vector<IdFacts>& ids, const std::set<EntryId>& voided);
/// An id that leads to another one.
[[nodiscard]] PersonVerdict matchedAway(const PersonId& id, const PersonId& person);

} // namespace teken::ledger
