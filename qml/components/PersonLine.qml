// What a row of the search says: name in full (never cut at its tail: many share their first words), number, unit with
// its parent, post; at the right what is already known about the person.
import QtQuick
import Teken.Controls
import Teken.Theme

Item {
    id: line

    property string name
    property string details
    property string note
    property int personState
    property int excuse

    implicitHeight: Math.max(words.implicitHeight, known.implicitHeight)

    Column {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(0, known.x - Theme.space16)
        spacing: 2

        Text {
            width: parent.width
            text: line.name
            textFormat: Text.PlainText
            wrapMode: Text.WordWrap
            color: Theme.palette.ink
            font.family: Theme.family
            font.pixelSize: Theme.fontName
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        BodyText {
            width: parent.width
            text: line.details
            muted: true
            small: true
            lineHeight: 1
            Accessible.ignored: true
        }
    }
    Column {
        id: known

        anchors.verticalCenter: parent.verticalCenter
        x: line.width - width - Theme.icon - Theme.space12
        spacing: 2

        PersonBadge {
            anchors.right: parent.right
            quiet: true
            personState: line.personState
            excuse: line.excuse
        }
        BodyText {
            anchors.right: parent.right
            visible: text !== ""
            text: line.note
            small: true
            muted: true
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
    Icon {
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        text: Icons.forward
        color: Theme.palette.muted
    }
}
