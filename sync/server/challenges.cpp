#include "sync/server/challenges.h"

#include "core/crypto/hash.h"
#include "core/crypto/secret.h"
#include "sync/protocol/binary.h"

#include <algorithm>

namespace teken::sync::server {

Nonce Challenges::of(std::uint64_t monotonicMs) const {
    Bytes time;
    putBig(time, monotonicMs);
    const auto digest = crypto::Sha256().add("teken challenge v1").add(m_secret.view()).add(time).finish();
    Nonce challenge;
    std::ranges::copy(time, challenge.bytes.begin());
    std::copy_n(digest.bytes.begin(), Nonce::kSize - time.size(),
                challenge.bytes.begin() + static_cast<std::ptrdiff_t>(time.size()));
    return challenge;
}

Nonce Challenges::make() const {
    return of(static_cast<std::uint64_t>(m_clock.monotonic().count()));
}

Result<> Challenges::check(const Nonce& challenge) const {
    const auto then = getBig<std::uint64_t>(challenge.view());
    const auto now = static_cast<std::uint64_t>(m_clock.monotonic().count());
    const bool own = crypto::equalSecrets(of(then).view(), challenge.view());
    if (!own || then > now || now - then > static_cast<std::uint64_t>(kChallengeMs))
        return fail(ErrorCode::Unauthorized, "sync.proof-stale",
                    "expected a challenge of this server's latest hello; say hello again");
    return {};
}

} // namespace teken::sync::server
