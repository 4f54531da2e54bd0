// A passphrase becomes a key with Argon2id (RFC 9106).
#pragma once

#include "core/base/seams.h"
#include "core/crypto/secret.h"

namespace teken::crypto {

/// Stored beside whatever the key seals.
struct KdfParams {
    std::uint64_t operations = 0;
    std::uint64_t memoryBytes = 0;
    Salt salt;

    /// libsodium's "moderate": 3 passes over 256 MiB.
    [[nodiscard]] static KdfParams moderate(RandomSource& random);
    /// The least Argon2id allows: for tests and for practice data only.
    [[nodiscard]] static KdfParams fast(RandomSource& random);
};

/// 32 bytes. InvalidInput for an empty passphrase or parameters outside the limits (at most 16 passes and
/// 1 GiB, so that a hostile file cannot stall the machine); NoSpace without memory.
[[nodiscard]] Result<SecretBytes> deriveKey(const SecretBytes& passphrase, const KdfParams& params);

} // namespace teken::crypto
