// OpenSSL's SHA-256 uses the processor's own instructions: a quarter of libsodium's time, and every entry is
// hashed twice. Its plain functions are deprecated for the sake of exchangeable algorithms; this one is in the
// formats, and without them each hash would begin with an allocation.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "core/crypto/hash.h"

#include <openssl/sha.h>

#include <new>

namespace teken::crypto {
namespace {

SHA256_CTX* stateOf(std::array<std::byte, 128>& memory) {
    static_assert(sizeof(SHA256_CTX) <= 128 && alignof(SHA256_CTX) <= 8);
    return std::launder(reinterpret_cast<SHA256_CTX*>(memory.data()));
}

} // namespace

Sha256::Sha256() : m_state{} {
    new (m_state.data()) SHA256_CTX;
    SHA256_Init(stateOf(m_state));
}

Sha256& Sha256::add(ByteView bytes) {
    SHA256_Update(stateOf(m_state), bytes.data(), bytes.size());
    return *this;
}

Digest Sha256::finish() {
    Digest digest;
    SHA256_Final(digest.bytes.data(), stateOf(m_state));
    return digest;
}

Digest sha256(ByteView bytes) {
    Digest digest;
    SHA256(bytes.data(), bytes.size(), digest.bytes.data());
    return digest;
}

} // namespace teken::crypto
