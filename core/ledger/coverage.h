// Cakupan: who of a roster has signed, by unit, by kind of signer and altogether. The rule (printed under the
// numbers): distinct persons who signed ÷ (persons on the roster − those who left it). Excused and refused
// stay in the denominator; added persons count nowhere until they are matched.
#pragma once

#include "core/domain/roster.h"
#include "core/domain/status.h"
#include "core/ledger/ledger.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace teken::ledger {

/// What is known of the persons of one drive, by id.
using PersonStates = std::unordered_map<PersonId, PersonState>;
[[nodiscard]] Result<PersonStates> readPersonStates(const Ledger& ledger, const EntryId& drive);

/// Somebody on the roster, still employed, who has not signed.
struct Missing {
    PersonId person;
    domain::PersonState state = domain::PersonState::NotYet; ///< NotYet, Absent, Excused or Refused
    friend bool operator==(const Missing&, const Missing&) = default;
};

struct UnitCoverage {
    std::string unit; ///< code
    domain::Coverage counts;
    std::vector<Missing> missing; ///< in the order of the roster
};

struct CoverageReport {
    domain::Coverage counts;         ///< all units; `added` counts the drive's unmatched added persons
    std::vector<UnitCoverage> units; ///< in the order of the roster's units, those without persons too
    std::map<domain::SignerKind, domain::Coverage> kinds; ///< each its own denominator
    /// Persons who signed and are neither on this roster nor added: from an older roster, or matched to
    /// nobody on it.
    std::uint64_t signedElsewhere = 0;
};

/// The facts of one person: what the roster says (note) and what entries say (`state`; nullptr: nothing). A
/// roster note of absence is an excuse; entries about leaving outrank the roster's note, `restored` takes it
/// back.
[[nodiscard]] domain::PersonFacts factsOf(const domain::Person& person, const PersonState* state);

/// Pure: a person counts in the unit of their first post.
[[nodiscard]] CoverageReport coverageOf(const domain::RosterSnapshot& roster, const PersonStates& states);

/// readPersonStates() and coverageOf().
[[nodiscard]] Result<CoverageReport> coverageOf(const Ledger& ledger, const EntryId& drive,
                                                const domain::RosterSnapshot& roster);

} // namespace teken::ledger
