import QtQuick
import Teken.Theme

Text {
    property bool page: false

    color: Theme.palette.ink
    font.family: Theme.family
    font.pixelSize: page ? Theme.fontTitle : Theme.fontHeading
    font.weight: Font.DemiBold
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
