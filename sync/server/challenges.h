// Challenges that callers sign to prove their key: made and checked without keeping anything of them.
#pragma once

#include "core/base/seams.h"
#include "sync/protocol/limits.h"

namespace teken::sync::server {

/// Thread-safe: nothing changes after construction.
class Challenges {
public:
    Challenges(const Clock& clock, RandomSource& random) : m_clock(clock), m_secret(random.make<Nonce>()) {}

    [[nodiscard]] Nonce make() const;
    /// Unauthorized ("sync.proof-stale") if it is not one of this process, or older than kChallengeMs.
    [[nodiscard]] Result<> check(const Nonce& challenge) const;

private:
    [[nodiscard]] Nonce of(std::uint64_t monotonicMs) const;
    const Clock& m_clock;
    Nonce m_secret;
};

} // namespace teken::sync::server
