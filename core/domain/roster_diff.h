// Identity across snapshots, and what changed between two of them.
#pragma once

#include "core/domain/roster.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace teken::domain {

/// Someone in the new list may be someone in the old one, but no number says so: an admin decides.
struct IdentityProposal {
    enum class Why : std::uint8_t {
        SameNameAndBirthDate, ///< a PPPK number changed, or a typo in one of the two
        SameNameAndUnit       ///< at least one of the two has no number
    };
    PersonId before;
    PersonId after;
    Why why = Why::SameNameAndBirthDate;
    friend bool operator==(const IdentityProposal&, const IdentityProposal&) = default;
};
[[nodiscard]] std::string_view slug(IdentityProposal::Why why); ///< "same-name-birth-date", "same-name-unit"

struct CarriedIdentities {
    std::size_t carried = 0;                 ///< people whose id came from `before`
    std::vector<IdentityProposal> proposals; ///< in the order of `after`
};

/// Gives people of `after` the ids of people of `before` who share a number with them; their older numbers
/// come along. Two people of one snapshot never end with the same id: a number that points to two stays a
/// proposal. `accepted` holds proposals an admin said yes to, by the new id.
[[nodiscard]] CarriedIdentities carryIdentities(const RosterSnapshot& before, RosterSnapshot& after,
                                                const std::vector<IdentityProposal>& accepted = {});

/// Gives people of `after` whom `before` did not have the ids they had in a roster `older` than that, by
/// number only: somebody whose row was unreadable in one list is nobody new in the next, and stays signed.
/// Returns how many.
std::size_t carryReturned(const RosterSnapshot& older, const RosterSnapshot& before, RosterSnapshot& after);

struct RosterChange {
    enum class What : std::uint8_t { Joined, Left, Moved, Changed };
    What what = What::Changed;
    PersonId person;
    std::string fromUnit; ///< empty when joined
    std::string toUnit;   ///< empty when left
    std::vector<std::string_view>
        fields; ///< of "name", "number", "kind", "rank", "post", "extra-posts", "note"
    friend bool operator==(const RosterChange&, const RosterChange&) = default;
};
[[nodiscard]] std::string_view slug(RosterChange::What what); ///< "joined", "left", "moved", "changed"

struct RosterDiff {
    std::vector<RosterChange> changes; ///< moved people list their other changes too; sorted by person id
    std::size_t unchanged = 0;
    [[nodiscard]] std::size_t count(RosterChange::What what) const;
};
[[nodiscard]] RosterDiff diffRosters(const RosterSnapshot& before, const RosterSnapshot& after);

} // namespace teken::domain
