// Sealing of small pieces of data under a shared key: XChaCha20-Poly1305 with a random nonce in front.
#pragma once

#include "core/base/seams.h"
#include "core/crypto/secret.h"

namespace teken::crypto {

inline constexpr std::size_t kSealKeyBytes = 32;
inline constexpr std::size_t kSealOverhead = 24 + 16; ///< nonce and tag

/// nonce(24) || ciphertext || tag(16). `context` is bound but not stored: name the row and column, so that a
/// sealed value moved elsewhere does not open.
[[nodiscard]] Bytes seal(const SecretBytes& key, RandomSource& random, ByteView plain, ByteView context);

/// VerificationFailed ("crypto.seal-broken") if key, context or a byte differ.
[[nodiscard]] Result<Bytes> open(const SecretBytes& key, ByteView sealed, ByteView context);
[[nodiscard]] Result<SecretBytes> openSecret(const SecretBytes& key, ByteView sealed, ByteView context);

} // namespace teken::crypto
