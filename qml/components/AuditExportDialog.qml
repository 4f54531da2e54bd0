// Simpan laporan: where the report goes, and what was written.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Teken.App
import Teken.Controls
import Teken.Theme

DialogSheet {
    id: dialog

    required property AuditController controller
    property string folder
    readonly property bool done: controller.written.length > 0

    name: "exportDialog"
    title: done ? qsTr("Laporan tersimpan") : qsTr("Simpan laporan")
    explanation: done ? qsTr("Laporan dapat dibuka dan dicetak dengan peramban apa pun.") : qsTr("Laporan ditulis sebagai HTML untuk dibaca dan dicetak, dan sebagai JSON untuk program.")
    acceptText: done ? "" : qsTr("Simpan")
    acceptGlyph: Icons.file
    acceptEnabled: folder !== ""
    busy: controller.busy
    onAboutToShow: {
        controller.forgetWritten();
        controller.refresh();
        folder = "";
        group.checkedButton = null;
    }
    onAccepted: controller.exportReport(folder)

    T.ButtonGroup {
        id: group
    }
    Column {
        visible: !dialog.done
        width: parent?.width ?? 0
        spacing: Theme.space4

        Repeater {
            model: dialog.controller.places

            RadioRow {
                id: place

                required property int index
                required property string title
                required property string folder
                required property bool writable

                objectName: "exportPlace" + index
                width: parent?.width ?? 0
                enabled: writable
                text: writable ? title : qsTr("%1 · tidak bisa ditulisi").arg(title)
                T.ButtonGroup.group: group
                onClicked: dialog.folder = place.folder
            }
        }
    }
    ErrorNotice {
        width: parent?.width ?? 0
        notice: dialog.controller.failure
        onDismissed: dialog.controller.dismissFailure()
    }
    Column {
        visible: dialog.done
        width: parent?.width ?? 0
        spacing: Theme.space8

        Repeater {
            model: dialog.controller.written

            BodyText {
                required property string modelData

                width: parent?.width ?? 0
                text: modelData
                wrapMode: Text.WrapAnywhere
            }
        }
    }
}
