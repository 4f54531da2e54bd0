#include "app_fixture.h"

namespace teken::app::test {
namespace {

class OpenSessionControllerTest : public WorldTest {
protected:
    OpenSessionController* opening = nullptr;

    void SetUp() override {
        world.unlock();
        world.app.openNewSession();
        world.settle();
        opening = world.app.opening();
    }
    void fill() {
        opening->setUnitIndex(3);
        opening->setPlace("Aula");
        opening->setHead("Kusmawati");
        opening->setWitnessOne("Lailatul Badriyah");
        opening->setWitnessTwo("Kusnadi Prasetyo");
    }
};

TEST_F(OpenSessionControllerTest, ChoosesTheOnlyTextByItself) {
    EXPECT_EQ(opening->textIndex(), 0);
    EXPECT_EQ(opening->text().fingerprint.size(), 64);
}

TEST_F(OpenSessionControllerTest, LeavesTheChoiceOpenWhenThereAreTwo) {
    world.desk.texts.append(world.desk.texts.constFirst());
    world.app.openNewSession();
    world.settle();
    EXPECT_EQ(opening->textIndex(), -1);
}

TEST_F(OpenSessionControllerTest, NamesWhatIsMissingInTheOrderOfTheForm) {
    EXPECT_EQ(opening->obstacle(), OpenSessionController::NeedsUnit);
    opening->setUnitIndex(0);
    EXPECT_EQ(opening->obstacle(), OpenSessionController::NeedsPlace);
    opening->setPlace("Aula");
    EXPECT_EQ(opening->obstacle(), OpenSessionController::NeedsHead);
    opening->setHead("Kusmawati");
    opening->setWitnessOne("Lailatul Badriyah");
    EXPECT_EQ(opening->obstacle(), OpenSessionController::NeedsWitnesses);
    opening->setWitnessTwo("Kusnadi Prasetyo");
    EXPECT_EQ(opening->obstacle(), OpenSessionController::Ready);
    opening->setTextIndex(-1);
    EXPECT_EQ(opening->obstacle(), OpenSessionController::NeedsText);
}

TEST_F(OpenSessionControllerTest, RefusesOnePersonInTwoRoles) {
    fill();
    opening->setWitnessTwo("  lailatul   BADRIYAH ");
    EXPECT_EQ(opening->obstacle(), OpenSessionController::SamePersonTwice);
    opening->open();
    EXPECT_FALSE(opening->isBusy());
}

TEST_F(OpenSessionControllerTest, EntersTheSessionItOpened) {
    fill();
    opening->open();
    world.settle();
    EXPECT_EQ(world.app.page(), App::Session);
    EXPECT_EQ(world.app.session()->session().unit, QStringLiteral("Dinas Sosial"));
}

TEST_F(OpenSessionControllerTest, KeepsTheFormWhenOpeningFails) {
    fill();
    world.desk.failNext("open", {ErrorCode::NoSpace, "store.disk-full", "full", ""});
    opening->open();
    world.settle();
    EXPECT_EQ(world.app.page(), App::OpenSession);
    EXPECT_TRUE(opening->failure().present());
    EXPECT_EQ(opening->head(), QStringLiteral("Kusmawati"));
}

TEST_F(OpenSessionControllerTest, JoinsTheSessionOfAnotherLaptop) {
    fill();
    opening->setJoinCode(" 7Q4M-K2PX ");
    opening->open();
    world.settle();
    EXPECT_EQ(world.desk.lastPlan.joinCode, QStringLiteral("7Q4M-K2PX"));
}

TEST_F(OpenSessionControllerTest, KeepsTheFormWhenTheCodeIsWrong) {
    fill();
    opening->setJoinCode("7Q4M");
    world.desk.failNext("open", {ErrorCode::InvalidInput, "session.code", "expected 28 letters", ""});
    opening->open();
    world.settle();
    EXPECT_EQ(opening->failure().reason, QStringLiteral("session.code"));
    EXPECT_EQ(opening->joinCode(), QStringLiteral("7Q4M"));
}

TEST_F(OpenSessionControllerTest, FollowsAClosedSessionWithItsUnitPlaceAndHead) {
    world.app.home()->choose(0);
    world.settle();
    world.app.openFollowUp();
    world.settle();
    EXPECT_EQ(world.app.page(), App::OpenSession);
    EXPECT_EQ(opening->followUpOf(), QStringLiteral("Sekretariat Daerah"));
    EXPECT_EQ(opening->unitIndex(), 0);
    EXPECT_FALSE(opening->place().isEmpty());
    opening->setWitnessOne("Lailatul Badriyah");
    opening->setWitnessTwo("Kusnadi Prasetyo");
    opening->open();
    world.settle();
    EXPECT_EQ(world.desk.lastPlan.parent, world.desk.sessions[0].session);
    world.app.openNewSession();
    EXPECT_TRUE(opening->followUpOf().isEmpty());
}

} // namespace
} // namespace teken::app::test
