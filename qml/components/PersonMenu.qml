// What else can be noted about the person at hand. Daily things first; what is rarer below the line.
import QtQuick
import QtQuick.Templates as T
import Teken.Controls
import Teken.Theme

T.Popup {
    id: menu

    signal absentWanted
    signal refuseWanted
    signal helpedWanted
    signal symbolicWanted
    signal paperWanted
    signal correctionWanted

    component Entry: ActionButton {
        width: parent?.width ?? 0
        kind: ActionButton.Quiet
    }

    function openAt(button: Item): void {
        menu.parent = button;
        menu.open();
    }

    readonly property real windowHeight: parent?.Window.height ?? 0

    y: parent ? Math.min(parent.height + Theme.space4, windowHeight - parent.mapToItem(null, 0, 0).y - height - Theme.space8) : 0
    x: parent ? parent.width - width : 0
    width: Theme.sideColumn - Theme.space24
    height: Math.min(list.implicitHeight + 2 * padding, windowHeight - 2 * Theme.space8)
    padding: Theme.space8
    focus: true
    background: Surface {
        lifted: true
        border.color: Theme.palette.muted
    }
    contentData: ScrollArea {
        id: area

        anchors.fill: parent
        contentHeight: list.implicitHeight

        Column {
            id: list

            width: area.contentSpace
            spacing: Theme.space4

            Entry {
                objectName: "absentButton"
                focus: true
                glyph: Icons.absent
                text: qsTr("Tidak hadir")
                onClicked: {
                    menu.close();
                    menu.absentWanted();
                }
            }
            Entry {
                objectName: "refuseButton"
                glyph: Icons.refused
                text: qsTr("Menolak")
                onClicked: {
                    menu.close();
                    menu.refuseWanted();
                }
            }
            Rectangle {
                width: parent.width
                height: Theme.palette.frame
                color: Theme.palette.line
            }
            Entry {
                objectName: "correctionButton"
                glyph: Icons.text
                text: qsTr("Data keliru…")
                onClicked: {
                    menu.close();
                    menu.correctionWanted();
                }
            }
            Entry {
                objectName: "helpedButton"
                glyph: Icons.people
                text: qsTr("Dibantu atau cap jempol…")
                onClicked: {
                    menu.close();
                    menu.helpedWanted();
                }
            }
            Entry {
                objectName: "symbolicButton"
                glyph: Icons.unit
                text: qsTr("Simbolis, mewakili unit")
                onClicked: {
                    menu.close();
                    menu.symbolicWanted();
                }
            }
            Entry {
                objectName: "paperButton"
                glyph: Icons.file
                text: qsTr("Tanda tangan basah…")
                onClicked: {
                    menu.close();
                    menu.paperWanted();
                }
            }
        }
    }
}
