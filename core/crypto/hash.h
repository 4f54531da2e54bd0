// SHA-256 (FIPS 180-4).
#pragma once

#include "core/base/bytes.h"

#include <array>
#include <cstddef>

namespace teken::crypto {

/// Feed it in pieces, finish once.
class Sha256 {
public:
    Sha256();
    Sha256& add(ByteView bytes);
    Sha256& add(std::string_view text) { return add(teken::view(text)); }
    [[nodiscard]] Digest finish();

private:
    alignas(8) std::array<std::byte, 128> m_state; // SHA256_CTX; its size is checked in hash.cpp
};

[[nodiscard]] Digest sha256(ByteView bytes);
[[nodiscard]] inline Digest sha256(std::string_view text) {
    return sha256(teken::view(text));
}

[[nodiscard]] inline BlobId blobIdOf(ByteView plain) {
    return {sha256(plain).bytes};
}
[[nodiscard]] inline FeedId feedIdOf(const PublicKey& key) {
    return {sha256(key.view()).bytes};
}

} // namespace teken::crypto
