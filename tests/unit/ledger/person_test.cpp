// RULES.md sections 7 to 9: persons, voids, duplicates, matches, roster changes.
#include "tests/unit/ledger/ledger_fixture.h"

namespace teken::test {
namespace {

using entry::RosterChangeKind;
using ledger::ConflictKind;
using ledger::PersonStatus;

class Person : public LedgerTest {
protected:
    Person() : officer(world.certifyOfficer()) { officer.openSession(); }
    Officer& officer;
};

using Precedence = Person;
using Void = Person;
using Duplicate = Person;
using Match = Person;
using Change = Person;

TEST_F(Precedence, StrongerStatusWinsWhateverCameFirst) {
    officer.sign(World::person(1));
    officer.refuse(World::person(1));
    officer.refuse(World::person(2));
    officer.excuse(World::person(2), entry::ExcuseReason::Study);
    officer.excuse(World::person(3), entry::ExcuseReason::Study);
    officer.excuse(World::person(3), entry::ExcuseReason::Leave);
    officer.absent({World::person(3), World::person(4)});
    EXPECT_EQ(person(1).status, PersonStatus::Signed);
    EXPECT_TRUE(person(1).refusedToo);
    EXPECT_EQ(person(2).status, PersonStatus::Refused);
    EXPECT_FALSE(person(2).refusedToo);
    EXPECT_EQ(person(3).status, PersonStatus::Excused);
    EXPECT_EQ(person(3).excuse, entry::ExcuseReason::Leave);
    EXPECT_EQ(person(4).status, PersonStatus::Absent);
    EXPECT_EQ(person(5).status, PersonStatus::None);
    EXPECT_TRUE(conflictKinds().empty()) << "a refusal beside a signature is a note, not a conflict";
    const auto counters = drive();
    EXPECT_EQ(counters.signedPersons, 1U);
    EXPECT_EQ(counters.refused, 1U);
    EXPECT_EQ(counters.excused, 1U);
    EXPECT_EQ(counters.absent, 1U);
}

TEST_F(Precedence, PersonsAreVisitedOnceEachById) {
    officer.sign(World::person(3));
    officer.absent({World::person(1), World::person(3)});
    std::vector<PersonId> visited;
    const auto visit = [&](const ledger::PersonState& state) -> Result<> {
        visited.push_back(state.person);
        return {};
    };
    ASSERT_TRUE(fold().persons(world.drive(), visit));
    EXPECT_EQ(visited.size(), 2U);
    EXPECT_TRUE(std::is_sorted(visited.begin(), visited.end()));
    const auto stop = [](const ledger::PersonState&) -> Result<> {
        return fail(ErrorCode::Cancelled, "test.stop", "enough");
    };
    EXPECT_EQ(fold().persons(world.drive(), stop).error().code, ErrorCode::Cancelled);
}

TEST_F(Void, TakesASignatureBack) {
    const auto signature = officer.sign(World::person(1));
    EXPECT_EQ(person(1).status, PersonStatus::Signed);
    officer.voidEntry(signature.id);
    EXPECT_EQ(person(1).status, PersonStatus::None);
    EXPECT_EQ(drive().signedPersons, 0U);
    EXPECT_EQ(session(officer).voided, 1U);
    EXPECT_EQ(session(officer).signedCount, 0U);
    EXPECT_TRUE(counts(signature)) << "the entry itself stays what it is";
}

TEST_F(Void, UncoversTheWeakerFactBeneath) {
    officer.refuse(World::person(1));
    officer.voidEntry(officer.sign(World::person(1)).id);
    EXPECT_EQ(person(1).status, PersonStatus::Refused);
}

TEST_F(Void, ByAnotherOfficerDoesNothingEvenWithADeskInTheSession) {
    auto& beside = world.certifyOfficer("Sebelah");
    const auto signature = officer.sign(World::person(1));
    beside.openSession(officer.session());
    beside.append(entry::Void{officer.session(), signature.id, entry::VoidReason::Double, {"Saksi", "", ""}});
    EXPECT_EQ(person(1).status, PersonStatus::Signed);
    EXPECT_EQ(session(officer).voided, 0U);
}

TEST_F(Void, MustNameTheSessionOfItsTarget) {
    const auto signature = officer.sign(World::person(1));
    officer.append(entry::Void{
        world.random.make<SessionId>(), signature.id, entry::VoidReason::Double, {"Saksi", "", ""}});
    EXPECT_EQ(person(1).status, PersonStatus::Signed);
}

TEST_F(Void, ByAnAdminActsWithinTheirUnits) {
    const auto signature = officer.sign(World::person(1));
    const entry::Void body{
        officer.session(), signature.id, entry::VoidReason::WrongPerson, {"Saksi", "", ""}};
    world.certifyAdmin("Admin kecamatan", {"KEC-99"}).append(body);
    EXPECT_EQ(person(1).status, PersonStatus::Signed);
    world.admin().append(body);
    EXPECT_EQ(person(1).status, PersonStatus::None);
}

TEST_F(Void, CannotItselfBeVoided) {
    const auto signature = officer.sign(World::person(1));
    const auto gone = officer.voidEntry(signature.id);
    officer.voidEntry(gone.id);
    EXPECT_EQ(person(1).status, PersonStatus::None);
}

TEST_F(Void, OfAddingAPersonVoidsThePerson) {
    const auto added = World::person(900);
    const auto adding = officer.addPerson(added);
    auto sign = std::get<entry::Sign>(officer.sign(World::person(1)).payload.body);
    sign.person = added;
    sign.roster.reset();
    const auto ink = world.someInk();
    sign.ink = crypto::sha256(ink);
    officer.append(sign, ink);
    EXPECT_TRUE(person(added).added);
    EXPECT_EQ(person(added).status, PersonStatus::Signed);
    EXPECT_EQ(drive().addedUnmatched, 1U);
    officer.voidEntry(adding.id);
    EXPECT_EQ(person(added).status, PersonStatus::None);
    EXPECT_FALSE(person(added).added);
    EXPECT_EQ(drive().addedUnmatched, 0U);
}

TEST_F(Void, OfAddingDoesNotTouchAPersonOfTheRoster) {
    officer.sign(World::person(1)); // names a roster
    officer.voidEntry(officer.addPerson(World::person(1)).id);
    EXPECT_EQ(person(1).status, PersonStatus::Signed);
    EXPECT_FALSE(person(1).added);
}

TEST_F(Duplicate, PersonCountsOnce) {
    auto& beside = world.certifyOfficer("Sebelah");
    beside.openSession(officer.session());
    const auto one = officer.sign(World::person(1));
    const auto two = beside.sign(World::person(1));
    EXPECT_EQ(drive().signedPersons, 1U);
    EXPECT_EQ(drive().duplicates, 1U);
    EXPECT_TRUE(person(1).duplicate);
    EXPECT_EQ(person(1).signatures.size(), 2U);
    EXPECT_EQ(person(1).signature->entry, std::min(one.id, two.id));
    EXPECT_EQ(conflictKinds(), std::vector{ConflictKind::Duplicate});
}

TEST_F(Duplicate, IsSettledByADecision) {
    const auto one = officer.sign(World::person(1));
    const auto two = officer.sign(World::person(1));
    decide(1, two, {one, two});
    EXPECT_FALSE(person(1).duplicate);
    EXPECT_EQ(person(1).signature->entry, two.id);
    EXPECT_EQ(person(1).signatures.size(), 2U);
    EXPECT_TRUE(conflictKinds().empty());
    EXPECT_EQ(drive().duplicates, 0U);
}

TEST_F(Duplicate, ComesBackWithASignatureThatTheDecisionDidNotSee) {
    const auto one = officer.sign(World::person(1));
    const auto two = officer.sign(World::person(1));
    decide(1, one, {one, two});
    const auto three = officer.sign(World::person(1));
    EXPECT_TRUE(person(1).duplicate);
    EXPECT_EQ(person(1).signature->entry, one.id);
    const auto conflicts = orThrow(fold().conflicts(world.drive()));
    ASSERT_EQ(conflicts.size(), 1U);
    EXPECT_EQ(conflicts.front().entries,
              (std::vector{std::min(one.id, three.id), std::max(one.id, three.id)}));
}

TEST_F(Duplicate, DecisionForAVoidedSignatureFallsAway) {
    const auto one = officer.sign(World::person(1));
    const auto two = officer.sign(World::person(1));
    decide(1, one, {one, two});
    officer.voidEntry(one.id);
    EXPECT_EQ(person(1).signature->entry, two.id);
    EXPECT_FALSE(person(1).duplicate);
    EXPECT_EQ(person(1).status, PersonStatus::Signed);
}

TEST_F(Duplicate, ConcurrentDecisionsStayAVisibleConflict) {
    auto& second = world.certifyAdmin("Admin dua");
    const auto one = officer.sign(World::person(1));
    const auto two = officer.sign(World::person(1));
    const auto first = decide(1, one, {one, two});
    const auto other = decide(1, two, {one, two}, {}, &second);
    EXPECT_TRUE(person(1).decisionConflict);
    EXPECT_TRUE(person(1).duplicate);
    EXPECT_EQ(drive().decisionConflicts, 1U);
    EXPECT_EQ(drive().signedPersons, 1U);
    EXPECT_EQ(conflictKinds(), (std::vector{ConflictKind::ConcurrentDecisions, ConflictKind::Duplicate}));
    decide(1, two, {one, two}, {first.id, other.id});
    EXPECT_FALSE(person(1).decisionConflict);
    EXPECT_EQ(person(1).signature->entry, two.id);
    EXPECT_TRUE(conflictKinds().empty());
}

TEST_F(Duplicate, LaterDecisionOfOneAdminReplacesTheirEarlierOne) {
    const auto one = officer.sign(World::person(1));
    const auto two = officer.sign(World::person(1));
    decide(1, one, {one, two});
    decide(1, two, {one, two});
    EXPECT_EQ(person(1).signature->entry, two.id);
    EXPECT_FALSE(person(1).decisionConflict);
}

TEST_F(Duplicate, DecisionByALimitedAdminNeedsEverySignatureInTheirUnits) {
    auto& limited = world.certifyAdmin("Admin kecamatan", {"KEC-99"});
    const auto one = officer.sign(World::person(1));
    const auto two = officer.sign(World::person(1));
    decide(1, two, {one, two}, {}, &limited);
    EXPECT_TRUE(person(1).duplicate);
}

class AddedPerson : public LedgerTest {
protected:
    AddedPerson() : officer(world.certifyOfficer()) {
        officer.openSession();
        officer.addPerson(added);
        officer.sign(World::person(7));
        auto sign = std::get<entry::Sign>(officer.sign(World::person(7)).payload.body);
        sign.person = added;
        sign.roster.reset();
        const auto ink = world.someInk();
        sign.ink = crypto::sha256(ink);
        signature = officer.append(sign, ink);
    }
    Officer& officer;
    PersonId added = World::person(900);
    entry::VerifiedEntry signature;
};

TEST_F(AddedPerson, CountsOnlyOnceMatched) {
    EXPECT_EQ(drive().signedPersons, 1U) << "person 7 alone";
    EXPECT_EQ(drive().addedUnmatched, 1U);
    match(added, World::person(1));
    EXPECT_EQ(person(1).status, PersonStatus::Signed);
    EXPECT_EQ(person(1).signature->entry, signature.id);
    EXPECT_EQ(person(added).person, World::person(1));
    EXPECT_EQ(person(added).matchedTo, World::person(1));
    EXPECT_EQ(drive().signedPersons, 2U);
    EXPECT_EQ(drive().addedUnmatched, 0U);
}

TEST_F(AddedPerson, MatchedToSomebodyWhoSignedMakesADuplicate) {
    match(added, World::person(7));
    EXPECT_TRUE(person(7).duplicate);
    EXPECT_EQ(person(7).signatures.size(), 3U);
    EXPECT_EQ(drive().signedPersons, 1U);
}

TEST_F(AddedPerson, MayStandForThemselves) {
    match(added, std::nullopt);
    EXPECT_FALSE(person(added).added);
    EXPECT_EQ(drive().signedPersons, 2U);
}

TEST_F(AddedPerson, ConcurrentMatchesActOnNobody) {
    auto& second = world.certifyAdmin("Admin dua");
    const auto one = match(added, World::person(1));
    const auto two = match(added, World::person(2), {}, &second);
    EXPECT_TRUE(person(added).added);
    EXPECT_TRUE(person(added).matchConflict);
    EXPECT_EQ(person(1).status, PersonStatus::None);
    EXPECT_EQ(conflictKinds().front(), ConflictKind::ConcurrentMatches);
    match(added, World::person(2), {one.id, two.id});
    EXPECT_EQ(person(2).status, PersonStatus::Signed);
    EXPECT_FALSE(person(added).matchConflict);
}

TEST_F(AddedPerson, MatchMayBeTakenElsewhereLater) {
    match(added, World::person(1));
    EXPECT_EQ(person(1).status, PersonStatus::Signed);
    match(added, World::person(2));
    EXPECT_EQ(person(1).status, PersonStatus::None);
    EXPECT_EQ(person(2).status, PersonStatus::Signed);
}

TEST_F(AddedPerson, MatchesAreFollowedStepByStep) {
    const auto other = World::person(901);
    officer.addPerson(other);
    match(added, other);
    match(other, World::person(1));
    EXPECT_EQ(person(1).status, PersonStatus::Signed);
    EXPECT_EQ(person(added).matchedTo, World::person(1));
}

TEST_F(AddedPerson, CircleOfMatchesEndsAtTheSmallestId) {
    const auto other = World::person(901);
    officer.addPerson(other);
    match(added, other);
    match(other, added);
    EXPECT_EQ(person(added).person, std::min(added, other));
    EXPECT_EQ(person(std::min(added, other)).status, PersonStatus::Signed);
}

TEST_F(AddedPerson, MatchOfARosterPersonMeansNothing) {
    match(World::person(7), World::person(1));
    EXPECT_EQ(person(7).status, PersonStatus::Signed);
    EXPECT_EQ(person(1).status, PersonStatus::None);
}

TEST_F(AddedPerson, MatchByAnAdminOfOtherUnitsMeansNothing) {
    match(added, World::person(1), {}, &world.certifyAdmin("Admin kecamatan", {"KEC-99"}));
    EXPECT_TRUE(person(added).added);
}

TEST_F(Change, TakesAPersonOffTheRosterAndBack) {
    const auto left = change(1, RosterChangeKind::Retired);
    EXPECT_EQ(person(1).left, RosterChangeKind::Retired);
    change(1, RosterChangeKind::Restored, {left.id});
    EXPECT_FALSE(person(1).left.has_value());
    EXPECT_TRUE(person(1).restored);
}

TEST_F(Change, ConcurrentOnesShowAndTheSmallestIdActs) {
    auto& second = world.certifyAdmin("Admin dua");
    const auto one = change(1, RosterChangeKind::Retired);
    const auto two = change(1, RosterChangeKind::Deceased, {}, &second);
    EXPECT_TRUE(person(1).changeConflict);
    EXPECT_EQ(person(1).left, one.id < two.id ? RosterChangeKind::Retired : RosterChangeKind::Deceased);
    EXPECT_EQ(conflictKinds(), std::vector{ConflictKind::ConcurrentRosterChanges});
    change(1, RosterChangeKind::Deceased, {one.id});
    EXPECT_FALSE(person(1).changeConflict) << "both that stand say the same";
    EXPECT_EQ(person(1).left, RosterChangeKind::Deceased);
}

TEST_F(Change, BySomebodyWithoutAllUnitsDoesNotCount) {
    change(1, RosterChangeKind::Retired, {}, &world.certifyAdmin("Admin kecamatan", {"KEC-01"}));
    EXPECT_FALSE(person(1).left.has_value());
}

} // namespace
} // namespace teken::test
