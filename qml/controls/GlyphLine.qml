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

    // Of one line, whatever the width is now: a layout asks what would be best.
    implicitWidth: letters.implicitWidth + (glyph === "" ? 0 : Theme.icon + (text === "" ? 0 : row.spacing))
    implicitHeight: row.implicitHeight

    /// Words of a narrow button take a second line instead of being cut.
    readonly property real lettersRoom: width - (glyph !== "" ? Theme.icon + row.spacing : 0)

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
            id: letters

            visible: line.text !== ""
            anchors.verticalCenter: parent.verticalCenter
            width: line.width > 0 && implicitWidth > line.lettersRoom ? line.lettersRoom : implicitWidth
            wrapMode: Text.WordWrap
            horizontalAlignment: implicitWidth > width && line.centered ? Text.AlignHCenter : Text.AlignLeft
            text: line.text
            textFormat: Text.PlainText
            font: line.font
            color: line.color
            Accessible.ignored: true
        }
    }
}
