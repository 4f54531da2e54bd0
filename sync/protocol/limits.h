// Numbers of the sync protocol (sync/PROTOCOL.md section 2). Checked before anything is parsed or allocated.
#pragma once

#include "core/base/bytes.h"
#include "core/entry/ids.h"

#include <cstddef>
#include <cstdint>

namespace teken::sync {

inline constexpr std::size_t kMostBatchEntries = 500;
inline constexpr std::size_t kMostBatchBytes = 512 * 1024;           ///< compressed, as it travels
inline constexpr std::size_t kMostBatchPlainBytes = 4 * 1024 * 1024; ///< after decompression
inline constexpr std::size_t kMostMessageBytes = 1024 * 1024;        ///< any other body, either way
inline constexpr std::size_t kMostProofBytes = 4096;
inline constexpr std::size_t kMostStatementBytes = 640 * 1024; ///< the status list is the longest
inline constexpr int kMostMessageDepth = 6;

inline constexpr std::size_t kMostHeads = 2'000;     ///< feeds in one heads message
inline constexpr std::uint64_t kIdsPageSeqs = 2'048; ///< numbers of a feed in one page of ids
inline constexpr std::size_t kMostIds = 8'192;       ///< ids in one page (forks take several to a number)
inline constexpr std::size_t kMostAckFeeds = 500;    ///< feeds in one request for acknowledgements
inline constexpr std::size_t kMostPullRanges = 100;  ///< ranges in one pull
inline constexpr std::size_t kMostPullIds = 500;     ///< ids in one pull
inline constexpr std::size_t kMostStatusPersons = 16'384; ///< persons in one page of the status list
inline constexpr std::size_t kMostBlobIds = 500;
inline constexpr std::size_t kBlobPartBytes = 256 * 1024;
inline constexpr std::size_t kMostLogProofs = 250;        ///< entries in one question to the log
inline constexpr std::size_t kMostConsistencyHashes = 65; ///< of a tree of 2^64 leaves

/// How long a challenge of hello may be used.
inline constexpr std::int64_t kChallengeMs = 15 * 60 * 1000;

/// One life of a server's book: made when the book is made, renewed when the book was restored from a backup.
using Epoch = FixedBytes<struct EpochTag, 16>;

/// What a server tells its callers to keep to; never more than the numbers above.
struct Limits {
    std::uint64_t batchEntries = kMostBatchEntries;
    std::uint64_t batchBytes = kMostBatchBytes;
    std::uint64_t blobPartBytes = kBlobPartBytes;
    friend bool operator==(const Limits&, const Limits&) = default;
};

} // namespace teken::sync
