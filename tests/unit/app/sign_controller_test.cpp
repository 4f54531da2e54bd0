#include "app_fixture.h"

#include <QSignalSpy>

namespace teken::app::test {
namespace {

class SignControllerTest : public WorldTest {
protected:
    SignController* sign = nullptr;
    PersonId person;

    void SetUp() override {
        beginSigning();
        sign = world.app.sign();
        person = world.desk.people[0].person;
    }
};

TEST_F(SignControllerTest, ShowsPersonAndText) {
    EXPECT_EQ(sign->stage(), SignController::Signing);
    EXPECT_EQ(sign->person().name, world.desk.people[0].name);
    EXPECT_EQ(sign->text().points.size(), 4);
}

TEST_F(SignControllerTest, DropsTheSheetOfSomebodyWhoWasLeftBeforeItCame) {
    const auto session = world.app.session()->sessionId();
    const auto& second = world.desk.people[1];
    world.desk.hold();
    sign->begin(session, person);
    sign->begin(session, second.person);
    world.desk.failNext("begin", {ErrorCode::NotFound, "signing.no-text", "no text", ""});
    world.desk.release();
    EXPECT_FALSE(sign->failure().present()) << "the first one's failure is nobody's here";
    EXPECT_EQ(sign->person().person, second.person);
    EXPECT_EQ(sign->stage(), SignController::Signing);
    EXPECT_FALSE(sign->isBusy());
}

TEST_F(SignControllerTest, CannotSaveWithoutInk) {
    EXPECT_FALSE(sign->canSave());
    sign->save();
    world.settle();
    EXPECT_TRUE(world.desk.signatures.empty());
}

TEST_F(SignControllerTest, SavesAndSaysSoOnlyAfterTheService) {
    drawSignature(*sign->ink());
    world.desk.hold();
    sign->save();
    EXPECT_EQ(sign->stage(), SignController::Saving);
    EXPECT_TRUE(sign->ink()->isLocked());
    world.desk.release();
    EXPECT_EQ(sign->stage(), SignController::Saved);
    EXPECT_EQ(world.desk.signatures[person], sign->ink()->strokes());
    EXPECT_GT(sign->slip().numberInSession, 0);
}

TEST_F(SignControllerTest, GivesThePadBackWithAllInkWhenSavingFails) {
    drawSignature(*sign->ink());
    const auto before = sign->ink()->strokes();
    world.desk.failNext("sign", {ErrorCode::NoSpace, "store.disk-full", "full", ""});
    sign->save();
    world.settle();
    EXPECT_EQ(sign->stage(), SignController::Signing);
    EXPECT_EQ(sign->ink()->strokes(), before);
    EXPECT_TRUE(sign->canSave());
    sign->save();
    world.settle();
    EXPECT_EQ(sign->stage(), SignController::Saved);
}

TEST_F(SignControllerTest, KeepsEachStrokeInTheJournal) {
    drawSignature(*sign->ink());
    world.settle();
    EXPECT_EQ(world.desk.journal[person].size(), 3);
    sign->ink()->undoStroke();
    world.settle();
    EXPECT_EQ(world.desk.journal[person].size(), 2);
    sign->ink()->clear();
    world.settle();
    EXPECT_FALSE(world.desk.journal.contains(person));
}

TEST_F(SignControllerTest, GivesBackStrokesFromBeforeACrash) {
    world.app.back();
    world.settle();
    world.desk.journal[person] = {{{10, 10}, {900, 300}}};
    world.app.session()->takeNext();
    world.settle();
    EXPECT_TRUE(sign->isRecovered());
    EXPECT_EQ(sign->ink()->strokeCount(), 1);
}

TEST_F(SignControllerTest, LockingKeepsTheStrokesInTheJournal) {
    drawSignature(*sign->ink());
    sign->ink()->beginStroke({100, 100}, {1300, 280});
    sign->ink()->continueStroke({400, 120}, {1300, 280});
    world.app.lock();
    world.settle();
    EXPECT_EQ(world.desk.journal[person].size(), 4);
    EXPECT_EQ(sign->ink()->strokeCount(), 0);
    EXPECT_TRUE(sign->person().name.isEmpty());
}

TEST_F(SignControllerTest, LeavingDropsUnsavedInkAndItsJournal) {
    drawSignature(*sign->ink());
    world.settle();
    world.app.back();
    world.settle();
    EXPECT_FALSE(world.desk.journal.contains(person));
    EXPECT_EQ(world.app.page(), App::Session);
}

TEST_F(SignControllerTest, CannotBeLeftWhileSaving) {
    drawSignature(*sign->ink());
    world.desk.hold();
    sign->save();
    world.app.back();
    EXPECT_EQ(world.app.page(), App::Sign);
    world.desk.release();
}

TEST_F(SignControllerTest, GoesBackToTheSearchAfterSaving) {
    drawSignature(*sign->ink());
    sign->save();
    world.settle();
    sign->leave();
    world.settle();
    EXPECT_EQ(world.app.page(), App::Session);
    EXPECT_TRUE(world.app.session()->question().isEmpty());
    EXPECT_EQ(world.desk.find(person)->state, PersonState::Signed);
    EXPECT_FALSE(world.desk.journal.contains(person));
}

TEST_F(SignControllerTest, GoesFromASlipStraightToTheNextInTheList) {
    drawSignature(*sign->ink());
    sign->save();
    world.settle();
    world.app.signNext();
    world.settle();
    EXPECT_EQ(world.app.page(), App::Sign);
    EXPECT_EQ(sign->stage(), SignController::Signing);
    EXPECT_EQ(sign->person().person, world.desk.openPeople(std::nullopt).front().person);
}

TEST_F(SignControllerTest, GoesToNobodyElseWhileSomebodySigns) {
    drawSignature(*sign->ink());
    world.app.signNext();
    world.settle();
    EXPECT_EQ(world.app.page(), App::Sign);
    EXPECT_EQ(sign->person().person, person);
    EXPECT_GT(sign->ink()->strokeCount(), 0);
}

TEST_F(SignControllerTest, SaysWhenThePersonCannotSign) {
    world.app.back();
    world.settle();
    world.desk.failNext("begin", {ErrorCode::Conflict, "signing.already-signed", "elsewhere", ""});
    world.app.session()->takeNext();
    world.settle();
    EXPECT_TRUE(sign->failure().present());
    EXPECT_EQ(sign->stage(), SignController::Loading);
    EXPECT_FALSE(sign->canSave());
}

} // namespace
} // namespace teken::app::test
