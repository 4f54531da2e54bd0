// Slips: the signer's own stays until somebody goes on, by one key; one that is brought is checked at the table.
import QtQuick
import QtTest
import Teken.App
import Teken.Fakes
import Teken.Pages

TestCase {
    id: test

    name: "Slips"
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
        window.requestActivate();
        World.enterSession();
        tryCompare(App, "page", App.Session);
        tryCompare(window, "active", true);
        waitForRendering(window.contentItem, 2000);
    }
    function signNextPerson(): void {
        if (App.page === App.Session)
            App.session.takeNext();
        World.settle();
        compare(App.page, App.Sign);
        const pad = find("signingPadInk");
        mouseDrag(pad, 200, 100, 300, 60);
        mouseDrag(pad, 300, 200, 400, -40);
        click("saveButton");
        tryVerify(() => find("savedPanel") !== null);
    }
    function cleanup(): void {
        if (App.page === App.Sign)
            App.sign.leave();
        World.settle();
    }

    function test_theSlipStaysUntilEnterAndThenTheSearchIsReady(): void {
        signNextPerson();
        verify(find("slipCode") !== null);
        compare(App.page, App.Sign);
        keyClick(Qt.Key_Return);
        World.settle();
        compare(App.page, App.Session);
        verify(find("searchFieldInput").activeFocus);
    }
    function test_f2GoesFromTheSlipToTheNextPerson(): void {
        signNextPerson();
        const before = App.sign.person.name;
        keyClick(Qt.Key_F2);
        World.settle();
        compare(App.page, App.Sign);
        verify(App.sign.person.name !== before);
        compare(App.sign.ink.strokeCount, 0);
    }
    function test_theSlipIsPrintedOnce(): void {
        signNextPerson();
        click("printSlipButton");
        compare(World.printedSlips, 1);
        verify(!find("printSlipButton").enabled);
    }
    function test_aPrinterThatIsNotThereIsSaidBesideTheSlip(): void {
        signNextPerson();
        World.losePrinter();
        click("printSlipButton");
        verify(find("slipPrintFailure") !== null);
        verify(find("slipCode") !== null);
        verify(find("printSlipButton").enabled);
        App.sign.leave();
        World.settle();
        signNextPerson();
        compare(find("slipPrintFailure"), null); // it was about somebody else's
    }
    function test_zCheckedAtTheTable(): void {
        App.goHome();
        World.settle();
        click("checkSlipButton");
        verify(!find("slipDialogAccept").enabled);
        find("slipTextInput").text = World.slipText();
        find("slipTextInput").textEdited();
        click("slipDialogAccept");
        tryVerify(() => find("slipSentence") !== null);
        compare(App.slip.verdict.state, SlipState.Good);
        find("slipTextInput").text = "TEKEN1:DICABUT";
        find("slipTextInput").textEdited();
        compare(find("slipSentence"), null); // no verdict beside another text
        click("slipDialogAccept");
        compare(App.slip.verdict.state, SlipState.Revoked);
        compare(find("slipFacts"), null); // what a forged slip says is not repeated
        find("slipTextInput").text = "bukan slip";
        find("slipTextInput").textEdited();
        click("slipDialogAccept");
        tryVerify(() => find("slipFailure") !== null);
        click("slipDialogBack");
    }
}
