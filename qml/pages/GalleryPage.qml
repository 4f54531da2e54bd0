// Every control and state of the look on one page, for whoever draws or judges it. Ctrl + Shift + G.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Components
import Teken.Controls
import Teken.Theme

FocusScope {
    id: page

    readonly property var buttonKinds: [
        [ActionButton.Primary, qsTr("Simpan")],
        [ActionButton.Secondary, qsTr("Jeda")],
        [ActionButton.Quiet, qsTr("Kembali")],
        [ActionButton.Danger, qsTr("Tinggalkan")]
    ]
    readonly property var tones: [
        [Badge.Neutral, Icons.notYet, qsTr("Belum")],
        [Badge.Good, Icons.signed, qsTr("Sudah")],
        [Badge.Wait, Icons.waiting, qsTr("Menunggu")],
        [Badge.Attention, Icons.needsHelp, qsTr("Perlu bantuan")],
        [Badge.Stop, Icons.failure, qsTr("Gagal")],
        [Badge.Accent, Icons.info, qsTr("Berikutnya")]
    ]

    objectName: "galleryPage"
    Keys.onEscapePressed: App.back()

    PageHeader {
        id: header

        width: parent.width
        backText: qsTr("Kembali")
        title: qsTr("Galeri")
        subtitle: qsTr("Semua kendali dan keadaan dalam tampilan ini")
        onBack: App.back()
    }
    ScrollArea {
        id: area

        objectName: "galleryScroll"
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: column.implicitHeight + 2 * Theme.space24

        ColumnLayout {
            id: column

            x: Theme.space24
            y: Theme.space24
            width: area.contentSpace - 2 * x
            spacing: Theme.space16

            TitleText {
                Layout.fillWidth: true
                page: true
                text: qsTr("Ni Luh Putu Ayu Sa'diyah, S.Pd., M.Pd.")
            }
            BodyText {
                Layout.fillWidth: true
                text: qsTr("5.874 dari 6.063 orang (96,9 %)")
            }
            BodyText {
                Layout.fillWidth: true
                text: qsTr("Jumat, 17 November 2023 · 08.15 WIB")
                small: true
                muted: true
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.space12

                Repeater {
                    model: page.buttonKinds

                    ActionButton {
                        required property var modelData
                        required property int index

                        objectName: "galleryButton" + index
                        kind: modelData[0]
                        text: modelData[1]
                        glyph: Icons.check
                    }
                }
                Repeater {
                    model: page.buttonKinds

                    ActionButton {
                        required property var modelData
                        required property int index

                        objectName: "galleryDisabled" + index
                        kind: modelData[0]
                        text: modelData[1]
                        enabled: false
                    }
                }
                ActionButton {
                    objectName: "galleryLarge"
                    kind: ActionButton.Primary
                    large: true
                    text: qsTr("Tanda tangan")
                    glyph: Icons.sign
                }
                IconButton {
                    objectName: "galleryIconButton"
                    glyph: Icons.help
                    text: qsTr("Bantuan")
                }
            }
            InkTools {
                strokes: 2
                redoable: true
            }
            InkTools {
                objectName: "galleryInkToolsEmpty"
                strokes: 0
                redoable: false
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.space12

                Repeater {
                    model: page.tones

                    Badge {
                        required property var modelData

                        tone: modelData[0]
                        glyph: modelData[1]
                        text: modelData[2]
                    }
                }
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.space16

                InputField {
                    objectName: "galleryField"
                    label: qsTr("Nama laptop")
                    placeholder: qsTr("misalnya PMK-017")
                    hint: qsTr("Tertulis di stikernya.")
                }
                InputField {
                    objectName: "galleryTrouble"
                    label: qsTr("Kata sandi sekali lagi")
                    trouble: qsTr("Belum sama.")
                }
                ChoiceField {
                    objectName: "galleryChoice"
                    label: qsTr("Petugas")
                    placeholder: qsTr("Pilih petugas")
                    model: [qsTr("Belum"), qsTr("Sudah")]
                    currentIndex: -1
                }
            }
            SegmentedChoice {
                objectName: "gallerySegment"
                Layout.fillWidth: true
                name: qsTr("Keadaan")
                words: [qsTr("Menunggu"), qsTr("Diterima"), qsTr("Bantuan")]
            }
            RadioRow {
                objectName: "galleryRadio"
                Layout.fillWidth: true
                text: qsTr("Cuti")
                checked: true
            }
            TickRow {
                objectName: "galleryTick"
                Layout.fillWidth: true
                text: qsTr("Kotak meterai di pakta")
                explanation: qsTr("Tidak dicetak bila kosong.")
                checked: true
            }
            ProgressLine {
                Layout.fillWidth: true
                name: qsTr("Kemajuan")
                value: 0.42
            }
            BusyMark {
                text: qsTr("Membaca sesi…")
            }
            CheckRow {
                Layout.fillWidth: true
                outcome: CheckRow.Done
                title: qsTr("Jumlah cocok")
            }
            CheckRow {
                Layout.fillWidth: true
                outcome: CheckRow.Blocked
                title: qsTr("Satu tanda tangan belum selesai")
            }
            EmptyNotice {
                Layout.fillWidth: true
                title: qsTr("Belum ada sesi")
                explanation: qsTr("Buka sesi pertama untuk unit yang hadir hari ini.")
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.space12

                Repeater {
                    model: Object.keys(Icons).filter(key => typeof Icons[key] === "string" && key !== "objectName")

                    Column {
                        id: cell

                        required property string modelData

                        width: Theme.space48 * 3
                        spacing: Theme.space4

                        Icon {
                            text: Icons[cell.modelData]
                        }
                        BodyText {
                            width: parent.width
                            text: cell.modelData
                            wrapMode: Text.WrapAnywhere
                            small: true
                            muted: true
                        }
                    }
                }
            }
        }
    }
}
