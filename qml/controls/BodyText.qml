// Text of the screens. Wraps by itself; tabular figures, so that counters do not dance.
import QtQuick
import Teken.Theme

Text {
    property bool muted: false
    property bool small: false
    property bool strong: false

    color: muted ? Theme.palette.muted : Theme.palette.ink
    font.family: Theme.family
    font.pixelSize: small ? Theme.fontSmall : Theme.fontBody
    font.weight: strong ? Font.DemiBold : Font.Normal
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
    lineHeight: wrapMode === Text.NoWrap ? 1 : 1.15
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
