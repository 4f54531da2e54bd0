// Berhalangan: four coarse kinds. No diagnosis and no free text, on purpose.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Teken.App
import Teken.Controls

NotingDialog {
    id: dialog

    property string personName
    property int kind: -1

    signal confirmed(int kind)

    name: "excuseDialog"
    title: qsTr("Berhalangan")
    explanation: qsTr("%1 tetap dalam daftar dan boleh menandatangani kapan saja.").arg(personName)
    acceptText: qsTr("Simpan")
    acceptEnabled: kind >= 0
    firstField: kinds.count > 0 ? kinds.itemAt(0) as Item : null
    onAboutToShow: {
        group.checkedButton = null;
        kind = -1;
    }
    onAccepted: dialog.confirmed(dialog.kind)

    T.ButtonGroup {
        id: group
    }
    Column {
        width: parent?.width ?? 0

        Repeater {
            id: kinds

            model: [ExcuseKind.Leave, ExcuseKind.Duty, ExcuseKind.Study, ExcuseKind.Other]

            RadioRow {
                required property int modelData

                objectName: "excuseKind" + modelData
                width: parent?.width ?? 0
                text: Words.excuse(modelData)
                T.ButtonGroup.group: group
                onClicked: dialog.kind = modelData
            }
        }
    }
}
