#include "core/domain/indonesian.h"

#include <gtest/gtest.h>

namespace teken::domain {
namespace {

const Date kDay = *parseIsoDate("2023-11-17");
const WallTime kMorning{Milliseconds{1'700'183'700'000}}; // 2023-11-17 01:15:00 UTC

TEST(Indonesian, WritesDaysAndHoursInEachZone) {
    EXPECT_EQ(formatDay(kDay), "Jumat, 17 November 2023");
    EXPECT_EQ(formatHour(kMorning, Zone::Wib), "08.15 WIB");
    EXPECT_EQ(formatHour(kMorning, Zone::Wita), "09.15 WITA");
    EXPECT_EQ(formatHour(kMorning, Zone::Wit), "10.15 WIT");
    EXPECT_EQ(formatDateHour(kMorning, Zone::Wib), "17 November 2023, 08.15 WIB");
}

TEST(Indonesian, ChangesTheDateAtLocalMidnight) {
    const WallTime evening{Milliseconds{1'700'183'700'000 + 16LL * 3600 * 1000}}; // 17:15 UTC
    EXPECT_EQ(isoDate(dateIn(Zone::Wib, evening)), "2023-11-18");
    EXPECT_EQ(formatHour(evening, Zone::Wib), "00.15 WIB");
    EXPECT_EQ(isoDate(dateIn(Zone::Wib, kMorning)), "2023-11-17");
    const WallTime before1970{Milliseconds{-1}};
    EXPECT_EQ(formatDateHour(before1970, Zone::Wib), "1 Januari 1970, 06.59 WIB");
}

TEST(Indonesian, ReadsZonesBackAndRefusesOthers) {
    EXPECT_EQ(zoneFromName("WITA").value(), Zone::Wita);
    EXPECT_FALSE(zoneFromName("UTC"));
}

TEST(Indonesian, GroupsThousandsWithDots) {
    EXPECT_EQ(formatNumber(0), "0");
    EXPECT_EQ(formatNumber(999), "999");
    EXPECT_EQ(formatNumber(6'102), "6.102");
    EXPECT_EQ(formatNumber(-1'234'567), "-1.234.567");
    EXPECT_EQ(formatNumber(std::numeric_limits<std::int64_t>::min()), "-9.223.372.036.854.775.808");
}

TEST(Indonesian, SaysAHundredPercentOnlyWhenItIs) {
    EXPECT_EQ(formatPercent(5'874, 6'063), "96,9 %");
    EXPECT_EQ(formatPercent(6'062, 6'063), "99,9 %");
    EXPECT_EQ(formatPercent(6'063, 6'063), "100 %");
    EXPECT_EQ(formatPercent(1, 6'063), "0,1 %");
    EXPECT_EQ(formatPercent(0, 6'063), "0 %");
    EXPECT_EQ(formatPercent(1, 2), "50,0 %");
    EXPECT_EQ(formatPercent(0, 0), "–");
    EXPECT_EQ(formatCoverage(5'874, 6'063), "5.874 dari 6.063 orang (96,9 %)");
}

TEST(Indonesian, SpellsNumbers) {
    EXPECT_EQ(numberInWords(0), "nol");
    EXPECT_EQ(numberInWords(11), "sebelas");
    EXPECT_EQ(numberInWords(17), "tujuh belas");
    EXPECT_EQ(numberInWords(40), "empat puluh");
    EXPECT_EQ(numberInWords(100), "seratus");
    EXPECT_EQ(numberInWords(111), "seratus sebelas");
    EXPECT_EQ(numberInWords(1'000), "seribu");
    EXPECT_EQ(numberInWords(1'001), "seribu satu");
    EXPECT_EQ(numberInWords(6'102), "enam ribu seratus dua");
    EXPECT_EQ(numberInWords(21'000), "dua puluh satu ribu");
    EXPECT_EQ(numberInWords(101'000), "seratus satu ribu");
    EXPECT_EQ(numberInWords(1'000'000), "satu juta");
    EXPECT_EQ(numberInWords(5'580'000'000), "lima miliar lima ratus delapan puluh juta");
}

TEST(Indonesian, SpellsDates) {
    EXPECT_EQ(dateInWords(kDay), "tujuh belas November dua ribu dua puluh tiga");
}

} // namespace
} // namespace teken::domain
