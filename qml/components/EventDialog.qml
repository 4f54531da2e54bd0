// Kejadian khusus: what the minutes must say beside the counts. Those noted so far stand below.
pragma ComponentBehavior: Bound

import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

DialogSheet {
    id: dialog

    required property NotesController controller
    /// A closed session is only read.
    property bool writable: true

    signal confirmed(string text)

    name: "eventDialog"
    title: qsTr("Kejadian khusus")
    explanation: qsTr("Yang perlu dibaca di berita acara: listrik padam, hujan, pindah ruangan, keberatan. Jangan menulis nama atau keadaan kesehatan.")
    acceptText: writable ? qsTr("Catat kejadian") : ""
    acceptEnabled: textField.text.trim().length >= 5
    busy: controller.busy
    firstField: writable ? textField : null
    onAboutToShow: {
        textField.clear();
        controller.dismissFailure();
        controller.readEvents();
    }
    onAccepted: dialog.confirmed(textField.text)

    ErrorNotice {
        objectName: "eventFailure"
        width: parent?.width ?? 0
        notice: dialog.controller.failure
        actionText: dialog.controller.canRetry ? qsTr("Coba lagi") : ""
        onActionWanted: dialog.controller.retry()
        onDismissed: dialog.controller.dismissFailure()
    }
    InputField {
        id: textField

        objectName: "eventTextField"
        visible: dialog.writable
        width: parent?.width ?? 0
        label: qsTr("Apa yang terjadi")
        hint: qsTr("Jamnya dicatat sendiri.")
        maximumLength: 500
    }
    Repeater {
        model: dialog.controller.events

        BodyText {
            required property int index
            required property date at
            required property string words

            objectName: "event" + index
            width: parent?.width ?? 0
            text: qsTr("%1 · %2").arg(Format.hour(at)).arg(words)
        }
    }
}
