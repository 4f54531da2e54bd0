// The call list, for a projector or a second screen: who is asked to come, and who gets ready. Names, units and three
// digits only: nothing of what anybody did or did not do.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Teken.App
import Teken.Components
import Teken.Theme

Window {
    id: window

    required property CallListController controller

    /// Read from the last row of a hall: everything grows with the window.
    readonly property real zoom: Math.max(1, Math.min(width / 1100, height / 700))
    readonly property bool practice: App.unlock.practice
    readonly property var application: Qt.application

    objectName: "callWindow"
    width: 1100
    height: 700
    minimumWidth: 640
    minimumHeight: 480
    title: practice ? qsTr("Daftar panggil · LATIHAN") : qsTr("Daftar panggil")
    color: Theme.palette.surface
    visible: false // until its screen is chosen
    onClosing: controller.shown = false

    function otherThan(name: string, screens: var): var {
        for (let i = 0; i < screens.length; ++i)
            if (screens[i].name !== name)
                return screens[i];
        return null;
    }
    /// On another screen than the officer's, when there is one.
    function showBeside(officerScreen: string): void {
        const other = window.otherThan(officerScreen, window.application.screens);
        if (other !== null) {
            window.screen = other;
            window.width = Math.min(window.width, other.width);
            window.height = Math.min(window.height, other.height);
            // Said, too: side by side, X11 places a window near the one that it belongs to.
            window.x = other.virtualX + Math.round((other.width - window.width) / 2);
            window.y = other.virtualY + Math.round((other.height - window.height) / 2);
        }
        window.visible = true;
    }

    component Line: Text {
        color: Theme.palette.ink
        font.family: Theme.family
        textFormat: Text.PlainText
        wrapMode: Text.WordWrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    PracticeBanner {
        id: banner

        objectName: "callPracticeBanner"
        width: parent.width
        height: visible ? implicitHeight : 0
        visible: window.practice
        quiet: true
    }
    PracticeFrame {
        objectName: "callPracticeFrame"
        anchors.fill: parent
        z: 1
        visible: window.practice
    }
    FocusScope {
        anchors.top: banner.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Math.round(Theme.space32 * window.zoom)
        focus: true
        Keys.onEscapePressed: window.controller.shown = false
        Keys.onPressed: event => {
            if (event.key === Qt.Key_F11) {
                window.visibility = window.visibility === Window.FullScreen ? Window.Windowed : Window.FullScreen;
                event.accepted = true;
            }
        }

        Column {
            id: head

            width: parent.width
            spacing: Theme.space4

            Line {
                width: parent.width
                text: window.controller.unit
                font.pixelSize: Math.round(Theme.fontTitle * window.zoom)
                font.weight: Font.DemiBold
            }
            Line {
                width: parent.width
                text: qsTr("%1 · silakan ke meja menurut urutan ini").arg(window.controller.place)
                font.pixelSize: Math.round(Theme.fontBody * window.zoom)
                color: Theme.palette.muted
            }
        }
        Line {
            objectName: "callWaiting"
            anchors.centerIn: parent
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            visible: window.controller.waiting || (window.controller.loaded && list.count === 0)
            text: window.controller.waiting ? qsTr("Sesi sedang dijeda. Mohon menunggu.") : qsTr("Semua sudah dipanggil. Yang baru datang, silakan langsung ke meja.")
            font.pixelSize: Math.round(Theme.fontSigner * window.zoom)
        }
        ListView {
            id: list

            objectName: "callList"
            anchors.top: head.bottom
            anchors.topMargin: Math.round(Theme.space24 * window.zoom)
            anchors.bottom: foot.top
            width: parent.width
            visible: !window.controller.waiting
            interactive: false
            clip: true
            model: window.controller.rows
            spacing: Math.round(Theme.space8 * window.zoom)

            delegate: Rectangle {
                id: row

                required property int index
                required property string name
                required property string unit
                required property string numberTail
                readonly property bool first: index === 0

                objectName: "call" + index
                width: ListView.view.width
                height: words.implicitHeight + Math.round((first ? Theme.space16 : Theme.space4) * 2 * window.zoom)
                radius: Theme.radius
                color: first ? Theme.palette.accentSoft : "transparent"
                border.width: first ? 2 : 0
                border.color: Theme.palette.accent

                Line {
                    id: place

                    x: Theme.space16
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.round(Theme.space48 * window.zoom)
                    text: row.index + 1
                    color: row.first ? Theme.palette.ink : Theme.palette.muted
                    font.pixelSize: Math.round(Theme.fontName * window.zoom)
                }
                Column {
                    id: words

                    anchors.verticalCenter: parent.verticalCenter
                    anchors.left: place.right
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.space16

                    Line {
                        width: parent.width
                        text: row.name
                        font.pixelSize: Math.round((row.first ? Theme.fontSigner : Theme.fontName) * window.zoom)
                        font.weight: row.first ? Font.DemiBold : Font.Medium
                    }
                    Line {
                        width: parent.width
                        text: row.numberTail === "" ? row.unit : qsTr("%1 · NIP berakhir %2").arg(row.unit).arg(row.numberTail)
                        font.pixelSize: Math.round(Theme.fontSmall * window.zoom)
                        color: Theme.palette.muted
                    }
                }
            }
        }
        Line {
            id: foot

            anchors.bottom: parent.bottom
            width: parent.width
            text: qsTr("F11: layar penuh · Esc: tutup")
            font.pixelSize: Theme.fontSmall
            color: Theme.palette.muted
        }
    }
}
