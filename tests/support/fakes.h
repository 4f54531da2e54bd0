// Seams under a test's control: a clock that stands still until told, and randomness from one seed.
#pragma once

#include "core/base/seams.h"

#include <random>

namespace teken::test {

/// Starts at 2023-11-17 01:15:00 UTC, 08.15 WIB on the morning of a signing.
class FakeClock final : public Clock {
public:
    [[nodiscard]] WallTime now() const override { return m_now; }
    [[nodiscard]] Milliseconds monotonic() const override { return m_monotonic; }
    [[nodiscard]] BootId bootId() const override { return m_boot; }

    void advance(Milliseconds by) {
        m_now += by;
        m_monotonic += by;
    }
    void setWall(WallTime now) { m_now = now; }
    void reboot();

private:
    WallTime m_now{Milliseconds{1'700'183'700'000}};
    Milliseconds m_monotonic{1'000};
    BootId m_boot{{1}};
};

/// The same seed gives the same bytes: for tests only.
class SeededRandom final : public RandomSource {
public:
    explicit SeededRandom(std::uint64_t seed = 1) : m_engine(seed) {}
    void fill(std::span<std::uint8_t> into) override;

private:
    std::mt19937_64 m_engine;
};

} // namespace teken::test
