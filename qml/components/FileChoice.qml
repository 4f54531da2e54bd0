// Files of Teken found on sticks and in the usual folders.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Teken.App
import Teken.Controls
import Teken.Theme

Column {
    id: choice

    required property SendController controller
    property string path

    function reset(): void {
        group.checkedButton = null;
        choice.path = "";
    }

    spacing: Theme.space4

    T.ButtonGroup {
        id: group
    }
    Repeater {
        model: choice.controller.files

        RadioRow {
            id: file

            required property int index
            required property string name
            required property string path
            required property string placeTitle
            required property date changedAt

            objectName: "file" + index
            width: choice.width
            text: qsTr("%1 · %2 · %3").arg(name).arg(placeTitle).arg(Format.dayAndHour(changedAt))
            T.ButtonGroup.group: group
            onClicked: choice.path = file.path
        }
    }
    BodyText {
        visible: choice.controller.placesLoaded && choice.controller.files.count === 0
        width: parent.width
        text: qsTr("Belum ada berkas Teken. Pasang flashdisk dari admin; berkasnya muncul di sini sendiri.")
        muted: true
    }
}
