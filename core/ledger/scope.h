// Sets of units, as digests of their codes: enough to compare, nothing to read (RULES.md section 12).
#pragma once

#include "core/base/bytes.h"
#include "core/entry/kinds.h"

#include <string_view>
#include <vector>

namespace teken::ledger {

using UnitDigest = FixedBytes<struct UnitDigestTag, 16>; ///< first half of the SHA-256 of the code

[[nodiscard]] UnitDigest digestOfUnit(std::string_view code);

struct Scope {
    bool all = false;              ///< {"*"}
    std::vector<UnitDigest> units; ///< sorted, distinct; empty if `all`

    [[nodiscard]] static Scope of(const entry::Units& units);
    [[nodiscard]] static Scope ofUnit(std::string_view code);
    [[nodiscard]] bool covers(const Scope& other) const;
    void join(const Scope& other);
    friend bool operator==(const Scope&, const Scope&) = default;
};

} // namespace teken::ledger
