// Batalkan tanda tangan: nothing is erased; a further entry says why and who else saw it.
import QtQuick
import Teken.Controls
import Teken.Theme

DialogSheet {
    id: dialog

    property string personName

    signal confirmed(string reason, string secondPerson)

    name: "voidDialog"
    title: qsTr("Batalkan tanda tangan")
    explanation: qsTr("Tanda tangan %1 tetap tersimpan dan diberi catatan batal. Yang bersangkutan kembali ke Belum dan boleh menandatangani lagi.").arg(personName)
    acceptText: qsTr("Batalkan tanda tangan")
    acceptGlyph: Icons.voided
    danger: true
    acceptEnabled: reasonField.text.trim().length >= 5 && secondField.text.trim() !== ""
    firstField: reasonField
    onAboutToShow: {
        reasonField.clear();
        secondField.clear();
    }
    onAccepted: dialog.confirmed(reasonField.text, secondField.text)

    InputField {
        id: reasonField

        objectName: "voidReasonField"
        width: parent?.width ?? 0
        label: qsTr("Alasan")
        hint: qsTr("Misalnya: salah memilih orang.")
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
