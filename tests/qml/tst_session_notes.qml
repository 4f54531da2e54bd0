// What is not a signature: excused, refused, absent, added, void, pause; each through its dialog.
import QtQuick
import QtTest
import Teken.App
import Teken.Fakes
import Teken.Pages

TestCase {
    id: test

    name: "SessionNotes"
    when: windowShown
    width: 1366
    height: 768
    visible: true

    property var window: null

    Component {
        id: mainWindow

        Main {}
    }

    /// Popups live in the overlay, beside the pages.
    function findBelow(root, objectName) {
        if (root.objectName === objectName && root.visible)
            return root;
        for (let i = 0; i < root.children.length; ++i) {
            const found = findBelow(root.children[i], objectName);
            if (found)
                return found;
        }
        return null;
    }
    function find(objectName) {
        return findBelow(window.contentItem.parent, objectName);
    }
    function init(): void {
        failOnWarning(/./); // Qt's own complaints, too
    }
    function initTestCase(): void {
        failOnWarning(/./);
        window = mainWindow.createObject(test);
        World.enterSession();
        tryCompare(App, "page", App.Session);
    }
    function click(objectName: string): void {
        tryVerify(() => find(objectName) !== null, 1000, objectName);
        find(objectName).clicked();
        World.settle();
    }

    function test_excusedNeedsAKind(): void {
        const first = App.session.person.name;
        click("excuseButton");
        tryVerify(() => find("excuseDialogAccept") !== null);
        verify(!find("excuseDialogAccept").enabled);
        click("excuseKind1");
        verify(find("excuseDialogAccept").enabled);
        click("excuseDialogAccept");
        tryVerify(() => find("excuseDialogAccept") === null);
        verify(App.session.person.name !== first);
    }
    function test_refusedIsConfirmed(): void {
        const before = App.session.counts.other;
        click("otherButton");
        click("refuseButton");
        click("refuseDialogAccept");
        compare(App.session.counts.other, before + 1);
    }
    /// `first` is at hand; the answer that puts `second` there is still on its way.
    function bringToHand(first: int, second: int): void {
        App.session.question = World.personName(first);
        World.settle();
        compare(App.session.person.name, World.personName(first));
        World.hold();
        App.session.question = World.personName(second);
    }
    function answerArrives(second: int): void {
        World.release();
        compare(App.session.person.name, World.personName(second));
    }
    function test_questionIsAboutWhomItNamesThoughAnotherCameToHand(): void {
        bringToHand(100, 101);
        click("otherButton");
        click("refuseButton");
        answerArrives(101);
        click("refuseDialogAccept");
        compare(World.personState(100), PersonState.Refused);
        compare(World.personState(101), PersonState.NotYet);
    }
    function test_menuIsAboutWhomItWasOpenedFor(): void {
        bringToHand(102, 103);
        click("otherButton");
        answerArrives(103);
        click("absentButton");
        click("absentDialogAccept");
        compare(World.personState(102), PersonState.Absent);
        compare(World.personState(103), PersonState.NotYet);
    }
    function test_excuseAndCorrectionAreAboutWhomTheyName(): void {
        bringToHand(108, 109);
        click("excuseButton");
        answerArrives(109);
        click("excuseKind0");
        click("excuseDialogAccept");
        compare(World.personState(108), PersonState.Excused);
        compare(World.personState(109), PersonState.NotYet);
        bringToHand(106, 107);
        click("otherButton");
        click("correctionButton");
        answerArrives(107);
        find("correctionFieldBox").currentIndex = 0;
        find("correctionValueFieldInput").text = "Siti Aminah";
        click("correctionDialogAccept");
        verify(find("lastNote").text.endsWith(World.personName(106)), find("lastNote").text);
        App.session.clearQuestion();
        World.settle();
    }
    function test_aSignatureIsVoidForAReasonOfTheFormat(): void {
        App.session.question = World.personName(11);
        World.settle();
        verify(find("voidNoteButton") === null);
        click("voidButton");
        tryVerify(() => find("voidSecondFieldInput") !== null);
        find("voidSecondFieldInput").text = "Lailatul Badriyah";
        verify(!find("voidDialogAccept").enabled);
        find("voidReasonBox").currentIndex = 4;
        verify(!find("voidDialogAccept").enabled, "another reason needs words");
        find("voidReasonBox").currentIndex = 0;
        verify(find("voidDialogAccept").enabled);
        click("voidDialogAccept");
        compare(World.personState(11), PersonState.NotYet);
        compare(World.voidedFor(), VoidKind.WrongPerson);
        App.session.clearQuestion();
        World.settle();
    }
    function test_aWrongNoteIsTakenBack(): void {
        App.session.question = World.personName(59);
        World.settle();
        verify(find("voidNoteButton") === null, "before everybody's eyes there is only that something is noted");
        click("revealButton");
        click("voidNoteButton");
        tryVerify(() => find("voidSecondFieldInput") !== null);
        find("voidSecondFieldInput").text = "Lailatul Badriyah";
        find("voidReasonBox").currentIndex = 2;
        find("voidWordsFieldInput").text = "tombol keliru";
        click("voidDialogAccept");
        compare(World.personState(59), PersonState.NotYet);
        compare(World.voidedFor(), VoidKind.Other);
        compare(World.voidedWords(), "tombol keliru");
        App.session.clearQuestion();
        World.settle();
    }
    function test_aNoteOfAnotherDeskStaysAndSaysWhy(): void {
        App.session.question = World.personName(55);
        World.settle();
        World.noteElsewhere();
        click("voidNoteButton");
        tryVerify(() => find("voidSecondFieldInput") !== null);
        find("voidSecondFieldInput").text = "Lailatul Badriyah";
        find("voidReasonBox").currentIndex = 0;
        click("voidDialogAccept");
        compare(World.personState(55), PersonState.Excused);
        verify(App.session.failure.present);
        verify(App.session.failure.next !== "");
        compare(find("dialogFailure").notice.next, App.session.failure.next);
        click("voidDialogBack");
        App.session.dismissFailure();
        App.session.clearQuestion();
        World.settle();
    }
    function test_theCentresListSaysThatAndNotWhere(): void {
        App.session.question = World.personName(61);
        World.settle();
        compare(find("panelKnown").text, "Sudah menandatangani di tempat lain, menurut daftar pusat.");
        App.session.question = World.personName(54);
        World.settle();
        compare(find("panelKnown").text, "Sudah menandatangani di Inspektorat, 16 Nov 2023.");
        App.session.clearQuestion();
        World.settle();
    }
    function test_dialogStaysWhenItCouldNotBeNoted(): void {
        const before = App.session.counts.other;
        World.fillDisk("markAbsent");
        click("otherButton");
        click("absentButton");
        click("absentDialogAccept");
        compare(App.session.counts.other, before);
        verify(find("absentDialogAccept") !== null);
        verify(App.session.failure.present);
        compare(find("dialogFailure").notice.why, App.session.failure.why, "the page's notice lies under the dialog");
        click("absentDialogBack");
        click("excuseButton");
        tryVerify(() => find("excuseDialogAccept") !== null);
        compare(find("dialogFailure"), null, "what failed before is not about this question");
        World.fillDisk("excuse");
        click("excuseKind0");
        click("excuseDialogAccept");
        findBelow(find("dialogFailure"), "failureDismissButton").clicked();
        compare(find("dialogFailure"), null);
        verify(!App.session.failure.present);
        click("excuseDialogBack");
    }
    function test_whoeverCouldNotBeAddedIsStillInTheDialog(): void {
        World.fillDisk("addPerson");
        click("addPersonButton");
        tryVerify(() => find("addNameFieldInput") !== null);
        find("addNameFieldInput").text = "Zubaidah";
        find("addKindFieldBox").currentIndex = 0;
        click("addPersonDialogAccept");
        verify(find("dialogFailure") !== null);
        compare(find("addNameFieldInput").text, "Zubaidah");
        click("addPersonDialogBack");
        App.session.dismissFailure();
        World.fillDisk("proposeCorrection");
        click("otherButton");
        click("correctionButton");
        find("correctionFieldBox").currentIndex = 0;
        find("correctionValueFieldInput").text = "Siti Aminah";
        click("correctionDialogAccept");
        compare(find("dialogFailure").notice.why, App.notes.failure.why);
        click("correctionDialogBack");
        App.notes.dismissFailure();
    }
    function test_strokesThatWaitAreToldUntilTheirPersonWasAtThePad(): void {
        World.leaveStrokesOf(110);
        App.lock();
        World.settle();
        World.enterSession();
        compare(App.page, App.Session);
        const note = find("crashNote").text;
        verify(note.indexOf(World.personName(110)) > 0, note);
        verify(note.indexOf("tiba-tiba") < 0, "nothing crashed");
        click("crashSearchButton");
        compare(App.session.person.name, World.personName(110));
        click("signButton");
        compare(App.page, App.Sign);
        App.sign.leave();
        World.settle();
        compare(App.page, App.Session);
        compare(find("crashNote"), null);
    }
    function test_addedPersonIsAtHand(): void {
        App.session.question = "Zulkarnaen";
        World.settle();
        click("addPersonButton");
        tryVerify(() => find("addNameFieldInput") !== null);
        compare(find("addNameFieldInput").text, "Zulkarnaen");
        verify(!find("addPersonDialogAccept").enabled);
        find("addKindFieldBox").currentIndex = 4;
        verify(find("addPersonDialogAccept").enabled);
        click("addPersonDialogAccept");
        compare(App.session.person.name, "Zulkarnaen");
        App.session.clearQuestion();
        World.settle();
    }
    function test_pauseShowsOneWayOn(): void {
        click("pauseButton");
        click("pauseKind0");
        verify(!App.session.active);
        verify(!find("signButton").enabled);
        click("resumeButton");
        verify(App.session.active);
    }
}
