// Kembali was pressed while there is ink: asked in place, never in a box over the pad.
import QtQuick
import QtQuick.Layouts
import Teken.Controls
import Teken.Theme

RowLayout {
    id: question

    signal stayWanted
    signal leaveWanted

    spacing: Theme.space8

    BodyText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignRight
        text: qsTr("Goresan akan dihapus.")
        strong: true
    }
    ActionButton {
        objectName: "keepSigningButton"
        text: qsTr("Tetap di sini")
        onClicked: question.stayWanted()
    }
    ActionButton {
        objectName: "leaveButton"
        kind: ActionButton.Danger
        text: qsTr("Tinggalkan")
        onClicked: question.leaveWanted()
    }
}
