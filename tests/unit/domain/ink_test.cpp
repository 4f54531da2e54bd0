#include "core/domain/ink.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace teken::domain {
namespace {

/// Loops and hooks like a quick signature, sampled far more densely than needed.
InkStrokes wavySignature(std::size_t samples = 600) {
    InkStrokes strokes(3);
    for (std::size_t s = 0; s < strokes.size(); ++s)
        for (std::size_t i = 0; i < samples; ++i) {
            const double t = static_cast<double>(i) / static_cast<double>(samples) * 12.0;
            const double x = 500 + 900 * static_cast<double>(s) + 60 * t + 120 * std::sin(2.1 * t);
            const double y = 1000 + 400 * std::sin(1.7 * t + static_cast<double>(s)) * std::cos(0.4 * t);
            strokes[s].push_back({static_cast<std::uint16_t>(x), static_cast<std::uint16_t>(y)});
        }
    return strokes;
}

std::string decodeReason(const Bytes& bytes) {
    const auto decoded = decodeInk(bytes);
    return decoded ? "" : decoded.error().reason;
}

std::string encodeReason(const InkStrokes& strokes) {
    const auto encoded = encodeInk(strokes);
    return encoded ? "" : encoded.error().reason;
}

TEST(InkCodec, GivesBackEveryPointOfEveryStroke) {
    const InkStrokes strokes{{{0, 0}, {4095, 2047}, {0, 0}}, {{7, 9}}, {{100, 100}, {99, 101}}};
    const auto bytes = encodeInk(strokes);
    ASSERT_TRUE(bytes) << describe(bytes.error());
    EXPECT_EQ(decodeInk(*bytes).value(), strokes);
}

TEST(InkCodec, RefusesInkOutsideItsLimits) {
    EXPECT_EQ(encodeReason({}), "ink.empty");
    EXPECT_EQ(encodeReason({{{1, 1}}, {}}), "ink.empty-stroke");
    EXPECT_EQ(encodeReason({{{4096, 0}}}), "ink.outside");
    EXPECT_EQ(encodeReason({{{0, 2048}}}), "ink.outside");
    EXPECT_EQ(encodeReason(InkStrokes(64, {{1, 1}})), "");
    EXPECT_EQ(encodeReason(InkStrokes(65, {{1, 1}})), "ink.too-many-strokes");
    EXPECT_EQ(encodeReason({InkStroke(4'000, {5, 5})}), "");
    EXPECT_EQ(encodeReason({InkStroke(4'097, {5, 5})}), "ink.too-many-points");
    InkStroke wild;
    for (int i = 0; i < 2'200; ++i)
        wild.push_back(i % 2 == 0 ? InkPoint{0, 0} : InkPoint{4095, 2047});
    EXPECT_EQ(encodeReason({wild}), "ink.too-large");
}

TEST(InkCodec, RefusesEveryDamagedForm) {
    const Bytes good = encodeInk({{{10, 20}, {300, 20}}, {{5, 5}}}).value();
    EXPECT_EQ(decodeReason(good), "");
    for (std::size_t cut = 1; cut < good.size(); ++cut)
        EXPECT_EQ(decodeReason(Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(cut))),
                  "ink.truncated")
            << cut;
    Bytes longer = good;
    longer.push_back(0);
    EXPECT_EQ(decodeReason(longer), "ink.trailing");
    EXPECT_EQ(decodeReason({}), "ink.version");
    EXPECT_EQ(decodeReason({0xa2, 1, 1, 0, 0}), "ink.version");
    EXPECT_EQ(decodeReason({0xa1, 0}), "ink.empty");
    EXPECT_EQ(decodeReason({0xa1, 65}), "ink.too-many-strokes");
    EXPECT_EQ(decodeReason({0xa1, 1, 0}), "ink.empty-stroke");
    EXPECT_EQ(decodeReason({0xa1, 1, 0x81, 0x20, 0, 0}), "ink.too-many-points") << "4097 announced";
    EXPECT_EQ(decodeReason({0xa1, 1, 1, 1, 0}), "ink.outside") << "x = -1";
    EXPECT_EQ(decodeReason({0xa1, 1, 1, 0x80, 0x40, 0}), "ink.outside") << "x = 4096";
    EXPECT_EQ(decodeReason({0xa1, 1, 1, 0x80, 0x00, 0}), "ink.varint") << "zero in two bytes";
    EXPECT_EQ(decodeReason({0xa1, 0x80, 0x80, 0x80, 0x01}), "ink.varint");
    EXPECT_EQ(decodeReason(Bytes(kMaxInkBytes + 1, 0xa1)), "ink.too-large");
}

TEST(InkThinning, KeepsATypicalSignatureUnderOneKibibyteAndItsShape) {
    const InkStrokes strokes = wavySignature();
    const auto compact = compactInk(strokes);
    ASSERT_TRUE(compact);
    EXPECT_LE(encodeInk(*compact)->size(), kTypicalInkBytes);
    EXPECT_NEAR(lengthOf(*compact), lengthOf(strokes), lengthOf(strokes) * 0.03);
    ASSERT_EQ(compact->size(), strokes.size());
    for (std::size_t s = 0; s < strokes.size(); ++s) {
        EXPECT_EQ((*compact)[s].front(), strokes[s].front());
        EXPECT_EQ((*compact)[s].back(), strokes[s].back());
    }
}

TEST(InkThinning, DropsPointsOnALineAndRepeatedOnesOnly) {
    const InkStrokes line{{{0, 0}, {10, 0}, {20, 0}, {20, 0}, {20, 30}}, {{5, 5}, {5, 5}, {5, 5}}};
    const InkStrokes thin = thinInk(line, 1.0);
    EXPECT_EQ(thin, (InkStrokes{{{0, 0}, {20, 0}, {20, 30}}, {{5, 5}}}));
    EXPECT_EQ(thinInk({{{0, 0}, {10, 9}, {20, 0}}}, 8.0).front().size(), 3U);
    EXPECT_EQ(thinInk({{{0, 0}, {10, 9}, {20, 0}}}, 9.0).front().size(), 2U);
}

TEST(InkThinning, StaysWithinTheFormatForAScribbleOfThousands) {
    InkStrokes scribble(1);
    for (std::uint32_t i = 0; i < 20'000; ++i)
        scribble[0].push_back({static_cast<std::uint16_t>(2048 + 2000 * std::sin(i * 0.05)),
                               static_cast<std::uint16_t>(1024 + 1000 * std::sin(i * 0.031))});
    const auto compact = compactInk(scribble);
    EXPECT_FALSE(compact && encodeInk(*compact)->size() > kMaxInkBytes);
    EXPECT_FALSE(compactInk({}));
}

TEST(EnoughInk, SaysWhatIsMissing) {
    EXPECT_EQ(inkShortage({}), InkShortage::Empty);
    EXPECT_EQ(inkShortage({{{50, 50}}}), InkShortage::OneDot);
    EXPECT_EQ(inkShortage({{{50, 50}, {50, 50}}}), InkShortage::OneDot);
    EXPECT_EQ(inkShortage({{{50, 50}}, {{90, 50}}}), InkShortage::TooShort);
    EXPECT_EQ(inkShortage({{{50, 50}, {400, 50}}}), InkShortage::TooShort);
    InkStroke tiny;
    for (std::uint16_t i = 0; i < 60; ++i)
        tiny.push_back({static_cast<std::uint16_t>(50 + (i % 2) * 20), 50});
    EXPECT_EQ(inkShortage({tiny}), InkShortage::TooSmall);
    EXPECT_EQ(inkShortage(wavySignature()), std::nullopt);
    EXPECT_TRUE(enoughInk({{{50, 50}, {400, 50}}}, {100, 100})) << "limits are data";
    EXPECT_EQ(slug(InkShortage::OneDot), "ink.one-dot");
}

TEST(InkPointOfPad, ScalesAndStaysInside) {
    EXPECT_EQ(inkPoint(0, 0, 1366, 683), (InkPoint{0, 0}));
    EXPECT_EQ(inkPoint(1366, 683, 1366, 683), (InkPoint{4095, 2047}));
    EXPECT_EQ(inkPoint(683, 341.5, 1366, 683), (InkPoint{2048, 1024}));
    EXPECT_EQ(inkPoint(-5, 9000, 1366, 683), (InkPoint{0, 2047}));
    EXPECT_EQ(inkPoint(std::numeric_limits<double>::quiet_NaN(), 1, 10, 10).x, 0);
}

} // namespace
} // namespace teken::domain
