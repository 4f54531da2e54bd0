// Nothing here, said in words, with the one thing that would change it.
import QtQuick
import QtQuick.Layouts
import Teken.Controls
import Teken.Theme

ColumnLayout {
    id: notice

    property string glyph: Icons.empty
    property string title
    property color tint: Theme.palette.muted
    property string explanation
    property string actionText
    property string actionGlyph

    signal actionWanted

    spacing: Theme.space8

    Icon {
        Layout.alignment: Qt.AlignHCenter
        size: Theme.iconLarge
        text: notice.glyph
        color: notice.tint
    }
    TitleText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: notice.title
    }
    BodyText {
        Layout.fillWidth: true
        visible: text !== ""
        horizontalAlignment: Text.AlignHCenter
        text: notice.explanation
        muted: true
    }
    ActionButton {
        objectName: "emptyActionButton"
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.space8
        visible: text !== ""
        glyph: notice.actionGlyph
        text: notice.actionText
        onClicked: notice.actionWanted()
    }
}
