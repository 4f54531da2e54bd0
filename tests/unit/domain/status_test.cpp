#include "core/domain/status.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace rc {
template <>
struct Arbitrary<teken::domain::PersonFacts> {
    static Gen<teken::domain::PersonFacts> arbitrary() {
        using teken::domain::PersonFacts;
        return gen::build<PersonFacts>(gen::set(&PersonFacts::onRoster), gen::set(&PersonFacts::hasSigned),
                                       gen::set(&PersonFacts::refused), gen::set(&PersonFacts::absent),
                                       gen::set(&PersonFacts::excuses, gen::inRange<std::uint8_t>(0, 16)),
                                       gen::set(&PersonFacts::left, gen::inRange<std::uint8_t>(0, 32)));
    }
};
} // namespace rc

namespace teken::domain {
namespace {

RC_GTEST_PROP(JoinOfFacts, IsCommutative, (PersonFacts a, PersonFacts b)) {
    RC_ASSERT(join(a, b) == join(b, a));
}
RC_GTEST_PROP(JoinOfFacts, IsAssociative, (PersonFacts a, PersonFacts b, PersonFacts c)) {
    RC_ASSERT(join(a, join(b, c)) == join(join(a, b), c));
}
RC_GTEST_PROP(JoinOfFacts, IsIdempotentAndHasAnEmptyElement, (PersonFacts a)) {
    RC_ASSERT(join(a, a) == a);
    RC_ASSERT(join(a, PersonFacts{}) == a);
}
RC_GTEST_PROP(JoinOfFacts, NeverTakesASignatureAway, (PersonFacts a, PersonFacts b)) {
    if (stateOf(a) == PersonState::Signed)
        RC_ASSERT(stateOf(join(a, b)) == PersonState::Signed);
}

RC_GTEST_PROP(Coverage, CountsEveryPersonOnceAndNeverPassesWhole, (std::vector<PersonFacts> people)) {
    const Coverage coverage = coverageOf(people);
    RC_ASSERT(coverage.denominator() + coverage.offRoster + coverage.added == people.size());
    RC_ASSERT(coverage.signedPeople <= coverage.denominator());
    RC_ASSERT(coverage.signedThenLeft <= coverage.offRoster);
}
RC_GTEST_PROP(Coverage, IsTheSumOfItsParts, (std::vector<PersonFacts> people)) {
    const auto middle = *rc::gen::inRange<std::size_t>(0, people.size() + 1);
    const std::span<const PersonFacts> all(people);
    RC_ASSERT(coverageOf(all.first(middle)) + coverageOf(all.subspan(middle)) == coverageOf(all));
}

PersonFacts onRoster() {
    PersonFacts facts;
    facts.onRoster = true;
    return facts;
}

TEST(StateOf, FollowsTheWrittenPrecedence) {
    PersonFacts facts = onRoster();
    EXPECT_EQ(stateOf(facts), PersonState::NotYet);
    facts.absent = true;
    EXPECT_EQ(stateOf(facts), PersonState::Absent);
    facts.add(ExcuseKind::StudyLeave);
    EXPECT_EQ(stateOf(facts), PersonState::Excused);
    facts.refused = true;
    EXPECT_EQ(stateOf(facts), PersonState::Refused);
    facts.add(LeftKind::Retired);
    EXPECT_EQ(stateOf(facts), PersonState::OffRoster);
    facts.hasSigned = true;
    EXPECT_EQ(stateOf(facts), PersonState::Signed);
    facts.onRoster = false;
    EXPECT_EQ(stateOf(facts), PersonState::Added);
}

TEST(StateOf, NamesTheFirstOfSeveralReasons) {
    PersonFacts facts = onRoster();
    EXPECT_EQ(excuseOf(facts), std::nullopt);
    EXPECT_EQ(leftOf(facts), std::nullopt);
    facts.add(ExcuseKind::Other);
    facts.add(ExcuseKind::Leave);
    facts.add(LeftKind::WrongData);
    EXPECT_EQ(excuseOf(facts), ExcuseKind::Leave);
    EXPECT_EQ(leftOf(facts), LeftKind::WrongData);
}

TEST(CoverageRule, CountsAnAddedPersonOnlyOnceMatched) {
    PersonFacts added;
    added.hasSigned = true;
    const PersonFacts waiting = onRoster();
    EXPECT_EQ(coverageOf(std::vector{waiting, added}).signedPeople, 0U);
    EXPECT_EQ(coverageOf(std::vector{waiting, added}).denominator(), 1U);
    const Coverage matched = coverageOf(std::vector{join(waiting, added)});
    EXPECT_EQ(matched.signedPeople, 1U);
    EXPECT_EQ(matched.denominator(), 1U);
}

TEST(CoverageRule, KeepsExcusedAndRefusedInTheDenominatorAndTheGoneOut) {
    PersonFacts excused = onRoster(), refused = onRoster(), gone = onRoster(), done = onRoster();
    excused.add(ExcuseKind::Leave);
    refused.refused = true;
    gone.add(LeftKind::Deceased);
    gone.hasSigned = true;
    done.hasSigned = true;
    const Coverage coverage = coverageOf(std::vector{excused, refused, gone, done});
    EXPECT_EQ(coverage.denominator(), 3U);
    EXPECT_EQ(coverage.signedPeople, 1U);
    EXPECT_EQ(coverage.signedThenLeft, 1U);
}

TEST(DriveTransitions, GoOneStepForwardOnly) {
    using D = DriveState;
    EXPECT_TRUE(checkTransition(D::Prepared, D::TextLocked));
    EXPECT_TRUE(checkTransition(D::Closed, D::Archived));
    EXPECT_EQ(checkTransition(D::Prepared, D::Running).error().reason, "drive.transition");
    EXPECT_FALSE(checkTransition(D::Closed, D::Running));
    EXPECT_FALSE(checkTransition(D::Running, D::Running));
}

TEST(SessionTransitions, PauseAndGoOnButNeverReopen) {
    using S = SessionState;
    for (const auto& [from, to] : {std::pair{S::Draft, S::Ready},
                                   {S::Ready, S::Open},
                                   {S::Open, S::Paused},
                                   {S::Paused, S::Open},
                                   {S::Open, S::Closed},
                                   {S::Paused, S::Closed},
                                   {S::Closed, S::MinutesSigned},
                                   {S::MinutesSigned, S::Sent}})
        EXPECT_TRUE(checkTransition(from, to, 40)) << slug(from) << " -> " << slug(to);
    for (const auto& [from, to] : {std::pair{S::Closed, S::Open},
                                   {S::Sent, S::Open},
                                   {S::Cancelled, S::Open},
                                   {S::Draft, S::Open},
                                   {S::Closed, S::Cancelled},
                                   {S::Open, S::Sent}})
        EXPECT_EQ(checkTransition(from, to, 0).error().reason, "session.transition")
            << slug(from) << " -> " << slug(to);
}

TEST(SessionTransitions, CancelOnlyWithoutSignatures) {
    EXPECT_TRUE(checkTransition(SessionState::Open, SessionState::Cancelled, 0));
    EXPECT_EQ(checkTransition(SessionState::Open, SessionState::Cancelled, 1).error().reason,
              "session.has-signatures");
}

TEST(EntryTransitions, FallBackOnlyFromSending) {
    using E = EntryProgress;
    EXPECT_TRUE(checkTransition(E::Saved, E::Sending));
    EXPECT_TRUE(checkTransition(E::Sending, E::Waiting));
    EXPECT_TRUE(checkTransition(E::Waiting, E::Received)) << "a stick may overtake the net";
    EXPECT_FALSE(checkTransition(E::Received, E::Waiting));
    EXPECT_FALSE(checkTransition(E::Waiting, E::Saved));
}

TEST(StatusSlugs, ReadBackWhatTheyWrite) {
    for (int i = 0; i < 8; ++i)
        EXPECT_EQ(sessionStateFromSlug(slug(static_cast<SessionState>(i))).value(),
                  static_cast<SessionState>(i));
    for (int i = 0; i < 7; ++i)
        EXPECT_EQ(personStateFromSlug(slug(static_cast<PersonState>(i))).value(),
                  static_cast<PersonState>(i));
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(driveStateFromSlug(slug(static_cast<DriveState>(i))).value(), static_cast<DriveState>(i));
        EXPECT_EQ(leftKindFromSlug(slug(static_cast<LeftKind>(i))).value(), static_cast<LeftKind>(i));
    }
    EXPECT_FALSE(excuseKindFromSlug("sakit"));
    EXPECT_EQ(slug(EntryMark::WetInk), "wet-ink");
}

} // namespace
} // namespace teken::domain
