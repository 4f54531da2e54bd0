#include "core/crypto/aead.h"

#include <sodium.h>

namespace teken::crypto {
namespace {

constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(kNonce + kTag == kSealOverhead);

Result<> openInto(std::span<std::uint8_t> plain, const SecretBytes& key, ByteView sealed, ByteView context) {
    TEKEN_ASSERT(key.size() == kSealKeyBytes, "a sealing key has 32 bytes");
    const ByteView cipher = sealed.subspan(kNonce);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, cipher.data(),
                                                   cipher.size(), context.data(), context.size(),
                                                   sealed.data(), key.view().data()) != 0)
        return fail(ErrorCode::VerificationFailed, "crypto.seal-broken", "wrong key or altered data");
    return {};
}

Result<> checkLength(ByteView sealed) {
    if (sealed.size() < kSealOverhead)
        return fail(ErrorCode::VerificationFailed, "crypto.seal-broken",
                    "expected at least 40 sealed bytes, found " + std::to_string(sealed.size()));
    return {};
}

} // namespace

Bytes seal(const SecretBytes& key, RandomSource& random, ByteView plain, ByteView context) {
    TEKEN_ASSERT(key.size() == kSealKeyBytes, "a sealing key has 32 bytes");
    Bytes sealed(kNonce + plain.size() + kTag);
    random.fill(std::span(sealed).first(kNonce));
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + kNonce, nullptr, plain.data(), plain.size(),
                                               context.data(), context.size(), nullptr, sealed.data(),
                                               key.view().data());
    return sealed;
}

Result<Bytes> open(const SecretBytes& key, ByteView sealed, ByteView context) {
    TEKEN_CHECK(checkLength(sealed));
    Bytes plain(sealed.size() - kSealOverhead);
    TEKEN_CHECK(openInto(plain, key, sealed, context));
    return plain;
}

Result<SecretBytes> openSecret(const SecretBytes& key, ByteView sealed, ByteView context) {
    TEKEN_CHECK(checkLength(sealed));
    SecretBytes plain(sealed.size() - kSealOverhead);
    TEKEN_CHECK(openInto(plain.writable(), key, sealed, context));
    return plain;
}

} // namespace teken::crypto
