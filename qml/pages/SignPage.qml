// Tanda tangan: the signer's page. A name, a text, a place to sign; the officer's controls are gone except Kembali.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Components
import Teken.Controls
import Teken.Ink
import Teken.Theme

FocusScope {
    id: page

    required property SignController controller
    /// Kembali was pressed while there is ink: said in place, never in a box over the pad.
    property bool leaving: false

    /// Large letters: what only the officer looks for moves behind the text, and the pad gives a little way.
    readonly property bool compact: Theme.textScale > 1.25
    readonly property bool saved: controller.stage === SignController.Saved
    readonly property string obstacleText: {
        if (controller.stage === SignController.Saving)
            return qsTr("Menyimpan…");
        switch (controller.ink.amount) {
        case InkSheet.Nothing:
            return qsTr("Belum ada goresan.");
        case InkSheet.TooLittle:
            return qsTr("Goresan masih terlalu sedikit.");
        }
        return "";
    }

    readonly property string mannerText: controller.symbolic ? qsTr("Simbolis, mewakili %1").arg(controller.person.unit) : controller.form === SignForm.Assisted ? qsTr("Dibantu · saksi kedua %1").arg(controller.secondWitness) : controller.form === SignForm.Thumb ? qsTr("Cap jempol · saksi kedua %1").arg(controller.secondWitness) : ""

    function goBack(): void {
        if (page.controller.ink.strokeCount > 0 && !page.saved)
            page.leaving = true;
        else
            App.back();
    }

    objectName: "signPage"
    // Asked already, Esc takes the question back: pressed twice it must not cost anybody their ink.
    Keys.onEscapePressed: {
        if (page.leaving && !page.saved)
            page.leaving = false;
        else
            page.goBack();
    }
    // The Enter that saved, held down, must not carry the slip away.
    Keys.onReturnPressed: event => event.isAutoRepeat ? undefined : saved ? controller.leave() : controller.save()
    Keys.onEnterPressed: event => event.isAutoRepeat ? undefined : saved ? controller.leave() : controller.save()
    onSavedChanged: if (saved)
        page.forceActiveFocus()

    Shortcut {
        sequence: "F2"
        enabled: page.saved
        onActivated: App.signNext()
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.palette.raised
    }
    ScrollArea {
        id: area

        objectName: "signScroll"
        anchors.fill: parent
        anchors.margins: Theme.space12
        anchors.rightMargin: Theme.space24
        visible: !page.saved
        contentHeight: Math.max(height, sheet.implicitHeight)

        ColumnLayout {
            id: sheet

            x: Theme.space12
            width: area.contentSpace - x
            height: area.contentHeight
            spacing: Theme.space8

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space16

                ActionButton {
                    objectName: "backButton"
                    Layout.alignment: Qt.AlignTop
                    Layout.leftMargin: -Theme.space12
                    kind: ActionButton.Quiet
                    glyph: Icons.back
                    text: qsTr("Kembali")
                    enabled: page.controller.stage !== SignController.Saving
                    onClicked: page.goBack()
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Text {
                        objectName: "signerName"
                        Layout.fillWidth: true
                        text: page.controller.person.name
                        textFormat: Text.PlainText
                        wrapMode: Text.WordWrap
                        color: Theme.palette.ink
                        font.family: Theme.family
                        // A long name with many degrees becomes smaller instead of being cut.
                        font.pixelSize: page.compact ? (text.length > 42 ? Theme.fontName : Theme.fontTitle) : text.length > 42 ? Theme.fontTitle : Theme.fontSigner
                        font.weight: Font.DemiBold
                        Accessible.role: Accessible.Heading
                        Accessible.name: text
                    }
                    BodyText {
                        Layout.fillWidth: true
                        text: Format.joined([page.controller.person.post, page.controller.person.unit, page.controller.person.number === "" ? "" : qsTr("NIP berakhir %1").arg(page.controller.person.numberTail)], " · ")
                        small: page.compact
                        muted: true
                        lineHeight: 1
                    }
                }
                ColumnLayout {
                    Layout.alignment: Qt.AlignTop
                    spacing: Theme.space4

                    TextSizer {
                        Layout.alignment: Qt.AlignRight
                        words: points.spoken()
                    }
                    FingerprintLabel {
                        Layout.alignment: Qt.AlignRight
                        visible: page.controller.text.version > 0 && !page.compact
                        pledge: page.controller.text
                    }
                    BodyText {
                        objectName: "jointReading"
                        Layout.alignment: Qt.AlignRight
                        visible: Format.isValid(page.controller.readJointlyAt) && !page.compact
                        text: qsTr("Dibacakan bersama pukul %1").arg(Format.hour(page.controller.readJointlyAt))
                        small: true
                        muted: true
                    }
                }
            }
            BodyText {
                objectName: "mannerLine"
                Layout.fillWidth: true
                visible: text !== ""
                text: page.mannerText
                strong: true
                color: Theme.palette.accent
            }
            PledgePoints {
                id: points

                objectName: "pledgePoints"
                size: Theme.grown(App.readingSize, 0.35)
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: page.compact ? 3 * Theme.target : 0
                footnote: page.compact ? Format.joined([qsTr("Naskah %1 versi %2 · sidik %3").arg(page.controller.text.code).arg(page.controller.text.version).arg(page.controller.text.fingerprintLabel), Format.isValid(page.controller.readJointlyAt) ? qsTr("Dibacakan bersama pukul %1").arg(Format.hour(page.controller.readJointlyAt)) : ""], " · ") : ""
                pledge: page.controller.text
            }
            ErrorNotice {
                objectName: "signFailure"
                Layout.fillWidth: true
                notice: page.controller.failure
                onDismissed: page.controller.dismissFailure()
            }
            BodyText {
                Layout.fillWidth: true
                visible: page.controller.recovered && page.controller.ink.strokeCount > 0
                text: qsTr("Goresan sebelum aplikasi tertutup masih ada. Teruskan, atau ulangi.")
                strong: true
                color: Theme.palette.wait
            }
            SigningPad {
                objectName: "signingPad"
                Layout.fillWidth: true
                Layout.fillHeight: page.compact
                Layout.preferredHeight: page.compact ? Theme.padHeight * 0.6 : Theme.padHeight
                Layout.minimumHeight: Layout.preferredHeight
                Layout.maximumHeight: Theme.padHeight
                sheet: page.controller.ink
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space12

                InkTools {
                    // One question at a time: while it is asked whether to leave, nothing else is.
                    visible: !page.leaving
                    strokes: page.controller.ink.strokeCount
                    redoable: page.controller.ink.canRedo
                    ready: page.controller.stage === SignController.Signing
                    onClearWanted: page.controller.ink.clear()
                    onUndoWanted: page.controller.ink.undoStroke()
                    onRedoWanted: page.controller.ink.redoStroke()
                }
                LeaveQuestion {
                    Layout.fillWidth: true
                    visible: page.leaving
                    onStayWanted: page.leaving = false
                    onLeaveWanted: App.back()
                }
                BodyText {
                    objectName: "saveObstacle"
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignRight
                    visible: !page.leaving
                    text: page.obstacleText
                    muted: true
                }
                ActionButton {
                    objectName: "saveButton"
                    visible: !page.leaving
                    kind: ActionButton.Primary
                    large: true
                    glyph: Icons.check
                    text: qsTr("Simpan")
                    enabled: page.controller.canSave && !page.controller.busy
                    hint: page.obstacleText
                    onClicked: page.controller.save()
                }
            }
        }
    }
    ScrollArea {
        id: slipArea

        objectName: "slipScroll"
        anchors.fill: parent
        anchors.margins: Theme.space24
        visible: page.saved
        contentHeight: Math.max(height, slip.implicitHeight)

        SavedSlip {
            id: slip

            objectName: "savedPanel"
            // The thumb's room is always left: given only when needed, it would change the words' height while they are
            // laid out.
            x: Math.round((slipArea.width - width) / 2)
            y: Math.round((slipArea.contentHeight - implicitHeight) / 2)
            width: Math.min(slipArea.width - Theme.space16 - 2 * Theme.space24, Theme.form + Theme.sideColumn + Theme.space48)
            visible: page.saved
            controller: page.controller
            slips: App.slip
        }
    }
    BusyMark {
        anchors.centerIn: parent
        visible: page.controller.stage === SignController.Loading && page.controller.busy
        text: qsTr("Menyiapkan…")
    }
}
