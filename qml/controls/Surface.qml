// A sheet of paper on the desk: raised colour, a line around it, one shadow.
import QtQuick
import Teken.Theme

Rectangle {
    property bool lifted: false

    color: Theme.palette.raised
    radius: Theme.radius
    border.width: Theme.palette.frame
    border.color: Theme.palette.line

    Rectangle {
        z: -1
        visible: parent.lifted
        anchors.fill: parent
        anchors.topMargin: Theme.space4
        anchors.bottomMargin: -Theme.space4
        radius: Theme.radius
        color: Theme.palette.shadow
    }
}
