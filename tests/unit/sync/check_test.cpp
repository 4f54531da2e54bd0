// What anybody who holds a slip may ask of a server, and how often.
#include "core/crypto/hash.h"
#include "core/entry/slip_code.h"
#include "core/log/evidence.h"
#include "sync/protocol/strict_json.h"
#include "sync/server/check_desk.h"
#include "sync/server/checkpoint_history.h"
#include "sync/server/router.h"
#include "tests/unit/sync/log_fixture.h"

namespace teken::test {
namespace {

using sync::server::CheckDesk;
using sync::server::CheckLimit;
using sync::server::CheckpointHistory;

constexpr const char* kCaller = "10.0.0.7";

struct CheckTest : LogTest {
    LaptopNode& laptop = world.laptop("PMK-017");
    sync::server::CheckLimits limits;

    std::string signedCode(std::uint32_t person = 1) {
        const auto record = laptop.sign(person);
        EXPECT_TRUE(laptop.sync().error == std::nullopt);
        return entry::slipCode(record.raw.payload);
    }
    void begin() {
        keepLog();
        certifyLog();
        must(service().keepHistory(files, world.folder / "riwayat"));
        laptop.openSession();
    }
    void tend(int milliseconds = 1'000) {
        wait(milliseconds);
        service().tendHistory();
    }
};

sync::Request question(const std::string& code) {
    sync::Request request;
    request.path = sync::server::kCheckPath;
    request.contentType = sync::server::kCheckContent;
    request.body = toBytes("{\"code\":\"" + code + "\"}");
    return request;
}

TEST_F(CheckTest, AnswersACodeWithTheProofOfItsRecord) {
    begin();
    const auto code = signedCode();
    tend();
    const auto answer = orThrow(service().check(code));
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->standing, desk::Standing::Counts);
    EXPECT_TRUE(answer->sinceMs.has_value());
    EXPECT_THAT(answer->bukti, testing::HasSubstr("\"format\":\"teken/bukti/v1\""));
    EXPECT_THAT(answer->bukti, testing::HasSubstr("c2sp.org/tlog-proof@v1"));
    EXPECT_THAT(answer->bukti, testing::HasSubstr(origin));
}

TEST_F(CheckTest, SaysNothingOfOtherCodesAndOfOtherKindsOfEntries) {
    begin();
    const auto code = signedCode();
    EXPECT_FALSE(orThrow(service().check(entry::slipCode(view("another")))).has_value());
    const auto note = laptop.note("seseorang bernama Sri");
    ASSERT_FALSE(laptop.sync().error);
    EXPECT_FALSE(orThrow(service().check(entry::slipCode(note.raw.payload))).has_value());
    EXPECT_TRUE(orThrow(service().check(code)).has_value());
}

TEST_F(CheckTest, HasNoPlaceToShowBeforeACheckpointCoversTheRecord) {
    begin();
    ASSERT_FALSE(laptop.sync().error);
    tend();
    const auto record = laptop.sign(1);
    static_cast<void>(push({record}));
    const auto answer = orThrow(service().check(entry::slipCode(record.raw.payload)));
    ASSERT_TRUE(answer.has_value());
    EXPECT_FALSE(answer->sinceMs.has_value());
    EXPECT_THAT(answer->bukti, testing::HasSubstr("\"proof\":null"));
}

TEST_F(CheckTest, ProvesTheRecordUnderTheFirstCheckpointThatWasKept) {
    begin();
    const auto code = signedCode(1);
    tend();
    const auto before = orThrow(service().check(code));
    for (std::uint32_t person = 2; person < 6; ++person) {
        static_cast<void>(signedCode(person));
        tend(3'600'000);
    }
    const auto after = orThrow(service().check(code));
    EXPECT_EQ(after->sinceMs, before->sinceMs) << "a day later it is still there since the first hour";
    EXPECT_EQ(after->bukti, before->bukti);
}

TEST_F(CheckTest, AnswersInTheBodyAloneAndAlikeForWhateverItDoesNotHave) {
    begin();
    const auto code = signedCode();
    CheckDesk desk(service(), limits, world.world.clock, world.world.random);
    const auto good = orThrow(desk.answer(kCaller, question(code)));
    EXPECT_EQ(good.status, 200);
    EXPECT_EQ(good.contentType, sync::server::kCheckContent);
    EXPECT_THAT(std::string(textOf(good.body)), testing::StartsWith(R"({"found":true,"standing":"counts",)"));
    for (const auto* other : {"a", "b", "c"}) {
        const auto unknown = orThrow(desk.answer(kCaller, question(entry::slipCode(view(other)))));
        EXPECT_EQ(unknown.status, 200);
        EXPECT_EQ(textOf(unknown.body), R"({"found":false})");
    }
}

TEST_F(CheckTest, RefusesMalformedQuestions) {
    begin();
    CheckDesk desk(service(), limits, world.world.clock, world.world.random);
    EXPECT_EQ(reasonOf(desk.answer(kCaller, question("7KQ2"))), "slip.code-form");
    auto wrong = signedCode();
    wrong.back() = wrong.back() == 'A' ? 'B' : 'A';
    EXPECT_EQ(reasonOf(desk.answer(kCaller, question(wrong))), "slip.code-check");
    EXPECT_EQ(reasonOf(desk.answer(kCaller, question("\",\"name\":\"Sri"))), "check.message");
    auto typed = question("x");
    typed.contentType = "application/json";
    EXPECT_EQ(reasonOf(desk.answer(kCaller, typed)), "sync.content-type");
    typed = question("x");
    typed.body = toBytes("[");
    EXPECT_EQ(reasonOf(desk.answer(kCaller, typed)), "check.message");
}

TEST_F(CheckTest, TellsWhoAsksTooOftenWhenToComeBack) {
    begin();
    limits.perAddress = 3;
    limits.together = 5;
    CheckDesk desk(service(), limits, world.world.clock, world.world.random);
    const auto unknown = entry::slipCode(view("another"));
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(orThrow(desk.answer(kCaller, question(unknown))).status, 200);
    const auto refused = orThrow(desk.answer(kCaller, question(unknown)));
    EXPECT_EQ(refused.status, 429);
    ASSERT_TRUE(refused.retryAfter.has_value());
    EXPECT_EQ(refused.retryAfter->count(), 20);
    EXPECT_EQ(orThrow(desk.answer("10.0.0.8", question(unknown))).status, 200);
    EXPECT_EQ(orThrow(desk.answer("10.0.0.9", question(unknown))).status, 200);
    EXPECT_EQ(orThrow(desk.answer("10.0.0.10", question(unknown))).status, 429) << "all together";
    world.world.clock.advance(*refused.retryAfter);
    EXPECT_EQ(orThrow(desk.answer(kCaller, question(unknown))).status, 200);
}

TEST(CheckLimits, TakeANetworkOfIpv6AsOneCaller) {
    using sync::server::limitedPart;
    EXPECT_EQ(limitedPart("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2");
    EXPECT_EQ(limitedPart("2001:db8:1:2::9"), "2001:db8:1:2");
    EXPECT_EQ(limitedPart("2001:db8::9"), "2001:db8");
    EXPECT_EQ(limitedPart("10.0.0.7"), "10.0.0.7");
    EXPECT_EQ(limitedPart("::ffff:10.0.0.7"), "::ffff:10.0.0.7");
    EXPECT_EQ(limitedPart(""), "");
}

TEST_F(CheckTest, ServesAPageThatMayReachNobodyElse) {
    begin();
    CheckDesk desk(service(), limits, world.world.clock, world.world.random);
    sync::server::Router router(service(), world.world.random, &service(), &desk);
    ASSERT_TRUE(router.isFile("/periksa"));
    const auto page = router.file("/periksa");
    EXPECT_EQ(page.status, 200);
    const auto policy = router.pagePolicy();
    EXPECT_THAT(policy, testing::StartsWith("default-src 'none'; script-src 'sha256-"));
    EXPECT_THAT(policy, testing::HasSubstr("connect-src 'self'"));
    EXPECT_THAT(policy, testing::EndsWith("frame-ancestors 'none'"));
    EXPECT_THAT(policy, testing::Not(testing::HasSubstr("unsafe")));
    const std::string text(textOf(page.body));
    EXPECT_THAT(text, testing::Not(testing::HasSubstr("http://www.google")));
    EXPECT_THAT(text, testing::Not(testing::HasSubstr("<img")));
    EXPECT_THAT(text, testing::Not(testing::HasSubstr("@SCRIPT")));
    EXPECT_EQ(router.handleFrom(kCaller, question("x")).status, 400);
}

TEST_F(CheckTest, IsNotThereWhenItIsSwitchedOff) {
    sync::server::Router router(service(), world.world.random, &service());
    EXPECT_FALSE(router.isFile("/periksa"));
    EXPECT_FALSE(router.knows("/periksa"));
    EXPECT_EQ(router.handleFrom(kCaller, question("x")).status, 404);
}

// --- the history ----------------------------------------------------------------------------------------

struct History : CheckTest {
    CheckpointHistory open() { return orThrow(CheckpointHistory::open(files, world.folder / "pos")); }
    std::string note(std::uint64_t size, int witnesses = 0) {
        auto made = orThrow(log::signNote(
            log::formatCheckpoint({origin, {size}, crypto::sha256(std::to_string(size))}), origin, logKey));
        for (int i = 0; i < witnesses; ++i)
            made.lines.push_back({"saksi", {1, 2, 3, static_cast<std::uint8_t>(i)}, Bytes(72, 1)});
        return log::formatNote(made);
    }
    static WallTime at(std::int64_t minutes) {
        return WallTime{Milliseconds{1'763'799'000'000 + minutes * 60'000}};
    }
    static std::uint64_t sizeWith(const CheckpointHistory& history, std::uint64_t leaf) {
        const auto kept = orThrow(history.firstWith({leaf}));
        return kept ? kept->checkpoint.size.value : 0;
    }
};

TEST_F(History, KeepsOneAQuarterOfAnHourAndOnlyWhatHasGrown) {
    auto history = open();
    must(history.offer(note(5), at(0)));
    must(history.offer(note(6), at(1)));
    must(history.offer(note(5), at(20)));
    must(history.offer(note(9), at(21)));
    EXPECT_EQ(sizeWith(history, 4), 5U);
    EXPECT_EQ(sizeWith(history, 5), 9U);
    EXPECT_EQ(sizeWith(history, 9), 0U);
    EXPECT_EQ(sizeWith(open(), 5), 9U) << "after a restart, too";
}

TEST_F(History, PrefersWhatWitnessesSigned) {
    auto history = open();
    must(history.offer(note(5), at(0)));
    must(history.offer(note(5, 2), at(1)));
    must(history.offer(note(8), at(16)));
    EXPECT_EQ(orThrow(history.firstWith({3}))->note, note(5, 2));
    EXPECT_EQ(sizeWith(history, 6), 8U) << "without witnesses rather than not at all";
}

TEST_F(History, GoesOnAfterAClockThatWasSetBack) {
    auto history = open();
    must(history.offer(note(5), at(100)));
    must(history.offer(note(6), at(0)));
    EXPECT_EQ(sizeWith(history, 5), 6U);
}

TEST_F(History, LeavesFilesOfOtherNamesAlone) {
    must(files.createFolders(world.folder / "pos"));
    for (const auto* name : {"catatan.txt", "5-1-x.note", "05-1-7.note", "5-1-7.note.tmp"})
        must(files.writeAtomic(world.folder / "pos" / name, view("x")));
    EXPECT_EQ(sizeWith(open(), 0), 0U);
}

} // namespace
} // namespace teken::test
