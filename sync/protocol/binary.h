// Big-endian integers in byte strings.
#pragma once

#include "core/base/bytes.h"

namespace teken::sync {

template <class Integer>
void putBig(Bytes& into, Integer value) {
    for (int shift = static_cast<int>(sizeof value) * 8 - 8; shift >= 0; shift -= 8)
        into.push_back(static_cast<std::uint8_t>(value >> shift));
}

/// Reads from the front; the caller has checked the length.
template <class Integer>
[[nodiscard]] Integer getBig(ByteView bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(Integer); ++i)
        value = (value << 8U) | bytes[i];
    return static_cast<Integer>(value);
}

} // namespace teken::sync
