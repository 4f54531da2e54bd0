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
    /// A file is held over the page.
    property bool dropping: false
    readonly property string digits: controller.digitsOf(fingerprint.text)
    readonly property string stray: controller.strayIn(fingerprint.text)
    readonly property bool plausible: stray === "" && digits.length >= 32 && digits.length <= 64
    readonly property bool openable: !controller.sealed || (controller.wantsKey && controller.keyBook === "" ? false : !controller.wantsPassphrase || seal.passphrase !== "")
    readonly property string obstacle: {
        if (choice.controller.file === "")
            return qsTr("Pilih dulu berkas bukti.");
        if (choice.controller.busy)
            return qsTr("Membaca kepala berkas…");
        if (!choice.openable)
            return choice.controller.wantsKey && choice.controller.keyBook === "" ? qsTr("Bukti ini bersegel: pilih buku penerimanya.") : qsTr("Ketik kata sandi pemegang kunci.");
        if (!choice.plausible)
            return qsTr("Ketik sidik akar dari surat keputusan, bukan dari berkas ini.");
        return "";
    }

    signal fileWanted
    signal heldWanted
    signal bookWanted

    function focusField(): void {
        fingerprint.forceActiveFocus();
    }
    function begin(): void {
        if (start.enabled)
            choice.controller.start(choice.digits, seal.passphrase);
    }

    Connections {
        target: choice.controller
        function onScanned(digits: string): void {
            fingerprint.text = digits;
            choice.focusField();
            fingerprint.selectAll(); // what is scanned next takes its place
        }
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
                color: choice.dropping ? Theme.palette.accentSoft : Theme.palette.sunken
                border.width: choice.dropping ? 2 : Theme.palette.frame
                border.color: choice.dropping ? Theme.palette.accent : Theme.palette.muted

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
                        text: choice.dropping ? qsTr("Lepaskan di sini.") : choice.controller.file === "" ? qsTr("Seret berkas bukti (.teken) ke halaman ini, atau pilih di bawah.") : choice.controller.file
                        wrapMode: Text.WrapAnywhere
                        strong: choice.controller.file !== ""
                        muted: choice.controller.file === ""
                    }
                }
            }
            T.ButtonGroup {
                id: group
            }
            // A positioner: rows may come and go while this page is hidden, and a layout would keep those that are gone.
            Column {
                Layout.fillWidth: true
                visible: choice.controller.files.count > 0
                spacing: Theme.space4

                Repeater {
                    model: choice.controller.files

                    RadioRow {
                        id: found

                        required property int index
                        required property string name
                        required property string path
                        required property string placeTitle

                        objectName: "auditFile" + index
                        width: parent?.width ?? 0
                        text: qsTr("%1 · %2").arg(name).arg(placeTitle)
                        checked: path === choice.controller.file
                        T.ButtonGroup.group: group
                        onClicked: choice.controller.choose(found.path)
                    }
                }
            }
            BodyText {
                objectName: "auditFilesState"
                Layout.fillWidth: true
                visible: !choice.controller.looked || choice.controller.files.count === 0
                text: choice.controller.looked ? qsTr("Tidak ada berkas bukti di flashdisk, folder Dokumen atau Unduhan. Pasang flashdisknya; berkasnya muncul di sini sendiri.") : qsTr("Mencari berkas bukti…")
                muted: true
                small: true
            }
            ActionButton {
                objectName: "findFileButton"
                kind: ActionButton.Quiet
                glyph: Icons.folder
                text: qsTr("Cari di folder lain…")
                onClicked: choice.fileWanted()
            }
            AuditSealCard {
                id: seal

                objectName: "auditSeal"
                Layout.fillWidth: true
                Layout.topMargin: Theme.space8
                visible: choice.controller.sealed
                controller: choice.controller
                onAccepted: choice.begin()
                onBookWanted: choice.bookWanted()
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
                hint: qsTr("Ketik, tempel, atau pindai. Sedikitnya 32 digit; spasi dan tanda hubung boleh. Terbaca: %1.").arg(choice.digits.length)
                trouble: choice.stray !== "" ? qsTr("“%1” tidak ada dalam sidik: hanya angka 0-9 dan huruf a-f.").arg(choice.stray) : choice.digits.length > 64 ? qsTr("Terlalu panjang: paling banyak 64 digit, terbaca %1.").arg(choice.digits.length) : ""
                glyph: Icons.fingerprint
                maximumLength: 200
                input.inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                // The Enter of a scanner comes early, too: then the next scan takes the place of this one.
                onAccepted: start.enabled ? choice.begin() : fingerprint.selectAll()
            }
            BodyText {
                Layout.fillWidth: true
                text: qsTr("Titik periksa, tanda terima atau bukti satu entri yang disimpan di tempat lain (boleh kosong). Hanya dengan ini kelengkapan dapat diperiksa; seret juga ke halaman ini.")
                small: true
                muted: true
            }
            AuditHeldFiles {
                Layout.fillWidth: true
                controller: choice.controller
            }
            ActionButton {
                objectName: "findHeldButton"
                kind: ActionButton.Quiet
                glyph: Icons.add
                text: qsTr("Tambah berkas pembanding…")
                onClicked: choice.heldWanted()
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
                enabled: choice.obstacle === ""
                hint: choice.obstacle
                text: qsTr("Periksa keutuhan")
                onClicked: choice.begin()
            }
            BodyText {
                objectName: "auditObstacle"
                Layout.fillWidth: true
                visible: text !== ""
                text: choice.obstacle
                small: true
                muted: true
            }
        }
    }
}
