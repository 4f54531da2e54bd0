// Every small way to spoil a sequence of bytes: the oracle is always "it no longer opens".
#pragma once

#include "core/base/bytes.h"

#include <string>

namespace teken::test {

/// Calls visit(spoilt, what) for each flipped bit, each shorter prefix, each cut beginning, one byte more at
/// either end, and each pair of unequal neighbours exchanged.
template <class Visit>
void forEachMutation(const Bytes& whole, const Visit& visit) {
    for (std::size_t i = 0; i < whole.size(); ++i)
        for (int bit = 0; bit < 8; ++bit) {
            Bytes spoilt = whole;
            spoilt[i] = static_cast<std::uint8_t>(spoilt[i] ^ 1U << bit);
            visit(spoilt, "bit " + std::to_string(bit) + " of byte " + std::to_string(i));
        }
    for (std::size_t kept = 0; kept < whole.size(); ++kept) {
        visit(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(kept)),
              "only the first " + std::to_string(kept) + " bytes");
        visit(Bytes(whole.end() - static_cast<std::ptrdiff_t>(kept), whole.end()),
              "only the last " + std::to_string(kept) + " bytes");
    }
    Bytes longer = whole;
    longer.push_back(0);
    visit(longer, "one byte more at the end");
    longer = whole;
    longer.insert(longer.begin(), 0);
    visit(longer, "one byte more at the beginning");
    for (std::size_t i = 0; i + 1 < whole.size(); ++i)
        if (whole[i] != whole[i + 1]) {
            Bytes spoilt = whole;
            std::swap(spoilt[i], spoilt[i + 1]);
            visit(spoilt, "bytes exchanged at " + std::to_string(i));
        }
}

} // namespace teken::test
