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
    function test_dialogStaysWhenItCouldNotBeNoted(): void {
        const before = App.session.counts.other;
        World.fillDisk("markAbsent");
        click("otherButton");
        click("absentButton");
        click("absentDialogAccept");
        compare(App.session.counts.other, before);
        verify(find("absentDialogAccept") !== null);
        verify(App.session.failure.present);
        click("absentDialogBack");
        App.session.dismissFailure();
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
