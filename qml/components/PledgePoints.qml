// The text as the signer reads it: opening, numbered points, closing. Scrolls when it is long.
pragma ComponentBehavior: Bound

import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

ScrollArea {
    id: area

    required property pledgeText pledge
    property int size: Theme.fontName

    contentHeight: column.implicitHeight
    activeFocusOnTab: contentHeight > height
    Accessible.role: Accessible.StaticText
    Accessible.name: spoken()
    Keys.onDownPressed: contentY = Math.min(contentHeight - height, contentY + Theme.target)
    Keys.onUpPressed: contentY = Math.max(0, contentY - Theme.target)

    function spoken(): string {
        let words = area.pledge.title + " " + area.pledge.opening;
        for (const point of area.pledge.points)
            words += " " + point;
        return words + " " + area.pledge.closing;
    }

    component Paragraph: Text {
        width: column.width
        color: Theme.palette.ink
        textFormat: Text.PlainText
        wrapMode: Text.WordWrap
        lineHeight: Theme.paragraph
        font.family: Theme.family
        font.pixelSize: area.size
        Accessible.ignored: true
    }

    Column {
        id: column

        width: area.contentSpace
        spacing: Theme.space4

        Paragraph {
            visible: text !== ""
            text: area.pledge.opening
        }
        Repeater {
            model: area.pledge.points

            Item {
                id: point

                required property int index
                required property string modelData

                width: column.width
                height: words.implicitHeight

                Paragraph {
                    width: Theme.space32
                    text: (point.index + 1) + "."
                    color: Theme.palette.muted
                }
                Paragraph {
                    id: words

                    x: Theme.space32
                    width: column.width - x
                    text: point.modelData
                }
            }
        }
        Paragraph {
            visible: text !== ""
            text: area.pledge.closing
        }
    }

    Badge {
        // A signer must not miss a point because the window is low.
        parent: area
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.rightMargin: Theme.space24
        visible: area.contentHeight > area.height && !area.atYEnd
        tone: Badge.Accent
        glyph: Icons.expand
        text: qsTr("Masih ada lanjutannya")
    }
    FocusFrame {
        parent: area
        shown: area.activeFocus
    }
}
