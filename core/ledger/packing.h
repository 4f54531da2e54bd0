// Small values in a row: how facts and states lie in the ledger's tables. Not a format: nothing of it leaves
// the file, and another ruleset makes all rows anew.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <concepts>
#include <optional>
#include <vector>

namespace teken::ledger {

class Packer {
public:
    /// Seven bits a byte, the low ones first.
    Packer& number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7)
            m_bytes.push_back(static_cast<std::uint8_t>(value | 0x80));
        m_bytes.push_back(static_cast<std::uint8_t>(value));
        return *this;
    }
    Packer& integer(std::int64_t value) {
        const auto bits = static_cast<std::uint64_t>(value);
        return number(value < 0 ? ~(bits << 1) : bits << 1);
    }
    Packer& flag(bool value) { return number(value ? 1 : 0); }
    template <class Fixed>
    Packer& fixed(const Fixed& value) {
        m_bytes.insert(m_bytes.end(), value.bytes.begin(), value.bytes.end());
        return *this;
    }
    template <class Fixed>
    Packer& maybe(const std::optional<Fixed>& value) {
        flag(value.has_value());
        return value ? fixed(*value) : *this;
    }
    Packer& maybeNumber(const std::optional<std::uint64_t>& value) {
        flag(value.has_value());
        return value ? number(*value) : *this;
    }
    template <class Fixed>
    Packer& list(const std::vector<Fixed>& values) {
        number(values.size());
        for (const auto& value : values)
            fixed(value);
        return *this;
    }
    [[nodiscard]] Bytes take() { return std::move(m_bytes); }

private:
    Bytes m_bytes;
};

/// Reads what a Packer wrote, in the same order. Past the end it gives zeros and remembers; finish() tells.
class Unpacker {
public:
    explicit Unpacker(ByteView bytes) : m_bytes(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const auto byte = next();
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if ((byte & 0x80U) == 0)
                return value;
        }
        m_failed = true;
        return 0;
    }
    std::int64_t integer() {
        const auto bits = number();
        return static_cast<std::int64_t>((bits & 1) != 0 ? ~(bits >> 1) : bits >> 1);
    }
    bool flag() { return number() != 0; }
    template <class Fixed>
    Fixed fixed() {
        Fixed value;
        if (m_bytes.size() < Fixed::kSize) {
            m_failed = true;
            m_bytes = {};
            return value;
        }
        std::memcpy(value.bytes.data(), m_bytes.data(), Fixed::kSize);
        m_bytes = m_bytes.subspan(Fixed::kSize);
        return value;
    }
    template <class Fixed>
    std::optional<Fixed> maybe() {
        return flag() ? std::optional<Fixed>(fixed<Fixed>()) : std::nullopt;
    }
    std::optional<std::uint64_t> maybeNumber() {
        return flag() ? std::optional<std::uint64_t>(number()) : std::nullopt;
    }
    template <class Fixed>
    std::vector<Fixed> list() {
        std::vector<Fixed> values;
        for (auto left = count(); left > 0 && !m_failed; --left)
            values.push_back(fixed<Fixed>());
        return values;
    }
    /// The length of a list; never more than there are bytes left, so that damage cannot ask for memory.
    std::uint64_t count() {
        const auto stated = number();
        if (stated <= m_bytes.size())
            return stated;
        m_failed = true;
        return 0;
    }
    /// Corrupt ("ledger.damaged") if anything was missing or is left over.
    [[nodiscard]] Result<> finish() const {
        if (m_failed || !m_bytes.empty())
            return fail(ErrorCode::Corrupt, "ledger.damaged", "a row of the ledger is not as it was written");
        return {};
    }

private:
    std::uint8_t next() {
        if (m_bytes.empty()) {
            m_failed = true;
            return 0;
        }
        const auto byte = m_bytes.front();
        m_bytes = m_bytes.subspan(1);
        return byte;
    }
    ByteView m_bytes;
    bool m_failed = false;
};

} // namespace teken::ledger
