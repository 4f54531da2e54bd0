// One glyph. Never alone where it carries meaning: a word stands beside it.
import QtQuick
import Teken.Theme

Text {
    property int size: Theme.icon

    width: size
    height: size
    color: Theme.palette.ink
    font.family: Theme.iconFamily
    font.pixelSize: size
    lineHeightMode: Text.FixedHeight
    lineHeight: size
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    textFormat: Text.PlainText
    Accessible.ignored: true
}
