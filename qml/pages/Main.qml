// The window: one page at a time, and the status strip under all of them. Not "Bound": Qt 6.4 refuses bound
// components in a Loader; they name nothing but App.
import QtQuick
import QtQuick.Templates as T
import Teken.App
import Teken.Components
import Teken.Theme

T.ApplicationWindow {
    id: window

    /// Set by whoever renders pages without a person: the window is then never asked for its screen.
    property alias pageItem: loader.item
    /// For whoever checks its colours.
    readonly property QtObject theme: Theme
    readonly property bool practice: App.unlock.practice

    objectName: "mainWindow"
    width: 1366
    height: 768
    minimumWidth: 960
    minimumHeight: 600
    visible: true
    title: practice ? qsTr("Teken · LATIHAN") : qsTr("Teken")
    color: Theme.palette.surface

    Binding {
        target: Theme
        property: "name"
        value: App.theme
    }
    Binding {
        target: Theme
        property: "animated"
        value: App.animated
    }
    Binding {
        target: Theme
        property: "textScale"
        value: App.textPercent / 100
    }
    Binding {
        target: Theme
        property: "covered"
        value: !App.unlock.unlocked
    }
    Binding {
        target: Format
        property: "language"
        value: App.language
    }
    Binding {
        target: Format
        property: "driveZone"
        value: App.unlock.zone
    }

    PracticeBanner {
        id: banner

        width: parent.width
        height: visible ? implicitHeight : 0
        visible: window.practice
        quiet: App.page === App.Sign || App.page === App.Close
    }
    Loader {
        id: loader

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: banner.bottom
        anchors.bottom: warning.top
        focus: true
        sourceComponent: {
            switch (App.page) {
            case App.FirstStart:
                return firstStart;
            case App.Unlock:
                return unlock;
            case App.Locked:
                return locked;
            case App.Home:
                return home;
            case App.OpenSession:
                return openSession;
            case App.Session:
                return session;
            case App.Sign:
                return sign;
            case App.Close:
                return closing;
            case App.Queue:
                return queue;
            case App.Tour:
                return tour;
            case App.Gallery:
                return gallery;
            case App.Papers:
                return papers;
            case App.Letterhead:
                return letterhead;
            case App.Audit:
                return audit;
            }
            return null;
        }
        onLoaded: (item as Item).forceActiveFocus()
    }

    HealthBar {
        id: warning

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: strip.top
        height: visible ? implicitHeight : 0
        visible: shown && App.unlock.unlocked && App.page !== App.Sign
        health: App.home
        onActed: (loader.item as Item).forceActiveFocus()
    }
    StatusStrip {
        id: strip

        objectName: "statusStrip"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        // A book that could not be read has no figures: "0 tersimpan" beside a damaged one would be a lie. Nor has a
        // laptop without any book, an auditor's for instance.
        visible: App.unlock.deviceState !== DeviceState.Unknown && App.unlock.deviceState !== DeviceState.New
        height: visible ? implicitHeight : 0
        controller: App.send
        quiet: App.page === App.Sign || App.page === App.Starting
        locked: !App.unlock.unlocked
        practice: window.practice
        onActed: (loader.item as Item).forceActiveFocus()
        onQueueWanted: App.showQueue()
        onStickWanted: App.askForStick()
    }

    Loader {
        active: App.calls.shown
        sourceComponent: CallWindow {
            controller: App.calls
        }
        onLoaded: (item as CallWindow).showBeside(Screen.name)
    }
    PracticeFrame {
        anchors.fill: parent
        z: 1
        visible: window.practice
    }

    StickDialog {
        id: stick

        controller: App.send
    }
    TakeDialog {
        id: take

        controller: App.send
    }
    HelpSheet {
        id: help

        page: App.page
        tourOffered: App.page === App.Home
        onTourWanted: App.showTour()
    }
    Shortcuts {
        onHelpWanted: help.open()
    }
    Connections {
        target: App
        function onHelpAsked(): void {
            help.open();
        }
        function onPageChanged(): void {
            help.close();
        }
        function onStickAsked(): void {
            stick.open();
        }
        function onReceiptsAsked(): void {
            take.open();
        }
    }

    Component {
        id: firstStart

        FirstStartPage {
            controller: App.enrolment
            unlock: App.unlock
            send: App.send
        }
    }
    Component {
        id: unlock

        UnlockPage {
            controller: App.unlock
        }
    }
    Component {
        id: locked

        LockPage {
            controller: App.unlock
        }
    }
    Component {
        id: home

        HomePage {
            controller: App.home
            send: App.send
            officer: App.unlock.selectedName
        }
    }
    Component {
        id: openSession

        OpenSessionPage {
            controller: App.opening
        }
    }
    Component {
        id: session

        SessionPage {
            controller: App.session
            notes: App.notes
            calls: App.calls
            unlock: App.unlock
        }
    }
    Component {
        id: sign

        SignPage {
            controller: App.sign
        }
    }
    Component {
        id: closing

        ClosePage {
            controller: App.closing
            notes: App.notes
            onStickWanted: App.askForStick()
        }
    }
    Component {
        id: tour

        TourPage {}
    }
    Component {
        id: gallery

        GalleryPage {}
    }
    Component {
        id: papers

        PapersPage {
            controller: App.papers
            send: App.send
        }
    }
    Component {
        id: letterhead

        LetterheadPage {
            controller: App.letterhead
        }
    }
    Component {
        id: audit

        AuditPage {
            controller: App.audit
        }
    }
    Component {
        id: queue

        QueuePage {
            controller: App.queue
            send: App.send
            onStickWanted: App.askForStick()
            onReceiptsWanted: App.askForReceipts()
        }
    }
}
