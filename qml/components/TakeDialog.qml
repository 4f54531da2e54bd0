// Ambil tanda terima dari flashdisk: what the centre gave back, checked before anything of it is kept.
import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

DialogSheet {
    id: dialog

    required property SendController controller
    readonly property bool done: controller.fileTaken
    readonly property bool nothingNew: controller.takenReceived === 0 && controller.takenNews === 0 && controller.takenRefused === 0 && controller.takenFormer === 0 && controller.takenUnproven === 0 && !controller.centreRestored

    name: "takeDialog"
    title: done ? qsTr("Berkas sudah dibaca") : qsTr("Ambil tanda terima dari flashdisk")
    explanation: done ? "" : qsTr("Pilih berkas dari pusat. Laptop ini memeriksa tanda pusat sebelum sebuah data disebut diterima.")
    acceptText: done ? "" : controller.busy ? qsTr("Membaca…") : qsTr("Ambil")
    acceptGlyph: Icons.stick
    acceptEnabled: choice.path !== ""
    busy: controller.busy
    onAboutToShow: {
        controller.forgetSavedPath();
        controller.refreshPlaces();
        choice.reset();
    }
    onAccepted: controller.load(choice.path)

    FileChoice {
        id: choice

        visible: !dialog.done && !dialog.controller.busy
        width: parent?.width ?? 0
        controller: dialog.controller
    }
    CarryLine {
        width: parent?.width ?? 0
        controller: dialog.controller
        doing: qsTr("Membaca berkas…")
    }
    ErrorNotice {
        objectName: "takeFailure"
        width: parent?.width ?? 0
        notice: dialog.controller.failure
        onDismissed: dialog.controller.dismissFailure()
    }
    NoteLine {
        objectName: "takenReceived"
        visible: dialog.done && dialog.controller.takenReceived > 0
        width: parent?.width ?? 0
        glyph: Icons.received
        tint: Theme.palette.good
        text: qsTr("%n data kini tercatat diterima pusat.", "", dialog.controller.takenReceived)
    }
    NoteLine {
        visible: dialog.done && dialog.controller.takenNews > 0
        width: parent?.width ?? 0
        glyph: Icons.info
        text: qsTr("%n kabar baru dari pusat.", "", dialog.controller.takenNews)
    }
    NoteLine {
        objectName: "takenRefused"
        visible: dialog.done && dialog.controller.takenRefused > 0
        width: parent?.width ?? 0
        glyph: Icons.warning
        tint: Theme.palette.attention
        text: qsTr("%n catatan tidak diterima: kuncinya tidak dikenal atau isinya rusak. Beri tahu admin.", "", dialog.controller.takenRefused)
    }
    NoteLine {
        objectName: "centreRestored"
        visible: dialog.done && dialog.controller.centreRestored
        width: parent?.width ?? 0
        glyph: Icons.info
        text: qsTr("Pusat pernah dipulihkan dari cadangan. Data yang belum ada di sana menunggu lagi dan dikirim ulang; tidak ada yang hilang dari laptop ini.")
    }
    NoteLine {
        objectName: "takenUnproven"
        visible: dialog.done && dialog.controller.takenUnproven > 0
        width: parent?.width ?? 0
        glyph: Icons.warning
        tint: Theme.palette.attention
        text: qsTr("%n bukti dari log pusat tidak cocok. Tidak ada data yang dianggap diterima karenanya. Minta berkas baru; bila tetap, beri tahu admin dan auditor.", "", dialog.controller.takenUnproven)
    }
    NoteLine {
        objectName: "takenFormer"
        visible: dialog.done && dialog.controller.takenFormer > 0
        width: parent?.width ?? 0
        glyph: Icons.info
        text: qsTr("%n tanda terima lama tidak dipakai. Minta yang baru dari pusat.", "", dialog.controller.takenFormer)
    }
    NoteLine {
        visible: dialog.done && dialog.nothingNew
        width: parent?.width ?? 0
        glyph: Icons.checked
        text: qsTr("Tidak ada yang baru di berkas ini.")
    }
}
