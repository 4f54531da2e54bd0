// A file under way to or from a stick: how far, and a way to stop it. What is on the laptop stays safe.
import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

Column {
    id: line

    required property SendController controller
    property string doing

    visible: controller.busy
    spacing: Theme.space12

    BodyText {
        width: parent.width
        text: line.controller.carried < 0 ? line.doing : line.doing + " " + Math.round(100 * line.controller.carried) + " %"
    }
    ProgressLine {
        width: parent.width
        name: line.doing
        value: Math.max(0, line.controller.carried)
    }
    ActionButton {
        objectName: "stopCarryingButton"
        text: qsTr("Hentikan")
        onClicked: line.controller.cancelCarrying()
    }
}
