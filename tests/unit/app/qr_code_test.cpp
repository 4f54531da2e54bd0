#include "app/teken/ink/qr_code.h"

#include <gtest/gtest.h>

namespace teken::app {
namespace {

TEST(QrCode, DrawsItsThreeCorners) {
    const auto modules = QrCode::modulesOf(QStringLiteral("7Q4M-K2PX"));
    ASSERT_FALSE(modules.isNull());
    EXPECT_EQ(modules.width(), modules.height());
    const int last = modules.width() - 1;
    for (const QPoint corner : {QPoint(0, 0), QPoint(last, 0), QPoint(0, last)})
        EXPECT_EQ(modules.pixel(corner), 0xFF000000U);
    EXPECT_EQ(modules.pixel(1, 1), 0xFFFFFFFFU);
}

TEST(QrCode, DrawsNothingForNothing) {
    EXPECT_TRUE(QrCode::modulesOf({}).isNull());
}

TEST(QrCode, DrawsNothingForTextThatNoCodeHolds) {
    EXPECT_TRUE(QrCode::modulesOf(QString(4'000, QLatin1Char('x'))).isNull());
}

} // namespace
} // namespace teken::app
