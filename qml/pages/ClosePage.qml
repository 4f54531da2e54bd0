// Tutup sesi: what is checked and counted at the left; the ink of the head and of two witnesses at the right.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Components
import Teken.Controls
import Teken.Ink
import Teken.Theme

FocusScope {
    id: page

    required property CloseController controller
    required property NotesController notes
    property int signer: 0

    signal stickWanted

    readonly property closingSummary summary: controller.summary
    readonly property list<InkSheet> sheets: [controller.headInk, controller.witnessOneInk, controller.witnessTwoInk]
    readonly property InkSheet sheet: sheets[signer]
    readonly property var names: [summary.head, summary.witnessOne, summary.witnessTwo]
    readonly property var roles: [qsTr("Pimpinan sesi"), qsTr("Saksi satu"), qsTr("Saksi dua")]
    readonly property string obstacleText: {
        switch (controller.obstacle) {
        case CloseController.NotLoaded:
            return page.controller.failure.present ? qsTr("Catatan sesi belum terbaca.") : qsTr("Menghitung…");
        case CloseController.UnfinishedInk:
            return qsTr("Masih ada tanda tangan yang belum disimpan.");
        case CloseController.CountsDiffer:
            return qsTr("Jumlah belum cocok.");
        case CloseController.NeedsHeadInk:
            return qsTr("Menunggu tanda tangan pimpinan sesi.");
        case CloseController.NeedsWitnessOneInk:
            return qsTr("Menunggu tanda tangan saksi satu.");
        case CloseController.NeedsWitnessTwoInk:
            return qsTr("Menunggu tanda tangan saksi dua.");
        }
        return "";
    }

    function tabText(index: int): string {
        return page.sheets[index].amount === InkSheet.Enough ? qsTr("✓ %1").arg(page.roles[index]) : page.roles[index];
    }

    objectName: "closePage"
    Keys.onEscapePressed: App.back()

    PageHeader {
        id: header

        width: parent.width
        backText: page.controller.closed ? qsTr("Sesi") : qsTr("Kembali")
        title: page.controller.closed ? qsTr("Sesi ditutup") : qsTr("Tutup sesi")
        subtitle: qsTr("%1 · %2").arg(page.controller.session.unit).arg(page.controller.session.place)
        onBack: App.back()
    }
    MissingDialog {
        id: missing

        controller: page.notes
        people: page.summary.notYet
    }
    EventDialog {
        id: events

        controller: page.notes
        writable: !page.controller.closed
        onConfirmed: text => page.notes.noteEvent(text)
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
        spacing: Theme.space24

        ScrollArea {
            id: area

            Layout.fillHeight: true
            Layout.preferredWidth: Math.min(Theme.form - Theme.space48, (page.width - 3 * Theme.space24) / 2)
            contentHeight: checks.implicitHeight + 2 * Theme.space16

            Surface {
                width: area.contentSpace
                height: area.contentHeight
            }
            ColumnLayout {
                id: checks

                x: Theme.space16
                y: Theme.space16
                width: area.contentSpace - 2 * x
                spacing: Theme.space16

                ErrorNotice {
                    objectName: "closeFailure"
                    Layout.fillWidth: true
                    notice: page.controller.failure
                    onDismissed: page.controller.dismissFailure()
                }
                CheckRow {
                    objectName: "countsCheck"
                    Layout.fillWidth: true
                    outcome: page.controller.countsMatch ? CheckRow.Done : CheckRow.Blocked
                    title: page.controller.countsMatch ? qsTr("Jumlah cocok: %1 orang dalam daftar").arg(Format.count(page.summary.expected)) : qsTr("Jumlah tidak cocok dengan daftar")
                    detail: qsTr("Sudah %1 (di tempat lain %2) · berhalangan %3 · tidak hadir %4 · menolak %5 · belum %6").arg(Format.count(page.summary.signedHere + page.summary.signedElsewhere)).arg(Format.count(page.summary.signedElsewhere)).arg(Format.count(page.summary.excused)).arg(Format.count(page.summary.absent)).arg(Format.count(page.summary.refused)).arg(Format.count(page.summary.notYet))
                }
                CheckRow {
                    objectName: "missingCheck"
                    Layout.fillWidth: true
                    outcome: page.summary.notYet === 0 ? CheckRow.Done : CheckRow.Note
                    title: page.summary.notYet === 0 ? qsTr("Semua orang sudah tercatat") : qsTr("%n orang masih Belum", "", page.summary.notYet)
                    detail: page.summary.notYet === 0 ? "" : qsTr("Boleh ditutup. Mereka menandatangani di sesi susulan.")
                    actionText: page.summary.notYet === 0 || page.controller.closed ? "" : qsTr("Lihat")
                    onActionWanted: missing.open()
                }
                CheckRow {
                    objectName: "duplicatesCheck"
                    Layout.fillWidth: true
                    outcome: page.summary.duplicates === 0 ? CheckRow.Done : CheckRow.Note
                    title: page.summary.duplicates === 0 ? qsTr("Tidak ada yang ganda") : qsTr("%n orang tercatat ganda", "", page.summary.duplicates)
                    detail: page.summary.duplicates === 0 ? "" : qsTr("Dihitung sekali. Admin membandingkannya nanti.")
                }
                CheckRow {
                    objectName: "eventsCheck"
                    Layout.fillWidth: true
                    outcome: page.summary.added + page.summary.voided + page.summary.events === 0 ? CheckRow.Done : CheckRow.Note
                    title: page.summary.events === 0 ? qsTr("Tidak ada kejadian khusus") : qsTr("%n kejadian khusus dicatat", "", page.summary.events)
                    detail: page.summary.added + page.summary.voided === 0 ? "" : qsTr("%1 tambahan, %2 dibatalkan").arg(Format.count(page.summary.added)).arg(Format.count(page.summary.voided))
                    actionText: page.summary.events === 0 && page.controller.closed ? "" : qsTr("Lihat")
                    onActionWanted: events.open()
                }
                CheckRow {
                    objectName: "inkCheck"
                    Layout.fillWidth: true
                    outcome: page.summary.unfinishedInk === 0 ? CheckRow.Done : CheckRow.Blocked
                    title: page.summary.unfinishedInk === 0 ? qsTr("Semua goresan sudah disimpan") : qsTr("%n tanda tangan belum disimpan", "", page.summary.unfinishedInk)
                    detail: page.summary.unfinishedInk === 0 ? "" : qsTr("Kembali, buka orangnya, lalu simpan atau ulangi.")
                }
                CheckRow {
                    objectName: "unsentCheck"
                    Layout.fillWidth: true
                    outcome: page.summary.waiting === 0 ? CheckRow.Done : CheckRow.Note
                    title: page.summary.waiting === 0 ? qsTr("Semua sudah diterima pusat") : qsTr("%n data belum diterima pusat", "", page.summary.waiting)
                    detail: page.summary.waiting === 0 ? "" : qsTr("Aman di laptop ini. Bila tidak ada internet, simpan juga ke flashdisk.")
                    actionText: page.summary.waiting === 0 ? "" : qsTr("Simpan ke flashdisk")
                    onActionWanted: page.stickWanted()
                }
            }
        }
        ScrollArea {
            id: inkArea

            objectName: "closeInk"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !page.controller.closed
            contentHeight: Math.max(height, inkColumn.implicitHeight)

            ColumnLayout {
                id: inkColumn

                width: inkArea.contentSpace
                height: inkArea.contentHeight
                spacing: Theme.space12

                SegmentedChoice {
                    objectName: "closeSigner"
                    Layout.fillWidth: true
                    name: qsTr("Siapa yang menandatangani")
                    words: [page.tabText(0), page.tabText(1), page.tabText(2)]
                    current: page.signer
                    onChosen: index => page.signer = index
                }
                TitleText {
                    Layout.fillWidth: true
                    page: true
                    font.pixelSize: Theme.fontTitle
                    text: page.names[page.signer]
                }
                BodyText {
                    Layout.fillWidth: true
                    text: page.signer === 0 ? qsTr("Menyatakan jumlah di samping benar dan sesi ini ditutup.") : qsTr("Menyaksikan penandatanganan dan penutupan sesi ini.")
                    muted: true
                }
                SigningPad {
                    objectName: "closingPad"
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.padHeight
                    Layout.minimumHeight: Theme.padHeight
                    sheet: page.sheet
                    name: qsTr("Tanda tangan %1").arg(page.roles[page.signer])
                }
                GridLayout {
                    Layout.fillWidth: true
                    columns: Theme.textScale > 1.25 ? 2 : 4
                    columnSpacing: Theme.space8
                    rowSpacing: Theme.space4

                    ActionButton {
                        objectName: "clearButton"
                        Layout.fillWidth: true
                        Layout.minimumWidth: Math.ceil(implicitWidth)
                        Layout.maximumWidth: Math.ceil(implicitWidth)
                        glyph: Icons.startAnew
                        text: qsTr("Ulangi")
                        enabled: page.sheet.strokeCount > 0 && !page.sheet.locked
                        onClicked: page.sheet.clear()
                    }
                    ActionButton {
                        objectName: "undoButton"
                        Layout.fillWidth: true
                        Layout.maximumWidth: Math.ceil(implicitWidth)
                        kind: ActionButton.Quiet
                        glyph: Icons.undo
                        text: qsTr("Batalkan goresan")
                        enabled: page.sheet.strokeCount > 0 && !page.sheet.locked
                        onClicked: page.sheet.undoStroke()
                    }
                    Item {
                        Layout.fillWidth: true
                    }
                    ActionButton {
                        objectName: "nextSignerButton"
                        Layout.fillWidth: true
                        Layout.maximumWidth: Math.ceil(implicitWidth)
                        visible: page.signer < 2
                        glyph: Icons.forward
                        glyphAfter: true
                        text: page.signer === 0 ? qsTr("Saksi satu") : qsTr("Saksi dua")
                        enabled: page.sheet.amount === InkSheet.Enough
                        onClicked: page.signer += 1
                    }
                }
                Item {
                    Layout.fillHeight: true
                }
                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space16

                    BodyText {
                        objectName: "closeObstacle"
                            Layout.fillWidth: true
                        horizontalAlignment: Text.AlignRight
                        text: page.obstacleText
                        muted: true
                    }
                    ActionButton {
                        objectName: "closeButton"
                        kind: ActionButton.Primary
                        large: true
                        glyph: Icons.closeSession
                        text: page.controller.busy ? qsTr("Menutup…") : qsTr("Tutup sesi")
                        enabled: page.obstacleText === "" && !page.controller.busy
                        hint: page.obstacleText
                        onClicked: page.controller.close()
                    }
                }
            }
        }
        EmptyNotice {
            objectName: "closedNotice"
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            visible: page.controller.closed
            glyph: Icons.checked
            tint: Theme.palette.good
            title: qsTr("Sesi sudah ditutup")
            explanation: qsTr("%1 dari %2 orang menandatangani. Yang belum, lewat sesi susulan.").arg(Format.count(page.summary.signedHere + page.summary.signedElsewhere)).arg(Format.count(page.summary.expected))
            actionText: qsTr("Cetak berkas")
            actionGlyph: Icons.printer
            onActionWanted: App.showPapers()

            ActionButton {
                objectName: "followUpButton"
                Layout.alignment: Qt.AlignHCenter
                visible: page.summary.expected > page.summary.signedHere + page.summary.signedElsewhere
                kind: ActionButton.Quiet
                glyph: Icons.add
                text: qsTr("Buka sesi susulan")
                onClicked: App.openFollowUp()
            }
        }
    }
}
