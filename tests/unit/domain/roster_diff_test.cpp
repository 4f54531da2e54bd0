#include "core/domain/roster_diff.h"

#include "tests/unit/domain/roster_samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace teken::domain {
namespace {

using test::person;
using test::smallRoster;
using testing::ElementsAre;
using testing::IsEmpty;
using Why = IdentityProposal::Why;

constexpr const char* kFaisol = "198506112009011901";
constexpr const char* kContract21 = "198506112021211903";
constexpr const char* kContract22 = "198506112022211904";

RosterSnapshot rosterOf(std::vector<Person> people) {
    RosterSnapshot roster = smallRoster();
    roster.people = std::move(people);
    return roster;
}

TEST(CarryIdentities, KeepsThePersonOfAnEqualNumberWhateverElseChanged) {
    const auto before = rosterOf({person(1, "Ach. FAISOL", kFaisol, "DINSOS")});
    auto after = rosterOf({person(9, "Achmad Faisol, S.Sos.", kFaisol, "DINKES")});
    const auto result = carryIdentities(before, after);
    EXPECT_EQ(result.carried, 1U);
    EXPECT_THAT(result.proposals, IsEmpty());
    EXPECT_EQ(after.people[0].id, before.people[0].id);
}

TEST(CarryIdentities, OnlyProposesForANewNumberWithSameNameAndBirthDate) {
    const auto before = rosterOf({person(1, "Ach. Faisol", kContract21, "DINSOS")});
    auto after = rosterOf({person(9, "Achmad FAISOL, S.Sos.", kContract22, "DINKES")});
    const auto result = carryIdentities(before, after);
    EXPECT_EQ(result.carried, 0U);
    EXPECT_THAT(result.proposals, ElementsAre(IdentityProposal{before.people[0].id, after.people[0].id,
                                                               Why::SameNameAndBirthDate}));
}

TEST(CarryIdentities, BringsOlderNumbersAlongOnceAnAdminAgrees) {
    const auto before = rosterOf({person(1, "Ach. Faisol", kContract21, "DINSOS")});
    auto after = rosterOf({person(9, "Ach. Faisol", kContract22, "DINSOS")});
    const IdentityProposal yes{before.people[0].id, after.people[0].id, Why::SameNameAndBirthDate};
    EXPECT_EQ(carryIdentities(before, after, {yes}).carried, 1U);
    EXPECT_EQ(after.people[0].id, before.people[0].id);
    EXPECT_THAT(after.people[0].numbers, ElementsAre(kContract22, kContract21));
    // The next list still knows the old number.
    auto later = rosterOf({person(7, "Ach. Faisol", kContract21, "DINSOS")});
    EXPECT_EQ(carryIdentities(after, later).carried, 1U);
    EXPECT_EQ(later.people[0].id, before.people[0].id);
}

TEST(CarryIdentities, GivesANumberToWhoHasItNowBeforeWhoOnceHadIt) {
    auto before =
        rosterOf({person(1, "Ach. Faisol", kContract22, "DINSOS"), person(2, "Budi", kContract21, "DINSOS")});
    before.people[0].numbers.push_back(kContract21);
    auto after = rosterOf({person(8, "Budi", kContract21, "DINSOS")});
    EXPECT_EQ(carryIdentities(before, after).carried, 1U);
    EXPECT_EQ(after.people[0].id, before.people[1].id);
}

TEST(CarryIdentities, ProposesByUnitForPeopleWithoutANumber) {
    const auto before = rosterOf({person(1, "Sukarno", "", "DINSOS"), person(2, "Sukarno", "", "DINKES")});
    auto after = rosterOf({person(8, "Soekarno", "", "DINSOS"), person(9, "Siti", "", "DINSOS")});
    const auto result = carryIdentities(before, after);
    EXPECT_EQ(result.carried, 0U);
    EXPECT_THAT(result.proposals,
                ElementsAre(IdentityProposal{before.people[0].id, after.people[0].id, Why::SameNameAndUnit}));
}

TEST(CarryIdentities, NeverGivesOneIdToTwoPeople) {
    const auto before = rosterOf({person(1, "Ach. Faisol", kFaisol, "DINSOS")});
    auto after =
        rosterOf({person(8, "Ach. Faisol", kFaisol, "DINSOS"), person(9, "Ach. Faisol", kFaisol, "DINKES")});
    EXPECT_EQ(carryIdentities(before, after).carried, 1U);
    EXPECT_NE(after.people[0].id, after.people[1].id);
}

TEST(DiffRosters, NamesWhoJoinedLeftMovedAndChanged) {
    auto before = rosterOf({person(1, "A", "", "DINSOS"), person(2, "B", "", "DINSOS"),
                            person(3, "C", "", "DINSOS"), person(4, "D", "", "DINSOS")});
    auto after = rosterOf({person(1, "A", "", "DINSOS"), person(2, "B", "", "DINKES"),
                           person(3, "C, S.H.", "", "DINSOS"), person(5, "E", "", "KEC-01")});
    after.people[1].rank = "II/a";
    after.people[2].post.acting = Acting::Pj;
    const RosterDiff diff = diffRosters(before, after);
    using What = RosterChange::What;
    EXPECT_EQ(diff.unchanged, 1U);
    ASSERT_EQ(diff.changes.size(), 4U);
    EXPECT_EQ(diff.changes[0],
              (RosterChange{What::Moved, before.people[1].id, "DINSOS", "DINKES", {"rank"}}));
    EXPECT_EQ(diff.changes[1],
              (RosterChange{What::Changed, before.people[2].id, "DINSOS", "DINSOS", {"name", "post"}}));
    EXPECT_EQ(diff.changes[2], (RosterChange{What::Left, before.people[3].id, "DINSOS", "", {}}));
    EXPECT_EQ(diff.changes[3], (RosterChange{What::Joined, after.people[3].id, "", "KEC-01", {}}));
    EXPECT_EQ(diff.count(What::Joined), 1U);
    EXPECT_EQ(slug(What::Moved), "moved");
}

TEST(DiffRosters, FindsNothingBetweenARosterAndItself) {
    const RosterSnapshot roster = smallRoster();
    EXPECT_THAT(diffRosters(roster, roster).changes, IsEmpty());
    EXPECT_EQ(diffRosters(roster, roster).unchanged, 3U);
}

} // namespace
} // namespace teken::domain
