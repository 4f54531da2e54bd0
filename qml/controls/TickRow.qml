// One of several that may all be chosen, as a whole row to hit.
import QtQuick
import QtQuick.Templates as T
import Teken.Theme

T.CheckBox {
    id: tick

    /// Smaller, below the word.
    property string explanation

    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.space16)
    implicitWidth: words.implicitWidth + Theme.icon + 3 * Theme.space12
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.name: text
    Accessible.description: explanation
    Accessible.role: Accessible.CheckBox
    Accessible.checked: checked
    Keys.onReturnPressed: tick.clicked()
    Keys.onEnterPressed: tick.clicked()

    indicator: Icon {
        x: Theme.space12
        anchors.verticalCenter: parent?.verticalCenter
        text: tick.checked ? Icons.checkedBox : Icons.uncheckedBox
        color: tick.checked ? Theme.palette.accent : Theme.palette.muted
    }
    contentItem: Item {}
    background: Rectangle {
        radius: Theme.radius
        color: tick.checked ? Theme.palette.accentSoft : tick.hovered ? Theme.palette.neutralSoft : "transparent"
        border.width: tick.checked ? Theme.palette.frame : 0
        border.color: Theme.palette.accent

        FocusFrame {
            shown: tick.visualFocus
        }
    }

    Column {
        id: words

        x: Theme.icon + 2 * Theme.space12
        width: tick.width - x - Theme.space12
        anchors.verticalCenter: parent.verticalCenter

        Text {
            width: parent.width
            text: tick.text
            textFormat: Text.PlainText
            wrapMode: Text.Wrap
            color: Theme.palette.ink
            font.family: Theme.family
            font.pixelSize: Theme.fontBody
            Accessible.ignored: true
        }
        Text {
            visible: text !== ""
            width: parent.width
            text: tick.explanation
            textFormat: Text.PlainText
            wrapMode: Text.Wrap
            color: Theme.palette.muted
            font.family: Theme.family
            font.pixelSize: Theme.fontSmall
            Accessible.ignored: true
        }
    }
}
