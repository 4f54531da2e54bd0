// What a stolen, locked laptop gives away: the bytes of the files themselves.
#include "core/crypto/aead.h"
#include "core/store/connection.h"
#include "core/store/schema.h"
#include "tests/unit/store/book_fixture.h"

namespace teken::store {
namespace {

const std::vector<std::string> kPersonal{"Siti Rahmawati Kusuma", "198003172005012345", "Dusun Sumber Waru",
                                         "Catatan tentang Pak Hasan", "Moh. Ro'i Abdul Latif"};

/// Everything that lies in the folder: database, log, lock, anchors, leftovers.
std::string everyByte(const Shelf& shelf) {
    std::string all;
    for (const auto& file : std::filesystem::directory_iterator(shelf.folder.path()))
        all += fileBytes(file.path());
    return all;
}

void writePersonalThings(Book& book, test::World& world) {
    world.begin();
    auto& officer = world.certifyOfficer();
    officer.openSession();
    officer.addPerson(world.person(7), kPersonal[0]);
    officer.note(kPersonal[3]);
    for (std::uint32_t i = 0; i < 40; ++i)
        officer.sign(world.person(i));
    for (const auto& entry : world.all())
        must(put(book, entry).map([](auto) {}));
    must(book.write([&](Transaction& t) -> Result<> {
        std::string roster;
        for (int i = 0; i < 20'000; ++i)
            roster += kPersonal[4] + ";" + kPersonal[1] + "\n";
        TEKEN_CHECK(book.blobs().put(t, view(roster)));
        return book.journal().put(t, "sesi", view(kPersonal[2]));
    }));
    // Replaced and removed values leave free space behind.
    must(book.write([&](Transaction& t) { return book.journal().put(t, "sesi", view(kPersonal[0])); }));
    must(book.write([&](Transaction& t) { return book.journal().remove(t, "sesi"); }));
}

TEST(Secrecy, NoNameIsInAnyFileOfASealedBook) {
    Shelf shelf;
    test::World world;
    auto book = shelf.createForAni();
    writePersonalThings(*book, world);
    ASSERT_GT(fileBytes(shelf.file().string() + "-wal").size(), 100'000U);
    for (const auto& words : kPersonal)
        EXPECT_EQ(everyByte(shelf).find(words), std::string::npos) << "while open: " << words;
    book.reset();
    for (const auto& words : kPersonal)
        EXPECT_EQ(everyByte(shelf).find(words), std::string::npos) << "after closing: " << words;
}

TEST(Secrecy, TheSameSearchFindsTheNamesInAnOpenBook) {
    Shelf shelf;
    test::World world;
    const auto book = shelf.create(Protection::Open);
    writePersonalThings(*book, world);
    const auto all = everyByte(shelf);
    for (const auto& words : {kPersonal[0], kPersonal[1], kPersonal[3], kPersonal[4]})
        EXPECT_NE(all.find(words), std::string::npos) << words;
}

TEST(Secrecy, RemovedValuesDoNotLingerInTheFileOfAnOpenBook) {
    Shelf shelf;
    {
        const auto book = shelf.create(Protection::Open);
        must(book->write([&](Transaction& t) { return book->journal().put(t, "a", view(kPersonal[2])); }));
        must(book->write([&](Transaction& t) { return book->journal().remove(t, "a"); }));
    }
    EXPECT_EQ(everyByte(shelf).find(kPersonal[2]), std::string::npos);
}

TEST(Secrecy, NeitherPassphraseNorKeysAreInTheFile) {
    Shelf shelf;
    const auto centre = crypto::RecipientSecret::generate(shelf.random);
    const auto book = shelf.createForAni();
    must(book->keyring().setRecovery(centre.publicKey()));
    const auto dataKey = test::orThrow(centre.open(test::orThrow(book->keyring().recoveryBlob())));
    const auto seed = book->keyring().signingKey()->seed();
    const auto recipient = test::orThrow(book->keyring().recipientSecret()).seed();
    const auto all = everyByte(shelf);
    EXPECT_EQ(all.find("kunci ani"), std::string::npos);
    for (const auto* secret : {&dataKey, &seed, &recipient})
        EXPECT_EQ(all.find(textOf(secret->view())), std::string::npos);
}

/// Every sealed value of a closed book, by table and column.
std::vector<std::pair<std::string, Bytes>> sealedValues(const Shelf& shelf) {
    std::vector<std::pair<std::string, Bytes>> found;
    const auto raw = test::orThrow(Connection::open(shelf.file(), Connection::Mode::Existing));
    for (const auto& part : schemaParts())
        for (const auto& column : part.sealed) {
            const std::string table = column.table, name = column.column;
            auto rows = raw->query("SELECT " + std::string(column.row) + ", " + name + " FROM " + table +
                                   " WHERE " + name + " IS NOT NULL");
            while (test::orThrow(rows.next()))
                found.emplace_back(table + "|" + name + "|" + rows.text(0), toBytes(rows.bytes(1)));
        }
    return found;
}

TEST(Secrecy, RotationLeavesNothingThatTheOldKeyOpens) {
    Shelf shelf;
    test::World world;
    const auto centre = crypto::RecipientSecret::generate(shelf.random);
    auto book = shelf.createForAni();
    const auto budi =
        test::orThrow(book->keyring().add("Pak Budi", entry::Role::Field, phrase("kunci budi"), shelf.kdf()));
    writePersonalThings(*book, world);
    must(book->write([&](Transaction& t) { return book->journal().put(t, "sesi", view("isi")); }));
    must(book->keyring().setRecovery(centre.publicKey()));
    const auto oldKey = test::orThrow(centre.open(test::orThrow(book->keyring().recoveryBlob())));
    book.reset();
    const auto before = sealedValues(shelf);
    ASSERT_GT(before.size(), 40U);
    for (const auto& [cell, value] : before)
        ASSERT_TRUE(crypto::open(oldKey, value, view(cell))) << cell << ": else this test proves nothing";

    book = shelf.open();
    must(book->keyring().unlock(1, phrase("kunci ani")));
    must(book->keyring().remove(budi.id));
    const auto all = everyByte(shelf); // while open: the log, too
    for (const auto& [cell, value] : before)
        EXPECT_EQ(all.find(textOf(ByteView(value).first(40))), std::string::npos) << cell;
    for (const auto& entry : world.all())
        EXPECT_EQ(std::get<entry::Entry>(test::orThrow(book->entries().get(entry.id)).record), entry.raw);
    book.reset();
    const auto after = sealedValues(shelf);
    EXPECT_EQ(after.size(), before.size());
    for (const auto& [cell, value] : after)
        EXPECT_FALSE(crypto::open(oldKey, value, view(cell))) << cell;
}

} // namespace
} // namespace teken::store
