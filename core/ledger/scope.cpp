#include "core/ledger/scope.h"

#include "core/crypto/hash.h"

#include <algorithm>
#include <iterator>

namespace teken::ledger {
namespace {

void tidy(std::vector<UnitDigest>& units) {
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
}

} // namespace

UnitDigest digestOfUnit(std::string_view code) {
    const auto whole = crypto::sha256(code);
    UnitDigest half;
    std::copy_n(whole.bytes.begin(), half.bytes.size(), half.bytes.begin());
    return half;
}

Scope Scope::of(const entry::Units& units) {
    Scope scope;
    for (const auto& code : units) {
        if (code == "*")
            return {true, {}};
        scope.units.push_back(digestOfUnit(code));
    }
    tidy(scope.units);
    return scope;
}

Scope Scope::ofUnit(std::string_view code) {
    return {false, {digestOfUnit(code)}};
}

bool Scope::covers(const Scope& other) const {
    if (all)
        return true;
    return !other.all && std::includes(units.begin(), units.end(), other.units.begin(), other.units.end());
}

void Scope::join(const Scope& other) {
    all = all || other.all;
    units.insert(units.end(), other.units.begin(), other.units.end());
    if (all)
        units.clear();
    tidy(units);
}

} // namespace teken::ledger
