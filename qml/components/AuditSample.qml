// A sample for call-backs, drawn by the log: who was chosen and by which seed.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Teken.App
import Teken.Controls
import Teken.Theme

ColumnLayout {
    id: view

    required property AuditController controller
    readonly property var sizes: [10, 30, 50, 100]

    signal exportWanted

    spacing: Theme.space16

    Surface {
        Layout.fillWidth: true
        implicitHeight: facts.implicitHeight + 2 * Theme.space16

        ColumnLayout {
            id: facts

            x: Theme.space16
            y: Theme.space16
            width: parent.width - 2 * x
            spacing: Theme.space4

            BodyText {
                Layout.fillWidth: true
                text: qsTr("%1 dari %2 penanda tangan, dipilih oleh titik periksa %3. Siapa pun dapat mengulang pilihan ini.").arg(Format.count(view.controller.sample.count)).arg(Format.count(view.controller.population)).arg(view.controller.sampleBasis)
            }
            BodyText {
                Layout.fillWidth: true
                text: qsTr("Benih: %1").arg(view.controller.sampleSeed)
                small: true
                muted: true
                wrapMode: Text.WrapAnywhere
            }
            RowLayout {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space8
                spacing: Theme.space12

                BodyText {
                    wrapMode: Text.NoWrap
                    text: qsTr("Banyaknya")
                    strong: true
                }
                SegmentedChoice {
                    objectName: "sampleSize"
                    Layout.fillWidth: true
                    Layout.maximumWidth: Theme.sideColumn
                    name: qsTr("Banyaknya contoh")
                    words: view.sizes.map(size => Format.count(size))
                    current: view.sizes.indexOf(view.controller.sampleSize)
                    onChosen: index => view.controller.drawSample(view.sizes[index])
                }
                Item {
                    Layout.fillWidth: true
                }
                ActionButton {
                    objectName: "sampleExportButton"
                    kind: ActionButton.Primary
                    glyph: Icons.file
                    enabled: view.controller.sample.count > 0
                    text: qsTr("Simpan daftar")
                    hint: qsTr("Daftar periksa dengan goresan, untuk panggilan balik.")
                    onClicked: view.exportWanted()
                }
            }
        }
    }
    ErrorNotice {
        objectName: "sampleFailure"
        Layout.fillWidth: true
        notice: view.controller.failure
        onDismissed: view.controller.dismissFailure()
    }
    Surface {
        Layout.fillWidth: true
        Layout.fillHeight: true

        EmptyNotice {
            objectName: "sampleEmpty"
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.space48
            visible: view.controller.sample.count === 0
            glyph: Icons.people
            title: qsTr("Tidak ada yang dapat dipilih")
            explanation: qsTr("Dalam kegiatan ini belum ada tanda tangan yang dihitung.")
        }

        ListView {
            id: list

            objectName: "sampleList"
            anchors.fill: parent
            anchors.margins: Theme.space8
            clip: true
            focus: true
            boundsBehavior: Flickable.StopAtBounds
            model: view.controller.sample
            // Rows ahead are made bit by bit; Qt complains when a shorter list comes before they are ready.
            cacheBuffer: 0
            T.ScrollBar.vertical: ScrollThumb {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Contoh acak")

            delegate: T.ItemDelegate {
                id: row

                required property int index
                required property int number
                required property string name
                required property string unit
                required property string session
                required property string numberLabel

                objectName: "sampled" + index
                width: ListView.view.width
                implicitHeight: Math.max(Theme.row, implicitContentHeight + Theme.space8)
                focusPolicy: Qt.StrongFocus
                hoverEnabled: true
                Accessible.role: Accessible.ListItem
                Accessible.name: name + ", " + unit
                onClicked: view.controller.showSampled(index)
                Keys.onReturnPressed: row.clicked()

                contentItem: RowLayout {
                    spacing: Theme.space16

                    BodyText {
                        Layout.leftMargin: Theme.space12
                        Layout.preferredWidth: Theme.space48
                        text: String(row.number)
                        muted: true
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        BodyText {
                            Layout.fillWidth: true
                            text: row.name === "" ? qsTr("(nama tidak ada dalam bukti)") : row.name
                            strong: true
                            lineHeight: 1
                        }
                        BodyText {
                            Layout.fillWidth: true
                            text: row.numberLabel === "" ? row.unit : qsTr("%1 · %2").arg(row.numberLabel).arg(row.unit)
                            small: true
                            muted: true
                            lineHeight: 1
                        }
                    }
                    BodyText {
                        Layout.preferredWidth: Theme.sideColumn
                        Layout.maximumWidth: Theme.sideColumn
                        text: row.session
                        muted: true
                        lineHeight: 1
                    }
                    Icon {
                        Layout.rightMargin: Theme.space12
                        text: Icons.forward
                        color: Theme.palette.muted
                    }
                }
                background: Rectangle {
                    radius: Theme.radius
                    color: row.hovered ? Theme.palette.neutralSoft : "transparent"

                    FocusFrame {
                        shown: row.visualFocus
                    }
                }
            }
        }
    }
}
