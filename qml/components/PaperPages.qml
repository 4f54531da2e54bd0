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
    EmptyNotice {
        objectName: "paperNotShown"
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.space48
        visible: sheet.controller.loaded && sheet.controller.pictures.length === 0
        glyph: sheet.controller.secret ? Icons.hide : Icons.empty
        title: sheet.controller.secret ? qsTr("Tidak ditampilkan di layar") : qsTr("Tidak ada halaman")
        explanation: sheet.controller.secret ? qsTr("Simpan atau cetak, lalu serahkan langsung kepada pimpinan sesi.") : ""
    }
    EmptyNotice {
        objectName: "paperFailed"
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.space48
        visible: !sheet.controller.loaded && !sheet.controller.busy
        glyph: Icons.empty
        title: qsTr("Halamannya belum dapat disiapkan")
        explanation: qsTr("Tanda tangan tetap aman tersimpan; hanya kertasnya yang belum ada.")
    }
    BusyMark {
        anchors.centerIn: parent
        visible: sheet.controller.busy && !sheet.controller.loaded
        running: visible
        text: qsTr("Menyiapkan halaman…")
    }
}
