// One of many, labelled. Letters jump to the entry that starts with them.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Teken.Theme

FocusScope {
    id: field

    property alias model: box.model
    property alias textRole: box.textRole
    property alias currentIndex: box.currentIndex
    property alias currentText: box.currentText
    property alias box: box
    property string label
    property string hint
    property string placeholder

    signal chosen(int index)

    implicitWidth: Theme.sideColumn
    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: parent.width
        spacing: Theme.space4

        BodyText {
            visible: field.label !== ""
            width: parent.width
            text: field.label
            small: true
            strong: true
            Accessible.ignored: true
        }
        T.ComboBox {
            id: box

            objectName: field.objectName + "Box"
            focus: true
            width: parent.width
            height: Theme.target
            leftPadding: Theme.space12
            rightPadding: Theme.space48
            focusPolicy: Qt.StrongFocus
            font.family: Theme.family
            font.pixelSize: Theme.fontBody
            displayText: currentIndex < 0 ? field.placeholder : currentText
            Accessible.name: field.label
            Accessible.description: field.hint
            Accessible.role: Accessible.ComboBox
            onActivated: index => field.chosen(index)

            contentItem: Text {
                // The open list shows the line whole.
                readonly property bool mayElide: true

                leftPadding: 0
                text: box.displayText
                textFormat: Text.PlainText
                font: box.font
                color: box.currentIndex < 0 ? Theme.palette.muted : Theme.palette.ink
                verticalAlignment: Text.AlignVCenter
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            indicator: Icon {
                x: box.width - width - Theme.space12
                anchors.verticalCenter: parent?.verticalCenter
                text: Icons.expand
                color: Theme.palette.muted
            }
            background: Rectangle {
                radius: Theme.radius
                color: Theme.palette.raised
                border.width: box.activeFocus ? 2 : Math.max(1, Theme.palette.frame)
                border.color: box.activeFocus ? Theme.palette.accent : Theme.palette.muted
            }
            delegate: T.ItemDelegate {
                id: entry

                required property int index
                readonly property bool isCurrent: box.highlightedIndex === index

                objectName: field.objectName + "Choice" + index
                width: box.width
                height: Theme.target
                text: box.textAt(index)
                highlighted: isCurrent
                Accessible.name: text
                contentItem: Text {
                    leftPadding: Theme.space12
                    rightPadding: Theme.space12
                    text: entry.text
                    textFormat: Text.PlainText
                    font: box.font
                    color: Theme.palette.ink
                    verticalAlignment: Text.AlignVCenter
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
                background: Rectangle {
                    color: entry.isCurrent ? Theme.palette.accentSoft : "transparent"
                    border.width: entry.isCurrent ? Theme.palette.frame - 1 : 0
                    border.color: Theme.palette.line
                }
            }
            popup: T.Popup {
                y: box.height + Theme.space4
                width: box.width
                height: Math.min(contentItem.implicitHeight + 2, 6 * Theme.target + 2)
                padding: 1
                contentItem: ListView {
                    implicitHeight: contentHeight
                    clip: true
                    model: box.popup.visible ? box.delegateModel : null
                    currentIndex: box.highlightedIndex
                    boundsBehavior: Flickable.StopAtBounds
                    T.ScrollBar.vertical: ScrollThumb {}
                }
                background: Surface {
                    lifted: true
                    border.color: Theme.palette.muted
                }
            }
        }
        BodyText {
            visible: field.hint !== ""
            width: parent.width
            text: field.hint
            small: true
            muted: true
        }
    }
}
