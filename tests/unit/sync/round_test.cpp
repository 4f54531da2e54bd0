// Client and server in one process: what a round does when all is well, and when it is not.
#include "core/store/acks.h"
#include "core/store/entries.h"
#include "core/store/keyring.h"
#include "sync/protocol/codec.h"
#include "tests/support/sync_world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace teken::test {
namespace {

using sync::Advice;
using testing::Contains;
using testing::Not;

void signSome(LaptopNode& laptop, std::uint32_t count, std::uint32_t from = 0) {
    for (std::uint32_t i = 0; i < count; ++i)
        laptop.sign(from + i);
}

TEST(Round, BringsEverySignatureToTheCentreAndKeepsItsAcknowledgement) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    signSome(laptop, 20);
    EXPECT_EQ(laptop.received(), 0U);
    const auto report = laptop.sync();
    ASSERT_TRUE(report.ok()) << describe(*report.error);
    EXPECT_FALSE(report.readingError);
    EXPECT_EQ(laptop.received(), 21U);
    EXPECT_EQ(laptop.waiting(), 0U);
    EXPECT_EQ(laptop.dump(), world.server().dump());
}

TEST(Round, SendsNothingTwiceWhenNothingIsNew) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    ASSERT_TRUE(laptop.sync().ok());
    laptop.transport.paths.clear();
    const auto report = laptop.sync();
    ASSERT_TRUE(report.ok());
    EXPECT_EQ(report.sent, 0U);
    EXPECT_THAT(laptop.transport.paths, Not(Contains(std::string(sync::path::kPush))));
    EXPECT_THAT(laptop.transport.paths, Not(Contains(std::string(sync::path::kAck))));
}

TEST(Round, TakesTheCertificateAlongToAServerThatNeverHeardOfIt) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A"); // certified after the server was provisioned
    laptop.openSession();
    ASSERT_TRUE(laptop.sync().ok());
    EXPECT_EQ(world.server().count(), laptop.count());
    EXPECT_EQ(laptop.received(), 1U);
}

TEST(Round, WithoutACertificateSendsNothingAndSaysSoWithoutTroubleForTheEntries) {
    SyncWorld world;
    auto& laptop = world.uncertified("Orang lain");
    world.provision(laptop);
    laptop.openSession();
    const auto before = world.server().count();
    const auto report = laptop.sync();
    ASSERT_TRUE(report.ok()) << describe(*report.error);
    EXPECT_THAT(report.notCertified, testing::ElementsAre(laptop.feed()));
    ASSERT_TRUE(report.readingError);
    EXPECT_EQ(report.readingError->reason, "sync.not-certified");
    EXPECT_EQ(laptop.troubled(), 0U);
    EXPECT_EQ(laptop.waiting(), 1U);
    EXPECT_EQ(world.server().count(), before);
}

TEST(Round, DoesNotTalkToAServerThatTheRootNeverCertified) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    ServerNode impostor(world.world, world.folder, "palsu");
    FaultyTransport transport(impostor, world.world);
    const auto report = sync::client::syncOnce(laptop.book(), laptop.ledger(), transport, world.world.clock,
                                               world.world.random);
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error->reason, "sync.server-unknown");
    EXPECT_EQ(report.advice, Advice::StopAll);
    EXPECT_THAT(transport.paths, testing::ElementsAre(std::string(sync::path::kHello)));
}

TEST(Round, BelievesNoLoginPageThatSaysTwoHundred) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    laptop.transport.otherwise = [](const auto&) { return Fault::CaptivePortal; };
    const auto report = laptop.sync();
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error->code, ErrorCode::Offline);
    EXPECT_EQ(report.error->reason, "sync.captive-portal");
    EXPECT_EQ(laptop.received(), 0U);
}

TEST(Round, BelievesNoLoginPageInTheMiddleOfAPush) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    signSome(laptop, 5);
    laptop.transport.otherwise = [](const sync::Request& request) {
        return request.path == sync::path::kPush ? Fault::CaptivePortal : Fault::None;
    };
    EXPECT_EQ(laptop.sync().error->reason, "sync.captive-portal");
    EXPECT_EQ(laptop.received(), 0U);
    EXPECT_EQ(laptop.waiting(), 6U);
}

TEST(Round, AsksForTheAcknowledgementWhoseAnswerWasLost) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    ASSERT_TRUE(laptop.sync().ok());
    signSome(laptop, 3);
    laptop.transport.script = {Fault::None, Fault::None, Fault::AnswerLost}; // hello, heads, push
    ASSERT_FALSE(laptop.sync().ok());
    EXPECT_EQ(laptop.received(), 1U);
    EXPECT_EQ(world.server().count(), laptop.count());
    laptop.transport.paths.clear();
    ASSERT_TRUE(laptop.sync().ok());
    EXPECT_EQ(laptop.received(), 4U);
    EXPECT_THAT(laptop.transport.paths, Not(Contains(std::string(sync::path::kPush))));
    EXPECT_THAT(laptop.transport.paths, Contains(std::string(sync::path::kAck)));
}

TEST(Round, LosesNothingWhenTheServerDiesAfterItsCommit) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    signSome(laptop, 10);
    laptop.transport.script = {Fault::None, Fault::None, Fault::ServerDies};
    ASSERT_FALSE(laptop.sync().ok());
    ASSERT_TRUE(laptop.sync().ok());
    EXPECT_EQ(laptop.received(), 11U);
    EXPECT_EQ(laptop.dump(), world.server().dump());
}

TEST(Round, GoesOnWithAFreshHelloWhenTheServerWasStartedAnew) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    bool restarted = false;
    laptop.transport.tamper = [&](const sync::Request& request, sync::Response&) {
        if (request.path == sync::path::kPush && !restarted) {
            restarted = true;
            world.server().restart(); // the challenge of hello is of the former process
        }
    };
    const auto report = laptop.sync();
    ASSERT_TRUE(report.ok()) << describe(*report.error);
    EXPECT_FALSE(report.readingError) << describe(*report.readingError);
    EXPECT_EQ(std::ranges::count(laptop.transport.paths, sync::path::kHello), 2);
}

TEST(Round, OffersEverythingAgainToAServerRestoredFromABackup) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    signSome(laptop, 5);
    ASSERT_TRUE(laptop.sync().ok());
    const auto backup = world.server().backup();
    signSome(laptop, 5, 10);
    ASSERT_TRUE(laptop.sync().ok());
    ASSERT_EQ(laptop.received(), 11U);
    const auto epoch = world.server().service().epoch();
    world.server().restore(backup);
    EXPECT_TRUE(world.server().service().restored());
    EXPECT_NE(world.server().service().epoch(), epoch);
    const auto report = laptop.sync();
    ASSERT_TRUE(report.ok()) << describe(*report.error);
    EXPECT_TRUE(report.serverRestored);
    EXPECT_EQ(report.sent, 5U);
    EXPECT_EQ(laptop.received(), 11U);
    EXPECT_EQ(laptop.dump(), world.server().dump());
    EXPECT_FALSE(laptop.sync().serverRestored);
}

TEST(Round, WithdrawsWhatARestoredServerLacksEvenIfTheServerDoesNotNotice) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    ASSERT_TRUE(laptop.sync().ok());
    const auto backup = world.server().backup();
    signSome(laptop, 5);
    ASSERT_TRUE(laptop.sync().ok());
    for (const auto& file : std::filesystem::directory_iterator(world.folder.path()))
        if (file.path().string().find("pusat.book.anchor") != std::string::npos)
            std::filesystem::remove(file.path()); // the backup tool took the note away, too
    world.server().restore(backup);
    EXPECT_FALSE(world.server().service().restored());
    laptop.transport.script = {Fault::None, Fault::None, Fault::RequestLost}; // up to the heads only
    const auto report = laptop.sync();
    EXPECT_TRUE(report.serverRestored);
    EXPECT_EQ(laptop.received(), 1U);
    ASSERT_TRUE(laptop.sync().ok());
    EXPECT_EQ(laptop.received(), 6U);
}

TEST(Round, KeepsNoAcknowledgementWithAnotherNonce) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    ASSERT_TRUE(laptop.sync().ok());
    laptop.sign(1);
    laptop.transport.tamper = [&](const sync::Request& request, sync::Response& response) {
        if (request.path != sync::path::kPush)
            return;
        auto again = request;
        again.body[0] ^= 1U; // the nonce: an acknowledgement of another request, otherwise in order
        response = world.server().handle(again);
    };
    const auto report = laptop.sync();
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error->reason, "sync.ack-nonce");
    EXPECT_EQ(laptop.received(), 1U);
}

/// Takes answers with acknowledgements apart, lets `change` at their facts, and signs them with `key`.
auto forgeAcks(const crypto::SigningKey& key, std::function<void(sync::AckFacts&)> change) {
    return [&key, change](const sync::Request& request, sync::Response& response) {
        const auto forge = [&](std::vector<sync::Statement>& acks) {
            for (auto& ack : acks) {
                auto facts = orThrow(sync::verifyAck(ack));
                change(facts);
                ack = sync::signAck(key, facts);
            }
        };
        if (request.path == sync::path::kPush && response.status == 200) {
            auto answer = orThrow(sync::decode<sync::PushAnswer>(response.body));
            forge(answer.acks);
            response.body = sync::encode(answer);
        }
        if (request.path == sync::path::kAck && response.status == 200) {
            auto answer = orThrow(sync::decode<sync::AckAnswer>(response.body));
            forge(answer.acks);
            response.body = sync::encode(answer);
        }
    };
}

TEST(Round, KeepsNoAcknowledgementOfAnEntryThatIsNotItsOwn) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    laptop.transport.tamper =
        forgeAcks(world.server().key(), [](sync::AckFacts& facts) { facts.head.bytes[0] ^= 1U; });
    const auto report = laptop.sync();
    EXPECT_THAT(report.wrongHeads, Contains(laptop.feed()));
    EXPECT_EQ(laptop.received(), 0U);
}

TEST(Round, KeepsNoAcknowledgementSignedByAnybodyElse) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    auto& other = world.laptop("Bu B");
    laptop.openSession();
    laptop.transport.tamper =
        forgeAcks(other.key(), [&](sync::AckFacts& facts) { facts.server = other.key().publicKey(); });
    const auto report = laptop.sync();
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error->reason, "sync.ack-server");
    EXPECT_EQ(laptop.received(), 0U);
}

TEST(Round, KeepsNoAcknowledgementOfAnotherEpochOrBeyondItsOwnEnd) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    laptop.transport.tamper =
        forgeAcks(world.server().key(), [](sync::AckFacts& facts) { facts.epoch.bytes[0] ^= 1U; });
    EXPECT_EQ(laptop.sync().error->reason, "sync.ack-epoch");
    laptop.sign(1);
    laptop.transport.tamper =
        forgeAcks(world.server().key(), [](sync::AckFacts& facts) { facts.seq += 100; });
    EXPECT_TRUE(laptop.sync().ok());
    EXPECT_EQ(laptop.received(), 0U);
}

TEST(Round, OneRefusedEntryStopsNoOther) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    signSome(laptop, 3);
    const auto bad = laptop.note();
    signSome(laptop, 3, 10);
    // A server with a stricter idea of notes.
    laptop.transport.tamper = [&](const sync::Request& request, sync::Response& response) {
        if (request.path != sync::path::kPush || response.status != 200)
            return;
        auto answer = orThrow(sync::decode<sync::PushAnswer>(response.body));
        for (auto& fate : answer.fates)
            if (fate.id == bad.id)
                fate = {bad.id, sync::Fate::Refused, "payload.text"};
        response.body = sync::encode(answer);
    };
    const auto report = laptop.sync();
    ASSERT_TRUE(report.ok()) << describe(*report.error);
    EXPECT_EQ(report.refused, 1U);
    const auto troubles = orThrow(laptop.book().acks().troubles());
    ASSERT_EQ(troubles.size(), 1U);
    EXPECT_EQ(troubles[0].id, bad.id);
    EXPECT_EQ(troubles[0].reason, "payload.text");
}

TEST(Round, OffersATroubledEntryAgainByHandAndForgetsTheTroubleWhenItIsTaken) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    const auto bad = laptop.note();
    EXPECT_TRUE(laptop.book()
                    .write([&](store::Transaction& transaction) {
                        return laptop.book().acks().putTrouble(
                            transaction, {bad.id, "payload.text", world.world.clock.now()});
                    })
                    .has_value());
    ASSERT_TRUE(laptop.sync().ok());
    EXPECT_EQ(laptop.received(), 1U); // the session; the note rests
    ASSERT_TRUE(laptop.sync(true).ok());
    EXPECT_EQ(laptop.received(), 2U);
    EXPECT_TRUE(orThrow(laptop.book().acks().troubles()).empty());
}

TEST(Round, HearsThatAForkWasKeptAsideAndTheFeedStops) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    ASSERT_TRUE(laptop.sync().ok());
    const auto backup = laptop.backup();
    laptop.sign(1);
    ASSERT_TRUE(laptop.sync().ok());
    laptop.restore(backup); // the laptop's disk was set back, nobody noticed
    laptop.memory = {};
    laptop.sign(2);
    const auto report = laptop.sync();
    ASSERT_TRUE(report.ok()) << describe(*report.error);
    EXPECT_GE(report.quarantined, 1U);
    EXPECT_TRUE(report.ownFeedAhead);
    EXPECT_EQ(laptop.dump(), world.server().dump()) << "both know both branches";
    EXPECT_TRUE(orThrow(world.server().ledger().feed(laptop.feed()))->forkedAt);
    EXPECT_TRUE(laptop.sync().ok());
}

TEST(Round, HearsThatEntriesBehindARevocationAreKeptAside) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    ASSERT_TRUE(laptop.sync().ok());
    world.world.admin().append(entry::RevokeOfficer{laptop.feed(), 1, entry::RevokeReason::Stolen});
    world.provision(world.server());
    laptop.sign(1);
    const auto report = laptop.sync();
    ASSERT_TRUE(report.ok());
    EXPECT_EQ(report.quarantined, 1U);
    ASSERT_TRUE(report.readingError);
    EXPECT_EQ(report.readingError->reason, "sync.revoked");
    EXPECT_EQ(orThrow(laptop.book().acks().troubles()).at(0).reason, "sync.after-revocation");
}

TEST(Round, ShrinksBatchesOnASlowLinkAndGrowsThemOnAQuickOne) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    signSome(laptop, 30);
    const auto start = laptop.memory.batchPlainBytes;
    laptop.transport.otherwise = [](const sync::Request& request) {
        return request.path == sync::path::kPush ? Fault::Slow : Fault::None;
    };
    ASSERT_TRUE(laptop.sync().ok());
    EXPECT_LT(laptop.memory.batchPlainBytes, start);
    const auto slow = laptop.memory.batchPlainBytes;
    laptop.transport.otherwise = {};
    signSome(laptop, 30, 100);
    ASSERT_TRUE(laptop.sync().ok());
    EXPECT_GT(laptop.memory.batchPlainBytes, slow);
}

TEST(Round, SendsAThousandSignaturesInBatchesAndInOrder) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    signSome(laptop, 1000);
    const auto report = laptop.sync();
    ASSERT_TRUE(report.ok()) << describe(*report.error);
    EXPECT_EQ(laptop.received(), 1001U);
    EXPECT_GT(std::ranges::count(laptop.transport.paths, sync::path::kPush), 2);
    EXPECT_EQ(laptop.dump(), world.server().dump());
}

TEST(Round, MeasuresTheDifferenceOfTheClocks) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.transport.tamper = [&](const sync::Request& request, sync::Response& response) {
        if (request.path != sync::path::kHello)
            return;
        auto facts =
            orThrow(sync::verifyHello(orThrow(sync::decode<sync::HelloAnswer>(response.body)).statement));
        facts.time += Milliseconds{3 * 3'600'000}; // the centre's clock is three hours ahead
        response.body = sync::encode(sync::HelloAnswer{sync::signHello(world.server().key(), facts)});
    };
    const auto report = laptop.sync();
    ASSERT_TRUE(report.clockOffset);
    EXPECT_EQ(*report.clockOffset, Milliseconds{3 * 3'600'000});
}

TEST(Round, TellsTheWaitThatABusyServerAskedFor) {
    SyncWorld world;
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    world.server().settings.mostWaiting = 0;
    world.server().startService();
    const auto report = laptop.sync();
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error->code, ErrorCode::Busy);
    EXPECT_EQ(report.advice, Advice::SlowDown);
    ASSERT_TRUE(report.retryAfter);
    EXPECT_GE(report.retryAfter->count(), 5);
}

TEST(Round, EndsWithTheDumpsEqualWhateverTheLineDoes) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        SyncWorld world(seed);
        auto& laptop = world.laptop("Pak A");
        auto& admin = world.adminMachine();
        laptop.openSession();
        signSome(laptop, 25);
        std::mt19937_64 dice(seed);
        const auto faults = [&](const sync::Request&) {
            return dice() % 3 == 0 ? static_cast<Fault>(dice() % 11) : Fault::None;
        };
        laptop.transport.otherwise = faults;
        admin.transport.otherwise = faults;
        for (int i = 0; i < 40; ++i) {
            (void)laptop.sync();
            (void)admin.sync();
        }
        laptop.transport.otherwise = {};
        admin.transport.otherwise = {};
        ASSERT_TRUE(laptop.sync(true).ok());
        ASSERT_TRUE(admin.sync(true).ok());
        EXPECT_EQ(laptop.received(), 26U) << "seed " << seed;
        EXPECT_EQ(admin.dump(), world.server().dump()) << "seed " << seed;
    }
}

} // namespace
} // namespace teken::test
