// The one page that explains all: five steps from opening a session to sending. Shows by itself once.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Theme

FocusScope {
    id: page

    readonly property var steps: [
        {
            "glyph": Icons.today,
            "title": qsTr("Buka sesi"),
            "text": qsTr("Pilih sesi hari ini, atau buka sesi baru: unit, tempat, pimpinan, dan saksi.")
        },
        {
            "glyph": Icons.search,
            "title": qsTr("Cari nama"),
            "text": qsTr("Ketik sebagian nama atau empat angka terakhir NIP. Enter mengambil baris pertama, F2 yang berikutnya.")
        },
        {
            "glyph": Icons.sign,
            "title": qsTr("Serahkan layar"),
            "text": qsTr("Penanda tangan membaca naskah, menandatangani, lalu menekan Simpan. Layar kembali sendiri.")
        },
        {
            "glyph": Icons.savedHere,
            "title": qsTr("Aman saat itu juga"),
            "text": qsTr("Yang disimpan langsung aman di laptop ini, juga tanpa internet dan saat listrik padam.")
        },
        {
            "glyph": Icons.send,
            "title": qsTr("Tutup dan kirim"),
            "text": qsTr("Tutup sesi dengan daftar periksa, lalu kirim data, atau simpan ke flashdisk.")
        }
    ]

    objectName: "tourPage"
    Keys.onEscapePressed: App.finishTour()
    Component.onCompleted: start.forceActiveFocus()

    ScrollArea {
        id: area

        anchors.fill: parent
        contentHeight: Math.max(height, column.implicitHeight + 2 * Theme.space24)

        ColumnLayout {
            id: column

            x: Math.max(Theme.space24, (area.contentSpace - width) / 2)
            y: Math.max(Theme.space24, (area.contentHeight - implicitHeight) / 2)
            width: Math.min(area.contentSpace - 2 * Theme.space24, Theme.form + Theme.sideColumn)
            spacing: Theme.space16

            TitleText {
                Layout.fillWidth: true
                page: true
                text: qsTr("Selamat datang. Lima langkah, lalu mulai.")
            }
            Repeater {
                model: page.steps

                Surface {
                    id: card

                    required property var modelData
                    required property int index

                    Layout.fillWidth: true
                    implicitHeight: line.implicitHeight + 2 * Theme.space12

                    RowLayout {
                        id: line

                        x: Theme.space16
                        y: Theme.space12
                        width: parent.width - 2 * x
                        spacing: Theme.space16

                        Icon {
                            size: Theme.iconLarge
                            text: card.modelData.glyph
                            color: Theme.palette.accent
                        }
                        ColumnLayout {
                            Layout.fillWidth: true
                            spacing: 0

                            BodyText {
                                Layout.fillWidth: true
                                text: (card.index + 1) + ". " + card.modelData.title
                                strong: true
                            }
                            BodyText {
                                Layout.fillWidth: true
                                text: card.modelData.text
                            }
                        }
                    }
                }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space16

                ActionButton {
                    id: start

                    objectName: "tourDoneButton"
                    kind: ActionButton.Primary
                    large: true
                    glyph: Icons.check
                    text: qsTr("Mulai")
                    onClicked: App.finishTour()
                }
                BodyText {
                    Layout.fillWidth: true
                    text: qsTr("F1 membuka bantuan di setiap halaman. Ingin mencoba tanpa akibat? Kunci layar, lalu pilih berlatih.")
                    muted: true
                }
            }
        }
    }
}
