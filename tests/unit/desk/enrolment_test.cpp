#include "core/crypto/hash.h"
#include "core/desk/recovery.h"
#include "tests/unit/desk/desk_world.h"

#include <gtest/gtest.h>

namespace teken::test {
namespace {

struct Enrolment : testing::Test {
    DeskWorld world;
    crypto::SigningKey key = crypto::SigningKey::generate(world.random);

    desk::EnrolmentRequest request() {
        desk::EnrolmentRequest made;
        made.name = "Petugas";
        made.device = "PMK-001";
        made.key = key.publicKey();
        made.nonce = world.random.make<Nonce>();
        return made;
    }
};

TEST_F(Enrolment, ReadsBackWhatItWrote) {
    auto made = request();
    made.role = entry::Role::Server;
    made.pins = {crypto::sha256("pin")};
    made.address = "https://pusat:8443";
    made.succeeds = crypto::feedIdOf(key.publicKey());
    EXPECT_EQ(orThrow(desk::readRequest(orThrow(desk::encodeRequest(made, key)))), made);
}

TEST_F(Enrolment, RefusesEveryChangedByte) {
    const auto file = orThrow(desk::encodeRequest(request(), key));
    for (std::size_t i = 0; i < file.size(); ++i) {
        auto changed = file;
        changed[i] ^= 1;
        EXPECT_FALSE(desk::readRequest(changed)) << "byte " << i;
    }
}

TEST_F(Enrolment, RefusesARequestThatAnotherKeySigned) {
    const auto other = crypto::SigningKey::generate(world.random);
    EXPECT_FALSE(desk::encodeRequest(request(), other));
}

TEST_F(Enrolment, RefusesForeignFiles) {
    EXPECT_EQ(desk::readRequest(view("bukan permintaan")).error().reason, "enrolment.format");
    EXPECT_EQ(desk::readRequest({}).error().reason, "enrolment.format");
    EXPECT_EQ(desk::readRequest(Bytes(desk::kMostRequestBytes + 1, 'x')).error().reason, "enrolment.format");
}

TEST_F(Enrolment, ComparesAtLeast32DigitsOfTheRoot) {
    const auto full = crypto::feedIdOf(key.publicKey()).hex();
    EXPECT_TRUE(desk::compareFingerprint(desk::fingerprintForPeople(key.publicKey()), key.publicKey()));
    EXPECT_TRUE(desk::compareFingerprint(full, key.publicKey()));
    EXPECT_EQ(desk::compareFingerprint(full.substr(0, 31), key.publicKey()).error().reason,
              "enrolment.fingerprint-short");
    EXPECT_EQ(desk::compareFingerprint(full + "0", key.publicKey()).error().reason,
              "enrolment.fingerprint-format");
    auto wrong = full.substr(0, 32);
    wrong.back() = wrong.back() == '0' ? '1' : '0';
    EXPECT_EQ(desk::compareFingerprint(wrong, key.publicKey()).error().reason, "enrolment.wrong-root");
    EXPECT_EQ(desk::compareFingerprint(wrong, key.publicKey(), "enrolment.wrong-request").error().reason,
              "enrolment.wrong-request");
}

TEST_F(Enrolment, PinsOneRootForGood) {
    auto laptop = world.laptop("Petugas");
    const desk::Provisioning other{key.publicKey(), std::nullopt, ""};
    EXPECT_EQ(desk::pinRoot(*laptop.book, other, desk::fingerprintForPeople(key.publicKey())).error().reason,
              "enrolment.other-root");
}

TEST_F(Enrolment, RefusesAFileWithoutThisMachinesCertificate) {
    DeskBook stranger;
    stranger.book = orThrow(
        store::Book::create(world.folder / "asing.book", store::Protection::Sealed, world.bookSeams()));
    const auto holder = orThrow(
        stranger.book->keyring().add("Asing", entry::Role::Field, DeskWorld::passphrase(), world.kdf()));
    ASSERT_TRUE(stranger.book->keyring().unlock(holder.id, DeskWorld::passphrase()));
    const auto root = orThrow(desk::pinnedRoot(*world.admin.book));
    stranger.ledger = orThrow(ledger::Ledger::open(*stranger.book, root));
    world.copy(world.admin, stranger);
    EXPECT_EQ(desk::finishAccept(*stranger.book, *stranger.ledger, {root, std::nullopt, ""}).error().reason,
              "enrolment.not-for-this-machine");
}

TEST_F(Enrolment, RecoversAForgottenPassphraseThroughTheCentre) {
    auto laptop = world.laptop("Petugas");
    const auto session = DeskWorld::open(laptop);
    orThrow(laptop.desk->sign(world.signing(laptop, session, laptop.person(0))));
    const auto holder = laptop.book->keyring().current()->id;
    laptop.book->keyring().lock();

    const auto asked = orThrow(desk::askRecovery(*laptop.book));
    const auto secret = orThrow(world.admin.book->keyring().recipientSecret());
    const auto answer = orThrow(desk::answerRecovery(secret, asked, world.kdf(), world.random));
    const auto fresh = crypto::SecretBytes::copyOf(view("kata sandi baru"));
    EXPECT_EQ(desk::useRecovery(*laptop.book, answer.file, "0000-0000-0000", holder, fresh, world.kdf())
                  .error()
                  .reason,
              "recovery.wrong-code");
    const auto renewed =
        orThrow(desk::useRecovery(*laptop.book, answer.file, answer.code, holder, fresh, world.kdf()));
    laptop.book->keyring().lock();
    EXPECT_TRUE(laptop.book->keyring().unlock(renewed.id, fresh));
    EXPECT_EQ(orThrow(desk::queueCounts(*laptop.book)).saved, 2U);

    // Once more it would put another key in the place of the one that may be certified by now.
    const auto again =
        desk::useRecovery(*laptop.book, answer.file, answer.code, renewed.id, fresh, world.kdf());
    EXPECT_EQ(again.error().reason, "recovery.used");
    EXPECT_TRUE(laptop.book->keyring().unlock(renewed.id, fresh));
}

TEST_F(Enrolment, NeverOpensARecoveryForAnotherCentre) {
    auto laptop = world.laptop("Petugas");
    const auto asked = orThrow(desk::askRecovery(*laptop.book));
    const auto other = crypto::RecipientSecret::generate(world.random);
    EXPECT_EQ(desk::answerRecovery(other, asked, world.kdf(), world.random).error().reason,
              "recovery.other-recipient");
}

TEST_F(Enrolment, WrapsTheDataKeyAnewWhenTheCentreChangesItsKey) {
    auto laptop = world.laptop("Petugas");
    const auto before = orThrow(laptop.book->keyring().recovery()).value();
    auto root = orThrow(desk::AuthorityDesk::open(world.seams(world.authority)));
    const auto next = crypto::RecipientSecret::generate(world.random);
    const auto certified = orThrow(PublicKey::fromBytes(next.publicKey().bytes));
    orThrow(root.certifyKey(entry::Role::Recipient, certified, "Pusat baru", {}));
    world.copy(world.authority, laptop);
    ASSERT_TRUE(laptop.desk->refresh());
    EXPECT_EQ(orThrow(laptop.book->keyring().recovery()), before) << "the present key still counts";
    orThrow(root.revoke(entry::Role::Recipient, orThrow(PublicKey::fromBytes(before.bytes)), 0,
                        entry::RevokeReason::Lost));
    world.copy(world.authority, laptop);
    ASSERT_TRUE(laptop.desk->refresh());
    EXPECT_EQ(orThrow(laptop.book->keyring().recovery()), next.publicKey());
    EXPECT_TRUE(next.open(orThrow(laptop.book->keyring().recoveryBlob())));
}

TEST_F(Enrolment, NeverWrapsTheDataKeyForTheCentreOfAnotherDrive) {
    auto laptop = world.laptop("Petugas");
    const auto before = orThrow(laptop.book->keyring().recovery()).value();
    auto root = orThrow(desk::AuthorityDesk::open(world.seams(world.authority)));
    desk::AuthorityDesk::Terms elsewhere;
    elsewhere.drive = world.random.make<EntryId>();
    orThrow(root.certifyKey(entry::Role::Recipient, world.random.make<PublicKey>(), "Pusat lain", elsewhere));
    orThrow(root.revoke(entry::Role::Recipient, orThrow(PublicKey::fromBytes(before.bytes)), 0,
                        entry::RevokeReason::Lost));
    world.copy(world.authority, laptop);
    ASSERT_TRUE(laptop.desk->refresh());
    EXPECT_EQ(orThrow(laptop.book->keyring().recovery()), before)
        << "none is certified here: nothing is lost";
    EXPECT_FALSE(orThrow(desk::centreRecipient(*laptop.book, *laptop.ledger)).has_value());
}

} // namespace
} // namespace teken::test
