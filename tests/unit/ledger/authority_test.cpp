// RULES.md sections 1 to 4: who may say what.
#include "tests/unit/ledger/ledger_fixture.h"

namespace teken::test {
namespace {

using entry::RevokeReason;
using entry::Role;
using ledger::Verdict;

class Certificate : public LedgerTest {};
class Revocation : public LedgerTest {};
class Scope : public LedgerTest {};
class Admission : public LedgerTest {};

TEST_F(Certificate, ChainFromTheRootMakesASignatureCount) {
    auto& officer = world.certifyOfficer("Pak A");
    officer.openSession();
    const auto signature = officer.sign(World::person(1));
    EXPECT_TRUE(counts(signature));
    EXPECT_EQ(person(1).status, ledger::PersonStatus::Signed);
    EXPECT_EQ(feed(officer).role, Role::Field);
    EXPECT_EQ(feed(officer).name, "Pak A");
    EXPECT_EQ(feed(world.admin()).role, Role::Admin);
    EXPECT_EQ(feed(world.root()).role, Role::Root);
}

TEST_F(Certificate, ThatNobodyGaveMakesNothingCount) {
    auto& stranger = world.stranger();
    stranger.openSession();
    EXPECT_EQ(verdict(stranger.sign(World::person(1))), Verdict::NoCertificate);
    EXPECT_EQ(person(1).status, ledger::PersonStatus::None);
    EXPECT_EQ(feed(stranger).notCounted, 2U);
    EXPECT_EQ(feed(stranger).countedTo, 0U);
}

TEST_F(Certificate, MayArriveAfterWhatItCertifies) {
    auto& stranger = world.stranger();
    stranger.openSession();
    const auto signature = stranger.sign(World::person(1));
    EXPECT_FALSE(counts(signature));
    world.admin().append(entry::CertifyOfficer{
        stranger.key().publicKey(), "Pak B", "Laptop 2", {"*"}, 0, 1, std::nullopt, std::nullopt});
    EXPECT_TRUE(counts(signature));
}

TEST_F(Certificate, FromAnAdminThatNobodyCertifiedIsWorthNothing) {
    auto& imposter = world.stranger("Bukan admin");
    auto& officer = world.certifyOfficer("Pak C", {"*"}, &imposter);
    officer.openSession();
    EXPECT_EQ(verdict(officer.sign(World::person(1))), Verdict::NoCertificate);
    EXPECT_FALSE(feed(officer).role.has_value());
}

TEST_F(Certificate, OfTwoRolesForOneKeyIsNone) {
    auto& other = world.certifyAdmin("Admin dua");
    auto& officer = world.certifyOfficer("Pak D", {"*"}, &other);
    officer.openSession();
    const auto signature = officer.sign(World::person(1));
    EXPECT_TRUE(counts(signature));
    certify(other.key().publicKey(), Role::Server);
    EXPECT_FALSE(feed(other).role.has_value());
    EXPECT_FALSE(counts(signature)) << "what the key certified falls with it";
}

TEST_F(Certificate, OfAnOfficerCannotTakeAnAdminsRole) {
    auto& other = world.certifyAdmin("Admin dua");
    const auto lock = world.lockText(&other);
    world.admin().append(entry::CertifyOfficer{
        other.key().publicKey(), "Jebakan", "", {"*"}, 0, 1, std::nullopt, std::nullopt});
    EXPECT_EQ(feed(other).role, Role::Admin);
    EXPECT_TRUE(counts(lock));
}

TEST_F(Certificate, CannotNameTheRootKey) {
    certify(world.root().key().publicKey(), Role::Server);
    EXPECT_EQ(feed(world.root()).role, Role::Root);
    EXPECT_TRUE(counts(world.all().front()));
}

TEST_F(Certificate, KindsOfAnotherRoleDoNotCount) {
    auto& officer = world.certifyOfficer();
    const auto drive = officer.append(entry::CloseDrive{"selesai"});
    EXPECT_EQ(verdict(drive), Verdict::WrongRole);
    EXPECT_EQ(verdict(world.admin().append(entry::Pause{world.random.make<SessionId>(), {}})),
              Verdict::WrongRole);
    entry::OpenDrive opening = std::get<entry::OpenDrive>(world.openDrive().payload.body);
    EXPECT_EQ(verdict(world.root().append(opening)), Verdict::WrongRole);
    EXPECT_FALSE(this->drive().closed);
}

TEST_F(Certificate, OfServersAndRecipientsAreListedUntilRevoked) {
    const auto server = world.random.make<PublicKey>();
    world.root().append(entry::Certify{
        Role::Server, server, "Pusat", {"*"}, std::nullopt, 0, 1, {world.random.make<Digest>()}});
    const auto recipient = world.random.make<PublicKey>();
    certify(recipient, Role::Recipient);
    ASSERT_EQ(orThrow(fold().servers()).size(), 1U);
    EXPECT_EQ(orThrow(fold().servers()).front().name, "Pusat");
    EXPECT_EQ(orThrow(fold().servers()).front().pins.size(), 1U);
    EXPECT_EQ(orThrow(fold().recipients(std::nullopt)), std::vector{RecipientKey{recipient.bytes}});
    world.root().append(entry::Revoke{Role::Server, server, 0, RevokeReason::Lost});
    world.root().append(entry::Revoke{Role::Recipient, recipient, 0, RevokeReason::Lost});
    EXPECT_TRUE(orThrow(fold().servers()).empty());
    EXPECT_TRUE(orThrow(fold().recipients(std::nullopt)).empty());
}

TEST_F(Certificate, OfARecipientForOneDriveIsNoneForAnother) {
    const auto other = world.openDrive();
    const auto certifyFor = [&](std::optional<EntryId> drive) {
        const auto key = world.random.make<PublicKey>();
        world.root().append(entry::Certify{Role::Recipient, key, "Pusat", {"*"}, drive, 0, 1, {}});
        return RecipientKey{key.bytes};
    };
    const auto theirs = certifyFor(other.id);
    const auto anywhere = certifyFor(std::nullopt);
    const auto mine = certifyFor(world.drive());
    EXPECT_EQ(orThrow(fold().recipients(world.drive())), (std::vector{anywhere, mine}))
        << "in the root's order";
    EXPECT_EQ(orThrow(fold().recipients(other.id)), (std::vector{theirs, anywhere}));
    EXPECT_EQ(orThrow(fold().recipients(std::nullopt)), std::vector{anywhere});
}

TEST_F(Certificate, NamesRecipientsInTheRootsOrderHoweverTheyCame) {
    std::vector<RecipientKey> keys;
    for (int i = 0; i < 4; ++i) {
        const auto key = world.random.make<PublicKey>();
        certify(key, Role::Recipient);
        keys.push_back({key.bytes});
    }
    LedgerBook book(world.root().key().publicKey());
    auto entries = world.all();
    std::reverse(entries.begin(), entries.end());
    book.take(entries);
    EXPECT_EQ(orThrow(book.ledger().recipients(std::nullopt)), keys);
}

TEST_F(Certificate, MakesAKeyKnownEvenIfItDoesNotCount) {
    auto& imposter = world.stranger();
    auto& officer = world.certifyOfficer("Pak C", {"*"}, &imposter);
    EXPECT_TRUE(orThrow(fold().isKnownKey(officer.key().publicKey())));
    EXPECT_TRUE(orThrow(fold().isKnownKey(world.root().key().publicKey())));
    EXPECT_FALSE(orThrow(fold().isKnownKey(imposter.key().publicKey())));
}

TEST_F(Scope, OfAnotherDriveDoesNotCount) {
    auto& officer = world.certifyOfficer();
    const auto other = world.openDrive();
    officer.useDrive(other.id);
    officer.openSession();
    EXPECT_EQ(verdict(officer.sign(World::person(1))), Verdict::OtherDrive);
    EXPECT_EQ(orThrow(fold().person(other.id, World::person(1))).status, ledger::PersonStatus::None);
}

TEST_F(Scope, OfUnitsBindsSignaturesAndSessions) {
    auto& officer = world.certifyOfficer("Pak Unit", {"DINKES"});
    EXPECT_EQ(verdict(officer.openSession()), Verdict::OutOfScope)
        << "the world's sessions are for all units";
    auto sign = std::get<entry::Sign>(officer.sign(World::person(1)).payload.body);
    sign.unit = "DINKES";
    sign.person = World::person(2);
    const auto ink = world.someInk();
    sign.ink = crypto::sha256(ink);
    EXPECT_TRUE(counts(officer.append(sign, ink)));
    sign.unit = "BKPSDM";
    EXPECT_EQ(verdict(officer.append(sign, ink)), Verdict::OutOfScope);
    EXPECT_TRUE(counts(officer.refuse(World::person(3)))) << "names no unit";
}

TEST_F(Scope, OfAnAdminLimitsWhomTheyCertify) {
    auto& admin = world.certifyAdmin("Admin kecamatan", {"KEC-01", "KEC-02"});
    auto& inside = world.certifyOfficer("Dalam", {"KEC-01"}, &admin);
    EXPECT_EQ(feed(inside).role, Role::Field);
    world.certifyOfficer("Luar", {"KEC-01", "KEC-03"}, &admin);
    EXPECT_EQ(verdict(world.all().back()), Verdict::OutOfScope);
    auto& everywhere = world.certifyOfficer("Semua", {"*"}, &admin);
    EXPECT_EQ(verdict(world.all().back()), Verdict::OutOfScope);
    EXPECT_EQ(verdict(everywhere.openSession()), Verdict::NoCertificate);
    EXPECT_EQ(verdict(world.lockText(&admin)), Verdict::OutOfScope) << "a text is for the whole drive";
}

TEST_F(Scope, OfAnAdminLimitsWhomTheyRevoke) {
    auto& admin = world.certifyAdmin("Admin kecamatan", {"KEC-01"});
    auto& officer = world.certifyOfficer();
    officer.openSession();
    const auto signature = officer.sign(World::person(1));
    world.revokeOfficer(officer, 0, &admin);
    EXPECT_TRUE(counts(signature));
    world.revokeOfficer(officer, 0);
    EXPECT_EQ(verdict(signature), Verdict::Revoked);
}

TEST_F(Scope, OfAnAdminForOneDriveEndsThere) {
    auto& admin = world.certifyAdmin("Admin satu kegiatan", {"*"}, world.drive());
    EXPECT_TRUE(counts(world.lockText(&admin)));
    admin.useDrive(world.openDrive().id);
    EXPECT_EQ(verdict(world.lockText(&admin)), Verdict::OtherDrive);
    EXPECT_EQ(verdict(world.openDrive(&admin)), Verdict::OtherDrive);
}

TEST_F(Revocation, EndsAFeedAtItsNumber) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    const auto first = officer.sign(World::person(1));
    const auto second = officer.sign(World::person(2));
    world.revokeOfficer(officer, first.payload.header.seq);
    EXPECT_TRUE(counts(first));
    EXPECT_EQ(verdict(second), Verdict::Revoked);
    EXPECT_EQ(feed(officer).revokedAfter, first.payload.header.seq);
    EXPECT_EQ(feed(officer).countedTo, first.payload.header.seq);
    EXPECT_EQ(drive().signedPersons, 1U);
}

TEST_F(Revocation, SmallestNumberWins) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    const auto signature = officer.sign(World::person(1));
    world.revokeOfficer(officer, 1);
    world.revokeOfficer(officer, 2);
    EXPECT_EQ(verdict(signature), Verdict::Revoked);
    EXPECT_EQ(feed(officer).revokedAfter, 1U);
}

TEST_F(Revocation, OfAnAdminTakesDownTheOfficersCertifiedAfterIt) {
    auto& admin = world.certifyAdmin("Admin dua");
    auto& before = world.certifyOfficer("Sebelum", {"*"}, &admin);
    const auto last = admin.head().seq;
    auto& after = world.certifyOfficer("Sesudah", {"*"}, &admin);
    before.openSession();
    after.openSession();
    const auto kept = before.sign(World::person(1));
    const auto lost = after.sign(World::person(2));
    EXPECT_TRUE(counts(lost));
    revokeAdmin(admin, last);
    EXPECT_TRUE(counts(kept));
    EXPECT_EQ(verdict(lost), Verdict::NoCertificate);
    EXPECT_EQ(person(2).status, ledger::PersonStatus::None);
}

TEST_F(Revocation, ByAnOfficerOrOfTheRootMeansNothing) {
    auto& officer = world.certifyOfficer();
    auto& other = world.certifyOfficer("Lain");
    other.openSession();
    const auto signature = other.sign(World::person(1));
    world.revokeOfficer(other, 0, &officer);
    world.root().append(entry::Revoke{Role::Root, world.root().key().publicKey(), 1, RevokeReason::Lost});
    EXPECT_TRUE(counts(signature));
}

TEST_F(Revocation, OfAnotherRoleDoesNotTouchTheCertificate) {
    world.root().append(
        entry::Revoke{Role::Server, world.admin().key().publicKey(), 0, RevokeReason::Misuse});
    EXPECT_EQ(feed(world.admin()).role, Role::Admin);
    EXPECT_FALSE(feed(world.admin()).revokedAfter.has_value());
}

TEST_F(Revocation, IsNotUndoneByANewCertificateOfTheSameAdmin) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    const auto signature = officer.sign(World::person(1));
    world.revokeOfficer(officer, 1);
    world.admin().append(entry::CertifyOfficer{
        officer.key().publicKey(), "Lagi", "", {"*"}, 0, 1, std::nullopt, std::nullopt});
    EXPECT_EQ(verdict(signature), Verdict::Revoked);
}

TEST_F(Admission, BringsBackOneHonestEntryAndNoOther) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    const auto honest = officer.sign(World::person(1));
    const auto doubtful = officer.sign(World::person(2));
    world.revokeOfficer(officer, 1);
    admit(officer, {honest});
    EXPECT_TRUE(counts(honest));
    EXPECT_EQ(verdict(doubtful), Verdict::Revoked);
}

TEST_F(Admission, MayArriveBeforeWhatItAdmits) {
    auto& officer = world.certifyOfficer();
    world.revokeOfficer(officer, 0);
    officer.openSession();
    const auto signature = officer.sign(World::person(1));
    admit(officer, {signature});
    LedgerBook late(world.root().key().publicKey());
    auto entries = world.all();
    std::reverse(entries.begin(), entries.end());
    for (const auto& made : entries)
        late.take({made});
    EXPECT_TRUE(orThrow(late.ledger().counts(signature.id)));
    EXPECT_EQ(orThrow(late.ledger().dump()), orThrow(fold().dump()));
}

TEST_F(Admission, OfAnAdminsEntriesComesOnlyFromAPlainPart) {
    auto& second = world.certifyAdmin("Admin dua");
    auto& third = world.certifyAdmin("Admin tiga");
    const auto lock = world.lockText(&second);
    revokeAdmin(second, 0);
    EXPECT_EQ(verdict(lock), Verdict::Revoked);
    const auto help = admit(second, {lock}, &third);
    EXPECT_TRUE(counts(lock));
    // Now the helper is revoked too and only counts with help itself: that help does not pass on.
    revokeAdmin(third, 0);
    admit(third, {help});
    EXPECT_TRUE(counts(help));
    EXPECT_EQ(verdict(lock), Verdict::Revoked);
}

} // namespace
} // namespace teken::test
