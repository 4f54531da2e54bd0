#include "app/papers/words_of_time.h"

#include <gtest/gtest.h>

namespace teken::papers {
namespace {

constexpr std::int64_t kMorning = 1'700'183'700'000; // 17 November 2023, 01.15 UTC
constexpr std::int64_t kHour = 3'600'000;

domain::Date date(int year, unsigned month, unsigned day) {
    return domain::Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

TEST(DayInMinutes, WritesDateInWordsAndDigits) {
    EXPECT_EQ(dayInMinutes(date(2023, 11, 17)),
              "hari Jumat, tanggal tujuh belas bulan November tahun dua ribu dua puluh tiga (17-11-2023)");
    EXPECT_EQ(
        dayInMinutes(date(2024, 2, 29)),
        "hari Kamis, tanggal dua puluh sembilan bulan Februari tahun dua ribu dua puluh empat (29-02-2024)");
    EXPECT_EQ(dayInMinutes(date(2030, 1, 1)),
              "hari Selasa, tanggal satu bulan Januari tahun dua ribu tiga puluh (01-01-2030)");
    EXPECT_EQ(dayInMinutes(date(2031, 12, 11)),
              "hari Kamis, tanggal sebelas bulan Desember tahun dua ribu tiga puluh satu (11-12-2031)");
}

TEST(HoursOf, NamesTheZoneOfTheDrive) {
    EXPECT_EQ(hoursOf(kMorning, kMorning + kHour, domain::Zone::Wib), "pukul 08.15 s.d. 09.15 WIB");
    EXPECT_EQ(hoursOf(kMorning, kMorning + kHour, domain::Zone::Wita), "pukul 09.15 s.d. 10.15 WITA");
    EXPECT_EQ(hoursOf(kMorning, kMorning + kHour, domain::Zone::Wit), "pukul 10.15 s.d. 11.15 WIT");
}

TEST(HoursOf, NamesTheDayWhenASessionEndsOnAnother) {
    EXPECT_EQ(hoursOf(kMorning, kMorning + 20 * kHour, domain::Zone::Wib),
              "pukul 08.15 WIB s.d. hari Sabtu, 18 November 2023 pukul 04.15 WIB");
}

TEST(HoursOf, SaysOnlyTheBeginningOfARunningSession) {
    EXPECT_EQ(hoursOf(kMorning, std::nullopt, domain::Zone::Wib), "mulai pukul 08.15 WIB");
}

TEST(Counted, WritesNumbersTwice) {
    EXPECT_EQ(counted(0), "0 (nol)");
    EXPECT_EQ(counted(11), "11 (sebelas)");
    EXPECT_EQ(counted(240), "240 (dua ratus empat puluh)");
    EXPECT_EQ(counted(6'102), "6.102 (enam ribu seratus dua)");
}

TEST(Numbers, AreGroupedInFullAndMaskedToThreeDigits) {
    EXPECT_EQ(fullNumber("198506112009011903"), "19850611 200901 1 903");
    EXPECT_EQ(fullNumber("12-34"), "12-34");
    EXPECT_EQ(maskedNumber("198506112009011903"), "••• 903");
    EXPECT_EQ(maskedNumber(""), "–");
}

TEST(Numbers, DoNotMaskAShortOneToItself) {
    EXPECT_EQ(maskedNumber("903"), "•••");
    EXPECT_EQ(maskedNumber("12345"), "•••");
}

} // namespace
} // namespace teken::papers
