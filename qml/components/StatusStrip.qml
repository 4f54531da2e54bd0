// What is safe here, what arrived, what waits: on every page, always from the store.
import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Theme

Rectangle {
    id: strip

    required property SendController controller
    /// On the signer's page nothing is to be pressed; on a locked or new laptop nothing can be sent.
    property bool quiet: false
    property bool locked: false
    /// Invented data has no centre: said where the waiting is told.
    property bool practice: false

    signal queueWanted
    signal stickWanted
    /// Something was pressed here: the keyboard belongs to the page again. Tab leads here, a finger or the mouse takes
    /// nothing away.
    signal acted

    readonly property bool allReceived: controller.saved > 0 && controller.waiting === 0 && controller.needHelp === 0
    readonly property string nothingSent: qsTr("LATIHAN: tidak ada yang dikirim")
    readonly property string waitingText: controller.waiting === 0 ? "" : practice ? nothingSent : controller.offline || controller.lastContact.getTime() !== controller.lastContact.getTime() ? qsTr("%1 menunggu internet").arg(Format.count(controller.waiting)) : qsTr("%1 menunggu dikirim").arg(Format.count(controller.waiting))

    implicitHeight: Math.max(Theme.strip, line.implicitHeight + Theme.space8)
    color: Theme.palette.raised
    Accessible.role: Accessible.StatusBar
    Accessible.name: qsTr("Keadaan pengiriman")
    onQueueWanted: strip.acted()

    Rectangle {
        width: parent.width
        height: Theme.palette.frame
        color: Theme.palette.line
    }

    RowLayout {
        id: line

        anchors.fill: parent
        anchors.leftMargin: Theme.space16
        anchors.rightMargin: Theme.space16
        spacing: Theme.space8

        StatusFigure {
            objectName: "alarmFigure"
            visible: strip.controller.alarm.present
            glyph: Icons.failure
            tint: Theme.palette.stop
            text: qsTr("Catatan pusat bertentangan")
            enabled: !strip.quiet && !strip.locked
            onClicked: strip.queueWanted()
        }
        StatusFigure {
            objectName: "savedFigure"
            // Large letters take a second line before anything leaves the window.
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth) + 1
            glyph: Icons.savedHere
            text: qsTr("%1 tersimpan di laptop").arg(Format.count(strip.controller.saved))
            enabled: !strip.quiet && !strip.locked
            onClicked: strip.queueWanted()
        }
        StatusFigure {
            objectName: "receivedFigure"
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth) + 1
            glyph: Icons.received
            tint: Theme.palette.good
            text: strip.controller.witnessed > 0 ? qsTr("%1 diterima pusat · %2 disaksikan").arg(Format.count(strip.controller.received)).arg(Format.count(strip.controller.witnessed)) : qsTr("%1 diterima pusat").arg(Format.count(strip.controller.received))
            enabled: !strip.quiet && !strip.locked
            onClicked: strip.queueWanted()
        }
        StatusFigure {
            objectName: "waitingFigure"
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth) + 1
            visible: strip.controller.waiting > 0 && !strip.controller.sending
            glyph: Icons.waiting
            tint: Theme.palette.wait
            text: strip.controller.retryInSeconds > 0 && !strip.locked && !strip.practice ? qsTr("%1 · dicoba lagi %2").arg(strip.waitingText).arg(Format.countdown(strip.controller.retryInSeconds)) : strip.waitingText
            enabled: !strip.quiet && !strip.locked
            onClicked: strip.queueWanted()
        }
        StatusFigure {
            objectName: "needHelpFigure"
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth) + 1
            visible: strip.controller.needHelp > 0
            glyph: Icons.needsHelp
            tint: Theme.palette.attention
            text: qsTr("%1 perlu bantuan").arg(Format.count(strip.controller.needHelp))
            enabled: !strip.quiet && !strip.locked
            onClicked: strip.queueWanted()
        }
        BusyMark {
            visible: strip.controller.sending
            Layout.leftMargin: Theme.space8
            text: qsTr("Mengirim %1 dari %2").arg(Format.count(strip.controller.sendingDone)).arg(Format.count(strip.controller.sendingTotal))
        }
        Item {
            Layout.fillWidth: true
        }
        BodyText {
            visible: strip.locked && strip.controller.waiting > 0 && !strip.practice
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
            text: qsTr("Selama terkunci tidak ada yang dikirim.")
            font.pixelSize: Theme.fontStrip
            muted: true
        }
        BodyText {
            visible: !strip.locked && !strip.quiet && strip.allReceived && !strip.controller.alarm.present
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
            text: qsTr("Semua sudah di pusat.")
            font.pixelSize: Theme.fontStrip
            muted: true
        }
        ActionButton {
            objectName: "stickButton"
            font.pixelSize: Theme.fontStrip
            visible: !strip.quiet && !strip.locked && !strip.controller.sending && strip.controller.waiting > 0 && (strip.controller.offline || strip.controller.trouble.present) && !(strip.controller.alarm.present && Theme.textScale > 1.25)
            kind: ActionButton.Quiet
            glyph: Icons.stick
            text: qsTr("Simpan ke flashdisk")
            focusPolicy: Qt.TabFocus
            onClicked: {
                strip.acted(); // before the question opens: closed again, it gives the keyboard back to the page
                strip.stickWanted();
            }
        }
        ActionButton {
            objectName: "cancelSendButton"
            font.pixelSize: Theme.fontStrip
            visible: !strip.quiet && strip.controller.sending
            text: qsTr("Hentikan")
            focusPolicy: Qt.TabFocus
            onClicked: {
                strip.controller.cancel();
                strip.acted();
            }
        }
        ActionButton {
            objectName: "sendButton"
            font.pixelSize: Theme.fontStrip
            visible: !strip.quiet && !strip.locked && !strip.controller.sending
            enabled: strip.controller.waiting > 0 && !strip.controller.busy && !strip.practice
            glyph: Icons.send
            text: qsTr("Kirim data")
            hint: strip.practice ? strip.nothingSent : strip.controller.waiting > 0 ? "" : qsTr("Tidak ada yang menunggu.")
            focusPolicy: Qt.TabFocus
            onClicked: {
                strip.controller.send();
                strip.acted();
            }
        }
    }
}
