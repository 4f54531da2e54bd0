// Title of a page, the way back, and room for its own buttons.
import QtQuick
import QtQuick.Layouts
import Teken.Controls
import Teken.Theme

Rectangle {
    id: header

    property string title
    property string subtitle
    property string backText
    default property alias actions: slot.data

    signal back

    implicitHeight: Theme.header
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
            Layout.fillWidth: true
            spacing: 0

            TitleText {
                Layout.fillWidth: true
                text: header.title
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
            BodyText {
                Layout.fillWidth: true
                visible: text !== ""
                text: header.subtitle
                muted: true
                small: true
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
        }
        RowLayout {
            id: slot

            spacing: Theme.space8
        }
    }
}
