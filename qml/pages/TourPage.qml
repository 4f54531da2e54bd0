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
            "text": qsTr("Penanda tangan membaca naskah, menandatangani, lalu menekan Simpan. Slip tetap tampil sampai Enter ditekan.")
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
                    readonly property real textX: Theme.space16 + Theme.iconLarge + Theme.space16

                    // Places are bound, so that lines that wrap settle at once.
                    implicitHeight: Math.max(Theme.iconLarge, title.height + words.height) + 2 * Theme.space12

                    Icon {
                        x: Theme.space16
                        y: Math.round((card.height - height) / 2)
                        size: Theme.iconLarge
                        text: card.modelData.glyph
                        color: Theme.palette.accent
                    }
                    BodyText {
                        id: title

                        x: card.textX
                        y: Math.round((card.height - height - words.height) / 2)
                        width: card.width - x - Theme.space16
                        text: (card.index + 1) + ". " + card.modelData.title
                        strong: true
                    }
                    BodyText {
                        id: words

                        x: card.textX
                        y: title.y + title.height
                        width: title.width
                        text: card.modelData.text
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
