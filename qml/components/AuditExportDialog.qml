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
    /// The sample's checklist instead of the report.
    property bool ofSample: false
    property string folder
    readonly property bool done: controller.written.length > 0

    name: "exportDialog"
    title: ofSample ? (done ? qsTr("Daftar tersimpan") : qsTr("Simpan daftar")) : done ? qsTr("Laporan tersimpan") : qsTr("Simpan laporan")
    explanation: {
        if (done)
            return ofSample ? qsTr("Memuat data pribadi: simpan dan musnahkan sesuai aturan.") : qsTr("PDF untuk dicetak, HTML untuk dibaca dengan peramban apa pun, JSON untuk program.");
        return ofSample ? qsTr("Daftar periksa dengan goresan, sebagai PDF dan HTML.") : qsTr("Laporan ditulis sebagai PDF, HTML dan JSON. Laporan yang sudah ada tidak ditimpa.");
    }
    acceptText: done ? "" : busy ? qsTr("Menulis…") : qsTr("Simpan")
    acceptGlyph: Icons.file
    acceptEnabled: folder !== ""
    busy: controller.busy
    onAboutToShow: {
        controller.forgetWritten();
        controller.refresh();
        folder = "";
        group.checkedButton = null;
    }
    onClosed: controller.forgetWritten()
    onAccepted: ofSample ? controller.exportSample(folder) : controller.exportReport(folder)

    T.ButtonGroup {
        id: group
    }
    Column {
        visible: !dialog.done
        width: parent?.width ?? 0
        spacing: Theme.space4

        RadioRow {
            objectName: "exportBeside"
            width: parent?.width ?? 0
            text: qsTr("Di samping buktinya: %1").arg(dialog.controller.ownFolder)
            T.ButtonGroup.group: group
            onClicked: dialog.folder = dialog.controller.ownFolder
        }
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
        objectName: "exportFailure"
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
