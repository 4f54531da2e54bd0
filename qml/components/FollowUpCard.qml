// A closed session: nothing can be added to it; those it missed get a session of their own.
import QtQuick
import QtQuick.Layouts
import Teken.Controls
import Teken.Theme

Surface {
    id: card

    property int missed
    /// Closed, but a crash or a full disk came before all ink of the minutes.
    property bool minutesMissing: false

    signal minutesWanted
    signal followUpWanted
    signal papersWanted

    implicitHeight: column.implicitHeight + 2 * Theme.space16

    ColumnLayout {
        id: column

        x: Theme.space16
        y: Theme.space16
        width: parent.width - 2 * x
        spacing: Theme.space12

        BodyText {
            Layout.fillWidth: true
            text: qsTr("Sesi ini sudah ditutup dan tidak dibuka lagi.")
            strong: true
        }
        BodyText {
            Layout.fillWidth: true
            text: card.missed > 0 ? qsTr("%n orang belum menandatangani. Mereka menandatangani di sesi susulan.", "", card.missed) : qsTr("Semua dalam daftar sudah tercatat.")
            muted: true
        }
        NoteLine {
            objectName: "minutesMissing"
            Layout.fillWidth: true
            visible: card.minutesMissing
            glyph: Icons.warning
            tint: Theme.palette.attention
            text: qsTr("Penutupan sempat terputus: berita acaranya belum ditandatangani semua. Hitungan dan tanda tangan pegawai aman.")
        }
        ActionButton {
            objectName: "minutesButton"
            Layout.fillWidth: true
            visible: card.minutesMissing
            kind: ActionButton.Primary
            large: true
            glyph: Icons.sign
            text: qsTr("Lengkapi berita acara")
            onClicked: card.minutesWanted()
        }
        ActionButton {
            objectName: "followUpButton"
            Layout.fillWidth: true
            kind: card.minutesMissing ? ActionButton.Secondary : ActionButton.Primary
            large: !card.minutesMissing
            glyph: Icons.add
            text: qsTr("Buka sesi susulan")
            onClicked: card.followUpWanted()
        }
        ActionButton {
            objectName: "papersButton"
            Layout.fillWidth: true
            glyph: Icons.printer
            text: qsTr("Cetak berkas")
            onClicked: card.papersWanted()
        }
    }
}
