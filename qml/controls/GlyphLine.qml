// A glyph and a word, centred together: what buttons carry.
import QtQuick
import Teken.Theme

Item {
    id: line

    property string glyph
    property string text
    /// Smaller, below the word: what a keyboard does the same with. Large letters leave it to the help.
    property string keys
    property bool glyphAfter: false
    property bool centered: true
    property color glyphColor: color
    property color color: Theme.palette.ink
    property font font

    // Of one line, whatever the width is now: a layout asks what would be best. Places are bound, not laid out: a
    // layout around it then settles at once.
    implicitWidth: Math.max(naturalWidth, below.visible ? below.implicitWidth : 0) + besideWidth
    implicitHeight: Math.max(icon.visible ? icon.height : 0, wordsHeight)

    // Asked of the font: a Text's own answer changes with its width, and that with the answer.
    readonly property real naturalWidth: text === "" ? 0 : Math.ceil(natural.advanceWidth) + 2
    readonly property real besideWidth: glyph === "" ? 0 : Theme.icon + (text === "" ? 0 : Theme.space8)
    /// Words of a narrow button take a second line instead of being cut.
    readonly property real lettersRoom: width - besideWidth
    readonly property real wordsWidth: Math.max(letters.width, below.visible ? below.width : 0)
    readonly property real wordsHeight: text === "" ? 0 : letters.height + (below.visible ? below.height : 0)
    readonly property real begin: centered ? Math.round((width - besideWidth - (text === "" ? 0 : wordsWidth)) / 2) : 0

    TextMetrics {
        id: natural

        font: line.font
        text: line.text
    }
    Icon {
        id: icon

        visible: line.glyph !== ""
        x: line.glyphAfter ? line.begin + line.wordsWidth + Theme.space8 : line.begin
        y: Math.round((line.height - height) / 2)
        text: line.glyph
        color: line.glyphColor
    }
    Text {
        id: letters

        visible: line.text !== ""
        x: line.begin + (line.glyphAfter ? 0 : line.besideWidth)
        y: Math.round((line.height - line.wordsHeight) / 2)
        width: line.width > 0 && line.naturalWidth > line.lettersRoom ? line.lettersRoom : line.naturalWidth
        wrapMode: Text.WordWrap
        horizontalAlignment: line.naturalWidth > width && line.centered ? Text.AlignHCenter : Text.AlignLeft
        text: line.text
        textFormat: Text.PlainText
        font: line.font
        color: line.color
        Accessible.ignored: true
    }
    Text {
        id: below

        visible: line.keys !== "" && Theme.textScale <= 1.25
        x: letters.x
        y: letters.y + letters.height
        text: line.keys
        textFormat: Text.PlainText
        font.family: line.font.family
        font.pixelSize: Theme.fontSmall
        color: line.color
        Accessible.ignored: true
    }
}
