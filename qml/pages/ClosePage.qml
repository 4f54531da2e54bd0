// Tutup sesi: what is checked and counted at the left; the ink of the head and of the witnesses at the right.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Components
import Teken.Controls
import Teken.Theme

FocusScope {
    id: page

    required property CloseController controller
    required property NotesController notes

    readonly property int signedCount: controller.summary.signedHere + controller.summary.signedElsewhere

    signal stickWanted

    function goBack(): void {
        if (page.controller.hasInk)
            ink.leaving = true;
        else
            App.back();
    }

    objectName: "closePage"
    // Asked already, Esc takes the question back: pressed twice it must not cost anybody their ink.
    Keys.onEscapePressed: {
        if (ink.leaving)
            ink.leaving = false;
        else
            page.goBack();
    }

    PageHeader {
        id: header

        width: parent.width
        backText: page.controller.closed ? qsTr("Sesi") : qsTr("Kembali")
        title: page.controller.closed ? qsTr("Sesi ditutup") : page.controller.minutesOnly ? qsTr("Lengkapi berita acara") : qsTr("Tutup sesi")
        subtitle: qsTr("%1 · %2").arg(page.controller.session.unit).arg(page.controller.session.place)
        onBack: page.goBack()
    }
    Later {
        id: missing

        MissingDialog {
            controller: page.notes
            people: page.controller.summary.notYet
        }
    }
    Later {
        id: events

        EventDialog {
            controller: page.notes
            writable: !page.controller.closed && !page.controller.minutesOnly
            onConfirmed: text => page.notes.noteEvent(text)
        }
    }
    Later {
        id: withoutInk

        ConfirmDialog {
            name: "withoutInkDialog"
            controller: page.controller
            title: qsTr("Tutup tanpa semua tanda tangan?")
            explanation: qsTr("Hitungan dikunci sekarang. Berita acara ditandatangani oleh yang goresannya sudah ada; yang lain dapat menyusul di laptop ini: buka sesinya, lalu Lengkapi berita acara.")
            acceptText: qsTr("Tutup sesi")
            onConfirmed: {
                close();
                page.controller.closeWithoutInk();
            }
        }
    }
    Later {
        id: dropInk

        ConfirmDialog {
            name: "dropInkDialog"
            controller: page.controller
            danger: true
            title: qsTr("Hapus goresan yang belum disimpan?")
            explanation: qsTr("%n orang belum tercatat menandatangani. Bila masih hadir, lebih baik kembali dan simpan. Goresan yang dihapus tidak dapat dikembalikan.", "", page.controller.summary.unfinishedInk)
            acceptText: qsTr("Hapus goresan")
            onConfirmed: {
                close();
                page.controller.dropUnfinishedInk();
            }
        }
    }
    Connections {
        target: page.notes
        function onEventNoted(): void {
            events.close();
        }
        function onMissingMarked(): void {
            missing.close();
        }
    }
    RowLayout {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space24
        spacing: Theme.space8

        CloseChecks {
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.space16 + Math.min(Theme.form - Theme.space48, (page.width - 3 * Theme.space24) / 2)
            controller: page.controller
            onMissingWanted: missing.get().open()
            onEventsWanted: events.get().open()
            onStickWanted: page.stickWanted()
            onDropInkWanted: dropInk.get().open()
        }
        ClosingInkPad {
            id: ink

            objectName: "closeInk"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !page.controller.closed
            controller: page.controller
            onLeaveWanted: App.back()
            onWithoutInkWanted: withoutInk.get().open()
        }
        EmptyNotice {
            objectName: "closedNotice"
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            visible: page.controller.closed
            glyph: Icons.checked
            tint: Theme.palette.good
            title: qsTr("Sesi sudah ditutup")
            explanation: qsTr("%1 dari %2 orang menandatangani. Yang belum, lewat sesi susulan.").arg(Format.count(page.signedCount)).arg(Format.count(page.controller.summary.expected))
            actionText: qsTr("Cetak berkas")
            actionGlyph: Icons.printer
            onActionWanted: App.showPapers()

            ActionButton {
                objectName: "followUpButton"
                Layout.alignment: Qt.AlignHCenter
                visible: page.controller.summary.expected > page.signedCount
                kind: ActionButton.Quiet
                glyph: Icons.add
                text: qsTr("Buka sesi susulan")
                onClicked: App.openFollowUp()
            }
        }
    }
}
