// The centre's log has contradicted itself: said wherever the officer looks, with the place of the evidence.
import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Theme

ColumnLayout {
    id: alarm

    required property SendController controller

    objectName: "logAlarm"
    visible: controller.alarm.present
    spacing: Theme.space8

    ErrorNotice {
        objectName: "logAlarmNotice"
        Layout.fillWidth: true
        notice: alarm.controller.alarm
        dismissible: false
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space8

        BodyText {
            objectName: "logAlarmFolder"
            Layout.fillWidth: true
            text: qsTr("Berkas bukti: %1").arg(alarm.controller.evidenceFolder)
            small: true
            wrapMode: Text.WrapAnywhere
        }
        ActionButton {
            objectName: "logAlarmCopy"
            kind: ActionButton.Quiet
            glyph: Icons.copy
            text: qsTr("Salin tempatnya")
            onClicked: App.copyText(alarm.controller.evidenceFolder)
        }
    }
}
