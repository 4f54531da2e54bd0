// Sticks and folders as rows to choose from. A stick that is plugged in appears by itself.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Teken.App
import Teken.Controls
import Teken.Theme

Column {
    id: choice

    required property SendController controller
    property string folder

    function reset(): void {
        group.checkedButton = null;
        choice.folder = "";
    }

    spacing: Theme.space4

    T.ButtonGroup {
        id: group
    }
    Repeater {
        model: choice.controller.places

        RadioRow {
            id: place

            required property int index
            required property string title
            required property string folder
            required property double freeBytes
            required property bool removable
            required property bool writable

            objectName: "place" + index
            width: choice.width
            enabled: writable
            text: writable ? qsTr("%1 · %2 kosong").arg(title).arg(Format.bytes(freeBytes)) : qsTr("%1 · tidak bisa ditulisi").arg(title)
            T.ButtonGroup.group: group
            onClicked: choice.folder = place.folder
        }
    }
    BodyText {
        visible: choice.controller.placesLoaded && choice.controller.places.count === 0
        width: parent.width
        text: qsTr("Belum ada flashdisk. Pasang satu; namanya muncul di sini sendiri.")
        muted: true
    }
}
