#include "core/domain/person_search.h"

#include "tests/unit/domain/roster_samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace teken::domain {
namespace {

using test::person;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class PersonSearchTest : public testing::Test {
protected:
    std::vector<Person> m_people{
        person(1, "Ach. FAISOL, S.Sos.", "198506112009011901", "DINSOS"),
        person(2, "Mohammad Faisol Anwar", "198601152010011902", "DINKES"),
        person(3, "Siti Nur Halimah, S.Pd., M.Pd.", "199002282022212905", "DINKES"),
        person(4, "Soekarno", "", "KEC-10"),
        person(5, "I Wayan Sudarma", "197005051995031906", "DINKES"),
        person(6, "I Made Wayan Arta", "197105051995031907", "DINSOS"),
        person(7, "Mu'min Djoko", "197205051995031908", "DINSOS"),
        person(8, "Ach. Faisol", "198506112009011909", "DINKES"),
    };
    std::vector<Unit> m_units{{"DINSOS", "Dinas Sosial", UnitKind::Opd, "", ""},
                              {"DINKES", "Dinas Kesehatan", UnitKind::Opd, "", ""},
                              {"KEC-10", "Kecamatan Waru", UnitKind::Kecamatan, "", ""}};

    /// The last byte of each found person's id.
    [[nodiscard]] std::vector<int> find(std::string_view query, std::size_t limit = 20) const {
        std::vector<int> ids;
        for (const PersonHit& hit : PersonSearch(m_people, m_units).find(query, limit)) {
            EXPECT_EQ(m_people[hit.index].id, hit.person);
            ids.push_back(hit.person.bytes[15]);
        }
        return ids;
    }
};

TEST_F(PersonSearchTest, FindsByTheBeginningOfAnyWordInAnyOrder) {
    EXPECT_THAT(find("halim"), ElementsAre(3));
    EXPECT_THAT(find("halimah siti"), ElementsAre(3));
    EXPECT_THAT(find("nu ha si"), ElementsAre(3));
    EXPECT_THAT(find("HALIMAH, S.Pd."), ElementsAre(3));
    EXPECT_THAT(find("limah"), IsEmpty()) << "not in the middle of a word";
}

TEST_F(PersonSearchTest, FoldsSpellingsBothWays) {
    EXPECT_THAT(find("achmad faisol"), ElementsAre(1, 8));
    EXPECT_THAT(find("ach faisol"), ElementsAre(1, 8));
    EXPECT_THAT(find("moh faisol"), ElementsAre(2));
    EXPECT_THAT(find("st halimah"), ElementsAre(3));
    EXPECT_THAT(find("sukarno"), ElementsAre(4));
    EXPECT_THAT(find("soekarno"), ElementsAre(4));
    EXPECT_THAT(find("mumin joko"), ElementsAre(7));
    EXPECT_THAT(find("mu’min djoko"), ElementsAre(7));
}

TEST_F(PersonSearchTest, KeepsFindingWhileAVariantIsStillTyped) {
    for (const std::string_view typed : {"m", "mo", "moc", "moch", "mocha", "mochamm", "mochammad"})
        EXPECT_THAT(find(std::string(typed) + " fa"), ElementsAre(2)) << typed;
    for (const std::string_view typed : {"s", "so", "soe", "soek", "soekarn"})
        EXPECT_THAT(find(typed), testing::Contains(4)) << typed;
}

TEST_F(PersonSearchTest, FindsByDigitsBestAtTheEnd) {
    EXPECT_THAT(find("1901"), ElementsAre(1));
    EXPECT_THAT(find("011909"), ElementsAre(8));
    EXPECT_THAT(find("19850611"), ElementsAre(1, 8)) << "equal: by name, then by id";
    EXPECT_THAT(find("19850611 200901 1 909"), ElementsAre(8));
    EXPECT_THAT(find("19850611.200901.1.909"), ElementsAre(8));
    EXPECT_THAT(find("200901"), UnorderedElementsAre(1, 8));
    EXPECT_THAT(find("99"), IsEmpty()) << "two digits count only at an end";
    EXPECT_THAT(find("faisol 909"), ElementsAre(8));
}

TEST_F(PersonSearchTest, FindsByUnitBehindNames) {
    EXPECT_THAT(find("sosial"), UnorderedElementsAre(1, 6, 7));
    EXPECT_THAT(find("faisol dinkes"), UnorderedElementsAre(2, 8));
    EXPECT_THAT(find("kec 10"), ElementsAre(4));
    m_people[3].extraPosts = {{"DINSOS", "", Acting::Plt}};
    EXPECT_THAT(find("soekarno sosial"), ElementsAre(4)) << "the second post's unit too";
}

TEST_F(PersonSearchTest, RanksBalineseNamesByTheirLastWords) {
    EXPECT_THAT(find("wayan"), ElementsAre(6, 5)) << "equal: by name";
    EXPECT_THAT(find("sudarma"), ElementsAre(5));
    EXPECT_THAT(find("i"), ElementsAre(6, 5));
    m_people.push_back(person(9, "Ni Luh Wayan", "", "DINKES"));
    EXPECT_THAT(find("wayan"), ElementsAre(9, 6, 5));
}

TEST_F(PersonSearchTest, PrefersWholeWordsToBeginnings) {
    m_people = {person(1, "Anwarudin", "", "DINKES"), person(2, "Zaki Anwar", "", "DINKES")};
    EXPECT_THAT(find("anwar"), ElementsAre(2, 1));
}

TEST_F(PersonSearchTest, FindsNothingForNothing) {
    EXPECT_THAT(find(""), IsEmpty());
    EXPECT_THAT(find(" , . "), IsEmpty());
    EXPECT_THAT(find("faisol", 0), IsEmpty());
    EXPECT_THAT(find("faisol zzz"), IsEmpty());
    EXPECT_THAT(find(std::string(100'000, 'a')), IsEmpty());
    EXPECT_THAT(PersonSearch().find("faisol", 5), IsEmpty());
}

TEST_F(PersonSearchTest, KeepsItsOrderWhateverTheOrderOfThePeople) {
    const auto before = find("a");
    std::reverse(m_people.begin(), m_people.end());
    EXPECT_EQ(find("a"), before);
    EXPECT_EQ(find("a", 2), (std::vector<int>{before[0], before[1]}));
}

} // namespace
} // namespace teken::domain
