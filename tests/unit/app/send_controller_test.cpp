#include "app_fixture.h"

#include <QSignalSpy>

namespace teken::app::test {
namespace {

class SendControllerTest : public WorldTest {};

TEST_F(SendControllerTest, SaysWhatTheServiceSays) {
    EXPECT_EQ(world.app.send()->saved(), 52);
    EXPECT_EQ(world.app.send()->received(), 38);
    EXPECT_EQ(world.app.send()->waiting(), 14);
}

TEST_F(SendControllerTest, CountsDownOnlyAScheduledRetry) {
    EXPECT_EQ(world.app.send()->retryInSeconds(), 45);
    auto status = world.desk.status;
    status.retryInSeconds = -1;
    world.sending.report(status);
    EXPECT_EQ(world.app.send()->retryInSeconds(), -1);
}

TEST_F(SendControllerTest, SendsAndShowsTheNewFigures) {
    world.app.send()->send();
    EXPECT_TRUE(world.app.send()->isSending());
    world.settle();
    EXPECT_FALSE(world.app.send()->isSending());
    EXPECT_EQ(world.app.send()->received(), 52);
    EXPECT_EQ(world.app.send()->waiting(), 0);
}

TEST_F(SendControllerTest, KeepsFiguresWhenSendingFails) {
    world.desk.failNext("sendNow", {ErrorCode::Offline, "sync.no-network", "no route", ""});
    world.app.send()->send();
    world.settle();
    EXPECT_EQ(world.app.send()->waiting(), 14);
    EXPECT_TRUE(world.app.send()->trouble().present());
    EXPECT_FALSE(world.app.send()->isBusy());
}

TEST_F(SendControllerTest, DoesNotSendTwiceAtOnce) {
    QSignalSpy changed(world.app.send(), &SendController::statusChanged);
    world.app.send()->send();
    const auto once = changed.count();
    world.app.send()->send();
    EXPECT_EQ(changed.count(), once);
}

TEST_F(SendControllerTest, SavesToTheChosenPlace) {
    world.app.send()->refreshPlaces();
    world.settle();
    EXPECT_EQ(world.app.send()->places()->count(), 2);
    world.app.send()->saveTo(world.desk.places[0].folder);
    world.settle();
    EXPECT_TRUE(world.app.send()->savedPath().startsWith(world.desk.places[0].folder));
    EXPECT_EQ(world.app.send()->savedEntries(), 14);
}

TEST_F(SendControllerTest, SaysWhenTheStickWasPulled) {
    world.desk.failNext("saveToFolder", {ErrorCode::NotFound, "bundle.gone", "gone", ""});
    world.app.send()->saveTo("/media/x");
    world.settle();
    EXPECT_TRUE(world.app.send()->savedPath().isEmpty());
    EXPECT_TRUE(world.app.send()->failure().present());
}

TEST_F(SendControllerTest, NeedsAFolder) {
    world.app.send()->saveTo("  ");
    EXPECT_FALSE(world.app.send()->isBusy());
}

TEST_F(SendControllerTest, TakesReceiptsFromAStick) {
    auto* send = world.app.send();
    send->load(world.desk.files.constFirst().path);
    EXPECT_TRUE(send->isBusy());
    world.settle();
    EXPECT_TRUE(send->fileTaken());
    EXPECT_EQ(send->takenReceived(), 14);
    EXPECT_EQ(send->waiting(), 0);
    send->forgetSavedPath();
    EXPECT_FALSE(send->fileTaken());
}

TEST_F(SendControllerTest, TakesNothingFromAFileThatIsRefused) {
    auto* send = world.app.send();
    world.desk.failNext("loadFile", {ErrorCode::Corrupt, "bundle.truncated", "ends early", ""});
    send->load(world.desk.files.constFirst().path);
    world.settle();
    EXPECT_FALSE(send->fileTaken());
    EXPECT_EQ(send->failure().reason, QStringLiteral("bundle.truncated"));
    EXPECT_EQ(send->waiting(), 14);
    send->load({});
    EXPECT_FALSE(send->isBusy()) << "no file, nothing to read";
}

} // namespace
} // namespace teken::app::test
