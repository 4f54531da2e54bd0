// Title of a page, the way back, and room for its own buttons.
import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Theme

Rectangle {
    id: header

    property string title
    property string subtitle
    /// False where the slot brings a button of its own.
    property bool helpOffered: true
    property string backText
    default property alias actions: slot.data

    signal back

    /// Large letters: the page's own buttons go below the title instead of squeezing it.
    readonly property bool stacked: slot.implicitWidth > 0 && words.x + slot.implicitWidth + Theme.sideColumn + Theme.target > width
    readonly property real edge: width - Theme.space16 - (helpButton.visible ? helpButton.width + Theme.space8 : 0)
    readonly property real firstRow: Math.max(backButton.visible ? backButton.height : 0, words.height, stacked ? 0 : slot.implicitHeight)

    // Places are bound, not laid out: a title that wraps makes the header taller, and nothing has to settle twice.
    implicitHeight: Math.max(Theme.header, firstRow + (stacked ? slot.implicitHeight : 0) + Theme.space8)
    color: Theme.palette.raised

    function middle(item: Item): real {
        return Math.round(((stacked ? height - slot.implicitHeight : height) - item.height) / 2);
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.palette.frame
        color: Theme.palette.line
    }
    ActionButton {
        id: backButton

        objectName: "backButton"
        x: Theme.space12
        y: header.middle(backButton)
        visible: header.backText !== ""
        kind: ActionButton.Quiet
        glyph: Icons.back
        text: header.backText
        onClicked: header.back()
    }
    Item {
        id: words

        x: backButton.visible ? backButton.x + backButton.width + Theme.space16 : Theme.space24
        y: header.middle(words)
        width: header.edge - x - (header.stacked || slot.implicitWidth === 0 ? 0 : slot.implicitWidth + Theme.space16)
        height: title.height + (subtitle.visible ? subtitle.height : 0)

        TitleText {
            id: title

            width: parent.width
            text: header.title
        }
        BodyText {
            id: subtitle

            y: title.height
            width: parent.width
            visible: text !== ""
            text: header.subtitle
            muted: true
            small: true
            lineHeight: 1
        }
    }
    RowLayout {
        id: slot

        x: header.edge - width
        y: header.stacked ? header.height - height - Theme.space4 : Math.round((header.height - height) / 2)
        width: Math.min(implicitWidth, header.edge - Theme.space12)
        spacing: Theme.space8
    }
    IconButton {
        id: helpButton

        objectName: "helpButton"
        x: header.width - width - Theme.space16
        y: header.middle(helpButton)
        visible: header.backText !== "" && header.helpOffered
        glyph: Icons.help
        text: qsTr("Bantuan (F1)")
        onClicked: App.askForHelp()
    }
}
