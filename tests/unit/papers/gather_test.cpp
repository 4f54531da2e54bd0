// From real books: one laptop's, and the admin's with two desks of one session in it.
#include "app/papers/gather.h"
#include "app/papers/papers.h"
#include "core/entry/slip_text.h"
#include "tests/unit/desk/desk_world.h"
#include "tests/unit/papers/paper_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace teken::papers {
namespace {

using test::DeskWorld;
using test::orThrow;

/// Two desks of one session: three signed at the first, two at the second, one of them at both.
struct Session {
    DeskWorld world;
    test::Laptop a = world.laptop("Petugas A");
    test::Laptop b = world.laptop("Petugas B");
    SessionId session;

    Session() {
        session = DeskWorld::open(a);
        world.clock.advance(Milliseconds(60'000));
        static_cast<void>(DeskWorld::open(b, session));
        orThrow(a.desk->jointReading(session));
        for (const std::size_t number : {0U, 1U, 2U})
            sign(a, number);
        for (const std::size_t number : {3U, 2U})
            sign(b, number);
    }
    void sign(test::Laptop& laptop, std::size_t number) {
        world.clock.advance(Milliseconds(20'000));
        auto request = world.signing(laptop, session, laptop.person(number));
        request.knowsSignedElsewhere = true;
        orThrow(laptop.desk->sign(request));
    }
    void close(test::Laptop& laptop) {
        world.clock.advance(Milliseconds(60'000));
        orThrow(laptop.desk->closeSession(session));
        orThrow(laptop.desk->signMinutes(session, entry::Present::Head, "Camat", DeskWorld::ink()));
    }
    PaperData merged() {
        world.copy(a, world.admin);
        world.copy(b, world.admin);
        return of(world.admin);
    }
    PaperData of(test::DeskBook& book) {
        return orThrow(gatherSession(*book.book, *book.ledger, *world.adminDesk->drive(), session));
    }
};

std::size_t signers(const PaperData& data) {
    return static_cast<std::size_t>(std::count_if(data.people.begin(), data.people.end(),
                                                  [](const auto& one) { return one.signature.has_value(); }));
}

TEST(GatherSession, OfOneLaptopHoldsItsDeskItsSignersAndTheirInk) {
    Session session;
    session.close(session.a);
    const auto data = session.of(session.a);
    EXPECT_EQ(data.title, "Sesi uji");
    EXPECT_TRUE(data.closed);
    ASSERT_EQ(data.desks.size(), 1U);
    EXPECT_EQ(data.desks[0].officer, "Petugas A");
    EXPECT_EQ(data.desks[0].code.size(), 11U);
    ASSERT_EQ(data.desks[0].inks.size(), 1U);
    EXPECT_FALSE(data.desks[0].inks[0].ink.empty());
    ASSERT_EQ(data.desks[0].readings.size(), 1U);
    EXPECT_TRUE(data.desks[0].readJointlyMs(data.texts.at(0).id)) << "no text named: all were read";
    EXPECT_EQ(signers(data), 3U);
    EXPECT_EQ(data.counts.listed, 12U);
    EXPECT_EQ(data.counts.signedHere, 3U);
    EXPECT_EQ(data.counts.notYet, 9U);
    EXPECT_FALSE(data.people[0].signature->ink.empty());
    EXPECT_EQ(data.texts.at(0).text.code, "UJI");
}

TEST(GatherSession, OfTheMergedBookHoldsBothDesksAndEachPersonOnce) {
    Session session;
    session.close(session.a);
    session.close(session.b);
    const auto data = session.merged();
    ASSERT_EQ(data.desks.size(), 2U);
    EXPECT_EQ(data.desks[0].officer, "Petugas A");
    EXPECT_EQ(data.desks[1].officer, "Petugas B");
    EXPECT_NE(data.desks[0].code, data.desks[1].code);
    EXPECT_EQ(signers(data), 4U);
    EXPECT_EQ(data.counts.signedHere, 4U);
    EXPECT_EQ(data.people.size(), 12U);
    for (const auto kind : {PaperKind::Pakta, PaperKind::Sheet, PaperKind::Minutes, PaperKind::Attendance})
        EXPECT_EQ(test::flawsOf(orThrow(compose(kind, data, test::paperStyle()))), "");
}

TEST(GatherSession, LeavesOutAVoidSignature) {
    Session session;
    orThrow(session.a.desk->voidSignature(session.session, session.a.person(1),
                                          entry::VoidReason::WrongPerson, {"Saksi Satu", "", ""}));
    const auto data = session.of(session.a);
    EXPECT_EQ(signers(data), 2U);
    ASSERT_EQ(data.voids.size(), 1U);
    EXPECT_EQ(data.voids[0].second, "Saksi Satu");
    EXPECT_FALSE(data.closed);
}

TEST(GatherSession, KnowsExcusedRefusedGuestsAndAddedPeople) {
    Session session;
    orThrow(session.a.desk->excuse(session.session, session.a.person(5), entry::ExcuseReason::Duty));
    orThrow(session.a.desk->refuse(session.session, session.a.person(6)));
    desk::AddRequest add;
    add.session = session.session;
    add.name = "Orang Tambahan";
    add.unit = "KEC-04";
    add.post = "Staf";
    const auto added = orThrow(session.a.desk->addPerson(add));
    orThrow(session.a.desk->sign(session.world.signing(session.a, session.session, added)));
    const auto data = session.of(session.a);
    EXPECT_EQ(data.counts.excused, 1U);
    EXPECT_EQ(data.counts.refused, 1U);
    EXPECT_EQ(data.counts.addedSigned, 1U);
    const auto& last = data.people.back();
    EXPECT_TRUE(last.added);
    EXPECT_EQ(last.name, "Orang Tambahan");
    EXPECT_EQ(last.unitName, "Kecamatan Pamekasan");
}

TEST(GatherSession, KeepsTheNumbersUnderWhichAClosedSessionWasSigned) {
    Session session;
    orThrow(session.a.desk->markAbsent(session.session, {session.a.person(8), session.a.person(9)}));
    session.close(session.a);
    const auto before = session.of(session.a).counts;
    session.world.clock.advance(Milliseconds(3'600'000));
    auto followUp = DeskWorld::opening();
    followUp.parent = session.session;
    const auto later = orThrow(session.a.desk->openSession(followUp));
    orThrow(session.a.desk->excuse(later, session.a.person(9), entry::ExcuseReason::Duty));
    orThrow(session.a.desk->sign(session.world.signing(session.a, later, session.a.person(8))));

    const auto data = session.of(session.a);
    EXPECT_EQ(data.counts.signedHere, before.signedHere);
    EXPECT_EQ(data.counts.signedElsewhere, 0U);
    EXPECT_EQ(data.counts.absent, before.absent);
    EXPECT_EQ(data.counts.excused, 0U);
    EXPECT_EQ(data.counts.notYet, before.notYet);
    EXPECT_EQ(data.counts.signedSince, 1U);
    const auto ofFollowUp =
        orThrow(gatherSession(*session.a.book, *session.a.ledger, *session.world.adminDesk->drive(), later));
    EXPECT_EQ(ofFollowUp.counts.signedHere, 1U);
    EXPECT_EQ(ofFollowUp.counts.signedElsewhere, 3U);
    EXPECT_EQ(ofFollowUp.counts.excused, 1U);
    EXPECT_EQ(ofFollowUp.counts.absent, 0U) << "an absence is the word of the session that noted it";
    for (const auto kind : {PaperKind::Minutes, PaperKind::FollowUp})
        EXPECT_EQ(test::flawsOf(orThrow(compose(kind, data, test::paperStyle()))), "");
}

TEST(GatherSession, CountsWhomOnlyTheCentresListNamesAsSignedElsewhereAndNamesItsHour) {
    Session session;
    const auto known = session.a.person(1), excused = session.a.person(5), silent = session.a.person(7);
    orThrow(session.a.desk->excuse(session.session, excused, entry::ExcuseReason::Duty));
    const CentreList list{1'700'180'000'000, {known, excused, silent, PersonId{}}};
    const auto drive = *session.world.adminDesk->drive();
    const auto data =
        orThrow(gatherSession(*session.a.book, *session.a.ledger, drive, session.session, &list));
    EXPECT_EQ(data.centreListMs, 1'700'180'000'000);
    EXPECT_EQ(data.counts.signedHere, 3U);
    EXPECT_EQ(data.counts.signedElsewhere, 2U);
    EXPECT_EQ(data.counts.excused, 0U);
    EXPECT_EQ(data.counts.notYet, 7U);
    EXPECT_EQ(data.counts.listed, 12U);
    std::uint64_t ofUnits = 0;
    for (const auto& unit : data.units)
        ofUnits += unit.counts.signedPeople;
    EXPECT_EQ(ofUnits, 5U) << "the table of units says the same";
    for (const auto kind : {PaperKind::Minutes, PaperKind::FollowUp, PaperKind::Recap, PaperKind::HeadNote,
                            PaperKind::Attendance})
        EXPECT_EQ(test::flawsOf(orThrow(compose(kind, data, test::paperStyle()))), "");
}

TEST(GatherSession, NamesNoHourWhenRecordsSayAllThatTheListSays) {
    Session session;
    const CentreList list{1'700'180'000'000, {session.a.person(0), session.a.person(1)}};
    const auto drive = *session.world.adminDesk->drive();
    const auto data =
        orThrow(gatherSession(*session.a.book, *session.a.ledger, drive, session.session, &list));
    EXPECT_FALSE(data.centreListMs);
    EXPECT_EQ(data.counts.signedHere, 3U);
    EXPECT_EQ(data.counts.signedElsewhere, 0U);
}

TEST(GatherSession, RefusesAnUnknownOrOnlyPlannedSession) {
    Session session;
    const auto drive = *session.world.adminDesk->drive();
    const auto unknown = gatherSession(*session.a.book, *session.a.ledger, drive, SessionId{});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().reason, "session.unknown");
    entry::PlanSession plan;
    plan.title = "Rencana";
    plan.units = {"KEC-04"};
    plan.place = "Balai";
    const auto planned = orThrow(session.world.adminDesk->planSession(plan));
    const auto early = gatherSession(*session.world.admin.book, *session.world.admin.ledger, drive, planned);
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().reason, "papers.not-opened");
}

TEST(GatherSlip, HoldsTheCodeAndTheRecordAndNamesNobody) {
    Session session;
    const auto data = session.of(session.a);
    const auto& person = data.people[0];
    const auto slip =
        orThrow(gatherSlip(*session.a.book, *session.a.ledger, data.drive.id, person.signature->entry));
    EXPECT_EQ(slip.code.size(), 20U);
    EXPECT_EQ(orThrow(entry::readSlipText(slip.record)).id, person.signature->entry);
    const auto document = orThrow(composeSlip(slip, test::paperStyle()));
    ASSERT_EQ(document.pages.size(), 1U);
    EXPECT_EQ(test::flawsOf(document), "");
    const auto text = test::textOf(document);
    EXPECT_NE(text.find(slip.code), std::string::npos);
    EXPECT_EQ(text.find(person.name), std::string::npos);
    EXPECT_EQ(text.find(person.number), std::string::npos);
}

TEST(GatherSlip, IsRefusedForARecordThatIsNoSignature) {
    Session session;
    session.close(session.a);
    const auto data = session.of(session.a);
    const auto slip = gatherSlip(*session.a.book, *session.a.ledger, data.drive.id, *data.desks[0].closing);
    ASSERT_FALSE(slip);
    EXPECT_EQ(slip.error().reason, "slip.kind");
}

TEST(GatherRecap, CountsEveryUnitOfTheRoster) {
    Session session;
    static_cast<void>(session.merged());
    const auto data = orThrow(gatherRecap(*session.world.admin.book, *session.world.admin.ledger,
                                          *session.world.adminDesk->drive()));
    ASSERT_EQ(data.units.size(), 2U);
    EXPECT_EQ(data.all.signedPeople, 4U);
    EXPECT_EQ(data.all.denominator(), 18U);
}

} // namespace
} // namespace teken::papers
