#include "tests/support/fakes.h"

namespace teken::test {

void FakeClock::reboot() {
    ++m_boot.bytes[0];
    m_monotonic = Milliseconds{500};
}

void SeededRandom::fill(std::span<std::uint8_t> into) {
    for (auto& byte : into)
        byte = static_cast<std::uint8_t>(m_engine());
}

} // namespace teken::test
