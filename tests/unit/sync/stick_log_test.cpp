// Receipts of the centre's log for a laptop that never meets it: questions and answers on a stick, and what a
// lying stick comes to.
#include "core/store/acks.h"
#include "core/store/keyring.h"
#include "core/store/receipts.h"
#include "sync/bundle/transfer.h"
#include "tests/unit/sync/false_log.h"
#include "tests/unit/sync/log_fixture.h"

namespace teken::test {
namespace {

using namespace teken::sync;

class StickLogTest : public LogTest {
protected:
    LaptopNode* laptop = nullptr;
    LaptopNode* courier = nullptr; ///< the admin's machine, which meets the centre
    PosixBundleStorage storage;
    std::filesystem::path up, down;

    void SetUp() override {
        certifyLog();
        keepLog();
        courier = &world.adminMachine();
        laptop = &world.laptop("Pak A");
        world.provision(world.server());
        world.provision(*courier);
        up = world.folder / "kirim.teken";
        down = world.folder / "terima.teken";
        laptop->openSession();
        laptop->sign(1);
        laptop->sign(2);
    }
    ExportSummary write(LaptopNode& from, const std::filesystem::path& file, ExportRequest request) {
        request.header.origin = from.feed();
        return orThrow(exportBundle(from.book(), from.ledger(), storage, file, request, world.world.random));
    }
    ImportSummary read(LaptopNode& to, const std::filesystem::path& file) {
        const auto reader = orThrow(BundleReader::open(storage, file));
        return orThrow(importBundle(*reader, to.book(), to.ledger(), world.world.clock));
    }
    /// The stick goes to the courier.
    ImportSummary bringUp() {
        ExportRequest request;
        request.header.purpose = Purpose::Entries;
        request.feeds = orThrow(unsentFeeds(laptop->book()));
        request.questions = true;
        request.openly = true;
        write(*laptop, up, request);
        return read(*courier, up);
    }
    /// A meeting of the courier with the centre after everything was signed; why it ended, or "".
    std::string meet() {
        const auto first = courier->sync(); // pushes what came
        wait();
        const auto second = courier->sync(true);
        const auto& error = first.error ? first.error : second.error;
        return error ? error->reason : "";
    }
    ExportSummary writeDown() {
        ExportRequest request;
        request.header.purpose = Purpose::Receipts;
        request.feeds.emplace();
        request.blobs = false;
        request.receipts = true;
        return write(*courier, down, request);
    }
    ImportSummary bringDown() {
        writeDown();
        return read(*laptop, down);
    }
    /// The file from the courier with each of its log answers changed.
    template <class Change>
    ImportSummary bringDownChanged(Change change) {
        writeDown();
        const auto reader = orThrow(BundleReader::open(storage, down));
        const auto other = world.folder / "lain.teken";
        auto writer = orThrow(BundleWriter::create(storage, other, reader->header(), world.world.random));
        while (auto item = orThrow(reader->next())) {
            if (auto* reply = std::get_if<LogReply>(&*item))
                change(*reply);
            must(writer->add(*item));
        }
        orThrow(writer->finish());
        return read(*laptop, other);
    }
    std::vector<store::LogEvidence> evidenceOf(LaptopNode& node) {
        return orThrow(node.book().receipts().evidence());
    }
    FalseLog honest() { return copyOfLog(service(), checkpoint().size, kOrigin, logKey); }
};

TEST_F(StickLogTest, WhatNeverMetTheCentreIsReceivedWhenTheAnswersComeBack) {
    EXPECT_EQ(bringUp().questions, 1U);
    EXPECT_EQ(meet(), "");
    const auto summary = bringDown();
    EXPECT_EQ(summary.logReceipts, 3U);
    EXPECT_EQ(summary.logRefused, 0U);
    EXPECT_EQ(laptop->received(), 3U);
    EXPECT_EQ(laptop->waiting(), 0U);
    const auto again = read(*laptop, down);
    EXPECT_EQ(again.logStale + again.logRefused, 0U) << "the same file twice is nothing to speak of";
    EXPECT_EQ(laptop->received(), 3U);
}

TEST_F(StickLogTest, AcknowledgementsWithoutProofsReceiveNothing) {
    bringUp();
    meet();
    const auto summary = bringDownChanged([](LogReply& reply) { reply.asker = FeedId{}; });
    EXPECT_GE(summary.receipts, 1U);
    EXPECT_EQ(summary.logElsewhere, 1U);
    EXPECT_EQ(laptop->received(), 0U);
    EXPECT_EQ(laptop->waiting(), 3U);
}

TEST_F(StickLogTest, TheNextStickAsksFromTheCheckpointThatWasSeen) {
    bringUp();
    meet();
    bringDown();
    laptop->sign(3);
    bringUp();
    EXPECT_EQ(meet(), "");
    std::optional<log::TreeSize> since;
    const auto summary = bringDownChanged([&](const LogReply& reply) { since = reply.since; });
    EXPECT_TRUE(since.has_value());
    EXPECT_EQ(summary.logRefused + summary.logStale, 0U);
    EXPECT_EQ(laptop->received(), 4U);
    EXPECT_EQ(orThrow(laptop->book().receipts().newest(kOrigin))->checkpoint, checkpoint());
}

TEST_F(StickLogTest, WhatIsNotSignedForYetIsAskedForAtTheNextMeeting) {
    bringUp();
    courier->sync();
    wait();
    laptop->sign(3);
    bringUp();
    courier->transport.tamper = [](const Request& request, Response& response) {
        if (request.path != path::kLogProofs || response.status != 200)
            return;
        auto answer = orThrow(decode<LogProofsAnswer>(response.body));
        if (!answer.proofs.empty())
            answer.proofs.back() = {LogPlace::Pending, {}, {}}; // not signed for yet
        response.body = encode(answer);
    };
    EXPECT_FALSE(courier->sync().error);
    courier->transport.tamper = {};
    EXPECT_FALSE(orThrow(courier->book().receipts().errands().all()).front().whole);
    EXPECT_EQ(writeDown().pending, 1U) << "whoever writes the file is told";
    wait();
    EXPECT_FALSE(courier->sync().error);
    bringDown();
    EXPECT_EQ(laptop->received(), 4U);
}

TEST_F(StickLogTest, AProofThatDoesNotHoldReceivesNothingAndAccusesNobody) {
    bringUp();
    meet();
    const auto summary = bringDownChanged([](LogReply& reply) {
        for (auto& proof : reply.answer.proofs)
            proof.hashes.front().bytes[0] ^= 1;
    });
    EXPECT_EQ(summary.logRefused, 3U);
    EXPECT_EQ(summary.logReceipts, 0U);
    EXPECT_EQ(laptop->received(), 0U);
    EXPECT_THAT(evidenceOf(*laptop), testing::IsEmpty()) << "a file is nobody's word";
    EXPECT_EQ(bringDown().logReceipts, 3U) << "the true file is taken all the same";
}

TEST_F(StickLogTest, AGrowthThatIsNotProvenReceivesNothingAndAccusesNobody) {
    bringUp();
    meet();
    bringDown();
    laptop->sign(3);
    bringUp();
    meet();
    const auto summary = bringDownChanged([](LogReply& reply) { reply.answer.consistency.reset(); });
    EXPECT_EQ(summary.logRefused, 1U);
    EXPECT_EQ(laptop->received(), 3U) << "what was received stays so";
    EXPECT_THAT(evidenceOf(*laptop), testing::IsEmpty());
}

TEST_F(StickLogTest, AnotherLogsAnswerIsRefused) {
    bringUp();
    meet();
    const auto stranger = crypto::SigningKey::generate(world.world.random);
    auto other = honest();
    other.key = &stranger;
    const auto summary = bringDownChanged([&](LogReply& reply) {
        reply.answer = other.answer({reply.since, reply.entries});
    });
    EXPECT_EQ(summary.logRefused, 1U);
    EXPECT_EQ(laptop->received(), 0U);
}

TEST_F(StickLogTest, AnAnswerOlderThanWhatIsKnownIsStale) {
    bringUp();
    meet();
    writeDown();
    world.laptop("Ibu B");
    world.provision(world.server()); // the log grows
    wait();
    const auto newer = checkpoint();
    must(laptop->book().write([&](store::Transaction& transaction) {
        return laptop->book().receipts().putSeen(
            transaction, {logKey.publicKey(), newer, orThrow(service().logCheckpoint())},
            world.world.clock.now());
    }));
    const auto summary = read(*laptop, down);
    EXPECT_EQ(summary.logStale, 1U);
    EXPECT_EQ(summary.logRefused, 0U);
    EXPECT_EQ(laptop->received(), 0U);
    bringUp();
    meet();
    bringDown();
    EXPECT_EQ(laptop->received(), 3U) << "asked anew, it is answered";
}

TEST_F(StickLogTest, TwoRootsForOneSizeAreEvidenceWhoeverCarriesThem) {
    bringUp();
    meet();
    bringDown();
    ASSERT_EQ(laptop->received(), 3U);
    auto liar = honest();
    liar.leaves.front().seq += 1;
    laptop->sign(3);
    bringUp();
    meet();
    const auto summary = bringDownChanged([&](LogReply& reply) {
        auto lie = liar;
        lie.leaves.resize(orThrow(laptop->book().receipts().newest(kOrigin))->checkpoint.size.value);
        reply.answer = lie.answer({reply.since, reply.entries});
    });
    ASSERT_TRUE(summary.logFault.has_value());
    EXPECT_EQ(summary.logFault->reason, "sync.log-forked");
    EXPECT_EQ(laptop->received(), 0U);
    ASSERT_EQ(evidenceOf(*laptop).size(), 1U);
    const auto found = evidenceOf(*laptop).front();
    EXPECT_TRUE(log::openCheckpoint(found.former, vkey()));
    EXPECT_TRUE(log::openCheckpoint(found.found, vkey()));
    EXPECT_NE(found.former, found.found);
}

TEST_F(StickLogTest, WhoCarriesTheQuestionSeesThatTheLaptopWasShownAnotherLog) {
    bringUp();
    meet();
    bringDown();
    auto liar = honest();
    liar.leaves.front().seq += 1;
    const auto shown = liar.answer({});
    const auto note = orThrow(log::openCheckpoint(shown.checkpoint, vkey()));
    // As if the centre had shown this laptop a log of its own from the beginning.
    auto& other = world.laptop("Ibu B");
    world.provision(world.server());
    world.provision(*courier);
    other.openSession();
    must(other.book().write([&](store::Transaction& transaction) {
        return other.book().receipts().putSeen(
            transaction, {logKey.publicKey(), note.checkpoint, shown.checkpoint}, world.world.clock.now());
    }));
    laptop = &other;
    bringUp();
    EXPECT_EQ(meet(), "sync.log-forked");
    ASSERT_FALSE(evidenceOf(*courier).empty());
    EXPECT_EQ(evidenceOf(*courier).front().reason, "sync.log-forked");
    EXPECT_EQ(bringDown().logRefused, 1U) << "and the laptop receives nothing under it";
    EXPECT_EQ(other.received(), 0U);
}

TEST_F(StickLogTest, AQuestionFromALogThatDoesNotCountIsDropped) {
    const auto stranger = crypto::SigningKey::generate(world.world.random);
    FalseLog other{{}, "lain.contoh.go.id/log", &stranger};
    must(courier->book().write([&](store::Transaction& transaction) {
        store::LogErrand errand;
        errand.note = other.answer({}).checkpoint;
        errand.entries = {world.world.random.make<EntryId>()};
        return courier->book().receipts().errands().replace(transaction, laptop->feed(), {&errand, 1});
    }));
    EXPECT_EQ(meet(), "");
    EXPECT_THAT(orThrow(courier->book().receipts().errands().all()), testing::IsEmpty());
}

TEST_F(StickLogTest, ANewStickReplacesTheQuestionsOfTheOneBefore) {
    bringUp();
    bringUp();
    EXPECT_EQ(orThrow(courier->book().receipts().errands().all()).size(), 1U);
    read(*laptop, up);
    EXPECT_THAT(orThrow(laptop->book().receipts().errands().all()), testing::IsEmpty()) << "its own stick";
}

TEST_F(StickLogTest, MessagesAreReadWholeOrNotAtAll) {
    bringUp();
    meet();
    const LogQuestion question{"catatan", {world.world.random.make<EntryId>()}};
    EXPECT_EQ(orThrow(decodeQuestion(encode(question))), question);
    LogReply reply;
    bringDownChanged([&](const LogReply& there) { reply = there; });
    EXPECT_EQ(orThrow(decodeReply(encode(reply))), reply);
    for (auto bytes = encode(question); !bytes.empty();) {
        bytes.pop_back();
        EXPECT_FALSE(decodeQuestion(bytes)) << bytes.size();
    }
    for (auto bytes = encode(reply); !bytes.empty();) {
        bytes.pop_back();
        EXPECT_FALSE(decodeReply(bytes)) << bytes.size();
    }
    auto longer = encode(question);
    longer.push_back(0);
    EXPECT_FALSE(decodeQuestion(longer));
    EXPECT_FALSE(decodeQuestion(encode(LogQuestion{std::string(5000, 'x'), {}})));
    EXPECT_FALSE(decodeQuestion(encode(LogQuestion{{}, std::vector<EntryId>(201)})));
}

} // namespace
} // namespace teken::test
