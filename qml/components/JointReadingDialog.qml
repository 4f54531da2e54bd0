// Dibacakan bersama: the text as it is spoken (kami), large enough for whoever leads; its time is noted at the end.
import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

DialogSheet {
    id: dialog

    required property NotesController controller

    signal confirmed

    name: "jointReadingDialog"
    width: Math.min(Theme.form + Theme.sideColumn, parent.width - 2 * Theme.space24)
    title: controller.spoken.title
    explanation: qsTr("Dibaca bersama, dipimpin pembaca ikrar. Tekan sesudah selesai: jamnya tercatat pada setiap tanda tangan.")
    acceptText: qsTr("Sudah dibacakan bersama")
    acceptGlyph: Icons.readJointly
    acceptEnabled: controller.spoken.points.length > 0
    onAboutToShow: controller.readSpoken()
    onAccepted: dialog.confirmed()

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
