// Ed25519 (RFC 8032) as libsodium judges it: S < L, no small-order R or A, cofactorless.
#pragma once

#include "core/base/seams.h"
#include "core/crypto/secret.h"

namespace teken::crypto {

/// A signing key in guarded memory. The public key is always derived from the secret one.
class SigningKey {
public:
    static constexpr std::size_t kSeedBytes = 32;

    [[nodiscard]] static SigningKey generate(RandomSource& random);
    /// InvalidInput unless exactly 32 bytes.
    [[nodiscard]] static Result<SigningKey> fromSeed(ByteView seed);

    [[nodiscard]] const PublicKey& publicKey() const { return m_public; }
    [[nodiscard]] FeedId feedId() const;
    [[nodiscard]] Signature sign(ByteView message) const;
    /// For sealing at rest only.
    [[nodiscard]] SecretBytes seed() const;

private:
    SigningKey() = default;
    SecretBytes m_secret; // 64 bytes, seed and public key
    PublicKey m_public;
};

/// True if `signature` is valid; nothing else is a verdict.
[[nodiscard]] bool verify(const PublicKey& key, ByteView message, const Signature& signature);

/// True if the key is a point of the prime-order group: asked once, when a key is certified.
[[nodiscard]] bool vetPublicKey(const PublicKey& key);

} // namespace teken::crypto
