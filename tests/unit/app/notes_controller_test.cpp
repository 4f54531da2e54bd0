#include "app_fixture.h"

#include <QSignalSpy>

namespace teken::app::test {
namespace {

class NotesControllerTest : public WorldTest {
protected:
    NotesController* notes = nullptr;

    void SetUp() override {
        world.enterSession();
        notes = world.app.notes();
    }
    [[nodiscard]] PersonRow first() { return world.app.session()->person(); }
};

TEST_F(NotesControllerTest, SaysWhatTheDriveTellsSigners) {
    notes->readDrive();
    world.settle();
    EXPECT_EQ(notes->drive().organisation, world.desk.drive.organisation);
    EXPECT_EQ(notes->drive().retentionDays, 1825);
}

TEST_F(NotesControllerTest, ReadsTheSpokenFormAloud) {
    notes->readSpoken();
    world.settle();
    EXPECT_TRUE(notes->spoken().opening.contains("kami"));
    EXPECT_EQ(notes->spoken().points.size(), 4);
}

TEST_F(NotesControllerTest, ReadsEachTextOfASessionAndNotesItsOwnHour) {
    const auto village = world.desk.addVillageText();
    world.desk.readAt.clear();
    world.desk.running.readJointlyAt = {};
    notes->readSpoken();
    world.settle();
    ASSERT_EQ(notes->spokenCount(), 2);
    EXPECT_EQ(notes->spokenUnread(), 2);
    notes->showSpoken(1);
    EXPECT_EQ(notes->spoken().code, village.code);
    notes->noteJointReading();
    world.settle();
    EXPECT_EQ(world.desk.readAt.keys(), QStringList{village.fingerprint})
        << "what was read, and nothing else";
    EXPECT_EQ(notes->spokenIndex(), 0) << "the one that is still to be read";
    EXPECT_EQ(world.app.session()->textsUnread(), 1);
    notes->noteJointReading();
    world.settle();
    EXPECT_EQ(notes->spokenUnread(), 0);
    EXPECT_EQ(world.app.session()->textsUnread(), 0);
}

TEST_F(NotesControllerTest, NotesNoReadingThatCouldNotBeWrittenAndTriesItAgain) {
    world.desk.readAt.clear();
    world.desk.running.readJointlyAt = {};
    notes->noteJointReading();
    EXPECT_FALSE(notes->isBusy()) << "no text is shown yet";
    notes->readSpoken();
    world.settle();
    world.desk.failNext("noteJointReading", {ErrorCode::NoSpace, "store.disk-full", "full", ""});
    notes->noteJointReading();
    world.settle();
    EXPECT_TRUE(notes->failure().present());
    EXPECT_EQ(notes->spokenUnread(), 1);
    notes->retry();
    world.settle();
    EXPECT_FALSE(notes->failure().present());
    EXPECT_EQ(notes->spokenUnread(), 0);
}

TEST_F(NotesControllerTest, ProposesACorrectionAndSaysForWhom) {
    QSignalSpy proposed(notes, &NotesController::correctionProposed);
    const auto name = first().name;
    notes->proposeCorrection(first(), CorrectionField::Name, "  Siti   Aminah ");
    world.settle();
    ASSERT_EQ(proposed.count(), 1);
    EXPECT_EQ(proposed[0][0].toString(), name);
    EXPECT_EQ(world.desk.corrections, QStringList{"Siti Aminah"});
}

TEST_F(NotesControllerTest, ProposesNothingWithoutAValueOrAPerson) {
    notes->proposeCorrection(first(), CorrectionField::Name, "   ");
    notes->proposeCorrection(PersonRow(), CorrectionField::Name, "Siti");
    world.settle();
    EXPECT_TRUE(world.desk.corrections.isEmpty());
    EXPECT_FALSE(notes->isBusy());
}

TEST_F(NotesControllerTest, CountsASignatureOnPaper) {
    const auto before = world.app.session()->counts().signedHere;
    notes->signOnPaper(first(), "/media/petugas/SANDISK/lembar-basah-1.pdf");
    world.settle();
    EXPECT_EQ(world.app.session()->counts().signedHere, before + 1);
}

TEST_F(NotesControllerTest, SaysWhyAFileIsNoScanAndCountsNobody) {
    const auto before = world.app.session()->counts().signedHere;
    notes->signOnPaper(first(), "/media/petugas/SANDISK/surat.docx");
    world.settle();
    EXPECT_EQ(notes->failure().reason, QStringLiteral("scan.kind"));
    EXPECT_FALSE(notes->failure().next.isEmpty());
    EXPECT_EQ(world.app.session()->counts().signedHere, before);
}

TEST_F(NotesControllerTest, AFullDiskAtAPaperKeepsThePersonOpen) {
    world.desk.failNext("signOnPaper", {ErrorCode::NoSpace, "store.disk-full", "full", ""});
    const auto person = first().person;
    notes->signOnPaper(first(), "/media/petugas/SANDISK/IMG_0042.JPG");
    world.settle();
    EXPECT_TRUE(notes->failure().present());
    EXPECT_EQ(world.desk.find(person)->state, PersonState::NotYet);
}

TEST_F(NotesControllerTest, NotesSpecialEventsAndShowsThem) {
    QSignalSpy noted(notes, &NotesController::eventNoted);
    notes->readEvents();
    world.settle();
    EXPECT_EQ(notes->events()->count(), 1);
    notes->noteEvent("Hujan deras, pindah ke aula.");
    world.settle();
    EXPECT_EQ(noted.count(), 1);
    EXPECT_EQ(notes->events()->count(), 2);
    notes->noteEvent("   ");
    world.settle();
    EXPECT_EQ(noted.count(), 1);
}

TEST_F(NotesControllerTest, NotesEverybodyWhoDidNotCome) {
    QSignalSpy marked(notes, &NotesController::missingMarked);
    notes->readMissing();
    world.settle();
    const auto missing = notes->missing()->count();
    ASSERT_GT(missing, 0);
    notes->markMissing();
    world.settle();
    ASSERT_EQ(marked.count(), 1);
    EXPECT_EQ(marked[0][0].toInt(), missing);
    EXPECT_EQ(notes->missing()->count(), 0);
}

TEST_F(NotesControllerTest, ShowsScansOfAStickThatComesWhileTheQuestionIsOpen) {
    world.desk.scans.clear();
    notes->readScans();
    world.settle();
    EXPECT_EQ(notes->scans()->count(), 0);
    world.desk.scans = {{"foto.jpg", "/media/x/foto.jpg", "Flashdisk", world.desk.now, 2'000'000}};
    emit world.places.placesChanged();
    world.settle();
    EXPECT_EQ(notes->scans()->count(), 1);
}

TEST_F(NotesControllerTest, ForgetsEverybodyWhenLocked) {
    notes->readMissing();
    world.settle();
    world.app.lock();
    world.settle();
    EXPECT_EQ(notes->missing()->count(), 0);
    EXPECT_EQ(notes->scans()->count(), 0);
}

class CallListTest : public WorldTest {
protected:
    void SetUp() override {
        world.enterSession();
        calls = world.app.calls();
    }
    [[nodiscard]] QStringList names() const {
        QStringList names;
        for (int i = 0; i < calls->rows()->count(); ++i) {
            const auto* model = calls->rows();
            for (const auto& [role, name] : model->roleNames().asKeyValueRange())
                if (name == "name")
                    names.append(model->data(model->index(i), role).toString());
        }
        return names;
    }
    CallListController* calls = nullptr;
};

TEST_F(CallListTest, ReadsNothingWhileItIsNotShown) {
    EXPECT_EQ(calls->rows()->count(), 0);
}

TEST_F(CallListTest, ShowsWhoIsNextAndNothingButNameUnitAndThreeDigits) {
    calls->setShown(true);
    world.settle();
    ASSERT_EQ(calls->rows()->count(), CallListController::kShown);
    EXPECT_EQ(names().first(), world.desk.people[0].name);
    EXPECT_EQ(CallRow::staticMetaObject.propertyCount(), 3);
    const auto tail = calls->rows()->data(calls->rows()->index(0), Qt::UserRole + 2).toString();
    EXPECT_LE(tail.size(), 3);
}

TEST_F(CallListTest, FollowsWhoSignedWasPassedOverOrRefused) {
    calls->setShown(true);
    world.settle();
    const auto second = names().at(1);
    world.app.session()->refuse(world.app.session()->person());
    world.settle();
    EXPECT_EQ(names().first(), second);
    world.app.session()->callLater();
    world.settle();
    EXPECT_NE(names().first(), second);
    EXPECT_FALSE(names().contains(second)) << "they come round at the end of the list";
}

TEST_F(CallListTest, CallsNobodyWhilePaused) {
    calls->setShown(true);
    world.app.session()->pause(PauseKind::Power);
    world.settle();
    EXPECT_TRUE(calls->isWaiting());
}

TEST_F(CallListTest, ClosesWhenTheLaptopIsLocked) {
    calls->setShown(true);
    world.settle();
    world.app.lock();
    world.settle();
    EXPECT_FALSE(calls->isShown());
    EXPECT_EQ(calls->rows()->count(), 0);
}

} // namespace
} // namespace teken::app::test
