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

    implicitHeight: Math.max(Theme.header, words.implicitHeight + Theme.space8)
    color: Theme.palette.raised

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.palette.frame
        color: Theme.palette.line
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: header.backText !== "" ? Theme.space12 : Theme.space24
        anchors.rightMargin: Theme.space16
        spacing: Theme.space16

        ActionButton {
            objectName: "backButton"
            visible: header.backText !== ""
            kind: ActionButton.Quiet
            glyph: Icons.back
            text: header.backText
            onClicked: header.back()
        }
        ColumnLayout {
            id: words

            Layout.fillWidth: true
            spacing: 0

            TitleText {
                Layout.fillWidth: true
                text: header.title
            }
            BodyText {
                Layout.fillWidth: true
                visible: text !== ""
                text: header.subtitle
                muted: true
                small: true
                lineHeight: 1
            }
        }
        RowLayout {
            id: slot

            spacing: Theme.space8
        }
        IconButton {
            objectName: "helpButton"
            visible: header.backText !== "" && header.helpOffered
            glyph: Icons.help
            text: qsTr("Bantuan (F1)")
            onClicked: App.askForHelp()
        }
    }
}
