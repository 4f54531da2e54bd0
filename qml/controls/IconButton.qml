// A button that has room only for a glyph; its word is its accessible name and its tip.
import QtQuick
import QtQuick.Templates as T
import Teken.Theme

T.Button {
    id: button

    required property string glyph

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.name: text
    Accessible.role: Accessible.Button
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            text: button.glyph
            color: button.enabled ? Theme.palette.ink : Theme.palette.muted
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.hovered || button.down ? Theme.palette.neutralSoft : "transparent"

        FocusFrame {
            shown: button.visualFocus
        }
    }

    Rectangle {
        visible: button.hovered && button.text !== ""
        z: 10
        y: button.height + Theme.space4
        x: Math.min(0, button.width - width)
        width: tip.implicitWidth + 2 * Theme.space8
        height: tip.implicitHeight + 2 * Theme.space4
        radius: Theme.radius
        color: Theme.palette.ink

        Text {
            id: tip

            anchors.centerIn: parent
            text: button.text
            textFormat: Text.PlainText
            color: Theme.palette.raised
            font.family: Theme.family
            font.pixelSize: Theme.fontSmall
            Accessible.ignored: true
        }
    }
}
