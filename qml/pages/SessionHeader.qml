// The head of a running session, and the questions that belong to it: reading together, pausing, the card for signers,
// special events, the call list, a second laptop.
import QtQuick
import Teken.App
import Teken.Components
import Teken.Controls
import Teken.Theme

Item {
    id: head

    required property SessionController controller
    required property NotesController notes
    required property CallListController calls
    required property bool running

    implicitHeight: header.implicitHeight

    Connections {
        target: App
        function onSessionOpened(): void {
            card.open();
        }
    }
    Connections {
        target: head.notes
        function onEventNoted(): void {
            events.close();
        }
    }

    PageHeader {
        id: header

        width: parent.width
        backText: qsTr("Sesi")
        title: head.controller.session.unit !== "" ? head.controller.session.unit : qsTr("Membuka sesi…")
        subtitle: head.controller.session.unit === "" ? "" : Format.joined([head.controller.session.place, qsTr("dibuka %1").arg(Format.hour(head.controller.session.startsAt)), qsTr("pimpinan %1").arg(head.controller.head), Format.isValid(head.controller.readJointlyAt) ? qsTr("dibacakan bersama %1").arg(Format.hour(head.controller.readJointlyAt)) : ""], " · ")
        onBack: App.back()

        ActionButton {
            objectName: "jointReadingButton"
            visible: head.controller.active && head.controller.textsUnread > 0
            kind: ActionButton.Quiet
            glyph: Icons.readJointly
            text: qsTr("Baca bersama")
            onClicked: reading.open()
        }
        ActionButton {
            id: more

            objectName: "sessionMenuButton"
            visible: head.running
            kind: ActionButton.Quiet
            glyph: Icons.more
            text: qsTr("Lainnya")
            hint: qsTr("Kartu keterangan, kejadian khusus, daftar panggil, laptop kedua")
            onClicked: menu.openAt(more)
        }
        ActionButton {
            objectName: "pauseButton"
            visible: head.controller.active
            enabled: !head.controller.busy
            glyph: Icons.pause
            text: qsTr("Jeda")
            onClicked: pausing.open()
        }
        ActionButton {
            objectName: "closeSessionButton"
            visible: head.running
            glyph: Icons.closeSession
            text: qsTr("Tutup sesi")
            onClicked: App.closeSession()
        }
        ActionButton {
            objectName: "lockButton"
            kind: ActionButton.Quiet
            glyph: Icons.lock
            text: qsTr("Kunci layar")
            onClicked: App.lock()
        }
    }

    SessionMenu {
        id: menu

        callsShown: head.calls.shown
        onCardWanted: card.open()
        onEventWanted: events.open()
        onCallsWanted: head.calls.shown = !head.calls.shown
        onCodeWanted: code.open()
    }
    OpeningCard {
        id: card

        controller: head.notes
    }
    JointReadingDialog {
        id: reading

        controller: head.notes
    }
    PauseDialog {
        id: pausing

        busy: head.controller.busy
        onConfirmed: kind => {
            pausing.close();
            head.controller.pause(kind);
        }
    }
    EventDialog {
        id: events

        controller: head.notes
        onConfirmed: text => head.notes.noteEvent(text)
    }
    SessionCodeDialog {
        id: code

        code: head.controller.code
    }
}
