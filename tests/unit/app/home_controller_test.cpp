#include "app_fixture.h"

namespace teken::app::test {
namespace {

class HomeControllerTest : public WorldTest {};

TEST_F(HomeControllerTest, ListsSessionsAsTheServiceGivesThem) {
    world.unlock();
    EXPECT_TRUE(world.app.home()->isLoaded());
    EXPECT_EQ(world.app.home()->sessions()->count(), world.desk.sessions.size());
}

TEST_F(HomeControllerTest, OpensAPlannedSessionFilledIn) {
    world.unlock();
    world.app.home()->choose(1);
    world.settle();
    EXPECT_EQ(world.app.page(), App::OpenSession);
    EXPECT_EQ(world.app.opening()->place(), QStringLiteral("Aula Dinas Sosial"));
    EXPECT_GE(world.app.opening()->unitIndex(), 0);
}

TEST_F(HomeControllerTest, EntersAnOpenSession) {
    world.enterSession();
    EXPECT_EQ(world.app.page(), App::Session);
}

TEST_F(HomeControllerTest, IgnoresACardThatIsNotThere) {
    world.unlock();
    world.app.home()->choose(99);
    EXPECT_EQ(world.app.page(), App::Home);
}

TEST_F(HomeControllerTest, JudgesTheLaptop) {
    world.desk.health = {true, 3 * 3600, 150'000'000, 8, false, world.desk.now, {}};
    world.unlock();
    EXPECT_EQ(world.app.home()->clockLevel(), HomeController::Stop);
    EXPECT_EQ(world.app.home()->diskLevel(), HomeController::Stop);
    EXPECT_EQ(world.app.home()->batteryLevel(), HomeController::Stop);
}

TEST_F(HomeControllerTest, DoesNotJudgeWhatItDoesNotKnow) {
    world.desk.health = {};
    world.unlock();
    EXPECT_EQ(world.app.home()->clockLevel(), HomeController::Unknown);
    EXPECT_EQ(world.app.home()->diskLevel(), HomeController::Unknown);
    EXPECT_EQ(world.app.home()->batteryLevel(), HomeController::Unknown);
}

TEST_F(HomeControllerTest, AChargingBatteryIsGood) {
    world.desk.health.batteryPercent = 4;
    world.desk.health.charging = true;
    world.unlock();
    EXPECT_EQ(world.app.home()->batteryLevel(), HomeController::Good);
}

TEST_F(HomeControllerTest, SaysWhatIsWantingOfTheListOfPeople) {
    world.unlock();
    EXPECT_FALSE(world.app.home()->rosterNotice().present());
    world.desk.health.rosterTrouble = {ErrorCode::NotFound, "desk.roster-older", "", ""};
    world.app.home()->refreshHealth();
    world.settle();
    EXPECT_TRUE(world.app.home()->rosterNotice().present());
    EXPECT_TRUE(world.app.home()->rosterServes());
    world.desk.health.rosterTrouble.reason = "desk.roster-not-here";
    world.app.home()->refreshHealth();
    world.settle();
    EXPECT_EQ(world.app.home()->rosterNotice().reason, "desk.roster-not-here");
    EXPECT_FALSE(world.app.home()->rosterServes());
}

} // namespace
} // namespace teken::app::test
