#include "core/domain/dates.h"
#include "core/domain/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace teken::domain {
namespace {

using testing::ElementsAre;

TEST(Text, WalksForeignBytesToTheirEnd) {
    const std::string bytes = "a\xc3\xa9\xff\xe2\x82";
    std::vector<char32_t> points;
    for (std::size_t at = 0; at < bytes.size();)
        points.push_back(nextCodePoint(bytes, at));
    EXPECT_THAT(points, ElementsAre(U'a', U'é', 0xfffd, 0xfffd, 0xfffd));
}

TEST(Text, AppendsWhatItReads) {
    for (const char32_t point : {U'a', U'é', U'’', U'𝄞'}) {
        std::string text;
        appendCodePoint(text, point);
        std::size_t at = 0;
        EXPECT_EQ(nextCodePoint(text, at), point);
        EXPECT_EQ(at, text.size());
    }
}

TEST(Text, FoldsMarksOfLatinLetters) {
    EXPECT_EQ(plainText("ÀÉÎÕÜ ÿñç Łś Žė Őű"), "aeiou ync ls ze ou");
}

TEST(Text, TidiesEverySpaceKindAndKeepsLetters) {
    EXPECT_EQ(tidySpaces("\xc2\xa0 Ach.  FAISOL\t\n\xe2\x80\x8b "), "Ach. FAISOL");
    EXPECT_EQ(tidySpaces("   "), "");
}

TEST(Text, SplitsWordsAtAnythingThatIsNoLetterAndDropsApostrophes) {
    EXPECT_THAT(plainWords("DINAS KESEHATAN, KAB. PAMEKASAN"),
                ElementsAre("dinas", "kesehatan", "kab", "pamekasan"));
    EXPECT_THAT(plainWords("Mu'min Syafi’i Jum\xca\xbc"
                           "at"),
                ElementsAre("mumin", "syafii", "jumat"));
    EXPECT_TRUE(plainWords("., - –").empty());
}

TEST(Text, CountsEditsUpToALimit) {
    EXPECT_EQ(editDistance("dinas", "dinas", 2), 0U);
    EXPECT_EQ(editDistance("dinas", "dians", 2), 1U);
    EXPECT_EQ(editDistance("dinas", "dinass", 2), 1U);
    EXPECT_EQ(editDistance("dinas", "badan", 2), 3U);
    EXPECT_EQ(editDistance("", "abcdef", 2), 3U);
}

TEST(Dates, WritesAndReadsIsoDates) {
    const auto date = parseIsoDate("2024-02-29");
    ASSERT_TRUE(date);
    EXPECT_EQ(isoDate(*date), "2024-02-29");
}

TEST(Dates, RefusesDatesThatDoNotExistAndOtherSpellings) {
    for (const std::string_view text : {"2023-02-29", "2023-13-01", "2023-00-10", "2023-11-00", "0000-01-01",
                                        "2023-1-1", "17-11-2023", "2023/11/17", "2023-11-17 ", ""})
        EXPECT_FALSE(parseIsoDate(text)) << text;
}

TEST(Dates, CountsFullYearsByTheBirthday) {
    const auto on = [](std::string_view day) { return *parseIsoDate(day); };
    EXPECT_EQ(fullYears(on("1985-06-11"), on("2023-06-10")), 37);
    EXPECT_EQ(fullYears(on("1985-06-11"), on("2023-06-11")), 38);
    EXPECT_EQ(fullYears(on("2000-02-29"), on("2023-02-28")), 22);
    EXPECT_EQ(fullYears(on("2000-02-29"), on("2023-03-01")), 23);
    EXPECT_EQ(fullYears(on("2024-01-01"), on("2023-12-31")), -1);
}

} // namespace
} // namespace teken::domain
