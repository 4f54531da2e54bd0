// Any folder of this machine: places to begin at, a field that takes a path, and what lies in the folder. Folders are
// opened by a click or Enter; a file is picked.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Teken.App
import Teken.Controls
import Teken.Theme

Column {
    id: browser

    required property FolderController controller
    required property RowModel places
    /// Files are looked for, too; else folders only, to write into.
    property bool forFiles: false

    signal picked(string path)

    spacing: Theme.space8

    function take(index: int): void {
        const row = list.itemAtIndex(index) as FolderDelegate;
        if (row === null)
            return;
        if (row.isFolder)
            browser.controller.open(row.path);
        else
            browser.picked(row.path);
    }

    Connections {
        target: browser.controller
        function onFolderChanged(): void {
            where.text = browser.controller.folder;
            list.currentIndex = list.count > 0 ? 0 : -1;
        }
    }

    Flow {
        width: parent.width
        visible: browser.forFiles // who writes has chosen among the places already
        spacing: Theme.space8

        Repeater {
            model: browser.places

            ActionButton {
                required property int index
                required property string title
                required property string folder
                required property bool removable

                objectName: "startPlace" + index
                glyph: removable ? Icons.stick : Icons.folder
                text: title
                onClicked: browser.controller.open(folder)
            }
        }
    }
    Row {
        width: parent.width
        spacing: Theme.space8

        IconButton {
            id: upButton

            objectName: "folderUp"
            anchors.bottom: parent.bottom
            enabled: browser.controller.canGoUp
            glyph: Icons.back
            text: qsTr("Folder di atasnya")
            onClicked: browser.controller.up()
        }
        InputField {
            id: where

            objectName: "folderField"
            width: parent.width - upButton.width - parent.spacing
            name: qsTr("Letak folder; Enter membukanya")
            placeholder: qsTr("Letak folder, lalu Enter")
            glyph: Icons.folder
            maximumLength: 4096
            onAccepted: browser.controller.open(text)
        }
    }
    ErrorNotice {
        objectName: "folderFailure"
        width: parent.width
        notice: browser.controller.failure
        onDismissed: browser.controller.dismissFailure()
    }
    Rectangle {
        width: parent.width
        height: 4.5 * Theme.target
        radius: Theme.radius
        color: Theme.palette.raised
        border.width: Math.max(1, Theme.palette.frame)
        border.color: list.activeFocus ? Theme.palette.accent : Theme.palette.line

        ListView {
            id: list

            objectName: "folderList"
            anchors.fill: parent
            anchors.margins: Theme.space4
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: 0 // as in AuditSample
            highlightMoveDuration: 0
            model: browser.controller.rows
            T.ScrollBar.vertical: ScrollThumb {}
            Accessible.role: Accessible.List
            Accessible.name: browser.forFiles ? qsTr("Folder dan berkas") : qsTr("Folder")
            Keys.onReturnPressed: browser.take(currentIndex)
            Keys.onEnterPressed: browser.take(currentIndex)
            Keys.onPressed: event => {
                if (event.key !== Qt.Key_Backspace)
                    return;
                browser.controller.up();
                event.accepted = true;
            }

            delegate: FolderDelegate {
                objectName: "folderRow" + index
                width: ListView.view.width
                current: ListView.isCurrentItem && list.activeFocus
                onClicked: {
                    list.forceActiveFocus();
                    list.currentIndex = index;
                    browser.take(index);
                }
            }
        }
        BodyText {
            objectName: "folderEmpty"
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.space24
            visible: list.count === 0 && !browser.controller.busy && browser.controller.folder !== ""
            horizontalAlignment: Text.AlignHCenter
            text: browser.forFiles ? qsTr("Tidak ada folder atau berkas yang cocok di sini.") : qsTr("Tidak ada folder lain di dalamnya.")
            muted: true
        }
    }
    BodyText {
        objectName: "folderMore"
        width: parent.width
        visible: browser.controller.hidden > 0
        text: qsTr("%n lagi tidak ditampilkan; ketik letaknya di atas.", "", browser.controller.hidden)
        small: true
        muted: true
    }
}
