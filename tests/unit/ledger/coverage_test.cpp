// Coverage: the rule of DOMAIN.md over a roster and the state of persons.
#include "core/ledger/coverage.h"
#include "tests/unit/ledger/ledger_fixture.h"

namespace teken::test {
namespace {

using domain::RosterNote;
using domain::SignerKind;
using ledger::PersonStates;
using ledger::PersonStatus;

domain::Person onRoster(std::uint32_t number, const std::string& unit, RosterNote note = RosterNote::None,
                        SignerKind kind = SignerKind::Pns) {
    domain::Person person;
    person.id = World::person(number);
    person.name = "Orang";
    person.kind = kind;
    person.post.unit = unit;
    person.note = note;
    return person;
}

domain::RosterSnapshot rosterOf(std::vector<domain::Person> people) {
    domain::RosterSnapshot roster;
    for (const char* code : {"DINKES", "BKPSDM", "KOSONG"}) {
        domain::Unit unit;
        unit.code = code;
        unit.name = code;
        roster.units.push_back(unit);
    }
    roster.people = std::move(people);
    return roster;
}

ledger::PersonState known(std::uint32_t number, PersonStatus status) {
    ledger::PersonState state;
    state.person = World::person(number);
    state.status = status;
    return state;
}

PersonStates statesOf(const std::vector<ledger::PersonState>& all) {
    PersonStates states;
    for (const auto& state : all)
        states.emplace(state.person, state);
    return states;
}

TEST(Coverage, CountsEachPersonOnceInTheirUnit) {
    const auto roster = rosterOf({onRoster(1, "DINKES"), onRoster(2, "DINKES"), onRoster(3, "BKPSDM"),
                                  onRoster(4, "BKPSDM"), onRoster(5, "BKPSDM")});
    const auto report =
        ledger::coverageOf(roster, statesOf({known(1, PersonStatus::Signed), known(3, PersonStatus::Refused),
                                             known(4, PersonStatus::Absent)}));
    ASSERT_EQ(report.units.size(), 3U);
    EXPECT_EQ(report.units[0].counts.signedPeople, 1U);
    EXPECT_EQ(report.units[0].counts.denominator(), 2U);
    EXPECT_EQ(report.units[1].counts.denominator(), 3U);
    EXPECT_EQ(report.units[2].counts.denominator(), 0U);
    EXPECT_EQ(report.counts.signedPeople, 1U);
    EXPECT_EQ(report.counts.refused, 1U);
    EXPECT_EQ(report.counts.absent, 1U);
    EXPECT_EQ(report.counts.denominator(), 5U);
}

TEST(Coverage, ListsWhoIsMissingWithTheirState) {
    auto excused = known(2, PersonStatus::Excused);
    excused.excuse = entry::ExcuseReason::Study;
    const auto report =
        ledger::coverageOf(rosterOf({onRoster(1, "DINKES"), onRoster(2, "DINKES"), onRoster(3, "DINKES")}),
                           statesOf({known(1, PersonStatus::Signed), excused}));
    EXPECT_EQ(report.units[0].missing,
              (std::vector<ledger::Missing>{{World::person(2), domain::PersonState::Excused},
                                            {World::person(3), domain::PersonState::NotYet}}));
}

TEST(Coverage, LeavesOutOfTheDenominatorWhoLeft) {
    auto left = known(1, PersonStatus::None);
    left.left = entry::RosterChangeKind::Retired;
    auto signedAndLeft = known(2, PersonStatus::Signed);
    signedAndLeft.left = entry::RosterChangeKind::Deceased;
    const auto report = ledger::coverageOf(rosterOf({onRoster(1, "DINKES"), onRoster(2, "DINKES"),
                                                     onRoster(3, "DINKES", RosterNote::Transferred)}),
                                           statesOf({left, signedAndLeft}));
    EXPECT_EQ(report.counts.denominator(), 0U);
    EXPECT_EQ(report.counts.signedPeople, 0U);
    EXPECT_EQ(report.counts.offRoster, 3U);
    EXPECT_EQ(report.counts.signedThenLeft, 1U);
    EXPECT_TRUE(report.units[0].missing.empty());
}

TEST(Coverage, TakesBackWhoWasRestored) {
    auto restored = known(1, PersonStatus::None);
    restored.restored = true;
    const auto report =
        ledger::coverageOf(rosterOf({onRoster(1, "DINKES", RosterNote::Retired)}), statesOf({restored}));
    EXPECT_EQ(report.counts.denominator(), 1U);
    EXPECT_EQ(report.counts.notYet, 1U);
}

TEST(Coverage, RosterNoteOfAbsenceIsAnExcuseThatASignatureOutranks) {
    const auto report = ledger::coverageOf(
        rosterOf({onRoster(1, "DINKES", RosterNote::Leave), onRoster(2, "DINKES", RosterNote::StudyLeave)}),
        statesOf({known(1, PersonStatus::Signed)}));
    EXPECT_EQ(report.counts.signedPeople, 1U);
    EXPECT_EQ(report.counts.excused, 1U);
}

TEST(Coverage, AddedPersonsCountNowhereUntilMatched) {
    auto added = known(900, PersonStatus::Signed);
    added.added = true;
    auto matched = known(901, PersonStatus::None);
    matched.matchedTo = World::person(1);
    const auto report = ledger::coverageOf(
        rosterOf({onRoster(1, "DINKES")}),
        statesOf({added, matched, known(1, PersonStatus::Signed), known(77, PersonStatus::Signed)}));
    EXPECT_EQ(report.counts.added, 1U);
    EXPECT_EQ(report.counts.signedPeople, 1U);
    EXPECT_EQ(report.counts.denominator(), 1U);
    EXPECT_EQ(report.signedElsewhere, 1U) << "signed, but not on this roster";
}

TEST(Coverage, KindsHaveTheirOwnDenominators) {
    const auto report = ledger::coverageOf(
        rosterOf({onRoster(1, "DINKES"), onRoster(2, "DINKES", RosterNote::None, SignerKind::VillageHead)}),
        statesOf({known(2, PersonStatus::Signed)}));
    EXPECT_EQ(report.kinds.at(SignerKind::Pns).signedPeople, 0U);
    EXPECT_EQ(report.kinds.at(SignerKind::VillageHead).signedPeople, 1U);
    EXPECT_EQ(report.kinds.at(SignerKind::VillageHead).denominator(), 1U);
    EXPECT_FALSE(report.kinds.contains(SignerKind::Cpns));
}

class CoverageOfLedger : public LedgerTest {};

TEST_F(CoverageOfLedger, ReadsTheDrivesPersons) {
    auto& one = world.certifyOfficer();
    auto& two = world.certifyOfficer("Sebelah");
    one.openSession();
    two.openSession(one.session());
    one.sign(World::person(1));
    two.sign(World::person(1));
    const auto report = orThrow(ledger::coverageOf(fold(), world.drive(), rosterOf({onRoster(1, "DINKES")})));
    EXPECT_EQ(report.counts.signedPeople, 1U) << "twice signed, counted once";
    EXPECT_EQ(report.counts.denominator(), 1U);
}

} // namespace
} // namespace teken::test
