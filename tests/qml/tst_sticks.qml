// Files to and from sticks through their dialogs: saving, stopping, receipts; and a second signature elsewhere.
import QtQuick
import QtTest
import Teken.App
import Teken.Fakes
import Teken.Pages

TestCase {
    id: test

    name: "Sticks"
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
        tryCompare(App, "page", App.Session);
        App.showQueue();
        World.settle();
        tryCompare(App, "page", App.Queue);
    }

    function test_1_savingCanBeStopped(): void {
        click("queueStickButton");
        click("place0");
        World.hold();
        click("stickDialogAccept");
        tryVerify(() => find("stopCarryingButton") !== null);
        verify(!find("stickDialogBack").enabled);
        click("stopCarryingButton");
        World.release();
        tryVerify(() => find("stickFailure") !== null);
        compare(App.send.savedPath, "");
        click("stickDialogBack");
        tryVerify(() => find("stickDialogBack") === null);
    }
    function test_2_receiptsNeedAFile(): void {
        click("queueReceiptsButton");
        tryVerify(() => find("takeDialogAccept") !== null);
        verify(!find("takeDialogAccept").enabled);
        click("file0");
        verify(find("takeDialogAccept").enabled);
    }
    function test_3_receiptsTurnWhatWaitedIntoReceived(): void {
        const waiting = App.send.waiting;
        verify(waiting > 0);
        click("takeDialogAccept");
        tryVerify(() => find("takenReceived") !== null);
        compare(App.send.waiting, 0);
        verify(find("takenReceived").text.includes(waiting));
        verify(find("takeDialogAccept") === null);
        click("takeDialogBack");
        tryVerify(() => find("takeDialogBack") === null);
    }
    function test_4_aSecondSignatureElsewhereIsAskedAbout(): void {
        App.back();
        tryCompare(App, "page", App.Session);
        App.session.question = World.personName(54);
        World.settle();
        verify(find("signButton") === null);
        click("againButton");
        tryVerify(() => find("againDialogAccept") !== null);
        click("againDialogAccept");
        tryCompare(App, "page", App.Sign);
        compare(App.sign.stage, SignController.Signing);
    }
}
