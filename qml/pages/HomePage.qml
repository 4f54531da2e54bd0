// Sesi: today's and planned sessions at the left, the laptop's health at the right.
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

    required property HomeController controller
    required property SendController send
    required property string officer

    objectName: "homePage"

    function clockText(): string {
        if (!page.controller.clockCompared)
            return qsTr("Belum pernah dibandingkan dengan pusat");
        const offset = Math.abs(page.controller.clockOffsetSeconds);
        if (page.controller.clockLevel === HomeController.Good)
            return qsTr("Sesuai dengan pusat");
        const hours = Math.floor(offset / 3600);
        const minutes = Math.floor(offset % 3600 / 60);
        return hours > 0 ? qsTr("Berbeda %1 jam %2 menit dari pusat. Waktu tanda tangan ditandai belum pasti.").arg(hours).arg(minutes) : qsTr("Berbeda %1 menit dari pusat. Waktu tanda tangan ditandai belum pasti.").arg(minutes);
    }
    function batteryText(): string {
        if (page.controller.batteryPercent < 0)
            return qsTr("Memakai listrik");
        return page.controller.charging ? qsTr("%1 %, sedang diisi").arg(page.controller.batteryPercent) : qsTr("%1 %").arg(page.controller.batteryPercent);
    }

    PageHeader {
        id: header

        width: parent.width
        title: qsTr("Sesi")
        subtitle: Format.day(page.controller.now)

        OfficerBar {
            officer: page.officer
        }
    }
    RowLayout {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space24
        spacing: Theme.space24

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.space16

            ScrollArea {
                id: notices

                // Never more than half of the page: the sessions stay in sight.
                Layout.fillWidth: true
                Layout.preferredHeight: noticeColumn.implicitHeight
                Layout.maximumHeight: page.height / 2
                visible: page.send.alarm.present || page.controller.failure.present || page.controller.rosterNotice.present
                contentHeight: noticeColumn.implicitHeight

                ColumnLayout {
                    id: noticeColumn

                    width: notices.contentSpace
                    spacing: Theme.space16

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
                    ErrorNotice {
                        objectName: "rosterNotice"
                        Layout.fillWidth: true
                        notice: page.controller.rosterNotice
                        calm: page.controller.rosterServes
                        glyph: page.controller.rosterServes ? Icons.info : Icons.failure
                        dismissible: false
                    }
                }
            }
            ListView {
                id: list

                objectName: "sessionList"
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: count > 0
                clip: true
                spacing: Theme.space16
                boundsBehavior: Flickable.StopAtBounds
                model: page.controller.sessions
                keyNavigationEnabled: true
                T.ScrollBar.vertical: ScrollThumb {}

                delegate: Item {
                    id: slot

                    required property int index
                    required property string unit
                    required property string place
                    required property date startsAt
                    required property int signedCount
                    required property int expectedCount
                    required property int waitingCount
                    required property int sessionState
                    required property bool followUp
                    required property bool minutesMissing

                    width: list.width
                    height: card.implicitHeight + Theme.space8

                    SessionCard {
                        id: card

                        objectName: "sessionCard" + slot.index
                        x: Theme.space4
                        y: Theme.space4
                        width: parent.width - Theme.space16
                        index: slot.index
                        unit: slot.unit
                        place: slot.place
                        startsAt: slot.startsAt
                        signedCount: slot.signedCount
                        expectedCount: slot.expectedCount
                        waitingCount: slot.waitingCount
                        sessionState: slot.sessionState
                        followUp: slot.followUp
                        minutesMissing: slot.minutesMissing
                        onClicked: page.controller.choose(slot.index)
                    }
                }
            }
            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: list.count === 0
            }
            EmptyNotice {
                objectName: "noSessions"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.maximumHeight: implicitHeight
                visible: page.controller.loaded && list.count === 0
                glyph: Icons.today
                title: qsTr("Belum ada sesi")
                explanation: qsTr("Buka sesi pertama untuk unit yang hadir hari ini.")
            }
            BusyMark {
                Layout.alignment: Qt.AlignHCenter
                Layout.topMargin: Theme.space48
                visible: !page.controller.loaded && !page.controller.failure.present
                text: qsTr("Membaca sesi…")
            }
            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: list.count === 0
            }
        }
        ScrollArea {
            id: side

            objectName: "homeSide"
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.sideColumn
            Layout.maximumWidth: Theme.sideColumn
            contentHeight: sideColumn.implicitHeight

            ColumnLayout {
                id: sideColumn

                width: side.contentSpace
                spacing: Theme.space16

                ActionButton {
                    objectName: "newSessionButton"
                    Layout.fillWidth: true
                    focus: true
                    kind: ActionButton.Primary
                    large: true
                    glyph: Icons.add
                    text: qsTr("Buka sesi baru")
                    onClicked: App.openNewSession()
                }
                ActionButton {
                    objectName: "checkSlipButton"
                    Layout.fillWidth: true
                    kind: ActionButton.Quiet
                    glyph: Icons.fingerprint
                    text: qsTr("Periksa slip")
                    onClicked: slipCheck.open()
                }
                Surface {
                    Layout.fillWidth: true
                    implicitHeight: health.implicitHeight + 2 * Theme.space16

                    ColumnLayout {
                        id: health

                        x: Theme.space16
                        y: Theme.space16
                        width: parent.width - 2 * x
                        spacing: Theme.space16

                        BodyText {
                            Layout.fillWidth: true
                            text: qsTr("Keadaan laptop")
                            strong: true
                        }
                        HealthRow {
                            Layout.fillWidth: true
                            glyph: Icons.clock
                            label: qsTr("Jam")
                            value: page.clockText()
                            level: page.controller.clockLevel
                        }
                        HealthRow {
                            Layout.fillWidth: true
                            glyph: Icons.disk
                            label: qsTr("Penyimpanan")
                            value: page.controller.diskLevel === HomeController.Unknown ? qsTr("Belum diketahui") : qsTr("%1 kosong").arg(Format.bytes(page.controller.diskFreeBytes))
                            level: page.controller.diskLevel
                        }
                        HealthRow {
                            Layout.fillWidth: true
                            glyph: page.controller.batteryLevel === HomeController.Stop ? Icons.batteryLow : Icons.battery
                            label: qsTr("Baterai")
                            value: page.batteryText()
                            level: page.controller.batteryLevel
                        }
                        HealthRow {
                            Layout.fillWidth: true
                            glyph: Format.isValid(page.controller.lastContact) ? Icons.contact : Icons.noContact
                            label: qsTr("Hubungan terakhir dengan pusat")
                            value: Format.isValid(page.controller.lastContact) ? Format.dayAndHour(page.controller.lastContact) : qsTr("Belum pernah")
                        }
                    }
                }
                ActionButton {
                    objectName: "letterheadButton"
                    Layout.fillWidth: true
                    kind: ActionButton.Quiet
                    glyph: Icons.letterhead
                    text: qsTr("Kop surat berkas cetak")
                    onClicked: App.showLetterhead()
                }
            }
        }
    }
    SlipDialog {
        id: slipCheck

        controller: App.slip
    }
}
