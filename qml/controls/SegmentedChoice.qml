// Two to four views of one page, side by side, or below each other where letters are large.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Teken.Theme

Flow {
    id: choice

    /// Words in order.
    required property var words
    property int current: 0
    property string name

    signal chosen(int index)

    spacing: Theme.space8
    Accessible.role: Accessible.PageTabList
    Accessible.name: name

    Repeater {
        model: choice.words

        T.Button {
            id: segment

            required property int index
            required property string modelData
            readonly property bool isCurrent: choice.current === index

            objectName: choice.objectName + index
            text: modelData
            implicitHeight: Theme.target
            implicitWidth: implicitContentWidth + 2 * Theme.space16
            focusPolicy: Qt.StrongFocus
            hoverEnabled: true
            Accessible.name: text
            Accessible.role: Accessible.PageTab
            onClicked: choice.chosen(index)
            Keys.onReturnPressed: segment.clicked()
            Keys.onEnterPressed: segment.clicked()

            contentItem: Text {
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: segment.text
                textFormat: Text.PlainText
                color: segment.isCurrent ? Theme.palette.accent : Theme.palette.ink
                font.family: Theme.family
                font.pixelSize: Theme.fontBody
                font.weight: segment.isCurrent ? Font.DemiBold : Font.Normal
                font.underline: segment.isCurrent && Theme.palette.frame > 1
                Accessible.ignored: true
            }
            background: Rectangle {
                radius: Theme.radius
                color: segment.isCurrent ? Theme.palette.accentSoft : segment.hovered ? Theme.palette.neutralSoft : "transparent"
                border.width: segment.isCurrent ? Theme.palette.frame : 0
                border.color: Theme.palette.accent

                FocusFrame {
                    shown: segment.visualFocus
                }
            }
        }
    }
}
