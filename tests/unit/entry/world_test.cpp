// The fixture others build their tests on must itself be right.
#include "tests/support/world.h"

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>

namespace teken::test {
namespace {

using namespace teken::entry;

TEST(World, MakesChainsThatHold) {
    World world;
    world.begin();
    auto& officer = world.certifyOfficer("Pak A");
    officer.openSession();
    const auto trial = officer.sign(World::person(1));
    officer.voidEntry(trial.id);
    officer.sign(World::person(1));
    officer.excuse(World::person(2));
    officer.absent({World::person(3), World::person(4)});
    officer.refuse(World::person(5));
    officer.addPerson(World::person(100));
    officer.closeSession();

    std::map<FeedId, FeedHead> heads;
    for (const auto& made : world.all()) {
        const auto again = verifyEntry(made.raw);
        ASSERT_TRUE(again) << describe(again.error());
        auto& head = heads[made.payload.header.feed];
        EXPECT_EQ(made.payload.header.seq, head.seq + 1);
        EXPECT_EQ(made.payload.header.prev, head.id);
        head = {made.payload.header.seq, made.id};
    }
    EXPECT_EQ(heads.size(), 3U) << "root, admin, officer";
}

TEST(World, CountsAClosingAsTheFormatSays) {
    World world;
    world.begin();
    auto& officer = world.certifyOfficer();
    officer.openSession();
    const auto trial = officer.sign(World::person(1));
    officer.voidEntry(trial.id);
    officer.sign(World::person(1));
    officer.absent({World::person(3), World::person(4)});
    const auto closing = std::get<CloseSession>(officer.closeSession().payload.body);
    EXPECT_EQ(closing.entries, 5);
    EXPECT_EQ(closing.counts.signedCount, 1);
    EXPECT_EQ(closing.counts.voided, 1);
    EXPECT_EQ(closing.counts.absent, 2);
}

TEST(World, IsTheSameFromTheSameSeedAndAnotherFromAnother) {
    const auto bytes = [](std::uint64_t seed) {
        World world(seed);
        world.begin();
        auto& officer = world.certifyOfficer();
        officer.openSession();
        officer.sign(World::person(1));
        return world.records();
    };
    EXPECT_EQ(bytes(7), bytes(7));
    EXPECT_NE(bytes(7), bytes(8));
}

TEST(World, ForksAFeedThatWasRewound) {
    World world;
    world.begin();
    auto& officer = world.certifyOfficer();
    officer.openSession();
    const auto one = officer.sign(World::person(1));
    officer.rewindTo(1);
    const auto other = officer.sign(World::person(2));
    EXPECT_EQ(one.payload.header.seq, other.payload.header.seq);
    EXPECT_EQ(one.payload.header.prev, other.payload.header.prev);
    EXPECT_NE(one.id, other.id);
    EXPECT_THROW(officer.rewindTo(9), std::runtime_error);
}

} // namespace
} // namespace teken::test
