// One question about one person, answered by a verb.
import QtQuick

NotingDialog {
    id: dialog

    property string personName

    signal confirmed

    onAccepted: dialog.confirmed()
}
