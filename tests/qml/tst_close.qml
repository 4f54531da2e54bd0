// Closing a session, with everything that may stand in the way: a list that cannot be read, unsaved strokes, a full disk
// at each writing, ink that leaving would take away. Every failure has one step that leads on.
import QtQuick
import QtTest
import Teken.App
import Teken.Fakes
import Teken.Pages

TestCase {
    id: test

    name: "Close"
    when: windowShown
    width: 1366
    height: 768
    visible: true

    property var window: null

    Component {
        id: mainWindow

        Main {}
    }

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
        waitForRendering(window.contentItem, 200);
        return findBelow(window.contentItem.parent, objectName);
    }
    function retryOf(notice) {
        tryVerify(() => find(notice) !== null, 1000, notice);
        const button = findBelow(find(notice), "failureActionButton");
        verify(button !== null, "a way to try again");
        button.clicked();
        World.settle();
    }
    function click(objectName: string): void {
        tryVerify(() => find(objectName) !== null, 1000, objectName);
        find(objectName).clicked();
        World.settle();
    }
    function initTestCase(): void {
        window = mainWindow.createObject(test);
        World.enterSession();
        tryCompare(App, "page", App.Session);
    }
    function init(): void {
        if (App.page === App.Close)
            return;
        App.closeSession();
        World.settle();
    }

    function test_1_aListThatCouldNotBeReadIsReadAgain(): void {
        App.back();
        World.settle();
        World.breakDisk("summarize");
        App.closeSession();
        World.settle();
        tryVerify(() => find("closeFailure") !== null);
        compare(find("countsCheck"), null);
        verify(!find("closeButton").enabled);
        retryOf("closeFailure");
        compare(find("closeFailure"), null);
        verify(find("countsCheck") !== null);
    }
    function test_2_unsavedStrokesStandInTheWay(): void {
        World.signMinutes();
        World.leaveInkUnsaved(1);
        verify(!find("closeButton").enabled);
        verify(find("closeObstacle").text !== "");
        World.leaveInkUnsaved(0);
        verify(find("closeButton").enabled);
    }
    function test_2b_strokesOfSomebodyWhoIsGoneAreThrownAway(): void {
        World.leaveInkUnsaved(1);
        click("inkCheckAction");
        tryVerify(() => find("dropInkDialogAccept") !== null);
        click("dropInkDialogBack");
        verify(!find("closeButton").enabled);
        click("inkCheckAction");
        click("dropInkDialogAccept");
        World.settle();
        verify(find("closeButton").enabled);
    }
    function test_2c_whoLeftIsNotWaitedFor(): void {
        compare(find("withoutInkButton"), null);
        click("clearButton");
        verify(find("withoutInkButton") !== null);
        click("withoutInkButton");
        tryVerify(() => find("withoutInkDialogAccept") !== null);
        click("withoutInkDialogBack");
        verify(!App.closing.closed);
        click("redoButton");
    }
    function test_3_takenBackInkComesBack(): void {
        const head = App.closing.ink(0);
        const before = head.strokeCount;
        verify(!find("redoButton").enabled);
        click("undoButton");
        compare(head.strokeCount, before - 1);
        click("redoButton");
        compare(head.strokeCount, before);
        click("clearButton");
        compare(head.strokeCount, 0);
        verify(!find("closeButton").enabled);
        click("redoButton");
        compare(head.strokeCount, before);
        verify(find("closeButton").enabled);
    }
    function test_4_eachSignerHasAPadOfTheirOwn(): void {
        click("nextSignerButton");
        click("clearButton");
        compare(App.closing.ink(1).strokeCount, 0);
        verify(App.closing.ink(0).strokeCount > 0);
        verify(!find("nextSignerButton").enabled);
        click("redoButton");
        click("nextSignerButton");
        compare(find("nextSignerButton"), null);
    }
    function test_5_leavingWithInkAsksInPlace(): void {
        click("backButton");
        compare(App.page, App.Close);
        click("keepSigningButton");
        verify(find("closeButton").enabled);
        click("backButton");
        click("leaveButton");
        compare(App.page, App.Session);
        App.closeSession();
        World.settle();
        compare(App.closing.ink(0).strokeCount, 0);
        click("backButton");
        compare(App.page, App.Session);
    }
    function test_6_whatHappensAtTheTableIsNotedAgain(): void {
        World.fillDisk("noteEvent");
        click("eventsCheckAction");
        tryVerify(() => find("eventTextFieldInput") !== null);
        find("eventTextFieldInput").text = "Listrik padam 10 menit.";
        click("eventDialogAccept");
        verify(find("eventDialogAccept") !== null, "what was typed is still there");
        retryOf("eventFailure");
        tryVerify(() => find("eventDialogAccept") === null);
        compare(App.notes.events.count, 2);
    }
    function test_7_whoDidNotComeIsNotedAgain(): void {
        World.fillDisk("markMissing");
        click("missingCheckAction");
        click("missingDialogAccept");
        verify(App.closing.summary.notYet > 0);
        retryOf("missingFailure");
        tryVerify(() => find("missingDialogAccept") === null);
        compare(App.closing.summary.notYet, 0);
    }
    function test_7b_anInterruptedClosingTakesTheMissingInkLater(): void {
        App.back();
        World.settle();
        World.interruptClosing(true);
        tryVerify(() => find("minutesMissing") !== null);
        click("minutesButton");
        compare(App.page, App.Close);
        tryVerify(() => find("minutesOnlyNote") !== null);
        compare(find("inkCheck"), null);
        verify(!find("closeButton").enabled);
        // The head has signed: the first who has not is asked.
        compare(find("inkStands"), null);
        click("closeSigner0");
        verify(find("inkStands") !== null);
        compare(find("closingPad"), null);
        click("nextSignerButton");
        verify(find("closingPad") !== null);
        World.signMinutes();
        verify(find("closeButton").enabled);
        World.interruptClosing(false);
        tryVerify(() => find("minutesOnlyNote") === null);
        click("backButton");
        click("leaveButton");
        App.closeSession();
        World.settle();
    }
    function test_8_aFullDiskKeepsTheInkAndClosesLater(): void {
        World.signMinutes();
        World.fillDisk("close");
        click("closeButton");
        verify(!App.closing.closed);
        verify(App.closing.ink(0).strokeCount > 0);
        verify(!App.closing.ink(0).locked);
        retryOf("closeFailure");
        verify(App.closing.closed);
        verify(find("closedNotice") !== null);
        compare(find("closeInk"), null);
        click("backButton");
        compare(App.page, App.Home);
    }
}
