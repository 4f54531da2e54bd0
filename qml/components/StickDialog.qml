// Simpan ke flashdisk: everything the centre has not acknowledged, sealed so that only the centre can read it.
import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

DialogSheet {
    id: dialog

    required property SendController controller
    readonly property bool done: controller.savedPath !== ""

    name: "stickDialog"
    title: done ? qsTr("Berkas tersimpan") : qsTr("Simpan ke flashdisk")
    explanation: done ? qsTr("Serahkan berkas ini kepada admin. Data di laptop tetap ada sampai pusat menerimanya.") : qsTr("%n data yang belum diterima pusat disimpan dalam satu berkas bersegel. Hanya pusat yang bisa membacanya.", "", controller.waiting)
    acceptText: done ? "" : controller.busy ? qsTr("Menyimpan…") : qsTr("Simpan")
    acceptGlyph: Icons.stick
    acceptEnabled: choice.folder !== ""
    busy: controller.busy
    onAboutToShow: {
        controller.forgetSavedPath();
        controller.refreshPlaces();
        choice.reset();
    }
    onAccepted: controller.saveTo(choice.folder)

    PlaceChoice {
        id: choice

        visible: !dialog.done && !dialog.controller.busy
        width: parent?.width ?? 0
        controller: dialog.controller
    }
    CarryLine {
        width: parent?.width ?? 0
        controller: dialog.controller
        doing: qsTr("Menyimpan berkas…")
    }
    ErrorNotice {
        objectName: "stickFailure"
        width: parent?.width ?? 0
        notice: dialog.controller.failure
        onDismissed: dialog.controller.dismissFailure()
    }
    Row {
        visible: dialog.done
        width: parent?.width ?? 0
        spacing: Theme.space12

        Icon {
            text: Icons.checked
            color: Theme.palette.good
        }
        BodyText {
            width: parent.width - Theme.icon - Theme.space12
            text: qsTr("%n data di berkas %1", "", dialog.controller.savedEntries).arg(dialog.controller.savedPath)
            wrapMode: Text.WrapAnywhere
        }
    }
}
