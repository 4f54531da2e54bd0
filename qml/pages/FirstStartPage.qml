// A laptop without data: ask to be taken in, then load the answer. Files only; no net is needed.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Components
import Teken.Controls
import Teken.Theme

FocusScope {
    id: page

    required property EnrolmentController controller
    required property UnlockController unlock
    required property SendController send

    /// Large letters stand below each other.
    readonly property int columns: Theme.textScale > 1.3 ? 1 : 2
    readonly property string requestFile: controller.writtenFile !== "" ? controller.writtenFile : unlock.requestFile
    readonly property int obstacle: controller.obstacle(officerField.text, deviceField.text, firstField.text, againField.text)
    readonly property string obstacleText: {
        switch (obstacle) {
        case EnrolmentController.NeedsOfficerName:
            return qsTr("Isi nama petugas.");
        case EnrolmentController.NeedsDeviceName:
            return qsTr("Isi nama laptop.");
        case EnrolmentController.NeedsPassphrase:
            return qsTr("Pilih kata sandi.");
        case EnrolmentController.PassphraseTooShort:
            return qsTr("Kata sandi sedikitnya 12 huruf.");
        case EnrolmentController.PassphrasesDiffer:
            return qsTr("Kedua kata sandi belum sama.");
        }
        return places.folder === "" ? qsTr("Pilih tempat menyimpan berkas.") : "";
    }

    objectName: "firstStartPage"
    Component.onCompleted: {
        send.refreshPlaces();
        officerField.forceActiveFocus();
    }

    PageHeader {
        id: header

        width: parent.width
        title: qsTr("Belum ada data di laptop ini")
        subtitle: qsTr("Dua langkah, tanpa internet: minta dimasukkan, lalu muat berkas dari admin.")

        ActionButton {
            objectName: "practiceButton"
            kind: ActionButton.Quiet
            glyph: Icons.practice
            text: qsTr("Berlatih dengan data tiruan")
            onClicked: App.startPractice()
        }
        OfficerBar {}
    }
    ScrollArea {
        id: area

        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: columns.implicitHeight + 2 * Theme.space24

        RowLayout {
            id: columns

            x: Theme.space24
            y: Theme.space24
            width: area.contentSpace - 2 * x
            spacing: Theme.space24

            Surface {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                implicitHeight: request.implicitHeight + 2 * Theme.space24
                lifted: true

                ColumnLayout {
                    id: request

                    x: Theme.space24
                    y: Theme.space24
                    width: parent.width - 2 * x
                    spacing: Theme.space12

                    TitleText {
                        Layout.fillWidth: true
                        text: qsTr("Langkah pertama: buat berkas permintaan")
                    }
                    GridLayout {
                        Layout.fillWidth: true
                        columns: page.columns
                        columnSpacing: Theme.space16
                        rowSpacing: Theme.space12

                        InputField {
                            id: officerField

                            objectName: "enrolOfficerField"
                            Layout.fillWidth: true
                            Layout.preferredWidth: 3
                            label: qsTr("Nama petugas dengan gelar")
                            maximumLength: 120
                        }
                        InputField {
                            id: deviceField

                            objectName: "enrolDeviceField"
                            Layout.fillWidth: true
                            Layout.preferredWidth: 2
                            label: qsTr("Nama laptop")
                            placeholder: qsTr("misalnya PMK-017")
                            maximumLength: 40
                        }
                    }
                    GridLayout {
                        Layout.fillWidth: true
                        columns: page.columns
                        columnSpacing: Theme.space16
                        rowSpacing: Theme.space12

                        InputField {
                            id: firstField

                            objectName: "enrolPassphraseField"
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            Layout.alignment: Qt.AlignTop
                            label: qsTr("Kata sandi baru")
                            hint: qsTr("Sedikitnya 12 huruf, atau empat kata.")
                            echoMode: TextInput.Password
                            maximumLength: 256
                        }
                        InputField {
                            id: againField

                            objectName: "enrolAgainField"
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            Layout.alignment: Qt.AlignTop
                            label: qsTr("Kata sandi sekali lagi")
                            trouble: text !== "" && page.obstacle === EnrolmentController.PassphrasesDiffer ? qsTr("Belum sama.") : ""
                            echoMode: TextInput.Password
                            maximumLength: 256
                        }
                    }
                    BodyText {
                        text: qsTr("Simpan di")
                        small: true
                        strong: true
                    }
                    PlaceChoice {
                        id: places

                        Layout.fillWidth: true
                        controller: page.send
                    }
                    GridLayout {
                        Layout.fillWidth: true
                        columns: page.columns
                        columnSpacing: Theme.space16

                        ActionButton {
                            objectName: "writeRequestButton"
                            Layout.fillWidth: page.columns === 1
                            kind: ActionButton.Primary
                            glyph: Icons.file
                            text: page.controller.busy ? qsTr("Menulis…") : qsTr("Buat berkas permintaan")
                            enabled: page.obstacleText === "" && !page.controller.busy
                            hint: page.obstacleText
                            onClicked: page.controller.writeRequest(officerField.text, deviceField.text, firstField.text, places.folder)
                        }
                        BodyText {
                            objectName: "enrolObstacle"
                            Layout.fillWidth: true
                            text: page.obstacleText
                            muted: true
                        }
                    }
                    RowLayout {
                        Layout.fillWidth: true
                        visible: page.requestFile !== ""
                        spacing: Theme.space8

                        Icon {
                            Layout.alignment: Qt.AlignTop
                            text: Icons.checked
                            color: Theme.palette.good
                        }
                        BodyText {
                            objectName: "requestWritten"
                            Layout.fillWidth: true
                            text: qsTr("Berkas permintaan tersimpan: %1. Serahkan kepada admin, lalu tunggu berkas balasannya.").arg(page.requestFile)
                            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                        }
                    }
                }
            }
            Surface {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                implicitHeight: load.implicitHeight + 2 * Theme.space24
                lifted: true

                ColumnLayout {
                    id: load

                    x: Theme.space24
                    y: Theme.space24
                    width: parent.width - 2 * x
                    spacing: Theme.space12

                    TitleText {
                        Layout.fillWidth: true
                        text: qsTr("Langkah kedua: muat berkas dari admin")
                    }
                    BodyText {
                        Layout.fillWidth: true
                        text: qsTr("Berisi izin laptop ini, naskah dan daftar pegawai. Hanya laptop ini yang bisa membukanya.")
                        muted: true
                    }
                    FileChoice {
                        id: files

                        Layout.fillWidth: true
                        controller: page.send
                    }
                    InputField {
                        id: rootField

                        objectName: "rootFingerprintField"
                        Layout.fillWidth: true
                        label: qsTr("Sidik akar")
                        hint: qsTr("32 huruf dan angka, dibacakan pusat lewat telepon atau tercetak pada surat tugas.")
                        maximumLength: 96
                    }
                    InputField {
                        id: ownField

                        objectName: "loadPassphraseField"
                        Layout.fillWidth: true
                        label: qsTr("Kata sandi dari langkah pertama")
                        echoMode: TextInput.Password
                        maximumLength: 256
                    }
                    ErrorNotice {
                        objectName: "enrolFailure"
                        Layout.fillWidth: true
                        notice: page.controller.failure
                        showSafe: false
                        onDismissed: page.controller.dismissFailure()
                    }
                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.space8

                        ActionButton {
                            objectName: "loadProvisioningButton"
                            Layout.fillWidth: page.columns === 1
                            kind: ActionButton.Primary
                            glyph: Icons.folder
                            text: page.controller.busy ? qsTr("Memeriksa…") : qsTr("Muat berkas")
                            enabled: files.path !== "" && rootField.text.trim() !== "" && ownField.text !== "" && !page.controller.busy
                            onClicked: page.controller.load(files.path, rootField.text, ownField.text)
                        }
                        ActionButton {
                            objectName: "refreshPlacesButton"
                            kind: ActionButton.Quiet
                            glyph: Icons.refresh
                            text: qsTr("Cari lagi")
                            onClicked: page.send.refreshPlaces()
                        }
                    }
                }
            }
        }
    }
}
