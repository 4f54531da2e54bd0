#include "core/domain/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace teken::domain {
namespace {

std::string split(std::string_view name) {
    const NameParts parts = splitDegrees(name);
    return parts.front + "|" + parts.name + "|" + parts.back;
}

std::string reasonOf(std::string_view name) {
    const auto checked = checkName(name);
    return checked ? "" : checked.error().reason;
}

TEST(SplitDegrees, TakesTitlesOffBothEndsWithoutTouchingTheirCase) {
    EXPECT_EQ(split("Dr. H. Ach. FAISOL, S.Sos., M.Si."), "Dr. H.|Ach. FAISOL|S.Sos., M.Si.");
    EXPECT_EQ(split("drg. Siti Aminah"), "drg.|Siti Aminah|");
    EXPECT_EQ(split("Budi Santoso S.H. M.H."), "|Budi Santoso|S.H., M.H.");
    EXPECT_EQ(split("BUDI SANTOSO SE, MM"), "|BUDI SANTOSO|SE, MM");
    EXPECT_EQ(split("H.Ahmad Fauzi"), "H.|Ahmad Fauzi|");
    EXPECT_EQ(split("Drs., Budi Santoso"), "Drs.,|Budi Santoso|");
    EXPECT_EQ(split("K.H. Hasyim"), "K.H.|Hasyim|");
}

TEST(SplitDegrees, KeepsShortNamesAndInitials) {
    EXPECT_EQ(split("Sukarno"), "|Sukarno|");
    EXPECT_EQ(split("M.Ali"), "|M.Ali|");
    EXPECT_EQ(split("A. Rahman"), "|A. Rahman|");
    EXPECT_EQ(split("St. Aisyah"), "|St. Aisyah|");
    EXPECT_EQ(split("Ir"), "|Ir|") << "the last word is always a name";
    EXPECT_EQ(split("Li Ma"), "|Li Ma|");
    EXPECT_EQ(split(""), "||");
}

TEST(FoldName, JoinsTheSpellingsOfCommonNames) {
    for (const std::string_view name : {"Moh. Ali", "Moch. Ali", "Muh. Ali", "Mohammad Ali", "MUHAMMAD ALI",
                                        "Moh.Ali", "  moch   ali ", "Moehammad Ali", "Mochammad Ali, S.Pd."})
        EXPECT_EQ(foldName(name), "muhammad ali") << name;
    for (const std::string_view name : {"Ach. Faisol", "Ahmad Faisol", "Achmad FAISOL"})
        EXPECT_EQ(foldName(name), "ahmad faisol") << name;
    for (const std::string_view name : {"Abd. Rahman", "Abdul Rahman", "Abdoel Rahman"})
        EXPECT_EQ(foldName(name), "abdul rahman") << name;
    for (const std::string_view name : {"St. Aminah", "Siti Aminah", "Hj. Siti Aminah, A.Md.Keb."})
        EXPECT_EQ(foldName(name), "siti aminah") << name;
}

TEST(FoldName, JoinsOldSpellingAndNew) {
    EXPECT_EQ(foldName("Soekarno"), foldName("Sukarno"));
    EXPECT_EQ(foldName("Djoko Tjahjono"), foldName("Joko Cahjono"));
    EXPECT_EQ(foldName("Sjafi'i"), foldName("Syafi’i"));
    EXPECT_EQ(foldName("Mu'min"), foldName("Mu\xca\xbcmin"));
    EXPECT_NE(foldName("Dewi Lestari"), foldName("Dewa Lestari"));
}

TEST(CheckName, AcceptsOneWordAndSixtyLetters) {
    EXPECT_EQ(reasonOf("Sukarno"), "");
    EXPECT_EQ(reasonOf("Ö"), "");
    EXPECT_EQ(reasonOf("Prof. Dr. " + std::string(30, 'a') + " " + std::string(30, 'b') + ", S.H., M.H."),
              "");
}

TEST(CheckName, RefusesWhatNoNameIs) {
    EXPECT_EQ(reasonOf(""), "name.empty");
    EXPECT_EQ(reasonOf("  \xc2\xa0"), "name.empty");
    EXPECT_EQ(reasonOf("12345"), "name.no-letter");
    EXPECT_EQ(reasonOf("..."), "name.no-letter");
    EXPECT_EQ(reasonOf("Ali\nBudi"), "name.control-character");
    EXPECT_EQ(reasonOf("Ali\xff"), "name.not-utf8");
    EXPECT_EQ(reasonOf(std::string(30, 'a') + " " + std::string(31, 'b')), "name.too-long");
    EXPECT_EQ(reasonOf("Ali, " + std::string(116, 'S')), "name.too-long-with-degrees");
}

TEST(VariantBegunBy, SeesTheWordWhileItIsTyped) {
    EXPECT_EQ(variantBegunBy("moha"), "muhammad");
    EXPECT_EQ(variantBegunBy("moc"), "muhammad");
    EXPECT_EQ(variantBegunBy("abd"), "abdul");
    EXPECT_EQ(variantBegunBy("mo"), "");
    EXPECT_EQ(variantBegunBy("mohx"), "");
}

TEST(BalineseShape, IsSeenByTheFirstWord) {
    EXPECT_TRUE(isBalineseShaped(searchWords("I Wayan Sudarma")));
    EXPECT_TRUE(isBalineseShaped(searchWords("Ni Luh Putu Dewi, S.Pd.")));
    EXPECT_FALSE(isBalineseShaped(searchWords("Ahmad Made")));
    EXPECT_FALSE(isBalineseShaped(searchWords("Made")));
}

} // namespace
} // namespace teken::domain
