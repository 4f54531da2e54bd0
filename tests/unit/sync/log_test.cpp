// The centre's log: what is published, what is refused, and what a restored database cannot do.
#include "tests/unit/sync/log_fixture.h"

namespace teken::test {
namespace {

using sync::LogPlace;
using State = sync::LogHealth::State;

TEST_F(LogTest, IsOffUntilAKeyIsThere) {
    EXPECT_EQ(healthState(), State::Off);
    EXPECT_FALSE(service().tendLog());
    EXPECT_EQ(reasonOf(service().logCheckpoint()), "log.off");
    EXPECT_EQ(reasonOf(service().logProofs({})), "log.off");
    EXPECT_EQ(reasonOf(service().logTile({})), "log.off");
}

TEST_F(LogTest, AppendsButSignsNothingUntilTheRootHasCertifiedItsKey) {
    keepLog();
    EXPECT_EQ(healthState(), State::Waiting);
    EXPECT_EQ(healthReason(), "log.not-certified");
    EXPECT_EQ(reasonOf(service().logCheckpoint()), "log.no-checkpoint");
    certifyLog();
    wait();
    EXPECT_EQ(healthState(), State::Running);
    EXPECT_EQ(checkpoint().size.value, world.server().count());
}

TEST_F(LogTest, HoldsWhatWasStoredBeforeItBegan) {
    certifyLog();
    std::vector<Digest> hashes;
    for (const auto& entry : world.world.all())
        hashes.push_back(leafHashOf(entry));
    keepLog();
    EXPECT_EQ(checkpoint().root, plainRoot(hashes));
}

TEST_F(LogTest, RefusesTheServersOwnKey) {
    const auto refused = service().keepLog(
        {files, state(), origin, world.server().key(), world.server().key().publicKey(), {}});
    EXPECT_EQ(reasonOf(refused), "log.key-in-two-roles");
}

TEST_F(LogTest, SignsNothingWithAKeyThatIsCertifiedInAnotherRoleToo) {
    certifyLog();
    keepLog();
    ASSERT_EQ(healthState(), State::Running);
    certify(logKey.publicKey(), entry::Role::Cosigner, "saksi");
    wait();
    EXPECT_EQ(healthReason(), "log.not-certified") << "a key of two roles has none";
    EXPECT_EQ(reasonOf(service().logCheckpoint()), "log.no-checkpoint");
}

TEST_F(LogTest, SignsNothingUnderAnOriginThatTheRootDidNotName) {
    certify(logKey.publicKey(), entry::Role::Log, "lain.go.id/log");
    keepLog();
    EXPECT_EQ(healthReason(), "log.other-origin");
}

TEST_F(LogTest, StopsPublishingWhenItsKeyIsRevoked) {
    certifyLog();
    keepLog();
    world.world.root().append(
        entry::Revoke{entry::Role::Log, logKey.publicKey(), 0, entry::RevokeReason::Replaced});
    world.provision(world.server());
    wait();
    EXPECT_EQ(healthReason(), "log.revoked");
    EXPECT_EQ(reasonOf(service().logCheckpoint()), "log.no-checkpoint");
}

TEST_F(LogTest, SignsAtOnceWhenIdleAndAtMostOnceASecondUnderLoad) {
    certifyLog();
    keepLog();
    auto& laptop = world.laptop("Pak A");
    world.provision(world.server());
    const auto first = laptop.openSession();
    const auto second = laptop.note();
    wait();
    wait(5000);
    push({first});
    wait(1);
    EXPECT_EQ(checkpoint().size.value, world.server().count()) << "idle: at once";
    push({second});
    wait(500);
    EXPECT_EQ(checkpoint().size.value, world.server().count() - 1) << "not within the same second";
    auto answer = orThrow(service().logProofs({std::nullopt, {first.id, second.id}}));
    EXPECT_EQ(answer.proofs[0].place, LogPlace::Included);
    EXPECT_EQ(answer.proofs[1].place, LogPlace::Pending);
    wait(500);
    EXPECT_EQ(checkpoint().size.value, world.server().count());
    const auto note = orThrow(service().logCheckpoint());
    wait(60'000);
    EXPECT_EQ(orThrow(service().logCheckpoint()), note) << "nothing new, nothing signed";
}

TEST_F(LogTest, ProvesEachEntryAndThatItOnlyGrew) {
    certifyLog();
    keepLog();
    const auto before = checkpoint();
    auto& laptop = world.laptop("Pak A");
    world.provision(world.server());
    std::vector<entry::VerifiedEntry> made{laptop.openSession()};
    for (std::uint32_t i = 0; i < 30; ++i)
        made.push_back(laptop.sign(i));
    push(made);
    world.world.clock.advance(Milliseconds{1000});
    sync::LogProofsRequest request{before.size, {}};
    for (const auto& entry : made)
        request.entries.push_back(entry.id);
    request.entries.push_back(world.world.random.make<EntryId>());
    const auto answer = orThrow(service().logProofs(request)); // signs first: it is due
    const auto now = orThrow(log::openCheckpoint(answer.checkpoint, vkey())).checkpoint;
    EXPECT_EQ(now.size.value, world.server().count());
    ASSERT_TRUE(answer.consistency);
    EXPECT_TRUE(log::verifyConsistency(before.size, now.size, *answer.consistency, before.root, now.root));
    ASSERT_EQ(answer.proofs.size(), made.size() + 1);
    for (std::size_t i = 0; i < made.size(); ++i)
        EXPECT_TRUE(log::verifyInclusion(answer.proofs[i].index, now.size, leafHashOf(made[i]),
                                         answer.proofs[i].hashes, now.root));
    EXPECT_EQ(answer.proofs.back().place, LogPlace::Absent);
}

TEST_F(LogTest, AnswersWhoHasSeenMoreThanThereIsWithoutAProofThatItGrew) {
    certifyLog();
    keepLog();
    const auto size = checkpoint().size;
    EXPECT_TRUE(orThrow(service().logProofs({size, {}})).consistency);
    EXPECT_TRUE(orThrow(service().logProofs({log::TreeSize{0}, {}})).consistency);
    EXPECT_FALSE(orThrow(service().logProofs({log::TreeSize{size.value + 1}, {}})).consistency);
    EXPECT_FALSE(orThrow(service().logProofs({})).consistency) << "not asked for";
}

TEST_F(LogTest, RefusesMoreQuestionsThanItSays) {
    certifyLog();
    keepLog();
    sync::LogProofsRequest request{{}, std::vector<EntryId>(sync::kMostLogProofs)};
    EXPECT_EQ(reasonOf(service().logProofs(request)), "allowed");
    request.entries.emplace_back();
    EXPECT_EQ(reasonOf(service().logProofs(request)), "sync.too-large");
}

TEST_F(LogTest, GivesTilesUpToTheCheckpointAndNotOneLeafMore) {
    certifyLog();
    keepLog();
    auto& laptop = world.laptop("Pak A");
    world.provision(world.server());
    wait();
    const auto size = static_cast<unsigned>(checkpoint().size.value);
    const auto bundle = orThrow(service().logTile({true, 0, 0, size}));
    std::vector<Digest> hashes;
    for (const auto& leaf : orThrow(log::decodeEntryBundle(bundle, size)))
        hashes.push_back(log::hashLeaf(leaf));
    EXPECT_EQ(plainRoot(hashes), checkpoint().root);
    EXPECT_EQ(orThrow(service().logTile({false, 0, 0, size})), log::encodeTile(hashes));
    push({laptop.openSession()}); // stored, not signed for yet
    EXPECT_EQ(reasonOf(service().logTile({false, 0, 0, size + 1})), "log.no-tile");
    EXPECT_EQ(reasonOf(service().logTile({true, 0, 0, size + 1})), "log.no-tile");
    EXPECT_EQ(reasonOf(service().logTile({false, 0, 1, 1})), "log.no-tile");
    EXPECT_EQ(reasonOf(service().logTile({false, 1, 0, 1})), "log.no-tile");
    EXPECT_EQ(orThrow(service().logTile({false, 0, 0, size})), log::encodeTile(hashes)) << "for ever";
}

TEST_F(LogTest, ARestoredDatabaseGoesOnStoringAndPublishesNothing) {
    certifyLog();
    keepLog();
    auto& laptop = world.laptop("Pak A");
    world.provision(world.server());
    const auto backup = world.server().backup();
    const auto lost = laptop.openSession();
    push({lost});
    wait();
    const auto shown = checkpoint();
    world.server().restore(backup);
    wait();
    EXPECT_EQ(healthState(), State::Stopped);
    EXPECT_EQ(healthReason(), "log.signer-shrunk");
    EXPECT_EQ(reasonOf(service().logCheckpoint()), "log.stopped");
    EXPECT_EQ(reasonOf(service().logProofs({})), "log.stopped");
    EXPECT_EQ(reasonOf(service().logTile({true, 0, 0, 1})), "log.stopped");
    // It grows again, in another order: that is not what was signed for either.
    EXPECT_EQ(push({laptop.note(), lost})[1].fate, sync::Fate::Stored);
    ASSERT_GT(world.server().count(), shown.size.value);
    wait();
    EXPECT_EQ(healthReason(), "log.signer-shrunk") << "until somebody has looked at it";
    world.server().restart();
    EXPECT_EQ(healthReason(), "log.signer-other-tree");
    EXPECT_EQ(reasonOf(service().logCheckpoint()), "log.stopped");
}

TEST_F(LogTest, ARestoredDatabaseThatGetsItsLeavesBackInTheirOrderGoesOn) {
    certifyLog();
    keepLog();
    auto& laptop = world.laptop("Pak A");
    world.provision(world.server());
    const auto backup = world.server().backup();
    const auto lost = laptop.openSession();
    push({lost});
    wait();
    const auto shown = orThrow(service().logCheckpoint());
    world.server().restore(backup);
    push({lost});
    world.server().restart();
    EXPECT_EQ(orThrow(service().logCheckpoint()), shown);
}

TEST_F(LogTest, AnAlteredTreeIsNotSignedFor) {
    certifyLog();
    keepLog();
    ASSERT_EQ(healthState(), State::Running);
    std::string note = orThrow(service().logCheckpoint());
    // Somebody else's log under our name: the same key, another tree.
    log::CompactRange other;
    for (std::uint8_t i = 0; i < 3; ++i)
        other.append(log::hashLeaf(Bytes{i}));
    note = log::formatNote(orThrow(
        log::signNote(log::formatCheckpoint({kOrigin, other.size(), other.root()}), kOrigin, logKey)));
    must(files.writeAtomic(state(), view(note)));
    world.server().restart();
    EXPECT_EQ(healthReason(), "log.signer-other-tree");
}

TEST_F(LogTest, ALostStateFileStopsItUntilTheNewestCheckpointIsPutBack) {
    certifyLog();
    keepLog();
    const auto note = orThrow(service().logCheckpoint());
    std::filesystem::remove(state());
    world.server().restart();
    EXPECT_EQ(healthState(), State::Stopped);
    EXPECT_EQ(healthReason(), "log.signer-state-missing");
    must(files.writeAtomic(state(), view("rusak")));
    world.server().restart();
    EXPECT_EQ(healthReason(), "log.signer-state");
    must(files.writeAtomic(state(), view(note)));
    world.server().restart();
    EXPECT_EQ(healthState(), State::Running);
}

/// Pushes, pauses, crashes and restored databases at random. Whatever was ever published stays true of every
/// later checkpoint, and what is published is the tree of what was stored, in its order.
TEST_F(LogTest, NeverPublishesTwoStoriesWhateverHappens) {
    certifyLog();
    keepLog();
    auto& laptop = world.laptop("Pak A");
    world.provision(world.server());
    std::vector<Digest> stored;
    for (const auto& entry : world.world.all())
        stored.push_back(leafHashOf(entry));
    std::vector<log::Checkpoint> shown;
    std::vector<entry::VerifiedEntry> unsent{laptop.openSession()};
    std::mt19937 dice(11);
    std::optional<std::pair<std::filesystem::path, std::size_t>> backup;
    unsigned stops = 0;
    for (int round = 0; round < 120; ++round) {
        switch (dice() % 8) {
        case 0:
            world.server().restart();
            break;
        case 1:
            if (!backup)
                backup.emplace(world.server().backup(), stored.size());
            break;
        case 2:
            if (backup && dice() % 4 == 0) {
                world.server().restore(backup->first);
                stored.resize(backup->second);
                backup.reset();
            }
            break;
        default: {
            for (std::uint32_t i = dice() % 6; i > 0; --i)
                unsent.push_back(laptop.sign(dice() % 5000));
            std::ranges::shuffle(unsent, dice);
            const auto fates = push(unsent);
            for (std::size_t i = 0; i < fates.size(); ++i)
                if (fates[i].fate == sync::Fate::Stored)
                    stored.push_back(leafHashOf(unsent[i]));
            if (dice() % 3 == 0)
                unsent.clear();
        }
        }
        wait(static_cast<int>(dice() % 1500));
        ASSERT_EQ(orThrow(world.server().book().log().state())->range.root(), plainRoot(stored));
        if (!service().logCheckpoint()) {
            ++stops;
            ASSERT_EQ(healthState(), State::Stopped);
            continue;
        }
        const auto now = checkpoint();
        ASSERT_EQ(now.root, plainRoot(std::span(stored).first(now.size.value)));
        for (const auto& earlier : shown) {
            ASSERT_LE(earlier.size, now.size);
            ASSERT_EQ(earlier.root, plainRoot(std::span(stored).first(earlier.size.value)));
        }
        if (shown.empty() || shown.back() != now)
            shown.push_back(now);
    }
    EXPECT_GT(shown.size(), 5U);
    EXPECT_GT(stops, 0U) << "no restored database contradicted anything: another seed";
}

} // namespace
} // namespace teken::test
