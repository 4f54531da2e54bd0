// The passphrase with its eye, the caps-lock hint, and what is true about a forgotten one.
import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Theme

ColumnLayout {
    id: form

    required property UnlockController controller
    property bool revealed: false
    property bool helpShown: false

    function focusField(): void {
        passphrase.forceActiveFocus();
    }
    function submit(): void {
        form.controller.unlock(passphrase.text);
    }

    spacing: Theme.space12

    InputField {
        id: passphrase

        objectName: "passphraseField"
        Layout.fillWidth: true
        focus: true
        large: true
        label: qsTr("Kata sandi")
        echoMode: form.revealed ? TextInput.Normal : TextInput.Password
        maximumLength: 256
        enabled: !form.controller.busy
        input.inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | Qt.ImhSensitiveData
        onAccepted: form.submit()
        tail: IconButton {
            objectName: "revealButton"
            anchors.verticalCenter: parent?.verticalCenter
            glyph: form.revealed ? Icons.hide : Icons.show
            text: form.revealed ? qsTr("Sembunyikan kata sandi") : qsTr("Tampilkan kata sandi")
            onClicked: form.revealed = !form.revealed
        }

        Connections {
            target: form.controller
            function onRefused(): void {
                passphrase.selectAll();
                form.focusField();
            }
            function onUnlocked(): void {
                passphrase.clear();
                form.revealed = false;
            }
        }
    }
    Badge {
        objectName: "capsLockHint"
        visible: App.capsLock
        tone: Badge.Attention
        glyph: Icons.capsLock
        text: qsTr("Caps Lock menyala")
    }
    ErrorNotice {
        objectName: "unlockFailure"
        Layout.fillWidth: true
        notice: form.controller.failure
        onDismissed: form.controller.dismissFailure()
    }
    ActionButton {
        objectName: "unlockButton"
        Layout.fillWidth: true
        kind: ActionButton.Primary
        large: true
        glyph: Icons.unlock
        text: form.controller.busy ? qsTr("Membuka…") : qsTr("Buka")
        enabled: !form.controller.busy && passphrase.text !== "" && form.controller.selected >= 0
        onClicked: form.submit()
    }
    ActionButton {
        objectName: "forgottenButton"
        Layout.alignment: Qt.AlignHCenter
        kind: ActionButton.Quiet
        text: qsTr("Lupa kata sandi?")
        onClicked: form.helpShown = !form.helpShown
    }
    Rectangle {
        Layout.fillWidth: true
        visible: form.helpShown
        implicitHeight: help.implicitHeight + 2 * Theme.space12
        radius: Theme.radius
        color: Theme.palette.neutralSoft
        border.width: Theme.palette.frame - 1
        border.color: Theme.palette.line

        BodyText {
            id: help

            objectName: "forgottenText"
            x: Theme.space12
            y: Theme.space12
            width: parent.width - 2 * x
            small: true
            text: qsTr("Kata sandi tidak tersimpan di mana pun, jadi tidak bisa ditampilkan atau diganti dari sini. Data tidak hilang: petugas lain di laptop ini tetap bisa membukanya, dan pusat dapat memulihkannya dengan kunci pemulihan. Hubungi admin kegiatan.")
        }
    }
}
