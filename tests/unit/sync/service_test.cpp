// The server's side by itself: who may read what, who may push, and what a proof is worth.
#include "core/crypto/hash.h"
#include "core/store/blobs.h"
#include "core/store/keyring.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/errors.h"
#include "tests/support/sync_world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace teken::test {
namespace {

using sync::Caller;
using sync::Fate;

class ServiceTest : public testing::Test {
protected:
    SyncWorld world;
    sync::server::Service& service() { return world.server().service(); }
    static Caller callerOf(Node& node) { return {node.key().publicKey()}; }
    template <class T>
    static std::string reasonOf(const Result<T>& result) {
        return result ? "allowed" : result.error().reason;
    }
    std::vector<sync::EntryFate> push(std::vector<entry::Record> records, const Caller& caller = {}) {
        return orThrow(service().push(caller, {world.world.random.make<Nonce>(), std::move(records)})).fates;
    }
    static std::vector<entry::Record> recordsOf(const std::vector<entry::VerifiedEntry>& entries) {
        std::vector<entry::Record> records;
        for (const auto& made : entries)
            records.emplace_back(made.raw);
        return records;
    }
    /// What `node` would send after a hello.
    template <class Message>
    sync::Request signedRequest(Node& node, std::string_view path, const Message& message) {
        const auto hello = orThrow(service().hello({world.world.random.make<Nonce>(), "test"}));
        const auto facts = orThrow(sync::verifyHello(hello.statement));
        sync::Request request{std::string(path), std::string(sync::kJsonContent), {}, encode(message)};
        request.proof = sync::encodeProof(sync::signRequest(
            node.key(), {facts.server, facts.challenge, request.path, crypto::sha256(request.body)}));
        return request;
    }
    std::string reasonOver(const sync::Request& request) {
        const auto response = world.server().handle(request);
        return response.status == 200 ? "allowed" : sync::errorOf(response).reason;
    }
};

TEST_F(ServiceTest, TakesCertificatesInTheSameBatchInWhateverOrder) {
    auto& laptop = world.laptop("Pak A"); // the server has not heard of it
    const auto opened = laptop.openSession();
    auto records = recordsOf({opened, world.world.all().back()});
    const auto fates = push(std::move(records));
    EXPECT_EQ(fates[0].fate, Fate::Stored);
    EXPECT_EQ(fates[1].fate, Fate::Stored);
}

TEST_F(ServiceTest, RefusesFeedsThatNoCertificateNames) {
    auto& stranger = world.uncertified("Orang lain");
    world.provision(stranger);
    const auto fates = push(recordsOf({stranger.openSession()}));
    EXPECT_EQ(fates[0].fate, Fate::Refused);
    EXPECT_EQ(fates[0].reason, "sync.unknown-key");
}

TEST_F(ServiceTest, RefusesACertificateOfAStrangerTogetherWithWhatItNames) {
    World elsewhere(99);
    elsewhere.begin();
    auto& officer = elsewhere.certifyOfficer();
    officer.openSession();
    for (const auto& fate : push(recordsOf(elsewhere.all())))
        EXPECT_EQ(fate.reason, "sync.unknown-key");
}

TEST_F(ServiceTest, AnswersEachEntryByNameAndOneBadOneStopsNoOther) {
    auto& laptop = world.laptop("Pak A");
    world.provision(world.server());
    const auto first = laptop.openSession();
    const auto second = laptop.sign(1);
    const auto third = laptop.note();
    auto records = recordsOf({first, second, third});
    auto& bad = std::get<entry::Entry>(records[1]);
    bad.payload[bad.payload.size() / 2] ^= 1U;
    const auto fates = push(records);
    EXPECT_EQ(fates[0], (sync::EntryFate{first.id, Fate::Stored, {}}));
    EXPECT_EQ(fates[1].fate, Fate::Refused);
    EXPECT_EQ(fates[1].id, entry::entryIdOf(bad.payload));
    EXPECT_EQ(fates[2], (sync::EntryFate{third.id, Fate::Stored, {}}));
    EXPECT_EQ(push(recordsOf({first}))[0].fate, Fate::Duplicate);
}

TEST_F(ServiceTest, AcknowledgesOnlyTheChainWithoutGap) {
    auto& laptop = world.laptop("Pak A");
    world.provision(world.server());
    const auto first = laptop.openSession();
    const auto second = laptop.note();
    const auto third = laptop.note();
    const Nonce nonce = world.world.random.make<Nonce>();
    auto answer = orThrow(service().push({}, {nonce, recordsOf({third})}));
    EXPECT_TRUE(answer.acks.empty());
    answer = orThrow(service().push({}, {nonce, recordsOf({first})}));
    EXPECT_EQ(orThrow(sync::verifyAck(answer.acks.at(0))).seq, 1U);
    answer = orThrow(service().push({}, {nonce, recordsOf({second})}));
    const auto facts = orThrow(sync::verifyAck(answer.acks.at(0)));
    EXPECT_EQ(facts.seq, 3U);
    EXPECT_EQ(facts.head, third.id);
    EXPECT_EQ(facts.nonce, nonce);
    EXPECT_EQ(facts.epoch, service().epoch());
}

TEST_F(ServiceTest, TakesWithheldRecordsFromAdminsAndServersOnly) {
    auto& laptop = world.laptop("Pak A");
    auto& admin = world.adminMachine();
    world.provision(world.server());
    const auto opened = laptop.openSession();
    const std::vector<entry::Record> withheld{
        entry::WithheldEntry{opened.raw.key, opened.raw.signature, opened.id, 1, std::nullopt}};
    EXPECT_EQ(push(withheld)[0].reason, "sync.withheld-unproven");
    EXPECT_EQ(push(withheld, callerOf(laptop))[0].reason, "sync.withheld-unproven");
    EXPECT_EQ(push(withheld, callerOf(admin))[0].fate, Fate::Stored);
}

TEST_F(ServiceTest, CountsAnEntryThatReplacesItsWithheldRecordOnce) {
    auto& laptop = world.laptop("Pak A");
    auto& admin = world.adminMachine();
    world.provision(world.server());
    const auto opened = laptop.openSession();
    push({entry::WithheldEntry{opened.raw.key, opened.raw.signature, opened.id, 1, std::nullopt}},
         callerOf(admin));
    const auto before = service().epoch();
    EXPECT_EQ(push(recordsOf({opened}))[0].fate, Fate::Stored);
    world.server().restart();
    EXPECT_FALSE(service().restored()) << "the note beside the book named an entry that never was";
    push(recordsOf({laptop.note(), laptop.note()}));
    world.server().restart();
    EXPECT_FALSE(service().restored());
    EXPECT_EQ(service().epoch(), before);
}

TEST_F(ServiceTest, RefusesBatchesLongerThanItSaidInHello) {
    world.server().settings.limits.batchEntries = 2;
    world.server().startService();
    auto& laptop = world.laptop("Pak A");
    const auto pushed =
        service().push({}, {{}, recordsOf({laptop.openSession(), laptop.note(), laptop.note()})});
    EXPECT_EQ(reasonOf(pushed), "sync.too-large");
}

TEST_F(ServiceTest, GivesNothingToWhoHasProvenNothing) {
    EXPECT_EQ(reasonOf(service().heads({}, {{}, true, {}})), "sync.proof-missing");
    EXPECT_EQ(reasonOf(service().ids({}, {world.world.root().id(), 1})), "sync.proof-missing");
    EXPECT_EQ(reasonOf(service().pull({}, {{{world.world.root().id(), 1, 9}}, {}})), "sync.proof-missing");
    EXPECT_EQ(reasonOf(service().status({}, {{}, world.world.drive(), {}})), "sync.proof-missing");
    EXPECT_EQ(reasonOf(service().blobs({}, {})), "sync.proof-missing");
    EXPECT_EQ(reasonOf(service().readBlob({}, {})), "sync.proof-missing");
    EXPECT_EQ(reasonOf(service().writeBlob({}, {})), "sync.proof-missing");
    EXPECT_EQ(reasonOf(service().heads({}, {{{world.world.root().id(), {}}}, false, {}})), "allowed");
}

TEST_F(ServiceTest, GivesNothingToKeysThatNobodyCertifiedOrThatWereRevoked) {
    auto& stranger = world.uncertified("Orang lain");
    auto& laptop = world.laptop("Pak A");
    world.world.admin().append(entry::RevokeOfficer{laptop.feed(), 0, entry::RevokeReason::Stolen});
    world.provision(world.server());
    const sync::PullRequest pull{{{world.world.root().id(), 1, 9}}, {}};
    EXPECT_EQ(reasonOf(service().pull(callerOf(stranger), pull)), "sync.not-certified");
    EXPECT_EQ(reasonOf(service().pull(callerOf(laptop), pull)), "sync.revoked");
}

TEST_F(ServiceTest, GivesAnOfficerAuthorityAndOwnFeedAndNotOneEntryMore) {
    auto& one = world.laptop("Pak A");
    auto& two = world.laptop("Bu B");
    world.provision(world.server());
    const auto secret = one.openSession();
    world.server().record({secret});
    const auto asked = [&](const FeedId& feed) {
        return reasonOf(service().pull(callerOf(two), {{{feed, 1, 9}}, {}}));
    };
    EXPECT_EQ(asked(world.world.root().id()), "allowed");
    EXPECT_EQ(asked(world.world.admin().id()), "allowed");
    EXPECT_EQ(asked(two.feed()), "allowed");
    EXPECT_EQ(asked(one.feed()), "sync.out-of-scope");
    EXPECT_EQ(reasonOf(service().pull(callerOf(two), {{}, {secret.id}})), "sync.out-of-scope");
    EXPECT_EQ(reasonOf(service().ids(callerOf(two), {one.feed(), 1})), "sync.out-of-scope");
    for (const auto& report : orThrow(service().heads(callerOf(two), {{}, true, {}})).feeds)
        EXPECT_NE(report.feed, one.feed());
}

TEST_F(ServiceTest, DoesNotGiveARosterToWhoAttachesItsHash) {
    const auto roster = world.publishRoster(world.server());
    auto& laptop = world.laptop("Pak A", {"DINKES"});
    world.provision(world.server());
    laptop.openSession();
    const auto attached = laptop.append(
        entry::Attach{{}, std::nullopt, roster.schools, "application/octet-stream", 10, "foto"});
    const auto locked = laptop.append(entry::LockText{"palsu", 1, "Palsu", roster.schools, {"pns"}});
    world.server().record({attached, locked});
    EXPECT_EQ(reasonOf(service().readBlob(callerOf(laptop), {roster.health, 0})), "allowed");
    EXPECT_EQ(reasonOf(service().readBlob(callerOf(laptop), {roster.schools, 0})), "sync.no-blob");
}

TEST_F(ServiceTest, TakesBlobsOfAnOfficerOnlyIfAnEntrySpeaksOfThem) {
    auto& laptop = world.laptop("Pak A");
    world.provision(world.server());
    const auto photo = toBytes("foto");
    const auto id = crypto::blobIdOf(photo);
    EXPECT_EQ(reasonOf(service().writeBlob(callerOf(laptop), {id, 0, true, photo})), "sync.out-of-scope");
    laptop.openSession();
    world.server().record({laptop.append(entry::Attach{{}, std::nullopt, id, "image/jpeg", 4, "foto"})});
    EXPECT_TRUE(orThrow(service().writeBlob(callerOf(laptop), {id, 0, true, photo})).complete);
    auto& other = world.laptop("Bu B");
    world.provision(world.server());
    EXPECT_EQ(reasonOf(service().readBlob(callerOf(other), {id, 0})), "sync.no-blob");
    EXPECT_EQ(reasonOf(service().readBlob(callerOf(laptop), {id, 0})), "allowed");
}

TEST_F(ServiceTest, DropsABlobWhoseBytesAreNotItsName) {
    auto& admin = world.adminMachine();
    world.provision(world.server());
    const auto id = crypto::blobIdOf(view("benar"));
    EXPECT_FALSE(service().writeBlob(callerOf(admin), {id, 0, true, toBytes("salah")}));
    EXPECT_FALSE(world.server().hasBlob(id));
    EXPECT_TRUE(orThrow(service().writeBlob(callerOf(admin), {id, 0, true, toBytes("benar")})).complete);
}

TEST_F(ServiceTest, SaysWhereAPartGoesInsteadOfFailing) {
    auto& admin = world.adminMachine();
    world.provision(world.server());
    const auto id = crypto::blobIdOf(view("satudua"));
    EXPECT_EQ(orThrow(service().writeBlob(callerOf(admin), {id, 0, false, toBytes("satu")})).bytes, 4U);
    EXPECT_EQ(orThrow(service().writeBlob(callerOf(admin), {id, 0, false, toBytes("satu")})).bytes, 4U);
    EXPECT_EQ(orThrow(service().writeBlob(callerOf(admin), {id, 99, true, toBytes("x")})).bytes, 4U);
    EXPECT_TRUE(orThrow(service().writeBlob(callerOf(admin), {id, 4, true, toBytes("dua")})).complete);
    EXPECT_TRUE(orThrow(service().writeBlob(callerOf(admin), {id, 4, true, toBytes("dua")})).complete);
}

TEST_F(ServiceTest, TakesAProofForItsOwnPathBodyServerAndTimeOnly) {
    auto& laptop = world.laptop("Pak A");
    world.provision(world.server());
    const auto good = signedRequest(laptop, sync::path::kIds, sync::IdsRequest{laptop.feed(), 1});
    EXPECT_EQ(reasonOver(good), "allowed");
    auto otherBody = good;
    otherBody.body = encode(sync::IdsRequest{laptop.feed(), 2});
    EXPECT_EQ(reasonOver(otherBody), "sync.proof-other");
    auto otherPath = signedRequest(laptop, sync::path::kPull, sync::IdsRequest{laptop.feed(), 1});
    otherPath.path = sync::path::kIds;
    EXPECT_EQ(reasonOver(otherPath), "sync.proof-other");
    auto flipped = good;
    flipped.proof[40] = flipped.proof[40] == 'a' ? 'b' : 'a';
    EXPECT_EQ(reasonOver(flipped), "sync.proof-signature");
    auto noForm = good;
    noForm.proof = "Bearer x";
    EXPECT_EQ(reasonOver(noForm), "sync.proof-form");
    world.world.clock.advance(Milliseconds{sync::kChallengeMs + 1});
    EXPECT_EQ(reasonOver(good), "sync.proof-stale");
}

TEST_F(ServiceTest, TakesNoProofMadeForAnotherServerOrBeforeItsRestart) {
    auto& laptop = world.laptop("Pak A");
    const auto other = world.makeServer("pusat-dua");
    world.provision(world.server());
    const auto hello = orThrow(other->service().hello({{}, "test"}));
    const auto facts = orThrow(sync::verifyHello(hello.statement));
    sync::Request request{std::string(sync::path::kIds),
                          std::string(sync::kJsonContent),
                          {},
                          encode(sync::IdsRequest{laptop.feed(), 1})};
    request.proof = sync::encodeProof(sync::signRequest(
        laptop.key(), {facts.server, facts.challenge, request.path, crypto::sha256(request.body)}));
    EXPECT_EQ(reasonOver(request), "sync.proof-other");
    request.proof =
        sync::encodeProof(sync::signRequest(laptop.key(), {world.server().key().publicKey(), facts.challenge,
                                                           request.path, crypto::sha256(request.body)}));
    EXPECT_EQ(reasonOver(request), "sync.proof-stale");
    const auto good = signedRequest(laptop, sync::path::kIds, sync::IdsRequest{laptop.feed(), 1});
    world.server().restart();
    EXPECT_EQ(reasonOver(good), "sync.proof-stale");
}

TEST_F(ServiceTest, AsksToComeBackLaterWhenTooManyWait) {
    world.server().settings.mostWaiting = 0;
    world.server().startService();
    const auto response = world.server().handle(
        {std::string(sync::path::kHeads), std::string(sync::kJsonContent), {}, encode(sync::HeadsRequest{})});
    EXPECT_EQ(response.status, 503);
    ASSERT_TRUE(response.retryAfter);
    EXPECT_GE(response.retryAfter->count(), 5);
    EXPECT_LE(response.retryAfter->count(), 30);
}

TEST_F(ServiceTest, PagesAreFollowedToTheEndOfALongFeed) {
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    for (int i = 0; i < 700; ++i)
        laptop.note();
    ASSERT_TRUE(laptop.sync().ok());
    auto& admin = world.adminMachine();
    const auto report = admin.sync();
    ASSERT_TRUE(report.ok()) << describe(*report.error);
    EXPECT_EQ(admin.dump(), world.server().dump());
    EXPECT_GE(std::ranges::count(admin.transport.paths, sync::path::kPull), 2);
}

TEST_F(ServiceTest, KeepsItsEpochOverARestartAndChangesItWhenDeclared) {
    const auto before = service().epoch();
    world.server().restart();
    EXPECT_EQ(service().epoch(), before);
    EXPECT_FALSE(service().restored());
    sync::server::EpochKeeper keeper(world.server().book(), world.server().feed(), world.world.random);
    const auto renewed = orThrow(keeper.renew());
    EXPECT_NE(renewed, before);
    world.server().restart();
    EXPECT_EQ(service().epoch(), renewed);
}

} // namespace
} // namespace teken::test
