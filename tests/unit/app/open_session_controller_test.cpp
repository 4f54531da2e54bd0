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

TEST_F(OpenSessionControllerTest, ReadsTextsAgainAfterAFailureAndKeepsTheForm) {
    world.desk.failNext("listTexts", {ErrorCode::Corrupt, "files.device-error", "read error", ""});
    world.app.openNewSession();
    world.settle();
    EXPECT_FALSE(opening->isLoaded());
    EXPECT_TRUE(opening->failure().present());
    opening->setPlace("Aula");
    opening->read();
    world.settle();
    EXPECT_TRUE(opening->isLoaded());
    EXPECT_FALSE(opening->failure().present());
    EXPECT_EQ(opening->place(), "Aula");
}

TEST_F(OpenSessionControllerTest, LeavesTheChoiceOpenWhenThereAreTwo) {
    world.desk.texts.append(world.desk.texts.constFirst());
    world.app.openNewSession();
    world.settle();
    EXPECT_EQ(opening->textIndex(), -1);
}

PledgeText villageText(const PledgeText& like) {
    auto text = like;
    text.code = QStringLiteral("PMK-DESA");
    text.title = QStringLiteral("Ikrar Netralitas Kepala Desa dan Perangkat Desa");
    text.fingerprint = QString(64, QLatin1Char('b'));
    text.kinds = {QStringLiteral("village-head"), QStringLiteral("village-staff")};
    return text;
}

TEST_F(OpenSessionControllerTest, OpensWithATextForEachKindOfSigner) {
    world.desk.texts.append(villageText(world.desk.texts.constFirst()));
    world.app.openNewSession();
    world.settle();
    fill();
    opening->toggleText(1);
    opening->toggleText(0);
    EXPECT_EQ(opening->chosenTexts(), (QList<int>{0, 1}));
    EXPECT_EQ(opening->text().fingerprint, world.desk.texts[0].fingerprint) << "the one chosen last is shown";
    EXPECT_EQ(opening->obstacle(), OpenSessionController::Ready);
    opening->open();
    world.settle();
    EXPECT_EQ(world.desk.lastPlan.texts,
              (QStringList{world.desk.texts[0].fingerprint, world.desk.texts[1].fingerprint}));
}

TEST_F(OpenSessionControllerTest, RefusesTwoTextsForOneKindAndNamesIt) {
    auto newer = world.desk.texts.constFirst();
    newer.fingerprint = QString(64, QLatin1Char('c'));
    world.desk.texts.append(newer);
    world.app.openNewSession();
    world.settle();
    fill();
    opening->toggleText(0);
    opening->toggleText(1);
    EXPECT_EQ(opening->obstacle(), OpenSessionController::TextsOverlap);
    EXPECT_EQ(opening->overlap(), QStringLiteral("pns")) << "a slug: the page has the word in its language";
    opening->open();
    EXPECT_FALSE(opening->isBusy());
    opening->toggleText(0);
    EXPECT_EQ(opening->obstacle(), OpenSessionController::Ready);
    opening->toggleText(1);
    EXPECT_EQ(opening->obstacle(), OpenSessionController::NeedsText);
    opening->toggleText(7);
    EXPECT_TRUE(opening->chosenTexts().isEmpty());
}

TEST_F(OpenSessionControllerTest, TakesTheTextsOfThePlan) {
    world.desk.texts.append(villageText(world.desk.texts.constFirst()));
    world.desk.texts[1].planned = true;
    world.app.goHome();
    world.settle();
    world.app.home()->choose(1);
    world.settle();
    EXPECT_EQ(opening->chosenTexts(), QList<int>{1});
    EXPECT_EQ(opening->text().code, QStringLiteral("PMK-DESA"));
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

TEST_F(OpenSessionControllerTest, EntersNoSessionOverTheLockedPage) {
    fill();
    world.desk.hold();
    opening->open();
    ASSERT_TRUE(opening->isBusy());
    world.app.lock();
    world.desk.release();
    EXPECT_EQ(world.app.page(), App::Locked);
    EXPECT_FALSE(opening->isBusy());
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
