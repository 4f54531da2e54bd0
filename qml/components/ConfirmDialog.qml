// One question about one person, answered by a verb.
import QtQuick
import Teken.Controls

DialogSheet {
    id: dialog

    property string personName

    signal confirmed

    onAccepted: dialog.confirmed()
}
