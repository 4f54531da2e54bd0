// The main way through the house with keyboard and mouse: unlock, enter, search, sign, save, next.
import QtQuick
import QtTest
import Teken.App
import Teken.Fakes
import Teken.Pages

TestCase {
    id: test

    name: "OfficerDay"
    when: windowShown
    width: 1366
    height: 768
    visible: true

    property var window: null

    function below(root, objectName) {
        if (root.objectName === objectName && root.visible)
            return root;
        for (let i = 0; i < root.children.length; ++i) {
            const found = below(root.children[i], objectName);
            if (found)
                return found;
        }
        return null;
    }
    /// The visible item of that name; layouts settle when a frame is made.
    function item(objectName) {
        waitForRendering(window.contentItem, 200);
        return below(window.contentItem, objectName);
    }
    function init(): void {
        failOnWarning(/./); // Qt's own complaints, too
    }
    function initTestCase(): void {
        failOnWarning(/./);
        window = mainWindow.createObject(test);
        verify(window !== null);
        World.start();
        tryCompare(App, "page", App.Unlock);
    }

    Component {
        id: mainWindow

        Main {}
    }

    function test_1_wrongPassphraseStaysShut(): void {
        const field = item("passphraseFieldInput");
        tryCompare(field, "activeFocus", true);
        field.text = "salah";
        mouseClick(item("unlockButton"));
        World.settle();
        compare(App.page, App.Unlock);
        verify(item("unlockFailure") !== null);
        verify(field.activeFocus);
    }
    function test_2_rightPassphraseOpens(): void {
        item("passphraseFieldInput").text = World.passphrase;
        mouseClick(item("unlockButton"));
        World.settle();
        compare(App.page, App.Home);
        compare(item("sessionList").count, 4);
    }
    function test_3_cardEntersTheSession(): void {
        mouseClick(item("sessionCard0"));
        World.settle();
        compare(App.page, App.Session);
        verify(item("searchFieldInput").activeFocus);
    }
    function test_4_typingSearchesAndEnterTakesTheFirst(): void {
        const field = item("searchFieldInput");
        field.text = "suhartini";
        field.textEdited();
        World.settle();
        compare(item("peopleList").count, 1);
        compare(item("panelName").text, "Suhartini");
        field.accepted();
        World.settle();
        compare(App.page, App.Sign);
        compare(item("signerName").text, "Suhartini");
    }
    function test_5_saveWaitsForInkAndSaysWhy(): void {
        const save = item("saveButton");
        verify(!save.enabled);
        verify(item("saveObstacle").text !== "");
        const pad = item("signingPadInk");
        mouseDrag(pad, 200, 100, 300, 60);
        mouseDrag(pad, 300, 200, 400, -40);
        compare(App.sign.ink.strokeCount, 2);
        verify(save.enabled);
        mouseClick(item("undoButton"));
        compare(App.sign.ink.strokeCount, 1);
        mouseClick(item("clearButton"));
        compare(App.sign.ink.strokeCount, 0);
        verify(!save.enabled);
    }
    function test_6_leavingWithInkAsksInPlace(): void {
        mouseDrag(item("signingPadInk"), 200, 100, 300, 60);
        mouseClick(item("backButton"));
        compare(App.page, App.Sign);
        verify(item("leaveButton") !== null);
        mouseClick(item("keepSigningButton"));
        verify(item("saveButton") !== null);
        compare(App.sign.ink.strokeCount, 1);
    }
    function test_7_aFullDiskKeepsTheInk(): void {
        World.fillDisk("sign");
        mouseClick(item("saveButton"));
        World.settle();
        verify(item("signFailure") !== null);
        compare(App.sign.ink.strokeCount, 1);
        compare(World.signatures, 0);
    }
    function test_8_savedOnlyAfterTheStoreSaysSo(): void {
        World.hold();
        mouseClick(item("saveButton"));
        compare(item("savedPanel"), null);
        World.release();
        verify(item("savedPanel") !== null);
        compare(World.signatures, 1);
        verify(item("slipLetters").text !== "");
        mouseClick(item("continueButton"));
        compare(App.page, App.Session);
        World.settle();
        verify(item("searchFieldInput").activeFocus);
        compare(item("searchFieldInput").text, "");
    }
    function test_9_lockCoversEverything(): void {
        mouseClick(item("lockButton"));
        World.settle();
        compare(App.page, App.Locked);
        compare(item("peopleList"), null);
        verify(item("passphraseFieldInput").activeFocus);
    }
}
