// Dibacakan bersama: each text of the session as it is spoken (kami), large enough for whoever leads. The time of each
// is noted when it was read; a session has one text for each kind of signer.
import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Theme

DialogSheet {
    id: dialog

    required property NotesController controller

    readonly property bool several: controller.spokenCount > 1
    readonly property bool read: Format.isValid(controller.spokenReadAt)
    property bool noting: false

    name: "jointReadingDialog"
    width: Math.min(Theme.form + Theme.sideColumn, parent.width - 2 * Theme.space24)
    title: controller.spoken.title
    explanation: several ? qsTr("Sesi ini punya %n naskah. Bacakan masing-masing, dan tekan sesudah tiap naskah selesai: jamnya tercatat pada setiap tanda tangan atasnya.", "", controller.spokenCount) : qsTr("Dibaca bersama, dipimpin pembaca ikrar. Tekan sesudah selesai: jamnya tercatat pada setiap tanda tangan.")
    acceptText: qsTr("Sudah dibacakan bersama")
    acceptGlyph: Icons.readJointly
    acceptEnabled: controller.spoken.points.length > 0 && !dialog.read
    busy: controller.busy
    onAboutToShow: {
        noting = false;
        controller.dismissFailure();
        controller.readSpoken();
    }
    onAccepted: {
        noting = true;
        controller.noteJointReading();
    }

    Connections {
        target: dialog.controller
        enabled: dialog.opened
        function onSpokenRead(): void {
            if (dialog.noting && dialog.controller.spokenUnread === 0)
                dialog.close();
        }
        function onSpokenChanged(): void {
            dialog.contentY = 0; // another text begins at its beginning
        }
    }
    ErrorNotice {
        objectName: "readingFailure"
        width: parent?.width ?? 0
        notice: dialog.controller.failure
        actionText: dialog.controller.canRetry ? qsTr("Coba lagi") : ""
        onActionWanted: dialog.controller.retry()
        onDismissed: dialog.controller.dismissFailure()
    }
    RowLayout {
        width: parent?.width ?? 0
        visible: dialog.several
        spacing: Theme.space8

        IconButton {
            objectName: "previousTextButton"
            glyph: Icons.previous
            text: qsTr("Naskah sebelumnya")
            enabled: dialog.controller.spokenIndex > 0 && !dialog.busy
            onClicked: dialog.controller.spokenIndex -= 1
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            BodyText {
                objectName: "textPlace"
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Naskah %1 dari %2, untuk %3").arg(dialog.controller.spokenIndex + 1).arg(dialog.controller.spokenCount).arg(Words.signers(dialog.controller.spoken.kinds))
                strong: true
            }
            BodyText {
                objectName: "textRead"
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: dialog.read ? qsTr("✓ Dibacakan bersama pukul %1").arg(Format.hour(dialog.controller.spokenReadAt)) : qsTr("Belum dibacakan")
                small: true
                color: dialog.read ? Theme.palette.good : Theme.palette.muted
            }
        }
        IconButton {
            objectName: "nextTextButton"
            glyph: Icons.forward
            text: qsTr("Naskah berikutnya")
            enabled: dialog.controller.spokenIndex + 1 < dialog.controller.spokenCount && !dialog.busy
            onClicked: dialog.controller.spokenIndex += 1
        }
    }
    BodyText {
        objectName: "spokenText"
        width: parent?.width ?? 0
        font.pixelSize: Theme.fontName
        text: {
            let words = dialog.controller.spoken.opening;
            for (let i = 0; i < dialog.controller.spoken.points.length; ++i)
                words += "\n\n" + (i + 1) + ". " + dialog.controller.spoken.points[i];
            return dialog.controller.spoken.closing === "" ? words : words + "\n\n" + dialog.controller.spoken.closing;
        }
    }
}
