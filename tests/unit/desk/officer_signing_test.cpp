#include "core/desk/one_record.h"
#include "core/entry/slip_text.h"
#include "core/store/ledger_tables.h"
#include "tests/unit/desk/desk_world.h"

#include <gtest/gtest.h>

namespace teken::test {
namespace {

struct OfficerSigning : testing::Test {
    DeskWorld world;
    Laptop laptop = world.laptop("Petugas");
    SessionId session = DeskWorld::open(laptop);

    desk::SignRequest request(std::size_t number = 0) {
        return world.signing(laptop, session, laptop.person(number));
    }
    std::string refusal(const desk::SignRequest& asked) {
        const auto result = laptop.desk->sign(asked);
        return result ? "signed" : result.error().reason;
    }
    ledger::PersonStatus status(std::size_t number) {
        return laptop.desk->people().stateOf(laptop.person(number)).status;
    }
};

TEST_F(OfficerSigning, CountsAPersonOnceSaved) {
    const auto slip = orThrow(laptop.desk->sign(request()));
    EXPECT_EQ(slip.numberInSession, 1U);
    EXPECT_EQ(slip.code.size(), 20U);
    EXPECT_EQ(orThrow(entry::readSlipText(slip.text)).id, slip.entry) << "the QR is the record itself";
    EXPECT_EQ(orThrow(desk::findRecord(*laptop.book, slip.code)).id, slip.entry);
    EXPECT_EQ(status(0), ledger::PersonStatus::Signed);
    EXPECT_EQ(orThrow(laptop.desk->session(session)).counts.signedHere, 1U);
}

TEST_F(OfficerSigning, NumbersTheSignaturesOfTheDesk) {
    orThrow(laptop.desk->sign(request(0)));
    EXPECT_EQ(orThrow(laptop.desk->sign(request(1))).numberInSession, 2U);
}

TEST_F(OfficerSigning, RefusesTooLittleInk) {
    auto asked = request();
    asked.ink = {{{10, 10}, {12, 11}}};
    EXPECT_TRUE(refusal(asked).starts_with("ink."));
    EXPECT_EQ(status(0), ledger::PersonStatus::None);
}

TEST_F(OfficerSigning, RefusesTheSamePersonTwiceAtOneDesk) {
    orThrow(laptop.desk->sign(request()));
    auto again = request();
    again.knowsSignedElsewhere = true;
    EXPECT_EQ(refusal(again), "signing.already-signed-here");
}

TEST_F(OfficerSigning, WarnsOfASignatureElsewhereAndGoesOnOnlyKnowingly) {
    auto other = world.laptop("Petugas B");
    orThrow(other.desk->sign(world.signing(other, DeskWorld::open(other), other.person(0))));
    world.copy(other, laptop);
    ASSERT_TRUE(laptop.desk->refresh());
    EXPECT_EQ(refusal(request()), "signing.already-signed");
    EXPECT_EQ(laptop.desk->begin(session, laptop.person(0)).error().reason, "signing.already-signed");
    auto knowingly = request();
    knowingly.knowsSignedElsewhere = true;
    EXPECT_TRUE(orThrow(laptop.desk->sign(knowingly)).signedElsewhereToo);
}

TEST_F(OfficerSigning, WarnsOfASignatureOnTheCentresList) {
    laptop.desk->people().setElsewhere({laptop.person(0)});
    EXPECT_EQ(refusal(request()), "signing.already-signed");
}

TEST_F(OfficerSigning, RefusesATextThatIsNotLocked) {
    auto asked = request();
    asked.text = world.random.make<BlobId>();
    EXPECT_EQ(refusal(asked), "signing.text-not-locked");
}

TEST_F(OfficerSigning, RefusesATextForOtherKindsOfSigners) {
    desk::AddRequest guest{session, "Orang Desa", "", "KEC-04", "", domain::SignerKind::VillageHead};
    const auto person = orThrow(laptop.desk->addPerson(guest));
    EXPECT_EQ(refusal(world.signing(laptop, session, person)), "signing.text-not-for-kind");
    EXPECT_EQ(laptop.desk->begin(session, person).error().reason, "signing.no-text");
}

TEST_F(OfficerSigning, RefusesAThumbprintWithoutSecondWitness) {
    auto asked = request();
    asked.form = entry::SignForm::Thumb;
    EXPECT_EQ(refusal(asked), "signing.second-needed");
    asked.second = entry::Party{"Saksi Dua", "", ""};
    EXPECT_EQ(refusal(asked), "signed");
}

TEST_F(OfficerSigning, RefusesHelpWithoutSecondWitness) {
    auto asked = request();
    asked.form = entry::SignForm::Assisted;
    EXPECT_EQ(refusal(asked), "signing.second-needed");
}

TEST_F(OfficerSigning, RefusesASignatureThatOnlyTheOfficerSaw) {
    auto asked = request();
    asked.present = {entry::Present::Officer};
    EXPECT_EQ(refusal(asked), "signing.officer-only-witness");
}

TEST_F(OfficerSigning, CountsASymbolicSignatureAsOnePerson) {
    auto asked = request();
    asked.mark = entry::Mark::Symbolic;
    orThrow(laptop.desk->sign(asked));
    const auto counts = orThrow(laptop.desk->session(session)).counts;
    EXPECT_EQ(counts.signedHere, 1U);
    EXPECT_EQ(counts.notYet, 11U);
}

TEST_F(OfficerSigning, RefusesWhilePaused) {
    orThrow(laptop.desk->pause(session, entry::PauseReason::Power));
    EXPECT_EQ(refusal(request()), "session.paused");
    orThrow(laptop.desk->resume(session));
    EXPECT_EQ(refusal(request()), "signed");
}

TEST_F(OfficerSigning, RefusesAfterClosing) {
    orThrow(laptop.desk->closeSession(session));
    EXPECT_EQ(refusal(request()), "session.closed");
}

TEST_F(OfficerSigning, RefusesAPersonWhoLeft) {
    orThrow(world.adminDesk->changeRoster(laptop.person(0), entry::RosterChangeKind::Retired, "2023-11-10"));
    world.copy(world.admin, laptop);
    ASSERT_TRUE(laptop.desk->refresh());
    EXPECT_EQ(refusal(request()), "signing.off-roster");
}

TEST_F(OfficerSigning, LetsSomebodySignWhoRefusedBefore) {
    orThrow(laptop.desk->refuse(session, laptop.person(0)));
    EXPECT_EQ(status(0), ledger::PersonStatus::Refused);
    orThrow(laptop.desk->sign(request()));
    EXPECT_EQ(status(0), ledger::PersonStatus::Signed);
}

TEST_F(OfficerSigning, RefusesToExcuseSomebodyWhoSigned) {
    orThrow(laptop.desk->sign(request()));
    EXPECT_EQ(laptop.desk->excuse(session, laptop.person(0), entry::ExcuseReason::Leave).error().reason,
              "signing.already-signed");
}

TEST_F(OfficerSigning, TakesAVoidSignatureBackOutOfTheCount) {
    orThrow(laptop.desk->sign(request()));
    orThrow(laptop.desk->voidSignature(session, laptop.person(0), entry::VoidReason::WrongPerson,
                                       {"Saksi Satu", "", ""}));
    EXPECT_EQ(status(0), ledger::PersonStatus::None);
    EXPECT_EQ(refusal(request()), "signed") << "a void signature leaves room for the right one";
}

TEST_F(OfficerSigning, RefusesAVoidThatOnlyTheOfficerSaw) {
    orThrow(laptop.desk->sign(request()));
    const auto refused =
        laptop.desk->voidSignature(session, laptop.person(0), entry::VoidReason::Trial, {"Petugas", "", ""});
    EXPECT_EQ(refused.error().reason, "signing.second-needed");
}

TEST_F(OfficerSigning, RefusesToVoidTwice) {
    const auto slip = orThrow(laptop.desk->sign(request()));
    const entry::Party second{"Saksi Satu", "", ""};
    orThrow(laptop.desk->voidEntry(session, slip.entry, entry::VoidReason::Trial, second));
    EXPECT_EQ(laptop.desk->voidEntry(session, slip.entry, entry::VoidReason::Trial, second).error().reason,
              "signing.void-twice");
}

TEST_F(OfficerSigning, RefusesToAddSomebodyWhoIsOnTheRoster) {
    desk::AddRequest known{session,  "Orang Ke A", "19850611 200901 1 900",
                           "KEC-04", "",           domain::SignerKind::Pns};
    EXPECT_EQ(laptop.desk->addPerson(known).error().reason, "desk.person-on-roster");
}

TEST_F(OfficerSigning, RefusesToAddACivilServantUnderANumberThatIsNone) {
    desk::AddRequest guest{session, "Tamu", "123", "KEC-04", "", domain::SignerKind::Pns};
    for (const auto* number : {"123", "abc xyz", "198513112009011990"}) {
        guest.number = number;
        const auto refused = laptop.desk->addPerson(guest);
        ASSERT_FALSE(refused) << number;
        EXPECT_EQ(refused.error().reason, "desk.number-wrong") << number;
    }
    guest.kind = domain::SignerKind::VillageStaff; // has a number of the village, if any
    guest.number = "123";
    EXPECT_TRUE(laptop.desk->addPerson(guest));
}

TEST_F(OfficerSigning, RefusesToAddTheSameNumberTwice) {
    desk::AddRequest guest{session, "Tamu", "19850611 200901 1 990", "KEC-04", "", domain::SignerKind::Pns};
    const auto person = orThrow(laptop.desk->addPerson(guest));
    guest.name = "Tamu Lagi";
    guest.number = "198506112009011990";
    const auto again = laptop.desk->addPerson(guest);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().reason, "desk.person-added-before");
    EXPECT_EQ(laptop.desk->people().search("Tamu", {"KEC-04"}, session, 10).size(), 1U);
    ASSERT_TRUE(laptop.desk->refresh()); // read anew, the same
    EXPECT_EQ(laptop.desk->addPerson(guest).error().reason, "desk.person-added-before");
    EXPECT_EQ(laptop.desk->people().addedWithNumber("198506112009011990")->person, person);
    EXPECT_EQ(laptop.desk->people().addedWithNumber(""), nullptr);
}

TEST_F(OfficerSigning, RefusesASecondWitnessWhoIsTheOfficerOrTheSigner) {
    auto asked = request(0);
    asked.form = entry::SignForm::Assisted;
    for (const auto* name : {"PETUGAS", "ORANG  KE A"}) {
        asked.second = entry::Party{name, {}, {}};
        EXPECT_EQ(refusal(asked), "signing.second-self") << name;
    }
    asked.second = entry::Party{"Orang Ke B", {}, {}};
    EXPECT_EQ(refusal(asked), "signed");
}

TEST_F(OfficerSigning, KeepsAddedPeopleApartFromTheCount) {
    desk::AddRequest guest{session, "Tamu", "", "KEC-04", "", domain::SignerKind::Pns};
    const auto person = orThrow(laptop.desk->addPerson(guest));
    orThrow(laptop.desk->sign(world.signing(laptop, session, person)));
    const auto counts = orThrow(laptop.desk->session(session)).counts;
    EXPECT_EQ(counts.added, 1U);
    EXPECT_EQ(counts.addedSigned, 1U);
    EXPECT_EQ(counts.signedHere, 0U);
    EXPECT_EQ(counts.expected(), 12U);
}

TEST_F(OfficerSigning, ClearsTheStrokesInTheTransactionOfTheSignature) {
    ASSERT_TRUE(laptop.desk->keepStrokes(session, laptop.person(0), DeskWorld::ink()));
    ASSERT_EQ(orThrow(laptop.desk->strokes().all()).size(), 1U);
    orThrow(laptop.desk->sign(request()));
    EXPECT_TRUE(orThrow(laptop.desk->strokes().all()).empty());
}

// What was saved is saved: a list that cannot be read afterwards holds up the next entry, not the last one.
TEST_F(OfficerSigning, ReadsWhatItCouldNotReadAfterASaveBeforeTheNextOne) {
    orThrow(laptop.desk->sign(request(0)));
    auto& tables = laptop.book->ledger();
    const auto whole = orThrow(tables.person(laptop.desk->drive(), laptop.person(0))).value();
    const auto put = [&](const store::LedgerTables::PersonRow& row) {
        return laptop.book->write(
            [&](store::Transaction& transaction) { return tables.putPerson(transaction, row); });
    };
    auto broken = whole;
    broken.state.resize(broken.state.size() / 2);
    ASSERT_TRUE(put(broken));
    laptop.desk->people().changed(laptop.person(0));
    const auto saved = orThrow(laptop.desk->queueCounts()).saved;
    EXPECT_NE(refusal(request(1)), "signed");
    EXPECT_EQ(orThrow(laptop.desk->queueCounts()).saved, saved) << "refused before anything was written";
    ASSERT_TRUE(put(whole));
    EXPECT_EQ(refusal(request(1)), "signed");
    EXPECT_EQ(status(0), ledger::PersonStatus::Signed);
}

} // namespace
} // namespace teken::test
