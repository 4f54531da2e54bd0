// Simpan PDF: where to, and whether this paper or all of them.
import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

DialogSheet {
    id: dialog

    required property PapersController controller
    required property SendController send
    property string paperTitle
    property bool all: false

    name: "savePapersDialog"
    title: qsTr("Simpan PDF")
    explanation: qsTr("PDF tidak bersegel: siapa pun yang memegang flashdisk bisa membacanya.")
    acceptText: controller.busy ? qsTr("Menyimpan…") : qsTr("Simpan")
    acceptGlyph: Icons.file
    acceptEnabled: choice.folder !== ""
    busy: controller.busy
    onAboutToShow: {
        all = false;
        send.refreshPlaces();
        choice.reset();
    }
    onAccepted: controller.saveTo(choice.folder, dialog.all)

    Connections {
        target: dialog.controller
        function onOutcomeChanged(): void {
            if (dialog.controller.savedFiles > 0)
                dialog.close();
        }
    }
    SegmentedChoice {
        objectName: "saveWhich"
        width: parent?.width ?? 0
        visible: !dialog.controller.secret
        name: qsTr("Berkas yang disimpan")
        words: [qsTr("Hanya ini"), qsTr("Semua berkas")]
        current: dialog.all ? 1 : 0
        onChosen: index => dialog.all = index === 1
    }
    BodyText {
        width: parent?.width ?? 0
        text: dialog.all ? qsTr("Semua berkas sesi ini, kecuali catatan rahasia.") : dialog.paperTitle
        muted: true
    }
    PlaceChoice {
        id: choice

        width: parent?.width ?? 0
        controller: dialog.send
    }
    ErrorNotice {
        objectName: "savePapersFailure"
        width: parent?.width ?? 0
        notice: dialog.controller.failure
        actionText: dialog.controller.canRetry ? qsTr("Coba lagi") : ""
        onActionWanted: dialog.controller.retry()
        onDismissed: dialog.controller.dismissFailure()
    }
}
