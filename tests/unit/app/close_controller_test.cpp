#include "app_fixture.h"

namespace teken::app::test {
namespace {

class CloseControllerTest : public WorldTest {
protected:
    CloseController* closing = nullptr;

    void SetUp() override { closing = world.app.closing(); }
    void begin() {
        world.enterSession();
        world.app.closeSession();
        world.settle();
    }
    void signAll() {
        for (auto* ink : {closing->headInk(), closing->witnessOneInk(), closing->witnessTwoInk()})
            drawSignature(*ink);
    }
};

TEST_F(CloseControllerTest, WaitsForHeadThenWitnesses) {
    begin();
    EXPECT_EQ(closing->obstacle(), CloseController::NeedsHeadInk);
    drawSignature(*closing->headInk());
    EXPECT_EQ(closing->obstacle(), CloseController::NeedsWitnessOneInk);
    drawSignature(*closing->witnessOneInk());
    EXPECT_EQ(closing->obstacle(), CloseController::NeedsWitnessTwoInk);
    drawSignature(*closing->witnessTwoInk());
    EXPECT_EQ(closing->obstacle(), CloseController::Ready);
}

TEST_F(CloseControllerTest, ReadsTheChecklistAgainAfterAFailure) {
    world.desk.failNext("summarize", {ErrorCode::Corrupt, "files.device-error", "read error", ""});
    begin();
    EXPECT_FALSE(closing->isLoaded());
    EXPECT_EQ(closing->obstacle(), CloseController::NotLoaded);
    EXPECT_TRUE(closing->failure().present());
    closing->read();
    world.settle();
    EXPECT_TRUE(closing->isLoaded());
    EXPECT_FALSE(closing->failure().present());
}

TEST_F(CloseControllerTest, RefusesWhileStrokesAreUnsaved) {
    world.desk.closing.unfinishedInk = 1;
    begin();
    signAll();
    EXPECT_EQ(closing->obstacle(), CloseController::UnfinishedInk);
    closing->close();
    EXPECT_FALSE(closing->isBusy());
}

TEST_F(CloseControllerTest, RefusesCountsThatDoNotAddUp) {
    world.desk.closing.notYet += 1;
    begin();
    signAll();
    EXPECT_FALSE(closing->countsMatch());
    EXPECT_EQ(closing->obstacle(), CloseController::CountsDiffer);
}

TEST_F(CloseControllerTest, ClosesAndLocksTheInk) {
    begin();
    signAll();
    closing->close();
    world.settle();
    EXPECT_TRUE(closing->isClosed());
    EXPECT_TRUE(closing->headInk()->isLocked());
    world.app.back();
    EXPECT_EQ(world.app.page(), App::Home);
}

TEST_F(CloseControllerTest, GivesTheInkBackWhenClosingFails) {
    begin();
    signAll();
    world.desk.failNext("close", {ErrorCode::NoSpace, "store.disk-full", "full", ""});
    closing->close();
    world.settle();
    EXPECT_FALSE(closing->isClosed());
    EXPECT_FALSE(closing->headInk()->isLocked());
    EXPECT_EQ(closing->obstacle(), CloseController::Ready);
}

TEST_F(CloseControllerTest, TriesTheClosingAgainWithTheSameInk) {
    begin();
    signAll();
    world.desk.failNext("close", {ErrorCode::NoSpace, "store.disk-full", "full", ""});
    closing->close();
    world.settle();
    ASSERT_TRUE(closing->canRetry());
    closing->retry();
    world.settle();
    EXPECT_TRUE(closing->isClosed());
    EXPECT_FALSE(closing->failure().present());
    EXPECT_FALSE(closing->canRetry());
}

TEST_F(CloseControllerTest, AsksOnlyForTheInkThatAnInterruptedClosingLacks) {
    world.desk.closing.closedBefore = true;
    world.desk.closing.headSigned = true;
    world.desk.closing.unfinishedInk = 1; // what the closing says stands: nothing of it is in the way
    world.desk.closing.notYet += 1;
    begin();
    EXPECT_TRUE(closing->isMinutesOnly());
    EXPECT_TRUE(closing->headInk()->isLocked());
    EXPECT_EQ(closing->obstacle(), CloseController::NeedsWitnessOneInk);
    drawSignature(*closing->witnessOneInk());
    EXPECT_EQ(closing->obstacle(), CloseController::NeedsWitnessTwoInk);
    closing->close();
    EXPECT_FALSE(closing->isBusy());
    drawSignature(*closing->witnessTwoInk());
    closing->close();
    world.settle();
    EXPECT_TRUE(closing->isClosed());
    EXPECT_FALSE(closing->isMinutesOnly());
}

TEST_F(CloseControllerTest, HasNothingToAskWhereEverybodyHasSigned) {
    auto& summary = world.desk.closing;
    summary.closedBefore = summary.headSigned = summary.witnessOneSigned = summary.witnessTwoSigned = true;
    begin();
    EXPECT_TRUE(closing->isClosed());
}

TEST_F(CloseControllerTest, BeginsAnotherSessionWithOpenPads) {
    world.desk.closing.closedBefore = world.desk.closing.headSigned = true;
    begin();
    world.app.back();
    world.desk.closing.closedBefore = world.desk.closing.headSigned = false;
    world.app.closeSession();
    world.settle();
    EXPECT_FALSE(closing->headInk()->isLocked());
    EXPECT_EQ(closing->obstacle(), CloseController::NeedsHeadInk);
}

TEST_F(CloseControllerTest, KnowsWhetherLeavingWouldTakeInkAway) {
    begin();
    EXPECT_FALSE(closing->hasInk());
    drawSignature(*closing->witnessOneInk());
    EXPECT_TRUE(closing->hasInk());
    closing->witnessOneInk()->clear();
    EXPECT_FALSE(closing->hasInk());
    signAll();
    closing->close();
    world.settle();
    EXPECT_FALSE(closing->hasInk()) << "what was written down is not lost";
}

} // namespace
} // namespace teken::app::test
