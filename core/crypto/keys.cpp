#include "core/crypto/keys.h"

#include "core/crypto/hash.h"

#include <sodium.h>

namespace teken::crypto {

SigningKey SigningKey::generate(RandomSource& random) {
    SecretBytes seed(kSeedBytes);
    random.fill(seed.writable());
    auto key = fromSeed(seed.view());
    TEKEN_ASSERT(key.has_value(), "a fresh seed has the right length");
    return std::move(*key);
}

Result<SigningKey> SigningKey::fromSeed(ByteView seed) {
    if (seed.size() != kSeedBytes)
        return fail(ErrorCode::InvalidInput, "crypto.seed-length",
                    "expected a seed of 32 bytes, found " + std::to_string(seed.size()));
    SigningKey key;
    key.m_secret = SecretBytes(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(key.m_public.bytes.data(), key.m_secret.writable().data(), seed.data());
    return key;
}

FeedId SigningKey::feedId() const {
    return feedIdOf(m_public);
}

Signature SigningKey::sign(ByteView message) const {
    TEKEN_ASSERT(!m_secret.empty(), "signing with a moved-from key");
    Signature signature;
    crypto_sign_detached(signature.bytes.data(), nullptr, message.data(), message.size(),
                         m_secret.view().data());
    return signature;
}

SecretBytes SigningKey::seed() const {
    return SecretBytes::copyOf(m_secret.view().first(kSeedBytes));
}

bool verify(const PublicKey& key, ByteView message, const Signature& signature) {
    return crypto_sign_verify_detached(signature.bytes.data(), message.data(), message.size(),
                                       key.bytes.data()) == 0;
}

bool vetPublicKey(const PublicKey& key) {
    return crypto_core_ed25519_is_valid_point(key.bytes.data()) == 1;
}

} // namespace teken::crypto
