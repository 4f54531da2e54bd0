// One answer of a few, as a whole row to hit.
import QtQuick
import QtQuick.Templates as T
import Teken.Theme

T.RadioButton {
    id: radio

    implicitHeight: Math.max(Theme.target, implicitContentHeight + Theme.space8)
    implicitWidth: implicitContentWidth + Theme.space12
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.name: text
    Accessible.role: Accessible.RadioButton

    indicator: Icon {
        x: Theme.space12
        anchors.verticalCenter: parent?.verticalCenter
        text: radio.checked ? Icons.chosen : Icons.unchecked
        color: radio.checked ? Theme.palette.accent : Theme.palette.muted
    }
    contentItem: Text {
        leftPadding: Theme.icon + 2 * Theme.space12
        verticalAlignment: Text.AlignVCenter
        text: radio.text
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
        maximumLineCount: Theme.textScale > 1.25 ? 5 : 2
        elide: Text.ElideRight
        color: Theme.palette.ink
        font.family: Theme.family
        font.pixelSize: Theme.fontBody
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: Theme.radius
        color: radio.checked ? Theme.palette.accentSoft : radio.hovered ? Theme.palette.neutralSoft : "transparent"
        border.width: radio.checked ? Theme.palette.frame : 0
        border.color: Theme.palette.accent

        FocusFrame {
            shown: radio.visualFocus
        }
    }
}
