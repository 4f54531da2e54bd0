#include "core/crypto/aead.h"
#include "core/store/connection.h"
#include "tests/unit/store/book_fixture.h"

namespace teken::store {
namespace {

/// A recovery recipient at the centre, which may look at the data key: the tests' way to see it.
class KeyringTest : public ::testing::Test {
protected:
    Shelf shelf;
    std::unique_ptr<Book> book = shelf.createForAni();
    crypto::RecipientSecret centre = crypto::RecipientSecret::generate(shelf.random);

    [[nodiscard]] Keyring& keys() { return book->keyring(); }
    Holder addBudi() {
        return test::orThrow(keys().add("Pak Budi", entry::Role::Field, phrase("kunci budi"), shelf.kdf()));
    }
    void putJournal(const std::string& key, std::string_view value) {
        must(book->write([&](Transaction& t) { return book->journal().put(t, key, view(value)); }));
    }
    void reopen() {
        book.reset();
        book = shelf.open();
    }
    [[nodiscard]] crypto::SecretBytes dataKeyAtCentre() {
        must(keys().setRecovery(centre.publicKey()));
        return test::orThrow(centre.open(test::orThrow(keys().recoveryBlob())));
    }
    /// One cell of one holder, as it lies in the file.
    [[nodiscard]] Bytes cellOfHolder(const char* column, std::int64_t holder) {
        book.reset();
        Bytes cell;
        {
            const auto raw = test::orThrow(Connection::open(shelf.file(), Connection::Mode::Existing));
            auto row = raw->query(std::string("SELECT ") + column + " FROM holder WHERE id = ?1");
            EXPECT_TRUE(test::orThrow(row.bind(holder).next()));
            cell = toBytes(row.bytes(0));
        }
        book = shelf.open();
        return cell;
    }
};

TEST_F(KeyringTest, FirstHolderIsUnlockedAtOnce) {
    ASSERT_NE(keys().current(), nullptr);
    EXPECT_EQ(keys().current()->name, "Bu Ani");
    EXPECT_EQ(keys().current()->feed, keys().signingKey()->feedId());
    EXPECT_FALSE(book->locked());
}

TEST_F(KeyringTest, SealedBookOpensLocked) {
    reopen();
    EXPECT_TRUE(book->locked());
    EXPECT_EQ(keys().current(), nullptr);
    EXPECT_EQ(keys().signingKey(), nullptr);
    ASSERT_EQ(test::orThrow(keys().holders()).size(), 1U) << "names are shown before anything is unlocked";
    EXPECT_EQ(test::orThrow(keys().holders())[0].name, "Bu Ani");
}

TEST_F(KeyringTest, EachHolderUnlocksTheSameBookWithTheirOwnKey) {
    const auto ani = *keys().current();
    const auto budi = addBudi();
    EXPECT_EQ(keys().current()->id, ani.id) << "adding somebody does not hand over the laptop";
    EXPECT_NE(ani.feed, budi.feed);
    putJournal("sesi", "isi");
    reopen();
    ASSERT_TRUE(keys().unlock(budi.id, phrase("kunci budi")));
    EXPECT_EQ(journalOf(*book, "sesi"), "isi");
    EXPECT_EQ(keys().signingKey()->publicKey(), budi.key);
    ASSERT_TRUE(keys().unlock(ani.id, phrase("kunci ani")));
    EXPECT_EQ(keys().signingKey()->publicKey(), ani.key);
    EXPECT_EQ(journalOf(*book, "sesi"), "isi");
}

TEST_F(KeyringTest, RefusesTheWrongPassphraseAndChangesNothing) {
    const auto budi = addBudi();
    for (const auto* words : {"kunci ani", "Kunci budi", "kunci budi "}) {
        const auto unlocked = keys().unlock(budi.id, phrase(words));
        ASSERT_FALSE(unlocked);
        EXPECT_EQ(unlocked.error().code, ErrorCode::Unauthorized);
        EXPECT_EQ(unlocked.error().reason, "store.wrong-passphrase");
    }
    EXPECT_EQ(reasonOf(keys().unlock(99, phrase("kunci ani"))), "store.no-holder");
    EXPECT_EQ(keys().current()->name, "Bu Ani") << "whoever was unlocked stays so";
    reopen();
    EXPECT_FALSE(keys().unlock(budi.id, phrase("kunci ani")));
    EXPECT_TRUE(book->locked());
}

TEST_F(KeyringTest, RefusesEmptyPassphrasesNamesAndAbsurdParameters) {
    const auto add = [&](const std::string& name, std::string_view words, const crypto::KdfParams& kdf) {
        return reasonOf(keys().add(name, entry::Role::Field, phrase(words), kdf));
    };
    EXPECT_EQ(add("", "kunci", shelf.kdf()), "store.holder-name");
    EXPECT_EQ(add("Pak \xff", "kunci", shelf.kdf()), "store.holder-name");
    EXPECT_NE(add("Pak Budi", "", shelf.kdf()), "");
    auto absurd = shelf.kdf();
    absurd.memoryBytes = 1ULL << 40;
    EXPECT_NE(add("Pak Budi", "kunci", absurd), "");
    EXPECT_EQ(test::orThrow(keys().holders()).size(), 1U);
}

TEST_F(KeyringTest, AFailedFirstHolderLeavesTheBookLocked) {
    book.reset();
    const auto file = shelf.folder / "lain";
    const auto other = test::orThrow(Book::create(file, Protection::Sealed, shelf.seams()));
    EXPECT_FALSE(other->keyring().add("Bu Ani", entry::Role::Field, phrase(""), shelf.kdf()));
    EXPECT_TRUE(other->locked());
    EXPECT_TRUE(other->keyring().add("Bu Ani", entry::Role::Field, phrase("kunci"), shelf.kdf()));
    EXPECT_FALSE(other->locked());
}

TEST_F(KeyringTest, TakesLaterHoldersOnlyWhileUnlocked) {
    keys().lock();
    EXPECT_EQ(reasonOf(keys().add("Pak Budi", entry::Role::Field, phrase("x"), shelf.kdf())), "store.locked");
}

TEST_F(KeyringTest, LockForgetsEverything) {
    keys().lock();
    EXPECT_TRUE(book->locked());
    EXPECT_EQ(keys().current(), nullptr);
    EXPECT_EQ(keys().signingKey(), nullptr);
    EXPECT_EQ(reasonOf(keys().recipientSecret()), "store.locked");
    EXPECT_EQ(reasonOf(keys().changePassphrase(phrase("x"), shelf.kdf())), "store.locked");
    EXPECT_EQ(reasonOf(keys().renewKey()), "store.locked");
    EXPECT_EQ(reasonOf(keys().remove(1)), "store.locked");
    EXPECT_EQ(reasonOf(keys().setRecovery(centre.publicKey())), "store.locked");
}

TEST_F(KeyringTest, NoOtherHolderCanOpenASigningKey) {
    const auto budi = addBudi();
    const auto dataKey = dataKeyAtCentre(); // what every holder of the laptop can reach
    const auto seed = cellOfHolder("seed", budi.id);
    const auto context = "holder|seed|" + budi.key.hex();
    EXPECT_FALSE(crypto::openSecret(dataKey, seed, view(context)));
    // The same words do open it under the passphrase: the context above is the right one.
    auto kdf = shelf.kdf();
    kdf.operations = 0;
    const auto salt = cellOfHolder("kdf_salt", budi.id);
    std::copy(salt.begin(), salt.end(), kdf.salt.bytes.begin());
    kdf.operations = shelf.kdf().operations;
    const auto passphraseKey = test::orThrow(crypto::deriveKey(phrase("kunci budi"), kdf));
    EXPECT_TRUE(crypto::openSecret(passphraseKey, seed, view(context)));
}

TEST_F(KeyringTest, NoticesSwappedKeys) {
    addBudi();
    book.reset();
    {
        const auto raw = test::orThrow(Connection::open(shelf.file(), Connection::Mode::Existing));
        must(raw->execute(
            "UPDATE holder SET data_key = (SELECT data_key FROM holder WHERE id = 2) WHERE id = 1"));
    }
    book = shelf.open();
    const auto unlocked = keys().unlock(1, phrase("kunci ani"));
    ASSERT_FALSE(unlocked);
    EXPECT_EQ(unlocked.error().code, ErrorCode::Corrupt);
    EXPECT_TRUE(book->locked());
    EXPECT_TRUE(keys().unlock(2, phrase("kunci budi")));
}

TEST_F(KeyringTest, ChangesAPassphraseAndKeepsTheKey) {
    const auto key = keys().signingKey()->publicKey();
    ASSERT_TRUE(keys().changePassphrase(phrase("baru sekali"), shelf.kdf()));
    reopen();
    EXPECT_EQ(reasonOf(keys().unlock(1, phrase("kunci ani"))), "store.wrong-passphrase");
    ASSERT_TRUE(keys().unlock(1, phrase("baru sekali")));
    EXPECT_EQ(keys().signingKey()->publicKey(), key);
}

TEST_F(KeyringTest, RenewsAKeyAndRetiresTheOldOne) {
    const auto old = *keys().current();
    const auto fresh = test::orThrow(keys().renewKey());
    EXPECT_NE(fresh.feed, old.feed);
    EXPECT_EQ(fresh.name, old.name);
    EXPECT_EQ(keys().current()->id, fresh.id);
    const auto again = test::orThrow(keys().renewKey()); // the passphrase still seals what comes after
    reopen();
    const auto holders = test::orThrow(keys().holders());
    ASSERT_EQ(holders.size(), 3U);
    EXPECT_TRUE(holders[0].retired);
    EXPECT_TRUE(holders[1].retired);
    EXPECT_FALSE(holders[2].retired);
    EXPECT_EQ(reasonOf(keys().unlock(old.id, phrase("kunci ani"))), "store.holder-retired");
    ASSERT_TRUE(keys().unlock(again.id, phrase("kunci ani")));
    EXPECT_EQ(keys().signingKey()->publicKey(), again.key);
    EXPECT_TRUE(cellOfHolder("seed", old.id).empty()) << "a retired key's secret is forgotten";
}

TEST_F(KeyringTest, KeepsTheLaptopsOwnRecipientKey) {
    const auto key = test::orThrow(keys().recipientKey());
    const auto sealed = test::orThrow(crypto::sealTo(key, view("untuk laptop ini")));
    addBudi();
    reopen();
    EXPECT_EQ(test::orThrow(keys().recipientKey()), key);
    EXPECT_EQ(reasonOf(keys().recipientSecret()), "store.locked");
    ASSERT_TRUE(keys().unlock(2, phrase("kunci budi")));
    const auto secret = test::orThrow(keys().recipientSecret());
    EXPECT_EQ(textOf(test::orThrow(secret.open(sealed)).view()), "untuk laptop ini");
}

// --- recovery ----------------------------------------------------------------------------------------------

TEST_F(KeyringTest, HasNoRecoveryBeforeItIsSet) {
    EXPECT_FALSE(test::orThrow(keys().recovery()).has_value());
    EXPECT_EQ(reasonOf(keys().recoveryBlob()), "store.no-recovery");
}

TEST_F(KeyringTest, TheCentreRecoversTheDataButNotTheSigningKey) {
    putJournal("sesi", "belum dikirim");
    const auto old = *keys().current();
    const auto dataKey = dataKeyAtCentre();
    EXPECT_EQ(test::orThrow(keys().recovery()), centre.publicKey());
    reopen();
    const auto fresh = test::orThrow(keys().recover(dataKey, old.id, phrase("ingat lagi"), shelf.kdf()));
    EXPECT_EQ(fresh.name, old.name);
    EXPECT_NE(fresh.key, old.key);
    EXPECT_EQ(journalOf(*book, "sesi"), "belum dikirim");
    reopen();
    EXPECT_EQ(reasonOf(keys().unlock(old.id, phrase("kunci ani"))), "store.holder-retired");
    ASSERT_TRUE(keys().unlock(fresh.id, phrase("ingat lagi")));
    EXPECT_EQ(journalOf(*book, "sesi"), "belum dikirim");
}

TEST_F(KeyringTest, RefusesAWrongDataKeyFromTheCentre) {
    reopen();
    crypto::SecretBytes wrong(crypto::kSealKeyBytes);
    for (const auto& key : {&wrong}) {
        const auto recovered = keys().recover(*key, 1, phrase("x"), shelf.kdf());
        ASSERT_FALSE(recovered);
        EXPECT_EQ(recovered.error().code, ErrorCode::Unauthorized);
    }
    EXPECT_EQ(reasonOf(keys().recover(phrase("pendek"), 1, phrase("x"), shelf.kdf())),
              "store.wrong-data-key");
    EXPECT_TRUE(book->locked());
    EXPECT_TRUE(keys().unlock(1, phrase("kunci ani"))) << "nothing was changed";
}

TEST_F(KeyringTest, RecoveryOfAnUnknownHolderLeavesTheBookLocked) {
    const auto dataKey = dataKeyAtCentre();
    reopen();
    EXPECT_EQ(reasonOf(keys().recover(dataKey, 99, phrase("x"), shelf.kdf())), "store.no-holder");
    EXPECT_EQ(reasonOf(keys().recover(dataKey, 1, phrase(""), shelf.kdf())).empty(), false);
    EXPECT_TRUE(book->locked());
}

// --- removal and rotation ----------------------------------------------------------------------------------

TEST_F(KeyringTest, RemovedHolderCannotComeBackAndTheOthersCan) {
    const auto budi = addBudi();
    const auto citra =
        test::orThrow(keys().add("Bu Citra", entry::Role::Field, phrase("kunci citra"), shelf.kdf()));
    putJournal("sesi", "isi");
    ASSERT_TRUE(keys().remove(budi.id));
    EXPECT_EQ(journalOf(*book, "sesi"), "isi");
    reopen();
    const auto holders = test::orThrow(keys().holders());
    ASSERT_EQ(holders.size(), 3U) << "the feed of the removed one is still this laptop's to send";
    EXPECT_TRUE(holders[1].retired);
    EXPECT_EQ(reasonOf(keys().unlock(budi.id, phrase("kunci budi"))), "store.holder-retired");
    ASSERT_TRUE(keys().unlock(citra.id, phrase("kunci citra"))) << "wrapped anew without her passphrase";
    EXPECT_EQ(journalOf(*book, "sesi"), "isi");
    EXPECT_TRUE(keys().recipientSecret());
}

TEST_F(KeyringTest, RemovalChangesTheDataKeyAtTheCentreToo) {
    const auto budi = addBudi();
    const auto before = dataKeyAtCentre();
    ASSERT_TRUE(keys().remove(budi.id));
    const auto after = test::orThrow(centre.open(test::orThrow(keys().recoveryBlob())));
    EXPECT_FALSE(crypto::equalSecrets(before.view(), after.view()));
    reopen();
    EXPECT_EQ(reasonOf(keys().recover(before, 1, phrase("x"), shelf.kdf())), "store.wrong-data-key");
    EXPECT_TRUE(keys().recover(after, 1, phrase("x"), shelf.kdf()));
}

TEST_F(KeyringTest, NobodyRemovesThemselvesOrAStranger) {
    EXPECT_EQ(reasonOf(keys().remove(keys().current()->id)), "store.holder-current");
    EXPECT_EQ(reasonOf(keys().remove(99)), "store.no-holder");
}

TEST_F(KeyringTest, RemovalFailsWholeIfOneCellDoesNotOpen) {
    const auto budi = addBudi();
    putJournal("a", "satu");
    putJournal("b", "dua");
    book.reset();
    {
        const auto raw = test::orThrow(Connection::open(shelf.file(), Connection::Mode::Existing));
        must(raw->execute("UPDATE journal SET value = x'00' WHERE key = 'b'"));
    }
    book = shelf.open();
    ASSERT_TRUE(keys().unlock(1, phrase("kunci ani")));
    EXPECT_EQ(reasonOf(keys().remove(budi.id)), "store.cell-altered");
    EXPECT_EQ(journalOf(*book, "a"), "satu");
    reopen();
    ASSERT_TRUE(keys().unlock(budi.id, phrase("kunci budi"))) << "still a holder, under the same data key";
    EXPECT_EQ(journalOf(*book, "a"), "satu");
}

// --- open books --------------------------------------------------------------------------------------------

class OpenKeyringTest : public ::testing::Test {
protected:
    Shelf shelf;
    std::unique_ptr<Book> book = shelf.create(Protection::Open);
};

TEST_F(OpenKeyringTest, ServerKeyIsThereWheneverTheBookIsOpened) {
    const auto server = test::orThrow(book->keyring().addUnprotected("pusat", entry::Role::Server));
    EXPECT_EQ(book->keyring().signingKey()->publicKey(), server.key);
    book.reset();
    book = shelf.open();
    ASSERT_NE(book->keyring().current(), nullptr);
    EXPECT_EQ(book->keyring().current()->role, entry::Role::Server);
    EXPECT_EQ(book->keyring().signingKey()->publicKey(), server.key);
    EXPECT_TRUE(book->keyring().recipientSecret());
}

TEST_F(OpenKeyringTest, RenewedServerKeyTakesItsPlace) {
    const auto old = test::orThrow(book->keyring().addUnprotected("pusat", entry::Role::Server));
    const auto fresh = test::orThrow(book->keyring().renewKey());
    book.reset();
    book = shelf.open();
    EXPECT_EQ(book->keyring().signingKey()->publicKey(), fresh.key);
    EXPECT_NE(fresh.key, old.key);
}

TEST_F(OpenKeyringTest, HolderWithAPassphraseIsAskedForIt) {
    const auto admin =
        test::orThrow(book->keyring().add("Admin", entry::Role::Admin, phrase("kunci admin"), shelf.kdf()));
    book.reset();
    book = shelf.open();
    EXPECT_FALSE(book->locked()) << "nothing in an open book is sealed";
    EXPECT_EQ(book->keyring().signingKey(), nullptr);
    EXPECT_EQ(reasonOf(book->keyring().unlock(admin.id, phrase("x"))), "store.wrong-passphrase");
    ASSERT_TRUE(book->keyring().unlock(admin.id, phrase("kunci admin")));
    EXPECT_EQ(book->keyring().signingKey()->publicKey(), admin.key);
    ASSERT_TRUE(book->keyring().changePassphrase(phrase("baru"), shelf.kdf()));
    ASSERT_TRUE(book->keyring().unlock(admin.id, phrase("baru")));
}

TEST_F(OpenKeyringTest, HasNoDataKeyToRecover) {
    EXPECT_EQ(reasonOf(book->keyring().setRecovery(RecipientKey{{9}})), "store.not-sealed");
}

TEST(SealedKeyring, TakesNoHolderWithoutAPassphrase) {
    Shelf shelf;
    const auto book = shelf.create(Protection::Sealed);
    EXPECT_EQ(reasonOf(book->keyring().addUnprotected("pusat", entry::Role::Server)),
              "store.needs-passphrase");
    EXPECT_EQ(reasonOf(book->keyring().recipientKey()), "store.no-recipient");
}

} // namespace
} // namespace teken::store
