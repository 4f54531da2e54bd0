// Simpan laporan: where the report goes, and what was written. Beside the evidence, on a stick, or in any other folder.
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
    /// Chosen among the places; empty: none, or another folder is looked for.
    property string place
    property bool elsewhere: false
    readonly property string folder: elsewhere ? controller.folders.folder : place
    readonly property bool closedFolder: elsewhere && folder !== "" && !controller.folders.writable
    readonly property bool done: controller.written.length > 0

    name: "exportDialog"
    title: ofSample ? (done ? qsTr("Daftar tersimpan") : qsTr("Simpan daftar")) : done ? qsTr("Laporan tersimpan") : qsTr("Simpan laporan")
    explanation: {
        if (done)
            return ofSample ? qsTr("Memuat data pribadi: simpan dan musnahkan sesuai aturan.") : qsTr("PDF untuk dicetak, HTML untuk dibaca dengan peramban apa pun, JSON untuk program.");
        return ofSample ? qsTr("Daftar periksa dengan goresan, sebagai PDF dan HTML. Memuat data pribadi.") : qsTr("Laporan ditulis sebagai PDF, HTML dan JSON. Laporan yang sudah ada tidak ditimpa.");
    }
    acceptText: done ? "" : busy ? qsTr("Menulis…") : qsTr("Simpan")
    acceptGlyph: Icons.file
    acceptEnabled: folder !== "" && !closedFolder
    busy: controller.busy
    onAboutToShow: {
        controller.forgetWritten();
        controller.refresh();
        place = "";
        elsewhere = false;
        group.checkedButton = null;
    }
    onClosed: controller.forgetWritten()
    onAccepted: ofSample ? controller.exportSample(folder) : controller.exportReport(folder)

    T.ButtonGroup {
        id: group
    }
    Connections {
        target: dialog.controller
        // A stick that was pulled is no place any more.
        function onPlacesChanged(): void {
            if (dialog.place !== "" && dialog.place !== dialog.controller.ownFolder && !dialog.controller.hasPlace(dialog.place))
                dialog.place = "";
        }
    }
    ErrorNotice {
        objectName: "exportFailure"
        width: parent?.width ?? 0
        notice: dialog.controller.failure
        onDismissed: dialog.controller.dismissFailure()
    }
    Column {
        visible: !dialog.done
        width: parent?.width ?? 0
        spacing: Theme.space4

        RadioRow {
            objectName: "exportBeside"
            width: parent?.width ?? 0
            enabled: dialog.controller.ownFolderWritable
            text: enabled ? qsTr("Di samping buktinya: %1").arg(dialog.controller.ownFolder) : qsTr("Di samping buktinya: %1 · tidak bisa ditulisi").arg(dialog.controller.ownFolder)
            checked: !dialog.elsewhere && dialog.place !== "" && dialog.place === dialog.controller.ownFolder
            T.ButtonGroup.group: group
            onClicked: {
                dialog.elsewhere = false;
                dialog.place = dialog.controller.ownFolder;
            }
        }
        Repeater {
            model: dialog.controller.places

            RadioRow {
                id: row

                required property int index
                required property string title
                required property string folder
                required property double freeBytes
                required property bool writable

                objectName: "exportPlace" + index
                width: parent?.width ?? 0
                enabled: writable
                text: writable ? qsTr("%1 · %2 kosong").arg(title).arg(Format.bytes(freeBytes)) : qsTr("%1 · tidak bisa ditulisi").arg(title)
                checked: !dialog.elsewhere && dialog.place === folder
                T.ButtonGroup.group: group
                onClicked: {
                    dialog.elsewhere = false;
                    dialog.place = row.folder;
                }
            }
        }
        RadioRow {
            objectName: "exportElsewhere"
            width: parent?.width ?? 0
            text: qsTr("Folder lain…")
            checked: dialog.elsewhere
            T.ButtonGroup.group: group
            onClicked: {
                if (!dialog.elsewhere)
                    dialog.controller.folders.begin(dialog.place !== "" ? dialog.place : dialog.controller.ownFolder, []);
                dialog.elsewhere = true;
            }
        }
    }
    FolderBrowser {
        objectName: "exportBrowser"
        visible: dialog.elsewhere && !dialog.done
        width: parent?.width ?? 0
        controller: dialog.controller.folders
        places: dialog.controller.places as RowModel
    }
    BodyText {
        objectName: "exportTarget"
        width: parent?.width ?? 0
        visible: dialog.elsewhere && !dialog.done && dialog.folder !== ""
        text: dialog.closedFolder ? qsTr("Folder ini tidak bisa ditulisi: %1. Pilih yang lain.").arg(dialog.folder) : qsTr("Ditulis ke %1 · %2 kosong").arg(dialog.folder).arg(Format.bytes(dialog.controller.folders.freeBytes))
        wrapMode: Text.WrapAnywhere
        color: dialog.closedFolder ? Theme.palette.stop : Theme.palette.ink
        small: true
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
