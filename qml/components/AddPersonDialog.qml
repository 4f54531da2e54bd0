// Someone who is not on the list: written down as they say it, matched by the admin later.
import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

NotingDialog {
    id: dialog

    property string suggestedName
    property string sessionUnit

    signal confirmed(string personName, string number, string post, string unit, int kind)

    function kindWords(): var {
        const words = [];
        for (let kind = SignerKind.Pns; kind <= SignerKind.Other; ++kind)
            words.push(Words.signerKind(kind));
        return words;
    }

    name: "addPersonDialog"
    title: qsTr("Tambahkan orang")
    explanation: qsTr("Untuk yang tidak ada dalam daftar. Admin mencocokkannya nanti; tanda tangannya disimpan sekarang.")
    acceptText: qsTr("Tambahkan")
    acceptGlyph: Icons.addPerson
    acceptEnabled: nameField.text.trim() !== "" && unitField.text.trim() !== "" && kindField.currentIndex >= 0
    firstField: nameField
    onAboutToShow: {
        nameField.text = suggestedName;
        numberField.clear();
        postField.clear();
        unitField.text = sessionUnit;
        kindField.currentIndex = -1;
    }
    onAccepted: dialog.confirmed(nameField.text, numberField.text, postField.text, unitField.text, kindField.currentIndex)

    InputField {
        id: nameField

        objectName: "addNameField"
        width: parent?.width ?? 0
        label: qsTr("Nama lengkap dengan gelar")
        maximumLength: 120
    }
    ChoiceField {
        id: kindField

        objectName: "addKindField"
        width: parent?.width ?? 0
        label: qsTr("Jenis kepegawaian")
        placeholder: qsTr("Pilih…")
        currentIndex: -1
        model: dialog.kindWords()
    }
    InputField {
        id: numberField

        objectName: "addNumberField"
        width: parent?.width ?? 0
        label: qsTr("NIP atau NI PPPK (bila ada)")
        hint: qsTr("18 angka. Boleh dikosongkan.")
        maximumLength: 40
    }
    InputField {
        id: postField

        objectName: "addPostField"
        width: parent?.width ?? 0
        label: qsTr("Jabatan")
        maximumLength: 120
    }
    InputField {
        id: unitField

        objectName: "addUnitField"
        width: parent?.width ?? 0
        label: qsTr("Unit kerja")
        maximumLength: 120
    }
}
