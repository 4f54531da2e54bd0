// After a run that ended by itself: what is safe, and what was unfinished.
import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Theme

Rectangle {
    id: card

    required property welcome found

    signal dismissed

    visible: found.afterCrash
    implicitHeight: row.implicitHeight + 2 * Theme.space12
    radius: Theme.radius
    color: Theme.palette.waitSoft
    border.width: Theme.palette.frame
    border.color: Theme.palette.wait

    RowLayout {
        id: row

        x: Theme.space12
        y: Theme.space12
        width: parent.width - 2 * x
        spacing: Theme.space12

        Icon {
            text: Icons.info
            color: Theme.palette.wait
        }
        BodyText {
            objectName: "crashNote"
            Layout.fillWidth: true
            text: card.found.unfinishedName === "" ? qsTr("Aplikasi tertutup tiba-tiba pukul %1. %2 tanda tangan aman.").arg(Format.hour(card.found.stoppedAt)).arg(Format.count(card.found.safeCount)) : qsTr("Aplikasi tertutup tiba-tiba pukul %1. Tanda tangan %2 belum selesai; %3 sebelumnya aman.").arg(Format.hour(card.found.stoppedAt)).arg(card.found.unfinishedName).arg(Format.count(card.found.safeCount))
        }
        ActionButton {
            objectName: "crashNoteButton"
            kind: ActionButton.Quiet
            text: qsTr("Mengerti")
            onClicked: card.dismissed()
        }
    }
}
