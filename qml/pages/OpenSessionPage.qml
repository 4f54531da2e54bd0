// Buka sesi: the few facts of a session at the left, the text that will be signed at the right.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Components
import Teken.Controls
import Teken.Theme

FocusScope {
    id: page

    required property OpenSessionController controller
    /// A second desk of a session that another laptop has opened.
    property bool joining: false

    readonly property string obstacleText: {
        switch (controller.obstacle) {
        case OpenSessionController.NeedsUnit:
            return qsTr("Pilih unit kerja.");
        case OpenSessionController.NeedsPlace:
            return qsTr("Isi tempat.");
        case OpenSessionController.NeedsHead:
            return qsTr("Isi pimpinan sesi.");
        case OpenSessionController.NeedsWitnesses:
            return qsTr("Isi kedua saksi.");
        case OpenSessionController.SamePersonTwice:
            return qsTr("Pimpinan dan kedua saksi harus tiga orang yang berbeda.");
        case OpenSessionController.NeedsText:
            return qsTr("Pilih naskah.");
        case OpenSessionController.TextsOverlap:
            return qsTr("Ada dua naskah untuk %1. Pilih satu di antaranya.").arg(App.signerWord(controller.overlap, App.language));
        }
        return "";
    }

    objectName: "openSessionPage"
    Keys.onEscapePressed: App.back()

    PageHeader {
        id: header

        width: parent.width
        backText: qsTr("Kembali")
        title: page.controller.followUpOf === "" ? qsTr("Buka sesi") : qsTr("Buka sesi susulan")
        subtitle: page.controller.followUpOf === "" ? qsTr("Naskah terkunci begitu orang pertama menandatangani.") : qsTr("Untuk yang belum menandatangani di %1.").arg(page.controller.followUpOf)
        onBack: App.back()
    }
    RowLayout {
        anchors.top: header.bottom
        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space24
        anchors.bottomMargin: Theme.space16
        spacing: Theme.space24

        ScrollArea {
            id: area

            Layout.fillHeight: true
            Layout.preferredWidth: Math.min(Theme.form - Theme.space48, (page.width - 3 * Theme.space24) / 2)
            contentHeight: form.implicitHeight

            ColumnLayout {
                id: form

                width: area.contentSpace
                spacing: Theme.space12

                ErrorNotice {
                    Layout.fillWidth: true
                    objectName: "openFailure"
                    onVisibleChanged: if (visible)
                        area.contentY = 0 // it stands at the top
                    notice: page.controller.failure
                    dismissible: page.controller.loaded
                    actionText: page.controller.loaded ? "" : qsTr("Coba lagi")
                    onActionWanted: page.controller.read()
                    onDismissed: page.controller.dismissFailure()
                }
                ChoiceField {
                    id: unitField

                    objectName: "unitField"
                    Layout.fillWidth: true
                    focus: enabled
                    enabled: !page.controller.planned || page.controller.unitIndex < 0
                    label: qsTr("Unit kerja")
                    placeholder: page.controller.units.count === 0 ? qsTr("Membaca daftar…") : qsTr("Pilih unit kerja")
                    model: page.controller.units
                    textRole: "name"
                    currentIndex: page.controller.unitIndex
                    onChosen: index => page.controller.unitIndex = index
                }
                InputField {
                    objectName: "placeField"
                    Layout.fillWidth: true
                    label: qsTr("Tempat")
                    placeholder: qsTr("misalnya Aula, halaman kantor")
                    maximumLength: 120
                    text: page.controller.place
                    onEdited: page.controller.place = text
                }
                InputField {
                    objectName: "headField"
                    Layout.fillWidth: true
                    label: qsTr("Pimpinan sesi")
                    maximumLength: 120
                    text: page.controller.head
                    onEdited: page.controller.head = text
                }
                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space16

                    InputField {
                        objectName: "witnessOneField"
                        Layout.fillWidth: true
                        label: qsTr("Saksi satu")
                        maximumLength: 120
                        text: page.controller.witnessOne
                        onEdited: page.controller.witnessOne = text
                    }
                    InputField {
                        objectName: "witnessTwoField"
                        Layout.fillWidth: true
                        label: qsTr("Saksi dua")
                        maximumLength: 120
                        text: page.controller.witnessTwo
                        onEdited: page.controller.witnessTwo = text
                    }
                }
                Column {
                    Layout.fillWidth: true
                    spacing: Theme.space4

                    BodyText {
                        width: parent.width
                        text: page.controller.texts.count > 1 ? qsTr("Naskah, satu untuk tiap jenis kepegawaian") : qsTr("Naskah")
                        small: true
                        strong: true
                    }
                    Repeater {
                        model: page.controller.texts

                        TickRow {
                            required property int index
                            required property string title
                            required property var kinds

                            objectName: "text" + index
                            width: parent?.width ?? 0
                            text: title
                            explanation: qsTr("Untuk %1").arg(Words.signers(kinds))
                            checked: page.controller.textIndex >= -1 && page.controller.isChosen(index) // asked again whenever the form changes
                            onClicked: page.controller.toggleText(index)
                        }
                    }
                }
                ActionButton {
                    objectName: "joinButton"
                    visible: !page.joining && !page.controller.planned && page.controller.followUpOf === ""
                    kind: ActionButton.Quiet
                    glyph: Icons.laptop
                    text: qsTr("Ikut sesi di laptop lain…")
                    onClicked: {
                        page.joining = true;
                        joinField.forceActiveFocus();
                    }
                }
                InputField {
                    id: joinField

                    objectName: "joinField"
                    Layout.fillWidth: true
                    visible: page.joining
                    label: qsTr("Kode sesi dari laptop pertama")
                    hint: qsTr("Pindai kode QR-nya, atau ketik 28 hurufnya. Isi unit dan naskah yang sama.")
                    maximumLength: 60
                    text: page.controller.joinCode
                    onEdited: page.controller.joinCode = text
                }
            }
        }
        Surface {
            Layout.fillWidth: true
            Layout.fillHeight: true

            ScrollArea {
                id: shown

                objectName: "shownText"
                anchors.fill: parent
                anchors.margins: Theme.space24
                visible: page.controller.textIndex >= 0
                contentHeight: Math.max(height, shownColumn.implicitHeight)

                ColumnLayout {
                    id: shownColumn

                    width: shown.contentSpace
                    height: shown.contentHeight
                    spacing: Theme.space12

                    TitleText {
                        Layout.fillWidth: true
                        text: page.controller.text.title
                    }
                    PledgePoints {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.minimumHeight: 4 * Theme.target
                        pledge: page.controller.text
                        size: Theme.fontBody
                    }
                    Rectangle {
                        Layout.fillWidth: true
                        implicitHeight: Theme.palette.frame
                        color: Theme.palette.line
                    }
                    BodyText {
                        Layout.fillWidth: true
                        text: qsTr("Naskah %1 versi %2 · untuk %3").arg(page.controller.text.code).arg(page.controller.text.version).arg(Words.signers(page.controller.text.kinds))
                        small: true
                        muted: true
                    }
                    BodyText {
                        objectName: "fullFingerprint"
                        Layout.fillWidth: true
                        text: qsTr("Sidik naskah: %1").arg(page.controller.text.fingerprint.slice(0, 32).replace(/(.{4})/g, "$1 ").trim())
                        small: true
                    }
                }
            }
            EmptyNotice {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.space48
                visible: page.controller.textIndex < 0
                glyph: Icons.text
                title: page.controller.loaded && page.controller.texts.count === 0 ? qsTr("Belum ada naskah") : qsTr("Naskah tampil di sini")
                explanation: page.controller.loaded && page.controller.texts.count === 0 ? qsTr("Naskah datang dari admin. Kirim data atau muat berkas dari pusat.") : qsTr("Pilih naskah, lalu cocokkan sidiknya dengan yang diumumkan.")
            }
        }
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.targetPrimary + Theme.space24

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.space24
            anchors.rightMargin: Theme.space24
            anchors.bottomMargin: Theme.space24
            spacing: Theme.space16

            BodyText {
                objectName: "openObstacle"
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignRight
                text: page.obstacleText
                muted: true
            }
            ActionButton {
                objectName: "openButton"
                kind: ActionButton.Primary
                large: true
                glyph: Icons.resume
                text: page.controller.busy && page.controller.loaded ? qsTr("Membuka…") : qsTr("Buka sesi")
                enabled: page.obstacleText === "" && !page.controller.busy
                hint: page.obstacleText
                onClicked: page.controller.open()
            }
        }
    }
}
