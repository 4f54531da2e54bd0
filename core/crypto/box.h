// Sealing to a recipient's public key (X25519): small secrets at once, files as a stream.
#pragma once

#include "core/base/seams.h"
#include "core/crypto/secret.h"

#include <array>
#include <cstddef>

namespace teken::crypto {

class RecipientSecret {
public:
    [[nodiscard]] static RecipientSecret generate(RandomSource& random);
    [[nodiscard]] static Result<RecipientSecret> fromSeed(ByteView seed); ///< exactly 32 bytes
    [[nodiscard]] const RecipientKey& publicKey() const { return m_public; }
    [[nodiscard]] SecretBytes seed() const { return m_seed.clone(); }

    /// Opens what sealTo() made; VerificationFailed ("crypto.seal-broken") for anything else.
    [[nodiscard]] Result<SecretBytes> open(ByteView sealed) const;

private:
    RecipientSecret() = default;
    SecretBytes m_seed;
    SecretBytes m_secret;
    RecipientKey m_public;
};

inline constexpr std::size_t kSealToOverhead = 48;

/// crypto_box_seal: anonymous, only the recipient can open. InvalidInput for a key of small order.
[[nodiscard]] Result<Bytes> sealTo(const RecipientKey& recipient, ByteView plain);

inline constexpr std::size_t kStreamHeaderBytes = 24;
inline constexpr std::size_t kStreamOverhead = 17; ///< per chunk

/// secretstream (XChaCha20-Poly1305): chunks keep their order, and the last one says that it is the last.
class StreamSealer {
public:
    explicit StreamSealer(const SecretBytes& key); ///< 32 bytes
    ~StreamSealer();
    StreamSealer(const StreamSealer&) = delete;
    StreamSealer& operator=(const StreamSealer&) = delete;
    [[nodiscard]] ByteView header() const { return m_header; }
    [[nodiscard]] Bytes push(ByteView plain, bool last);

private:
    std::array<std::uint8_t, kStreamHeaderBytes> m_header{};
    alignas(8) std::array<std::byte, 128> m_state;
};

class StreamOpener {
public:
    [[nodiscard]] static Result<StreamOpener> begin(const SecretBytes& key, ByteView header);
    ~StreamOpener();
    StreamOpener(StreamOpener&&) noexcept = default;
    StreamOpener& operator=(StreamOpener&&) = delete;

    struct Chunk {
        Bytes plain;
        bool last = false;
    };
    /// VerificationFailed for an altered, dropped, repeated or re-ordered chunk, and for any after the last.
    [[nodiscard]] Result<Chunk> pull(ByteView sealed);

private:
    StreamOpener() = default;
    alignas(8) std::array<std::byte, 128> m_state;
    bool m_ended = false;
};

} // namespace teken::crypto
