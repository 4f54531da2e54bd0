// What the log holds of an entry: hashes and a signature, nothing personal (FORMAT.md section 1).
#pragma once

#include "core/base/bytes.h"

#include <array>

namespace teken::log {

inline constexpr std::size_t kLeafBytes = 152;

struct Leaf {
    FeedId feed;
    std::uint64_t seq = 0;
    EntryId entry;
    Signature signature;
    friend bool operator==(const Leaf&, const Leaf&) = default;
};

[[nodiscard]] std::array<std::uint8_t, kLeafBytes> encodeLeaf(const Leaf& leaf);
/// InvalidInput ("leaf.length", "leaf.magic").
[[nodiscard]] Result<Leaf> decodeLeaf(ByteView bytes);

} // namespace teken::log
