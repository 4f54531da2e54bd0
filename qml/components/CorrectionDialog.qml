// Usulan perbaikan data: what somebody says is wrong with their row. The roster stays; an admin decides.
import QtQuick
import Teken.App
import Teken.Controls

NotingDialog {
    id: dialog

    property string personName

    signal confirmed(int field, string value)

    function fieldWords(): var {
        const words = [];
        for (let field = CorrectionField.Name; field <= CorrectionField.Other; ++field)
            words.push(Words.correction(field));
        return words;
    }

    name: "correctionDialog"
    title: qsTr("Usulkan perbaikan data")
    explanation: qsTr("Daftar pegawai tidak berubah sekarang. Usulan untuk %1 dikirim ke admin; menandatangani tidak perlu menunggu.").arg(personName)
    acceptText: qsTr("Catat usulan")
    acceptEnabled: fieldChoice.currentIndex >= 0 && valueField.text.trim() !== ""
    firstField: fieldChoice
    onAboutToShow: {
        fieldChoice.currentIndex = -1;
        valueField.clear();
    }
    onAccepted: dialog.confirmed(fieldChoice.currentIndex, valueField.text)

    ChoiceField {
        id: fieldChoice

        objectName: "correctionField"
        width: parent?.width ?? 0
        label: qsTr("Yang keliru")
        placeholder: qsTr("Pilih…")
        currentIndex: -1
        model: dialog.fieldWords()
    }
    InputField {
        id: valueField

        objectName: "correctionValueField"
        width: parent?.width ?? 0
        label: qsTr("Seharusnya")
        maximumLength: 300
    }
}
