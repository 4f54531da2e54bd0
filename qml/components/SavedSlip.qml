// Tersimpan: what the signer may take along, a QR that holds the sealed record itself and a code for people. Stays
// until the officer goes on: it is the signer's to read, to photograph, to write down or to have printed.
import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Ink
import Teken.Theme

GridLayout {
    id: panel

    required property SignController controller
    required property SlipController slips
    readonly property bool whole: controller.slip.text !== ""
    readonly property bool onPaper: slips.printed !== "" && slips.printed === controller.slip.code

    columns: 2
    columnSpacing: Theme.space48
    onVisibleChanged: if (visible)
        slips.clear()

    ColumnLayout {
        Layout.alignment: Qt.AlignVCenter
        spacing: Theme.space8

        QrCode {
            objectName: "slipCode"
            Layout.alignment: Qt.AlignHCenter
            implicitWidth: Theme.slipCode
            implicitHeight: Theme.slipCode
            text: panel.whole ? panel.controller.slip.text : panel.controller.slip.code
            color: Theme.palette.penInk
            paper: Theme.palette.paper
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("QR slip %1").arg(panel.controller.slip.code)
        }
        Text {
            objectName: "slipLetters"
            Layout.alignment: Qt.AlignHCenter
            text: panel.controller.slip.code
            textFormat: Text.PlainText
            color: Theme.palette.ink
            font.family: Theme.family
            font.pixelSize: Theme.fontName
            font.weight: Font.DemiBold
            font.letterSpacing: 1
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignVCenter
        spacing: Theme.space12

        RowLayout {
            spacing: Theme.space16

            Icon {
                size: Theme.iconLarge
                text: Icons.checked
                color: Theme.palette.good
            }
            Text {
                text: qsTr("Tersimpan")
                textFormat: Text.PlainText
                color: Theme.palette.ink
                font.family: Theme.family
                font.pixelSize: Theme.fontSigner
                font.weight: Font.DemiBold
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        }
        TitleText {
            Layout.fillWidth: true
            text: panel.controller.person.name
        }
        BodyText {
            Layout.fillWidth: true
            text: qsTr("Nomor %1 di sesi ini · pukul %2").arg(Format.count(panel.controller.slip.numberInSession)).arg(Format.hour(panel.controller.slip.signedAt))
            muted: true
        }
        BodyText {
            Layout.fillWidth: true
            text: panel.whole ? qsTr("Foto QR ini, atau catat kodenya. Di dalamnya catatan Bapak/Ibu sendiri, bersegel; kelak siapa pun dapat memeriksanya.") : qsTr("Catat kodenya: dengan itu catatan Bapak/Ibu kelak dapat diperiksa.")
        }
        ErrorNotice {
            objectName: "slipPrintFailure"
            Layout.fillWidth: true
            showSafe: false
            notice: panel.slips.failure
            onDismissed: panel.slips.dismissFailure()
        }
        Flow {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space8
            spacing: Theme.space12

            ActionButton {
                objectName: "continueButton"
                kind: ActionButton.Primary
                large: true
                text: qsTr("Ke daftar (Enter)")
                hint: qsTr("Kembali ke daftar untuk mencari orang lain.")
                onClicked: panel.controller.leave()
            }
            ActionButton {
                objectName: "nextPersonButton"
                large: true
                glyph: Icons.forward
                glyphAfter: true
                text: qsTr("Berikutnya (F2)")
                hint: qsTr("Langsung ke orang berikutnya dalam daftar.")
                onClicked: App.signNext()
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: -Theme.space12
            spacing: Theme.space8

            ActionButton {
                objectName: "printSlipButton"
                kind: ActionButton.Quiet
                glyph: panel.onPaper ? Icons.check : Icons.printer
                text: panel.slips.busy ? qsTr("Mengirim ke pencetak…") : panel.onPaper ? qsTr("Slip dikirim ke pencetak") : qsTr("Cetak slip")
                hint: qsTr("Kode dan QR saja, tanpa nama.")
                enabled: !panel.slips.busy && !panel.onPaper
                onClicked: panel.slips.print(panel.controller.slip.code)
            }
            Item {
                Layout.fillWidth: true
            }
        }
    }
}
