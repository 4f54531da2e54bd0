// One record for people outside: found by its code, with what proves it; and slips brought to a table.
#include "core/desk/one_record.h"

#include "core/desk/feed_writer.h"
#include "core/desk/slip_check.h"
#include "core/entry/slip_code.h"
#include "core/entry/slip_text.h"
#include "core/store/entries.h"
#include "core/store/keyring.h"
#include "core/store/log_table.h"
#include "tests/unit/desk/desk_world.h"

#include <gmock/gmock.h>

namespace teken::test {
namespace {

struct OneRecord : testing::Test {
    DeskWorld world;
    Laptop laptop = world.laptop("Petugas");
    SessionId session = DeskWorld::open(laptop);
    desk::SignedSlip slip = orThrow(laptop.desk->sign(world.signing(laptop, session, laptop.person(0))));

    [[nodiscard]] entry::VerifiedEntry record() const {
        return orThrow(desk::findRecord(*laptop.book, slip.code));
    }
    [[nodiscard]] desk::SlipReport check(DeskBook& book) const {
        return orThrow(desk::checkSlip(*book.book, *book.ledger, slip.text));
    }
    void voidIt() const {
        orThrow(laptop.desk->voidEntry(session, slip.entry, entry::VoidReason::Trial, {"Saksi", "", ""}));
    }
};

TEST_F(OneRecord, IsFoundByItsCodeAndByItsId) {
    EXPECT_EQ(record().id, slip.entry);
    EXPECT_EQ(orThrow(desk::findRecord(*laptop.book, slip.entry.hex())).id, slip.entry);
    EXPECT_TRUE(record().raw.ink.empty());
}

TEST_F(OneRecord, IsNotFoundByAnotherCode) {
    const auto other = entry::slipCode(view("another payload"));
    EXPECT_EQ(desk::findRecord(*laptop.book, other).error().reason, "slip.unknown");
    EXPECT_EQ(desk::findRecord(*laptop.book, std::string(64, '0')).error().reason, "slip.unknown");
    EXPECT_EQ(desk::findRecord(*laptop.book, "kode").error().reason, "slip.code-form");
}

TEST_F(OneRecord, SaysThatItsContentWasErased) {
    const auto whole = record();
    DeskBook& admin = world.admin;
    orThrow(admin.ledger->recordWithheld(
        {whole.raw.key, whole.raw.signature, whole.id, whole.payload.header.seq, whole.payload.header.prev}));
    EXPECT_EQ(desk::findRecord(*admin.book, slip.entry.hex()).error().reason, "slip.erased");
    EXPECT_EQ(desk::findRecord(*admin.book, slip.code).error().reason, "slip.erased");
    EXPECT_EQ(desk::checkSlip(*admin.book, *admin.ledger, slip.text)->standing, desk::Standing::NotCounted);
}

TEST_F(OneRecord, CarriesTheWayFromTheRootToItsKey) {
    const auto evidence = orThrow(desk::evidenceOf(*laptop.book, record(), {}));
    ASSERT_EQ(evidence.certificates.size(), 2U);
    const auto admin = orThrow(entry::decodePayload(evidence.certificates[0].payload));
    const auto officer = orThrow(entry::decodePayload(evidence.certificates[1].payload));
    EXPECT_EQ(std::get<entry::Certify>(admin.body).role, entry::Role::Admin);
    EXPECT_EQ(std::get<entry::CertifyOfficer>(officer.body).key, evidence.entry.key);
    EXPECT_EQ(std::get<entry::Certify>(admin.body).key, evidence.certificates[1].key);
    EXPECT_TRUE(log::formatEvidence(evidence));
}

TEST_F(OneRecord, CarriesTheRevocationOfItsKey) {
    const auto feed = laptop.desk->feedState().feed;
    orThrow(world.adminDesk->revokeOfficer(feed, 1, entry::RevokeReason::Stolen));
    world.copy(laptop, world.admin);
    const auto evidence = orThrow(desk::evidenceOf(*world.admin.book, record(), {}));
    ASSERT_EQ(evidence.certificates.size(), 3U);
    EXPECT_EQ(check(world.admin).key, desk::SlipReport::Key::Revoked);
    EXPECT_EQ(check(world.admin).standing, desk::Standing::NotCounted);
}

TEST_F(OneRecord, CarriesTheAdmissionThatLetsItCountAfterARevocation) {
    const auto feed = laptop.desk->feedState().feed;
    world.copy(laptop, world.admin);
    orThrow(world.adminDesk->revokeOfficer(feed, 1, entry::RevokeReason::Stolen));
    orThrow(world.adminDesk->admit(feed, {slip.entry}, "dibuat sebelum laptop hilang"));
    EXPECT_EQ(check(world.admin).key, desk::SlipReport::Key::Certified);
    EXPECT_EQ(check(world.admin).standing, desk::Standing::Counts);
    const auto evidence = orThrow(desk::evidenceOf(*world.admin.book, record(), {}));
    ASSERT_EQ(evidence.certificates.size(), 4U)
        << "the admin's, the officer's, the revocation, the admission";
    const auto admission = orThrow(entry::decodePayload(evidence.certificates.back().payload));
    EXPECT_THAT(std::get<entry::Admit>(admission.body).entries, testing::ElementsAre(slip.entry));
}

TEST_F(OneRecord, CarriesNoAdmissionThatItDoesNotNeed) {
    const auto feed = laptop.desk->feedState().feed;
    const auto second = orThrow(laptop.desk->sign(world.signing(laptop, session, laptop.person(1))));
    world.copy(laptop, world.admin);
    orThrow(world.adminDesk->revokeOfficer(feed, 2, entry::RevokeReason::Stolen)); // behind the first
    orThrow(world.adminDesk->admit(feed, {slip.entry, second.entry}, "keduanya"));
    EXPECT_EQ(orThrow(desk::evidenceOf(*world.admin.book, record(), {})).certificates.size(), 3U);
}

TEST_F(OneRecord, ASlipIsJudgedByAnAdmissionAlsoWhereTheRecordIsNot) {
    const auto feed = laptop.desk->feedState().feed;
    orThrow(world.adminDesk->revokeOfficer(feed, 1, entry::RevokeReason::Stolen));
    EXPECT_EQ(check(world.admin).key, desk::SlipReport::Key::Revoked);
    // Admitted on another machine of the admin, before the laptop's feed ever came here.
    desk::FeedWriter writer(world.seams(world.admin));
    orThrow(writer.append(record().payload.header.drive, entry::Admit{feed, {slip.entry}, "dari jauh"}));
    EXPECT_EQ(check(world.admin).key, desk::SlipReport::Key::Certified);
    EXPECT_FALSE(check(world.admin).standing.has_value());
}

TEST_F(OneRecord, ShowsThreeDigitsOfTheNumberAndNoMore) {
    const auto tail = orThrow(desk::numberTail(*laptop.book, record()));
    const auto number = orThrow(laptop.desk->people().card(laptop.person(0), session)).number;
    EXPECT_EQ(tail, number.substr(number.size() - 3));
    EXPECT_EQ(orThrow(desk::numberTail(*world.authority.book, record())), "") << "no roster here";
}

TEST_F(OneRecord, HasNoPlaceWithoutAReceiptOrALog) {
    EXPECT_EQ(desk::receiptOf(*laptop.book, *laptop.ledger, slip.entry).error().reason, "slip.no-place");
    EXPECT_EQ(desk::placeUnder(*laptop.book, record(), {"log", {5}, {}}, "").error().reason, "slip.no-place");
}

TEST_F(OneRecord, StandsUntilItIsVoided) {
    EXPECT_EQ(orThrow(desk::standingOf(*laptop.book, slip.entry)), desk::Standing::Counts);
    voidIt();
    EXPECT_EQ(orThrow(desk::standingOf(*laptop.book, slip.entry)), desk::Standing::Voided);
    EXPECT_EQ(check(laptop).standing, desk::Standing::Voided);
}

TEST_F(OneRecord, ASlipIsCheckedAgainstTheCertificatesHere) {
    const auto own = check(laptop);
    EXPECT_EQ(own.key, desk::SlipReport::Key::Certified);
    EXPECT_EQ(own.record.id, slip.entry);
    EXPECT_EQ(own.code, slip.code);
    EXPECT_EQ(own.standing, desk::Standing::Counts);
    // The admin certified the laptop, and has not met it since.
    const auto admin = check(world.admin);
    EXPECT_EQ(admin.key, desk::SlipReport::Key::Certified);
    EXPECT_FALSE(admin.standing.has_value());
    EXPECT_EQ(check(world.authority).key, desk::SlipReport::Key::Unknown);
}

TEST_F(OneRecord, ASlipOfAnotherUnitThanTheCertificateSaysIsForged) {
    const auto& key = *laptop.book->keyring().signingKey();
    auto body = std::get<entry::Sign>(record().payload.body);
    body.unit = "DINSOS";
    const auto header = record().payload.header;
    const auto stored = orThrow(laptop.book->entries().get(slip.entry));
    const entry::Stamp stamp{WallTime{Milliseconds{header.wallMs}}, Milliseconds{1}, {}, {}};
    const auto forged = orThrow(entry::signEntry(key, {header.seq - 1, header.prev}, stamp, header.drive,
                                                 body, std::get<entry::Entry>(stored.record).ink));
    const auto text = orThrow(entry::slipText(forged.raw));
    const auto report = orThrow(desk::checkSlip(*world.admin.book, *world.admin.ledger, text));
    EXPECT_EQ(report.key, desk::SlipReport::Key::OutOfScope);
    EXPECT_TRUE(report.forged());
}

TEST_F(OneRecord, ASlipThatWasAlteredIsRefused) {
    auto altered = slip.text;
    altered[20] = altered[20] == 'A' ? 'B' : 'A';
    EXPECT_EQ(desk::checkSlip(*laptop.book, *laptop.ledger, altered).error().reason, "slip.cut");
}

} // namespace
} // namespace teken::test
