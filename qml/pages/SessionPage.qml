// Sesi berjalan: find the person at the left, see who is at hand at the right. Focus lives in the search field.
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

    required property SessionController controller
    required property NotesController notes
    required property CallListController calls
    required property UnlockController unlock
    property string lastNote

    readonly property bool paused: controller.session.sessionState === SessionState.Paused
    readonly property bool running: controller.active || paused
    readonly property bool closed: controller.session.sessionState >= SessionState.Closed && controller.session.sessionState !== SessionState.Cancelled

    objectName: "sessionPage"
    Component.onCompleted: search.forceActiveFocus()
    Keys.onEscapePressed: if (!controller.clearQuestion())
        search.forceActiveFocus()
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_F2 || event.key === Qt.Key_F3;
        if (event.key === Qt.Key_F2)
            page.controller.takeNext();
        else if (event.key === Qt.Key_F3)
            page.controller.callLater();
    }

    Connections {
        target: page.controller
        function onNoted(name: string): void {
            // What was noted is not repeated where the next in the queue reads it.
            page.lastNote = qsTr("Tercatat: %1").arg(name);
            search.forceActiveFocus();
        }
        function onQuestionChanged(): void {
            list.positionViewAtBeginning();
        }
        function onPersonAdded(name: string): void {
            page.lastNote = qsTr("Ditambahkan: %1").arg(name);
            search.forceActiveFocus();
        }
    }
    Connections {
        target: page.notes
        function onCorrectionProposed(name: string): void {
            page.lastNote = qsTr("Usulan perbaikan dicatat: %1").arg(name);
            search.forceActiveFocus();
        }
        function onSignedOnPaper(name: string): void {
            page.lastNote = qsTr("Tanda tangan basah dicatat: %1").arg(name);
            search.forceActiveFocus();
        }
        function onEventNoted(): void {
            page.lastNote = qsTr("Kejadian khusus dicatat.");
            search.forceActiveFocus();
        }
    }

    SessionDialogs {
        id: dialogs

        controller: page.controller
        notes: page.notes
    }
    SessionHeader {
        id: header

        width: parent.width
        controller: page.controller
        notes: page.notes
        calls: page.calls
        running: page.running
    }
    RowLayout {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space16
        anchors.topMargin: Theme.space12
        anchors.bottomMargin: Theme.space12
        spacing: Theme.space16

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.space12

            CrashCard {
                Layout.fillWidth: true
                unlock: page.unlock
                controller: page.controller
                onSearched: search.forceActiveFocus()
            }
            NoteLine {
                objectName: "clockNote"
                Layout.fillWidth: true
                visible: page.running && page.controller.clockSetBackSeconds > 0
                glyph: Icons.warning
                tint: Theme.palette.attention
                text: qsTr("Jam laptop mundur %1 menit. Semua tanda tangan aman dan urutannya tetap; betulkan jamnya, lalu catat sebagai kejadian khusus.").arg(Math.ceil(page.controller.clockSetBackSeconds / 60))
            }
            ErrorNotice {
                Layout.fillWidth: true
                notice: page.controller.rosterNotice
                dismissible: false
            }
            ErrorNotice {
                readonly property PageController failing: page.controller.failure.present ? page.controller : page.notes

                objectName: "sessionFailure"
                Layout.fillWidth: true
                notice: failing.failure
                actionText: failing.canRetry ? qsTr("Coba lagi") : ""
                onActionWanted: failing.retry()
                onDismissed: {
                    page.controller.dismissFailure();
                    page.notes.dismissFailure();
                }
            }
            InputField {
                id: search

                objectName: "searchField"
                Layout.fillWidth: true
                focus: true
                large: true
                glyph: Icons.search
                name: qsTr("Cari nama atau NIP")
                placeholder: qsTr("Cari nama atau NIP")
                text: page.controller.question
                maximumLength: 120
                input.inputMethodHints: Qt.ImhNoPredictiveText
                onEdited: page.controller.question = text
                onAccepted: page.controller.takeFirst()
                Keys.onDownPressed: page.controller.moveSelection(1)
                Keys.onUpPressed: page.controller.moveSelection(-1)
            }
            Surface {
                Layout.fillWidth: true
                Layout.fillHeight: true

                ListView {
                    id: list

                    objectName: "peopleList"
                    anchors.fill: parent
                    anchors.margins: Theme.palette.frame
                    clip: true
                    boundsBehavior: Flickable.StopAtBounds
                    model: page.controller.people
                    currentIndex: page.controller.selected
                    highlightMoveDuration: Theme.quick
                    reuseItems: true
                    cacheBuffer: 0 // rows out of sight are not made with each key
                    T.ScrollBar.vertical: ScrollThumb {}
                    Accessible.role: Accessible.List
                    Accessible.name: qsTr("Hasil pencarian")

                    delegate: PersonDelegate {
                        objectName: "person" + index
                        width: ListView.view.width
                        chosen: index === page.controller.selected
                        onClicked: page.controller.selected = index
                        onSignWanted: page.controller.takePerson()
                    }
                }
                EmptyNotice {
                    objectName: "nobodyFound"
                    anchors.centerIn: parent
                    width: parent.width - 2 * Theme.space48
                    visible: page.controller.searched && list.count === 0
                    glyph: Icons.search
                    title: page.controller.question === "" ? qsTr("Daftar pegawai kosong") : qsTr("Tidak ditemukan: %1").arg(page.controller.question)
                    explanation: page.controller.question === "" ? qsTr("Muat daftar pegawai dari pusat, atau tambahkan orang satu per satu.") : qsTr("Coba sebagian nama, atau empat angka terakhir NIP.")
                    actionText: page.controller.active ? qsTr("Tambahkan orang") : ""
                    actionGlyph: Icons.addPerson
                    onActionWanted: dialogs.askAdd()
                }
                BusyMark {
                    objectName: "peopleReading"
                    anchors.centerIn: parent
                    visible: !page.controller.searched && !page.controller.failure.present
                    text: qsTr("Membaca daftar…")
                }
            }
        }
        ScrollArea {
            id: side

            Layout.fillHeight: true
            Layout.preferredWidth: Theme.sideColumn + Theme.space48 + Theme.space32
            contentHeight: sideColumn.implicitHeight

            ColumnLayout {
                id: sideColumn

                width: side.contentSpace
                spacing: Theme.space12

                PausedCard {
                    Layout.fillWidth: true
                    visible: page.paused
                    sentence: qsTr("Sesi dijeda. Semua yang tersimpan aman.")
                    actionText: qsTr("Lanjutkan")
                    ready: !page.controller.busy
                    onResumeWanted: page.controller.resume()
                }
                FollowUpCard {
                    Layout.fillWidth: true
                    visible: page.closed
                    missed: page.controller.counts.expected - page.controller.counts.signedHere
                    minutesMissing: page.controller.session.minutesMissing
                    onMinutesWanted: App.closeSession()
                    onFollowUpWanted: App.openFollowUp()
                    onPapersWanted: App.showPapers()
                }
                CounterBar {
                    Layout.fillWidth: true
                    notYet: page.controller.counts.notYet
                    signedCount: page.controller.counts.signedHere
                    other: page.controller.counts.other
                    expected: page.controller.counts.expected
                }
                PersonPanel {
                    objectName: "personPanel"
                    Layout.fillWidth: true
                    // In a closed session nobody is next; whoever is chosen is still shown.
                    visible: page.controller.hasPerson && (!page.closed || !page.controller.personIsNext)
                    person: page.controller.person
                    isNext: page.controller.personIsNext
                    active: page.controller.active
                    busy: page.controller.busy
                    onSignWanted: page.controller.takePerson()
                    onExcuseWanted: dialogs.askExcuse()
                    onOtherWanted: button => dialogs.askOther(button)
                    onAgainWanted: dialogs.askAgain()
                    onVoidWanted: dialogs.askVoid()
                    onVoidNoteWanted: dialogs.askVoidNote()
                    onCorrectionWanted: dialogs.askCorrection()
                    onLaterWanted: page.controller.callLater()
                }
                EmptyNotice {
                    objectName: "allDone"
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.space24
                    visible: page.running && page.controller.searched && !page.controller.hasPerson && page.controller.counts.notYet === 0
                    glyph: Icons.checked
                    tint: Theme.palette.good
                    title: qsTr("Semua dalam daftar sudah tercatat")
                    explanation: qsTr("Yang terlambat masih bisa dicari. Bila selesai, tutup sesi.")
                }
                ActionButton {
                    objectName: "addPersonButton"
                    Layout.fillWidth: true
                    visible: page.running
                    kind: ActionButton.Quiet
                    enabled: page.controller.active
                    glyph: Icons.addPerson
                    text: qsTr("Tidak ada di daftar? Tambahkan orang")
                    onClicked: dialogs.askAdd()
                }
                RowLayout {
                    Layout.fillWidth: true
                    visible: page.lastNote !== ""
                    spacing: Theme.space8

                    Icon {
                        size: Theme.iconSmall
                        text: Icons.check
                        color: Theme.palette.good
                    }
                    BodyText {
                        objectName: "lastNote"
                        Layout.fillWidth: true
                        text: page.lastNote
                        small: true
                    }
                }
                BodyText {
                    Layout.fillWidth: true
                    visible: page.controller.active
                    text: qsTr("Enter: ambil baris pertama · F2: berikutnya · F3: panggil nanti · Esc: kosongkan")
                    small: true
                    muted: true
                }
            }
        }
    }
}
