#include "tests/unit/store/book_fixture.h"

namespace teken::store {
namespace {

class AckTableTest : public ::testing::Test {
protected:
    Shelf shelf;
    test::World world;
    std::unique_ptr<Book> book = shelf.create(Protection::Open);
    test::Officer* officer = nullptr;

    void SetUp() override {
        world.begin();
        officer = &world.certifyOfficer();
        for (int i = 0; i < 5; ++i)
            officer->openSession();
        for (const auto& entry : officer->entries())
            ASSERT_TRUE(put(*book, entry));
    }
    [[nodiscard]] Ack ackOf(entry::Seq seq) const {
        return {PublicKey{{7}},    officer->id(),   seq,           officer->entries()[seq - 1].id,
                shelf.clock.now(), toBytes("kata"), Signature{{3}}};
    }
    void putAck(const Ack& ack) {
        must(book->write([&](Transaction& t) { return book->acks().put(t, ack); }));
    }
    void putTrouble(entry::Seq seq, const std::string& reason) {
        must(book->write([&](Transaction& t) {
            return book->acks().putTrouble(t, {officer->entries()[seq - 1].id, reason, shelf.clock.now()});
        }));
    }
    [[nodiscard]] AckTable::Counts counts() {
        return test::orThrow(book->acks().counts({officer->id()}, {}));
    }
};

TEST_F(AckTableTest, GivesBackTheNewest) {
    EXPECT_FALSE(test::orThrow(book->acks().latest(officer->id())).has_value());
    putAck(ackOf(4));
    putAck(ackOf(2));
    const auto latest = test::orThrow(book->acks().latest(officer->id())).value();
    EXPECT_EQ(latest.seq, 4U);
    EXPECT_EQ(latest.head, officer->entries()[3].id);
    EXPECT_EQ(latest.server, PublicKey{{7}});
    EXPECT_EQ(latest.statement, toBytes("kata"));
    EXPECT_EQ(latest.signature, Signature{{3}});
    EXPECT_EQ(latest.received, shelf.clock.now());
}

TEST_F(AckTableTest, NothingIsReceivedWithoutAnAcknowledgement) {
    EXPECT_EQ(counts().saved, 5U);
    EXPECT_EQ(counts().received, 0U);
    EXPECT_EQ(counts().waiting, 5U);
}

TEST_F(AckTableTest, CountsWhatTheServerHasAndWhatIsInTrouble) {
    putAck(ackOf(3));
    putTrouble(4, "sync.refused");
    putTrouble(2, "sync.refused"); // overtaken by the acknowledgement
    EXPECT_EQ(counts().received, 3U);
    EXPECT_EQ(counts().troubled, 1U);
    EXPECT_EQ(counts().waiting, 1U);
    EXPECT_EQ(counts().saved, 5U);
}

TEST_F(AckTableTest, AnAcknowledgementOfAnEntryThatIsNotHereCountsForNothing) {
    auto other = ackOf(5);
    other.head = EntryId{{9}};
    putAck(other);
    EXPECT_EQ(counts().received, 0U);
}

TEST_F(AckTableTest, WithdrawsWhatARestoredServerLacks) {
    putAck(ackOf(2));
    putAck(ackOf(5));
    ASSERT_TRUE(book->write([&](Transaction& t) {
        return book->acks().withdrawAbove(t, ackOf(5).server, officer->id(), 3, shelf.clock.now());
    }));
    EXPECT_EQ(test::orThrow(book->acks().latest(officer->id())).value().seq, 2U);
    EXPECT_EQ(counts().received, 2U);
}

TEST_F(AckTableTest, AnotherServersWordWithdrawsNothing) {
    putAck(ackOf(5));
    ASSERT_TRUE(book->write([&](Transaction& t) {
        return book->acks().withdrawAbove(t, PublicKey{{77}}, officer->id(), 0, shelf.clock.now());
    }));
    EXPECT_EQ(counts().received, 5U);
    EXPECT_FALSE(test::orThrow(book->acks().latest(officer->id(), PublicKey{{77}})).has_value());
}

TEST_F(AckTableTest, KeepsTroublesUntilTheyAreCleared) {
    putTrouble(4, "sync.refused");
    putTrouble(4, "sync.quarantined");
    auto all = test::orThrow(book->acks().troubles());
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].reason, "sync.quarantined");
    ASSERT_TRUE(book->write([&](Transaction& t) { return book->acks().clearTrouble(t, all[0].id); }));
    EXPECT_TRUE(test::orThrow(book->acks().troubles()).empty());
}

} // namespace
} // namespace teken::store
