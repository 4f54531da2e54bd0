// What is to be checked: the evidence, the fingerprint, and what was kept elsewhere. Files are dropped or chosen.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Teken.App
import Teken.Controls
import Teken.Theme

RowLayout {
    id: choice

    required property AuditController controller
    readonly property string digits: fingerprint.text.replace(/[\s:-]/g, "")
    readonly property bool plausible: /^[0-9a-fA-F]{32,64}$/.test(digits)

    function focusField(): void {
        fingerprint.forceActiveFocus();
    }

    spacing: Theme.space24

    Surface {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        implicitHeight: evidence.implicitHeight + 2 * Theme.space24
        lifted: true

        ColumnLayout {
            id: evidence

            x: Theme.space24
            y: Theme.space24
            width: parent.width - 2 * x
            spacing: Theme.space12

            TitleText {
                Layout.fillWidth: true
                text: qsTr("Bukti")
            }
            Rectangle {
                Layout.fillWidth: true
                implicitHeight: Math.max(Theme.header + Theme.space48, dropped.implicitHeight + 2 * Theme.space16)
                radius: Theme.radius
                color: area.containsDrag ? Theme.palette.accentSoft : Theme.palette.sunken
                border.width: area.containsDrag ? 2 : Theme.palette.frame
                border.color: area.containsDrag ? Theme.palette.accent : Theme.palette.muted

                DropArea {
                    id: area

                    anchors.fill: parent
                    keys: ["text/uri-list"]
                    onDropped: drop => choice.controller.drop(drop.urls.map(url => url.toString()))
                }
                ColumnLayout {
                    id: dropped

                    anchors.centerIn: parent
                    width: parent.width - 2 * Theme.space16
                    spacing: Theme.space4

                    Icon {
                        Layout.alignment: Qt.AlignHCenter
                        text: choice.controller.file === "" ? Icons.file : Icons.checked
                        color: choice.controller.file === "" ? Theme.palette.muted : Theme.palette.good
                    }
                    BodyText {
                        objectName: "auditFileName"
                        Layout.fillWidth: true
                        horizontalAlignment: Text.AlignHCenter
                        text: choice.controller.file === "" ? qsTr("Letakkan berkas bukti (.teken) di sini, atau pilih di bawah.") : choice.controller.file
                        wrapMode: Text.WrapAnywhere
                        strong: choice.controller.file !== ""
                        muted: choice.controller.file === ""
                    }
                }
            }
            T.ButtonGroup {
                id: group
            }
            Repeater {
                model: choice.controller.files

                RadioRow {
                    id: found

                    required property int index
                    required property string name
                    required property string path
                    required property string placeTitle

                    objectName: "auditFile" + index
                    Layout.fillWidth: true
                    text: qsTr("%1 · %2").arg(name).arg(placeTitle)
                    checked: path === choice.controller.file
                    T.ButtonGroup.group: group
                    onClicked: choice.controller.choose(found.path)
                }
            }
            BodyText {
                Layout.fillWidth: true
                visible: choice.controller.files.count === 0
                text: qsTr("Tidak ada berkas Teken di flashdisk atau folder yang biasa.")
                muted: true
                small: true
            }
        }
    }
    Surface {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        implicitHeight: measure.implicitHeight + 2 * Theme.space24
        lifted: true

        ColumnLayout {
            id: measure

            x: Theme.space24
            y: Theme.space24
            width: parent.width - 2 * x
            spacing: Theme.space12

            TitleText {
                Layout.fillWidth: true
                text: qsTr("Ukuran pembanding")
            }
            InputField {
                id: fingerprint

                objectName: "fingerprintField"
                Layout.fillWidth: true
                label: qsTr("Sidik akar, dari surat keputusan")
                hint: qsTr("Sedikitnya 32 digit; spasi boleh. Terbaca: %1.").arg(choice.digits.length)
                trouble: choice.digits.length >= 32 && !choice.plausible ? qsTr("Hanya angka 0-9 dan huruf a-f, paling banyak 64.") : ""
                glyph: Icons.fingerprint
                maximumLength: 96
                onAccepted: start.clicked()
            }
            BodyText {
                Layout.fillWidth: true
                text: qsTr("Titik periksa, tanda terima atau bukti satu entri yang disimpan di tempat lain (boleh kosong). Hanya dengan ini kelengkapan dapat diperiksa; letakkan di kotak kiri.")
                small: true
                muted: true
            }
            Repeater {
                model: choice.controller.held

                RowLayout {
                    id: held

                    required property int index
                    required property string modelData

                    Layout.fillWidth: true
                    spacing: Theme.space8

                    Icon {
                        size: Theme.iconSmall
                        text: Icons.file
                        color: Theme.palette.muted
                    }
                    BodyText {
                        Layout.fillWidth: true
                        text: held.modelData
                        wrapMode: Text.WrapAnywhere
                    }
                    IconButton {
                        objectName: "removeHeld" + held.index
                        glyph: Icons.close
                        text: qsTr("Jangan pakai berkas ini")
                        onClicked: choice.controller.removeHeld(held.index)
                    }
                }
            }
            InputField {
                id: code

                objectName: "closeCodeField"
                Layout.fillWidth: true
                label: qsTr("Kode penutup dari berita acara (boleh beberapa)")
                placeholder: qsTr("misalnya 7KQ2M-0V9TX, lalu Enter")
                maximumLength: 16
                onAccepted: {
                    choice.controller.addCloseCode(text);
                    clear();
                }
            }
            Flow {
                Layout.fillWidth: true
                visible: choice.controller.closeCodes.length > 0
                spacing: Theme.space8

                Repeater {
                    model: choice.controller.closeCodes

                    ActionButton {
                        required property int index
                        required property string modelData

                        objectName: "closeCode" + index
                        glyph: Icons.close
                        text: modelData
                        hint: qsTr("Tekan untuk menghapus kode ini.")
                        onClicked: choice.controller.removeCloseCode(index)
                    }
                }
            }
            ErrorNotice {
                objectName: "auditFailure"
                Layout.fillWidth: true
                notice: choice.controller.failure
                onDismissed: choice.controller.dismissFailure()
            }
            ActionButton {
                id: start

                objectName: "startAuditButton"
                Layout.fillWidth: true
                Layout.topMargin: Theme.space8
                kind: ActionButton.Primary
                large: true
                glyph: Icons.search
                enabled: choice.plausible && choice.controller.file !== "" && !choice.controller.busy
                text: qsTr("Periksa keutuhan")
                onClicked: {
                    if (enabled)
                        choice.controller.start(choice.digits);
                }
            }
            BodyText {
                Layout.fillWidth: true
                visible: !start.enabled
                text: choice.controller.file === "" ? qsTr("Pilih dulu berkas bukti.") : qsTr("Ketik sidik akar dari surat keputusan, bukan dari berkas ini.")
                small: true
                muted: true
            }
        }
    }
}
