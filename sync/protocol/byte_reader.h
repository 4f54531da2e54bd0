// Takes bytes off the front of a message; after a cut it gives zeros and remembers. For codecs only.
#pragma once

#include "sync/protocol/binary.h"

#include <algorithm>

namespace teken::sync {

class ByteReader {
public:
    explicit ByteReader(ByteView bytes) : m_rest(bytes) {}
    [[nodiscard]] bool cut() const { return m_cut; }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    [[nodiscard]] ByteView rest() const { return m_rest; }

    [[nodiscard]] ByteView take(std::size_t count) {
        if (count > m_rest.size()) {
            m_cut = true;
            m_rest = {};
            return {};
        }
        const auto taken = m_rest.first(count);
        m_rest = m_rest.subspan(count);
        return taken;
    }
    template <class Integer>
    [[nodiscard]] Integer number() {
        const auto bytes = take(sizeof(Integer));
        return bytes.empty() ? Integer{0} : getBig<Integer>(bytes);
    }
    template <class Fixed>
    [[nodiscard]] Fixed fixed() {
        Fixed value;
        const auto bytes = take(Fixed::kSize);
        std::copy(bytes.begin(), bytes.end(), value.bytes.begin());
        return value;
    }

private:
    ByteView m_rest;
    bool m_cut = false;
};

} // namespace teken::sync
