// The pages of a paper, small, one beside the other.
pragma ComponentBehavior: Bound

import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

Surface {
    id: sheet

    required property PapersController controller
    property string title

    ScrollArea {
        id: area

        anchors.fill: parent
        anchors.margins: Theme.space16
        contentHeight: flow.implicitHeight
        visible: sheet.controller.pictures.length > 0
        activeFocusOnTab: interactive
        Accessible.role: Accessible.Pane
        Accessible.name: sheet.title
        Keys.onDownPressed: area.contentY = Math.min(area.contentHeight - area.height, area.contentY + Theme.space48)
        Keys.onUpPressed: area.contentY = Math.max(0, area.contentY - Theme.space48)

        FocusFrame {
            parent: sheet
            shown: area.activeFocus
        }
        Flow {
            id: flow

            width: area.contentSpace
            spacing: Theme.space16

            Repeater {
                model: sheet.controller.pictures

                Column {
                    id: cell

                    required property int index
                    required property var modelData

                    objectName: "paperPage" + index
                    spacing: Theme.space4

                    Rectangle {
                        width: Theme.paperWidth + 2
                        height: Theme.paperWidth * (sheet.controller.size === "F4" ? 330 / 215 : 297 / 210) + 2
                        color: "white"
                        border.color: Theme.palette.line
                        border.width: 1

                        PaperView {
                            anchors.fill: parent
                            anchors.margins: 1
                            picture: cell.modelData
                            Accessible.role: Accessible.Graphic
                            Accessible.name: qsTr("%1, halaman %2 dari %3").arg(sheet.title).arg(cell.index + 1).arg(sheet.controller.pages)
                        }
                    }
                    BodyText {
                        anchors.horizontalCenter: parent.horizontalCenter
                        text: qsTr("%1 dari %2").arg(cell.index + 1).arg(sheet.controller.pages)
                        small: true
                        muted: true
                    }
                }
            }
        }
    }
    ScrollArea {
        id: said

        // Large letters need more room than a paper's place has.
        anchors.fill: parent
        anchors.margins: Theme.space16
        visible: sheet.controller.pictures.length === 0 && (sheet.controller.loaded || !sheet.controller.busy)
        activeFocusOnTab: interactive
        contentHeight: Math.max(height, notice.implicitHeight)
        Accessible.role: Accessible.Pane
        Accessible.name: notice.title

        EmptyNotice {
            id: notice

            readonly property bool secret: sheet.controller.loaded && sheet.controller.secret

            objectName: sheet.controller.loaded ? "paperNotShown" : "paperFailed"
            y: Math.round((said.contentHeight - implicitHeight) / 2)
            width: said.contentSpace
            glyph: secret ? Icons.hide : Icons.empty
            title: !sheet.controller.loaded ? qsTr("Halamannya belum dapat disiapkan") : secret ? qsTr("Tidak ditampilkan di layar") : qsTr("Tidak ada halaman")
            explanation: !sheet.controller.loaded ? qsTr("Tanda tangan tetap aman tersimpan; hanya kertasnya yang belum ada.") : secret ? qsTr("Simpan atau cetak, lalu serahkan langsung kepada pimpinan sesi.") : ""
        }
    }
    BusyMark {
        anchors.centerIn: parent
        visible: sheet.controller.busy && !sheet.controller.loaded
        running: visible
        text: qsTr("Menyiapkan halaman…")
    }
}
