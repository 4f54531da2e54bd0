#include "app_fixture.h"

namespace teken::app::test {
namespace {

class PageControllerTest : public WorldTest {};

TEST_F(PageControllerTest, IsBusyFromTheQuestionToTheAnswer) {
    world.desk.hold();
    world.app.start();
    EXPECT_TRUE(world.app.unlock()->isBusy());
    world.desk.release();
    EXPECT_FALSE(world.app.unlock()->isBusy());
}

TEST_F(PageControllerTest, IsNotBusyAfterAFailure) {
    world.desk.failNext("describeDevice", {ErrorCode::Corrupt, "store.corrupt", "page 3", ""});
    world.app.start();
    world.settle();
    EXPECT_FALSE(world.app.unlock()->isBusy());
    EXPECT_TRUE(world.app.unlock()->failure().present());
    EXPECT_EQ(world.app.unlock()->failure().reason, QStringLiteral("store.corrupt"));
}

TEST_F(PageControllerTest, ForgetsTheFailureWhenAskedAgain) {
    world.desk.failNext("describeDevice", {ErrorCode::Corrupt, "store.corrupt", "page 3", ""});
    world.app.start();
    world.settle();
    world.app.start();
    EXPECT_FALSE(world.app.unlock()->failure().present());
    world.settle();
    EXPECT_EQ(world.app.page(), App::Unlock);
}

TEST_F(PageControllerTest, DropsAnswersThatComeAfterTheControllerIsGone) {
    FakeDesk desk;
    FakeSessions sessions(desk);
    auto controller = std::make_unique<HomeController>(sessions);
    desk.hold();
    controller->refresh();
    controller.reset();
    desk.release(); // must not touch the dead controller
}

TEST_F(PageControllerTest, HearsNothingThatEndsAfterTheLaptopWasLocked) {
    world.enterSession();
    auto* session = world.app.session();
    auto* notes = world.app.notes();
    world.desk.hold();
    session->setQuestion("suhartini");
    notes->readMissing();
    session->excuse(session->person(), ExcuseKind::Duty);
    world.desk.failNext("excuse", {ErrorCode::NoSpace, "store.disk-full", "full", ""});
    world.app.lock();
    EXPECT_TRUE(session->isBusy()) << "the work itself goes on";
    world.desk.release();
    EXPECT_FALSE(session->isBusy());
    EXPECT_FALSE(session->failure().present());
    EXPECT_EQ(session->people()->count(), 0);
    EXPECT_EQ(notes->missing()->count(), 0);
    EXPECT_EQ(world.app.page(), App::Locked);
}

TEST_F(PageControllerTest, TriesAgainWhatFailedLast) {
    world.enterSession();
    auto* notes = world.app.notes();
    world.desk.failNext("listEvents", {ErrorCode::Corrupt, "files.device-error", "read error", ""});
    notes->readEvents();
    world.settle();
    EXPECT_EQ(notes->events()->count(), 0);
    ASSERT_TRUE(notes->canRetry());
    notes->retry();
    EXPECT_FALSE(notes->failure().present()) << "said no longer while it is tried";
    world.settle();
    EXPECT_FALSE(notes->failure().present());
    EXPECT_EQ(notes->events()->count(), 1);
}

TEST_F(PageControllerTest, HasNothingToTryAgainWithoutAFailureOrAfterItWasDismissed) {
    world.enterSession();
    auto* notes = world.app.notes();
    EXPECT_FALSE(notes->canRetry());
    world.desk.failNext("noteEvent", {ErrorCode::NoSpace, "store.disk-full", "full", ""});
    notes->noteEvent(QStringLiteral("Hujan deras."));
    world.settle();
    EXPECT_TRUE(notes->canRetry());
    notes->dismissFailure();
    EXPECT_FALSE(notes->canRetry());
    notes->retry();
    world.settle();
    EXPECT_EQ(world.desk.events.size(), 1) << "one dismissed is not written later, behind somebody's back";
}

TEST_F(PageControllerTest, AFailureHasAllThreeParts) {
    const auto notice = noticeFor({ErrorCode::NoSpace, "store.disk-full", "0 bytes left", ""});
    EXPECT_FALSE(notice.safe.isEmpty());
    EXPECT_FALSE(notice.why.isEmpty());
    EXPECT_FALSE(notice.next.isEmpty());
    EXPECT_FALSE(noticeFor({}).present());
}

} // namespace
} // namespace teken::app::test
