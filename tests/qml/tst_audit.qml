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
    function initTestCase(): void {
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
    function test_6_leavesNothingBehind(): void {
        App.back();
        compare(App.audit.state, AuditController.Choosing);
        App.back();
        tryCompare(App, "page", App.Unlock);
        compare(App.audit.file, "");
        verify(World.auditClosed());
    }
}
