// What a round brings back: news of the authority, rosters and blobs of the scope, who signed elsewhere.
#include "core/store/entries.h"
#include "core/store/journal.h"
#include "core/store/keyring.h"
#include "sync/client/elsewhere.h"
#include "sync/protocol/codec.h"
#include "tests/support/sync_world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace teken::test {
namespace {

void signSome(LaptopNode& laptop, std::uint32_t count, std::uint32_t from = 0) {
    for (std::uint32_t i = 0; i < count; ++i)
        laptop.sign(from + i);
}

TEST(RoundNews, BringsAnAdminEverythingAndAnOfficerOnlyAuthorityAndOwn) {
    SyncWorld world;
    auto& one = world.laptop("Pak A");
    auto& two = world.laptop("Bu B");
    one.openSession();
    signSome(one, 4);
    ASSERT_TRUE(one.sync().ok());
    two.openSession();
    ASSERT_TRUE(two.sync().ok());
    EXPECT_FALSE(orThrow(two.book().entries().feed(one.feed())));
    auto& admin = world.adminMachine();
    const auto report = admin.sync();
    ASSERT_TRUE(report.ok()) << describe(*report.error);
    EXPECT_FALSE(report.readingError);
    EXPECT_EQ(admin.dump(), world.server().dump());
    EXPECT_TRUE(orThrow(admin.book().entries().feed(one.feed())));
}

TEST(RoundNews, BringsNewsOfTheAuthorityBack) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    ASSERT_TRUE(laptop.sync().ok());
    world.world.lockText();
    world.provision(world.server());
    const auto report = laptop.sync();
    EXPECT_EQ(report.received, 1U);
    EXPECT_EQ(laptop.dump(), world.server().dump());
}

TEST(RoundNews, BringsTheRosterUnitsOfTheScopeAndNoOthers) {
    SyncWorld world;
    const auto roster = world.publishRoster(world.server());
    auto& laptop = world.laptop("Pak A", {"DINKES"});
    const auto report = laptop.sync();
    ASSERT_TRUE(report.ok()) << describe(*report.error);
    EXPECT_TRUE(laptop.hasBlob(roster.manifest));
    EXPECT_TRUE(laptop.hasBlob(roster.health));
    EXPECT_FALSE(laptop.hasBlob(roster.schools));
}

TEST(RoundNews, CarriesBlobsUpAndResumesThemWhereTheyStopped) {
    SyncWorld world;
    auto& admin = world.adminMachine();
    Bytes big(sync::kBlobPartBytes * 2 + 1000);
    world.world.random.fill(big);
    const auto id = admin.putBlob(big);
    admin.append(entry::LockText{"besar", 1, "Besar", id, {"pns"}});
    unsigned parts = 0;
    admin.transport.otherwise = [&](const sync::Request& request) {
        if (request.path != sync::path::kBlobWrite)
            return Fault::None;
        return ++parts == 2 ? Fault::RequestLost : Fault::None;
    };
    ASSERT_FALSE(admin.sync().ok());
    EXPECT_FALSE(world.server().hasBlob(id));
    const auto report = admin.sync();
    ASSERT_TRUE(report.ok()) << describe(*report.error);
    EXPECT_EQ(parts, 4U) << "the first part did not travel again";
    EXPECT_TRUE(world.server().hasBlob(id));
    auto& laptop = world.laptop("Pak A");
    parts = 0;
    laptop.transport.otherwise = [&](const sync::Request& request) {
        if (request.path != sync::path::kBlobRead)
            return Fault::None;
        return ++parts == 2 ? Fault::AnswerLost : Fault::None;
    };
    ASSERT_FALSE(laptop.sync().ok());
    ASSERT_TRUE(laptop.sync().ok());
    EXPECT_TRUE(laptop.hasBlob(id));
}

TEST(RoundNews, LearnsWhoSignedElsewhereInItsScope) {
    SyncWorld world;
    auto& one = world.laptop("Pak A");
    auto& two = world.laptop("Bu B", {"DINKES"});
    one.openSession();
    one.sign(2); // DINKES
    one.sign(3); // DISDIK
    ASSERT_TRUE(one.sync().ok());
    ASSERT_TRUE(two.sync().ok());
    const auto list = orThrow(sync::client::readElsewhere(two.book(), two.ledger(), world.world.drive()));
    ASSERT_TRUE(list);
    EXPECT_TRUE(list->has(World::person(2)));
    EXPECT_FALSE(list->has(World::person(3)));
    EXPECT_FALSE(list->has(World::person(4)));
}

TEST(RoundNews, AKeptListThatCannotBeReadIsNoListAndALaterRoundBringsAnother) {
    SyncWorld world;
    auto& one = world.laptop("Pak A");
    auto& two = world.laptop("Bu B", {"DINKES"});
    one.openSession();
    one.sign(2);
    ASSERT_TRUE(one.sync().ok());
    ASSERT_TRUE(two.sync().ok());
    const auto drive = world.world.drive();
    const auto key = "sync.elsewhere." + drive.hex();
    const auto kept = orThrow(two.book().journal().get(key));
    ASSERT_TRUE(kept);
    for (const auto& damaged :
         {Bytes{0}, Bytes{0, 0, 1, 0}, Bytes{0, 0, 0, 1, 7}, Bytes(kept->begin(), kept->end() - 1)}) {
        ASSERT_TRUE(two.book().write([&](store::Transaction& transaction) {
            return two.book().journal().put(transaction, key, damaged);
        }));
        const auto list = sync::client::readElsewhere(two.book(), two.ledger(), drive);
        ASSERT_TRUE(list);
        EXPECT_FALSE(*list);
    }
    world.world.clock.advance(Milliseconds(16 * 60 * 1'000)); // a list is not asked for at every round
    ASSERT_TRUE(two.sync().ok());
    EXPECT_TRUE(orThrow(sync::client::readElsewhere(two.book(), two.ledger(), drive)));
}

} // namespace
} // namespace teken::test
