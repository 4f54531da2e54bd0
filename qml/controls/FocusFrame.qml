// Shows where the keyboard is, around the control it is put into.
import QtQuick
import Teken.Theme

Rectangle {
    property bool shown: false

    anchors.fill: parent
    anchors.margins: -Theme.focusFrame
    visible: shown
    color: "transparent"
    radius: Theme.radius + Theme.focusFrame
    border.width: Theme.focusFrame
    border.color: Theme.palette.focus
}
