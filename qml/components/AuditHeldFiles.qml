// What was kept elsewhere and is compared with the evidence. A positioner: rows may come and go while the page is
// hidden, and a layout would keep those that are gone.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Theme

Column {
    id: list

    required property AuditController controller

    visible: list.controller.held.length > 0
    spacing: Theme.space4

    Repeater {
        model: list.controller.held

        RowLayout {
            id: held

            required property int index
            required property string modelData

            width: parent?.width ?? 0
            spacing: Theme.space8

            Icon {
                size: Theme.iconSmall
                text: Icons.file
                color: Theme.palette.muted
            }
            BodyText {
                Layout.fillWidth: true
                text: held.modelData
                wrapMode: Text.WrapAnywhere
            }
            IconButton {
                objectName: "removeHeld" + held.index
                glyph: Icons.close
                text: qsTr("Jangan pakai berkas ini")
                onClicked: list.controller.removeHeld(held.index)
            }
        }
    }
}
