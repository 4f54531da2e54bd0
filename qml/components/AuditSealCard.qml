// Sealed evidence: whose book has the key, and the passphrase of whoever holds it. Nothing of the book changes.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Teken.App
import Teken.Controls
import Teken.Theme

ColumnLayout {
    id: card

    required property AuditController controller
    property alias passphrase: passphrase.text
    property bool revealed: false

    signal accepted
    signal bookWanted

    spacing: Theme.space12

    Connections {
        target: card.controller
        function onRefused(): void {
            passphrase.selectAll();
            passphrase.forceActiveFocus();
        }
        function onStateChanged(): void {
            if (card.controller.state === AuditController.Verdict)
                passphrase.clear();
        }
        function onChoiceChanged(): void {
            passphrase.clear();
            card.revealed = false;
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space8

        Icon {
            text: Icons.lock
            color: Theme.palette.ink
        }
        BodyText {
            Layout.fillWidth: true
            text: qsTr("Bukti bersegel")
            strong: true
        }
    }
    BodyText {
        objectName: "sealExplanation"
        Layout.fillWidth: true
        text: card.controller.wantsKey ? qsTr("Hanya penerimanya yang dapat membuka, kunci %1… Pilih buku penerima (.book) di bawah, atau seret ke halaman ini.").arg(card.controller.recipient) : qsTr("Buku ini terkunci dengan kata sandi pemegangnya.")
        small: true
        muted: true
    }
    T.ButtonGroup {
        id: group
    }
    // A positioner: rows may come and go while this page is hidden, and a layout would keep those that are gone.
    Column {
        Layout.fillWidth: true
        visible: card.controller.wantsKey && card.controller.books.count > 0
        spacing: Theme.space4

        Repeater {
            model: card.controller.wantsKey ? card.controller.books : null

            RadioRow {
                id: found

                required property int index
                required property string name
                required property string path
                required property string placeTitle

                objectName: "keyBook" + index
                width: parent?.width ?? 0
                text: qsTr("%1 · %2").arg(name).arg(placeTitle)
                checked: path === card.controller.keyBook
                T.ButtonGroup.group: group
                onClicked: card.controller.chooseKey(found.path)
            }
        }
    }
    BodyText {
        objectName: "keyBookState"
        Layout.fillWidth: true
        visible: card.controller.wantsKey && text !== ""
        text: card.controller.keyBook !== "" && card.controller.holders.length > 0 ? qsTr("Kunci cocok: %1").arg(card.controller.keyBook) : card.controller.books.count === 0 && card.controller.keyBook === "" ? qsTr("Tidak ada buku di flashdisk, folder Dokumen atau Unduhan.") : ""
        wrapMode: Text.WrapAnywhere
        small: true
    }
    ActionButton {
        objectName: "findBookButton"
        visible: card.controller.wantsKey
        kind: ActionButton.Quiet
        glyph: Icons.folder
        text: qsTr("Folder lain…")
        onClicked: card.bookWanted()
    }
    ChoiceField {
        objectName: "keyHolder"
        Layout.fillWidth: true
        visible: card.controller.holders.length > 1
        label: qsTr("Pemegang kunci")
        model: card.controller.holders
        currentIndex: card.controller.holder
        onChosen: index => card.controller.holder = index
    }
    InputField {
        id: passphrase

        objectName: "keyPassphrase"
        Layout.fillWidth: true
        visible: card.controller.wantsPassphrase
        label: card.controller.holders.length === 1 ? qsTr("Kata sandi %1").arg(card.controller.holders[0]) : qsTr("Kata sandi")
        echoMode: card.revealed ? TextInput.Normal : TextInput.Password
        maximumLength: 256
        input.inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | Qt.ImhSensitiveData
        onAccepted: card.accepted()
        tail: IconButton {
            objectName: "revealKeyButton"
            anchors.verticalCenter: parent?.verticalCenter
            glyph: card.revealed ? Icons.hide : Icons.show
            text: card.revealed ? qsTr("Sembunyikan kata sandi") : qsTr("Tampilkan kata sandi")
            onClicked: card.revealed = !card.revealed
        }
    }
    Badge {
        visible: card.controller.wantsPassphrase && App.capsLock
        tone: Badge.Attention
        glyph: Icons.capsLock
        text: qsTr("Caps Lock menyala")
    }
}
