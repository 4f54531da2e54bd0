// Antrean: every entry of this laptop and its fate; at the right an explanation and one step.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Teken.App
import Teken.Components
import Teken.Controls
import Teken.Theme

FocusScope {
    id: page

    required property QueueController controller
    required property SendController send

    signal stickWanted
    signal receiptsWanted

    readonly property bool practice: App.unlock.practice
    readonly property var states: [EntryState.Waiting, EntryState.Received, EntryState.NeedsHelp]

    objectName: "queuePage"
    Keys.onEscapePressed: App.back()

    PageHeader {
        id: header

        width: parent.width
        backText: qsTr("Kembali")
        title: qsTr("Antrean")
        subtitle: qsTr("Tidak ada yang dihapus dari laptop ini sebelum pusat menerimanya.")
        onBack: App.back()

        ActionButton {
            objectName: "queueReceiptsButton"
            kind: ActionButton.Quiet
            glyph: Icons.received
            text: qsTr("Ambil tanda terima dari flashdisk")
            onClicked: page.receiptsWanted()
        }
        ActionButton {
            objectName: "queueStickButton"
            glyph: Icons.stick
            text: qsTr("Simpan ke flashdisk")
            enabled: page.send.waiting > 0
            onClicked: page.stickWanted()
        }
    }
    RowLayout {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space16
        spacing: Theme.space16

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.space12

            SegmentedChoice {
                objectName: "queueView"
                Layout.fillWidth: true
                name: qsTr("Keadaan")
                words: [qsTr("Menunggu (%1)").arg(Format.count(page.send.waiting)), qsTr("Diterima pusat (%1)").arg(Format.count(page.send.received)), qsTr("Perlu bantuan (%1)").arg(Format.count(page.send.needHelp))]
                current: page.states.indexOf(page.controller.shown)
                onChosen: index => page.controller.shown = page.states[index]
            }
            ScrollArea {
                id: notices

                Layout.fillWidth: true
                Layout.preferredHeight: noticeColumn.implicitHeight
                Layout.maximumHeight: page.height / 3
                visible: page.send.alarm.present || page.controller.failure.present
                contentHeight: noticeColumn.implicitHeight

                ColumnLayout {
                    id: noticeColumn

                    width: notices.contentSpace
                    spacing: Theme.space12

                    LogAlarm {
                        Layout.fillWidth: true
                        controller: page.send
                    }
                    ErrorNotice {
                        Layout.fillWidth: true
                        notice: page.controller.failure
                        // Without a list there would be nothing left to look at.
                        dismissible: page.controller.loaded
                        actionText: qsTr("Coba lagi")
                        onActionWanted: page.controller.refresh()
                        onDismissed: page.controller.dismissFailure()
                    }
                }
            }
            Surface {
                Layout.fillWidth: true
                Layout.fillHeight: true

                ListView {
                    id: list

                    objectName: "queueList"
                    anchors.fill: parent
                    anchors.margins: Theme.palette.frame
                    focus: true
                    clip: true
                    boundsBehavior: Flickable.StopAtBounds
                    model: page.controller.entries
                    currentIndex: page.controller.selected
                    highlightMoveDuration: Theme.quick
                    reuseItems: true
                    cacheBuffer: 0 // rows out of sight are made when they come into it
                    onContentYChanged: if (contentY - originY + 2 * height > contentHeight)
                        page.controller.showMore()
                    T.ScrollBar.vertical: ScrollThumb {}
                    Accessible.role: Accessible.List
                    Accessible.name: qsTr("Antrean")
                    Keys.onDownPressed: page.controller.selected = Math.min(count - 1, page.controller.selected + 1)
                    Keys.onUpPressed: page.controller.selected = Math.max(0, page.controller.selected - 1)

                    delegate: EntryDelegate {
                        objectName: "entry" + index
                        width: ListView.view.width
                        chosen: index === page.controller.selected
                        onClicked: page.controller.selected = index
                    }
                }
                FocusFrame {
                    shown: list.activeFocus && list.count > 0 && page.controller.selected < 0
                }
                EmptyNotice {
                    objectName: "queueEmpty"
                    anchors.centerIn: parent
                    width: parent.width - 2 * Theme.space48
                    visible: page.controller.loaded && list.count === 0
                    glyph: page.controller.shown === EntryState.Received ? Icons.empty : Icons.checked
                    title: page.controller.shown === EntryState.Waiting ? qsTr("Tidak ada yang menunggu") : page.controller.shown === EntryState.Received ? qsTr("Belum ada yang diterima pusat") : qsTr("Tidak ada yang perlu bantuan")
                    tint: page.controller.shown === EntryState.Received ? Theme.palette.muted : Theme.palette.good
                    explanation: page.controller.shown === EntryState.Waiting && !page.practice ? qsTr("Semua data laptop ini sudah diterima pusat.") : ""
                }
                BusyMark {
                    anchors.centerIn: parent
                    visible: !page.controller.loaded && !page.controller.failure.present
                    text: qsTr("Membaca antrean…")
                }
            }
        }
        Surface {
            Layout.preferredWidth: Math.min(Theme.sideColumn + Theme.space48, page.width * 0.4)
            Layout.maximumWidth: Layout.preferredWidth
            Layout.fillHeight: true

            ScrollArea {
                id: tray

                anchors.fill: parent
                anchors.margins: Theme.space16
                contentHeight: help.implicitHeight

                ColumnLayout {
                    id: help

                    width: tray.contentSpace
                    spacing: Theme.space12

                    BodyText {
                        Layout.fillWidth: true
                        text: page.controller.selected < 0 ? qsTr("Keadaan pengiriman") : qsTr("Tentang data ini")
                        small: true
                        muted: true
                    }
                    TitleText {
                        objectName: "queueHeadline"
                        Layout.fillWidth: true
                        text: page.controller.selected >= 0 ? page.controller.entry.name : page.practice ? qsTr("LATIHAN: tidak ada yang dikirim") : page.send.waiting === 0 ? qsTr("Semua sudah di pusat") : page.send.offline ? qsTr("Tidak ada internet") : qsTr("%n data menunggu", "", page.send.waiting)
                    }
                    BodyText {
                        Layout.fillWidth: true
                        visible: page.controller.selected < 0 && page.send.waiting > 0
                        text: page.practice ? qsTr("%1 data tiruan tersimpan di laptop ini, dan tetap di sini.").arg(Format.count(page.send.waiting)) : page.send.retryInSeconds > 0 ? qsTr("%1 data aman di laptop ini. Akan dicoba lagi dalam %2.").arg(Format.count(page.send.waiting)).arg(Format.countdown(page.send.retryInSeconds)) : qsTr("%1 data aman di laptop ini. Tekan Kirim data bila internet tersedia.").arg(Format.count(page.send.waiting))
                    }
                    ErrorNotice {
                        objectName: "sendTrouble"
                        Layout.fillWidth: true
                        visible: page.controller.selected < 0 && notice.present
                        notice: page.send.trouble
                        calm: page.send.offline
                        showSafe: false
                        dismissible: false
                    }
                    BodyText {
                        Layout.fillWidth: true
                        visible: page.controller.selected >= 0
                        text: qsTr("%1 · %2").arg(Words.entry(page.controller.entry.what)).arg(page.controller.entry.sessionUnit)
                        muted: true
                    }
                    BodyText {
                        Layout.fillWidth: true
                        visible: page.controller.selected >= 0
                        text: qsTr("Dibuat %1").arg(Format.dayAndHour(page.controller.entry.madeAt))
                        muted: true
                    }
                    BodyText {
                        Layout.fillWidth: true
                        visible: page.controller.selected >= 0 && Format.isValid(page.controller.entry.lastTry)
                        text: qsTr("Terakhir dicoba %1").arg(Format.dayAndHour(page.controller.entry.lastTry))
                        muted: true
                    }
                    BodyText {
                        Layout.fillWidth: true
                        visible: page.controller.selected >= 0 && page.controller.entry.entryState === EntryState.Received
                        text: qsTr("Diterima pusat %1. Tanda terimanya sudah diperiksa laptop ini.").arg(Format.dayAndHour(page.controller.entry.receivedAt))
                    }
                    BodyText {
                        objectName: "witnessedNote"
                        Layout.fillWidth: true
                        visible: page.controller.selected >= 0 && page.controller.entry.witnessed
                        text: qsTr("Disaksikan: saksi mandiri di luar pusat sudah menandatangani daftar yang memuatnya.")
                    }
                    BodyText {
                        Layout.fillWidth: true
                        visible: page.controller.explanation.present
                        text: page.controller.explanation.why
                        strong: true
                    }
                    BodyText {
                        Layout.fillWidth: true
                        visible: page.controller.explanation.present
                        text: page.controller.explanation.next
                    }
                    BodyText {
                        Layout.fillWidth: true
                        visible: page.controller.explanation.present
                        text: page.controller.explanation.safe
                        small: true
                        muted: true
                    }
                    ActionButton {
                        objectName: "copyDetailsButton"
                        Layout.fillWidth: true
                        visible: page.controller.explanation.present
                        glyph: Icons.copy
                        text: qsTr("Salin rincian untuk admin")
                        onClicked: App.copyText(page.controller.explanation.details)
                    }
                }
            }
        }
    }
}
