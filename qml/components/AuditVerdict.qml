// The verdict across the window; under it what was checked, what was not, and what was found.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Teken.App
import Teken.Controls
import Teken.Theme

ColumnLayout {
    id: verdict

    required property AuditController controller

    signal exportWanted
    signal sampleWanted

    readonly property color tint: tintOf(controller.tone)
    readonly property color soft: controller.tone === AuditTone.Good ? Theme.palette.goodSoft : controller.tone === AuditTone.Bad ? Theme.palette.stopSoft : Theme.palette.attentionSoft

    function tintOf(tone: int): color {
        return tone === AuditTone.Good ? Theme.palette.good : tone === AuditTone.Bad ? Theme.palette.stop : Theme.palette.attention;
    }

    spacing: Theme.space16

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: band.implicitHeight + 2 * Theme.space16
        radius: Theme.radius
        color: verdict.soft
        border.width: 2
        border.color: verdict.tint
        Accessible.role: Accessible.StaticText
        Accessible.name: verdict.controller.word + ". " + verdict.controller.sentence

        RowLayout {
            id: band

            x: Theme.space24
            y: Theme.space16
            width: parent.width - 2 * x
            spacing: Theme.space24

            Icon {
                size: Theme.iconLarge
                text: verdict.controller.tone === AuditTone.Good ? Icons.checked : verdict.controller.tone === AuditTone.Bad ? Icons.failure : Icons.warning
                color: verdict.tint
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Text {
                    objectName: "verdictWord"
                    Layout.fillWidth: true
                    text: verdict.controller.word
                    textFormat: Text.PlainText
                    wrapMode: Text.WordWrap
                    color: verdict.tint
                    font.family: Theme.family
                    font.pixelSize: Theme.fontSigner
                    font.weight: Font.Bold
                    Accessible.ignored: true
                }
                BodyText {
                    Layout.fillWidth: true
                    text: verdict.controller.sentence
                    Accessible.ignored: true
                }
            }
            ActionButton {
                objectName: "sampleButton"
                Layout.fillWidth: true
                Layout.minimumWidth: Math.min(Math.ceil(implicitWidth), Theme.sideColumn * 0.6)
                Layout.maximumWidth: Math.ceil(implicitWidth)
                visible: verdict.controller.canSample
                glyph: Icons.people
                text: qsTr("Pilih contoh acak")
                onClicked: verdict.sampleWanted()
            }
            ActionButton {
                objectName: "exportButton"
                kind: ActionButton.Primary
                glyph: Icons.file
                text: qsTr("Simpan laporan")
                onClicked: verdict.exportWanted()
            }
        }
    }
    ErrorNotice {
        Layout.fillWidth: true
        notice: verdict.controller.failure
        onDismissed: verdict.controller.dismissFailure()
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.space16

        AuditColumn {
            objectName: "checkedColumn"
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            title: qsTr("Diperiksa")
            lines: verdict.controller.checked
            glyph: Icons.check
            tint: Theme.palette.good
        }
        AuditColumn {
            objectName: "notCheckedColumn"
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            title: qsTr("Tidak diperiksa")
            lines: verdict.controller.notChecked
            glyph: Icons.unchecked
            tint: Theme.palette.attention
            emptyText: qsTr("Semuanya dapat diperiksa.")
        }
        Surface {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 8

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Theme.space16
                spacing: Theme.space8

                TitleText {
                    Layout.fillWidth: true
                    text: qsTr("Temuan (%1)").arg(Format.count(verdict.controller.findingsTotal))
                }
                ListView {
                    id: list

                    objectName: "findingsList"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    clip: true
                    focus: true
                    spacing: Theme.space4
                    boundsBehavior: Flickable.StopAtBounds
                    model: verdict.controller.findings
                    cacheBuffer: 0 // as in AuditSample
                    T.ScrollBar.vertical: ScrollThumb {}
                    Accessible.role: Accessible.List
                    Accessible.name: qsTr("Temuan")

                    delegate: AuditFindingDelegate {
                        objectName: "finding" + index
                        width: ListView.view.width - Theme.space12
                        tint: verdict.tintOf(tone)
                        onClicked: verdict.controller.showFinding(index)
                    }
                }
            }
            EmptyNotice {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.space48
                visible: verdict.controller.findingsTotal === 0
                glyph: Icons.checked
                tint: Theme.palette.good
                title: qsTr("Tidak ada temuan")
            }
        }
    }
}
