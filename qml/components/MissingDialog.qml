// Who has not come: the list for the session head, and one way to note all of them.
pragma ComponentBehavior: Bound

import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

DialogSheet {
    id: dialog

    required property NotesController controller
    property int people

    name: "missingDialog"
    title: qsTr("%n orang masih Belum", "", people)
    explanation: qsTr("Yang dicatat tidak hadir tetap boleh menandatangani di sesi susulan.")
    acceptText: people > 0 ? qsTr("Catat semua tidak hadir") : ""
    acceptGlyph: Icons.absent
    busy: controller.busy
    onAboutToShow: {
        controller.dismissFailure();
        controller.readMissing();
    }
    onAccepted: controller.markMissing()

    ErrorNotice {
        objectName: "missingFailure"
        width: parent?.width ?? 0
        notice: dialog.controller.failure
        actionText: dialog.controller.canRetry ? qsTr("Coba lagi") : ""
        onActionWanted: dialog.controller.retry()
        onDismissed: dialog.controller.dismissFailure()
    }
    Column {
        width: parent?.width ?? 0
        spacing: Theme.space12

        Repeater {
            model: dialog.controller.missing

            Column {
                id: row

                required property int index
                required property string name
                required property string unit
                required property string numberTail

                objectName: "missing" + index
                width: parent?.width ?? 0

                BodyText {
                    width: parent.width
                    text: row.name
                    strong: true
                }
                BodyText {
                    width: parent.width
                    text: row.numberTail === "" ? row.unit : qsTr("%1 · NIP berakhir %2").arg(row.unit).arg(row.numberTail)
                    small: true
                    muted: true
                }
            }
        }
    }
}
