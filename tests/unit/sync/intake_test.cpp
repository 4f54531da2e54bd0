#include "sync/server/intake.h"
#include "tests/support/world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace teken::sync::server {
namespace {

using entry::VerifiedEntry;

/// Everything an intake hands on of a batch, for keys that were known before.
class IntakeTest : public testing::TestWithParam<unsigned> {
protected:
    test::World world;
    VerifyPool pool{GetParam()};
    std::set<PublicKey> known;
    std::vector<EntryFate> fates;

    void SetUp() override {
        world.begin();
        known.insert(world.root().key().publicKey());
    }
    static std::vector<entry::Entry> rawOf(const std::vector<VerifiedEntry>& entries) {
        std::vector<entry::Entry> raw;
        for (const auto& one : entries)
            raw.push_back(one.raw);
        return raw;
    }
    std::vector<EntryId> handOn(std::vector<entry::Entry> batch) {
        fates.assign(batch.size(), {});
        std::vector<std::size_t> places(batch.size());
        for (std::size_t i = 0; i < places.size(); ++i)
            places[i] = i;
        auto verification = pool.start(std::move(batch));
        Intake intake(verification, places, fates,
                      [this](const PublicKey& key) -> Result<bool> { return known.contains(key); });
        std::vector<EntryId> ids;
        while (const auto* entry = test::orThrow(intake.next()))
            ids.push_back(entry->id);
        EXPECT_EQ(intake.handed().size(), ids.size());
        return ids;
    }
    static std::vector<EntryId> idsOf(const std::vector<VerifiedEntry>& entries) {
        std::vector<EntryId> ids;
        for (const auto& one : entries)
            ids.push_back(one.id);
        return ids;
    }
    static std::vector<EntryId> sorted(std::vector<EntryId> ids) {
        std::ranges::sort(ids);
        return ids;
    }
};

TEST_P(IntakeTest, HandsOnWhatHoldsInTheOrderOfTheBatch) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    for (std::uint32_t i = 0; i < 100; ++i)
        officer.sign(test::World::person(i));
    EXPECT_EQ(handOn(rawOf(world.all())), idsOf(world.all()));
    for (std::size_t i = 0; i < fates.size(); ++i)
        EXPECT_EQ(fates[i].id, world.all()[i].id);
}

TEST_P(IntakeTest, HandsOnNothingOfAnEmptyBatch) {
    EXPECT_TRUE(handOn({}).empty());
}

TEST_P(IntakeTest, LetsACertificateOfTheSameBatchSpeakForWhateverCameBeforeIt) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    officer.sign(test::World::person(1));
    auto batch = world.all();
    std::reverse(batch.begin(), batch.end());
    EXPECT_EQ(sorted(handOn(rawOf(batch))), sorted(idsOf(batch)));
}

TEST_P(IntakeTest, RefusesStrangersEvenWithCertificatesOfTheirOwn) {
    test::World elsewhere(99);
    elsewhere.begin();
    elsewhere.certifyOfficer().openSession();
    auto batch = rawOf(elsewhere.all());
    const auto strangers = batch.size();
    batch.push_back(world.all().front().raw);
    EXPECT_EQ(handOn(batch), std::vector<EntryId>{world.all().front().id});
    for (std::size_t i = 0; i < strangers; ++i)
        EXPECT_EQ(fates[i].reason, "sync.unknown-key") << i;
}

TEST_P(IntakeTest, NamesWhatDoesNotHoldAndGoesOn) {
    auto batch = rawOf(world.all());
    ASSERT_GE(batch.size(), 3U);
    auto& bad = batch[1];
    bad.payload[bad.payload.size() / 2] ^= 1U;
    const auto handed = handOn(batch);
    EXPECT_EQ(std::ranges::count(handed, world.all()[1].id), 0);
    EXPECT_EQ(fates[1].id, entry::entryIdOf(bad.payload));
    EXPECT_EQ(fates[1].fate, Fate::Refused);
    EXPECT_FALSE(fates[1].reason.empty());
}

TEST_P(IntakeTest, TellsTheErrorOfWhoeverKnowsTheKeys) {
    auto verification = pool.start(rawOf(world.all()));
    fates.assign(world.all().size(), {});
    std::vector<std::size_t> places(fates.size(), 0);
    Intake intake(verification, places, fates, [](const PublicKey&) -> Result<bool> {
        return fail(ErrorCode::Corrupt, "store.damaged", "x");
    });
    const auto next = intake.next();
    ASSERT_FALSE(next);
    EXPECT_EQ(next.error().reason, "store.damaged");
}

INSTANTIATE_TEST_SUITE_P(WithAndWithoutHelpers, IntakeTest, testing::Values(0U, 3U));

TEST(VerifyPool, MayBeLeftBeforeABatchIsDone) {
    test::World world;
    world.begin();
    auto& officer = world.certifyOfficer();
    officer.openSession();
    for (std::uint32_t i = 0; i < 200; ++i)
        officer.sign(test::World::person(i));
    std::vector<entry::Entry> raw;
    for (const auto& one : world.all())
        raw.push_back(one.raw);
    VerifyPool pool(2);
    { // dropped after its first answer
        auto verification = pool.start(raw);
        ASSERT_TRUE(verification.next()->entry);
    }
    auto again = pool.start(raw);
    std::size_t answers = 0;
    while (const auto one = again.next()) {
        EXPECT_TRUE(one->entry);
        ++answers;
    }
    EXPECT_EQ(answers, raw.size());
}

} // namespace
} // namespace teken::sync::server
