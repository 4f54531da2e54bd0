// What is checked before a session is closed: a list that fills itself, each line with its one step.
import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Theme

ScrollArea {
    id: checks

    required property CloseController controller

    signal missingWanted
    signal eventsWanted
    signal stickWanted
    signal dropInkWanted

    readonly property closingSummary summary: controller.summary
    readonly property var unfinishedPeople: summary.unfinishedPeople
    /// The thumb has its place from the beginning: lines that wrap anew when it comes would have to settle twice.
    readonly property real room: width - Theme.space16

    contentHeight: list.implicitHeight + 2 * Theme.space16

    Surface {
        width: checks.room
        height: checks.contentHeight
    }
    ColumnLayout {
        id: list

        x: Theme.space16
        y: Theme.space16
        width: checks.room - 2 * x
        spacing: Theme.space16

        ErrorNotice {
            objectName: "closeFailure"
            Layout.fillWidth: true
            notice: checks.controller.failure
            actionText: checks.controller.canRetry ? qsTr("Coba lagi") : ""
            // Without a reading there would be nothing left to look at.
            dismissible: checks.controller.loaded
            onVisibleChanged: if (visible)
                checks.contentY = 0 // it stands at the top
            onActionWanted: checks.controller.retry()
            onDismissed: checks.controller.dismissFailure()
        }
        ErrorNotice {
            objectName: "closeRosterNotice"
            Layout.fillWidth: true
            notice: checks.controller.rosterNotice
            dismissible: false
        }
        BusyMark {
            Layout.alignment: Qt.AlignHCenter
            visible: !checks.controller.loaded && !checks.controller.failure.present
            text: qsTr("Menghitung…")
        }
        NoteLine {
            objectName: "minutesOnlyNote"
            Layout.fillWidth: true
            visible: checks.controller.minutesOnly
            glyph: Icons.info
            tint: Theme.palette.wait
            text: qsTr("Sesi ini sudah ditutup, dan semua hitungannya aman tersimpan. Yang belum hanya tanda tangan berita acara: lengkapi di samping.")
        }
        CheckRow {
            objectName: "countsCheck"
            Layout.fillWidth: true
            visible: checks.controller.loaded
            outcome: !checks.controller.countsMatch ? CheckRow.Blocked : checks.controller.rosterNotice.present ? CheckRow.Note : CheckRow.Done
            title: checks.controller.countsMatch ? qsTr("Jumlah cocok: %1 orang dalam daftar").arg(Format.count(checks.summary.expected)) : qsTr("Jumlah tidak cocok dengan daftar")
            detail: qsTr("Sudah %1 (di tempat lain %2) · berhalangan %3 · belum menandatangani %4").arg(Format.count(checks.summary.signedHere + checks.summary.signedElsewhere)).arg(Format.count(checks.summary.signedElsewhere)).arg(Format.count(checks.summary.excused)).arg(Format.count(checks.summary.absent + checks.summary.refused + checks.summary.notYet))
        }
        CheckRow {
            objectName: "missingCheck"
            Layout.fillWidth: true
            visible: checks.controller.loaded
            outcome: checks.summary.notYet === 0 ? CheckRow.Done : CheckRow.Note
            title: checks.summary.notYet === 0 ? qsTr("Semua orang sudah tercatat") : qsTr("%n orang masih Belum", "", checks.summary.notYet)
            detail: checks.summary.notYet === 0 || checks.controller.minutesOnly ? "" : qsTr("Boleh ditutup. Mereka menandatangani di sesi susulan.")
            actionText: checks.summary.notYet === 0 || checks.controller.closed || checks.controller.minutesOnly ? "" : qsTr("Lihat")
            onActionWanted: checks.missingWanted()
        }
        CheckRow {
            objectName: "duplicatesCheck"
            Layout.fillWidth: true
            visible: checks.controller.loaded
            outcome: checks.summary.duplicates === 0 ? CheckRow.Done : CheckRow.Note
            title: checks.summary.duplicates === 0 ? qsTr("Tidak ada yang ganda") : qsTr("%n orang tercatat ganda", "", checks.summary.duplicates)
            detail: checks.summary.duplicates === 0 ? "" : qsTr("Dihitung sekali. Admin membandingkannya nanti.")
        }
        CheckRow {
            objectName: "eventsCheck"
            Layout.fillWidth: true
            visible: checks.controller.loaded
            outcome: checks.summary.added + checks.summary.voided + checks.summary.events === 0 ? CheckRow.Done : CheckRow.Note
            title: checks.summary.events === 0 ? qsTr("Tidak ada kejadian khusus") : qsTr("%n kejadian khusus dicatat", "", checks.summary.events)
            detail: checks.summary.added + checks.summary.voided === 0 ? "" : qsTr("%1 tambahan, %2 dibatalkan").arg(Format.count(checks.summary.added)).arg(Format.count(checks.summary.voided))
            actionText: checks.summary.events === 0 && (checks.controller.closed || checks.controller.minutesOnly) ? "" : qsTr("Lihat")
            onActionWanted: checks.eventsWanted()
        }
        CheckRow {
            objectName: "inkCheck"
            Layout.fillWidth: true
            visible: checks.controller.loaded && !checks.controller.minutesOnly
            outcome: checks.summary.unfinishedInk === 0 ? CheckRow.Done : CheckRow.Blocked
            title: checks.summary.unfinishedInk === 0 ? qsTr("Semua goresan sudah disimpan") : qsTr("%n tanda tangan belum disimpan", "", checks.summary.unfinishedInk)
            detail: checks.summary.unfinishedInk === 0 ? "" : checks.unfinishedPeople.length === 0 ? qsTr("Kembali, buka orangnya, lalu simpan atau ulangi.") : qsTr("%1: kembali, buka namanya, lalu simpan atau ulangi.").arg(checks.unfinishedPeople.join(", "))
            actionText: checks.summary.unfinishedInk === 0 || checks.controller.closed ? "" : qsTr("Hapus goresan…")
            onActionWanted: checks.dropInkWanted()
        }
        CheckRow {
            objectName: "unsentCheck"
            Layout.fillWidth: true
            visible: checks.controller.loaded
            outcome: checks.summary.waiting === 0 ? CheckRow.Done : CheckRow.Note
            title: checks.summary.waiting === 0 ? qsTr("Semua sudah diterima pusat") : qsTr("%n data belum diterima pusat", "", checks.summary.waiting)
            detail: checks.summary.waiting === 0 ? "" : qsTr("Aman di laptop ini. Bila tidak ada internet, simpan juga ke flashdisk.")
            actionText: checks.summary.waiting === 0 ? "" : qsTr("Simpan ke flashdisk")
            onActionWanted: checks.stickWanted()
        }
    }
}
