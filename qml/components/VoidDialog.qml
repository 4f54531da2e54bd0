// Batalkan tanda tangan, or a note (Berhalangan, Tidak hadir, Menolak): nothing is erased; a further entry says why and
// who else saw it.
import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

NotingDialog {
    id: dialog

    property string personName
    /// Of a note; otherwise of a signature.
    property bool ofNote: false

    signal confirmed(int reason, string words, string secondPerson)

    /// The reasons of the format that make sense here.
    readonly property var reasons: ofNote ? [VoidKind.WrongPerson, VoidKind.Trial, VoidKind.Other] : [VoidKind.WrongPerson, VoidKind.Trial, VoidKind.Illegible, VoidKind.Double, VoidKind.Other]
    readonly property int reason: reasonChoice.currentIndex < 0 ? -1 : reasons[reasonChoice.currentIndex]
    readonly property bool wordsNeeded: reason === VoidKind.Other

    name: "voidDialog"
    title: ofNote ? qsTr("Batalkan catatan") : qsTr("Batalkan tanda tangan")
    explanation: ofNote ? qsTr("Catatan tentang %1 tetap tersimpan dan diberi keterangan batal. Keadaannya kembali seperti sebelum catatan itu.").arg(personName) : qsTr("Tanda tangan %1 tetap tersimpan dan diberi catatan batal. Yang bersangkutan kembali ke Belum dan boleh menandatangani lagi.").arg(personName)
    acceptText: title
    acceptGlyph: Icons.voided
    danger: true
    acceptEnabled: reason >= 0 && (!wordsNeeded || wordsField.text.trim().length >= 5) && secondField.text.trim() !== ""
    firstField: reasonChoice
    onAboutToShow: {
        reasonChoice.currentIndex = -1;
        wordsField.clear();
        secondField.clear();
    }
    onAccepted: dialog.confirmed(dialog.reason, wordsField.text, secondField.text)

    ChoiceField {
        id: reasonChoice

        objectName: "voidReason"
        width: parent?.width ?? 0
        label: qsTr("Alasan")
        placeholder: qsTr("Pilih…")
        currentIndex: -1
        model: dialog.reasons.map(reason => Words.voidReason(reason))
    }
    InputField {
        id: wordsField

        objectName: "voidWordsField"
        width: parent?.width ?? 0
        label: dialog.wordsNeeded ? qsTr("Sebabnya") : qsTr("Keterangan (boleh kosong)")
        hint: qsTr("Jangan menulis keadaan kesehatan.")
        maximumLength: 200
    }
    InputField {
        id: secondField

        objectName: "voidSecondField"
        width: parent?.width ?? 0
        label: qsTr("Orang kedua yang menyaksikan")
        hint: qsTr("Saksi atau pimpinan sesi, bukan petugas sendiri.")
        maximumLength: 120
    }
}
