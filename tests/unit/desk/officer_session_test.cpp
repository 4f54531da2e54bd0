#include "core/desk/enrolment.h"
#include "core/store/acks.h"
#include "core/store/keyring.h"
#include "core/store/receipts.h"
#include "tests/unit/desk/desk_world.h"

#include <gtest/gtest.h>

namespace teken::test {
namespace {

struct OfficerSession : testing::Test {
    DeskWorld world;
    Laptop laptop = world.laptop("Petugas");

    std::string refusal(const desk::OpenRequest& request) {
        const auto result = laptop.desk->openSession(request);
        return result ? "opened" : result.error().reason;
    }
};

TEST_F(OfficerSession, RefusesTheOfficerAsOnlyWitness) {
    auto request = DeskWorld::opening();
    request.witnesses = {{"petugas", "", ""}};
    EXPECT_EQ(refusal(request), "session.officer-only-witness");
}

TEST_F(OfficerSession, RefusesNoWitnessAndNoHead) {
    auto request = DeskWorld::opening();
    request.witnesses.clear();
    EXPECT_EQ(refusal(request), "session.witness-missing");
    request = DeskWorld::opening();
    request.head = {};
    EXPECT_EQ(refusal(request), "session.head-missing");
}

TEST_F(OfficerSession, RefusesUnitsOutsideTheCertificate) {
    auto request = DeskWorld::opening();
    request.units = {"DINSOS"};
    EXPECT_EQ(refusal(request), "session.unit-out-of-scope");
}

TEST_F(OfficerSession, AFollowUpCallsWhomTheSessionBeforeMissed) {
    const auto first = DeskWorld::open(laptop);
    orThrow(laptop.desk->sign(world.signing(laptop, first, laptop.person(0))));
    orThrow(laptop.desk->excuse(first, laptop.person(1), entry::ExcuseReason::Duty));
    orThrow(laptop.desk->refuse(first, laptop.person(2)));
    orThrow(laptop.desk->markAbsent(first, {laptop.person(3), laptop.person(4)}));
    orThrow(laptop.desk->closeSession(first));
    auto request = DeskWorld::opening();
    request.parent = first;
    const auto second = orThrow(laptop.desk->openSession(request));

    const auto& people = laptop.desk->people();
    EXPECT_EQ(people.next({"KEC-04"}, second, std::nullopt)->person, laptop.person(1));
    EXPECT_EQ(people.upcoming({"KEC-04"}, second, std::nullopt, 20).size(), 10U);
    const auto counts = people.counts({"KEC-04"}, second);
    EXPECT_EQ(counts.signedElsewhere, 1U);
    EXPECT_EQ(counts.refused, 1U) << "nobody is asked again aloud";
    EXPECT_EQ(counts.absent + counts.excused, 0U);
    EXPECT_EQ(counts.notYet, 10U);
    EXPECT_EQ(counts.expected(), 12U);
    EXPECT_EQ(people.counts({"KEC-04"}, first).absent, 2U) << "there it stands as it was noted";
    EXPECT_EQ(people.counts({"KEC-04"}, std::nullopt).absent, 2U);

    orThrow(laptop.desk->markAbsent(second, {laptop.person(3)}));
    EXPECT_EQ(people.counts({"KEC-04"}, second).absent, 1U);
    ASSERT_TRUE(laptop.desk->refresh()); // read anew, the same
    EXPECT_EQ(people.counts({"KEC-04"}, second).absent, 1U);
    EXPECT_EQ(people.counts({"KEC-04"}, second).notYet, 9U);
}

TEST_F(OfficerSession, CountsAsWaitingOnlyItsOwnEntries) {
    const auto first = DeskWorld::open(laptop);
    orThrow(laptop.desk->closeSession(first));
    const auto before = orThrow(laptop.desk->session(first)).waiting;
    auto request = DeskWorld::opening();
    request.parent = first;
    const auto second = orThrow(laptop.desk->openSession(request));
    EXPECT_EQ(orThrow(laptop.desk->session(first)).waiting, before) << "a follow-up names its parent";
    EXPECT_EQ(orThrow(laptop.desk->session(second)).waiting, 1U);
}

TEST_F(OfficerSession, IsWhereAndWhenItWasOpenedWhateverWasPlanned) {
    entry::PlanSession plan;
    plan.title = "Rencana";
    plan.place = "Balai";
    plan.units = {"KEC-04"};
    plan.startMs = 1'700'000'000'000;
    const auto session = orThrow(world.adminDesk->planSession(plan));
    world.copy(world.admin, laptop);
    ASSERT_TRUE(laptop.desk->refresh());
    EXPECT_EQ(orThrow(laptop.desk->session(session)).state.place, "Balai");
    auto request = DeskWorld::opening();
    request.session = session;
    request.title.clear();
    request.place = "Halaman belakang";
    EXPECT_EQ(refusal(request), "opened");
    const auto state = orThrow(laptop.desk->session(session)).state;
    EXPECT_EQ(state.title, "Rencana");
    EXPECT_EQ(state.place, "Halaman belakang");
    EXPECT_EQ(state.startMs, world.clock.now().time_since_epoch().count());
}

TEST_F(OfficerSession, TakesWhatAPlanSays) {
    entry::PlanSession plan;
    plan.title = "Rencana";
    plan.place = "Balai";
    plan.units = {"KEC-04"};
    const auto session = orThrow(world.adminDesk->planSession(plan));
    world.copy(world.admin, laptop);
    ASSERT_TRUE(laptop.desk->refresh());
    auto request = DeskWorld::opening();
    request.session = session;
    request.title.clear();
    request.place.clear();
    request.units.clear();
    EXPECT_EQ(refusal(request), "opened");
    const auto card = orThrow(laptop.desk->session(session));
    EXPECT_EQ(card.state.place, "Balai");
    EXPECT_TRUE(card.openHere);
}

TEST_F(OfficerSession, OpensOneDeskALaptop) {
    const auto session = DeskWorld::open(laptop);
    auto again = DeskWorld::opening();
    again.session = session;
    EXPECT_EQ(refusal(again), "session.open-here");
}

TEST_F(OfficerSession, IsClosedWhenAllItsDesksAre) {
    auto second = world.laptop("Petugas B");
    const auto session = DeskWorld::open(laptop);
    ASSERT_EQ(DeskWorld::open(second, session), session);
    orThrow(laptop.desk->closeSession(session));
    world.copy(laptop, second);
    EXPECT_EQ(orThrow(second.ledger->session(second.desk->drive(), session))->phase,
              ledger::SessionPhase::Open);
    ASSERT_TRUE(second.desk->refresh());
    orThrow(second.desk->closeSession(session));
    EXPECT_EQ(orThrow(second.ledger->session(second.desk->drive(), session))->phase,
              ledger::SessionPhase::Closed);
}

TEST_F(OfficerSession, ClosesWithTheCountsThatAreTrue) {
    const auto session = DeskWorld::open(laptop);
    for (std::size_t i = 0; i < 3; ++i)
        orThrow(laptop.desk->sign(world.signing(laptop, session, laptop.person(i))));
    orThrow(laptop.desk->voidSignature(session, laptop.person(2), entry::VoidReason::Trial,
                                       {"Saksi Satu", "", ""}));
    orThrow(laptop.desk->excuse(session, laptop.person(3), entry::ExcuseReason::Leave));
    orThrow(laptop.desk->refuse(session, laptop.person(4)));
    orThrow(laptop.desk->markAbsent(session, {laptop.person(5), laptop.person(6), laptop.person(6)}));
    orThrow(laptop.desk->addPerson({session, "Tamu", "", "KEC-04", "", domain::SignerKind::Pns}));
    const auto closed = orThrow(laptop.desk->closeSession(session));
    EXPECT_EQ(closed.counts.signedCount, 2);
    EXPECT_EQ(closed.counts.voided, 1);
    EXPECT_EQ(closed.counts.excused, 1);
    EXPECT_EQ(closed.counts.refused, 1);
    EXPECT_EQ(closed.counts.absent, 2);
    EXPECT_EQ(closed.counts.added, 1);
    EXPECT_EQ(closed.entries, 9); // opening, 3 signatures, void, excuse, refusal, absent, added
    EXPECT_EQ(closed.code.size(), 11U);
}

TEST_F(OfficerSession, RefusesToCloseOverUnsavedStrokes) {
    const auto session = DeskWorld::open(laptop);
    ASSERT_TRUE(laptop.desk->keepStrokes(session, laptop.person(0), DeskWorld::ink()));
    EXPECT_EQ(laptop.desk->closeSession(session).error().reason, "session.ink-unfinished");
    ASSERT_TRUE(laptop.desk->keepStrokes(session, laptop.person(0), {}));
    EXPECT_TRUE(laptop.desk->closeSession(session));
}

TEST_F(OfficerSession, IsNeverOpenedAgain) {
    const auto session = DeskWorld::open(laptop);
    orThrow(laptop.desk->closeSession(session));
    EXPECT_EQ(laptop.desk->closeSession(session).error().reason, "session.closed");
    EXPECT_EQ(laptop.desk->resume(session).error().reason, "session.closed");
}

TEST_F(OfficerSession, SignsMinutesOnlyAfterClosingAndOncePerRole) {
    const auto session = DeskWorld::open(laptop);
    const auto sign = [&](entry::Present role) {
        const auto result = laptop.desk->signMinutes(session, role, "Camat", DeskWorld::ink());
        return result ? std::string("signed") : result.error().reason;
    };
    EXPECT_EQ(sign(entry::Present::Head), "session.not-closed");
    orThrow(laptop.desk->closeSession(session));
    EXPECT_EQ(sign(entry::Present::Head), "signed");
    EXPECT_EQ(sign(entry::Present::Head), "session.minutes-signed");
    EXPECT_EQ(sign(entry::Present::Witness1), "signed");
}

TEST_F(OfficerSession, ComesBackAfterACrashWithTheStrokesThatWereKept) {
    EXPECT_FALSE(orThrow(laptop.desk->beginRun()).afterCrash);
    const auto session = DeskWorld::open(laptop);
    orThrow(laptop.desk->sign(world.signing(laptop, session, laptop.person(0))));
    ASSERT_TRUE(laptop.desk->keepStrokes(session, laptop.person(1), DeskWorld::ink()));
    world.restart(laptop);
    const auto found = orThrow(laptop.desk->beginRun());
    EXPECT_TRUE(found.afterCrash);
    EXPECT_EQ(found.active, session);
    EXPECT_EQ(found.safeSignatures, 1U);
    ASSERT_EQ(found.unfinished.size(), 1U);
    EXPECT_FALSE(orThrow(laptop.desk->begin(session, laptop.person(1))).recovered.empty());
    ASSERT_TRUE(laptop.desk->endRun());
    world.restart(laptop);
    EXPECT_FALSE(orThrow(laptop.desk->beginRun()).afterCrash);
}

TEST_F(OfficerSession, RemembersTheJointReading) {
    const auto session = DeskWorld::open(laptop);
    EXPECT_FALSE(orThrow(laptop.desk->begin(session, laptop.person(0))).jointReadingMs);
    orThrow(laptop.desk->jointReading(session));
    world.restart(laptop);
    EXPECT_TRUE(orThrow(laptop.desk->begin(session, laptop.person(0))).jointReadingMs);
}

TEST_F(OfficerSession, KnowsWhichOfTwoTextsWasReadJointly) {
    auto pledge = DeskWorld::pledge();
    pledge.code = "UJI-DESA";
    pledge.signerKinds = {domain::SignerKind::VillageHead};
    const auto other = orThrow(world.adminDesk->lockText(pledge)).text;
    world.copy(world.admin, laptop);
    ASSERT_TRUE(laptop.desk->refresh());
    auto opening = DeskWorld::opening();
    opening.texts = {world.text, other};
    const auto session = orThrow(laptop.desk->openSession(opening));
    orThrow(laptop.desk->jointReading(session, {other}));
    world.restart(laptop);
    EXPECT_TRUE(laptop.desk->readJointlyMs(session, other));
    EXPECT_FALSE(orThrow(laptop.desk->begin(session, laptop.person(0))).jointReadingMs)
        << "a PNS signs the other text: nobody read it to them";
    orThrow(laptop.desk->jointReading(session));
    EXPECT_TRUE(orThrow(laptop.desk->begin(session, laptop.person(0))).jointReadingMs);
}

TEST_F(OfficerSession, RefusesAJointReadingOfATextThatIsNotTheSessions) {
    const auto session = DeskWorld::open(laptop);
    const auto read = laptop.desk->jointReading(session, {BlobId{}});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().reason, "session.no-text");
    EXPECT_FALSE(orThrow(laptop.desk->begin(session, laptop.person(0))).jointReadingMs);
}

TEST_F(OfficerSession, ListsTheNewestOfTheQueueAndOnlyTheStatesAskedFor) {
    const auto session = DeskWorld::open(laptop);
    for (std::size_t i = 0; i < 3; ++i)
        orThrow(laptop.desk->sign(world.signing(laptop, session, laptop.person(i))));
    const auto all = orThrow(laptop.desk->queue({}, 10));
    ASSERT_EQ(all.size(), 4U);
    for (std::size_t limit = 0; limit < all.size(); ++limit) {
        const auto newest = orThrow(laptop.desk->queue({}, limit));
        ASSERT_EQ(newest.size(), limit);
        for (std::size_t i = 0; i < limit; ++i)
            EXPECT_EQ(newest[i].entry, all[i].entry);
    }
    EXPECT_EQ(orThrow(laptop.desk->queue({desk::QueueState::Waiting, desk::QueueState::Saved}, 10)).size(),
              4U);
    EXPECT_TRUE(
        orThrow(laptop.desk->queue({desk::QueueState::Received, desk::QueueState::Witnessed}, 10)).empty());
}

TEST_F(OfficerSession, ListsTheNewestOfEveryFeedOfThisLaptop) {
    const auto session = DeskWorld::open(laptop);
    for (std::size_t i = 0; i < 3; ++i)
        orThrow(laptop.desk->sign(world.signing(laptop, session, laptop.person(i))));
    const auto former = orThrow(laptop.desk->queue({}, 1)).front();
    orThrow(laptop.book->keyring().renewKey());
    const auto request = orThrow(desk::requestOfHolder(*laptop.book, world.random, "PMK", former.feed));
    orThrow(world.adminDesk->certifyOfficer(orThrow(desk::readRequest(request)), {{"KEC-04"}, 0, 0}));
    world.copy(world.admin, laptop);
    laptop.desk = orThrow(desk::OfficerDesk::open(world.seams(laptop)));

    const auto newest = orThrow(laptop.desk->queue({}, 2));
    ASSERT_EQ(newest.size(), 2U);
    EXPECT_NE(newest[0].feed, former.feed) << "the new key's first entry is the newest";
    EXPECT_EQ(newest[1].entry, former.entry);
    EXPECT_EQ(
        orThrow(laptop.desk->queue({desk::QueueState::Waiting, desk::QueueState::Saved}, 1)).front().entry,
        newest[0].entry);
}

TEST_F(OfficerSession, ShowsWhatTheCentreHasAndWhatNot) {
    const auto session = DeskWorld::open(laptop);
    orThrow(laptop.desk->sign(world.signing(laptop, session, laptop.person(0))));
    auto items = orThrow(laptop.desk->queue({}, 10));
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0].kind, "sign");
    EXPECT_EQ(items[0].state, desk::QueueState::Saved);
    store::Ack ack;
    ack.feed = items[1].feed;
    ack.seq = items[1].seq;
    ack.head = items[1].entry;
    ack.statement = {1};
    ASSERT_TRUE(laptop.book->write(
        [&](store::Transaction& transaction) { return laptop.book->acks().put(transaction, ack); }));
    items = orThrow(laptop.desk->queue({}, 10));
    EXPECT_EQ(items[0].state, desk::QueueState::Saved);
    EXPECT_EQ(items[1].state, desk::QueueState::Received);
    EXPECT_EQ(orThrow(laptop.desk->queueCounts()).received, 1U);
    EXPECT_EQ(orThrow(laptop.desk->session(session)).waiting, 1U);

    // From the moment a log counts, an acknowledgement alone is not enough.
    auto rootDesk = orThrow(desk::AuthorityDesk::open(world.seams(world.authority)));
    const auto log = crypto::SigningKey::generate(world.random).publicKey();
    orThrow(rootDesk.certifyKey(entry::Role::Log, log, "pusat.contoh.go.id/log", {}));
    world.copy(world.authority, laptop);
    items = orThrow(laptop.desk->queue({}, 10));
    EXPECT_NE(items[1].state, desk::QueueState::Received);
    EXPECT_EQ(orThrow(laptop.desk->queueCounts()).received, 0U);
    EXPECT_EQ(orThrow(laptop.desk->session(session)).waiting, 2U);
    const store::SeenCheckpoint seen{log, {"pusat.contoh.go.id/log", {9}, {}}, "nota"};
    ASSERT_TRUE(laptop.book->write([&](store::Transaction& transaction) -> Result<> {
        auto& receipts = laptop.book->receipts();
        TEKEN_CHECK(receipts.putSeen(transaction, seen, {}));
        for (const auto& item : items)
            TEKEN_CHECK(receipts.put(transaction, {item.entry, log, {}, {}, {}, false}, seen.checkpoint, 1));
        return {};
    }));
    items = orThrow(laptop.desk->queue({}, 10));
    EXPECT_EQ(items[0].state, desk::QueueState::Saved) << "in the log, but not acknowledged";
    EXPECT_EQ(items[1].state, desk::QueueState::Received);
    EXPECT_EQ(orThrow(laptop.desk->queueCounts()).received, 1U);
    EXPECT_EQ(orThrow(laptop.desk->session(session)).waiting, 1U);
}

TEST_F(OfficerSession, FindsPeopleAndTheNextInTheList) {
    const auto session = DeskWorld::open(laptop);
    auto& people = laptop.desk->people();
    const auto hits = people.search("902", {"KEC-04"}, session, 5);
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].person, laptop.person(2));
    orThrow(laptop.desk->sign(world.signing(laptop, session, laptop.person(0))));
    EXPECT_EQ(people.next({"KEC-04"}, session, std::nullopt)->person, laptop.person(1));
    EXPECT_EQ(people.next({"KEC-04"}, session, laptop.person(11))->person, laptop.person(1)) << "round again";
}

} // namespace
} // namespace teken::test
