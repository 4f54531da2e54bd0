#include "core/base/encoding.h"

#include <gtest/gtest.h>

namespace teken {
namespace {

std::string encodeCodePoint(std::uint32_t point) {
    std::string text;
    const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xc0 | point >> 6);
        put(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
        put(0xe0 | point >> 12);
        put(0x80 | (point >> 6 & 0x3f));
        put(0x80 | (point & 0x3f));
    } else {
        put(0xf0 | point >> 18);
        put(0x80 | (point >> 12 & 0x3f));
        put(0x80 | (point >> 6 & 0x3f));
        put(0x80 | (point & 0x3f));
    }
    return text;
}

TEST(Utf8, AcceptsEveryCodePointThatExistsAndNoSurrogate) {
    for (std::uint32_t point = 0; point <= 0x110010; ++point) {
        const bool good = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
        ASSERT_EQ(isUtf8(encodeCodePoint(point)), good) << std::hex << point;
    }
}

TEST(Utf8, AcceptsExactlyTheTwoByteSequencesOfTheStandard) {
    for (int first = 0; first < 256; ++first)
        for (int second = 0; second < 256; ++second) {
            const std::string text{static_cast<char>(first), static_cast<char>(second)};
            const bool ascii = first < 0x80 && second < 0x80;
            const bool pair = first >= 0xc2 && first <= 0xdf && second >= 0x80 && second <= 0xbf;
            ASSERT_EQ(isUtf8(text), ascii || pair) << first << " " << second;
        }
}

TEST(Utf8, RefusesOverlongForms) {
    for (const std::string text : {"\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xf0\x80\x80\x80",
                                   "\xf0\x8f\xbf\xbf", "\xf8\x88\x80\x80\x80"})
        EXPECT_EQ(utf8ErrorOffset(text), 0U);
}

TEST(Utf8, RefusesCharactersCutAtTheEnd) {
    const std::string letter = "\xf0\x9f\x96\x8a";
    for (std::size_t kept = 1; kept < letter.size(); ++kept)
        EXPECT_EQ(utf8ErrorOffset("ink" + letter.substr(0, kept)), 3U) << kept;
}

TEST(Utf8, NamesTheFirstBadByte) {
    EXPECT_EQ(utf8ErrorOffset("Nur\xe9"), 3U);           // Windows-1252 in disguise
    EXPECT_EQ(utf8ErrorOffset("Nur\xc3\xa9 \xe9t"), 6U); // good, then bad
    EXPECT_EQ(utf8ErrorOffset("\x80"), 0U);              // a continuation alone
    EXPECT_EQ(utf8ErrorOffset("a\xe2\x80z"), 1U);        // the start of the broken character
}

TEST(Utf8, AcceptsAnEmptyTextAndAZeroByte) {
    EXPECT_TRUE(isUtf8(""));
    EXPECT_TRUE(isUtf8(std::string_view("a\0b", 3)));
}

TEST(Utf8, CountsCharactersAndNotBytes) {
    EXPECT_EQ(utf8Length(""), 0U);
    EXPECT_EQ(utf8Length("Ma\xca\xbcruf"), 6U);
    EXPECT_EQ(utf8Length("\xf0\x9f\x96\x8a\xe2\x80\x99z"), 3U);
}

} // namespace
} // namespace teken
