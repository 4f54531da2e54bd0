// What lies in a folder: another folder, to be opened, or a file, to be picked.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Teken.Controls
import Teken.Theme

T.ItemDelegate {
    id: row

    required property int index
    required property string name
    required property string path
    required property bool isFolder
    required property date changedAt
    required property real bytes
    property bool current: false

    implicitHeight: Math.max(Theme.target, implicitContentHeight + Theme.space8)
    leftPadding: Theme.space12
    rightPadding: Theme.space12
    focusPolicy: Qt.NoFocus
    text: name
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: isFolder ? qsTr("Folder %1").arg(name) : name

    contentItem: RowLayout {
        spacing: Theme.space12

        Icon {
            text: row.isFolder ? Icons.folder : Icons.file
            color: row.isFolder ? Theme.palette.accent : Theme.palette.muted
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            BodyText {
                Layout.fillWidth: true
                text: row.name
                wrapMode: Text.WrapAnywhere
                lineHeight: 1
                Accessible.ignored: true
            }
            BodyText {
                Layout.fillWidth: true
                visible: !row.isFolder
                text: qsTr("%1 · %2").arg(Format.dayAndHour(row.changedAt)).arg(Format.bytes(row.bytes))
                small: true
                muted: true
                lineHeight: 1
                Accessible.ignored: true
            }
        }
        Icon {
            visible: row.isFolder
            text: Icons.forward
            color: Theme.palette.muted
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.current || row.hovered ? Theme.palette.neutralSoft : "transparent"

        FocusFrame {
            shown: row.current
        }
    }
}
