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
    /// A circumstance rather than a fault, such as a village without internet: it must not frighten.
    property bool calm: false
    property string glyph: calm ? Icons.offline : Icons.failure
    property string actionText

    signal dismissed
    signal actionWanted

    visible: notice.present
    implicitHeight: visible ? column.implicitHeight + 2 * Theme.space12 : 0
    radius: Theme.radius
    color: calm ? Theme.palette.waitSoft : Theme.palette.stopSoft
    border.width: Theme.palette.frame
    border.color: calm ? Theme.palette.wait : Theme.palette.stop
    Accessible.role: Accessible.AlertMessage
    Accessible.name: notice.why + " " + notice.safe + " " + notice.next
    onNoticeChanged: unfolded = false

    GridLayout {
        id: column

        x: Theme.space12
        y: Theme.space12
        width: parent.width - 2 * x
        // A wide notice keeps its buttons beside the words, so that it takes little from the page below it.
        columns: box.width > Theme.form ? 3 : 2
        columnSpacing: Theme.space12
        rowSpacing: Theme.space4

        Icon {
            Layout.alignment: Qt.AlignTop
            text: box.glyph
            color: box.calm ? Theme.palette.wait : Theme.palette.stop
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space4

            BodyText {
                Layout.fillWidth: true
                text: box.notice.why
                strong: true
            }
            BodyText {
                Layout.fillWidth: true
                text: box.showSafe ? qsTr("%1 %2").arg(box.notice.safe).arg(box.notice.next) : box.notice.next
            }
            BodyText {
                Layout.fillWidth: true
                visible: box.unfolded
                text: box.notice.details
                small: true
                muted: true
                wrapMode: Text.WrapAnywhere
            }
        }
        RowLayout {
            Layout.alignment: Qt.AlignTop | Qt.AlignRight
            Layout.columnSpan: column.columns === 3 ? 1 : 2
            spacing: 0

            ActionButton {
                objectName: "failureActionButton"
                visible: box.actionText !== ""
                kind: ActionButton.Quiet
                text: box.actionText
                onClicked: box.actionWanted()
            }
            ActionButton {
                objectName: "failureCopyButton"
                visible: box.unfolded
                kind: ActionButton.Quiet
                glyph: Icons.copy
                text: qsTr("Salin")
                onClicked: App.copyText(box.notice.details)
            }
            ActionButton {
                objectName: "failureDetailsButton"
                kind: ActionButton.Quiet
                text: box.unfolded ? qsTr("Tutup rincian") : qsTr("Rincian")
                onClicked: box.unfolded = !box.unfolded
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
