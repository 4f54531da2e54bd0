// A session that waits: one sentence and one way to go on.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Teken.Controls
import Teken.Theme

Surface {
    id: card

    required property string sentence
    required property string actionText
    property bool ready: true

    signal resumeWanted

    implicitHeight: column.implicitHeight + 2 * Theme.space16
    color: Theme.palette.attentionSoft
    border.color: Theme.palette.attention

    ColumnLayout {
        id: column

        x: Theme.space16
        y: Theme.space16
        width: parent.width - 2 * x
        spacing: Theme.space12

        BodyText {
            Layout.fillWidth: true
            text: card.sentence
            strong: true
        }
        ActionButton {
            objectName: "resumeButton"
            Layout.fillWidth: true
            kind: ActionButton.Primary
            large: true
            enabled: card.ready
            glyph: Icons.resume
            text: card.actionText
            onClicked: card.resumeWanted()
        }
    }
}
