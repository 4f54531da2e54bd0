#include "core/store/connection.h"
#include "core/store/schema.h"
#include "tests/unit/store/book_fixture.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace teken::store {
namespace {

/// What a process of its own makes of `work`: 0 if it returned no error, else 1 + the error's code.
int inAnotherProcess(const std::function<Result<>()>& work) {
    const pid_t child = ::fork();
    if (child == 0) {
        int code = 99;
        try {
            const auto done = work();
            code = done ? 0 : 1 + static_cast<int>(done.error().code);
        } catch (...) { // must not go on as a second run of the tests
        }
        ::_exit(code); // no destructors: like a crash
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WEXITSTATUS(status);
}

int exitFor(ErrorCode code) {
    return 1 + static_cast<int>(code);
}

TEST(Book, IsThereAfterClosingAndOpening) {
    Shelf shelf;
    shelf.create(Protection::Open);
    EXPECT_EQ(shelf.open()->protection(), Protection::Open);
}

TEST(Book, RemembersThatItIsSealed) {
    Shelf shelf;
    shelf.create(Protection::Sealed);
    EXPECT_EQ(shelf.open()->protection(), Protection::Sealed);
}

TEST(Book, IsReadableByItsOwnerOnly) {
    Shelf shelf;
    const auto book = shelf.create(Protection::Open);
    struct stat info {};
    ASSERT_EQ(::stat(shelf.file().c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0600U);
    ASSERT_TRUE(book->write([](Transaction&) -> Result<> { return {}; }));
    ASSERT_EQ(::stat((shelf.file().string() + "-wal").c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0600U);
}

TEST(Book, LeavesNoSharedMemoryFile) {
    Shelf shelf;
    const auto book = shelf.create(Protection::Open);
    ASSERT_TRUE(book->write([&](Transaction& t) { return book->settings().put(t, "a", "b"); }));
    EXPECT_FALSE(std::filesystem::exists(shelf.file().string() + "-shm"));
}

TEST(Book, IsNotCreatedOverAFile) {
    Shelf shelf;
    writeFileBytes(shelf.file(), "catatan penting");
    const auto created = Book::create(shelf.file(), Protection::Open, shelf.seams());
    ASSERT_FALSE(created);
    EXPECT_EQ(created.error().code, ErrorCode::Conflict);
    EXPECT_EQ(created.error().reason, "store.exists");
    EXPECT_EQ(fileBytes(shelf.file()), "catatan penting");
}

TEST(Book, IsNotCreatedInAMissingFolder) {
    Shelf shelf;
    const auto created = Book::create(shelf.folder / "tidak/ada", Protection::Open, shelf.seams());
    ASSERT_FALSE(created);
    EXPECT_EQ(created.error().code, ErrorCode::NotFound);
}

TEST(Book, IsCreatedDespiteTheRestOfAnInterruptedCreation) {
    Shelf shelf;
    writeFileBytes(shelf.file().string() + ".new", "setengah");
    writeFileBytes(shelf.file().string() + ".new-wal", "setengah");
    shelf.create(Protection::Open);
    EXPECT_FALSE(std::filesystem::exists(shelf.file().string() + ".new"));
    EXPECT_TRUE(shelf.open()->checkFile());
}

TEST(Book, ForScratchWorkKeepsNoJournalBesideIt) {
    Shelf shelf;
    const auto made = Book::createScratch(shelf.file(), shelf.seams());
    ASSERT_TRUE(made);
    const auto& book = *made;
    ASSERT_TRUE(book->write([&](Transaction& t) { return book->settings().put(t, "a", "b"); }));
    EXPECT_FALSE(std::filesystem::exists(shelf.file().string() + "-wal"));
    EXPECT_FALSE(std::filesystem::exists(shelf.file().string() + "-journal"));
    EXPECT_EQ(test::orThrow(book->settings().get("a")), "b");
}

TEST(Book, ForScratchWorkRollsBackLikeAnyOther) {
    Shelf shelf;
    const auto book = test::orThrow(Book::createScratch(shelf.file(), shelf.seams()));
    ASSERT_FALSE(book->write([&](Transaction& t) -> Result<> {
        TEKEN_CHECK(book->settings().put(t, "a", "b"));
        return fail(ErrorCode::Cancelled, "test", "changed my mind");
    }));
    EXPECT_FALSE(test::orThrow(book->settings().get("a")).has_value());
}

TEST(Book, ForScratchWorkIsNotMadeOverAFile) {
    Shelf shelf;
    writeFileBytes(shelf.file(), "catatan penting");
    EXPECT_FALSE(Book::createScratch(shelf.file(), shelf.seams()));
    EXPECT_EQ(fileBytes(shelf.file()), "catatan penting");
}

TEST(Book, SaysWhenItIsMissing) {
    Shelf shelf;
    const auto opened = shelf.tryOpen();
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::NotFound);
    EXPECT_EQ(opened.error().reason, "store.missing");
    EXPECT_FALSE(std::filesystem::exists(shelf.file()));
}

TEST(Book, IsRefusedToASecondOpenerUntilTheFirstCloses) {
    Shelf shelf;
    auto first = shelf.create(Protection::Open);
    const auto second = shelf.tryOpen();
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Locked);
    EXPECT_EQ(second.error().reason, "store.in-use");
    first.reset();
    EXPECT_TRUE(shelf.tryOpen());
}

TEST(Book, IsRefusedToASecondProcess) {
    Shelf shelf;
    const auto first = shelf.create(Protection::Open);
    EXPECT_EQ(inAnotherProcess([&] { return shelf.tryOpen(); }), exitFor(ErrorCode::Locked));
}

TEST(Book, IsFreeAgainAfterItsProcessCrashed) {
    Shelf shelf;
    shelf.create(Protection::Open);
    const auto crash = [&]() -> Result<> {
        const auto book = shelf.open();
        TEKEN_CHECK(book->write([&](Transaction& t) { return book->settings().put(t, "sesi", "berjalan"); }));
        ::_exit(0);
    };
    ASSERT_EQ(inAnotherProcess(crash), 0);
    EXPECT_EQ(settingOf(*shelf.open(), "sesi"), "berjalan");
}

TEST(Book, IsRefusedWhileAnotherProgramHasTheDatabase) {
    Shelf shelf;
    shelf.create(Protection::Open);
    const auto stranger = test::orThrow(Connection::open(shelf.file(), Connection::Mode::Existing));
    ASSERT_TRUE(stranger->execute("INSERT INTO setting VALUES ('a', 'b')"));
    EXPECT_EQ(reasonOf(shelf.tryOpen()), "store.in-use");
}

TEST(Book, IsNotOpenedInAReadOnlyFolder) {
    Shelf shelf;
    shelf.create(Protection::Open);
    std::filesystem::remove(shelf.file().string() + ".lock");
    std::filesystem::permissions(shelf.folder.path(), std::filesystem::perms(0555));
    std::filesystem::permissions(shelf.file(), std::filesystem::perms(0644));
    const auto before = fileBytes(shelf.file());
    const auto asSomebodyElse = [&]() -> Result<> {
        if (::geteuid() == 0 && ::seteuid(65534) != 0)
            return fail(ErrorCode::Internal, "test.seteuid", "cannot become nobody");
        return shelf.tryOpen();
    };
    EXPECT_EQ(inAnotherProcess(asSomebodyElse), exitFor(ErrorCode::ReadOnly));
    std::filesystem::permissions(shelf.folder.path(), std::filesystem::perms(0700));
    EXPECT_EQ(fileBytes(shelf.file()), before);
}

TEST(Book, RollsBackWhatFailed) {
    Shelf shelf;
    const auto book = shelf.create(Protection::Open);
    const auto done = book->write([&](Transaction& t) -> Result<> {
        TEKEN_CHECK(book->settings().put(t, "server", "https://pusat"));
        return fail(ErrorCode::Cancelled, "test.changed-mind", "no");
    });
    EXPECT_EQ(reasonOf(done), "test.changed-mind");
    EXPECT_EQ(settingOf(*book, "server"), "(none)");
    EXPECT_TRUE(book->write([&](Transaction& t) { return book->settings().put(t, "server", "https://b"); }));
    EXPECT_EQ(settingOf(*book, "server"), "https://b");
}

TEST(Book, RollsBackWhatThrew) {
    Shelf shelf;
    const auto book = shelf.create(Protection::Open);
    const auto throwing = [&](Transaction& t) -> Result<> {
        TEKEN_CHECK(book->settings().put(t, "server", "https://pusat"));
        throw std::runtime_error("memory");
    };
    EXPECT_THROW((void)book->write(throwing), std::runtime_error);
    EXPECT_EQ(settingOf(*book, "server"), "(none)");
    EXPECT_TRUE(book->write([&](Transaction& t) { return book->settings().put(t, "server", "https://b"); }));
}

TEST(BookDeathTest, StopsOnATransactionInsideATransaction) {
    ::testing::GTEST_FLAG(death_test_style) = "threadsafe";
    Shelf shelf;
    const auto book = shelf.create(Protection::Open);
    const auto nested = [&](Transaction&) {
        return book->write([](Transaction&) -> Result<> { return {}; });
    };
    EXPECT_DEATH((void)book->write(nested), "transactions do not nest");
}

TEST(Book, CopiesItselfWhole) {
    Shelf shelf;
    const auto book = shelf.createForAni();
    ASSERT_TRUE(book->write([&](Transaction& t) { return book->journal().put(t, "sesi", view("isi")); }));
    const auto copy = shelf.folder / "salinan.teken";
    ASSERT_TRUE(book->backupTo(copy));
    EXPECT_FALSE(std::filesystem::exists(copy.string() + ".part"));
    const auto other = test::orThrow(Book::open(copy, shelf.seams()));
    EXPECT_TRUE(other->locked()) << "sealed as it is";
    ASSERT_TRUE(other->keyring().unlock(1, phrase("kunci ani")));
    EXPECT_EQ(journalOf(*other, "sesi"), "isi");
    EXPECT_TRUE(other->checkFile());
}

TEST(Book, DoesNotCopyItselfOverAFile) {
    Shelf shelf;
    const auto book = shelf.create(Protection::Open);
    const auto copy = shelf.folder / "salinan.teken";
    writeFileBytes(copy, "milik orang");
    EXPECT_EQ(reasonOf(book->backupTo(copy)), "store.exists");
    EXPECT_EQ(fileBytes(copy), "milik orang");
}

TEST(Book, FindsADamagedPage) {
    Shelf shelf;
    test::World world;
    world.begin();
    {
        const auto book = shelf.create(Protection::Open);
        for (const auto& entry : world.all())
            ASSERT_TRUE(put(*book, entry));
        EXPECT_TRUE(book->checkFile());
    }
    auto bytes = fileBytes(shelf.file());
    // The entry table's own page: its cell pointers now lead nowhere.
    const auto payload = bytes.find("\"kind\":\"open-drive\"");
    ASSERT_NE(payload, std::string::npos);
    bytes.replace(payload / 4096 * 4096 + 8, 64, std::string(64, '\x7f'));
    writeFileBytes(shelf.file(), bytes);
    const auto checked = [&]() -> Result<> {
        TEKEN_TRY(const auto book, Book::open(shelf.file(), shelf.seams()));
        return book->checkFile();
    }();
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, ErrorCode::Corrupt);
}

} // namespace
} // namespace teken::store
