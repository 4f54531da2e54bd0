// The auditor's desk: from a file and a fingerprint to a verdict and to an entry, without a passphrase.
import QtQuick
import QtTest
import Teken.App
import Teken.Fakes
import Teken.Pages

TestCase {
    id: test

    name: "Audit"
    when: windowShown
    width: 1366
    height: 768
    visible: true

    property var window: null
    readonly property string digits: "21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9"

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
        verify(find(objectName).enabled, objectName);
        find(objectName).clicked();
        World.settle();
    }
    function init(): void {
        failOnWarning(/./); // Qt's own complaints, too
    }
    function initTestCase(): void {
        failOnWarning(/./);
        window = mainWindow.createObject(test);
        World.start();
        tryCompare(App, "page", App.Unlock);
    }

    function test_1_isReachedWithoutAPassphrase(): void {
        click("auditDeskButton");
        tryCompare(App, "page", App.Audit);
        verify(!App.unlock.unlocked);
        verify(!find("startAuditButton").enabled);
    }
    function test_2_wantsAFileAndAPlausibleFingerprint(): void {
        App.audit.drop(["/media/stick/bukti.teken", "/media/stick/saksi.txt"]);
        World.settle();
        compare(App.audit.file, "/media/stick/bukti.teken");
        compare(App.audit.held.length, 1);
        verify(!find("startAuditButton").enabled);
        find("fingerprintField").text = digits.slice(0, 31);
        verify(!find("startAuditButton").enabled);
        find("fingerprintField").text = digits.slice(0, 32) + "zz";
        verify(!find("startAuditButton").enabled);
        find("fingerprintField").text = "21fe 31df a154 a261 626b f854 046f d227";
        verify(find("startAuditButton").enabled);
        App.audit.addCloseCode(" 7kq2m-0v9tx ");
        compare(App.audit.closeCodes[0], "7KQ2M-0V9TX");
    }
    function test_2b_saysWhichLetterBelongsInNoFingerprint(): void {
        find("fingerprintField").text = "21fe 31dO a154 a261 626b f854 046f d227";
        verify(!find("startAuditButton").enabled);
        verify(find("fingerprintField").trouble.indexOf("“o”") >= 0);
        find("fingerprintField").text = "21FE-31DF–A154 a261:626b f854.046f d227";
        compare(find("fingerprintField").trouble, "");
        verify(find("startAuditButton").enabled);
    }
    function test_2c_sealedEvidenceWantsItsRecipientsBookAndPassphrase(): void {
        App.audit.drop(["/media/stick/bukti-bersegel.teken"]);
        World.settle();
        verify(find("auditSeal") !== null);
        verify(!find("startAuditButton").enabled);
        App.audit.drop(["/media/stick/lain.book"]);
        World.settle();
        verify(find("auditFailure") !== null);
        verify(!find("startAuditButton").enabled);
        App.audit.drop(["/media/stick/inspektorat.book"]);
        World.settle();
        verify(!find("startAuditButton").enabled);
        find("keyPassphraseInput").text = "salah";
        click("startAuditButton");
        tryCompare(App.audit, "state", AuditController.Choosing);
        compare(App.audit.failure.reason, "store.wrong-passphrase");
        verify(find("keyPassphraseInput").activeFocus);
        find("keyPassphraseInput").text = World.auditPassphrase;
        click("startAuditButton");
        tryCompare(App.audit, "state", AuditController.Verdict);
        App.back();
        compare(find("keyPassphraseInput").text, ""); // not left lying about
        App.audit.drop(["/media/stick/bukti.teken"]);
        World.settle();
        compare(find("auditSeal"), null);
    }
    function test_2d_takesFilesThatAreDropped(): void {
        const name = find("auditFileName");
        World.drag(window, 400, 300, ["/media/stick/lain.teken"], false);
        compare(name.text, "Lepaskan di sini.");
        World.dragAway(window);
        compare(name.text, "/media/stick/bukti.teken");
        const held = App.audit.held.length;
        World.drag(window, 400, 300, ["/media/stick/lain.teken", "/media/stick/titik.txt"], true);
        compare(App.audit.file, "/media/stick/lain.teken");
        compare(App.audit.held.length, held + 1);
        World.drag(window, 1000, 500, ["/media/stick/bukti.teken"], true); // anywhere on the page
        compare(App.audit.file, "/media/stick/bukti.teken");
    }
    function test_2e_takesAScanWhereverTheFocusIs(): void {
        find("fingerprintField").text = "";
        find("themeButton").forceActiveFocus();
        World.scan(window, digits.toUpperCase());
        compare(find("fingerprintField").text, digits);
        compare(App.theme, "light"); // the scanner's Enter pressed nothing
        // In the field itself a second scan replaces what stands there, and its Enter begins the audit.
        verify(find("fingerprintFieldInput").activeFocus);
        World.scan(window, digits);
        tryCompare(App.audit, "state", AuditController.Verdict);
        App.back();
        compare(App.audit.state, AuditController.Choosing);
        compare(find("fingerprintField").text, digits);
    }
    function test_2f_findsFilesInAnyFolder(): void {
        click("findFileButton");
        tryVerify(() => find("folderList") !== null);
        compare(find("folderFieldInput").text, "/media/stick");
        click("folderRow0");
        compare(find("folderFieldInput").text, "/media/stick/Arsip Inspektorat 2023");
        click("folderUp");
        compare(find("folderFieldInput").text, "/media/stick");
        find("folderFieldInput").text = "/root/tertutup";
        find("folderField").accepted();
        World.settle();
        verify(find("folderFailure") !== null);
        compare(App.audit.folders.folder, "/media/stick");
        find("folderList").forceActiveFocus();
        find("folderList").currentIndex = 3;
        keyClick(Qt.Key_Return);
        World.settle();
        compare(App.audit.file, "/media/stick/bukti-netral-2023.teken");
        tryVerify(() => find("folderList") === null);
        click("findHeldButton");
        tryVerify(() => find("folderRow3") !== null);
        const held = App.audit.held.length;
        click("folderRow3");
        compare(App.audit.held.length, held + 1);
        App.audit.removeHeld(held);
        App.audit.choose("/media/stick/bukti.teken");
        World.settle();
    }
    function test_3_canBeStopped(): void {
        World.hold();
        click("startAuditButton");
        compare(App.audit.state, AuditController.Checking);
        click("cancelAuditButton");
        World.release();
        World.settle();
        tryCompare(App.audit, "state", AuditController.Choosing);
        verify(!App.audit.failure.present);
    }
    function test_4_showsTheVerdictAndOpensAFinding(): void {
        World.alterEvidence();
        click("startAuditButton");
        tryCompare(App.audit, "state", AuditController.Verdict);
        compare(find("verdictWord").text, "TIDAK UTUH");
        compare(find("findingsList").count, 3);
        verify(!find("finding1").enabled);
        click("finding0");
        tryCompare(App.audit, "state", AuditController.Entry);
        verify(find("entryInk") !== null);
        compare(App.audit.path.count, 7);
        App.back();
        compare(App.audit.state, AuditController.Verdict);
    }
    function test_5_drawsASampleAndSavesTheReport(): void {
        click("sampleButton");
        tryCompare(App.audit, "state", AuditController.Sample);
        verify(find("sampleList").count > 0);
        click("sampleSize0");
        compare(find("sampleList").count, 10);
        click("sampleExportButton");
        click("exportBeside");
        click("exportDialogAccept");
        compare(App.audit.written.length, 2);
        click("exportDialogBack");
        App.back();
        click("exportButton");
        verify(!find("exportDialogAccept").enabled);
        click("exportPlace0");
        World.fillDisk("exportReport");
        click("exportDialogAccept");
        tryVerify(() => find("exportFailure") !== null);
        compare(App.audit.written.length, 0);
        click("exportDialogAccept");
        tryVerify(() => App.audit.written.length === 3);
        click("exportDialogBack");
    }
    function test_5b_writesIntoAnyFolderThatCanBeWritten(): void {
        click("exportButton");
        click("exportElsewhere");
        compare(App.audit.folders.folder, "/media/stick");
        verify(find("folderRow3") === null); // folders only
        App.audit.folders.open("/srv/terkunci");
        World.settle();
        verify(!find("exportDialogAccept").enabled);
        verify(find("exportTarget").text.indexOf("tidak bisa ditulisi") >= 0);
        App.audit.folders.open("/srv/laporan");
        World.settle();
        click("exportDialogAccept");
        tryVerify(() => App.audit.written.length === 3);
        compare(App.audit.written[0], "/srv/laporan/bukti-laporan.pdf");
        click("exportDialogBack");
    }
    function test_5c_forgetsAStickThatWasPulled(): void {
        click("exportButton");
        click("exportPlace0");
        verify(find("exportDialogAccept").enabled);
        World.pullStick();
        verify(!find("exportDialogAccept").enabled);
        click("exportDialogBack");
    }
    function test_6_leavesNothingBehind(): void {
        App.back();
        compare(App.audit.state, AuditController.Choosing);
        App.back();
        tryCompare(App, "page", App.Unlock);
        compare(App.audit.file, "");
        verify(World.auditClosed());
        verify(find("statusStrip"));
    }
    function test_7_aLaptopWithoutABookTellsNoFigures(): void {
        World.startWithoutBook();
        tryCompare(App, "page", App.FirstStart);
        verify(!find("statusStrip"));
        click("auditDeskButton");
        tryCompare(App, "page", App.Audit);
        verify(!find("statusStrip"), "an auditor has saved and sent nothing here");
        App.back();
        tryCompare(App, "page", App.FirstStart);
    }
}
