#include "core/crypto/secret.h"

#include <sodium.h>

#include <utility>

namespace teken::crypto {

SecretBytes::SecretBytes(std::size_t size) : m_size(size) {
    if (size == 0)
        return;
    m_data = static_cast<std::uint8_t*>(sodium_malloc(size));
    TEKEN_ASSERT(m_data != nullptr, "no guarded memory left");
    sodium_memzero(m_data, size);
}

SecretBytes::~SecretBytes() {
    if (m_data != nullptr)
        sodium_free(m_data); // wipes
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
    if (this != &other) {
        if (m_data != nullptr)
            sodium_free(m_data);
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes SecretBytes::copyOf(ByteView source) {
    SecretBytes secret(source.size());
    if (!source.empty())
        std::memcpy(secret.m_data, source.data(), source.size());
    return secret;
}

void wipe(std::span<std::uint8_t> bytes) {
    sodium_memzero(bytes.data(), bytes.size());
}

bool equalSecrets(ByteView a, ByteView b) {
    return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0);
}

} // namespace teken::crypto
