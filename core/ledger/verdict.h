// What the rules say of one entry (RULES.md section 6).
#pragma once

#include "core/ledger/scope.h"

#include <optional>
#include <string_view>

namespace teken::ledger {

/// Stored in the tables.
enum class Verdict : std::uint8_t {
    Waiting, ///< its predecessor is not here, or it is a withheld record that nobody vouches for
    Counts,
    Unknown,       ///< would count, but its kind is not known
    Withheld,      ///< holds a place in the chain
    Forked,        ///< at or behind an undecided fork
    OffBranch,     ///< on a branch that a ruling passed over
    NoCertificate, ///< no counting certificate names the key (or two in different roles)
    WrongRole,     ///< the kind does not belong into feeds of this role
    OtherDrive,
    OutOfScope,
    Revoked
};

[[nodiscard]] std::string_view verdictName(Verdict verdict); ///< "counts", "off-branch" …

/// In the chain of its feed, whether it counts or not.
[[nodiscard]] constexpr bool isInChain(Verdict verdict) {
    return verdict != Verdict::Waiting && verdict != Verdict::Forked && verdict != Verdict::OffBranch;
}

/// How far an admin's entry reaches: units and drives of the certificates it counts under.
struct Reach {
    Scope units;
    bool anyDrive = false;
    friend bool operator==(const Reach&, const Reach&) = default;
};

struct Ruling {
    Verdict verdict = Verdict::Waiting;
    std::optional<Reach> reach; ///< admin feeds, if it counts
    std::optional<Reach> plain; ///< admin feeds, if it counts at the level "plain admin"
    friend bool operator==(const Ruling&, const Ruling&) = default;
};

} // namespace teken::ledger
