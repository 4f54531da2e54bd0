// How far something has come. Its meaning stands beside it as numbers.
import QtQuick
import Teken.Theme

Rectangle {
    id: line

    property real value: 0
    property string name
    property color tint: Theme.palette.accent

    implicitHeight: Theme.space8
    radius: height / 2
    color: Theme.palette.neutralSoft
    border.width: Theme.palette.frame - 1
    border.color: Theme.palette.line
    Accessible.role: Accessible.ProgressBar
    Accessible.name: name

    Rectangle {
        height: parent.height
        radius: parent.radius
        width: Math.max(line.value > 0 ? height : 0, parent.width * Math.min(1, line.value))
        color: line.tint
    }
}
