#include "app/teken/ink/ink_pad.h"

#include <QImage>
#include <QPointingDevice>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTabletEvent>
#include <QTest>

#include <gtest/gtest.h>

#include <cmath>

namespace teken::app {
namespace {

class InkPadTest : public ::testing::Test {
protected:
    void SetUp() override {
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
        window.setColor(Qt::white);
        window.resize(800, 400);
        pad.setParentItem(window.contentItem());
        pad.setPosition({0, 100});
        pad.setSize({800, 280});
        pad.setSheet(&sheet);
        window.show();
        (void)window.grabWindow();
    }

    void mouseLine(QPoint from, QPoint to) {
        QTest::mousePress(&window, Qt::LeftButton, {}, from);
        for (int i = 1; i <= 10; ++i)
            QTest::mouseMove(&window, from + (to - from) * i / 10);
        QTest::mouseRelease(&window, Qt::LeftButton, {}, to);
    }
    void tablet(QEvent::Type type, QPointF at) {
        QTabletEvent event(type, QPointingDevice::primaryPointingDevice(), at, window.mapToGlobal(at), 0.5, 0,
                           0, 0, 0, 0, Qt::NoModifier,
                           type == QEvent::TabletMove ? Qt::NoButton : Qt::LeftButton,
                           type == QEvent::TabletRelease ? Qt::NoButton : Qt::LeftButton);
        QCoreApplication::sendEvent(&window, &event);
    }
    int inkedPixels() {
        const QImage image = window.grabWindow();
        int dark = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
        return dark;
    }

    QQuickWindow window;
    InkSheet sheet;
    InkPad pad;
};

TEST_F(InkPadTest, DrawsWithTheMouse) {
    EXPECT_EQ(inkedPixels(), 0);
    mouseLine({100, 200}, {500, 300});
    EXPECT_EQ(sheet.strokeCount(), 1);
    EXPECT_GT(inkedPixels(), 400);
}

TEST_F(InkPadTest, LooksTheSameBetweenPixelsAsOnThem) {
    mouseLine({100, 200}, {500, 300});
    const QImage whole = window.grabWindow();
    pad.setPosition({0.3, 100.4});
    EXPECT_EQ(window.grabWindow(), whole) << "the nearest whole pixel";
    pad.setPosition({0, 100});
    window.contentItem()->setPosition({-0.45, 0.2}); // a page that is being scrolled: nobody tells the pad
    EXPECT_EQ(window.grabWindow(), whole);
    window.contentItem()->setPosition({0, 0.8});
    EXPECT_NE(window.grabWindow(), whole) << "a whole pixel farther down";
}

TEST_F(InkPadTest, DrawsTheStrokeInProgress) {
    QTest::mousePress(&window, Qt::LeftButton, {}, {100, 200});
    for (int x = 110; x <= 400; x += 10)
        QTest::mouseMove(&window, {x, 200});
    EXPECT_EQ(sheet.strokeCount(), 0);
    EXPECT_GT(inkedPixels(), 200);
    QTest::mouseRelease(&window, Qt::LeftButton, {}, {400, 200});
}

TEST_F(InkPadTest, DrawsADotBesideALine) {
    mouseLine({200, 250}, {400, 150});
    const int lineAlone = inkedPixels();
    QTest::mouseClick(&window, Qt::LeftButton, {}, {300, 130});
    EXPECT_EQ(sheet.strokeCount(), 2);
    EXPECT_GT(inkedPixels(), lineAlone);
}

TEST_F(InkPadTest, ShowsAPenThatTouchesAtOnceAndForgetsATap) {
    QTest::mousePress(&window, Qt::LeftButton, {}, {300, 200});
    EXPECT_GT(inkedPixels(), 1);
    QTest::mouseRelease(&window, Qt::LeftButton, {}, {300, 200});
    EXPECT_EQ(sheet.strokeCount(), 0);
    EXPECT_EQ(inkedPixels(), 0);
}

TEST_F(InkPadTest, DrawsLiveWhatItDrawsFromTheKeptPoints) {
    for (int i = 0; i < 3; ++i) {
        QTest::mousePress(&window, Qt::LeftButton, {}, {100 + 150 * i, 200});
        for (int k = 1; k < 40; ++k)
            QTest::mouseMove(&window, QPoint(int(100 + 150 * i + k * 3), int(200 + 60 * std::sin(k * 0.4))));
        QTest::mouseRelease(&window, Qt::LeftButton, {}, {220 + 150 * i, 200});
    }
    const QImage live = window.grabWindow();
    InkPad other;
    other.setParentItem(window.contentItem());
    pad.setParentItem(nullptr);
    other.setPosition({0, 100});
    other.setSize({800, 280});
    other.setSheet(&sheet);
    EXPECT_EQ(window.grabWindow(), live);
}

TEST_F(InkPadTest, ReachesTheNewestPointBeforeThePenIsLifted) {
    QTest::mousePress(&window, Qt::LeftButton, {}, {100, 200});
    QTest::mouseMove(&window, {200, 200});
    QTest::mouseMove(&window, {300, 200});
    EXPECT_LT(qGray(window.grabWindow().pixel(298, 200)), 128);
    QTest::mouseRelease(&window, Qt::LeftButton, {}, {300, 200});
}

TEST_F(InkPadTest, DrawsAQuickLineThinnerThanASlowOne) {
    const auto draw = [this](int y, int step) {
        sheet.clear();
        QTest::mousePress(&window, Qt::LeftButton, {}, {100, y});
        for (int x = 100 + step; x <= 500; x += step)
            QTest::mouseMove(&window, {x, y});
        QTest::mouseRelease(&window, Qt::LeftButton, {}, {500, y});
        const QImage image = window.grabWindow();
        double darkness = 0;
        for (int row = y - 6; row <= y + 6; ++row)
            darkness += 255 - qGray(image.pixel(400, row));
        return darkness;
    };
    EXPECT_LT(draw(200, 40), 0.8 * draw(200, 2));
}

TEST_F(InkPadTest, TakesNoPalmForAFinger) {
    EXPECT_TRUE(InkPad::isPalmSized({90, 40}));
    EXPECT_FALSE(InkPad::isPalmSized({28, 34}));
    EXPECT_FALSE(InkPad::isPalmSized({0, 0})); // screens that do not tell
}

TEST_F(InkPadTest, LetsThePenWriteWhereAHandLiesAlready) {
    auto* screen = QTest::createTouchDevice();
    QTest::touchEvent(&window, screen).press(1, QPoint(600, 300), &window);
    QTest::touchEvent(&window, screen).move(1, QPoint(610, 310), &window);
    tablet(QEvent::TabletPress, {100, 200});
    tablet(QEvent::TabletMove, {250, 260});
    tablet(QEvent::TabletMove, {400, 220});
    QTest::touchEvent(&window, screen).move(1, QPoint(640, 330), &window);
    tablet(QEvent::TabletRelease, {400, 220});
    QTest::touchEvent(&window, screen).release(1, QPoint(640, 330), &window);
    ASSERT_EQ(sheet.strokeCount(), 1);
    for (const auto& point : sheet.strokes()[0])
        EXPECT_LT(sheet.frame().toPixel(point, pad.size()).x(), 450);
}

TEST_F(InkPadTest, TakesTheFirstFingerOnly) {
    auto* screen = QTest::createTouchDevice();
    QTest::touchEvent(&window, screen).press(1, QPoint(100, 200), &window);
    QTest::touchEvent(&window, screen).move(1, QPoint(300, 220), &window).press(2, QPoint(600, 300), &window);
    QTest::touchEvent(&window, screen).move(1, QPoint(400, 240), &window).move(2, QPoint(650, 320), &window);
    QTest::touchEvent(&window, screen)
        .release(1, QPoint(400, 240), &window)
        .release(2, QPoint(650, 320), &window);
    ASSERT_EQ(sheet.strokeCount(), 1);
    for (const auto& point : sheet.strokes()[0])
        EXPECT_LT(sheet.frame().toPixel(point, pad.size()).x(), 450);
}

TEST_F(InkPadTest, TakesAStylusFromTheWindow) {
    tablet(QEvent::TabletPress, {100, 200});
    tablet(QEvent::TabletMove, {250, 260});
    tablet(QEvent::TabletMove, {400, 220});
    tablet(QEvent::TabletRelease, {400, 220});
    EXPECT_EQ(sheet.strokeCount(), 1);
    EXPECT_GT(inkedPixels(), 200);
}

TEST_F(InkPadTest, LeavesAStylusOutsideThePadToOthers) {
    tablet(QEvent::TabletPress, {100, 50});
    tablet(QEvent::TabletRelease, {120, 50});
    EXPECT_EQ(sheet.strokeCount(), 0);
}

TEST_F(InkPadTest, TakesNothingOnALockedSheet) {
    sheet.setLocked(true);
    mouseLine({100, 200}, {500, 300});
    tablet(QEvent::TabletPress, {100, 200});
    tablet(QEvent::TabletRelease, {300, 200});
    EXPECT_EQ(sheet.strokeCount(), 0);
    EXPECT_EQ(inkedPixels(), 0);
}

TEST_F(InkPadTest, KeepsEverythingInSightWhenResized) {
    mouseLine({20, 120}, {780, 370});
    const auto strokes = sheet.strokes();
    pad.setSize({500, 200});
    EXPECT_EQ(sheet.strokes(), strokes);
    EXPECT_GT(inkedPixels(), 300);
    for (const auto& point : strokes[0]) {
        const QPointF pixel = sheet.frame().toPixel(point, pad.size());
        EXPECT_LE(pixel.x(), 500.5);
        EXPECT_LE(pixel.y(), 200.5);
    }
    pad.setSize({800, 280});
    EXPECT_GT(inkedPixels(), 400);
}

TEST_F(InkPadTest, RedrawsAfterUndoAndClear) {
    mouseLine({100, 150}, {500, 150});
    const int one = inkedPixels();
    mouseLine({100, 250}, {500, 250});
    EXPECT_GT(inkedPixels(), one);
    sheet.undoStroke();
    EXPECT_EQ(inkedPixels(), one);
    sheet.clear();
    EXPECT_EQ(inkedPixels(), 0);
}

TEST_F(InkPadTest, SurvivesItsSheetAndLosesItsWindow) {
    auto other = std::make_unique<InkSheet>();
    pad.setSheet(other.get());
    other.reset();
    mouseLine({100, 150}, {500, 150});
    pad.setParentItem(nullptr);
    SUCCEED();
}

} // namespace
} // namespace teken::app
