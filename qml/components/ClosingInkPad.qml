// The ink of the minutes: the head first, then the witnesses, each on a pad of their own.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Ink
import Teken.Theme

ScrollArea {
    id: area

    required property CloseController controller
    /// Kembali was pressed while there is ink: asked in place.
    property bool leaving: false
    property int signer: 0

    signal leaveWanted
    signal withoutInkWanted

    readonly property InkSheet sheet: controller.ink(signer)
    /// The head and one to three witnesses.
    readonly property int signers: controller.loaded ? controller.summary.signers.length : 3
    readonly property string signerName: controller.summary.signers[signer] ?? ""
    /// Whose ink stands already: a closing that was interrupted asks only for the others.
    readonly property var inkStands: controller.summary.inkStands
    readonly property bool standsAlready: stands(signer)
    readonly property var roles: [qsTr("Pimpinan sesi"), qsTr("Saksi satu"), qsTr("Saksi dua"), qsTr("Saksi tiga")]
    readonly property var waits: [qsTr("Menunggu tanda tangan pimpinan sesi."), qsTr("Menunggu tanda tangan saksi satu."), qsTr("Menunggu tanda tangan saksi dua."), qsTr("Menunggu tanda tangan saksi tiga.")]
    readonly property string obstacleText: {
        switch (controller.obstacle) {
        case CloseController.NotLoaded:
            return area.controller.failure.present ? qsTr("Catatan sesi belum terbaca.") : qsTr("Menghitung…");
        case CloseController.UnfinishedInk:
            return qsTr("Masih ada tanda tangan yang belum disimpan.");
        case CloseController.CountsDiffer:
            return qsTr("Jumlah belum cocok.");
        case CloseController.NeedsInk:
            return area.waits[area.controller.waitsFor] ?? "";
        }
        return "";
    }

    function stands(index: int): bool {
        return area.inkStands[index] ?? false;
    }
    function tabText(index: int): string {
        return area.stands(index) || area.controller.ink(index).amount === InkSheet.Enough ? qsTr("✓ %1").arg(area.roles[index]) : area.roles[index];
    }

    /// The next whose ink is missing.
    function askMissing(): void {
        for (let tried = 0; tried < signers && controller.minutesOnly && controller.summary.inkStands[signer]; ++tried)
            signer = (signer + 1) % signers;
    }

    contentHeight: Math.max(height, column.implicitHeight)
    Component.onCompleted: askMissing()

    Connections {
        target: area.controller
        function onSummaryChanged(): void {
            area.askMissing();
        }
    }

    ColumnLayout {
        id: column

        width: area.contentSpace
        height: area.contentHeight
        spacing: Theme.space8 // all of it stands in the lowest window

        SegmentedChoice {
            objectName: "closeSigner"
            Layout.fillWidth: true
            name: qsTr("Siapa yang menandatangani")
            words: area.roles.slice(0, area.signers).map((role, index) => area.tabText(index))
            current: area.signer
            onChosen: index => area.signer = index
        }
        TitleText {
            Layout.fillWidth: true
            page: true
            font.pixelSize: Theme.fontTitle
            text: area.signerName
        }
        BodyText {
            Layout.fillWidth: true
            text: area.signer === 0 ? qsTr("Menyatakan jumlah di samping benar dan sesi ini ditutup.") : qsTr("Menyaksikan penandatanganan dan penutupan sesi ini.")
            muted: true
        }
        NoteLine {
            objectName: "inkStands"
            Layout.fillWidth: true
            visible: area.standsAlready
            glyph: Icons.checked
            tint: Theme.palette.good
            text: qsTr("Tanda tangannya sudah tersimpan.")
        }
        SigningPad {
            objectName: "closingPad"
            visible: !area.standsAlready
            Layout.fillWidth: true
            // In a low window it gives a little way, so that the buttons stay in sight.
            Layout.preferredHeight: area.height < 2 * Theme.padHeight ? Theme.padHeight - Theme.space32 : Theme.padHeight
            Layout.minimumHeight: Layout.preferredHeight
            sheet: area.sheet
            name: qsTr("Tanda tangan %1").arg(area.roles[area.signer])
        }
        InkTools {
            visible: !area.standsAlready
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
            columns: Theme.textScale > 1.25 ? 2 : 3
            large: false
            strokes: area.sheet.strokeCount
            redoable: area.sheet.canRedo
            ready: !area.sheet.locked && !area.leaving
            onClearWanted: area.sheet.clear()
            onUndoWanted: area.sheet.undoStroke()
            onRedoWanted: area.sheet.redoStroke()
        }
        Item {
            Layout.fillHeight: true
        }
        LeaveQuestion {
            Layout.fillWidth: true
            stacked: Theme.textScale > 1.25
            visible: area.leaving
            onStayWanted: area.leaving = false
            onLeaveWanted: area.leaveWanted()
        }
        RowLayout {
            Layout.fillWidth: true
            visible: !area.leaving
            spacing: Theme.space16

            ActionButton {
                objectName: "withoutInkButton"
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                visible: area.controller.mayCloseWithoutInk
                kind: ActionButton.Quiet
                text: qsTr("Ada yang sudah pergi?")
                hint: qsTr("Tutup sesi sekarang; tanda tangan yang belum ada dapat menyusul.")
                enabled: !area.controller.busy
                onClicked: area.withoutInkWanted()
            }
            BodyText {
                objectName: "closeObstacle"
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignRight
                text: area.obstacleText
                muted: true
            }
        }
        RowLayout {
            Layout.fillWidth: true
            visible: !area.leaving
            spacing: Theme.space16

            Item {
                Layout.fillWidth: true
            }
            ActionButton {
                objectName: "nextSignerButton"
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                visible: area.signer < area.signers - 1
                large: true
                glyph: Icons.forward
                glyphAfter: true
                text: area.roles[area.signer + 1] ?? ""
                enabled: area.standsAlready || area.sheet.amount === InkSheet.Enough
                onClicked: area.signer += 1
            }
            ActionButton {
                objectName: "closeButton"
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                kind: ActionButton.Primary
                large: true
                glyph: area.controller.minutesOnly ? Icons.check : Icons.closeSession
                text: area.controller.minutesOnly ? (area.controller.busy ? qsTr("Menyimpan…") : qsTr("Simpan berita acara")) : area.controller.busy ? qsTr("Menutup…") : qsTr("Tutup sesi")
                enabled: area.obstacleText === "" && !area.controller.busy
                hint: area.obstacleText
                onClicked: area.controller.close()
            }
        }
    }
}
