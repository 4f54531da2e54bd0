#include "app/teken/ink/ink_sheet.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace teken::app {
namespace {

constexpr QSizeF kPad(1300, 280);

void line(InkSheet& sheet, QPointF from, QPointF to) {
    sheet.beginStroke(from, kPad);
    sheet.continueStroke((from + to) / 2, kPad);
    sheet.continueStroke(to, kPad);
    sheet.endStroke();
}

TEST(InkSheet, KeepsStrokesApart) {
    InkSheet sheet;
    line(sheet, {100, 100}, {300, 100});
    line(sheet, {100, 200}, {300, 200});
    ASSERT_EQ(sheet.strokeCount(), 2);
    EXPECT_EQ(sheet.strokes()[0].size(), 3);
    EXPECT_EQ(sheet.amount(), InkSheet::Enough);
}

TEST(InkSheet, SaysWhenAStrokeIsWhole) {
    InkSheet sheet;
    QSignalSpy finished(&sheet, &InkSheet::strokeFinished);
    sheet.beginStroke({100, 100}, kPad);
    sheet.continueStroke({200, 120}, kPad);
    EXPECT_EQ(finished.count(), 0);
    sheet.endStroke();
    EXPECT_EQ(finished.count(), 1);
}

TEST(InkSheet, TakesOneStrokeBack) {
    InkSheet sheet;
    line(sheet, {100, 100}, {300, 100});
    line(sheet, {100, 200}, {300, 200});
    sheet.undoStroke();
    EXPECT_EQ(sheet.strokeCount(), 1);
    sheet.undoStroke();
    sheet.undoStroke();
    EXPECT_EQ(sheet.strokeCount(), 0);
    EXPECT_EQ(sheet.amount(), InkSheet::Nothing);
}

TEST(InkSheet, TakesNothingWhileLocked) {
    InkSheet sheet;
    line(sheet, {100, 100}, {300, 100});
    sheet.setLocked(true);
    line(sheet, {100, 200}, {300, 200});
    sheet.clear();
    sheet.undoStroke();
    EXPECT_EQ(sheet.strokeCount(), 1);
}

TEST(InkSheet, LockingEndsTheStrokeInProgressInsteadOfLosingIt) {
    InkSheet sheet;
    sheet.beginStroke({100, 100}, kPad);
    sheet.continueStroke({300, 120}, kPad);
    sheet.setLocked(true);
    EXPECT_EQ(sheet.strokeCount(), 1);
    EXPECT_FALSE(sheet.isDrawing());
}

TEST(InkSheet, ThinsPointsThatAddNoShape) {
    InkSheet sheet;
    sheet.beginStroke({100, 100}, kPad);
    for (int i = 0; i < 50; ++i)
        sheet.continueStroke({100.2, 100.2}, kPad);
    sheet.continueStroke({200, 100}, kPad);
    sheet.endStroke();
    EXPECT_EQ(sheet.strokes()[0].size(), 2);
}

TEST(InkSheet, GivesBackWhatWasKeptBeforeACrash) {
    InkSheet sheet;
    QSignalSpy redrawn(&sheet, &InkSheet::redrawn);
    sheet.restore({{{10, 10}, {900, 400}}});
    EXPECT_EQ(sheet.strokeCount(), 1);
    EXPECT_FALSE(sheet.frame().isNull());
    EXPECT_EQ(redrawn.count(), 1);
}

TEST(InkSheet, TakesNoDotOnAnEmptySheetForWriting) {
    InkSheet sheet;
    QSignalSpy finished(&sheet, &InkSheet::strokeFinished);
    QSignalSpy dropped(&sheet, &InkSheet::dropped);
    sheet.beginStroke({600, 100}, kPad);
    sheet.endStroke();
    EXPECT_EQ(sheet.strokeCount(), 0);
    EXPECT_EQ(finished.count(), 0);
    EXPECT_EQ(dropped.count(), 1);
}

TEST(InkSheet, KeepsTheDotOfAnI) {
    InkSheet sheet;
    line(sheet, {300, 200}, {400, 100});
    sheet.beginStroke({420, 60}, kPad);
    sheet.endStroke();
    EXPECT_EQ(sheet.strokeCount(), 2);
}

TEST(InkSheet, DropsADotFarFromAllInk) {
    InkSheet sheet;
    line(sheet, {100, 200}, {200, 100});
    sheet.beginStroke({1200, 60}, kPad);
    sheet.endStroke();
    EXPECT_EQ(sheet.strokeCount(), 1);
}

TEST(InkSheet, BringsBackWhatUndoAndClearTook) {
    InkSheet sheet;
    line(sheet, {100, 100}, {300, 100});
    line(sheet, {100, 200}, {300, 200});
    const auto both = sheet.strokes();
    EXPECT_FALSE(sheet.canRedo());
    sheet.undoStroke();
    sheet.redoStroke();
    EXPECT_EQ(sheet.strokes(), both);
    sheet.clear();
    EXPECT_TRUE(sheet.canRedo());
    sheet.redoStroke();
    EXPECT_EQ(sheet.strokes(), both);
    sheet.redoStroke();
    EXPECT_EQ(sheet.strokes(), both);
}

TEST(InkSheet, ForgetsWhatWasUndoneOnceSomethingNewIsWritten) {
    InkSheet sheet;
    line(sheet, {100, 100}, {300, 100});
    sheet.clear();
    line(sheet, {100, 200}, {300, 200});
    EXPECT_FALSE(sheet.canRedo());
    sheet.redoStroke();
    EXPECT_EQ(sheet.strokeCount(), 1);
}

TEST(InkSheet, GivesNobodyTheUndoneStrokesOfSomebodyElse) {
    InkSheet sheet;
    line(sheet, {100, 100}, {300, 100});
    sheet.clear();
    sheet.restore({});
    sheet.redoStroke();
    EXPECT_EQ(sheet.strokeCount(), 0);
}

TEST(InkSheet, RedoesNothingWhileLocked) {
    InkSheet sheet;
    line(sheet, {100, 100}, {300, 100});
    sheet.undoStroke();
    sheet.setLocked(true);
    sheet.redoStroke();
    EXPECT_EQ(sheet.strokeCount(), 0);
}

TEST(InkSheet, IgnoresAPadWithoutSize) {
    InkSheet sheet;
    sheet.beginStroke({1, 1}, {0, 0});
    sheet.endStroke();
    EXPECT_EQ(sheet.strokeCount(), 0);
}

} // namespace
} // namespace teken::app
