#include "core/domain/nip.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace teken::domain {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kPns = "198506112009011901";
constexpr std::string_view kPppk = "199002282022212905";
const Date kToday = *parseIsoDate("2023-11-17");

std::string reasonOf(std::string_view raw) {
    const auto nip = Nip::parse(raw);
    return nip ? "" : nip.error().reason;
}

TEST(NipParser, ReadsEveryPartOfACivilServantsNumber) {
    const auto nip = Nip::parse(kPns);
    ASSERT_TRUE(nip);
    EXPECT_EQ(nip->kind(), NumberKind::Pns);
    EXPECT_EQ(isoDate(nip->birthDate()), "1985-06-11");
    EXPECT_EQ(nip->sex(), Sex::Male);
    EXPECT_EQ(nip->appointmentYear(), 2009);
    EXPECT_EQ(nip->appointmentMonth(), 1U);
    EXPECT_EQ(nip->contract(), std::nullopt);
    EXPECT_EQ(nip->serial(), 901U);
}

TEST(NipParser, ReadsContractNumbersFrom21To29) {
    const auto nip = Nip::parse(kPppk);
    ASSERT_TRUE(nip);
    EXPECT_EQ(nip->kind(), NumberKind::Pppk);
    EXPECT_EQ(nip->sex(), Sex::Female);
    EXPECT_EQ(nip->contract(), 21U);
    EXPECT_EQ(nip->appointmentMonth(), std::nullopt);
    for (const std::string_view contract : {"22", "24", "29"}) {
        std::string digits(kPppk);
        digits.replace(12, 2, contract);
        EXPECT_EQ(Nip::parse(digits)->kind(), NumberKind::Pppk) << contract;
    }
    for (const std::string_view neither : {"00", "13", "20", "30"}) {
        std::string digits(kPppk);
        digits.replace(12, 2, neither);
        EXPECT_EQ(Nip::parse(digits)->kind(), NumberKind::Unknown) << neither;
    }
}

TEST(NipParser, CleansWhatPeopleTypeAroundTheDigits) {
    for (const std::string_view raw :
         {"19850611 200901 1 901", "19850611.200901.1.901", "19850611-200901-1-901",
          "NIP. 19850611 200901 1 901", "NIP 198506112009011901", "nip: 198506112009011901",
          "NI PPPK 198506112009011901", "'198506112009011901", "’198506112009011901",
          "\xc2\xa0"
          "19850611\xc2\xa0"
          "200901\xe2\x80\xaf"
          "1 901",
          "19850611\xe2\x80\x93"
          "200901 1 901",
          "=\"198506112009011901\"",
          "\xef\xbb\xbf"
          "198506112009011901\r\n"})
        EXPECT_EQ(Nip::parse(raw).map([](const Nip& nip) { return nip.digits(); }).value_or("refused"), kPns)
            << raw;
}

TEST(NipParser, RefusesSerialZero) {
    EXPECT_EQ(reasonOf("198506112009011000"), "nip.serial-zero");
    EXPECT_EQ(reasonOf("198.506.112.009.011.000"), "nip.serial-zero");
}

TEST(NipParser, RefusesWhatASpreadsheetMadeAFloatOf) {
    for (const std::string_view raw : {"1.98506E+17", "1,98506E+17", "1.98506112009012E+17", "2E+17",
                                       "198506112009011000.0", "198506112009011901,00", " 1.98506e17 "})
        EXPECT_EQ(reasonOf(raw), "nip.float") << raw;
    EXPECT_FALSE(looksLikeFloat("19850611.200901.1.901"));
    EXPECT_FALSE(looksLikeFloat("198506112009011901"));
    EXPECT_FALSE(looksLikeFloat("E+17"));
}

TEST(NipParser, RefusesOtherLengthsAndLetters) {
    EXPECT_EQ(reasonOf(""), "nip.empty");
    EXPECT_EQ(reasonOf(" - "), "nip.empty");
    EXPECT_EQ(reasonOf("NIP."), "nip.empty");
    EXPECT_EQ(reasonOf("19850611200901190"), "nip.not-18-digits");
    EXPECT_EQ(reasonOf("1985061120090119011"), "nip.not-18-digits");
    EXPECT_EQ(reasonOf("19850611200901190l"), "nip.not-digits");
    EXPECT_EQ(reasonOf("19850611２00901 1 901"), "nip.not-digits") << "full-width digits are not ASCII";
    EXPECT_EQ(reasonOf("٣98506112009011901"), "nip.not-digits");
    EXPECT_EQ(reasonOf("\xff\xfe"), "nip.not-digits");
}

TEST(NipParser, RefusesDatesThatDoNotExist) {
    EXPECT_EQ(reasonOf("198502302009011901"), "nip.birth-date");
    EXPECT_EQ(reasonOf("198313112009011901"), "nip.birth-date");
    EXPECT_EQ(reasonOf("198302292009011901"), "nip.birth-date");
    EXPECT_EQ(reasonOf("000006112009011901"), "nip.birth-date");
    EXPECT_EQ(reasonOf("198402292009011901"), "") << "1984 had a 29 February";
}

TEST(NipParser, RefusesOtherSexDigits) {
    EXPECT_EQ(reasonOf("198506112009010901"), "nip.sex");
    EXPECT_EQ(reasonOf("198506112009013901"), "nip.sex");
}

TEST(NipParser, NeverRepeatsDigitsInItsErrors) {
    for (const std::string_view raw :
         {"198506112009011000", "198502302009011901", "1985061120090119", "198506112009013901"})
        EXPECT_EQ(describe(Nip::parse(raw).error()).find("19850"), std::string::npos);
}

TEST(NipWarnings, AreSilentForAnOrdinaryNumber) {
    EXPECT_THAT(Nip::parse(kPns)->warnings(kToday), IsEmpty());
    EXPECT_THAT(Nip::parse(kPppk)->warnings(kToday), IsEmpty());
}

TEST(NipWarnings, NoticeAgesAndUnknownKinds) {
    EXPECT_THAT(Nip::parse("199506112009011901")->warnings(kToday),
                ElementsAre(NipWarning::AgeAtAppointment));
    EXPECT_THAT(Nip::parse("196506112009011901")->warnings(kToday),
                ElementsAre(NipWarning::AgeAtAppointment));
    EXPECT_THAT(Nip::parse("196211161985011901")->warnings(kToday), ElementsAre(NipWarning::AgeNow));
    EXPECT_THAT(Nip::parse("196211181985011901")->warnings(kToday), IsEmpty()) << "61 tomorrow";
    EXPECT_THAT(Nip::parse("200611182009131901")->warnings(kToday),
                ElementsAre(NipWarning::KindUnknown, NipWarning::AgeAtAppointment, NipWarning::AgeNow));
    EXPECT_EQ(slug(NipWarning::AgeNow), "nip.age-now");
}

TEST(NipMask, ShowsOnlyTheLastThreeDigits) {
    EXPECT_EQ(maskedNumber(kPns), "•••••••• •••••• • 901");
    EXPECT_EQ(maskedNumber("12345"), "••345");
    EXPECT_EQ(maskedNumber("901"), "•••");
    EXPECT_EQ(maskedNumber(""), "");
    EXPECT_EQ(maskedNumber("ab123456"), "•••••456");
}

TEST(NipPretty, GroupsEighteenDigitsAndLeavesTheRest) {
    EXPECT_EQ(prettyNumber(kPns), "19850611 200901 1 901");
    EXPECT_EQ(prettyNumber("12345"), "12345");
}

} // namespace
} // namespace teken::domain
