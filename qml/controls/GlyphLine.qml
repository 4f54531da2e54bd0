// A glyph and a word, centred together: what buttons carry.
import QtQuick
import Teken.Theme

Item {
    id: line

    property string glyph
    property string text
    property bool glyphAfter: false
    property bool centered: true
    property color glyphColor: color
    property color color: Theme.palette.ink
    property font font

    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight

    Row {
        id: row

        x: line.centered ? Math.round((line.width - width) / 2) : 0
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space8
        layoutDirection: line.glyphAfter ? Qt.RightToLeft : Qt.LeftToRight

        Icon {
            visible: line.glyph !== ""
            anchors.verticalCenter: parent.verticalCenter
            text: line.glyph
            color: line.glyphColor
        }
        Text {
            visible: line.text !== ""
            anchors.verticalCenter: parent.verticalCenter
            text: line.text
            textFormat: Text.PlainText
            font: line.font
            color: line.color
            Accessible.ignored: true
        }
    }
}
