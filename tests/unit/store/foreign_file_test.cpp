// Files that are not books, not whole, or too new: refused by name, and not one byte changed.
#include "core/store/connection.h"
#include "core/store/schema.h"
#include "tests/unit/store/book_fixture.h"

namespace teken::store {
namespace {

struct Expected {
    ErrorCode code;
    std::string reason;
};

const Expected kNotABook{ErrorCode::Corrupt, "store.not-a-book"};
const Expected kNewer{ErrorCode::Unsupported, "store.newer"};

void expectRefusedUntouched(Shelf& shelf, const Expected& expected) {
    const auto before = fileBytes(shelf.file());
    const auto walBefore = fileBytes(shelf.file().string() + "-wal");
    const auto opened = shelf.tryOpen();
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, expected.code) << describe(opened.error());
    EXPECT_EQ(opened.error().reason, expected.reason) << describe(opened.error());
    EXPECT_EQ(opened.error().place, shelf.file().string());
    EXPECT_EQ(fileBytes(shelf.file()), before);
    EXPECT_EQ(fileBytes(shelf.file().string() + "-wal"), walBefore);
}

void patch(const std::filesystem::path& file, std::size_t offset, std::string_view bytes) {
    auto content = fileBytes(file);
    content.replace(offset, bytes.size(), bytes);
    writeFileBytes(file, content);
}

/// Another program's work on our file; its WAL stays behind as after a crash.
void tamper(const Shelf& shelf, const std::string& sql) {
    const auto connection = test::orThrow(Connection::open(shelf.file(), Connection::Mode::Existing));
    must(connection->execute(sql));
}

TEST(ForeignFile, EmptyFileIsRefused) {
    Shelf shelf;
    writeFileBytes(shelf.file(), "");
    expectRefusedUntouched(shelf, kNotABook);
}

TEST(ForeignFile, TextIsRefused) {
    Shelf shelf;
    writeFileBytes(shelf.file(), "nama;nip;unit\n" + std::string(5000, 'x'));
    expectRefusedUntouched(shelf, kNotABook);
    EXPECT_FALSE(std::filesystem::exists(shelf.file().string() + ".lock")) << "nothing is put beside it";
}

TEST(ForeignFile, AFolderIsRefused) {
    Shelf shelf;
    std::filesystem::create_directory(shelf.file());
    EXPECT_EQ(reasonOf(shelf.tryOpen()), "store.not-a-book");
}

TEST(ForeignFile, DatabaseOfAnotherProgramIsRefused) {
    Shelf shelf;
    {
        const auto other = test::orThrow(Connection::open(shelf.file(), Connection::Mode::New));
        ASSERT_TRUE(other->execute("CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = 1;"));
    }
    expectRefusedUntouched(shelf, kNotABook);
}

TEST(ForeignFile, OurNumberOverOtherTablesIsRefused) {
    Shelf shelf;
    {
        const auto other = test::orThrow(Connection::open(shelf.file(), Connection::Mode::New));
        ASSERT_TRUE(other->execute("CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = 1;"
                                   "PRAGMA application_id = " +
                                   std::to_string(kApplicationId)));
    }
    expectRefusedUntouched(shelf, kNotABook);
}

TEST(ForeignFile, BookWithATriggerIsRefused) {
    Shelf shelf;
    shelf.create(Protection::Open);
    tamper(shelf, "CREATE TRIGGER quiet AFTER INSERT ON entry BEGIN DELETE FROM entry; END");
    expectRefusedUntouched(shelf, kNotABook);
}

TEST(ForeignFile, BookWithAMissingIndexIsRefused) {
    Shelf shelf;
    shelf.create(Protection::Open);
    tamper(shelf, "DROP INDEX entry_in_feed");
    expectRefusedUntouched(shelf, kNotABook);
}

TEST(ForeignFile, BookOfANewerVersionIsRefused) {
    Shelf shelf;
    shelf.create(Protection::Open);
    patch(shelf.file(), 60, std::string("\0\0\0\x63", 4));
    expectRefusedUntouched(shelf, kNewer);
}

TEST(ForeignFile, BookWhoseNewerVersionIsOnlyInTheLogIsRefused) {
    Shelf shelf;
    shelf.create(Protection::Open);
    tamper(shelf, "PRAGMA user_version = 99");
    ASSERT_NE(fileBytes(shelf.file().string() + "-wal"), "");
    expectRefusedUntouched(shelf, kNewer);
}

TEST(ForeignFile, BookCutShortIsRefusedWhereverItIsCut) {
    Shelf shelf;
    shelf.create(Protection::Open);
    const auto whole = fileBytes(shelf.file());
    for (const std::size_t bytes : {std::size_t{1}, std::size_t{15}, std::size_t{99}, std::size_t{100},
                                    std::size_t{4096}, whole.size() / 2, whole.size() - 1}) {
        SCOPED_TRACE(bytes);
        writeFileBytes(shelf.file(), whole.substr(0, bytes));
        expectRefusedUntouched(shelf, kNotABook);
    }
    writeFileBytes(shelf.file(), whole);
    EXPECT_TRUE(shelf.tryOpen());
}

TEST(ForeignFile, BookWithoutItsSchemaPageIsRefused) {
    Shelf shelf;
    shelf.create(Protection::Open);
    patch(shelf.file(), 100, std::string(3996, '\0'));
    expectRefusedUntouched(shelf, kNotABook);
}

TEST(ForeignFile, AnyBrokenBookGivesAnErrorAndNeverMore) {
    Shelf shelf;
    test::World world;
    world.begin();
    {
        const auto book = shelf.create(Protection::Open);
        for (const auto& entry : world.all())
            ASSERT_TRUE(put(*book, entry));
    }
    const auto whole = fileBytes(shelf.file());
    for (int round = 0; round < 300; ++round) {
        auto bytes = whole;
        for (int i = 0; i < 8; ++i) {
            std::array<std::uint8_t, 4> dice{};
            shelf.random.fill(dice);
            const auto at = (static_cast<std::size_t>(dice[0]) << 16 | dice[1] << 8 | dice[2]) % bytes.size();
            bytes[at] = static_cast<char>(dice[3]);
        }
        writeFileBytes(shelf.file(), bytes);
        if (auto book = Book::open(shelf.file(), shelf.seams())) {
            (void)(*book)->checkFile();
            (void)(*book)->entries().feeds();
            (void)(*book)->entries().scanAll(1, [](const StoredEntry&) -> Result<> { return {}; });
            (void)(*book)->keyring().holders();
        }
        std::filesystem::remove(shelf.file().string() + "-wal");
    }
}

} // namespace
} // namespace teken::store
