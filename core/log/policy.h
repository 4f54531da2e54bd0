// Which cosigners are trusted, and how many of them make a checkpoint "Disaksikan".
#pragma once

#include "core/log/checkpoint.h"
#include "core/log/cosignature.h"

namespace teken::log {

struct Witness {
    VerifierKey key; ///< of type Cosignature
    std::uint64_t fromSeconds = 0;
    std::uint64_t untilSeconds = UINT64_MAX; ///< inclusive; by the cosignature's own time
};

class Policy {
public:
    /// `quorum` of `witnesses`; 0 of 0 is "no witnesses asked". InvalidInput "policy.quorum" (more than there
    /// are, or none of some), "policy.duplicate-key" (a public key twice), "policy.key-type".
    [[nodiscard]] static Result<Policy> create(VerifierKey log, std::vector<Witness> witnesses,
                                               std::size_t quorum);

    struct Judgement {
        SignedCheckpoint checkpoint;
        std::size_t witnesses = 0; ///< cosignatures that hold, inside their window, each key once
        bool witnessed = false;    ///< the quorum is reached (never for a policy without witnesses)
    };
    /// Recorded or witnessed; errors of openCheckpoint().
    [[nodiscard]] Result<Judgement> judge(std::string_view checkpointNote) const;

    [[nodiscard]] const VerifierKey& log() const { return m_log; }
    [[nodiscard]] std::size_t quorum() const { return m_quorum; }

private:
    Policy() = default;
    VerifierKey m_log;
    std::vector<Witness> m_witnesses;
    std::size_t m_quorum = 0;
};

} // namespace teken::log
