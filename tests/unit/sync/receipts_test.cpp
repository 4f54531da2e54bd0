// Receipts: what a laptop believes of the centre's log, and what it says of one that lies.
#include "core/store/receipts.h"

#include "core/store/entries.h"
#include "tests/unit/sync/false_log.h"
#include "tests/unit/sync/log_fixture.h"

namespace teken::test {
namespace {

using sync::LogPlace;
using sync::LogProofsAnswer;
using sync::LogProofsRequest;

class ReceiptsTest : public LogTest {
protected:
    LaptopNode* laptop = nullptr;

    void SetUp() override {
        certifyLog();
        keepLog();
        laptop = &world.laptop("Pak A");
        world.provision(world.server());
        laptop->openSession();
        laptop->sign(1);
        laptop->sign(2);
    }
    FalseLog honest() { return copyOfLog(service(), checkpoint().size, kOrigin, logKey); }
    /// From now on the laptop hears this log instead of the centre's, `times` times.
    void lie(FalseLog liar, unsigned times = 1'000'000) {
        tamper([liar = std::move(liar), times](const LogProofsRequest& request,
                                               LogProofsAnswer& answer) mutable {
            if (times > 0) {
                --times;
                answer = liar.answer(request);
            }
        });
    }
    template <class Change>
    void tamper(Change change) {
        laptop->transport.tamper = [change = std::move(change)](const sync::Request& request,
                                                                sync::Response& response) mutable {
            if (request.path != sync::path::kLogProofs || response.status != 200)
                return;
            auto answer = orThrow(sync::decode<LogProofsAnswer>(response.body));
            change(orThrow(sync::decode<LogProofsRequest>(request.body)), answer);
            response.body = sync::encode(answer);
        };
    }
    /// Every question about this entry is answered by this place.
    void place(const EntryId& id, const sync::LogProof& proof) {
        tamper([id, proof](const LogProofsRequest& request, LogProofsAnswer& answer) {
            for (std::size_t i = 0; i < request.entries.size(); ++i)
                if (request.entries[i] == id)
                    answer.proofs[i] = proof;
        });
    }
    /// A round; "" or why it ended.
    std::string sync() {
        report = laptop->sync();
        return report.error ? report.error->reason : "";
    }
    std::vector<EntryId> own() {
        return orThrow(laptop->book().entries().idsOf(laptop->feed(), 1, 1'000'000));
    }
    std::vector<store::LogEvidence> evidence() { return orThrow(laptop->book().receipts().evidence()); }
    store::Receipt receiptOf(const EntryId& id) {
        return orThrow(laptop->book().receipts().find(id, logKey.publicKey())).value();
    }
    [[nodiscard]] std::ptrdiff_t questions() const {
        return std::ranges::count(laptop->transport.paths, sync::path::kLogProofs);
    }
    sync::client::RoundReport report;
};

TEST_F(ReceiptsTest, WhatIsInTheLogIsReceivedAndCanBeProvenWithoutTheCentre) {
    EXPECT_EQ(sync(), "");
    EXPECT_EQ(laptop->received(), 3U);
    EXPECT_EQ(report.receipts, 3U);
    for (const auto& id : own()) {
        const auto receipt = receiptOf(id);
        const auto stored = orThrow(laptop->book().entries().get(id));
        const auto made = orThrow(entry::verifyEntry(std::get<entry::Entry>(stored.record)));
        EXPECT_TRUE(log::verifyProofFile({receipt.index, receipt.hashes, receipt.checkpoint},
                                         leafHashOf(made), vkey()));
    }
    EXPECT_THAT(evidence(), testing::IsEmpty());
}

TEST_F(ReceiptsTest, WithoutALogThatCountsAcknowledgementsAreAllThereIs) {
    world.world.root().append(
        entry::Revoke{entry::Role::Log, logKey.publicKey(), 0, entry::RevokeReason::Replaced});
    world.provision(world.server());
    world.provision(*laptop);
    EXPECT_EQ(sync(), "");
    EXPECT_EQ(laptop->received(), 3U);
    EXPECT_EQ(report.receipts, 0U);
    EXPECT_EQ(questions(), 0);
}

TEST_F(ReceiptsTest, WhatIsAcknowledgedButNotSignedForYetWaits) {
    place(own()[2], {LogPlace::Pending, {}, {}});
    EXPECT_EQ(sync(), "");
    EXPECT_EQ(report.notLogged, 1U);
    EXPECT_EQ(laptop->received(), 2U);
    EXPECT_EQ(laptop->waiting(), 1U);
    laptop->transport.tamper = {};
    EXPECT_EQ(sync(), "");
    EXPECT_EQ(laptop->received(), 3U);
}

TEST_F(ReceiptsTest, ACentreThatKeepsNoLogAlthoughOneIsCertifiedReceivesNothing) {
    world.server().onStart = {};
    world.server().restart();
    EXPECT_EQ(sync(), "") << "the rest of the round goes on";
    ASSERT_TRUE(report.logError);
    EXPECT_EQ(report.logError->reason, "log.off");
    EXPECT_GT(report.acknowledgements, 0U);
    EXPECT_EQ(laptop->received(), 0U);
    EXPECT_EQ(laptop->waiting(), 3U);
    keepLog();
    EXPECT_EQ(sync(), "");
    EXPECT_EQ(laptop->received(), 3U);
}

TEST_F(ReceiptsTest, AsksAgainForItsOlderEntriesAtEachMeeting) {
    ASSERT_EQ(sync(), "");
    const auto asked = questions();
    ASSERT_EQ(sync(), "");
    EXPECT_EQ(questions(), asked + 1);
    EXPECT_EQ(report.receipts, 3U) << "verified once more";
}

TEST_F(ReceiptsTest, AsksInPagesAndForOnePageOfOlderOnes) {
    for (std::uint32_t i = 10; i < 607; ++i)
        laptop->note(std::to_string(i));
    ASSERT_EQ(sync(), "");
    EXPECT_EQ(laptop->received(), 600U);
    EXPECT_EQ(report.receipts, 600U) << "none twice in a round";
    std::set<EntryId> again;
    for (int round = 0; round < 3; ++round) {
        tamper([&](const LogProofsRequest& request, LogProofsAnswer&) {
            EXPECT_LE(request.entries.size(), sync::kMostLogProofs);
            again.insert(request.entries.begin(), request.entries.end());
        });
        ASSERT_EQ(sync(), "");
        EXPECT_EQ(report.receipts, 250U);
    }
    EXPECT_EQ(again.size(), 600U) << "after three meetings each was asked for again";
}

TEST_F(ReceiptsTest, ALostAnswerCostsAQuestion) {
    laptop->transport.otherwise = [](const sync::Request& request) {
        return request.path == sync::path::kLogProofs ? Fault::AnswerLost : Fault::None;
    };
    EXPECT_EQ(sync(), "sync.no-answer");
    EXPECT_EQ(laptop->received(), 0U);
    laptop->transport.otherwise = {};
    EXPECT_EQ(sync(), "");
    EXPECT_EQ(laptop->received(), 3U);
    EXPECT_THAT(evidence(), testing::IsEmpty());
}

TEST_F(ReceiptsTest, OneFalseAnswerIsAskedForAgainBeforeAnybodyIsAccused) {
    ASSERT_EQ(sync(), "");
    auto liar = honest();
    liar.leaves.pop_back();
    lie(liar, 1);
    EXPECT_EQ(sync(), "");
    EXPECT_EQ(laptop->received(), 3U);
    EXPECT_THAT(evidence(), testing::IsEmpty());
}

// --- attacks ---------------------------------------------------------------------------------------------

TEST_F(ReceiptsTest, AShrunkLogIsCaughtAndBothNotesAreKept) {
    ASSERT_EQ(sync(), "");
    const auto before = orThrow(service().logCheckpoint());
    auto liar = honest();
    liar.leaves.resize(liar.leaves.size() - 2);
    lie(liar);
    EXPECT_EQ(sync(), "sync.log-shrunk");
    EXPECT_EQ(laptop->received(), 0U);
    ASSERT_EQ(evidence().size(), 1U);
    EXPECT_EQ(evidence()[0].reason, "sync.log-shrunk");
    EXPECT_EQ(evidence()[0].former, before);
    EXPECT_EQ(evidence()[0].found, liar.answer({}).checkpoint);
    EXPECT_EQ(sync(), "sync.log-shrunk") << "until it is mended";
    EXPECT_EQ(evidence().size(), 1U);
}

TEST_F(ReceiptsTest, AnOlderCheckpointReplayedIsALogThatShrank) {
    const auto old = orThrow(service().logCheckpoint());
    ASSERT_EQ(sync(), "");
    tamper([&](const LogProofsRequest&, LogProofsAnswer& answer) { answer.checkpoint = old; });
    EXPECT_EQ(sync(), "sync.log-shrunk");
    EXPECT_EQ(evidence().at(0).found, old);
}

TEST_F(ReceiptsTest, AnotherTreeOfTheSameSizeIsAForkProvenByItsTwoNotes) {
    ASSERT_EQ(sync(), "");
    auto liar = honest();
    std::swap(liar.leaves[0], liar.leaves[1]);
    const auto asked = questions();
    lie(liar, 1);
    EXPECT_EQ(sync(), "sync.log-forked");
    EXPECT_EQ(questions(), asked + 1) << "no need to ask twice";
    EXPECT_EQ(laptop->received(), 0U);
    EXPECT_EQ(evidence().size(), 1U);
}

TEST_F(ReceiptsTest, ALogThatGrewOnAnotherTreeIsForked) {
    ASSERT_EQ(sync(), "");
    auto liar = honest();
    std::swap(liar.leaves[0], liar.leaves[1]);
    for (std::uint64_t i = 1; i < 9; ++i)
        liar.leaves.push_back({laptop->feed(), i, world.world.random.make<EntryId>(), {}});
    lie(liar);
    EXPECT_EQ(sync(), "sync.log-forked");
    EXPECT_EQ(laptop->received(), 0U);
    EXPECT_EQ(evidence().size(), 1U);
}

TEST_F(ReceiptsTest, ALogThatGivesNoProofThatItGrewIsForked) {
    ASSERT_EQ(sync(), "");
    laptop->note();
    tamper([](const LogProofsRequest&, LogProofsAnswer& answer) { answer.consistency.reset(); });
    EXPECT_EQ(sync(), "sync.log-forked");
}

TEST_F(ReceiptsTest, AnAcknowledgedEntryThatTheLogNeverHeldIsMissing) {
    place(own()[1], {});
    EXPECT_EQ(sync(), "sync.log-missing-entry");
    EXPECT_EQ(report.error->place, own()[1].hex());
    EXPECT_EQ(laptop->received(), 2U) << "one lost entry keeps no other from its receipt";
    ASSERT_EQ(evidence().size(), 1U);
    EXPECT_EQ(evidence()[0].entry, own()[1]);
    EXPECT_EQ(evidence()[0].former, "");
    EXPECT_EQ(evidence()[0].found, orThrow(service().logCheckpoint()));
}

TEST_F(ReceiptsTest, AnEntryLostAfterItsReceiptIsCaughtAtTheNextMeetingAndItsProofIsKept) {
    ASSERT_EQ(sync(), "");
    const auto receipt = receiptOf(own()[1]);
    place(own()[1], {});
    EXPECT_EQ(sync(), "sync.log-missing-entry");
    EXPECT_EQ(laptop->received(), 2U);
    ASSERT_EQ(evidence().size(), 1U);
    EXPECT_EQ(evidence()[0].former,
              log::formatProofFile({receipt.index, receipt.hashes, receipt.checkpoint}));
    EXPECT_TRUE(receiptOf(own()[1]).withdrawn);
}

TEST_F(ReceiptsTest, WhatHadAPlaceCannotWaitForOne) {
    ASSERT_EQ(sync(), "");
    place(own()[0], {LogPlace::Pending, {}, {}});
    EXPECT_EQ(sync(), "sync.log-missing-entry");
    EXPECT_EQ(laptop->received(), 2U);
}

TEST_F(ReceiptsTest, ALeafSwappedForAnotherIsCaught) {
    ASSERT_EQ(laptop->sync().error, std::nullopt);
    const auto swapped = laptop->note();
    ASSERT_EQ(sync(), "");
    auto other = honest();
    laptop = &world.laptop("Pak B");
    world.provision(world.server());
    const auto mine = laptop->openSession();
    auto forged = log::Leaf{laptop->feed(), 1, mine.id, swapped.raw.signature};
    other.leaves.push_back(forged);
    lie(other);
    EXPECT_EQ(sync(), "sync.log-swapped-entry");
    EXPECT_EQ(laptop->received(), 0U);
    ASSERT_EQ(evidence().size(), 1U);
    const auto shown = orThrow(log::parseProofFile(evidence()[0].found));
    EXPECT_TRUE(log::verifyProofFile(shown, log::hashLeaf(log::encodeLeaf(forged)), vkey()))
        << "the log's own signature under the forged leaf";
}

TEST_F(ReceiptsTest, TheProofOfAnotherEntryProvesNothing) {
    ASSERT_EQ(sync(), "");
    tamper([](const LogProofsRequest& request, LogProofsAnswer& answer) {
        if (request.entries.size() > 1)
            answer.proofs[0] = answer.proofs[1];
    });
    EXPECT_EQ(sync(), "sync.log-swapped-entry");
    EXPECT_EQ(evidence().at(0).entry, own()[0]);
    EXPECT_EQ(laptop->received(), 2U);
}

TEST_F(ReceiptsTest, ACheckpointOfAnotherOriginIsNobodys) {
    auto liar = honest();
    liar.origin = "lain.contoh.go.id/log";
    lie(liar);
    EXPECT_EQ(sync(), "sync.log-unknown");
    EXPECT_EQ(laptop->received(), 0U);
    EXPECT_THAT(evidence(), testing::IsEmpty()) << "anybody could have written it";
}

TEST_F(ReceiptsTest, AKeyWithoutTheRoleSignsNoCheckpoint) {
    auto liar = honest();
    liar.key = &world.server().key(); // certified, but as a server
    lie(liar);
    EXPECT_EQ(sync(), "sync.log-signature");
    EXPECT_EQ(laptop->received(), 0U);
    EXPECT_THAT(evidence(), testing::IsEmpty());
}

TEST_F(ReceiptsTest, AnAnswerWithTooFewPlacesIsRefused) {
    tamper([](const LogProofsRequest&, LogProofsAnswer& answer) {
        if (!answer.proofs.empty())
            answer.proofs.pop_back();
    });
    EXPECT_EQ(sync(), "sync.answer-other");
    EXPECT_EQ(laptop->received(), 0U);
}

// --- afterwards ------------------------------------------------------------------------------------------

TEST_F(ReceiptsTest, ReceiptsComeBackWhenTheLogDoesAndTheEvidenceStays) {
    ASSERT_EQ(sync(), "");
    auto liar = honest();
    liar.leaves.pop_back();
    lie(liar);
    ASSERT_EQ(sync(), "sync.log-shrunk");
    laptop->transport.tamper = {};
    EXPECT_EQ(sync(), "");
    EXPECT_EQ(laptop->received(), 3U);
    EXPECT_EQ(evidence().size(), 1U);
}

TEST_F(ReceiptsTest, ARestoredCentreSignsNothingAndNewEntriesWait) {
    const auto backup = world.server().backup();
    ASSERT_EQ(sync(), "");
    world.server().restore(backup);
    laptop->note();
    EXPECT_EQ(sync(), "");
    EXPECT_TRUE(report.serverRestored);
    ASSERT_TRUE(report.logError);
    EXPECT_EQ(report.logError->reason, "log.stopped");
    EXPECT_EQ(laptop->received(), 3U) << "acknowledged anew, and proven for good";
    EXPECT_EQ(laptop->waiting(), 1U);
    EXPECT_THAT(evidence(), testing::IsEmpty());
}

TEST_F(ReceiptsTest, ACentreRestoredTogetherWithItsSignerHasShrunk) {
    const auto backup = world.server().backup();
    const auto note = orThrow(service().logCheckpoint());
    ASSERT_EQ(sync(), "");
    world.server().restore(backup);
    must(files.writeAtomic(state(), view(note)));
    world.server().restart(); // its signer remembers no more than its book
    world.laptop("Pak B");    // its certificate takes the place of an entry
    world.provision(world.server());
    wait();
    EXPECT_EQ(sync(), "sync.log-shrunk");
    wait();
    EXPECT_EQ(sync(), "sync.log-forked") << "it has grown again, in another order";
    EXPECT_EQ(evidence().size(), 2U);
    EXPECT_EQ(laptop->received(), 0U);
}

TEST_F(ReceiptsTest, ANewLogCertifiedOpenlyTakesOver) {
    ASSERT_EQ(sync(), "");
    const auto second = crypto::SigningKey::generate(world.world.random);
    certify(second.publicKey(), entry::Role::Log, "baru.contoh.go.id/log");
    world.provision(*laptop);
    auto other = honest();
    other.origin = "baru.contoh.go.id/log";
    other.key = &second;
    lie(other);
    EXPECT_EQ(sync(), "");
    EXPECT_EQ(laptop->received(), 3U);
    EXPECT_TRUE(orThrow(laptop->book().receipts().find(own()[0], second.publicKey())).has_value());
    EXPECT_FALSE(receiptOf(own()[0]).withdrawn) << "what the old one has proven stays proven";
    const auto asked = questions();
    EXPECT_EQ(sync(), "");
    EXPECT_EQ(questions(), asked + 1) << "it remembers which log this server keeps";
}

} // namespace
} // namespace teken::test
