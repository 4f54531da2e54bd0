#include "core/crypto/box.h"

#include <sodium.h>

#include <new>

namespace teken::crypto {
namespace {

static_assert(kStreamHeaderBytes == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
static_assert(kStreamOverhead == crypto_secretstream_xchacha20poly1305_ABYTES);
static_assert(kSealToOverhead == crypto_box_SEALBYTES);

using StreamState = crypto_secretstream_xchacha20poly1305_state;

StreamState* stateOf(std::array<std::byte, 128>& memory) {
    static_assert(sizeof(StreamState) <= 128 && alignof(StreamState) <= 8);
    return std::launder(reinterpret_cast<StreamState*>(memory.data()));
}

void wipeState(std::array<std::byte, 128>& memory) {
    sodium_memzero(memory.data(), memory.size());
}

tl::unexpected<Error> broken(const char* what) {
    return fail(ErrorCode::VerificationFailed, "crypto.seal-broken", what);
}

} // namespace

RecipientSecret RecipientSecret::generate(RandomSource& random) {
    SecretBytes seed(crypto_box_SEEDBYTES);
    random.fill(seed.writable());
    auto secret = fromSeed(seed.view());
    TEKEN_ASSERT(secret.has_value(), "a fresh seed has the right length");
    return std::move(*secret);
}

Result<RecipientSecret> RecipientSecret::fromSeed(ByteView seed) {
    if (seed.size() != crypto_box_SEEDBYTES)
        return fail(ErrorCode::InvalidInput, "crypto.seed-length",
                    "expected a seed of 32 bytes, found " + std::to_string(seed.size()));
    RecipientSecret secret;
    secret.m_seed = SecretBytes::copyOf(seed);
    secret.m_secret = SecretBytes(crypto_box_SECRETKEYBYTES);
    crypto_box_seed_keypair(secret.m_public.bytes.data(), secret.m_secret.writable().data(), seed.data());
    return secret;
}

Result<SecretBytes> RecipientSecret::open(ByteView sealed) const {
    if (sealed.size() < kSealToOverhead)
        return broken("expected at least 48 sealed bytes");
    SecretBytes plain(sealed.size() - kSealToOverhead);
    if (crypto_box_seal_open(plain.writable().data(), sealed.data(), sealed.size(), m_public.bytes.data(),
                             m_secret.view().data()) != 0)
        return broken("not sealed to this recipient, or altered");
    return plain;
}

Result<Bytes> sealTo(const RecipientKey& recipient, ByteView plain) {
    Bytes sealed(plain.size() + kSealToOverhead);
    if (crypto_box_seal(sealed.data(), plain.data(), plain.size(), recipient.bytes.data()) != 0)
        return fail(ErrorCode::InvalidInput, "crypto.recipient-key", "the recipient's key is of small order");
    return sealed;
}

StreamSealer::StreamSealer(const SecretBytes& key) : m_state{} {
    TEKEN_ASSERT(key.size() == crypto_secretstream_xchacha20poly1305_KEYBYTES, "a stream key has 32 bytes");
    new (m_state.data()) StreamState;
    crypto_secretstream_xchacha20poly1305_init_push(stateOf(m_state), m_header.data(), key.view().data());
}

StreamSealer::~StreamSealer() {
    wipeState(m_state);
}

Bytes StreamSealer::push(ByteView plain, bool last) {
    Bytes sealed(plain.size() + kStreamOverhead);
    const unsigned char tag = last ? crypto_secretstream_xchacha20poly1305_tag_final()
                                   : crypto_secretstream_xchacha20poly1305_tag_message();
    crypto_secretstream_xchacha20poly1305_push(stateOf(m_state), sealed.data(), nullptr, plain.data(),
                                               plain.size(), nullptr, 0, tag);
    return sealed;
}

Result<StreamOpener> StreamOpener::begin(const SecretBytes& key, ByteView header) {
    TEKEN_ASSERT(key.size() == crypto_secretstream_xchacha20poly1305_KEYBYTES, "a stream key has 32 bytes");
    if (header.size() != kStreamHeaderBytes)
        return broken("expected a stream header of 24 bytes");
    StreamOpener opener;
    new (opener.m_state.data()) StreamState;
    if (crypto_secretstream_xchacha20poly1305_init_pull(stateOf(opener.m_state), header.data(),
                                                        key.view().data()) != 0)
        return broken("bad stream header");
    return opener;
}

StreamOpener::~StreamOpener() {
    wipeState(m_state);
}

Result<StreamOpener::Chunk> StreamOpener::pull(ByteView sealed) {
    if (m_ended)
        return broken("data after the last chunk");
    if (sealed.size() < kStreamOverhead)
        return broken("expected at least 17 sealed bytes");
    Chunk chunk;
    chunk.plain.resize(sealed.size() - kStreamOverhead);
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(stateOf(m_state), chunk.plain.data(), nullptr, &tag,
                                                   sealed.data(), sealed.size(), nullptr, 0) != 0) {
        m_ended = true; // a reader that failed stays failed
        return broken("altered, missing or re-ordered chunk");
    }
    chunk.last = tag == crypto_secretstream_xchacha20poly1305_tag_final();
    m_ended = chunk.last;
    return chunk;
}

} // namespace teken::crypto
