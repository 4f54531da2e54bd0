#include "core/audit/compare.h"
#include "core/audit/sample.h"
#include "core/ledger/ledger.h"
#include "tests/unit/audit/small_log.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>

namespace teken {
namespace {

using test::Evidence;
using test::SmallLog;

std::string document() {
    std::ifstream in(std::string(TEKEN_SOURCE_DIR) + "/core/audit/SAMPLE.md");
    return {std::istreambuf_iterator<char>(in), {}};
}

Digest digest(std::string_view hex) {
    return test::orThrow(Digest::fromHex(hex));
}

TEST(Sample, WorkedExampleOfTheDocumentHolds) {
    const auto text = document();
    std::smatch seed;
    ASSERT_TRUE(std::regex_search(text, seed, std::regex("\n    seed ([0-9a-f]{64})\n")));
    const auto drive = test::orThrow(EntryId::fromHex("37" + std::string(62, '0')));
    const log::Checkpoint checkpoint{
        "pusat.example/log", {5}, digest("6a56459372c3a6446cfabb87d2128ea73077590ba97712092576e76bbf0f9823")};
    EXPECT_EQ(audit::sampleSeed(drive, checkpoint).hex(), seed[1]);
    const std::regex row("\n    ([0-9a-f]{64})  ([0-9a-f]{64})");
    std::size_t rows = 0;
    std::map<std::string, std::string> ranks;
    for (std::sregex_iterator at(text.begin(), text.end(), row), end; at != end; ++at, ++rows) {
        const auto entry = test::orThrow(EntryId::fromHex((*at)[1].str()));
        ranks[(*at)[2]] = (*at)[1];
        EXPECT_EQ(audit::sampleRank(digest(seed[1].str()), entry).hex(), (*at)[2]);
    }
    EXPECT_EQ(rows, 6U);
    ASSERT_GE(ranks.size(), 2U);
    EXPECT_NE(text.find("    drawn " + ranks.begin()->second), std::string::npos);
    EXPECT_NE(text.find("    drawn " + std::next(ranks.begin())->second), std::string::npos);
}

class SampleOfADrive : public ::testing::Test {
protected:
    SampleOfADrive() {
        evidence.officer().openSession();
        for (std::size_t n = 0; n < 12; ++n)
            evidence.sign(evidence.officer(), evidence.person(n));
        evidence.officer().closeSession();
        log.takeIn();
        book = &evidence.book();
        ledger = test::orThrow(ledger::Ledger::open(*book, evidence.world.root().key().publicKey()));
    }
    audit::Sample draw(std::size_t size, std::uint64_t tree = 7) {
        const log::Checkpoint checkpoint{SmallLog::kOrigin, {tree}, log.root(tree)};
        return test::orThrow(audit::drawSample(*ledger, evidence.world.drive(), checkpoint, size));
    }

    Evidence evidence;
    SmallLog log{evidence};
    store::Book* book = nullptr;
    std::unique_ptr<ledger::Ledger> ledger;
};

TEST_F(SampleOfADrive, ALargerSampleContainsTheSmallerOne) {
    const auto three = draw(3);
    const auto eight = draw(8);
    ASSERT_EQ(three.drawn.size(), 3U);
    EXPECT_EQ(three.population, 12U);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(three.drawn[i].entry, eight.drawn[i].entry);
    EXPECT_TRUE(std::ranges::is_sorted(eight.drawn, {}, [](const auto& one) { return one.rank.bytes; }));
}

TEST_F(SampleOfADrive, AnotherCheckpointDrawsOthers) {
    const auto ids = [](const audit::Sample& sample) {
        std::vector<EntryId> found;
        for (const auto& one : sample.drawn)
            found.push_back(one.entry);
        return found;
    };
    EXPECT_NE(ids(draw(5, 7)), ids(draw(5, 8)));
    EXPECT_EQ(ids(draw(5, 7)), ids(draw(5, 7)));
}

TEST_F(SampleOfADrive, OfMoreThanThereAreIsEverybody) {
    EXPECT_EQ(draw(100).drawn.size(), 12U);
}

TEST_F(SampleOfADrive, OfNobodyIsRefused) {
    const auto none = audit::drawSample(*ledger, evidence.world.drive(), {SmallLog::kOrigin, {1}, {}}, 0);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().reason, "sample.size");
}

TEST_F(SampleOfADrive, NeedsACheckpointOfACertifiedLog) {
    EXPECT_TRUE(audit::newestCheckpoint(*book, *ledger, {log.checkpoint(4), log.checkpoint(9)})->size.value ==
                9);
    Evidence other;
    static_cast<void>(other.world.random.make<Salt>()); // another key than this log's
    SmallLog stranger(other);
    stranger.takeIn();
    const auto none = audit::newestCheckpoint(*book, *ledger, {stranger.checkpoint()});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().reason, "sample.no-checkpoint");
}

// Two pieces of evidence of one drive: the later one is played on from the earlier.
class TwoDates : public ::testing::Test {
protected:
    TwoDates() {
        for (auto* one : {&earlier, &later}) {
            one->officer().openSession();
            one->sign(one->officer(), one->person(1));
        }
        earlierLog.takeIn();
        later.officer().closeSession();
        laterLog.takeIn();
    }
    audit::Report compare() {
        const auto before = earlierLog.material();
        const auto after = laterLog.material();
        return test::orThrow(audit::compareEvidence({earlier.book(), before}, {later.book(), after},
                                                    later.world.root().id().hex()));
    }

    // The same seed makes the same world.
    Evidence earlier, later;
    SmallLog earlierLog{earlier}, laterLog{later};
};

TEST_F(TwoDates, TheLaterExtendsTheEarlier) {
    const auto found = compare();
    EXPECT_EQ(test::rulesOf(found), "");
    EXPECT_EQ(found.verified, found.entries);
    EXPECT_EQ(found.checked.back().what, "compare-log");
}

TEST_F(TwoDates, AnEntryThatIsGoneIsFound) {
    later.change([](auto& entries) { entries.erase(entries.end() - 2); });
    const auto found = compare();
    EXPECT_NE(test::rulesOf(found).find("compare.entry-gone"), std::string::npos) << test::rulesOf(found);
    EXPECT_EQ(found.verdict, audit::Verdict::Altered);
}

TEST_F(TwoDates, ALogThatWasRewrittenIsFound) {
    laterLog.drop(1);
    laterLog.add({FeedId{{7}}, 1, EntryId{{7}}, Signature{}});
    const auto found = compare();
    EXPECT_NE(test::rulesOf(found).find("log.split-view"), std::string::npos) << test::rulesOf(found);
}

TEST_F(TwoDates, TheWrongWayRoundTheLogHasShrunk) {
    const auto before = laterLog.material();
    const auto after = earlierLog.material();
    const auto found = test::orThrow(audit::compareEvidence({later.book(), before}, {earlier.book(), after},
                                                            later.world.root().id().hex()));
    EXPECT_NE(test::rulesOf(found).find("compare.entry-gone"), std::string::npos);
    EXPECT_NE(test::rulesOf(found).find("log.older-than-held"), std::string::npos);
}

} // namespace
} // namespace teken
