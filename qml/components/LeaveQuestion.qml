// Kembali was pressed while there is ink: asked in place, never in a box over the pad.
import QtQuick
import QtQuick.Layouts
import Teken.Controls
import Teken.Theme

GridLayout {
    id: question

    /// In a narrow place the words go above the buttons.
    property bool stacked: false

    signal stayWanted
    signal leaveWanted

    columns: stacked ? 2 : 3
    columnSpacing: Theme.space8
    rowSpacing: Theme.space4

    BodyText {
        Layout.fillWidth: true
        Layout.columnSpan: question.stacked ? 2 : 1
        horizontalAlignment: Text.AlignRight
        text: qsTr("Goresan akan dihapus.")
        strong: true
    }
    ActionButton {
        objectName: "keepSigningButton"
        Layout.fillWidth: question.stacked
        text: qsTr("Tetap di sini")
        onClicked: question.stayWanted()
    }
    ActionButton {
        objectName: "leaveButton"
        Layout.fillWidth: question.stacked
        kind: ActionButton.Danger
        text: qsTr("Tinggalkan")
        onClicked: question.leaveWanted()
    }
}
