// Receipts of a log: which count, which are asked for again, and evidence that stays.
#include "core/store/receipts.h"

#include "core/crypto/hash.h"
#include "core/store/connection.h"
#include "tests/unit/store/book_fixture.h"

namespace teken::store {
namespace {

class ReceiptTableTest : public ::testing::Test {
protected:
    static constexpr const char* kOrigin = "pusat.contoh.go.id/log";
    Shelf shelf;
    test::World world;
    std::unique_ptr<Book> book = shelf.create(Protection::Open);
    test::Officer* officer = nullptr;
    PublicKey log{{9}};

    void SetUp() override {
        world.begin();
        officer = &world.certifyOfficer();
        for (int i = 0; i < 5; ++i)
            officer->openSession();
        for (const auto& entry : officer->entries())
            ASSERT_TRUE(put(*book, entry));
        must(book->write([&](Transaction& t) {
            const Ack ack{PublicKey{{7}},  officer->id(), 5, idOf(5), shelf.clock.now(),
                          toBytes("kata"), Signature{{3}}};
            return book->acks().put(t, ack);
        }));
    }
    [[nodiscard]] EntryId idOf(entry::Seq seq) const { return officer->entries()[seq - 1].id; }
    [[nodiscard]] SeenCheckpoint seenAt(std::uint64_t size) const {
        return {log,
                {kOrigin, {size}, Digest{{static_cast<std::uint8_t>(size)}}},
                "nota " + std::to_string(size)};
    }
    void see(std::uint64_t size) {
        must(book->write(
            [&](Transaction& t) { return book->receipts().putSeen(t, seenAt(size), shelf.clock.now()); }));
    }
    Result<> tryPut(const EntryId& id, std::uint64_t size, std::uint64_t turn = 1) {
        return book->write([&](Transaction& t) {
            return book->receipts().put(t, {id, log, {}, {id.bytes[0]}, {Digest{{1}}, Digest{{2}}}, false},
                                        seenAt(size).checkpoint, turn);
        });
    }
    void putReceipt(entry::Seq seq, std::uint64_t size, std::uint64_t turn = 1) {
        must(tryPut(idOf(seq), size, turn));
    }
    [[nodiscard]] std::uint64_t received(const std::vector<FeedId>& logs) {
        return test::orThrow(book->acks().counts({officer->id()}, logs)).received;
    }
    [[nodiscard]] std::vector<FeedId> theLog() const { return {crypto::feedIdOf(log)}; }
    static std::vector<entry::Seq> numbers(const Result<std::vector<log::Leaf>>& leaves) {
        std::vector<entry::Seq> found;
        for (const auto& leaf : test::orThrow(leaves))
            found.push_back(leaf.seq);
        return found;
    }
};

using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(ReceiptTableTest, CountsNothingAsReceivedWithoutAReceiptWhereALogCounts) {
    EXPECT_EQ(received({}), 5U) << "no log: acknowledgements are all there is";
    EXPECT_EQ(received(theLog()), 0U);
    see(10);
    putReceipt(2, 10);
    putReceipt(4, 10);
    EXPECT_EQ(received(theLog()), 2U);
    EXPECT_EQ(test::orThrow(book->acks().counts({officer->id()}, theLog())).waiting, 3U);
    EXPECT_EQ(received({FeedId{{5}}}), 0U) << "a receipt of another log";
    EXPECT_EQ(received({FeedId{{5}}, crypto::feedIdOf(log)}), 2U);
}

TEST_F(ReceiptTableTest, AReceiptWithoutAnAcknowledgementReceivesNothing) {
    see(10);
    for (entry::Seq seq = 1; seq <= 5; ++seq)
        putReceipt(seq, 10);
    must(book->write([&](Transaction& t) {
        return book->acks().withdrawAbove(t, PublicKey{{7}}, officer->id(), 0, shelf.clock.now());
    }));
    EXPECT_EQ(received(theLog()), 0U);
}

TEST_F(ReceiptTableTest, KeepsTheEarliestProofAndWhatItNeedsToBeCheckedAgain) {
    see(10);
    putReceipt(1, 10);
    see(20);
    see(30);
    putReceipt(1, 30, 2);
    const auto receipt = test::orThrow(book->receipts().find(idOf(1), log)).value();
    EXPECT_EQ(receipt.checkpoint, "nota 10");
    EXPECT_EQ(receipt.index.value, idOf(1).bytes[0]);
    EXPECT_THAT(receipt.hashes, ElementsAre(Digest{{1}}, Digest{{2}}));
    EXPECT_FALSE(receipt.withdrawn);
    EXPECT_EQ(test::orThrow(book->receipts().newest(kOrigin))->note, "nota 30");
    EXPECT_EQ(reasonOf(tryPut(idOf(2), 20)), "store.no-entry") << "a note nobody needs is forgotten";
    EXPECT_FALSE(test::orThrow(book->receipts().newest("lain")).has_value());
}

TEST_F(ReceiptTableTest, RefusesAReceiptOfWhatIsNotHere) {
    see(10);
    EXPECT_EQ(reasonOf(tryPut(EntryId{{1}}, 10)), "store.no-entry");
    EXPECT_EQ(reasonOf(tryPut(idOf(1), 11)), "store.no-entry");
}

TEST_F(ReceiptTableTest, NamesWhatLacksAReceiptAndWhatWasAskedForLongestAgo) {
    see(10);
    auto& receipts = book->receipts();
    EXPECT_EQ(test::orThrow(receipts.nextTurn()), 1U);
    putReceipt(1, 10, 1);
    putReceipt(3, 10, 1);
    putReceipt(5, 10, 2);
    EXPECT_EQ(test::orThrow(receipts.nextTurn()), 3U);
    EXPECT_THAT(numbers(receipts.lacking(log, officer->id(), 0, 5, 9)), ElementsAre(2, 4));
    EXPECT_THAT(numbers(receipts.lacking(log, officer->id(), 2, 5, 9)), ElementsAre(4));
    EXPECT_THAT(numbers(receipts.lacking(log, officer->id(), 0, 3, 9)), ElementsAre(2));
    EXPECT_THAT(numbers(receipts.lacking(log, officer->id(), 0, 5, 1)), ElementsAre(2));
    EXPECT_THAT(numbers(receipts.lacking(PublicKey{{8}}, officer->id(), 0, 2, 9)), ElementsAre(1, 2));
    EXPECT_THAT(numbers(receipts.oldest(log, 3, 9)), ElementsAre(1, 3, 5));
    putReceipt(1, 10, 3);
    EXPECT_THAT(numbers(receipts.oldest(log, 9, 9)), ElementsAre(3, 5, 1));
    EXPECT_THAT(numbers(receipts.oldest(log, 3, 1)), ElementsAre(3));
    EXPECT_EQ(test::orThrow(receipts.wholeUpTo(officer->id(), theLog())), 1U);
    putReceipt(2, 10);
    EXPECT_EQ(test::orThrow(receipts.wholeUpTo(officer->id(), theLog())), 3U);
    putReceipt(4, 10);
    EXPECT_EQ(test::orThrow(receipts.wholeUpTo(officer->id(), theLog())), 5U);
}

TEST_F(ReceiptTableTest, TheLeafIsThatOfTheStoredEntry) {
    const auto leaf = test::orThrow(book->receipts().lacking(log, officer->id(), 0, 1, 1)).at(0);
    const auto& made = officer->entries()[0];
    EXPECT_EQ(leaf, (log::Leaf{officer->id(), 1, made.id, made.raw.signature}));
}

TEST_F(ReceiptTableTest, WithdrawnReceiptsAreKeptAndCountNoMoreUntilTheyAreProvenAnew) {
    see(10);
    for (entry::Seq seq = 1; seq <= 3; ++seq)
        putReceipt(seq, 10);
    auto& receipts = book->receipts();
    must(book->write([&](Transaction& t) { return receipts.withdraw(t, idOf(2), log, shelf.clock.now()); }));
    EXPECT_EQ(received(theLog()), 2U);
    EXPECT_FALSE(test::orThrow(receipts.has(idOf(2), theLog())));
    EXPECT_TRUE(test::orThrow(receipts.has(idOf(1), theLog())));
    EXPECT_TRUE(test::orThrow(receipts.find(idOf(2), log))->withdrawn);
    must(book->write([&](Transaction& t) { return receipts.withdrawAll(t, "lain", shelf.clock.now()); }));
    EXPECT_EQ(received(theLog()), 2U);
    must(book->write([&](Transaction& t) { return receipts.withdrawAll(t, kOrigin, shelf.clock.now()); }));
    EXPECT_EQ(received(theLog()), 0U);
    EXPECT_THAT(numbers(receipts.lacking(log, officer->id(), 0, 3, 9)), ElementsAre(1, 2, 3));
    EXPECT_THAT(numbers(receipts.oldest(log, 9, 9)), IsEmpty());
    see(20);
    putReceipt(2, 20, 2);
    EXPECT_EQ(received(theLog()), 1U);
    EXPECT_EQ(test::orThrow(receipts.find(idOf(2), log))->checkpoint, "nota 20");
}

TEST_F(ReceiptTableTest, EvidenceIsNeverOverwrittenAndTheSameFindingIsKeptOnce) {
    auto& receipts = book->receipts();
    const auto add = [&](const std::string& reason, std::optional<EntryId> entry, const std::string& found) {
        must(book->write([&](Transaction& t) {
            return receipts.addEvidence(t, {reason, log, kOrigin, entry, "dulu", found, shelf.clock.now()});
        }));
    };
    add("sync.log-shrunk", std::nullopt, "a");
    add("sync.log-shrunk", std::nullopt, "a");
    add("sync.log-shrunk", std::nullopt, "b");
    add("sync.log-missing-entry", idOf(1), "c");
    add("sync.log-missing-entry", idOf(1), "d");
    add("sync.log-missing-entry", idOf(2), "c");
    const auto all = test::orThrow(receipts.evidence());
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[0].former, "dulu");
    EXPECT_EQ(all[0].found, "a");
    EXPECT_EQ(all[1].found, "b");
    EXPECT_EQ(all[2].found, "c") << "of an entry the first finding stays";
    EXPECT_EQ(all[2].entry, idOf(1));
    EXPECT_EQ(all[3].entry, idOf(2));
}

TEST_F(ReceiptTableTest, ALogThatLiesInEveryAnswerDoesNotFillTheDisk) {
    must(book->write([&](Transaction& t) -> Result<> {
        for (int i = 0; i < 1100; ++i)
            TEKEN_CHECK(book->receipts().addEvidence(t, {"sync.log-shrunk", log, kOrigin, std::nullopt,
                                                         "dulu", std::to_string(i), shelf.clock.now()}));
        return {};
    }));
    const auto all = test::orThrow(book->receipts().evidence());
    EXPECT_EQ(all.size(), 1000U);
    EXPECT_EQ(all.front().found, "0") << "the first are kept";
}

TEST_F(ReceiptTableTest, ABookOfEachEarlierVersionRisesWithItsAcknowledgements) {
    for (const int version : {3, 2, 1}) {
        book.reset();
        {
            const auto raw = test::orThrow(Connection::open(shelf.file(), Connection::Mode::Existing));
            raw->accept();
            std::string back = "DROP TABLE witnessed; DROP TABLE log_errand; ";
            if (version <= 2)
                back += "DROP TABLE receipt; DROP TABLE seen_checkpoint; DROP TABLE log_evidence; ";
            if (version == 1)
                back += "DROP TABLE log_state; DROP TABLE log_tile; DROP TABLE log_extra; "
                        "DROP TABLE log_former; ";
            must(raw->execute(back + "PRAGMA user_version = " + std::to_string(version)));
        }
        book = shelf.open();
        EXPECT_EQ(received({}), 5U);
        EXPECT_EQ(received(theLog()), 0U);
        if (version == 3)
            continue; // of which a receipt would be in the way of the step back
        see(10);
        putReceipt(1, 10);
        EXPECT_EQ(received(theLog()), 1U);
    }
}

TEST_F(ReceiptTableTest, WhatLiesUnderAWitnessedCheckpointIsWitnessed) {
    const auto witnessed = [&] {
        return test::orThrow(book->acks().counts({officer->id()}, theLog())).witnessed;
    };
    const auto witness = [&](std::uint64_t size) {
        must(book->write([&](Transaction& t) {
            return book->receipts().putWitnessed(t, {seenAt(size), 2}, shelf.clock.now());
        }));
    };
    see(10);
    for (entry::Seq seq = 1; seq <= 5; ++seq)
        putReceipt(seq, 10);
    EXPECT_EQ(witnessed(), 0U);
    witness(1000); // beyond every index of this test
    EXPECT_EQ(witnessed(), 5U);
    EXPECT_TRUE(test::orThrow(book->receipts().isWitnessed(idOf(1), theLog())));
    EXPECT_EQ(test::orThrow(book->acks().counts({officer->id()}, {})).witnessed, 0U) << "no log counts";
    EXPECT_EQ(test::orThrow(book->receipts().witnessed(kOrigin))->cosigners, 2U);
    witness(0);
    EXPECT_EQ(witnessed(), 0U) << "the caller has judged";
    witness(1000);
    must(book->write([&](Transaction& t) { return book->receipts().withdraw(t, idOf(2), log, {}); }));
    EXPECT_EQ(witnessed(), 4U);
    must(book->write([&](Transaction& t) { return book->receipts().forgetWitnessed(t, kOrigin); }));
    EXPECT_EQ(witnessed(), 0U);
    EXPECT_FALSE(test::orThrow(book->receipts().isWitnessed(idOf(1), theLog())));
}

TEST_F(ReceiptTableTest, ALongerNoteOfTheSameCheckpointReplacesTheShorter) {
    see(10);
    auto longer = seenAt(10);
    longer.note += " dan saksi";
    const auto keep = [&](const SeenCheckpoint& seen) {
        must(book->write([&](Transaction& t) { return book->receipts().putSeen(t, seen, {}); }));
    };
    keep(longer);
    EXPECT_EQ(test::orThrow(book->receipts().newest(kOrigin))->note, longer.note);
    see(10);
    EXPECT_EQ(test::orThrow(book->receipts().newest(kOrigin))->note, longer.note);
    auto other = longer;
    other.checkpoint.root = Digest{{99}};
    other.note += " lain";
    keep(other);
    EXPECT_EQ(test::orThrow(book->receipts().newest(kOrigin))->note, longer.note) << "another root";
}

TEST_F(ReceiptTableTest, EvidenceStandsUntilSomethingAnswersIt) {
    see(10);
    putReceipt(1, 10);
    const auto accuse = [&](const char* reason, std::optional<EntryId> entry) {
        must(book->write([&](Transaction& t) {
            return book->receipts().addEvidence(t, {reason, log, kOrigin, entry, "dulu", reason, {}});
        }));
    };
    const auto standing = [&](const std::vector<FeedId>& logs) {
        return test::orThrow(book->receipts().standing(logs)).size();
    };
    EXPECT_EQ(standing(theLog()), 0U);
    accuse("sync.log-missing-entry", idOf(1));
    EXPECT_EQ(standing(theLog()), 0U) << "it has its receipt";
    must(book->write([&](Transaction& t) { return book->receipts().withdrawAll(t, kOrigin, {}); }));
    accuse("sync.log-shrunk", std::nullopt);
    EXPECT_EQ(standing(theLog()), 2U);
    putReceipt(1, 10);
    EXPECT_EQ(standing(theLog()), 0U) << "proven anew";
    accuse("sync.log-forked", std::nullopt);
    EXPECT_EQ(standing(theLog()), 1U) << "two signed histories cannot both be true, whatever comes later";
    EXPECT_EQ(standing({}), 0U) << "the root has revoked that log";
}

TEST_F(ReceiptTableTest, CarriesQuestionsOfOthersUpToALimit) {
    auto errands = book->receipts().errands();
    const auto replace = [&](const FeedId& feed, std::size_t pages) {
        std::vector<LogErrand> questions(pages);
        for (auto& question : questions) {
            question.note = "nota";
            question.entries = {idOf(1), idOf(2)};
        }
        must(book->write([&](Transaction& t) { return errands.replace(t, feed, questions); }));
    };
    replace(FeedId{{1}}, 2);
    replace(FeedId{{1}}, 1);
    replace(FeedId{{2}}, 1);
    auto all = test::orThrow(errands.all());
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].entries, (std::vector{idOf(1), idOf(2)}));
    EXPECT_TRUE(all[0].answer.empty());
    must(book->write([&](Transaction& t) {
        return errands.answer(t, all[0].id, log::TreeSize{7}, toBytes("jawab"), true);
    }));
    all = test::orThrow(errands.all());
    EXPECT_EQ(all[0].since, log::TreeSize{7});
    EXPECT_EQ(all[0].answer, toBytes("jawab"));
    EXPECT_TRUE(all[0].whole);
    EXPECT_FALSE(all[1].whole);
    replace(FeedId{{3}}, ErrandTable::kMost + 5);
    EXPECT_EQ(test::orThrow(errands.all()).size(), ErrandTable::kMost);
    replace(FeedId{{3}}, 0);
    EXPECT_THAT(test::orThrow(errands.all()), IsEmpty());
}

} // namespace
} // namespace teken::store
