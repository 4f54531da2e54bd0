// Every stored entry is a leaf, in the order stored, whatever happens in between.
#include "core/store/schema.h"
#include "tests/unit/store/log_fixture.h"

namespace teken::store {
namespace {

class LogTableTest : public ::testing::Test {
protected:
    Shelf shelf;
    test::World world;
    std::unique_ptr<Book> book;

    void SetUp() override {
        world.begin();
        auto& officer = world.certifyOfficer();
        officer.openSession();
        for (std::uint32_t i = 0; i < 4; ++i)
            officer.sign(test::World::person(i));
        book = shelf.create(Protection::Open);
    }
    [[nodiscard]] std::vector<Bytes> leavesOfWorld() const {
        std::vector<Bytes> leaves;
        for (const auto& entry : world.all())
            leaves.push_back(leafOf(entry));
        return leaves;
    }
    void putWorld() {
        for (const auto& entry : world.all())
            test::orThrow(put(*book, entry));
    }
    Result<> putWithheld(const entry::WithheldEntry& record) {
        return book->write([&](Transaction& transaction) -> Result<> {
            TEKEN_CHECK(book->entries().putWithheld(transaction, record));
            return {};
        });
    }
    void reopen() {
        book.reset();
        book = shelf.open();
    }
};

TEST_F(LogTableTest, ABookKeepsNoLogUntilItIsSwitchedOn) {
    putWorld();
    EXPECT_FALSE(test::orThrow(book->log().state()));
    EXPECT_EQ(test::orThrow(book->log().waiting()), 0U);
    EXPECT_FALSE(test::orThrow(book->log().find(world.all()[0].id)));
    EXPECT_EQ(reasonOf(book->log().leaves({0}, 1)), "log.no-leaf");
    EXPECT_EQ(reasonOf(book->log().tile(0, 0)), "log.no-tile");
}

TEST_F(LogTableTest, EveryEntryIsALeafOfTheTransactionThatStoresIt) {
    switchOn(*book);
    const auto leaves = leavesOfWorld();
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        test::orThrow(put(*book, world.all()[i]));
        EXPECT_EQ(test::orThrow(book->log().find(world.all()[i].id)), log::LeafIndex{i});
    }
    expectLog(*book, leaves);
    reopen();
    expectLog(*book, leaves);
}

TEST_F(LogTableTest, ADuplicateIsNoSecondLeaf) {
    switchOn(*book);
    putWorld();
    putWorld();
    expectLog(*book, leavesOfWorld());
}

TEST_F(LogTableTest, WhatWasRolledBackIsNoLeaf) {
    switchOn(*book);
    const auto failed = book->write([&](Transaction& transaction) -> Result<> {
        TEKEN_CHECK(book->entries().put(transaction, world.all()[0]));
        return fail(ErrorCode::Cancelled, "test.cancelled", "changed my mind");
    });
    EXPECT_EQ(reasonOf(failed), "test.cancelled");
    expectLog(*book, {});
    putWorld();
    expectLog(*book, leavesOfWorld());
}

TEST_F(LogTableTest, SwitchingOnAgainChangesNothing) {
    switchOn(*book);
    putWorld();
    switchOn(*book);
    expectLog(*book, leavesOfWorld());
}

TEST_F(LogTableTest, EntriesFromBeforeTheLogFollowInStoredOrder) {
    putWorld();
    switchOn(*book);
    EXPECT_EQ(test::orThrow(book->log().waiting()), 0U);
    EXPECT_TRUE(stateOf(*book).caughtUp);
    expectLog(*book, leavesOfWorld());
}

TEST_F(LogTableTest, ManyEntriesFromBeforeFollowInPartsThatSurviveAnEnd) {
    std::vector<entry::WithheldEntry> records;
    std::vector<Bytes> leaves;
    const auto key = world.admin().key().publicKey();
    for (entry::Seq seq = 1; seq <= 9000; ++seq) {
        records.push_back(someRecord(world.random, key, seq));
        leaves.push_back(leafOf(records.back()));
    }
    putAll(*book, records);
    switchOn(*book);
    EXPECT_EQ(test::orThrow(book->log().waiting()), 9000U - 4096U);
    EXPECT_FALSE(stateOf(*book).caughtUp);
    EXPECT_FALSE(test::orThrow(book->log().find(records.back().id))) << "not yet";
    reopen();
    // What is stored meanwhile waits for its turn: the order stays.
    const auto late = someRecord(world.random, key, 9001);
    putAll(*book, {&late, 1});
    leaves.push_back(leafOf(late));
    EXPECT_EQ(stateOf(*book).range.size().value, 8192U);
    EXPECT_FALSE(test::orThrow(book->log().find(late.id)));
    must(book->write([](Transaction&) -> Result<> { return {}; }));
    EXPECT_TRUE(stateOf(*book).caughtUp);
    expectLog(*book, leaves);
}

TEST_F(LogTableTest, AWithheldRecordIsALeafAndItsWholeEntryAddsNone) {
    switchOn(*book);
    const auto& entry = world.all()[0];
    ASSERT_TRUE(putWithheld(withheldOf(entry)));
    expectLog(*book, {leafOf(entry)});
    test::orThrow(put(*book, entry));
    expectLog(*book, {leafOf(entry)});
}

TEST_F(LogTableTest, AWithheldRecordThatLiedKeepsItsLeafAndTheEntryGetsItsOwn) {
    switchOn(*book);
    auto lie = withheldOf(world.all()[1]);
    lie.signature = world.random.make<Signature>();
    ASSERT_TRUE(putWithheld(lie));
    test::orThrow(put(*book, world.all()[0]));
    const std::vector<Bytes> before{leafOf(lie), leafOf(world.all()[0])};
    expectLog(*book, before);
    test::orThrow(put(*book, world.all()[1]));
    expectLog(*book, {before[0], before[1], leafOf(world.all()[1])});
    EXPECT_EQ(test::orThrow(book->log().find(world.all()[1].id)), log::LeafIndex{2});
    EXPECT_EQ(test::orThrow(book->log().find(world.all()[0].id)), log::LeafIndex{1});
    test::orThrow(put(*book, world.all()[2]));
    EXPECT_EQ(test::orThrow(book->log().find(world.all()[2].id)), log::LeafIndex{3}) << "after the extra one";
}

TEST_F(LogTableTest, AnAlteredRowIsFoundByItsLeaf) {
    switchOn(*book);
    putWorld();
    book.reset();
    {
        const auto raw = test::orThrow(Connection::open(shelf.file(), Connection::Mode::Existing));
        raw->accept();
        must(raw->query("UPDATE entry SET signature = zeroblob(64) WHERE ord = 3").run());
    }
    book = shelf.open();
    EXPECT_EQ(reasonOf(book->log().leaves({0}, 5)), "log.leaf-altered");
    EXPECT_TRUE(book->log().leaves({0}, 2));
    EXPECT_TRUE(book->log().leaves({3}, 2));
}

TEST_F(LogTableTest, AMissingTileStopsTheTransactionInsteadOfGrowingAnotherTree) {
    switchOn(*book);
    putWorld();
    book.reset();
    {
        const auto raw = test::orThrow(Connection::open(shelf.file(), Connection::Mode::Existing));
        raw->accept();
        must(raw->execute("DELETE FROM log_tile"));
    }
    book = shelf.open();
    const auto count = test::orThrow(book->entries().count());
    const auto more = world.admin().append(entry::LockText{"kedua", 1, "Kedua", world.text(), {"pns"}});
    EXPECT_EQ(reasonOf(put(*book, more)), "log.no-tile");
    EXPECT_EQ(test::orThrow(book->entries().count()), count);
}

TEST_F(LogTableTest, ABookOfVersionOneRisesAndItsEntriesFollow) {
    putWorld();
    book.reset();
    {
        const auto raw = test::orThrow(Connection::open(shelf.file(), Connection::Mode::Existing));
        raw->accept();
        must(raw->execute("DROP TABLE log_state; DROP TABLE log_tile; DROP TABLE log_extra; "
                          "DROP TABLE log_former; DROP TABLE receipt; DROP TABLE seen_checkpoint; "
                          "DROP TABLE log_evidence; DROP TABLE witnessed; DROP TABLE log_errand; "
                          "PRAGMA user_version = 1"));
    }
    book = shelf.open();
    EXPECT_EQ(test::orThrow(book->entries().count()), world.all().size());
    switchOn(*book);
    expectLog(*book, leavesOfWorld());
}

TEST_F(LogTableTest, ASealedBookCouldKeepOneToo) {
    book.reset();
    std::filesystem::remove(shelf.file());
    book = shelf.createForAni();
    switchOn(*book);
    putWorld();
    expectLog(*book, leavesOfWorld());
}

/// Batches of any size, some of them failing, with lies that come to light and restarts in between, held
/// against a plain list.
TEST_F(LogTableTest, StaysOneTreeUnderRandomWorkAndRestarts) {
    switchOn(*book);
    std::mt19937 dice(7);
    std::vector<Bytes> expected;
    std::vector<entry::WithheldEntry> known;
    const auto key = world.admin().key().publicKey();
    entry::Seq seq = 5000; // above, so that smaller claims can come
    for (int round = 0; round < 60; ++round) {
        auto next = expected;
        std::vector<entry::WithheldEntry> batch;
        const auto count = dice() % 40;
        for (std::uint32_t i = 0; i < count; ++i) {
            batch.push_back(someRecord(world.random, key, ++seq));
            next.push_back(leafOf(batch.back()));
        }
        const bool lies = !known.empty() && dice() % 2 == 0;
        if (lies) { // a smaller claim of a known id comes first in its transaction
            auto& former = known[dice() % known.size()];
            former.seq -= 1;
            next = expected;
            next.push_back(leafOf(former));
            for (const auto& record : batch)
                next.push_back(leafOf(record));
            batch.insert(batch.begin(), former);
        }
        const bool fails = dice() % 5 == 0;
        const auto written = book->write([&](Transaction& transaction) -> Result<> {
            for (const auto& record : batch)
                TEKEN_CHECK(book->entries().putWithheld(transaction, record));
            return fails ? Result<>(fail(ErrorCode::Cancelled, "test.cancelled", "no")) : Result<>{};
        });
        ASSERT_EQ(written.has_value(), !fails);
        if (fails && lies) { // it never was
            for (auto& record : known)
                if (record.id == batch.front().id)
                    record.seq += 1;
        } else if (!fails) {
            expected = next;
            known.insert(known.end(), batch.begin() + (lies ? 1 : 0), batch.end());
        }
        if (dice() % 6 == 0)
            reopen();
    }
    EXPECT_GT(expected.size(), 600U) << "more than two tiles";
    expectLog(*book, expected);
    const auto all = leavesOf(*book);
    for (const auto& record : known)
        EXPECT_EQ(all.at(test::orThrow(book->log().find(record.id)).value().value), leafOf(record));
}

} // namespace
} // namespace teken::store
