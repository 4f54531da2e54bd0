// Keys alone: help, look, size of letters and the lock answer on every page, and nothing opens over ink.
import QtQuick
import QtTest
import Teken.App
import Teken.Components
import Teken.Fakes
import Teken.Pages

TestCase {
    id: test

    name: "Keys"
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
    function item(objectName) {
        waitForRendering(window.contentItem, 200);
        // Sheets lie beside what an ApplicationWindow calls its content.
        return below(window.contentItem.parent ?? window.contentItem, objectName);
    }
    function helpIsOpen(): bool {
        return item("helpSheetBack") !== null;
    }
    function init(): void {
        failOnWarning(/./); // Qt's own complaints, too
    }
    function initTestCase(): void {
        failOnWarning(/./);
        window = mainWindow.createObject(test);
        verify(window !== null);
        window.requestActivate();
        World.start();
        tryCompare(App, "page", App.Unlock);
        tryCompare(window, "active", true);
        // A window that was never drawn hears no shortcut.
        waitForRendering(window.contentItem, 2000);
        tryVerify(() => window.activeFocusItem !== null);
    }

    Component {
        id: mainWindow

        Main {}
    }

    function test_1_helpOpensAndCloses(): void {
        keyClick(Qt.Key_F1);
        tryVerify(() => helpIsOpen(), 5000);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !helpIsOpen(), 5000);
    }
    function test_2_lookChangesAtOnce(): void {
        compare(App.theme, "light");
        keyClick(Qt.Key_T, Qt.ControlModifier);
        compare(App.theme, "dark");
        keyClick(Qt.Key_T, Qt.ControlModifier);
        compare(App.theme, "outdoor");
        keyClick(Qt.Key_T, Qt.ControlModifier);
        compare(App.theme, "light");
    }
    function test_3_lettersGrowAndShrink(): void {
        const before = item("unlockButton").font.pixelSize;
        keyClick(Qt.Key_Plus, Qt.ControlModifier);
        compare(App.textPercent, 125);
        verify(item("unlockButton").font.pixelSize > before);
        keyClick(Qt.Key_Minus, Qt.ControlModifier);
        keyClick(Qt.Key_Minus, Qt.ControlModifier);
        compare(App.textPercent, 100);
    }
    function test_4_lockedLaptopHasNothingToLockOrSend(): void {
        keyClick(Qt.Key_L, Qt.ControlModifier);
        keyClick(Qt.Key_J, Qt.ControlModifier);
        compare(App.page, App.Unlock);
    }
    function test_5_queueAndLock(): void {
        World.enterSession();
        compare(App.page, App.Session);
        keyClick(Qt.Key_J, Qt.ControlModifier);
        compare(App.page, App.Queue);
        keyClick(Qt.Key_Escape);
        keyClick(Qt.Key_L, Qt.ControlModifier);
        compare(App.page, App.Locked);
    }
    function test_5b_theStripGivesTheKeyboardBack(): void {
        World.enterSession();
        const field = item("searchFieldInput");
        verify(field.activeFocus);
        item("sendButton").forceActiveFocus(Qt.TabFocusReason);
        verify(!field.activeFocus, "Tab leads there");
        keyClick(Qt.Key_Return);
        World.settle();
        verify(field.activeFocus);
        mouseClick(item("savedFigure"));
        World.settle();
        compare(App.page, App.Queue);
        mouseClick(item("savedFigure"));
        keyClick(Qt.Key_Escape);
        compare(App.page, App.Session);
    }
    function test_5c_lockAndLookAnswerOverADialog(): void {
        App.askForStick();
        World.settle();
        tryVerify(() => item("stickDialogBack") !== null);
        for (const theme of ["dark", "outdoor", "light"]) {
            keyClick(Qt.Key_T, Qt.ControlModifier);
            compare(App.theme, theme);
        }
        keyClick(Qt.Key_L, Qt.ControlModifier);
        compare(App.page, App.Locked);
        tryVerify(() => item("stickDialogBack") === null);
        World.enterSession();
        item("pauseButton").clicked();
        tryVerify(() => item("pauseDialogBack") !== null);
        keyClick(Qt.Key_L, Qt.ControlModifier);
        compare(App.page, App.Locked);
        tryVerify(() => item("pauseDialogBack") === null);
        verify(item("passphraseFieldInput").activeFocus);
    }
    function test_6_nothingOpensOverInk(): void {
        World.enterSession();
        keyClick(Qt.Key_F2);
        World.settle();
        compare(App.page, App.Sign);
        const pad = item("signingPadInk");
        mouseDrag(pad, 200, 150, 300, 60);
        compare(App.sign.ink.strokeCount, 1);
        keyClick(Qt.Key_F1);
        tryVerify(() => !helpIsOpen(), 5000);
        keyClick(Qt.Key_Z, Qt.ControlModifier);
        compare(App.sign.ink.strokeCount, 0);
        keyClick(Qt.Key_Y, Qt.ControlModifier);
        compare(App.sign.ink.strokeCount, 1);
    }
    function test_7_escTwiceLeavesTheInkAlone(): void {
        compare(App.page, App.Sign);
        keyClick(Qt.Key_Escape);
        verify(item("leaveButton") !== null);
        keyClick(Qt.Key_Escape);
        compare(item("leaveButton"), null);
        compare(App.page, App.Sign);
        compare(App.sign.ink.strokeCount, 1);
        keyClick(Qt.Key_Escape);
        item("leaveButton").clicked();
        compare(App.page, App.Session);
        App.closeSession();
        World.settle();
        World.signMinutes();
        const strokes = App.closing.ink(0).strokeCount;
        keyClick(Qt.Key_Escape);
        verify(item("leaveButton") !== null);
        keyClick(Qt.Key_Escape);
        compare(item("leaveButton"), null);
        compare(App.page, App.Close);
        compare(App.closing.ink(0).strokeCount, strokes);
    }
    function test_8_everyPageHasHelpOfItsOwn(): void {
        const noPage = JSON.stringify(HelpTexts.lines(App.Starting));
        for (let page = App.Starting + 1; page < World.pages; ++page) {
            verify(JSON.stringify(HelpTexts.lines(page)) !== noPage, "lines of page " + page);
            verify(HelpTexts.title(page) !== HelpTexts.title(App.Starting), "title of page " + page);
        }
        const keys = HelpTexts.keys.map(line => line[0]);
        for (const key of ["F3", "F11", "Ctrl + Shift + G"])
            verify(keys.indexOf(key) >= 0, key);
    }
}
