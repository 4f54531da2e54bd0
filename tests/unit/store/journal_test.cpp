#include "core/store/connection.h"
#include "tests/unit/store/book_fixture.h"

namespace teken::store {
namespace {

class JournalTest : public ::testing::Test {
protected:
    Shelf shelf;
    std::unique_ptr<Book> book = shelf.createForAni();

    void putJournal(const std::string& key, std::string_view value) {
        must(book->write([&](Transaction& t) { return book->journal().put(t, key, view(value)); }));
    }
};

TEST_F(JournalTest, KeepsOneValueAKeyAcrossARestart) {
    putJournal("sesi", "satu");
    putJournal("sesi", "dua");
    putJournal("goresan", "");
    book.reset();
    book = shelf.open();
    EXPECT_EQ(reasonOf(book->journal().get("sesi")), "store.locked");
    ASSERT_TRUE(book->keyring().unlock(1, phrase("kunci ani")));
    EXPECT_EQ(journalOf(*book, "sesi"), "dua");
    EXPECT_EQ(journalOf(*book, "goresan"), "");
    EXPECT_EQ(journalOf(*book, "lain"), "(none)");
}

TEST_F(JournalTest, ForgetsInTheTransactionThatSaves) {
    putJournal("goresan", "titik");
    const auto failed = book->write([&](Transaction& t) -> Result<> {
        TEKEN_CHECK(book->journal().remove(t, "goresan"));
        return fail(ErrorCode::NoSpace, "test.full", "");
    });
    ASSERT_FALSE(failed);
    EXPECT_EQ(journalOf(*book, "goresan"), "titik");
    ASSERT_TRUE(book->write([&](Transaction& t) { return book->journal().remove(t, "goresan"); }));
    EXPECT_EQ(journalOf(*book, "goresan"), "(none)");
}

TEST_F(JournalTest, AnswersLockedWhileLocked) {
    book->keyring().lock();
    EXPECT_EQ(reasonOf(book->journal().get("sesi")), "store.locked");
    const auto put = book->write([&](Transaction& t) { return book->journal().put(t, "sesi", {}); });
    EXPECT_EQ(reasonOf(put), "store.locked");
}

TEST_F(JournalTest, NoticesAValueMovedToAnotherKey) {
    putJournal("sesi", "satu");
    putJournal("goresan", "dua");
    book.reset();
    {
        const auto raw = test::orThrow(Connection::open(shelf.file(), Connection::Mode::Existing));
        must(raw->execute("UPDATE journal SET value = (SELECT value FROM journal WHERE key = 'sesi')"));
    }
    book = shelf.open();
    ASSERT_TRUE(book->keyring().unlock(1, phrase("kunci ani")));
    EXPECT_EQ(journalOf(*book, "sesi"), "satu");
    EXPECT_EQ(reasonOf(book->journal().get("goresan")), "store.cell-altered");
}

TEST_F(JournalTest, SettingsAreReadableWhileLocked) {
    ASSERT_TRUE(book->write([&](Transaction& t) { return book->settings().put(t, "server", "https://a"); }));
    ASSERT_TRUE(book->write([&](Transaction& t) { return book->settings().put(t, "server", "https://b"); }));
    book->keyring().lock();
    EXPECT_EQ(settingOf(*book, "server"), "https://b");
    ASSERT_TRUE(book->write([&](Transaction& t) { return book->settings().remove(t, "server"); }));
    EXPECT_EQ(settingOf(*book, "server"), "(none)");
}

} // namespace
} // namespace teken::store
