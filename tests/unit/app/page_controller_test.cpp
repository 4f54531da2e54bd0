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

TEST_F(PageControllerTest, AFailureHasAllThreeParts) {
    const auto notice = noticeFor({ErrorCode::NoSpace, "store.disk-full", "0 bytes left", ""});
    EXPECT_FALSE(notice.safe.isEmpty());
    EXPECT_FALSE(notice.why.isEmpty());
    EXPECT_FALSE(notice.next.isEmpty());
    EXPECT_FALSE(noticeFor({}).present());
}

} // namespace
} // namespace teken::app::test
