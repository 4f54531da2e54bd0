// Tanda tangan basah: the paper was signed before, its scan is entered now.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Teken.App
import Teken.Controls
import Teken.Theme

DialogSheet {
    id: dialog

    required property NotesController controller
    property string personName
    property string path

    signal confirmed(string path)

    name: "paperDialog"
    title: qsTr("Tanda tangan basah")
    explanation: qsTr("%1 sudah menandatangani di kertas. Pilih pindaian atau foto lembarannya: PDF, JPEG, atau PNG, paling besar 16 MB. Simpan kertas aslinya.").arg(personName)
    acceptText: busy ? qsTr("Menyimpan…") : qsTr("Catat dengan pindaian")
    acceptGlyph: Icons.file
    acceptEnabled: path !== ""
    busy: controller.busy
    onAboutToShow: {
        group.checkedButton = null;
        path = "";
        controller.dismissFailure();
        controller.readScans();
    }
    onAccepted: dialog.confirmed(dialog.path)

    T.ButtonGroup {
        id: group
    }
    ErrorNotice {
        objectName: "paperFailure"
        width: parent?.width ?? 0
        notice: dialog.controller.failure
        actionText: dialog.controller.canRetry ? qsTr("Coba lagi") : ""
        onActionWanted: dialog.controller.retry()
        onDismissed: dialog.controller.dismissFailure()
    }
    Column {
        width: parent?.width ?? 0
        spacing: Theme.space4

        Repeater {
            model: dialog.controller.scans

            RadioRow {
                id: file

                required property int index
                required property string name
                required property string path
                required property string placeTitle
                required property date changedAt
                required property real bytes

                objectName: "scan" + index
                width: parent?.width ?? 0
                text: qsTr("%1 · %2 · %3 · %4").arg(name).arg(placeTitle).arg(Format.dayAndHour(changedAt)).arg(Format.bytes(bytes))
                T.ButtonGroup.group: group
                onClicked: dialog.path = file.path
            }
        }
        BodyText {
            objectName: "noScans"
            visible: dialog.controller.scansLoaded && dialog.controller.scans.count === 0
            width: parent.width
            text: qsTr("Belum ada pindaian. Pasang flashdisk, atau salin foto ke folder Unduhan; berkasnya muncul di sini sendiri.")
            muted: true
        }
    }
}
