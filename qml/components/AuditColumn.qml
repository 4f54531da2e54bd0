// A column of short lines under one title: what was checked, or what was not.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Teken.Controls
import Teken.Theme

Surface {
    id: column

    required property string title
    required property var lines
    required property string glyph
    property color tint: Theme.palette.good
    property string emptyText

    implicitHeight: Theme.sideColumn
    Accessible.role: Accessible.List
    Accessible.name: title

    ScrollArea {
        id: area

        anchors.fill: parent
        anchors.margins: Theme.space16
        contentHeight: rows.implicitHeight

        ColumnLayout {
            id: rows

            width: area.contentSpace
            spacing: Theme.space12

            TitleText {
                Layout.fillWidth: true
                text: column.title
            }
            Repeater {
                model: column.lines

                RowLayout {
                    id: row

                    required property string modelData

                    Layout.fillWidth: true
                    spacing: Theme.space8

                    Icon {
                        Layout.alignment: Qt.AlignTop
                        size: Theme.iconSmall
                        text: column.glyph
                        color: column.tint
                    }
                    BodyText {
                        Layout.fillWidth: true
                        text: row.modelData
                    }
                }
            }
            BodyText {
                Layout.fillWidth: true
                visible: column.lines.length === 0 && text !== ""
                text: column.emptyText
                muted: true
            }
        }
    }
}
