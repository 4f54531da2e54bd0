import QtQuick
import QtQuick.Templates as T
import Teken.Theme

T.ScrollBar {
    id: bar

    implicitWidth: Theme.space12
    padding: Theme.space4 / 2
    minimumSize: 0.1
    policy: T.ScrollBar.AsNeeded
    visible: size < 1
    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: Theme.space8
        radius: width / 2
        color: bar.pressed ? Theme.palette.ink : Theme.palette.muted
        opacity: bar.pressed || bar.hovered ? 1 : 0.6
    }
}
