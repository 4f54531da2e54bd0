#include "app/teken/ink/ink_frame.h"

#include <gtest/gtest.h>

#include <cmath>

namespace teken::app {
namespace {

TEST(InkFrame, CoversAWidePadFromEdgeToEdge) {
    const auto frame = InkFrame::around({1300, 280});
    EXPECT_EQ(frame.toGrid({0, 0}, {1300, 280}), (InkPoint{0, 0}));
    EXPECT_EQ(frame.toGrid({1300, 0}, {1300, 280}).x, kInkGridWidth - 1);
}

TEST(InkFrame, StaysInsideTheGridOnATallPad) {
    const auto frame = InkFrame::around({300, 900});
    const auto corner = frame.toGrid({300, 900}, {300, 900});
    EXPECT_EQ(corner.y, kInkGridHeight - 1);
    EXPECT_LT(corner.x, kInkGridWidth);
}

TEST(InkFrame, LaysPointsOutsideThePadOnItsEdge) {
    const auto frame = InkFrame::around({1300, 280});
    EXPECT_EQ(frame.toGrid({-50, -50}, {1300, 280}), (InkPoint{0, 0}));
    EXPECT_EQ(frame.toGrid({5000, 0}, {1300, 280}).x, kInkGridWidth - 1);
}

TEST(InkFrame, KeepsTheShapeWhenThePadChanges) {
    const auto frame = InkFrame::around({1300, 280});
    const InkPoint a{400, 200};
    const InkPoint b{800, 600};
    for (const QSizeF pad : {QSizeF(1300, 280), QSizeF(640, 400), QSizeF(1900, 280)}) {
        const QPointF step = frame.toPixel(b, pad) - frame.toPixel(a, pad);
        EXPECT_NEAR(step.x(), step.y(), 1e-6) << pad.width(); // a diagonal stays one
    }
}

TEST(InkFrame, ShowsEverythingDrawnOnASmallerPad) {
    const auto frame = InkFrame::around({1300, 280});
    const QSizeF smaller(900, 200);
    const auto corner = frame.toGrid({1300, 280}, {1300, 280});
    EXPECT_LE(frame.toPixel(corner, smaller).x(), 900.5);
    EXPECT_LE(frame.toPixel(corner, smaller).y(), 200.5);
}

TEST(InkFrame, IsNullForAPadWithoutSize) {
    EXPECT_TRUE(InkFrame::around({0, 280}).isNull());
}

TEST(InkAmount, RefusesADot) {
    EXPECT_EQ(inkAmount({}), InkAmount::Nothing);
    EXPECT_EQ(inkAmount({{{10, 10}}}), InkAmount::TooLittle);
}

TEST(InkAmount, RefusesScribblingOnOneSpot) {
    InkStroke spot;
    for (int i = 0; i < 100; ++i)
        spot.append({std::uint16_t(1000 + (i % 2) * 50), 1000});
    EXPECT_GT(inkLength({spot}), 4'000);
    EXPECT_EQ(inkAmount({spot}), InkAmount::TooLittle);
}

TEST(InkAmount, AcceptsAnHonestLine) {
    EXPECT_EQ(inkAmount({{{100, 100}, {700, 300}}}), InkAmount::Enough);
}

} // namespace
} // namespace teken::app
