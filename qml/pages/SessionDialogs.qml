// The questions of the session page. Each closes only after its answer was written down.
pragma ComponentBehavior: Bound

import QtQuick
import Teken.App
import Teken.Components
import Teken.Controls

Item {
    id: dialogs

    required property SessionController controller
    required property NotesController notes

    /// Whom the open question, or the menu before it, is about. An answer that arrives meanwhile may put somebody else
    /// at hand.
    property personRow asked

    function askAbout(person: var): void {
        dialogs.controller.waitForNobody();
        dialogs.asked = person;
    }
    function show(question: var): void {
        const sheet = question.get();
        sheet.personName = dialogs.asked.name;
        sheet.open();
    }
    function ask(question: var): void {
        askAbout(dialogs.controller.person);
        show(question);
    }
    function askExcuse(): void {
        ask(excuse);
    }
    function askVoid(): void {
        ask(voiding);
    }
    function askVoidNote(): void {
        ask(voidingNote);
    }
    function askCorrection(): void {
        ask(correcting);
    }
    function askAgain(): void {
        again.get().place = dialogs.controller.person.signedAtPlace || qsTr("tempat lain, menurut daftar pusat");
        ask(again);
    }
    function askAdd(): void {
        dialogs.controller.waitForNobody();
        const sheet = adding.get();
        sheet.suggestedName = /^[0-9 ]*$/.test(dialogs.controller.question) ? "" : dialogs.controller.question;
        sheet.sessionUnit = dialogs.controller.session.unit;
        sheet.open();
    }
    function askOther(button: Item): void {
        askAbout(dialogs.controller.person);
        menu.get().openAt(button);
    }
    function closeAll(): void {
        for (const question of [excuse, voiding, voidingNote, adding, refusing, missing, again, correcting, helped, symbolic, paper])
            question.close();
    }

    Connections {
        target: dialogs.controller
        function onNoted(): void {
            dialogs.closeAll();
        }
        function onPersonAdded(): void {
            dialogs.closeAll();
        }
        function onHelpAccepted(): void {
            dialogs.closeAll();
        }
    }
    Connections {
        target: dialogs.notes
        function onCorrectionProposed(): void {
            dialogs.closeAll();
        }
        function onSignedOnPaper(): void {
            dialogs.closeAll();
        }
    }

    Later {
        id: excuse

        ExcuseDialog {
            controller: dialogs.controller
            onConfirmed: kind => dialogs.controller.excuse(dialogs.asked, kind)
        }
    }
    Later {
        id: voiding

        VoidDialog {
            controller: dialogs.controller
            onConfirmed: (reason, words, secondPerson) => dialogs.controller.voidSignature(dialogs.asked, reason, words, secondPerson)
        }
    }
    Later {
        id: voidingNote

        VoidDialog {
            ofNote: true
            controller: dialogs.controller
            onConfirmed: (reason, words, secondPerson) => dialogs.controller.voidNote(dialogs.asked, reason, words, secondPerson)
        }
    }
    Later {
        id: adding

        AddPersonDialog {
            controller: dialogs.controller
            onConfirmed: (personName, number, post, unit, kind) => dialogs.controller.addPerson(personName, number, post, unit, kind)
        }
    }
    Later {
        id: refusing

        ConfirmDialog {
            name: "refuseDialog"
            controller: dialogs.controller
            title: qsTr("Menolak")
            explanation: qsTr("%1 tidak bersedia menandatangani. Alasan tidak ditanyakan, dan keputusan ini boleh berubah: cukup menandatangani kapan saja. Hanya pimpinan sesi dan admin yang melihat catatan ini.").arg(personName)
            acceptText: qsTr("Catat menolak")
            onConfirmed: dialogs.controller.refuse(dialogs.asked)
        }
    }
    Later {
        id: missing

        ConfirmDialog {
            name: "absentDialog"
            controller: dialogs.controller
            title: qsTr("Tidak hadir")
            explanation: qsTr("%1 dicatat tidak hadir di sesi ini. Bila datang terlambat, langsung menandatangani saja.").arg(personName)
            acceptText: qsTr("Catat tidak hadir")
            onConfirmed: dialogs.controller.markAbsent(dialogs.asked)
        }
    }
    Later {
        id: again

        ConfirmDialog {
            property string place

            name: "againDialog"
            controller: dialogs.controller
            title: qsTr("Sudah menandatangani")
            explanation: qsTr("Tanda tangan %1 (%2) tetap berlaku dan tidak perlu diulang. Bila tetap menandatangani di sini, kedua catatan disimpan sebagai Ganda dan admin memutuskan mana yang dihitung.").arg(personName).arg(place)
            acceptText: qsTr("Tanda tangan di sini")
            onConfirmed: {
                dialogs.closeAll();
                dialogs.controller.takeDespiteElsewhere(dialogs.asked);
            }
        }
    }
    Later {
        id: correcting

        CorrectionDialog {
            controller: dialogs.notes
            onConfirmed: (field, value) => dialogs.notes.proposeCorrection(dialogs.asked, field, value)
        }
    }
    Later {
        id: helped

        HelpedDialog {
            controller: dialogs.controller
            onConfirmed: (form, secondWitness) => dialogs.controller.takeHelped(dialogs.asked, form, secondWitness)
        }
    }
    Later {
        id: symbolic

        ConfirmDialog {
            name: "symbolicDialog"
            controller: dialogs.controller
            title: qsTr("Tanda tangan simbolis")
            explanation: qsTr("%1 menandatangani di depan saksi dengan keterangan mewakili unit. Yang dihitung tetap satu orang; anggota unitnya menandatangani sendiri-sendiri.").arg(personName)
            acceptText: qsTr("Buka papan tanda tangan")
            onConfirmed: {
                dialogs.closeAll();
                dialogs.controller.takeSymbolic(dialogs.asked);
            }
        }
    }
    Later {
        id: paper

        PaperDialog {
            controller: dialogs.notes
            onConfirmed: path => dialogs.notes.signOnPaper(dialogs.asked, path)
        }
    }
    Later {
        id: menu

        PersonMenu {
            onAbsentWanted: dialogs.show(missing)
            onRefuseWanted: dialogs.show(refusing)
            onCorrectionWanted: dialogs.show(correcting)
            onHelpedWanted: dialogs.show(helped)
            onSymbolicWanted: dialogs.show(symbolic)
            onPaperWanted: dialogs.show(paper)
        }
    }
}
