#include "sync/client/http_transport.h"
#include "sync/client/schedule.h"
#include "tests/support/fakes.h"

#include <gtest/gtest.h>

namespace teken::sync::client {
namespace {

using namespace std::chrono_literals;

class ScheduleTest : public testing::Test {
protected:
    test::SeededRandom random;
    Schedule schedule{random};
    Milliseconds now{1'000'000};
};

TEST_F(ScheduleTest, IsDueFromTheStart) {
    EXPECT_TRUE(schedule.due(now));
}

TEST_F(ScheduleTest, DoublesFromFiveSecondsToFifteenMinutesWithJitter) {
    Milliseconds base = 5s;
    for (int i = 0; i < 12; ++i) {
        schedule.failed(now, {});
        const auto wait = schedule.wait(now);
        EXPECT_GE(wait, base * 4 / 5) << i;
        EXPECT_LE(wait, base * 6 / 5) << i;
        now += wait;
        EXPECT_TRUE(schedule.due(now));
        base = std::min<Milliseconds>(base * 2, 15min);
    }
}

TEST_F(ScheduleTest, DoesNotWaitInStep) {
    test::SeededRandom otherRandom(2);
    Schedule other(otherRandom);
    schedule.failed(now, {});
    other.failed(now, {});
    EXPECT_NE(schedule.wait(now), other.wait(now));
}

TEST_F(ScheduleTest, BeginsAnewAfterSuccess) {
    for (int i = 0; i < 8; ++i)
        schedule.failed(now, {});
    schedule.succeeded(now);
    schedule.failed(now, {});
    EXPECT_LE(schedule.wait(now), 6s);
}

TEST_F(ScheduleTest, TriesAtOnceWhenAskedButNotBeforeARetryAfter) {
    schedule.failed(now, {});
    schedule.wanted(now);
    EXPECT_TRUE(schedule.due(now));
    schedule.failed(now, 60s);
    schedule.wanted(now);
    EXPECT_EQ(schedule.wait(now), 60s);
}

TEST_F(ScheduleTest, IsNotSilencedForEverByAHostileRetryAfter) {
    schedule.failed(now, 10'000h);
    EXPECT_LE(schedule.wait(now), 18min);
}

TEST_F(ScheduleTest, SendsSoonAfterASavedEntryUnlessBackingOff) {
    schedule.succeeded(now);
    schedule.saved(now);
    EXPECT_EQ(schedule.wait(now), Schedule::kSettle);
    schedule.failed(now, {});
    schedule.failed(now, {});
    schedule.failed(now, {});
    const auto before = schedule.wait(now);
    schedule.saved(now);
    EXPECT_EQ(schedule.wait(now), before);
}

TEST_F(ScheduleTest, ComesBackSoonForReceiptsThatWaitForACheckpointButNotForEver) {
    Milliseconds base = 5s;
    for (int i = 0; i < 10; ++i) {
        schedule.succeeded(now, true);
        EXPECT_GE(schedule.wait(now), base * 4 / 5) << i;
        EXPECT_LE(schedule.wait(now), base * 6 / 5) << i;
        base = std::min<Milliseconds>(base * 2, 15min);
    }
    schedule.saved(now);
    EXPECT_EQ(schedule.wait(now), Schedule::kSettle) << "this is no failure";
    schedule.succeeded(now);
    EXPECT_GE(schedule.wait(now), 12min);
    schedule.succeeded(now, true);
    EXPECT_LE(schedule.wait(now), 6s);
}

TEST(AddressOfAServer, IsTakenApart) {
    const auto parts = [](std::string_view text) {
        const auto address = parseAddress(text);
        return address
                   ? (address->tls ? "tls " : "plain ") + address->host + " " + std::to_string(address->port)
                   : address.error().reason;
    };
    EXPECT_EQ(parts("https://pusat.example.go.id:8443"), "tls pusat.example.go.id 8443");
    EXPECT_EQ(parts("https://pusat.example.go.id/"), "tls pusat.example.go.id 443");
    EXPECT_EQ(parts("http://127.0.0.1:8080"), "plain 127.0.0.1 8080");
    EXPECT_EQ(parts("https://[::1]:8443"), "tls ::1 8443");
    for (const char* bad :
         {"", "pusat", "ftp://x", "https://", "https://a:0", "https://a:70000", "https://a/b", "https://a?b",
          "https://a b", "https://[::1", "https://user@a", "https://a:8x"})
        EXPECT_EQ(parts(bad), "sync.address") << bad;
}

TEST(AddressOfAServer, NeedsAPinForTlsAndLoopbackForPlain) {
    const auto reason = [](HttpSettings settings) {
        const auto made = HttpTransport::create(std::move(settings));
        return made ? "made" : made.error().reason;
    };
    EXPECT_EQ(reason({.address = "https://pusat.example", .pins = {}}), "sync.no-pin");
    EXPECT_EQ(reason({.address = "http://pusat.example", .pins = {}}), "sync.address-plain");
    EXPECT_EQ(reason({.address = "http://127.0.0.1:1", .pins = {}}), "made");
    EXPECT_EQ(reason({.address = "https://pusat.example", .pins = {Digest{}}}), "made");
}

} // namespace
} // namespace teken::sync::client
