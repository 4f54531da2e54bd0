// A line of the closing checklist: done, to be looked at, or in the way.
import QtQuick
import QtQuick.Layouts
import Teken.Controls
import Teken.Theme

RowLayout {
    id: row

    enum State {
        Done,
        Note,
        Blocked
    }

    required property int outcome
    required property string title
    property string detail
    property string actionText

    signal actionWanted

    readonly property color tint: outcome === CheckRow.Done ? Theme.palette.good : outcome === CheckRow.Note ? Theme.palette.wait : Theme.palette.stop

    spacing: Theme.space12
    Accessible.role: Accessible.ListItem
    Accessible.name: title + ". " + detail

    Icon {
        // Beside one line its middle, beside more the first.
        Layout.alignment: row.detail === "" ? Qt.AlignVCenter : Qt.AlignTop
        text: row.outcome === CheckRow.Done ? Icons.checked : row.outcome === CheckRow.Note ? Icons.info : Icons.failure
        color: row.tint
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        BodyText {
            Layout.fillWidth: true
            text: row.title
            strong: true
            Accessible.ignored: true
        }
        BodyText {
            Layout.fillWidth: true
            visible: text !== ""
            text: row.detail
            small: true
            muted: true
            Accessible.ignored: true
        }
    }
    ActionButton {
        visible: row.actionText !== ""
        objectName: row.objectName + "Action"
        kind: ActionButton.Quiet
        text: row.actionText
        onClicked: row.actionWanted()
    }
}
