// Numbers and constants of the entry format (FORMAT.md sections 1 to 4 and 8).
#pragma once

#include "core/base/bytes.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace teken::entry {

inline constexpr std::string_view kPayloadType = "application/vnd.teken.entry.v1+json";
inline constexpr std::size_t kMostPayloadBytes = 16'384;
inline constexpr std::size_t kMostInkBytes = 8'192;
inline constexpr std::size_t kMostRecordBytes = 65'536;
inline constexpr int kMostDepth = 8;
inline constexpr std::int64_t kMostInteger = (1LL << 53) - 1;

/// Number of an entry in its feed: 1, 2, 3 … Zero means "before the first".
using Seq = std::uint64_t;

/// The last entry of a feed as somebody knows it; {0, nullopt} is an empty feed.
struct FeedHead {
    Seq seq = 0;
    std::optional<EntryId> id;
    friend bool operator==(const FeedHead&, const FeedHead&) = default;
};

} // namespace teken::entry
