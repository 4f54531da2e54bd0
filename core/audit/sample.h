// Draws signatures for call-backs by a rule that nobody can steer and everybody can repeat (SAMPLE.md).
#pragma once

#include "core/audit/log_material.h"
#include "core/ledger/ledger.h"
#include "core/log/checkpoint.h"

#include <functional>
#include <vector>

namespace teken::audit {

inline constexpr std::size_t kMostSample = 10'000;

/// SHA-256("teken/sample/v1" LF || drive || size as 8 bytes, big-endian || root of the checkpoint)
[[nodiscard]] Digest sampleSeed(const EntryId& drive, const log::Checkpoint& checkpoint);
/// SHA-256(seed || entry id): the smallest ranks are drawn.
[[nodiscard]] Digest sampleRank(const Digest& seed, const EntryId& entry);

struct Drawn {
    Digest rank;
    EntryId entry; ///< the signature that counts
    PersonId person;
    FeedId feed;
    entry::Seq seq = 0;
};

struct Sample {
    Digest seed;
    log::Checkpoint checkpoint;
    std::uint64_t population = 0; ///< persons of the drive with a signature that counts
    std::vector<Drawn> drawn;     ///< by rank
};

/// InvalidInput ("sample.size": none, or more than kMostSample). Fewer are drawn if there are fewer. Memory
/// grows with `size` only.
[[nodiscard]] Result<Sample> drawSample(const ledger::Ledger& ledger, const EntryId& drive,
                                        const log::Checkpoint& checkpoint, std::size_t size);

/// The newest checkpoint among these notes that a certified log signed. NotFound ("sample.no-checkpoint").
[[nodiscard]] Result<log::Checkpoint> newestCheckpoint(store::Book& book, const ledger::Ledger& ledger,
                                                       const std::vector<std::string>& notes);

} // namespace teken::audit
