// Jeda: why, in one press; the minutes say it later.
pragma ComponentBehavior: Bound

import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

DialogSheet {
    id: dialog

    signal confirmed(int kind)

    name: "pauseDialog"
    title: qsTr("Jeda sesi")
    explanation: qsTr("Semua yang tersimpan aman. Laptop boleh dikunci atau dimatikan; sesi dilanjutkan dari sini.")
    firstField: kinds.count > 0 ? kinds.itemAt(0) as Item : null

    Column {
        width: parent?.width ?? 0
        spacing: Theme.space8

        Repeater {
            id: kinds

            model: [PauseKind.Power, PauseKind.Break, PauseKind.Weather, PauseKind.Other]

            ActionButton {
                required property int modelData

                objectName: "pauseKind" + modelData
                width: parent?.width ?? 0
                enabled: !dialog.busy
                text: Words.pause(modelData)
                onClicked: dialog.confirmed(modelData)
            }
        }
    }
}
