#include "core/base/encoding.h"

#include "core/base/base32.h"

#include "core/base/bytes.h"
#include "tests/support/fakes.h"

#include <gtest/gtest.h>

namespace teken {
namespace {

Bytes randomBytes(std::size_t count) {
    Bytes bytes(count);
    test::SeededRandom(count + 1).fill(bytes);
    return bytes;
}

TEST(Hex, ReturnsWhatWentIn) {
    for (std::size_t count = 0; count <= 70; ++count) {
        const Bytes bytes = randomBytes(count);
        const auto decoded = decodeHex(encodeHex(bytes));
        ASSERT_TRUE(decoded) << describe(decoded.error());
        EXPECT_EQ(*decoded, bytes);
    }
}

TEST(Hex, WritesLowercaseWithLeadingZeros) {
    EXPECT_EQ(encodeHex(Bytes{0x00, 0x0f, 0xab, 0xff}), "000fabff");
}

TEST(Hex, RefusesUppercaseBecauseOneValueHasOneText) {
    const auto decoded = decodeHex("00AB");
    ASSERT_FALSE(decoded);
    EXPECT_EQ(decoded.error().reason, "encoding.hex");
    EXPECT_EQ(decoded.error().place, "offset 2");
}

TEST(Hex, RefusesEveryCharacterThatIsNoLowercaseHexDigit) {
    for (int c = 0; c < 256; ++c) {
        const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        const std::string first{static_cast<char>(c), '0'};
        const std::string second{'0', static_cast<char>(c)};
        EXPECT_EQ(decodeHex(first).has_value(), digit) << c;
        EXPECT_EQ(decodeHex(second).has_value(), digit) << c;
    }
}

TEST(Hex, RefusesAnOddNumberOfDigits) {
    EXPECT_FALSE(decodeHex("abc"));
}

TEST(Hex, RefusesTextThatDoesNotFillItsPlaceExactly) {
    std::array<std::uint8_t, 2> place{};
    EXPECT_TRUE(decodeHex("0102", place));
    EXPECT_FALSE(decodeHex("01", place));
    EXPECT_FALSE(decodeHex("010203", place));
    EXPECT_FALSE(decodeHex("", place));
}

// RFC 4648 section 10.
TEST(Base64, AgreesWithTheExamplesOfTheRfc) {
    const std::pair<const char*, const char*> examples[] = {{"", ""},
                                                            {"f", "Zg=="},
                                                            {"fo", "Zm8="},
                                                            {"foo", "Zm9v"},
                                                            {"foob", "Zm9vYg=="},
                                                            {"fooba", "Zm9vYmE="},
                                                            {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, text] : examples) {
        EXPECT_EQ(encodeBase64(view(plain)), text);
        const auto decoded = decodeBase64(text);
        ASSERT_TRUE(decoded) << text;
        EXPECT_EQ(textOf(*decoded), plain);
    }
}

TEST(Base64, UsesPlusAndSlashAndNotTheUrlAlphabet) {
    EXPECT_EQ(encodeBase64(Bytes{0xfb, 0xff, 0xfe}), "+//+");
    EXPECT_TRUE(decodeBase64("+//+"));
    EXPECT_FALSE(decodeBase64("-__-"));
}

TEST(Base64, ReturnsWhatWentIn) {
    for (std::size_t count = 0; count <= 100; ++count) {
        const Bytes bytes = randomBytes(count);
        const auto decoded = decodeBase64(encodeBase64(bytes));
        ASSERT_TRUE(decoded) << count;
        EXPECT_EQ(*decoded, bytes);
    }
}

TEST(Base64, RefusesBitsBehindTheLastByte) {
    // "Zh==" and "Zm9=" would mean the same bytes as "Zg==" and "Zm8=".
    for (const char* text : {"Zh==", "Zv==", "Zm9=", "Zm+="}) {
        const auto decoded = decodeBase64(text);
        ASSERT_FALSE(decoded) << text;
        EXPECT_EQ(decoded.error().reason, "encoding.base64");
    }
}

TEST(Base64, RefusesMissingSurplusAndMisplacedPadding) {
    for (const char* text :
         {"Zg", "Zg=", "Zm8", "Zm9v=", "Z===", "====", "=", "Zg==Zg==", "Zm8=Zm8=", "Z=g=", "=Zg="})
        EXPECT_FALSE(decodeBase64(text)) << text;
}

TEST(Base64, RefusesWhiteSpaceAndLineBreaks) {
    for (const char* text : {"Zm9v\n", "Zm 9", "Zm9v\nZm9v", " Zm9", "Zm9v    "})
        EXPECT_FALSE(decodeBase64(text)) << text;
}

TEST(Base64, HasOneTextForEachValue) {
    // Every text of one group that decodes must be the text that encoding gives back.
    const std::string alphabet = "AQgwBZz+/9=";
    for (const char a : alphabet)
        for (const char b : alphabet)
            for (const char c : alphabet)
                for (const char d : alphabet) {
                    const std::string text{a, b, c, d};
                    const auto decoded = decodeBase64(text);
                    if (decoded) {
                        EXPECT_EQ(encodeBase64(*decoded), text);
                    }
                }
}

TEST(Base64, RefusesBytesAbove127) {
    EXPECT_FALSE(decodeBase64("Zm9\xc3"));
    EXPECT_FALSE(decodeBase64("\xff\xff\xff\xff"));
}

TEST(Base32, WritesCodesWithoutLettersThatLookAlike) {
    EXPECT_EQ(encodeBase32(Bytes{}), "");
    EXPECT_EQ(encodeBase32(Bytes{0x00}), "00");
    EXPECT_EQ(encodeBase32(Bytes{0xff}), "ZW");
    EXPECT_EQ(encodeBase32(Bytes{0xff, 0xff, 0xff, 0xff, 0xff}), "ZZZZZZZZ");
    // 00000 00100 10001 10100 01010 11001 11100 01001, read in the order of the alphabet above.
    EXPECT_EQ(encodeBase32(Bytes{0x01, 0x23, 0x45, 0x67, 0x89}), "04HMASW9");
    for (std::size_t count = 0; count < 64; ++count) {
        const std::string text = encodeBase32(randomBytes(count));
        EXPECT_EQ(text.size(), (count * 8 + 4) / 5);
        EXPECT_EQ(text.find_first_of("ILOUilou"), std::string::npos) << text;
    }
}

TEST(Base32, ReadsWhatItWrites) {
    for (std::size_t count = 0; count < 64; ++count) {
        const auto bytes = randomBytes(count);
        EXPECT_EQ(decodeBase32(encodeBase32(bytes)).value(), bytes);
    }
}

TEST(Base32, RefusesOtherDigitsAndWhatIsLeftOver) {
    for (const auto* text : {"0", "000", "zw", "ZX", "U0", "I0", "0-", "00 ", "ZZZZZZZZ0"})
        EXPECT_EQ(decodeBase32(text).error().reason, "encoding.base32") << text;
}

TEST(Base32, GivesDifferentBytesOfOneLengthDifferentTexts) {
    std::vector<std::string> texts;
    for (int value = 0; value < 256; ++value)
        texts.push_back(encodeBase32(Bytes{static_cast<std::uint8_t>(value), 0x5a}));
    std::sort(texts.begin(), texts.end());
    EXPECT_EQ(std::adjacent_find(texts.begin(), texts.end()), texts.end());
}

} // namespace
} // namespace teken
