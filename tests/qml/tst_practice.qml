// LATIHAN wherever somebody looks: the strip and the queue say that nothing is sent, and the projected call list wears
// the frame. And where the call list opens.
import QtQuick
import QtQuick.Window
import QtTest
import Teken.App
import Teken.Fakes
import Teken.Pages

TestCase {
    id: test

    name: "Practice"
    when: windowShown
    width: 1366
    height: 768
    visible: true

    readonly property string nothingSent: "LATIHAN: tidak ada yang dikirim"
    property var window: null
    property var calls: null

    Component {
        id: mainWindow

        Main {}
    }
    Component {
        id: callWindow

        CallWindow {
            controller: App.calls
        }
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
    function init(): void {
        failOnWarning(/./); // Qt's own complaints, too
        World.practise(true);
    }
    function initTestCase(): void {
        failOnWarning(/./);
        window = mainWindow.createObject(test);
        World.enterSession();
        tryCompare(App, "page", App.Session);
        verify(App.send.waiting > 0);
    }
    function cleanupTestCase(): void {
        if (calls)
            calls.destroy();
    }

    function test_theStripSaysThatNothingIsSent(): void {
        tryVerify(() => find("waitingFigure") !== null);
        compare(find("waitingFigure").text, nothingSent);
        verify(!find("sendButton").enabled);
        compare(find("sendButton").hint, nothingSent);
        World.practise(false);
        verify(find("sendButton").enabled);
        verify(find("waitingFigure").text !== nothingSent);
    }
    function test_theQueueSaysIt(): void {
        App.showQueue();
        World.settle();
        tryVerify(() => find("queueHeadline") !== null);
        compare(find("queueHeadline").text, nothingSent);
        World.practise(false);
        verify(find("queueHeadline").text !== nothingSent);
        App.back();
    }
    function test_theProjectedCallsWearTheFrame(): void {
        calls = callWindow.createObject(test);
        verify(!calls.visible);
        compare(calls.otherThan("meja", [{"name": "meja"}]), null);
        compare(calls.otherThan("meja", [{"name": "meja"}, {"name": "proyektor"}]).name, "proyektor");
        calls.showBeside(test.Screen.name);
        verify(calls.visible);
        verify(findBelow(calls.contentItem, "callPracticeBanner") !== null);
        verify(findBelow(calls.contentItem, "callPracticeFrame") !== null);
        World.practise(false);
        compare(findBelow(calls.contentItem, "callPracticeBanner"), null);
        compare(findBelow(calls.contentItem, "callPracticeFrame"), null);
    }
}
