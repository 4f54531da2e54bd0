// The questions of the session page. Each closes only after its answer was written down.
import QtQuick
import QtQuick.Templates as T
import Teken.App
import Teken.Components
import Teken.Controls
import Teken.Theme

Item {
    id: dialogs

    required property SessionController controller

    function askExcuse(): void {
        excuse.personName = dialogs.controller.person.name;
        excuse.open();
    }
    function askVoid(): void {
        voiding.personName = dialogs.controller.person.name;
        voiding.open();
    }
    function askAgain(): void {
        again.personName = dialogs.controller.person.name;
        again.place = dialogs.controller.person.signedAtPlace || qsTr("sesi lain");
        again.open();
    }
    function askAdd(): void {
        adding.suggestedName = /^[0-9 ]*$/.test(dialogs.controller.question) ? "" : dialogs.controller.question;
        adding.sessionUnit = dialogs.controller.session.unit;
        adding.open();
    }
    function askOther(button: Item): void {
        menu.parent = button;
        menu.open();
    }
    function closeAll(): void {
        for (const sheet of [excuse, voiding, adding, refusing, missing, again])
            sheet.close();
    }

    Connections {
        target: dialogs.controller
        function onNoted(): void {
            dialogs.closeAll();
        }
        function onPersonAdded(): void {
            dialogs.closeAll();
        }
    }

    ExcuseDialog {
        id: excuse

        busy: dialogs.controller.busy
        onConfirmed: kind => dialogs.controller.excuse(kind)
    }
    VoidDialog {
        id: voiding

        busy: dialogs.controller.busy
        onConfirmed: (reason, secondPerson) => dialogs.controller.voidSignature(reason, secondPerson)
    }
    AddPersonDialog {
        id: adding

        busy: dialogs.controller.busy
        onConfirmed: (personName, number, post, unit, kind) => dialogs.controller.addPerson(personName, number, post, unit, kind)
    }
    ConfirmDialog {
        id: refusing

        name: "refuseDialog"
        busy: dialogs.controller.busy
        title: qsTr("Menolak")
        explanation: qsTr("%1 tidak bersedia menandatangani. Alasan tidak ditanyakan, dan keputusan ini boleh berubah: cukup menandatangani kapan saja. Hanya pimpinan sesi dan admin yang melihat catatan ini.").arg(personName)
        acceptText: qsTr("Catat menolak")
        onConfirmed: dialogs.controller.refuse()
    }
    ConfirmDialog {
        id: missing

        name: "absentDialog"
        busy: dialogs.controller.busy
        title: qsTr("Tidak hadir")
        explanation: qsTr("%1 dicatat tidak hadir di sesi ini. Bila datang terlambat, langsung menandatangani saja.").arg(personName)
        acceptText: qsTr("Catat tidak hadir")
        onConfirmed: dialogs.controller.markAbsent()
    }
    ConfirmDialog {
        id: again

        property string place

        name: "againDialog"
        busy: dialogs.controller.busy
        title: qsTr("Sudah menandatangani")
        explanation: qsTr("Tanda tangan %1 (%2) tetap berlaku dan tidak perlu diulang. Bila tetap menandatangani di sini, kedua catatan disimpan sebagai Ganda dan admin memutuskan mana yang dihitung.").arg(personName).arg(place)
        acceptText: qsTr("Tanda tangan di sini")
        onConfirmed: {
            dialogs.closeAll();
            dialogs.controller.takeDespiteElsewhere();
        }
    }
    T.Popup {
        id: menu

        y: parent ? parent.height + Theme.space4 : 0
        x: parent ? parent.width - width : 0
        width: Theme.sideColumn - Theme.space48
        height: implicitContentHeight + 2 * padding
        padding: Theme.space8
        focus: true
        background: Surface {
            lifted: true
            border.color: Theme.palette.muted
        }
        contentItem: Column {
            spacing: Theme.space4

            ActionButton {
                objectName: "absentButton"
                width: parent?.width ?? 0
                kind: ActionButton.Quiet
                focus: true
                glyph: Icons.absent
                text: qsTr("Tidak hadir")
                onClicked: {
                    menu.close();
                    missing.personName = dialogs.controller.person.name;
                    missing.open();
                }
            }
            ActionButton {
                objectName: "refuseButton"
                width: parent?.width ?? 0
                kind: ActionButton.Quiet
                glyph: Icons.refused
                text: qsTr("Menolak")
                onClicked: {
                    menu.close();
                    refusing.personName = dialogs.controller.person.name;
                    refusing.open();
                }
            }
        }
    }
}
