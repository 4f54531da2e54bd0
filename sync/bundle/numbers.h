// Big-endian numbers of .teken files.
#pragma once

#include "core/base/bytes.h"

namespace teken::sync {

inline void appendU32(Bytes& into, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        into.push_back(static_cast<std::uint8_t>(value >> shift));
}
inline void appendU64(Bytes& into, std::uint64_t value) {
    for (int shift = 56; shift >= 0; shift -= 8)
        into.push_back(static_cast<std::uint8_t>(value >> shift));
}
/// Flags of the file's head.
inline constexpr std::uint8_t kFlagSealed = 1;
inline constexpr std::uint8_t kFlagEvidence = 2; ///< programs from before evidence answer "newer"

[[nodiscard]] inline std::uint64_t readU64(ByteView bytes) {
    std::uint64_t value = 0;
    for (const auto byte : bytes.first(8))
        value = value << 8 | byte;
    return value;
}
[[nodiscard]] inline std::uint32_t readU32(ByteView bytes) {
    std::uint32_t value = 0;
    for (const auto byte : bytes.first(4))
        value = value << 8 | byte;
    return value;
}

} // namespace teken::sync
