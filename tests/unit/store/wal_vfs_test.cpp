#include "core/store/connection.h"
#include "core/store/wal_vfs.h"
#include "tests/support/fault_vfs.h"
#include "tests/unit/store/book_fixture.h"

namespace teken::store {
namespace {

using test::FaultVfs;

constexpr int kRows = 200; // a page and more each
constexpr int kRowBytes = 3'000;

class WalVfsTest : public ::testing::Test {
protected:
    test::TemporaryFolder folder;
    FaultVfs disk;

    [[nodiscard]] std::unique_ptr<Connection> open(Connection::Mode mode) const {
        return test::orThrow(Connection::open(folder / "buku", mode, disk.name()));
    }

    [[nodiscard]] std::unique_ptr<Connection> made() const {
        auto connection = open(Connection::Mode::New);
        must(connection->execute("CREATE TABLE line (bytes BLOB NOT NULL) STRICT"));
        must(connection->enterWal()); // second, because SQLite throws the log of an empty file away
        return connection;
    }

    static Result<> addRows(Connection& connection, int count) {
        return connection.transaction([&]() -> Result<> {
            const Bytes bytes(kRowBytes, 7);
            for (int i = 0; i < count; ++i)
                TEKEN_CHECK(
                    connection.query("INSERT INTO line (bytes) VALUES (?1)").bind(ByteView(bytes)).run());
            return {};
        });
    }

    static std::int64_t rowsIn(Connection& connection) {
        return test::orThrow(connection.integer("SELECT count(*) FROM line WHERE length(bytes) = 3000"));
    }
};

TEST_F(WalVfsTest, HandsManyPagesOnInFewWrites) {
    const auto connection = made();
    const int before = disk.writes();
    ASSERT_TRUE(addRows(*connection, kRows));
    EXPECT_LT(disk.writes() - before, kRows / 10) << "SQLite alone writes twice a page";
    EXPECT_EQ(rowsIn(*connection), kRows);
}

TEST_F(WalVfsTest, WhatWasCommittedIsThereAfterThePowerWent) {
    {
        const auto connection = made();
        ASSERT_TRUE(addRows(*connection, kRows));
        disk.cutPowerAtSync(1);
        EXPECT_FALSE(addRows(*connection, kRows));
    }
    disk.settle(FaultVfs::Unsynced::Lost);
    EXPECT_EQ(rowsIn(*open(Connection::Mode::Existing)), kRows);
}

TEST_F(WalVfsTest, AFullDiskFailsTheTransactionThatMetItAndNoOther) {
    const auto connection = made();
    ASSERT_TRUE(addRows(*connection, 1));
    disk.failFromWrite(1, FaultVfs::Failure::DiskFull);
    const auto full = addRows(*connection, kRows);
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().reason, "store.disk-full");
    disk.heal();
    EXPECT_EQ(rowsIn(*connection), 1);
    ASSERT_TRUE(addRows(*connection, 2));
    EXPECT_EQ(rowsIn(*connection), 3);
}

// Larger than the page cache: SQLite spills pages into the log and reads them back before the commit.
TEST_F(WalVfsTest, ReadsBackWhatItHasNotHandedOnYet) {
    const auto connection = made();
    must(connection->execute("PRAGMA cache_size = 10"));
    const auto counted = connection->transaction([&]() -> Result<> {
        const Bytes bytes(kRowBytes, 9);
        for (int i = 0; i < kRows; ++i) {
            TEKEN_CHECK(
                connection->query("INSERT INTO line (bytes) VALUES (?1)").bind(ByteView(bytes)).run());
            EXPECT_EQ(rowsIn(*connection), i + 1);
        }
        return fail(ErrorCode::Cancelled, "test.roll-back", "done");
    });
    EXPECT_EQ(counted.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(rowsIn(*connection), 0);
}

TEST(WalVfs, RefusesABaseThatIsNotThere) {
    EXPECT_EQ(WalVfs::over("tidak-ada"), nullptr);
    const test::TemporaryFolder folder;
    const auto opened = Connection::open(folder / "buku", Connection::Mode::New, "tidak-ada");
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().reason, "store.vfs");
}

TEST(WalVfs, EachHasANameOfItsOwn) {
    const auto one = WalVfs::over("");
    const auto other = WalVfs::over("");
    ASSERT_NE(one, nullptr);
    ASSERT_NE(other, nullptr);
    EXPECT_NE(one->name(), other->name());
}

} // namespace
} // namespace teken::store
