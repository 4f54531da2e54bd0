// One finding: how grave, in a sentence, and where. Opens its entry, if it is about one.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Teken.Controls
import Teken.Theme

T.ItemDelegate {
    id: row

    required property int index
    required property int tone
    required property string severity
    required property string sentence
    required property string place
    required property bool hasEntry
    property color tint: Theme.palette.stop

    implicitHeight: implicitContentHeight + 2 * Theme.space8
    enabled: hasEntry
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: severity + ": " + sentence + " " + place
    Keys.onReturnPressed: row.clicked()

    contentItem: RowLayout {
        spacing: Theme.space12

        Rectangle {
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.space4
            radius: width / 2
            color: row.tint
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            BodyText {
                Layout.fillWidth: true
                text: row.severity
                small: true
                strong: true
                color: row.tint
                Accessible.ignored: true
            }
            BodyText {
                Layout.fillWidth: true
                text: row.sentence
                Accessible.ignored: true
            }
            BodyText {
                Layout.fillWidth: true
                visible: text !== ""
                text: row.place
                small: true
                muted: true
                Accessible.ignored: true
            }
        }
        Icon {
            visible: row.hasEntry
            text: Icons.forward
            color: Theme.palette.muted
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.hovered && row.hasEntry ? Theme.palette.neutralSoft : "transparent"

        FocusFrame {
            shown: row.visualFocus
        }
    }
}
