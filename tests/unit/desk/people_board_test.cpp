// The counters of a session are taken without making a card of anybody: they must say what the cards say.
#include "core/ledger/coverage.h"
#include "core/store/acks.h"
#include "core/store/entries.h"
#include "tests/unit/desk/desk_world.h"

#include <gtest/gtest.h>

#include <array>
#include <sstream>

namespace teken::test {
namespace {

/// What counts() promises, from the cards alone.
desk::StatusCounts countsByCards(desk::PeopleBoard& people, const entry::Units& units,
                                 const std::optional<SessionId>& session) {
    desk::StatusCounts counts;
    for (const auto& card : people.search("", units, session, 1'000)) {
        counts.duplicates += card.state.duplicate ? 1 : 0;
        const bool isSigned = card.state.status == ledger::PersonStatus::Signed;
        if (card.addedAtTable) {
            ++counts.added;
            counts.addedSigned += isSigned ? 1 : 0;
            continue;
        }
        counts.offRoster += card.offRoster && !isSigned ? 1 : 0;
        if (card.offRoster && !isSigned)
            continue;
        counts.signedHere += isSigned && card.signedInSession ? 1 : 0;
        counts.signedElsewhere += isSigned && !card.signedInSession ? 1 : 0;
        counts.notYet += card.state.status == ledger::PersonStatus::None ? 1 : 0;
        counts.absent += card.state.status == ledger::PersonStatus::Absent ? 1 : 0;
        counts.excused += card.state.status == ledger::PersonStatus::Excused ? 1 : 0;
        counts.refused += card.state.status == ledger::PersonStatus::Refused ? 1 : 0;
    }
    return counts;
}

struct PeopleBoardCounts : testing::Test {
    DeskWorld world;
    Laptop laptop = world.laptop("Petugas", {"*"});
    SessionId session = DeskWorld::open(laptop);

    void SetUp() override {
        for (const std::size_t number : {0U, 1U, 2U})
            orThrow(laptop.desk->sign(world.signing(laptop, session, laptop.person(number))));
        orThrow(laptop.desk->voidSignature(session, laptop.person(2), entry::VoidReason::Trial,
                                           {"Saksi Satu", "", ""}));
        orThrow(laptop.desk->excuse(session, laptop.person(3), entry::ExcuseReason::Leave));
        orThrow(laptop.desk->refuse(session, laptop.person(4)));
        orThrow(laptop.desk->markAbsent(session, {laptop.person(5), laptop.person(6)}));
        const auto guest =
            orThrow(laptop.desk->addPerson({session, "Tamu", "", "KEC-04", "", domain::SignerKind::Pns}));
        orThrow(laptop.desk->addPerson({session, "Tamu Lain", "", "KEC-04", "", domain::SignerKind::Pns}));
        orThrow(laptop.desk->sign(world.signing(laptop, session, guest)));
    }

    void expectAsCards(const entry::Units& units, const std::optional<SessionId>& asked) {
        const auto counts = laptop.desk->people().counts(units, asked);
        const auto cards = countsByCards(laptop.desk->people(), units, asked);
        EXPECT_EQ(counts.notYet, cards.notYet);
        EXPECT_EQ(counts.signedHere, cards.signedHere);
        EXPECT_EQ(counts.signedElsewhere, cards.signedElsewhere);
        EXPECT_EQ(counts.excused, cards.excused);
        EXPECT_EQ(counts.absent, cards.absent);
        EXPECT_EQ(counts.refused, cards.refused);
        EXPECT_EQ(counts.offRoster, cards.offRoster);
        EXPECT_EQ(counts.added, cards.added);
        EXPECT_EQ(counts.addedSigned, cards.addedSigned);
        EXPECT_EQ(counts.duplicates, cards.duplicates);
    }
};

TEST_F(PeopleBoardCounts, SayWhatTheCardsSayHereAndElsewhere) {
    for (const auto& units : {entry::Units{"*"}, entry::Units{"KEC-04"}, entry::Units{"DINSOS"}}) {
        expectAsCards(units, session);
        expectAsCards(units, std::nullopt);
        expectAsCards(units, SessionId{});
    }
    const auto counts = laptop.desk->people().counts({"KEC-04"}, session);
    EXPECT_EQ(counts.signedHere, 2U);
    EXPECT_EQ(counts.excused, 1U);
    EXPECT_EQ(counts.refused, 1U);
    EXPECT_EQ(counts.absent, 2U);
    EXPECT_EQ(counts.added, 2U);
    EXPECT_EQ(counts.addedSigned, 1U);
    EXPECT_EQ(laptop.desk->people().counts({"KEC-04"}, std::nullopt).signedElsewhere, 2U);
}

TEST_F(PeopleBoardCounts, StayTrueAfterEverySaveAndAfterReadingAnew) {
    for (std::size_t number = 7; number < 12; ++number) {
        orThrow(laptop.desk->sign(world.signing(laptop, session, laptop.person(number))));
        expectAsCards({"KEC-04"}, session);
    }
    const auto before = laptop.desk->people().counts({"*"}, session);
    ASSERT_TRUE(laptop.desk->refresh());
    const auto after = laptop.desk->people().counts({"*"}, session);
    EXPECT_EQ(after.signedHere, before.signedHere);
    EXPECT_EQ(after.notYet, before.notYet);
    EXPECT_EQ(after.expected(), before.expected());
}

TEST_F(PeopleBoardCounts, TakeWhoSignedAtTheCentreAndWhoLeftTheRoster) {
    laptop.desk->people().setElsewhere({laptop.person(8)});
    expectAsCards({"KEC-04"}, session);
    EXPECT_EQ(laptop.desk->people().counts({"KEC-04"}, session).signedElsewhere, 1U);
    orThrow(world.adminDesk->changeRoster(laptop.person(9), entry::RosterChangeKind::Retired, "2023-11-01"));
    world.copy(world.admin, laptop);
    ASSERT_TRUE(laptop.desk->refresh());
    expectAsCards({"KEC-04"}, session);
    EXPECT_EQ(laptop.desk->people().counts({"KEC-04"}, session).offRoster, 1U);
}

TEST_F(PeopleBoardCounts, CallOnlyThoseWhoAreStillOpen) {
    laptop.desk->people().setElsewhere({laptop.person(8)});
    const auto called = laptop.desk->people().upcoming({"KEC-04"}, session, std::nullopt, 100);
    EXPECT_EQ(called.size(), laptop.desk->people().counts({"KEC-04"}, session).notYet);
    for (const auto& card : called)
        EXPECT_EQ(card.state.status, ledger::PersonStatus::None) << card.name;
}

TEST_F(PeopleBoardCounts, OfAUnitThatIsNotThereAreNothing) {
    const auto counts = laptop.desk->people().counts({"TIDAK-ADA"}, session);
    EXPECT_EQ(counts.expected() + counts.added + counts.offRoster, 0U);
}

TEST_F(PeopleBoardCounts, KeepWhoSignedAndLeftLaterAsThePapersOfTheSessionDo) {
    orThrow(world.adminDesk->changeRoster(laptop.person(0), entry::RosterChangeKind::Retired, "2023-11-01"));
    world.copy(world.admin, laptop);
    ASSERT_TRUE(laptop.desk->refresh());
    expectAsCards({"KEC-04"}, session);
    const auto counts = laptop.desk->people().counts({"KEC-04"}, session);
    EXPECT_EQ(counts.signedHere, 2U);
    EXPECT_EQ(counts.offRoster, 0U);
}

struct RosterNotes : testing::Test {
    DeskWorld world;
    Laptop laptop = listed();
    SessionId session = DeskWorld::open(laptop);

    // The first three of the list: on leave, studying, on duty elsewhere.
    Laptop listed() {
        const std::array<std::string, 4> last{"Keterangan", "cuti", "tugas belajar", "dinas luar"};
        std::istringstream lines(DeskWorld::rosterCsv());
        std::string csv;
        std::string line;
        for (std::size_t row = 0; std::getline(lines, line); ++row)
            csv += line + "," + (row < last.size() ? last[row] : std::string()) + "\n";
        world.importRoster(csv);
        return world.laptop("Petugas");
    }
};

TEST_F(RosterNotes, AreExcusesOnTheScreenAsOnThePapers) {
    const auto& people = laptop.desk->people();
    const auto counts = people.counts({"KEC-04"}, session);
    const auto papers =
        orThrow(ledger::coverageOf(*laptop.ledger, laptop.desk->drive(), people.roster().snapshot()));
    EXPECT_EQ(counts.excused, 3U);
    EXPECT_EQ(counts.excused, papers.counts.excused);
    EXPECT_EQ(counts.notYet, papers.counts.notYet);
    EXPECT_EQ(counts.expected(), papers.counts.denominator());
    const auto card = orThrow(people.card(laptop.person(1), session));
    EXPECT_EQ(card.state.status, ledger::PersonStatus::Excused);
    EXPECT_EQ(card.state.excuse, entry::ExcuseReason::Study);
}

TEST_F(RosterNotes, KeepPeopleFromBeingCalledButNotFromSigning) {
    const auto next = laptop.desk->people().next({"KEC-04"}, session, std::nullopt);
    ASSERT_TRUE(next);
    EXPECT_EQ(next->person, laptop.person(3));
    ASSERT_TRUE(laptop.desk->sign(world.signing(laptop, session, laptop.person(0))));
    const auto counts = laptop.desk->people().counts({"KEC-04"}, session);
    EXPECT_EQ(counts.signedHere, 1U);
    EXPECT_EQ(counts.excused, 2U);
}

/// The centre's list holds this laptop's own signature, as it does after every round.
struct CentresList : testing::Test {
    DeskWorld world;
    Laptop laptop = world.laptop("Petugas");
    SessionId session = DeskWorld::open(laptop);
    PersonId person = laptop.person(0);
    EntryId signature = orThrow(laptop.desk->sign(world.signing(laptop, session, person))).entry;

    [[nodiscard]] ledger::PersonStatus status() {
        return orThrow(laptop.desk->people().card(person, session)).state.status;
    }
    void voidIt() {
        orThrow(
            laptop.desk->voidSignature(session, person, entry::VoidReason::Trial, {"Saksi Satu", "", ""}));
    }
    void acknowledgeAll() {
        const auto feed = orThrow(laptop.book->entries().feed(laptop.desk->feedState().feed));
        store::Ack ack;
        ack.feed = laptop.desk->feedState().feed;
        ack.seq = feed->head.seq;
        ack.head = feed->head.id.value();
        ASSERT_TRUE(laptop.book->write(
            [&](store::Transaction& transaction) { return laptop.book->acks().put(transaction, ack); }));
    }
};

TEST_F(CentresList, IsSilentAboutASignatureThatIsVoidedHereSince) {
    ASSERT_TRUE(laptop.desk->setElsewhere({person}, world.clock.now()));
    EXPECT_EQ(status(), ledger::PersonStatus::Signed);
    world.clock.advance(Milliseconds(60'000));
    voidIt();
    EXPECT_EQ(status(), ledger::PersonStatus::None);
    EXPECT_EQ(laptop.desk->people().counts({"KEC-04"}, session).notYet, 12U);
    ASSERT_TRUE(laptop.desk->refresh());
    EXPECT_EQ(status(), ledger::PersonStatus::None);
    ASSERT_TRUE(laptop.desk->setElsewhere({person}, world.clock.now() - Milliseconds(60'000)));
    EXPECT_EQ(status(), ledger::PersonStatus::None);
    EXPECT_TRUE(laptop.desk->sign(world.signing(laptop, session, person)));
}

TEST_F(CentresList, IsSilentAboutAVoidTheCentreHasNotReceived) {
    acknowledgeAll();
    voidIt();
    ASSERT_TRUE(laptop.desk->setElsewhere({person}, world.clock.now() + Milliseconds(60'000)));
    EXPECT_EQ(status(), ledger::PersonStatus::None);
}

TEST_F(CentresList, IsBelievedWhenItIsNewerThanAVoidTheCentreHas) {
    voidIt();
    acknowledgeAll();
    ASSERT_TRUE(laptop.desk->setElsewhere({person}, world.clock.now() + Milliseconds(60'000)));
    EXPECT_EQ(status(), ledger::PersonStatus::Signed);
    const auto again = laptop.desk->sign(world.signing(laptop, session, person));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().reason, "signing.already-signed");
}

TEST_F(CentresList, IsBelievedAboutOthersWhateverWasVoidedHere) {
    voidIt();
    ASSERT_TRUE(laptop.desk->setElsewhere({person, laptop.person(1)}, world.clock.now()));
    EXPECT_EQ(laptop.desk->people().counts({"KEC-04"}, session).signedElsewhere, 1U);
}

} // namespace
} // namespace teken::test
