// What signers are told before anything is asked of them (UU 27/2022): who, why, what is kept, how long, whom to
// ask. Nobody consents here: the basis is a public duty, and neutrality binds by law with or without this signature.
pragma ComponentBehavior: Bound

import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

DialogSheet {
    id: card

    required property NotesController controller

    readonly property driveCard drive: controller.drive

    component Line: Column {
        id: line

        property string question
        property string reply

        objectName: "openingLine"
        width: parent?.width ?? 0
        spacing: 2

        BodyText {
            width: parent.width
            text: line.question
            small: true
            strong: true
            color: Theme.palette.accent
        }
        BodyText {
            width: parent.width
            text: line.reply
            font.pixelSize: Theme.fontName
        }
    }

    name: "openingCard"
    width: Math.min(Theme.form + Theme.sideColumn, parent.width - 2 * Theme.space24)
    title: qsTr("Kartu keterangan untuk penanda tangan")
    explanation: qsTr("Bacakan, atau perlihatkan kepada yang hadir, sebelum orang pertama menandatangani.")
    acceptText: qsTr("Sudah disampaikan")
    acceptGlyph: Icons.check
    onAboutToShow: {
        controller.dismissFailure();
        controller.readDrive();
    }
    onAccepted: card.close()

    ErrorNotice {
        objectName: "cardFailure"
        width: parent?.width ?? 0
        notice: card.controller.failure
        actionText: card.controller.canRetry ? qsTr("Coba lagi") : ""
        onActionWanted: card.controller.retry()
        onDismissed: card.controller.dismissFailure()
    }
    Line {
        question: qsTr("Siapa yang meminta")
        reply: Format.joined([card.drive.organisation, card.drive.order], " · ")
    }
    Line {
        question: qsTr("Untuk apa")
        reply: card.drive.purpose === "" ? card.drive.title : card.drive.purpose
    }
    Line {
        question: qsTr("Apa yang disimpan")
        reply: qsTr("Nama, nomor pegawai, jabatan, unit, bentuk goresan tanda tangan, waktu dan tempat. Tekanan dan kecepatan pena tidak disimpan, dan tanda tangan tidak dicocokkan oleh mesin.")
    }
    Line {
        question: qsTr("Berapa lama")
        reply: card.drive.retentionDays > 0 ? qsTr("%1 hari sesudah kegiatan ditutup.").arg(Format.count(card.drive.retentionDays)) : qsTr("Belum ditetapkan.")
    }
    Line {
        question: qsTr("Bertanya kepada siapa")
        reply: card.drive.contact === "" ? qsTr("Pimpinan sesi ini.") : card.drive.contact
    }
    NoteLine {
        width: parent?.width ?? 0
        glyph: Icons.info
        text: qsTr("Netralitas pegawai diwajibkan undang-undang. Kewajiban itu sama bagi yang menandatangani dan yang tidak.")
    }
}
