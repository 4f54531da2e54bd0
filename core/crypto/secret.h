// Secrets live in guarded memory: locked against swapping, wiped when freed, never copied, never printed.
#pragma once

#include "core/base/bytes.h"

#include <cstddef>
#include <string_view>

namespace teken::crypto {

class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size);
    ~SecretBytes();
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;

    /// Copies `source`; wiping the source is the caller's part (see wipe()).
    [[nodiscard]] static SecretBytes copyOf(ByteView source);

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] ByteView view() const { return {m_data, m_size}; }
    [[nodiscard]] std::span<std::uint8_t> writable() { return {m_data, m_size}; }
    [[nodiscard]] SecretBytes clone() const { return copyOf(view()); }

private:
    std::uint8_t* m_data = nullptr; // owned, from sodium_malloc
    std::size_t m_size = 0;
};

/// Overwrites memory in a way the compiler keeps.
void wipe(std::span<std::uint8_t> bytes);
inline void wipe(std::string& text) {
    wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
}

/// Equal in time that depends on the length only.
[[nodiscard]] bool equalSecrets(ByteView a, ByteView b);

} // namespace teken::crypto
