// BELUM · SUDAH · LAIN: three counters with their words; never a figure alone.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Teken.Controls
import Teken.Theme

Surface {
    id: bar

    required property int notYet
    required property int signedCount
    required property int other
    required property int expected

    implicitHeight: column.implicitHeight + 2 * Theme.space16
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Belum %1, sudah %2, lain %3, dari %4 orang").arg(notYet).arg(signedCount).arg(other).arg(expected)

    component Counter: ColumnLayout {
        id: counter

        required property string word
        required property int value
        required property string glyph
        required property color tint

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space4

            Icon {
                size: Theme.iconSmall
                text: counter.glyph
                color: counter.tint
            }
            BodyText {
                Layout.fillWidth: true
                text: counter.word
                small: true
                strong: true
                color: counter.tint
                Accessible.ignored: true
            }
        }
        Text {
            Layout.fillWidth: true
            text: Format.count(counter.value)
            textFormat: Text.PlainText
            color: Theme.palette.ink
            font.family: Theme.family
            font.pixelSize: Theme.fontTitle
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
    }

    ColumnLayout {
        id: column

        x: Theme.space16
        y: Theme.space16
        width: parent.width - 2 * x
        spacing: Theme.space12

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space8

            Counter {
                objectName: "notYetCounter"
                word: qsTr("BELUM")
                value: bar.notYet
                glyph: Icons.notYet
                tint: Theme.palette.muted
            }
            Counter {
                objectName: "signedCounter"
                word: qsTr("SUDAH")
                value: bar.signedCount
                glyph: Icons.signed
                tint: Theme.palette.good
            }
            Counter {
                objectName: "otherCounter"
                word: qsTr("LAIN")
                value: bar.other
                glyph: Icons.excused
                tint: Theme.palette.wait
            }
        }
        ProgressLine {
            Layout.fillWidth: true
            value: bar.expected > 0 ? bar.signedCount / bar.expected : 0
            tint: Theme.palette.good
            name: caption.text
        }
        BodyText {
            id: caption

            Layout.fillWidth: true
            text: qsTr("%1 dari %2 orang sudah menandatangani").arg(Format.count(bar.signedCount)).arg(Format.count(bar.expected))
            small: true
            muted: true
            Accessible.ignored: true
        }
    }
}
