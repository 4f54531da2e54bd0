#include "core/base/system.h"

#include "tests/support/fakes.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace teken {
namespace {

TEST(SystemClock, NeverRunsBackwards) {
    const SystemClock clock;
    auto last = clock.monotonic();
    for (int i = 0; i < 1000; ++i) {
        const auto now = clock.monotonic();
        ASSERT_GE(now, last);
        last = now;
    }
}

TEST(SystemClock, KnowsTheCentury) {
    const auto year2020 = WallTime{Milliseconds{1'577'836'800'000}};
    const auto year2100 = WallTime{Milliseconds{4'102'444'800'000}};
    EXPECT_GT(SystemClock().now(), year2020);
    EXPECT_LT(SystemClock().now(), year2100);
}

TEST(SystemClock, GivesTheSameBootTheSameId) {
    EXPECT_EQ(SystemClock().bootId(), SystemClock().bootId());
    if (!std::filesystem::exists("/proc/sys/kernel/random/boot_id"))
        GTEST_SKIP() << "this system does not name its boots";
    EXPECT_FALSE(SystemClock().bootId().isZero());
}

TEST(FakeClock, StandsStillUntilToldAndForgetsItsCounterAtReboot) {
    test::FakeClock clock;
    const auto wall = clock.now();
    const auto counter = clock.monotonic();
    const auto boot = clock.bootId();
    EXPECT_EQ(clock.now(), wall);
    clock.advance(Milliseconds{250});
    EXPECT_EQ(clock.now() - wall, Milliseconds{250});
    EXPECT_EQ(clock.monotonic() - counter, Milliseconds{250});
    clock.reboot();
    EXPECT_NE(clock.bootId(), boot);
    EXPECT_LT(clock.monotonic(), counter);
}

} // namespace
} // namespace teken
