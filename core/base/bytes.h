// Bytes, views of bytes, and fixed-size identifiers that cannot be taken for one another.
#pragma once

#include "core/base/encoding.h"

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace teken {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

[[nodiscard]] inline ByteView view(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view textOf(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
[[nodiscard]] inline Bytes toBytes(ByteView bytes) {
    return {bytes.begin(), bytes.end()};
}
[[nodiscard]] inline Bytes toBytes(std::string_view text) {
    return toBytes(view(text));
}

/// N bytes with a meaning. Ordered and hashable; printed as lowercase hex.
template <class Tag, std::size_t N>
struct FixedBytes {
    static constexpr std::size_t kSize = N;
    std::array<std::uint8_t, N> bytes{};

    [[nodiscard]] std::string hex() const { return encodeHex(bytes); }
    [[nodiscard]] ByteView view() const { return bytes; }
    [[nodiscard]] bool isZero() const {
        for (const auto byte : bytes)
            if (byte != 0)
                return false;
        return true;
    }

    /// Exactly 2N lowercase hex digits.
    [[nodiscard]] static Result<FixedBytes> fromHex(std::string_view text) {
        FixedBytes value;
        TEKEN_CHECK(decodeHex(text, value.bytes));
        return value;
    }
    /// Exactly N bytes.
    [[nodiscard]] static Result<FixedBytes> fromBytes(std::span<const std::uint8_t> raw) {
        if (raw.size() != N)
            return fail(ErrorCode::InvalidInput, "bytes.length",
                        "expected " + std::to_string(N) + " bytes, found " + std::to_string(raw.size()));
        FixedBytes value;
        std::memcpy(value.bytes.data(), raw.data(), N);
        return value;
    }

    friend auto operator<=>(const FixedBytes&, const FixedBytes&) = default;
    friend bool operator==(const FixedBytes&, const FixedBytes&) = default;
};

using EntryId = FixedBytes<struct EntryIdTag, 32>;           ///< SHA-256 of an entry's PAE
using FeedId = FixedBytes<struct FeedIdTag, 32>;             ///< SHA-256 of the feed's public key
using BlobId = FixedBytes<struct BlobIdTag, 32>;             ///< SHA-256 of a blob's plain bytes
using Digest = FixedBytes<struct DigestTag, 32>;             ///< any other SHA-256
using PublicKey = FixedBytes<struct PublicKeyTag, 32>;       ///< Ed25519
using Signature = FixedBytes<struct SignatureTag, 64>;       ///< Ed25519
using RecipientKey = FixedBytes<struct RecipientKeyTag, 32>; ///< X25519 public key
using PersonId = FixedBytes<struct PersonIdTag, 16>;         ///< random, given by an import or by a laptop
using SessionId = FixedBytes<struct SessionIdTag, 16>;       ///< random, from the plan or the first laptop
using Salt = FixedBytes<struct SaltTag, 16>;                 ///< hides a payload behind its entry id
using BootId = FixedBytes<struct BootIdTag, 16>;             ///< one start of one machine
using Nonce = FixedBytes<struct NonceTag, 32>;               ///< a caller's challenge

} // namespace teken

template <class Tag, std::size_t N>
struct std::hash<teken::FixedBytes<Tag, N>> {
    // The values are hashes or random already: their first bytes are as good as any hash of them.
    std::size_t operator()(const teken::FixedBytes<Tag, N>& value) const noexcept {
        std::size_t result = 0;
        std::memcpy(&result, value.bytes.data(), sizeof result);
        return result;
    }
};
