// RULES.md sections 10 and 11: sessions, desks, drives.
#include "tests/unit/ledger/ledger_fixture.h"

namespace teken::test {
namespace {

using ledger::ConflictKind;
using ledger::SessionPhase;

class Session : public LedgerTest {
protected:
    Session() : officer(world.certifyOfficer()) {}
    entry::VerifiedEntry signMinutes(Officer& desk, const entry::VerifiedEntry& closing,
                                     entry::Present role = entry::Present::Head) {
        const auto ink = world.someInk();
        return desk.append(
            entry::SignMinutes{desk.session(), closing.id, role, "Pimpinan", crypto::sha256(ink)}, ink);
    }
    Officer& officer;
};

using Drive = Session;

TEST_F(Session, GoesThroughItsPhases) {
    officer.openSession();
    EXPECT_EQ(session(officer).phase, SessionPhase::Open);
    EXPECT_EQ(session(officer).title, "Penandatanganan");
    EXPECT_EQ(session(officer).place, "Pendopo");
    officer.sign(World::person(1));
    officer.pause();
    EXPECT_EQ(session(officer).phase, SessionPhase::Paused);
    officer.resume();
    EXPECT_EQ(session(officer).phase, SessionPhase::Open);
    const auto closing = officer.closeSession();
    EXPECT_EQ(session(officer).phase, SessionPhase::Closed);
    EXPECT_TRUE(session(officer).desks.front().countsMatch);
    signMinutes(officer, closing, entry::Present::Witness1);
    EXPECT_EQ(session(officer).phase, SessionPhase::Closed) << "the head has not signed";
    signMinutes(officer, closing);
    EXPECT_EQ(session(officer).phase, SessionPhase::MinutesSigned);
    EXPECT_EQ(session(officer).desks.front().minutesSignedBy,
              (std::vector{entry::Present::Head, entry::Present::Witness1}));
}

TEST_F(Session, IsClosedWhenAllItsDesksAre) {
    auto& beside = world.certifyOfficer("Sebelah");
    officer.openSession();
    beside.openSession(officer.session());
    const auto closing = officer.closeSession();
    EXPECT_EQ(session(officer).phase, SessionPhase::Open);
    EXPECT_EQ(session(officer).desks.size(), 2U);
    beside.pause();
    EXPECT_EQ(session(officer).phase, SessionPhase::Paused) << "the one desk that is not closed";
    beside.resume();
    beside.closeSession();
    EXPECT_EQ(session(officer).phase, SessionPhase::Closed);
    signMinutes(officer, closing);
    EXPECT_EQ(session(officer).phase, SessionPhase::Closed) << "minutes of one desk only";
}

TEST_F(Session, PlannedIsKnownBeforeAnyDeskOpens) {
    const auto id = world.random.make<SessionId>();
    world.admin().append(entry::PlanSession{
        id, "Apel pagi", {"DINKES"}, "Halaman", 1'700'000'000'000, {world.text()}, {}, {}});
    const auto state = orThrow(fold().session(world.drive(), id)).value();
    EXPECT_EQ(state.phase, SessionPhase::Planned);
    EXPECT_EQ(state.title, "Apel pagi");
    EXPECT_EQ(state.units, entry::Units{"DINKES"});
    EXPECT_EQ(state.startMs, 1'700'000'000'000);
    EXPECT_EQ(orThrow(fold().sessions(world.drive())).size(), 1U);
    EXPECT_FALSE(orThrow(fold().session(world.drive(), world.random.make<SessionId>())).has_value());
}

TEST_F(Session, CountsEntriesThatCountAndAreNotVoid) {
    officer.openSession();
    officer.sign(World::person(1));
    const auto trial = officer.sign(World::person(2));
    officer.voidEntry(trial.id);
    officer.excuse(World::person(3));
    officer.absent({World::person(4), World::person(5)});
    officer.refuse(World::person(6));
    officer.addPerson(World::person(900));
    const auto state = session(officer);
    EXPECT_EQ(state.signedCount, 1U);
    EXPECT_EQ(state.voided, 1U);
    EXPECT_EQ(state.excused, 1U);
    EXPECT_EQ(state.absent, 2U);
    EXPECT_EQ(state.refused, 1U);
    EXPECT_EQ(state.added, 1U);
    const auto counts = state.desks.front().recomputed;
    EXPECT_EQ(counts, (entry::CloseSession::Counts{1, 1, 1, 2, 1, 1}));
    officer.closeSession();
    EXPECT_TRUE(session(officer).desks.front().countsMatch);
}

TEST_F(Session, ClosingWithOtherCountsShows) {
    officer.openSession();
    officer.sign(World::person(1));
    auto closing = officer.closing();
    ++closing.counts.signedCount;
    officer.append(closing);
    EXPECT_EQ(session(officer).phase, SessionPhase::Closed);
    EXPECT_FALSE(session(officer).desks.front().countsMatch);
}

TEST_F(Session, ClosingWithAnotherNumberOfEntriesShows) {
    officer.openSession();
    officer.note();
    auto closing = officer.closing();
    closing.entries += 1;
    officer.append(closing);
    EXPECT_FALSE(session(officer).desks.front().countsMatch);
}

TEST_F(Session, ThatHidesAnEntryCannotBeComparedAndSaysSo) {
    officer.openSession();
    const auto hidden = officer.sign(World::person(1));
    officer.sign(World::person(2));
    officer.closeSession();
    LedgerBook book(world.root().key().publicKey());
    auto entries = world.all();
    std::erase_if(entries, [&](const entry::VerifiedEntry& made) { return made.id == hidden.id; });
    book.take(entries);
    ASSERT_TRUE(book.ledger().recordWithheld(
        {hidden.raw.key, hidden.raw.signature, hidden.id, 2, hidden.payload.header.prev}));
    const auto found = orThrow(book.ledger().session(world.drive(), officer.session())).value();
    EXPECT_TRUE(found.desks.front().countsMatch) << "nobody is accused of what cannot be seen";
    EXPECT_FALSE(found.desks.front().comparable);
    book.take({hidden});
    const auto whole = orThrow(book.ledger().session(world.drive(), officer.session())).value();
    EXPECT_TRUE(whole.desks.front().comparable);
    EXPECT_TRUE(whole.desks.front().countsMatch);
}

TEST_F(Session, OfTheSameIdInAnotherDriveIsAnother) {
    officer.openSession();
    officer.sign(World::person(1));
    const auto other = world.openDrive();
    auto& admin = world.certifyAdmin("Admin lain", {"*"}, other.id);
    admin.useDrive(other.id);
    auto& stranger = world.certifyOfficer("Petugas lain", {"*"}, &admin);
    stranger.useDrive(other.id);
    stranger.openSession(officer.session());
    const auto mine = orThrow(fold().session(world.drive(), officer.session())).value();
    const auto theirs = orThrow(fold().session(other.id, officer.session())).value();
    EXPECT_EQ(mine.drive, world.drive());
    EXPECT_EQ(mine.signedCount, 1U);
    EXPECT_EQ(theirs.drive, other.id);
    EXPECT_EQ(theirs.signedCount, 0U);
    EXPECT_FALSE(orThrow(fold().session(world.random.make<EntryId>(), officer.session())).has_value());
}

TEST_F(Session, ClosingOfAnotherOpeningClosesNothing) {
    officer.openSession();
    auto closing = officer.closing();
    closing.opening = world.random.make<EntryId>();
    officer.append(closing);
    EXPECT_EQ(session(officer).phase, SessionPhase::Open);
}

TEST_F(Session, ClosedOneIsNotOpenedAgainByASecondOpening) {
    officer.openSession();
    officer.closeSession();
    officer.openSession(officer.session());
    EXPECT_EQ(session(officer).phase, SessionPhase::Closed);
    EXPECT_EQ(session(officer).desks.size(), 1U);
}

TEST_F(Session, RevokedDeskLosesItsCounts) {
    officer.openSession();
    officer.sign(World::person(1));
    EXPECT_EQ(session(officer).signedCount, 1U);
    world.revokeOfficer(officer, 1);
    EXPECT_EQ(session(officer).signedCount, 0U);
    EXPECT_EQ(session(officer).desks.front().recomputed.signedCount, 1)
        << "the tail is still there to be seen";
    world.revokeOfficer(officer, 0);
    EXPECT_FALSE(orThrow(fold().session(world.drive(), officer.session())).has_value());
}

TEST_F(Drive, ShowsTextsRosterAndWhetherItIsClosed) {
    const auto state = drive();
    ASSERT_EQ(state.texts.size(), 1U);
    EXPECT_EQ(state.texts.front().text, world.text());
    EXPECT_EQ(state.roster, world.roster());
    EXPECT_TRUE(state.manifest.has_value());
    EXPECT_FALSE(state.closed);
    EXPECT_EQ(orThrow(fold().drives()).size(), 1U);
    world.admin().append(entry::CloseDrive{"selesai"});
    EXPECT_TRUE(drive().closed);
}

TEST_F(Drive, ThatNobodyEntitledOpenedIsNotShown) {
    const auto opened = world.openDrive(&world.stranger());
    EXPECT_EQ(fold().drive(opened.id).error().code, ErrorCode::NotFound);
    EXPECT_EQ(orThrow(fold().drives()).size(), 1U);
}

TEST_F(Drive, NewestRosterFollowsThePreviousOne) {
    const auto old = world.roster();
    auto body = std::get<entry::RosterSnapshot>(world.snapshotRoster().payload.body);
    auto& second = world.certifyAdmin("Admin dua");
    body.previous = old;
    const auto concurrent = second.append(body);
    EXPECT_TRUE(drive().rosterConflict);
    EXPECT_EQ(conflictKinds(), std::vector{ConflictKind::ConcurrentRosters});
    body.previous = concurrent.id;
    const auto newest = world.admin().append(body);
    EXPECT_FALSE(drive().rosterConflict) << "it follows one by name and the other in its own feed";
    EXPECT_EQ(drive().roster, newest.id);
}

TEST_F(Drive, OfWhichNothingIsKnownHasNoPersons) {
    EXPECT_EQ(orThrow(fold().person(world.random.make<EntryId>(), World::person(1))).status,
              ledger::PersonStatus::None);
    EXPECT_TRUE(orThrow(fold().conflicts(world.random.make<EntryId>())).empty());
}

} // namespace
} // namespace teken::test
