// A glyph and a sentence that may take several lines.
import QtQuick
import Teken.Controls
import Teken.Theme

Row {
    id: note

    property string glyph
    property string text
    property color tint: Theme.palette.muted

    spacing: Theme.space12

    Icon {
        id: mark

        text: note.glyph
        color: note.tint
    }
    BodyText {
        width: note.width - mark.width - note.spacing
        text: note.text
    }
}
