// Work is under way: a turning glyph and a word. Without motion the word says it alone.
import QtQuick
import Teken.Theme

Row {
    id: mark

    property string text
    property bool running: true

    spacing: Theme.space8
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        text: Icons.sending
        color: Theme.palette.accent

        RotationAnimation on rotation {
            running: mark.running && mark.visible && Theme.animated
            loops: Animation.Infinite
            from: 0
            to: -360
            duration: 1200
        }
    }
    BodyText {
        anchors.verticalCenter: parent.verticalCenter
        text: mark.text
        muted: true
        Accessible.ignored: true
    }
}
