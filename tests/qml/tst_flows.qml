// The rarer flows of a session, each through its menu and dialog: card for signers, reading together, corrections,
// help, paper, symbolic, special events, the call list, a second laptop, those who did not come, follow-up.
import QtQuick
import QtTest
import Teken.App
import Teken.Fakes
import Teken.Pages

TestCase {
    id: test

    name: "Flows"
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
    function init(): void {
        failOnWarning(/./); // Qt's own complaints, too
    }
    function initTestCase(): void {
        failOnWarning(/./);
        window = mainWindow.createObject(test);
        World.enterSession();
        tryCompare(App, "page", App.Session);
    }
    function cleanup(): void {
        if (App.page === App.Sign)
            App.sign.leave();
        if (App.page !== App.Session)
            App.back();
        World.settle();
    }
    function click(objectName: string): void {
        tryVerify(() => find(objectName) !== null, 1000, objectName);
        find(objectName).clicked();
        World.settle();
    }
    function gone(objectName: string): void {
        tryVerify(() => find(objectName) === null, 1000, objectName);
    }
    function fromPersonMenu(entry: string): void {
        click("otherButton");
        click(entry);
    }
    function fromSessionMenu(entry: string): void {
        click("sessionMenuButton");
        click(entry);
    }

    function test_cardTellsSignersWhatIsKept(): void {
        fromSessionMenu("cardButton");
        tryVerify(() => find("openingLine") !== null);
        click("openingCardAccept");
        gone("openingCardAccept");
    }
    function test_eachTextIsReadAndNotedForItself(): void {
        World.addVillageText();
        World.fillDisk("noteJointReading");
        click("jointReadingButton");
        tryVerify(() => find("textPlace") !== null);
        const first = find("jointReadingDialogAccept");
        verify(find("textPlace").text.indexOf("PNS") > 0);
        verify(!find("previousTextButton").enabled);
        click("jointReadingDialogAccept");
        verify(find("readingFailure") !== null);
        compare(App.notes.spokenUnread, 2);
        findBelow(find("readingFailure"), "failureActionButton").clicked();
        World.settle();
        compare(App.notes.spokenUnread, 1);
        compare(App.notes.spokenIndex, 1, "the next one by itself");
        click("previousTextButton");
        verify(!first.enabled, "read already");
        click("nextTextButton");
        verify(find("textPlace").text.indexOf("Kepala desa") > 0);
        click("jointReadingDialogAccept");
        gone("jointReadingDialogAccept");
        compare(find("jointReadingButton"), null);
    }
    function test_correctionNeedsAFieldAndAValue(): void {
        fromPersonMenu("correctionButton");
        tryVerify(() => find("correctionDialogAccept") !== null);
        verify(!find("correctionDialogAccept").enabled);
        find("correctionFieldBox").currentIndex = 0;
        verify(!find("correctionDialogAccept").enabled);
        find("correctionValueFieldInput").text = "Siti Aminah, S.Pd.";
        verify(find("correctionDialogAccept").enabled);
        click("correctionDialogAccept");
        gone("correctionDialogAccept");
        verify(find("lastNote").text.indexOf("Usulan") === 0);
    }
    function test_helpNeedsASecondWitness(): void {
        fromPersonMenu("helpedButton");
        click("helpedForm2");
        verify(!find("helpedDialogAccept").enabled);
        find("helpedWitnessFieldInput").text = "Bu Lurah";
        click("helpedDialogAccept");
        compare(App.page, App.Sign);
        verify(find("mannerLine").text.indexOf("Bu Lurah") > 0);
    }
    function test_whoMayNotBeTheSecondWitnessIsToldWhereAnotherCanBeNamed(): void {
        World.refuseSecondWitness();
        fromPersonMenu("helpedButton");
        click("helpedForm2");
        find("helpedWitnessFieldInput").text = "Nanik Purwati";
        click("helpedDialogAccept");
        compare(App.page, App.Session);
        compare(find("dialogFailure").notice.reason, "signing.second-self");
        find("helpedWitnessFieldInput").text = "Bu Lurah";
        click("helpedDialogAccept");
        compare(App.page, App.Sign);
        compare(App.sign.secondWitness, "Bu Lurah");
        verify(!App.session.failure.present);
    }
    function test_symbolicIsSaidOnTheSheet(): void {
        fromPersonMenu("symbolicButton");
        click("symbolicDialogAccept");
        compare(App.page, App.Sign);
        verify(find("mannerLine").text !== "");
        verify(App.sign.symbolic);
    }
    function test_paperIsCountedWithItsScan(): void {
        const before = App.session.counts.signedHere;
        fromPersonMenu("paperButton");
        tryVerify(() => find("paperDialogAccept") !== null);
        verify(!find("paperDialogAccept").enabled);
        click("scan0");
        click("paperDialogAccept");
        gone("paperDialogAccept");
        compare(App.session.counts.signedHere, before + 1);
    }
    function test_paperStaysWhenTheDiskIsFull(): void {
        World.fillDisk("signOnPaper");
        fromPersonMenu("paperButton");
        click("scan1");
        click("paperDialogAccept");
        verify(find("paperFailure") !== null);
        click("paperDialogBack");
        App.notes.dismissFailure();
    }
    function test_specialEventIsListed(): void {
        fromSessionMenu("eventButton");
        tryVerify(() => find("event0") !== null);
        verify(!find("eventDialogAccept").enabled);
        find("eventTextFieldInput").text = "Hujan deras, pindah ke aula.";
        click("eventDialogAccept");
        gone("eventDialogAccept");
        compare(App.notes.events.count, 2);
    }
    function test_refusalIsQuietUntilItIsAskedFor(): void {
        const name = App.session.person.name;
        fromPersonMenu("refuseButton");
        click("refuseDialogAccept");
        verify(find("lastNote").text.indexOf("Menolak") < 0);
        App.session.question = name;
        World.settle();
        compare(find("panelBadge").text, "Tercatat");
        click("revealButton");
        compare(find("panelBadge").text, "Menolak");
        App.session.clearQuestion();
        World.settle();
    }
    function test_laterPassesOver(): void {
        const name = App.session.person.name;
        click("laterButton");
        verify(App.session.person.name !== name);
    }
    function test_callListOpensAndCloses(): void {
        fromSessionMenu("callsButton");
        verify(App.calls.shown);
        compare(App.calls.rows.count, 8);
        fromSessionMenu("callsButton");
        verify(!App.calls.shown);
    }
    function test_codeForTheSecondLaptop(): void {
        fromSessionMenu("codeButton");
        tryVerify(() => find("sessionCode") !== null);
        compare(find("sessionCode").text.length, 34);
        click("sessionCodeDialogBack");
        gone("sessionCode");
    }
    function test_lettersGrow(): void {
        click("signButton");
        compare(App.page, App.Sign);
        const before = App.readingSize;
        click("largerButton");
        verify(App.readingSize > before);
        click("smallerButton");
        compare(App.readingSize, before);
    }
    function test_z1_missingAreNotedAtOnce(): void {
        App.closeSession();
        World.settle();
        click("missingCheckAction");
        tryVerify(() => find("missing0") !== null);
        click("missingDialogAccept");
        gone("missingDialogAccept");
        compare(App.closing.summary.notYet, 0);
    }
    function test_z2_followUpStartsFromAClosedSession(): void {
        World.closeSession();
        tryVerify(() => find("followUpButton") !== null);
        click("followUpButton");
        compare(App.page, App.OpenSession);
        verify(App.opening.followUpOf !== "");
        compare(find("joinButton"), null);
    }
}
