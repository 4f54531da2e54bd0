// Kop surat by its page alone: typed, looked at, saved, refused, left without saving.
import QtQuick
import QtTest
import Teken.App
import Teken.Fakes
import Teken.Pages

TestCase {
    id: test

    name: "Letterhead"
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
    function type(objectName: string, text: string): void {
        tryVerify(() => find(objectName) !== null, 1000, objectName);
        find(objectName).text = text;
        find(objectName).edited();
        World.settle();
    }
    function init(): void {
        failOnWarning(/./); // Qt's own complaints, too
    }
    function initTestCase(): void {
        failOnWarning(/./);
        window = mainWindow.createObject(test);
        World.enterSession();
        App.back();
        World.settle();
        tryCompare(App, "page", App.Home);
    }

    function test_1_opensFromTheHomePage(): void {
        click("letterheadButton");
        tryCompare(App, "page", App.Letterhead);
        tryVerify(() => find("headPreview") !== null);
        verify(!find("saveLetterheadButton").enabled);
    }
    function test_2_savesWhatWasTyped(): void {
        type("headLine0", "PEMERINTAH KABUPATEN PAMEKASAN");
        type("headLine1", "KECAMATAN PADEMAWU");
        type("addressLine0", "Jalan Raya Pademawu 11");
        verify(find("saveLetterheadButton").enabled);
        click("saveLetterheadButton");
        verify(!App.letterhead.changed);
        compare(App.letterhead.lines[1], "KECAMATAN PADEMAWU");
        verify(find("letterheadState").text !== "");
    }
    function test_3_takesACrestFromAStick(): void {
        click("chooseCrestButton");
        click("picture0");
        click("crestDialogAccept");
        compare(App.letterhead.crestName, "lambang-kabupaten.png");
        click("saveLetterheadButton");
        verify(App.letterhead.crestName !== "");
        click("removeCrestButton");
        compare(App.letterhead.crestName, "");
    }
    function test_4_aFullDiskSaysSoAndKeepsTheWords(): void {
        World.fillDisk("saveLetterhead");
        type("cityField", "Pamekasan");
        click("saveLetterheadButton");
        tryVerify(() => find("letterheadFailure") !== null);
        compare(App.letterhead.city, "Pamekasan");
        verify(App.letterhead.changed);
    }
    function test_5_asksBeforeWhatWasTypedIsLost(): void {
        click("backButton");
        compare(App.page, App.Letterhead);
        verify(find("dropLetterheadButton") !== null);
        click("dropLetterheadButton");
        tryCompare(App, "page", App.Home);
    }
}
