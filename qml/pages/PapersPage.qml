// Berkas cetak: which paper at the left, its pages at the right, and two ways out: a file or the printer.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Teken.App
import Teken.Components
import Teken.Controls
import Teken.Theme

FocusScope {
    id: page

    required property PapersController controller
    required property SendController send

    readonly property var sizes: ["A4", "F4"]

    function titleOf(kind: string): string {
        switch (kind) {
        case "minutes":
            return qsTr("Berita acara");
        case "sheet":
            return qsTr("Lembar tanda tangan");
        case "pakta":
            return qsTr("Pakta integritas per orang");
        case "attendance":
            return qsTr("Daftar hadir");
        case "recap":
            return qsTr("Rekap");
        case "follow-up":
            return qsTr("Daftar sesi susulan");
        }
        return qsTr("Catatan pimpinan sesi (rahasia)");
    }
    function explain(kind: string): string {
        switch (kind) {
        case "minutes":
            return qsTr("Dengan angka dan tanggal dalam huruf, tanda tangan, dan tiga lampiran.");
        case "sheet":
            return qsTr("Naskah satu kali, lalu semua nama dan tanda tangan.");
        case "pakta":
            return qsTr("Satu lembar untuk tiap penanda tangan.");
        case "attendance":
            return qsTr("Boleh dipajang: nomor pegawai hanya tiga angka terakhir.");
        case "recap":
            return qsTr("Jumlah per unit kerja, tanpa nama.");
        case "follow-up":
            return qsTr("Yang belum menandatangani.");
        }
        return qsTr("Hanya untuk pimpinan sesi dan admin. Tidak ditampilkan di layar.");
    }

    objectName: "papersPage"
    Keys.onEscapePressed: App.back()

    PageHeader {
        id: header

        width: parent.width
        backText: qsTr("Kembali")
        title: qsTr("Berkas cetak")
        subtitle: qsTr("%1 · %2").arg(page.controller.session.unit).arg(page.controller.session.place)
        onBack: App.back()
    }
    SavePapersDialog {
        id: saveDialog

        controller: page.controller
        send: page.send
        paperTitle: page.titleOf(page.controller.kind)
    }
    RowLayout {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space24
        spacing: Theme.space24

        ScrollArea {
            id: choices

            Layout.fillHeight: true
            Layout.preferredWidth: Theme.sideColumn
            contentHeight: kinds.implicitHeight

            ColumnLayout {
                id: kinds

                width: choices.contentSpace
                spacing: Theme.space4

                T.ButtonGroup {
                    id: group
                }
                Repeater {
                    model: page.controller.kinds

                    RadioRow {
                        required property int index
                        required property string modelData

                        objectName: "paper-" + modelData
                        Layout.fillWidth: true
                        focus: index === 0
                        text: page.titleOf(modelData)
                        checked: index === page.controller.current
                        T.ButtonGroup.group: group
                        onClicked: page.controller.current = index
                    }
                }
                BodyText {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.space12
                    Layout.bottomMargin: Theme.space12
                    text: page.explain(page.controller.kind)
                    muted: true
                }
                SegmentedChoice {
                    objectName: "paperSize"
                    Layout.fillWidth: true
                    name: qsTr("Ukuran kertas")
                    words: page.sizes
                    current: page.sizes.indexOf(page.controller.size)
                    onChosen: index => page.controller.size = page.sizes[index]
                }
                ActionButton {
                    objectName: "letterheadButton"
                    Layout.topMargin: Theme.space8
                    kind: ActionButton.Quiet
                    glyph: Icons.letterhead
                    text: qsTr("Kop surat…")
                    onClicked: App.showLetterhead()
                }
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.space12

            ErrorNotice {
                objectName: "papersFailure"
                Layout.fillWidth: true
                notice: page.controller.failure
                dismissible: page.controller.loaded
                actionText: page.controller.canRetry ? qsTr("Coba lagi") : ""
                onActionWanted: page.controller.retry()
                onDismissed: page.controller.dismissFailure()
            }
            NoteLine {
                objectName: "papersOutcome"
                Layout.fillWidth: true
                visible: page.controller.printed || page.controller.savedFiles > 0
                glyph: Icons.checked
                tint: Theme.palette.good
                text: page.controller.printed ? qsTr("Sudah dikirim ke pencetak. Periksa kertas yang keluar.") : qsTr("%n berkas PDF tersimpan di %1", "", page.controller.savedFiles).arg(page.controller.savedFolder)
            }
            PaperPages {
                objectName: "paperPages"
                Layout.fillWidth: true
                Layout.fillHeight: true
                controller: page.controller
                title: page.titleOf(page.controller.kind)
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space12

                BodyText {
                    objectName: "paperCount"
                    Layout.fillWidth: true
                    text: page.controller.loaded ? qsTr("%n halaman", "", page.controller.pages) : ""
                    muted: true
                }
                ActionButton {
                    objectName: "savePaperButton"
                    glyph: Icons.file
                    text: qsTr("Simpan PDF")
                    enabled: page.controller.loaded && !page.controller.busy
                    onClicked: saveDialog.open()
                }
                ActionButton {
                    objectName: "printPaperButton"
                    kind: ActionButton.Primary
                    large: true
                    glyph: Icons.printer
                    text: page.controller.busy && page.controller.loaded ? qsTr("Mencetak…") : qsTr("Cetak")
                    enabled: page.controller.loaded && !page.controller.busy
                    onClicked: page.controller.print()
                }
            }
        }
    }
}
