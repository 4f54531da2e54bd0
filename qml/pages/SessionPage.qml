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
    required property UnlockController unlock
    property string lastNote

    readonly property bool paused: controller.session.sessionState === SessionState.Paused
    readonly property bool running: controller.active || paused

    objectName: "sessionPage"
    Component.onCompleted: search.forceActiveFocus()
    Keys.onEscapePressed: if (!controller.clearQuestion())
        search.forceActiveFocus()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_F2) {
            page.controller.takeNext();
            event.accepted = true;
        }
    }

    Connections {
        target: page.controller
        function onNoted(name: string, state: int): void {
            page.lastNote = qsTr("Tercatat: %1 · %2").arg(name).arg(Words.person(state, -1));
            search.forceActiveFocus();
        }
        function onPersonAdded(name: string): void {
            page.lastNote = qsTr("Ditambahkan: %1").arg(name);
            search.forceActiveFocus();
        }
    }

    SessionDialogs {
        id: dialogs

        controller: page.controller
    }
    PageHeader {
        id: header

        width: parent.width
        backText: qsTr("Sesi")
        title: page.controller.session.unit
        subtitle: Format.joined([page.controller.session.place, qsTr("dibuka %1").arg(Format.hour(page.controller.session.startsAt)), qsTr("pimpinan %1").arg(page.controller.head), Format.isValid(page.controller.readJointlyAt) ? qsTr("dibacakan bersama %1").arg(Format.hour(page.controller.readJointlyAt)) : ""], " · ")
        onBack: App.back()

        ActionButton {
            objectName: "jointReadingButton"
            visible: page.controller.active && !Format.isValid(page.controller.readJointlyAt)
            kind: ActionButton.Quiet
            glyph: Icons.readJointly
            text: qsTr("Naskah dibacakan bersama")
            onClicked: page.controller.noteJointReading()
        }
        ActionButton {
            objectName: "pauseButton"
            visible: page.controller.active
            enabled: !page.controller.busy
            glyph: Icons.pause
            text: qsTr("Jeda")
            onClicked: page.controller.pause()
        }
        ActionButton {
            objectName: "closeSessionButton"
            visible: page.running
            glyph: Icons.closeSession
            text: qsTr("Tutup sesi")
            onClicked: App.closeSession()
        }
        ActionButton {
            objectName: "lockButton"
            kind: ActionButton.Quiet
            glyph: Icons.lock
            text: qsTr("Kunci layar")
            onClicked: App.lock()
        }
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

            Rectangle {
                Layout.fillWidth: true
                visible: page.unlock.welcome.afterCrash
                implicitHeight: crash.implicitHeight + 2 * Theme.space12
                radius: Theme.radius
                color: Theme.palette.waitSoft
                border.width: Theme.palette.frame
                border.color: Theme.palette.wait

                RowLayout {
                    id: crash

                    x: Theme.space12
                    y: Theme.space12
                    width: parent.width - 2 * x
                    spacing: Theme.space12

                    Icon {
                        text: Icons.info
                        color: Theme.palette.wait
                    }
                    BodyText {
                        objectName: "crashNote"
                        Layout.fillWidth: true
                        text: page.unlock.welcome.unfinishedName === "" ? qsTr("Aplikasi tertutup tiba-tiba pukul %1. %2 tanda tangan aman.").arg(Format.hour(page.unlock.welcome.stoppedAt)).arg(Format.count(page.unlock.welcome.safeCount)) : qsTr("Aplikasi tertutup tiba-tiba pukul %1. Tanda tangan %2 belum selesai; %3 sebelumnya aman.").arg(Format.hour(page.unlock.welcome.stoppedAt)).arg(page.unlock.welcome.unfinishedName).arg(Format.count(page.unlock.welcome.safeCount))
                    }
                    ActionButton {
                        objectName: "crashNoteButton"
                        kind: ActionButton.Quiet
                        text: qsTr("Mengerti")
                        onClicked: page.unlock.dismissWelcome()
                    }
                }
            }
            ErrorNotice {
                objectName: "sessionFailure"
                Layout.fillWidth: true
                notice: page.controller.failure
                onDismissed: page.controller.dismissFailure()
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
                    visible: page.controller.hasPerson
                    person: page.controller.person
                    isNext: page.controller.personIsNext
                    active: page.controller.active
                    busy: page.controller.busy
                    onSignWanted: page.controller.takePerson()
                    onExcuseWanted: dialogs.askExcuse()
                    onOtherWanted: button => dialogs.askOther(button)
                    onAgainWanted: dialogs.askAgain()
                    onVoidWanted: dialogs.askVoid()
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
                    text: qsTr("Enter: ambil baris pertama · F2: berikutnya · Esc: kosongkan")
                    small: true
                    muted: true
                }
            }
        }
    }
}
