// Periksa slip: a scanner types the text of a QR, or somebody pastes it or types its code; what this laptop knows of it
// is said in words.
import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

DialogSheet {
    id: dialog

    required property SlipController controller
    readonly property int state: controller.verdict.state
    readonly property bool checked: state !== SlipState.Nothing
    readonly property bool forged: state === SlipState.OutOfScope || state === SlipState.Revoked
    readonly property bool good: state === SlipState.Good || state === SlipState.Elsewhere
    readonly property string sentence: {
        switch (state) {
        case SlipState.Good:
            return qsTr("Cocok. Segelnya utuh, perangkatnya disahkan, dan catatannya ada di laptop ini dan dihitung.");
        case SlipState.Elsewhere:
            return qsTr("Cocok. Segelnya utuh dan perangkatnya disahkan. Catatannya dibuat di laptop lain.");
        case SlipState.Voided:
            return qsTr("Sudah dibatalkan. Segelnya utuh, tetapi catatan ini tidak dihitung lagi.");
        case SlipState.NotCounted:
            return qsTr("Tidak dihitung. Segelnya utuh, tetapi menurut aturan catatan ini tidak dihitung; tanyakan kepada admin.");
        case SlipState.Unknown:
            return qsTr("Tidak dikenal. Perangkat yang menyegelnya tidak disahkan menurut kabar di laptop ini. Jangan percaya isinya sebelum ditanyakan kepada admin.");
        case SlipState.OutOfScope:
            return qsTr("TIDAK UTUH. Perangkat itu tidak disahkan untuk unit atau kegiatan ini. Foto slipnya dan beri tahu admin.");
        case SlipState.Revoked:
            return qsTr("TIDAK UTUH. Kunci perangkat itu sudah dicabut sebelum catatan ini. Foto slipnya dan beri tahu admin.");
        }
        return "";
    }

    name: "slipDialog"
    title: qsTr("Periksa slip")
    explanation: qsTr("Pindai QR pada slip, atau ketik kode di bawahnya. Yang diperiksa segelnya dan sertifikat perangkatnya; internet tidak perlu.")
    acceptText: controller.busy ? qsTr("Memeriksa…") : qsTr("Periksa")
    acceptGlyph: Icons.fingerprint
    acceptEnabled: content.text.trim() !== ""
    busy: controller.busy
    firstField: content
    onAboutToShow: {
        content.clear();
        controller.clear();
    }
    onClosed: controller.clear()
    onAccepted: controller.check(content.text)

    InputField {
        id: content

        objectName: "slipText"
        width: parent?.width ?? 0
        label: qsTr("Isi QR atau kode slip")
        placeholder: qsTr("TEKEN1:… atau 7KQ2-M0V9-TXAB-CDEFG")
        hint: qsTr("Dengan pemindai: klik di sini lalu pindai. Dari kode saja, catatannya harus ada di laptop ini.")
        onEdited: dialog.controller.clear()
        onAccepted: dialog.controller.check(content.text)
    }
    BodyText {
        objectName: "slipChecking"
        visible: dialog.controller.busy
        width: parent?.width ?? 0
        text: qsTr("Memeriksa segel dan sertifikat…")
        muted: true
    }
    ErrorNotice {
        objectName: "slipFailure"
        width: parent?.width ?? 0
        notice: dialog.controller.failure
        onDismissed: dialog.controller.dismissFailure()
    }
    NoteLine {
        objectName: "slipSentence"
        visible: dialog.checked
        width: parent?.width ?? 0
        glyph: dialog.good ? Icons.checked : dialog.forged ? Icons.failure : Icons.warning
        tint: dialog.good ? Theme.palette.good : dialog.forged ? Theme.palette.stop : Theme.palette.attention
        text: dialog.sentence
    }
    BodyText {
        objectName: "slipFacts"
        visible: dialog.checked && !dialog.forged
        width: parent?.width ?? 0
        muted: true
        text: Format.joined([dialog.controller.verdict.code, dialog.controller.verdict.unit, dialog.controller.verdict.device, Format.dayAndHour(dialog.controller.verdict.signedAt)], " · ")
    }
    BodyText {
        visible: dialog.good
        width: parent?.width ?? 0
        text: dialog.controller.verdict.inLog ? qsTr("Tempatnya di log pusat sudah terbukti di laptop ini.") : qsTr("Tempatnya di log pusat belum diperiksa di sini.")
        muted: true
    }
}
