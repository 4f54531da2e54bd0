// `.tlog-proof` files (C2SP): the place of one leaf in the log, with the checkpoint that covers it.
#pragma once

#include "core/log/checkpoint.h"

namespace teken::log {

inline constexpr std::size_t kMostProofHashes = 63;

struct ProofFile {
    LeafIndex index;
    Proof hashes;
    std::string checkpointNote; ///< with its signature lines
};

[[nodiscard]] std::string formatProofFile(const ProofFile& proof);
/// InvalidInput ("proof.…").
[[nodiscard]] Result<ProofFile> parseProofFile(std::string_view text);

/// The leaf is in the log under a checkpoint that `log` signed. Errors of openCheckpoint and verifyInclusion.
[[nodiscard]] Result<SignedCheckpoint> verifyProofFile(const ProofFile& proof, const Digest& leafHash,
                                                       const VerifierKey& log,
                                                       const std::vector<VerifierKey>& cosigners = {});

} // namespace teken::log
