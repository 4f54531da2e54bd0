// One figure of the status strip: icon, count and word; a door to the queue.
import QtQuick
import QtQuick.Templates as T
import Teken.Controls
import Teken.Theme

T.Button {
    id: figure

    property string glyph
    property color tint: Theme.palette.ink

    implicitHeight: Math.max(Theme.target, implicitContentHeight + Theme.space4)
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    leftPadding: Theme.space8
    rightPadding: Theme.space8
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    font.family: Theme.family
    font.pixelSize: Theme.fontStrip
    Accessible.name: text
    Accessible.role: Accessible.Button
    Keys.onReturnPressed: figure.clicked()
    Keys.onEnterPressed: figure.clicked()

    contentItem: GlyphLine {
        centered: false
        glyph: figure.glyph
        glyphColor: figure.tint
        text: figure.text
        color: Theme.palette.ink
        font: figure.font
    }
    background: Rectangle {
        radius: Theme.radius
        color: figure.enabled && (figure.hovered || figure.down) ? Theme.palette.neutralSoft : "transparent"

        FocusFrame {
            shown: figure.visualFocus
        }
    }
}
