// Something did not work: what is safe, why, what to do next. Details stay folded, and can be copied for whoever
// helps.
import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Theme

Rectangle {
    id: box

    required property notice notice
    property bool showSafe: true
    property bool unfolded: false
    property bool dismissible: true
    property string actionText

    signal dismissed
    signal actionWanted

    visible: notice.present
    implicitHeight: visible ? column.implicitHeight + 2 * Theme.space12 : 0
    radius: Theme.radius
    color: Theme.palette.stopSoft
    border.width: Theme.palette.frame
    border.color: Theme.palette.stop
    Accessible.role: Accessible.AlertMessage
    Accessible.name: notice.why + " " + notice.next + " " + notice.safe
    onNoticeChanged: unfolded = false

    Icon {
        x: Theme.space12
        y: Theme.space12
        text: Icons.failure
        color: Theme.palette.stop
    }
    ColumnLayout {
        id: column

        x: Theme.space48
        y: Theme.space12
        width: parent.width - x - Theme.space12
        spacing: Theme.space4

        BodyText {
            Layout.fillWidth: true
            text: box.notice.why
            strong: true
        }
        BodyText {
            Layout.fillWidth: true
            text: box.notice.next
        }
        BodyText {
            Layout.fillWidth: true
            visible: box.showSafe
            text: box.notice.safe
            small: true
        }
        BodyText {
            Layout.fillWidth: true
            visible: box.unfolded
            text: box.notice.details
            small: true
            muted: true
            wrapMode: Text.WrapAnywhere
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: -Theme.space12
            spacing: Theme.space4

            ActionButton {
                objectName: "failureActionButton"
                visible: box.actionText !== ""
                kind: ActionButton.Quiet
                text: box.actionText
                onClicked: box.actionWanted()
            }
            ActionButton {
                objectName: "failureDetailsButton"
                kind: ActionButton.Quiet
                text: box.unfolded ? qsTr("Tutup rincian") : qsTr("Rincian")
                onClicked: box.unfolded = !box.unfolded
            }
            ActionButton {
                objectName: "failureCopyButton"
                visible: box.unfolded
                kind: ActionButton.Quiet
                glyph: Icons.copy
                text: qsTr("Salin")
                onClicked: App.copyText(box.notice.details)
            }
            Item {
                Layout.fillWidth: true
            }
            ActionButton {
                objectName: "failureDismissButton"
                visible: box.dismissible
                kind: ActionButton.Quiet
                text: qsTr("Mengerti")
                onClicked: box.dismissed()
            }
        }
    }
}
