// Papers by their page alone: choose, change the size, save all, print, a printer that is missing.
import QtQuick
import QtTest
import Teken.App
import Teken.Fakes
import Teken.Pages

TestCase {
    id: test

    name: "Papers"
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
        return findBelow(window.contentItem.parent, objectName);
    }
    function click(objectName: string): void {
        tryVerify(() => find(objectName) !== null, 1000, objectName);
        find(objectName).clicked();
        World.settle();
    }
    function init(): void {
        failOnWarning(/./); // Qt's own complaints, too
    }
    function initTestCase(): void {
        failOnWarning(/./);
        window = mainWindow.createObject(test);
        World.enterSession();
        App.closeSession();
        World.settle();
        App.showPapers();
        World.settle();
        tryCompare(App, "page", App.Papers);
    }

    function test_1_showsThePagesOfTheMinutes(): void {
        tryVerify(() => find("paperPage0") !== null && find("paperPage3") !== null);
        compare(App.papers.kind, "minutes");
        verify(find("printPaperButton").enabled);
    }
    function test_2_anotherPaperAndSize(): void {
        click("paper-sheet");
        compare(App.papers.kind, "sheet");
        App.papers.size = "F4";
        World.settle();
        tryVerify(() => find("paperPage0") !== null);
    }
    function test_3_theSecretPaperIsNotDrawn(): void {
        click("paper-head");
        tryVerify(() => find("paperNotShown") !== null);
        compare(find("paperPage0"), null);
        click("paper-minutes");
    }
    function test_4_savesToAStick(): void {
        click("savePaperButton");
        click("place0");
        click("savePapersDialogAccept");
        tryVerify(() => find("papersOutcome") !== null);
        compare(App.papers.savedFiles, 1);
    }
    function test_5_aFullStickSaysSoInTheDialog(): void {
        World.fillDisk("savePapers");
        click("savePaperButton");
        click("place0");
        click("savePapersDialogAccept");
        tryVerify(() => find("savePapersFailure") !== null);
        click("savePapersDialogBack");
    }
    function test_6_printsAndSaysSo(): void {
        click("printPaperButton");
        tryVerify(() => find("papersOutcome") !== null);
        verify(App.papers.printed);
    }
}
