// Dibantu atau cap jempol: a second witness sees it, and their name goes into the entry.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Teken.App
import Teken.Controls
import Teken.Theme

NotingDialog {
    id: dialog

    property string personName
    property int form: -1

    signal confirmed(int form, string secondWitness)

    name: "helpedDialog"
    title: qsTr("Dibantu atau cap jempol")
    explanation: qsTr("%1 sendiri yang menyatakan setuju; seorang saksi kedua melihatnya.").arg(personName)
    acceptText: qsTr("Buka papan tanda tangan")
    acceptGlyph: Icons.sign
    acceptEnabled: form >= 0 && witnessField.text.trim() !== ""
    firstField: forms.count > 0 ? forms.itemAt(0) as Item : null
    onAboutToShow: {
        group.checkedButton = null;
        form = -1;
        witnessField.clear();
    }
    onAccepted: dialog.confirmed(dialog.form, witnessField.text)

    T.ButtonGroup {
        id: group
    }
    Column {
        width: parent?.width ?? 0

        Repeater {
            id: forms

            model: [SignForm.Assisted, SignForm.Thumb]

            RadioRow {
                required property int modelData

                objectName: "helpedForm" + modelData
                width: parent?.width ?? 0
                text: modelData === SignForm.Assisted ? qsTr("Dibantu: tangannya dituntun, atau memberi tanda silang") : qsTr("Cap jempol pada papan")
                T.ButtonGroup.group: group
                onClicked: dialog.form = modelData
            }
        }
    }
    InputField {
        id: witnessField

        objectName: "helpedWitnessField"
        width: parent?.width ?? 0
        label: qsTr("Saksi kedua")
        hint: qsTr("Nama lengkap; bukan petugas sendiri.")
        maximumLength: 120
    }
}
