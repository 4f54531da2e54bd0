// A frame around the window of practice and its word across every page. Nothing in it can be pressed.
pragma ComponentBehavior: Bound

import QtQuick
import Teken.Theme

Item {
    id: frame

    readonly property int border: 6 // leaves the buttons of the strip alone

    Accessible.ignored: true

    // At the top stands the banner.
    Rectangle {
        width: frame.border
        height: parent.height
        color: Theme.palette.practice
    }
    Rectangle {
        anchors.right: parent.right
        width: frame.border
        height: parent.height
        color: Theme.palette.practice
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: frame.border
        color: Theme.palette.practice
    }
    Item {
        anchors.fill: parent
        clip: true

        Repeater {
            model: 6

            Text {
                required property int index
                /// Not to be read: pages are checked without it.
                readonly property bool decoration: true

                x: (index % 3) * frame.width / 3 + Theme.space24
                y: Math.floor(index / 3) * frame.height / 2 + frame.height / 5
                rotation: -24
                opacity: 0.07
                text: "LATIHAN"
                textFormat: Text.PlainText
                color: Theme.palette.ink
                font.family: Theme.family
                font.pixelSize: 92
                font.weight: Font.Bold
                Accessible.ignored: true
            }
        }
    }
}
