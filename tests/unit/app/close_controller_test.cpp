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
        for (int signer = 0; signer < closing->summary().signers.size(); ++signer)
            drawSignature(*closing->ink(signer));
    }
};

TEST_F(CloseControllerTest, WaitsForHeadThenWitnesses) {
    begin();
    for (int signer = 0; signer < 3; ++signer) {
        EXPECT_EQ(closing->obstacle(), CloseController::NeedsInk);
        EXPECT_EQ(closing->waitsFor(), signer);
        drawSignature(*closing->ink(signer));
    }
    EXPECT_EQ(closing->obstacle(), CloseController::Ready);
    EXPECT_EQ(closing->waitsFor(), -1);
}

TEST_F(CloseControllerTest, SaysThatPeopleOfTheListAreMissingHere) {
    begin();
    EXPECT_FALSE(closing->rosterNotice().present());
    world.desk.closing.rosterTrouble = {ErrorCode::NotFound, "desk.roster-incomplete", "", ""};
    closing->read();
    world.settle();
    EXPECT_TRUE(closing->rosterNotice().present());
    EXPECT_EQ(closing->rosterNotice().reason, "desk.roster-incomplete");
}

TEST_F(CloseControllerTest, AsksAsManyWitnessesAsTheOpeningNames) {
    auto& summary = world.desk.closing;
    summary.signers = {"Kepala", "Saksi"};
    summary.inkStands = {false, false};
    begin();
    signAll();
    EXPECT_EQ(closing->obstacle(), CloseController::Ready);
    closing->close();
    world.settle();
    EXPECT_EQ(world.desk.closingInk.size(), 2);

    summary.signers = {"Kepala", "Saksi Satu", "Saksi Dua", "Saksi Tiga"};
    summary.inkStands = {false, false, false, false};
    begin();
    for (int signer = 0; signer < 3; ++signer)
        drawSignature(*closing->ink(signer));
    EXPECT_EQ(closing->waitsFor(), 3);
    drawSignature(*closing->ink(3));
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
    EXPECT_TRUE(closing->ink(0)->isLocked());
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
    EXPECT_FALSE(closing->ink(0)->isLocked());
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
    world.desk.closing.inkStands[0] = true;
    world.desk.closing.unfinishedInk = 1; // what the closing says stands: nothing of it is in the way
    world.desk.closing.notYet += 1;
    begin();
    EXPECT_TRUE(closing->isMinutesOnly());
    EXPECT_TRUE(closing->ink(0)->isLocked());
    EXPECT_EQ(closing->waitsFor(), 1);
    drawSignature(*closing->ink(1));
    EXPECT_EQ(closing->waitsFor(), 2);
    closing->close();
    EXPECT_FALSE(closing->isBusy());
    drawSignature(*closing->ink(2));
    closing->close();
    world.settle();
    EXPECT_TRUE(closing->isClosed());
    EXPECT_FALSE(closing->isMinutesOnly());
}

TEST_F(CloseControllerTest, ClosesWithoutTheInkOfSomebodyWhoLeft) {
    begin();
    EXPECT_TRUE(closing->mayCloseWithoutInk());
    drawSignature(*closing->ink(0));
    closing->ink(1)->beginStroke({10, 10}, {1300, 280});
    closing->ink(1)->continueStroke({60, 12}, {1300, 280});
    closing->ink(1)->endStroke();
    ASSERT_NE(closing->ink(1)->amount(), InkSheet::Enough);
    closing->close();
    EXPECT_FALSE(closing->isBusy()) << "the plain way still waits for everybody";
    closing->closeWithoutInk();
    world.settle();
    EXPECT_TRUE(closing->isClosed());
    ASSERT_EQ(world.desk.closingInk.size(), 3);
    EXPECT_FALSE(world.desk.closingInk[0].isEmpty());
    EXPECT_TRUE(world.desk.closingInk[1].isEmpty()) << "a scribble is nobody's signature";
    EXPECT_TRUE(world.desk.closingInk[2].isEmpty());
}

TEST_F(CloseControllerTest, ClosesWithoutInkOnlyWhereNothingElseIsInTheWay) {
    world.desk.closing.unfinishedInk = 1;
    begin();
    EXPECT_FALSE(closing->mayCloseWithoutInk());
    closing->closeWithoutInk();
    EXPECT_FALSE(closing->isBusy());
}

TEST_F(CloseControllerTest, ThrowsStrokesAwayThatNobodyCanSaveAnyMore) {
    world.desk.closing.unfinishedInk = 1;
    world.desk.closing.unfinishedPeople = {"Siti Aminah"};
    world.desk.welcome.unfinishedName = "Siti Aminah";
    begin();
    EXPECT_EQ(closing->obstacle(), CloseController::UnfinishedInk);
    world.desk.failNext("dropUnfinishedInk", {ErrorCode::NoSpace, "store.disk-full", "full", ""});
    closing->dropUnfinishedInk();
    world.settle();
    EXPECT_EQ(closing->obstacle(), CloseController::UnfinishedInk);
    EXPECT_TRUE(closing->failure().present());
    EXPECT_FALSE(world.app.unlock()->welcome().unfinishedName.isEmpty());
    closing->retry();
    world.settle();
    EXPECT_EQ(closing->obstacle(), CloseController::NeedsInk);
    EXPECT_TRUE(world.app.unlock()->welcome().unfinishedName.isEmpty()) << "nothing waits any more";
}

TEST_F(CloseControllerTest, HasNothingToAskWhereEverybodyHasSigned) {
    auto& summary = world.desk.closing;
    summary.closedBefore = true;
    summary.inkStands = {true, true, true};
    begin();
    EXPECT_TRUE(closing->isClosed());
}

TEST_F(CloseControllerTest, BeginsAnotherSessionWithOpenPads) {
    world.desk.closing.closedBefore = world.desk.closing.inkStands[0] = true;
    begin();
    world.app.back();
    world.desk.closing.closedBefore = world.desk.closing.inkStands[0] = false;
    world.app.closeSession();
    world.settle();
    EXPECT_FALSE(closing->ink(0)->isLocked());
    EXPECT_EQ(closing->waitsFor(), 0);
}

TEST_F(CloseControllerTest, KnowsWhetherLeavingWouldTakeInkAway) {
    begin();
    EXPECT_FALSE(closing->hasInk());
    drawSignature(*closing->ink(1));
    EXPECT_TRUE(closing->hasInk());
    closing->ink(1)->clear();
    EXPECT_FALSE(closing->hasInk());
    signAll();
    closing->close();
    world.settle();
    EXPECT_FALSE(closing->hasInk()) << "what was written down is not lost";
}

} // namespace
} // namespace teken::app::test
