// The text as the signer reads it: opening, numbered points, closing. Scrolls when it is long.
pragma ComponentBehavior: Bound

import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

Item {
    id: points

    required property pledgeText pledge
    property int size: Theme.fontName
    /// Which text this is, small below it, where a page has no other place for it.
    property string footnote

    readonly property real numberWidth: Math.max(Theme.space32, Math.round(size * 1.4))
    readonly property bool overflows: column.implicitHeight > height

    activeFocusOnTab: overflows || activeFocus
    Accessible.role: Accessible.StaticText
    Accessible.name: spoken()
    Keys.onDownPressed: area.contentY = Math.min(area.contentHeight - area.height, area.contentY + Theme.target)
    Keys.onUpPressed: area.contentY = Math.max(0, area.contentY - Theme.target)

    function spoken(): string {
        let words = points.pledge.title + " " + points.pledge.opening;
        for (const point of points.pledge.points)
            words += " " + point;
        return words + " " + points.pledge.closing;
    }

    component Paragraph: Text {
        width: column.width
        color: Theme.palette.ink
        textFormat: Text.PlainText
        wrapMode: Text.WordWrap
        lineHeight: Theme.paragraph
        font.family: Theme.family
        font.pixelSize: points.size
        Accessible.ignored: true
    }

    ScrollArea {
        id: area

        anchors.fill: parent
        anchors.bottomMargin: more.visible ? more.height + Theme.space4 : 0
        contentHeight: column.implicitHeight

        Column {
            id: column

            width: area.contentSpace
            spacing: Theme.space4

            Paragraph {
                visible: text !== ""
                text: points.pledge.opening
            }
            Repeater {
                model: points.pledge.points

                Item {
                    id: point

                    required property int index
                    required property string modelData

                    width: column.width
                    height: words.implicitHeight

                    Paragraph {
                        width: points.numberWidth
                        text: (point.index + 1) + "."
                        color: Theme.palette.muted
                    }
                    Paragraph {
                        id: words

                        x: points.numberWidth
                        width: column.width - x
                        text: point.modelData
                    }
                }
            }
            Paragraph {
                visible: text !== ""
                text: points.pledge.closing
            }
            Paragraph {
                visible: text !== ""
                text: points.footnote
                font.pixelSize: Theme.fontSmall
                color: Theme.palette.muted
            }
        }
    }
    Badge {
        id: more

        // A signer must not miss a point because the window is low.
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        visible: points.overflows && !area.atYEnd
        tone: Badge.Accent
        glyph: Icons.expand
        text: qsTr("Masih ada lanjutannya")
    }
    FocusFrame {
        shown: points.activeFocus
    }
}
