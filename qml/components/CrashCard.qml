// After a run that ended by itself: what is safe. And whose strokes wait unsaved, however that run ended: somebody may
// have closed the window over them.
import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Theme

Rectangle {
    id: card

    required property UnlockController unlock
    required property SessionController controller

    readonly property welcome found: unlock.welcome
    readonly property bool inkWaits: found.unfinishedName !== ""
    readonly property string sentence: {
        if (!found.afterCrash)
            return qsTr("Ada goresan yang belum disimpan: %1 belum tercatat menandatangani. Cari namanya, lalu teruskan.").arg(found.unfinishedName);
        if (inkWaits)
            return qsTr("Aplikasi tertutup tiba-tiba pukul %1. Tanda tangan %2 belum selesai; %3 sebelumnya aman.").arg(Format.hour(found.stoppedAt)).arg(found.unfinishedName).arg(Format.count(found.safeCount));
        return qsTr("Aplikasi tertutup tiba-tiba pukul %1. %2 tanda tangan aman.").arg(Format.hour(found.stoppedAt)).arg(Format.count(found.safeCount));
    }

    /// They are looked for: what is typed next belongs in the search field.
    signal searched

    visible: found.afterCrash || inkWaits
    implicitHeight: row.implicitHeight + 2 * Theme.space12
    radius: Theme.radius
    color: Theme.palette.waitSoft
    border.width: Theme.palette.frame
    border.color: Theme.palette.wait

    GridLayout {
        id: row

        x: Theme.space12
        y: Theme.space12
        width: parent.width - 2 * x
        // In a narrow place the buttons go below the words.
        columns: card.width > Theme.form ? 3 : 2
        columnSpacing: Theme.space12
        rowSpacing: Theme.space4

        Icon {
            text: Icons.info
            color: Theme.palette.wait
        }
        BodyText {
            objectName: "crashNote"
            Layout.fillWidth: true
            text: card.sentence
        }
        RowLayout {
            Layout.alignment: Qt.AlignVCenter | Qt.AlignRight
            Layout.columnSpan: row.columns === 3 ? 1 : 2
            spacing: 0

            ActionButton {
                objectName: "crashSearchButton"
                visible: card.inkWaits
                kind: ActionButton.Quiet
                glyph: Icons.search
                text: qsTr("Cari namanya")
                onClicked: {
                    card.controller.question = card.found.unfinishedName;
                    card.searched();
                }
            }
            ActionButton {
                objectName: "crashNoteButton"
                kind: ActionButton.Quiet
                text: qsTr("Mengerti")
                onClicked: card.unlock.dismissWelcome()
            }
        }
    }
}
