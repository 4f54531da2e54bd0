// What can be done with ink that is there: begin anew, take the last stroke back, bring back what was taken.
import QtQuick
import QtQuick.Layouts
import Teken.Controls
import Teken.Theme

GridLayout {
    id: tools

    required property int strokes
    required property bool redoable
    property bool ready: true
    property bool large: Theme.textScale <= 1.25

    signal clearWanted
    signal undoWanted
    signal redoWanted

    columns: 3
    columnSpacing: Theme.space12
    rowSpacing: Theme.space4

    // Large letters take a second line before anything leaves the window.
    component Tool: ActionButton {
        Layout.fillWidth: true
        Layout.minimumWidth: Math.min(Math.ceil(implicitWidth), Theme.sideColumn * (Theme.textScale > 1.25 ? 0.6 : 0.7))
        Layout.maximumWidth: Math.ceil(implicitWidth)
        kind: ActionButton.Quiet
    }

    Tool {
        objectName: "clearButton"
        large: tools.large
        kind: ActionButton.Secondary
        glyph: Icons.startAnew
        text: qsTr("Ulangi")
        hint: qsTr("Menghapus semua goresan. Masih dapat dikembalikan.")
        enabled: tools.ready && tools.strokes > 0
        onClicked: tools.clearWanted()
    }
    Tool {
        objectName: "undoButton"
        large: tools.large
        glyph: Icons.undo
        text: qsTr("Batalkan goresan")
        keys: "Ctrl+Z"
        enabled: tools.ready && tools.strokes > 0
        onClicked: tools.undoWanted()
    }
    Tool {
        objectName: "redoButton"
        large: tools.large
        glyph: Icons.redo
        text: qsTr("Kembalikan goresan")
        keys: "Ctrl+Y, Ctrl+Shift+Z"
        enabled: tools.ready && tools.redoable
        onClicked: tools.redoWanted()
    }
}
