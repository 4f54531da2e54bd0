#include "core/crypto/passphrase.h"

#include <sodium.h>

namespace teken::crypto {
namespace {

constexpr std::uint64_t kMostOperations = 16;
constexpr std::uint64_t kMostMemory = 1ULL << 30;

} // namespace

KdfParams KdfParams::moderate(RandomSource& random) {
    return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE, random.make<Salt>()};
}

KdfParams KdfParams::fast(RandomSource& random) {
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN, random.make<Salt>()};
}

Result<SecretBytes> deriveKey(const SecretBytes& passphrase, const KdfParams& params) {
    if (passphrase.empty())
        return fail(ErrorCode::InvalidInput, "crypto.passphrase-empty", "expected a passphrase, found none");
    if (params.operations < crypto_pwhash_OPSLIMIT_MIN || params.operations > kMostOperations ||
        params.memoryBytes < crypto_pwhash_MEMLIMIT_MIN || params.memoryBytes > kMostMemory)
        return fail(ErrorCode::InvalidInput, "crypto.kdf-params",
                    "key derivation parameters outside the limits");
    SecretBytes key(32);
    const auto* text = reinterpret_cast<const char*>(passphrase.view().data());
    if (crypto_pwhash(key.writable().data(), key.size(), text, passphrase.size(), params.salt.bytes.data(),
                      params.operations, params.memoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(ErrorCode::NoSpace, "crypto.memory", "not enough memory to derive the key");
    return key;
}

} // namespace teken::crypto
