// What belongs to the session and not to a person: the card for signers, special events, the call list, a second laptop.
import QtQuick
import QtQuick.Templates as T
import Teken.Controls
import Teken.Theme

T.Popup {
    id: menu

    property bool callsShown: false

    signal cardWanted
    signal eventWanted
    signal callsWanted
    signal codeWanted

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
    width: Theme.sideColumn
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
                objectName: "cardButton"
                focus: true
                glyph: Icons.info
                text: qsTr("Kartu keterangan")
                onClicked: {
                    menu.close();
                    menu.cardWanted();
                }
            }
            Entry {
                objectName: "eventButton"
                glyph: Icons.hour
                text: qsTr("Kejadian khusus…")
                onClicked: {
                    menu.close();
                    menu.eventWanted();
                }
            }
            Entry {
                objectName: "callsButton"
                glyph: Icons.queue
                text: menu.callsShown ? qsTr("Tutup daftar panggil") : qsTr("Daftar panggil di layar kedua")
                onClicked: {
                    menu.close();
                    menu.callsWanted();
                }
            }
            Entry {
                objectName: "codeButton"
                glyph: Icons.laptop
                text: qsTr("Laptop kedua…")
                onClicked: {
                    menu.close();
                    menu.codeWanted();
                }
            }
        }
    }
}
