#include "app_fixture.h"

#include <QSignalSpy>

namespace teken::app::test {
namespace {

class SessionControllerTest : public WorldTest {
protected:
    SessionController* session = nullptr;

    void SetUp() override {
        world.enterSession();
        session = world.app.session();
    }
};

TEST_F(SessionControllerTest, ShowsTheNextInTheList) {
    EXPECT_TRUE(session->personIsNext());
    EXPECT_EQ(session->person().name, world.desk.people[0].name);
}

TEST_F(SessionControllerTest, CountsEveryoneOnce) {
    const auto counts = session->counts();
    EXPECT_EQ(counts.notYet + counts.signedHere + counts.other, counts.expected);
}

TEST_F(SessionControllerTest, SelectsTheFirstRowOfASearch) {
    search("suhartini");
    EXPECT_EQ(session->selected(), 0);
    EXPECT_EQ(session->person().name, QStringLiteral("Suhartini"));
    EXPECT_FALSE(session->personIsNext());
}

TEST_F(SessionControllerTest, DropsAnAnswerToAnOlderQuestion) {
    world.desk.hold();
    session->setQuestion("sit");
    session->setQuestion("zzz");
    world.desk.release();
    EXPECT_EQ(session->people()->count(), 0);
}

TEST_F(SessionControllerTest, EnterTakesTheFirstRow) {
    search("suhartini");
    session->takeFirst();
    world.settle();
    EXPECT_EQ(world.app.page(), App::Sign);
    EXPECT_EQ(world.app.sign()->person().name, QStringLiteral("Suhartini"));
}

TEST_F(SessionControllerTest, EnterTakesNobodyWhoSignedAlready) {
    search(world.desk.people[10].name);
    session->takeFirst();
    EXPECT_EQ(world.app.page(), App::Session);
    EXPECT_EQ(session->person().state, PersonState::Signed);
}

TEST_F(SessionControllerTest, AnswersASignatureElsewhereOnlyKnowingly) {
    search(world.desk.people[54].name);
    ASSERT_EQ(session->person().state, PersonState::SignedElsewhere);
    session->takeFirst();
    EXPECT_EQ(world.app.page(), App::Session) << "Enter is too quick for that";
    session->takeDespiteElsewhere(session->person());
    world.settle();
    EXPECT_EQ(world.app.page(), App::Sign);
    EXPECT_EQ(world.app.sign()->stage(), SignController::Signing);
}

TEST_F(SessionControllerTest, TakesNobodyDespiteElsewhereWhoSignedNowhere) {
    search("suhartini");
    session->takeDespiteElsewhere(session->person());
    EXPECT_EQ(world.app.page(), App::Session);
}

TEST_F(SessionControllerTest, EnterOnNothingDoesNothing) {
    search("tidak ada orang bernama begini");
    session->takeFirst();
    EXPECT_EQ(world.app.page(), App::Session);
}

TEST_F(SessionControllerTest, F2TakesTheNextInTheListWhateverIsTyped) {
    search("suhartini");
    session->takeNext();
    world.settle();
    EXPECT_EQ(world.app.sign()->person().name, world.desk.people[0].name);
}

TEST_F(SessionControllerTest, EscClearsFirstAndThenHasNothingToClear) {
    search("nur");
    EXPECT_TRUE(session->clearQuestion());
    EXPECT_TRUE(session->question().isEmpty());
    EXPECT_FALSE(session->clearQuestion());
}

TEST_F(SessionControllerTest, SomeoneExcusedMayStillSign) {
    world.desk.people[0].state = PersonState::Excused;
    search(world.desk.people[0].name);
    session->takeFirst();
    world.settle();
    EXPECT_EQ(world.app.page(), App::Sign);
}

TEST_F(SessionControllerTest, NobodySignsWhilePaused) {
    session->pause();
    world.settle();
    EXPECT_FALSE(session->isActive());
    session->takeNext();
    EXPECT_EQ(world.app.page(), App::Session);
    session->resume();
    world.settle();
    session->takeNext();
    EXPECT_EQ(world.app.page(), App::Sign);
}

TEST_F(SessionControllerTest, NotesWithoutASignature) {
    QSignalSpy noted(session, &SessionController::noted);
    const auto first = world.desk.people[0].person;
    session->excuse(session->person(), ExcuseKind::Study);
    world.settle();
    EXPECT_EQ(world.desk.find(first)->state, PersonState::Excused);
    EXPECT_EQ(world.desk.find(first)->excuse, ExcuseKind::Study);
    EXPECT_EQ(noted.count(), 1);
    EXPECT_NE(session->person().person, first); // the next one is at hand
}

TEST_F(SessionControllerTest, SaysNothingWasNotedWhenItFailed) {
    QSignalSpy noted(session, &SessionController::noted);
    world.desk.failNext("refuse", {ErrorCode::NoSpace, "store.disk-full", "full", ""});
    session->refuse(session->person());
    world.settle();
    EXPECT_EQ(noted.count(), 0);
    EXPECT_TRUE(session->failure().present());
}

TEST_F(SessionControllerTest, AsksNothingOfALockedDesk) {
    world.app.lock();
    world.settle();
    ASSERT_EQ(world.app.page(), App::Locked);
    world.desk.failNext("describe", {ErrorCode::Locked, "store.locked", "locked", ""});
    world.desk.failNext("count", {ErrorCode::Locked, "store.locked", "locked", ""});
    emit world.desk.sessionsEdited();
    world.settle();
    EXPECT_FALSE(session->failure().present());
}

TEST_F(SessionControllerTest, PutsAnAddedPersonFirst) {
    session->addPerson("  Zulkarnaen   Efendi ", {}, "Staf", "Sekretariat Daerah", SignerKind::NonAsn);
    world.settle();
    EXPECT_EQ(session->person().name, QStringLiteral("Zulkarnaen Efendi"));
    EXPECT_TRUE(session->person().addedHere);
}

TEST_F(SessionControllerTest, AddsNobodyWithoutAName) {
    const auto before = world.desk.people.size();
    session->addPerson("   ", {}, {}, "Sekretariat Daerah", SignerKind::Pns);
    world.settle();
    EXPECT_EQ(world.desk.people.size(), before);
}

TEST_F(SessionControllerTest, VoidingNeedsReasonAndSecondPerson) {
    search(world.desk.people[10].name);
    const auto person = session->person();
    session->voidSignature(person, VoidKind::WrongPerson, {}, "  ");
    session->voidSignature(person, VoidKind::Other, "   ", "Lailatul Badriyah");
    session->voidSignature({}, VoidKind::WrongPerson, {}, "Lailatul Badriyah");
    world.settle();
    EXPECT_EQ(world.desk.people[10].state, PersonState::Signed);
    session->voidSignature(person, VoidKind::WrongPerson, {}, "Lailatul Badriyah");
    world.settle();
    EXPECT_EQ(world.desk.people[10].state, PersonState::NotYet);
    EXPECT_EQ(world.desk.voided.reason, VoidKind::WrongPerson);
}

TEST_F(SessionControllerTest, TakesBackANoteWithReasonAndSecondPerson) {
    search(world.desk.people[59].name);
    const auto person = session->person();
    session->voidNote(person, VoidKind::Other, {}, "Lailatul Badriyah");
    session->voidNote(person, VoidKind::WrongPerson, {}, {});
    world.settle();
    EXPECT_EQ(world.desk.people[59].state, PersonState::Refused);
    session->voidNote(person, VoidKind::Other, " tombol  keliru ", " Lailatul  Badriyah ");
    world.settle();
    EXPECT_EQ(world.desk.people[59].state, PersonState::NotYet);
    EXPECT_EQ(world.desk.voided.words, QStringLiteral("tombol keliru"));
    EXPECT_EQ(world.desk.voided.secondPerson, QStringLiteral("Lailatul Badriyah"));
}

TEST_F(SessionControllerTest, KeepsTheSelectionInsideTheList) {
    search("nur");
    session->moveSelection(-5);
    EXPECT_EQ(session->selected(), 0);
    session->moveSelection(1000);
    EXPECT_EQ(session->selected(), session->people()->count() - 1);
}

TEST_F(SessionControllerTest, WaitsForTheAnswerWhenAScannerTypesFasterThanItComes) {
    search("suhartini"); // what was asked before must not be taken
    world.desk.hold();
    const auto& wanted = world.desk.people[3];
    session->setQuestion(QString(wanted.number).remove(QLatin1Char(' ')));
    session->takeFirst();
    EXPECT_EQ(world.app.page(), App::Session);
    world.desk.release();
    EXPECT_EQ(world.app.page(), App::Sign);
    EXPECT_EQ(world.app.sign()->person().name, wanted.name);
}

TEST_F(SessionControllerTest, TakesNobodyWhenSomethingElseWasTypedMeanwhile) {
    world.desk.hold();
    session->setQuestion("suhartini");
    session->takeFirst();
    session->setQuestion("suhart");
    world.desk.release();
    EXPECT_EQ(world.app.page(), App::Session);
}

TEST_F(SessionControllerTest, NotesThePersonOfTheQuestionAndNotWhoeverCameToHandMeanwhile) {
    search(world.desk.people[2].name);
    const auto asked = session->person();
    world.desk.hold();
    session->setQuestion(world.desk.people[3].name);
    world.desk.release();
    ASSERT_EQ(session->person().person, world.desk.people[3].person);
    session->refuse(asked);
    world.settle();
    EXPECT_EQ(world.desk.people[2].state, PersonState::Refused);
    EXPECT_EQ(world.desk.people[3].state, PersonState::NotYet);
}

TEST_F(SessionControllerTest, NotesNothingAboutNobody) {
    session->refuse({});
    session->takeSymbolic({});
    session->takeHelped({}, SignForm::Thumb, "Bu Lurah");
    EXPECT_FALSE(session->isBusy());
    EXPECT_EQ(world.app.page(), App::Session);
}

TEST_F(SessionControllerTest, AnswersOfASearchDoNotReplaceTheSignerWhoWasTakenMeanwhile) {
    world.desk.hold();
    session->setQuestion("suhartini");
    session->takeFirst(); // waits for its answer
    session->takeNext();
    ASSERT_EQ(world.app.page(), App::Sign);
    world.desk.release();
    EXPECT_EQ(world.app.sign()->person().name, world.desk.people[0].name);
}

TEST_F(SessionControllerTest, TheNextWhoIsStillBeingReadDoesNotReplaceTheSignerWhoWasTakenMeanwhile) {
    search(world.desk.people[3].name);
    world.desk.hold();
    session->refresh();
    session->takeNextWhenRead(); // F2 on the slip
    session->select(0);
    session->takePerson();
    ASSERT_EQ(world.app.page(), App::Sign);
    world.desk.release();
    EXPECT_EQ(world.app.sign()->person().name, world.desk.people[3].name);
}

TEST_F(SessionControllerTest, TakesNobodyBehindAnotherPage) {
    world.desk.hold();
    session->setQuestion("suhartini");
    session->takeFirst();
    world.app.showQueue();
    world.desk.release();
    EXPECT_EQ(world.app.page(), App::Queue);
}

TEST_F(SessionControllerTest, TakesNobodyUnderAQuestionThatIsOpen) {
    world.desk.hold();
    session->setQuestion("suhartini");
    session->takeFirst();
    session->waitForNobody();
    world.desk.release();
    EXPECT_EQ(world.app.page(), App::Session);
    EXPECT_EQ(session->person().name, QStringLiteral("Suhartini")) << "found all the same";
}

TEST_F(SessionControllerTest, FindsTheNumberInWhatABadgeHolds) {
    const auto& wanted = world.desk.people[3];
    search("NIP:" + QString(wanted.number).remove(QLatin1Char(' ')) + ";PEGAWAI");
    ASSERT_EQ(session->people()->count(), 1);
    EXPECT_EQ(session->person().name, wanted.name);
}

TEST_F(SessionControllerTest, PassesOverSomebodyAndComesRoundToThem) {
    const auto first = session->person().person;
    session->callLater();
    world.settle();
    EXPECT_NE(session->person().person, first);
    const auto second = session->person().person;
    session->refuse(session->person());
    world.settle();
    EXPECT_NE(session->person().person, first) << "the list goes on behind them";
    EXPECT_NE(session->person().person, second);
    for (auto& row : world.desk.people)
        if (row.person != first && row.state == PersonState::NotYet)
            row.state = PersonState::Absent;
    session->refresh();
    world.settle();
    EXPECT_EQ(session->person().person, first);
}

TEST_F(SessionControllerTest, ForgetsWhoWasPassedOverInAnotherSession) {
    session->callLater();
    world.settle();
    session->enter(world.desk.sessions[3].session);
    EXPECT_FALSE(session->passed());
}

TEST_F(SessionControllerTest, LetsSomebodySignWithHelpOnlyBesideASecondWitness) {
    session->takeHelped(session->person(), SignForm::Thumb, "   ");
    EXPECT_EQ(world.app.page(), App::Session);
    session->takeHelped(session->person(), SignForm::Assisted, " Bu  Lurah ");
    world.settle();
    EXPECT_EQ(world.app.page(), App::Sign);
    EXPECT_EQ(world.desk.wishes.form, SignForm::Assisted);
    EXPECT_EQ(world.app.sign()->secondWitness(), QStringLiteral("Bu Lurah"));
    auto* ink = world.app.sign()->ink();
    ink->beginStroke({600, 160}, {1300, 280});
    ink->continueStroke({625, 185}, {1300, 280});
    ink->continueStroke({650, 160}, {1300, 280});
    ink->endStroke();
    EXPECT_TRUE(world.app.sign()->canSave()) << "a cross is enough";
}

TEST_F(SessionControllerTest, StaysWhereAnotherSecondWitnessCanBeNamed) {
    world.desk.failNext("begin", {ErrorCode::InvalidInput, "signing.second-self", "", ""});
    session->takeHelped(session->person(), SignForm::Assisted, "Nanik Purwati");
    EXPECT_TRUE(session->isBusy());
    world.settle();
    EXPECT_EQ(world.app.page(), App::Session);
    EXPECT_EQ(session->failure().reason, QStringLiteral("signing.second-self"));
}

TEST_F(SessionControllerTest, MarksASymbolicSignatureAndOnlyThatOne) {
    session->takeSymbolic(session->person());
    world.settle();
    EXPECT_TRUE(world.app.sign()->isSymbolic());
    world.app.sign()->leave();
    world.settle();
    session->takeNext();
    world.settle();
    EXPECT_FALSE(world.app.sign()->isSymbolic());
}

TEST_F(SessionControllerTest, SaysWhyItPaused) {
    session->pause(PauseKind::Power);
    world.settle();
    EXPECT_EQ(world.desk.lastPause, PauseKind::Power);
}

} // namespace
} // namespace teken::app::test
