// One glyph in a square. Never alone where it carries meaning: a word stands beside it.
import QtQuick
import Teken.Theme

Item {
    id: icon

    property int size: Theme.icon
    property string text
    property color color: Theme.palette.ink

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Text {
        anchors.centerIn: parent
        text: icon.text
        textFormat: Text.PlainText
        color: icon.color
        font.family: Theme.iconFamily
        font.pixelSize: icon.size
        Accessible.ignored: true
    }
}
