// What a round believes of others: withheld places, lists, and what a server said in a former life.
#include "core/store/acks.h"
#include "core/store/entries.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/server_life.h"
#include "tests/support/sync_world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace teken::test {
namespace {

using sync::LifeFit;

entry::WithheldEntry withheldOf(const entry::VerifiedEntry& made) {
    return {made.raw.key, made.raw.signature, made.id, made.payload.header.seq, made.payload.header.prev};
}

/// Hands out every entry of `feed` as a place whose content is gone.
auto withholding(const FeedId& feed) {
    return [feed](const sync::Request& request, sync::Response& response) {
        if (request.path != sync::path::kPull || response.status != 200)
            return;
        auto answer = orThrow(sync::decode<sync::PullAnswer>(response.body));
        for (auto& record : answer.records) {
            const auto* whole = std::get_if<entry::Entry>(&record);
            if (whole == nullptr)
                continue;
            const auto made = orThrow(entry::verifyEntry(*whole));
            if (made.payload.header.feed == feed)
                record = withheldOf(made);
        }
        response.body = orThrow(sync::encode(answer));
    };
}

TEST(RoundTrust, TakesAWithheldPlaceFromACertifiedServer) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    const auto opened = laptop.openSession();
    ASSERT_TRUE(laptop.sync().ok());
    auto& admin = world.adminMachine();
    admin.transport.tamper = withholding(laptop.feed());
    ASSERT_TRUE(admin.sync().ok());
    const auto stored = orThrow(admin.book().entries().get(opened.id));
    EXPECT_TRUE(std::holds_alternative<entry::WithheldEntry>(stored.record));
    EXPECT_EQ(orThrow(admin.ledger().feed(laptop.feed())).value().countedTo, 0U) << "and means nothing";
}

TEST(RoundTrust, TakesNobodysWordThatAPlaceOfItsOwnIsEmpty) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    const auto backup = laptop.backup();
    laptop.sign(1);
    laptop.sign(2);
    ASSERT_TRUE(laptop.sync().ok());
    laptop.restore(backup);
    const auto before = orThrow(laptop.book().entries().feed(laptop.feed())).value().head;
    laptop.transport.tamper = withholding(laptop.feed());
    const auto report = laptop.sync();
    EXPECT_GE(report.spoiled, 2U);
    EXPECT_EQ(orThrow(laptop.book().entries().feed(laptop.feed())).value().head, before);
    laptop.transport.tamper = {};
    ASSERT_TRUE(laptop.sync().ok());
    EXPECT_EQ(orThrow(laptop.book().entries().feed(laptop.feed())).value().head.seq, 3U)
        << "whole entries of its own come back";
}

TEST(RoundTrust, AWithheldRecordAtTheServersHeadKeepsNoSignatureOut) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    const auto opened = laptop.openSession();
    ASSERT_TRUE(laptop.sync().ok());
    entry::WithheldEntry lie{laptop.key().publicKey(), opened.raw.signature,
                             world.world.random.make<EntryId>(), 2, opened.id};
    orThrow(world.server().ledger().recordWithheld(lie));
    const auto signature = laptop.sign(1);
    ASSERT_TRUE(laptop.sync().ok());
    EXPECT_EQ(laptop.received(), 2U);
    EXPECT_TRUE(orThrow(world.server().ledger().counts(signature.id)));
    laptop.sign(2);
    const auto report = laptop.sync();
    ASSERT_TRUE(report.ok()) << describe(*report.error);
    EXPECT_EQ(laptop.received(), 3U);
    EXPECT_EQ(laptop.troubled(), 0U);
    EXPECT_FALSE(orThrow(laptop.book().entries().has(lie.id))) << "the lie did not travel";
}

TEST(RoundTrust, RefusesAListThatNamesAFeedTwice) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    ASSERT_TRUE(laptop.sync().ok());
    auto& admin = world.adminMachine();
    admin.transport.tamper = [](const sync::Request& request, sync::Response& response) {
        if (request.path != sync::path::kHeads || response.status != 200)
            return;
        if (!orThrow(sync::decode<sync::HeadsRequest>(request.body)).list)
            return;
        auto answer = orThrow(sync::decode<sync::HeadsAnswer>(response.body));
        answer.feeds.push_back(answer.feeds.back());
        response.body = sync::encode(answer);
    };
    const auto report = admin.sync();
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error->reason, "sync.answer-other");
}

TEST(RoundTrust, RefusesHeadsThatNameAFeedTwice) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    laptop.transport.tamper = [](const sync::Request& request, sync::Response& response) {
        if (request.path != sync::path::kHeads || response.status != 200)
            return;
        auto answer = orThrow(sync::decode<sync::HeadsAnswer>(response.body));
        if (answer.feeds.size() > 1)
            answer.feeds.back() = answer.feeds.front();
        response.body = sync::encode(answer);
    };
    const auto report = laptop.sync();
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error->reason, "sync.answer-other");
}

TEST(RoundTrust, WithdrawsEverythingThatAServerSaidInItsFormerLife) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    laptop.sign(1);
    ASSERT_TRUE(laptop.sync().ok());
    ASSERT_EQ(laptop.received(), 2U);
    const auto former = world.server().service().epoch();
    const auto said = world.world.clock.now();
    world.world.clock.advance(Milliseconds{60'000});
    sync::server::EpochKeeper keeper(world.server().book(), world.server().feed(), world.world.random);
    orThrow(keeper.renew());
    world.server().restart();
    laptop.transport.script = {Fault::None, Fault::RequestLost}; // hello, and no further
    EXPECT_TRUE(laptop.sync().serverRestored);
    EXPECT_EQ(laptop.received(), 0U);
    const auto& server = world.server().key().publicKey();
    EXPECT_EQ(orThrow(sync::fitOf(laptop.book(), server, former, said)), LifeFit::Former);
    EXPECT_EQ(orThrow(sync::fitOf(laptop.book(), server, former, said + std::chrono::hours(24 * 365))),
              LifeFit::Former)
        << "whatever time it claims: that life is over";
    ASSERT_TRUE(laptop.sync().ok());
    EXPECT_EQ(laptop.received(), 2U);
}

TEST(RoundTrust, BelievesNothingFromBeforeARollBackThatItNoticed) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    ASSERT_TRUE(laptop.sync().ok());
    const auto backup = world.server().backup();
    laptop.sign(1);
    ASSERT_TRUE(laptop.sync().ok());
    const auto said = world.world.clock.now();
    const auto epoch = world.server().service().epoch();
    const auto& server = world.server().key().publicKey();
    EXPECT_EQ(orThrow(sync::fitOf(laptop.book(), server, epoch, said)), LifeFit::Present);
    for (const auto& file : std::filesystem::directory_iterator(world.folder.path()))
        if (file.path().string().find("pusat.book.anchor") != std::string::npos)
            std::filesystem::remove(file.path());
    world.server().restore(backup);
    ASSERT_TRUE(laptop.sync().ok());
    EXPECT_EQ(orThrow(sync::fitOf(laptop.book(), world.server().key().publicKey(), epoch, said)),
              LifeFit::Former);
    EXPECT_EQ(laptop.received(), 2U) << "what the server said since is believed";
}

} // namespace
} // namespace teken::test
