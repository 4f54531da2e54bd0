// The head of a running session, and the questions that belong to it: reading together, pausing, the card for signers,
// special events, the call list, a second laptop.
pragma ComponentBehavior: Bound

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
            card.get().open();
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
            onClicked: reading.get().open()
        }
        ActionButton {
            id: more

            objectName: "sessionMenuButton"
            visible: head.running
            kind: ActionButton.Quiet
            glyph: Icons.more
            text: qsTr("Lainnya")
            hint: qsTr("Kartu keterangan, kejadian khusus, daftar panggil, laptop kedua")
            onClicked: menu.get().openAt(more)
        }
        ActionButton {
            objectName: "pauseButton"
            visible: head.controller.active
            enabled: !head.controller.busy
            glyph: Icons.pause
            text: qsTr("Jeda")
            onClicked: pausing.get().open()
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

    Later {
        id: menu

        SessionMenu {
            callsShown: head.calls.shown
            onCardWanted: card.get().open()
            onEventWanted: events.get().open()
            onCallsWanted: head.calls.shown = !head.calls.shown
            onCodeWanted: code.get().open()
        }
    }
    Later {
        id: card

        OpeningCard {
            controller: head.notes
        }
    }
    Later {
        id: reading

        JointReadingDialog {
            controller: head.notes
        }
    }
    Later {
        id: pausing

        PauseDialog {
            busy: head.controller.busy
            onConfirmed: kind => {
                pausing.close();
                head.controller.pause(kind);
            }
        }
    }
    Later {
        id: events

        EventDialog {
            controller: head.notes
            onConfirmed: text => head.notes.noteEvent(text)
        }
    }
    Later {
        id: code

        SessionCodeDialog {
            code: head.controller.code
        }
    }
}
