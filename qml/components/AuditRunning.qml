// The check under way: what is being checked, how far, and the way to stop.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Theme

Surface {
    id: running

    required property AuditController controller
    readonly property var stages: [qsTr("Membuka bukti"), qsTr("Memeriksa segel setiap entri"), qsTr("Menghitung ulang log"), qsTr("Memeriksa rantai, wewenang dan jumlah")]

    implicitHeight: column.implicitHeight + 2 * Theme.space32
    lifted: true

    ColumnLayout {
        id: column

        x: Theme.space32
        y: Theme.space32
        width: parent.width - 2 * x
        spacing: Theme.space16

        TitleText {
            Layout.fillWidth: true
            text: running.stages[Math.min(running.controller.stage, 3)] + "…"
        }
        Repeater {
            model: running.stages

            GlyphLine {
                id: line

                required property int index
                required property string modelData

                glyph: line.index < running.controller.stage ? Icons.checked : line.index === running.controller.stage ? Icons.waiting : Icons.unchecked
                text: line.modelData
                color: line.index < running.controller.stage ? Theme.palette.good : line.index === running.controller.stage ? Theme.palette.ink : Theme.palette.muted
                font.family: Theme.family
                font.pixelSize: Theme.fontBody
            }
        }
        ProgressLine {
            Layout.fillWidth: true
            visible: running.controller.part >= 0
            name: qsTr("Kemajuan pemeriksaan")
            value: Math.max(0, running.controller.part)
        }
        BodyText {
            Layout.fillWidth: true
            visible: running.controller.stage > 0 && running.controller.done > 0 // bytes before that
            text: qsTr("%1 sudah diperiksa").arg(Format.count(running.controller.done))
            muted: true
        }
        ActionButton {
            objectName: "cancelAuditButton"
            glyph: Icons.close
            text: qsTr("Hentikan")
            hint: qsTr("Berkas tidak berubah.")
            onClicked: running.controller.cancel()
        }
    }
}
