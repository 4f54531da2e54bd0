// One entry taken apart: what it says, its ink, who stands before and after it, and its place in the log.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Ink
import Teken.Theme

RowLayout {
    id: entry

    required property AuditController controller

    spacing: Theme.space16

    Surface {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 6

        ScrollArea {
            id: left

            anchors.fill: parent
            anchors.margins: Theme.space16
            contentHeight: facts.implicitHeight

            ColumnLayout {
                id: facts

                width: left.contentSpace
                spacing: Theme.space8

                TitleText {
                    objectName: "entryTitle"
                    Layout.fillWidth: true
                    text: entry.controller.entryTitle
                }
                Repeater {
                    model: entry.controller.facts

                    ColumnLayout {
                        id: fact

                        required property string label
                        required property string value
                        required property bool fixedWidth

                        Layout.fillWidth: true
                        spacing: 0

                        BodyText {
                            Layout.fillWidth: true
                            text: fact.label
                            small: true
                            muted: true
                        }
                        BodyText {
                            Layout.fillWidth: true
                            text: fact.value
                            wrapMode: fact.fixedWidth ? Text.WrapAnywhere : Text.WordWrap
                        }
                    }
                }
            }
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 7
        spacing: Theme.space16

        Rectangle {
            objectName: "entryInk"
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.padHeight * 0.7
            visible: entry.controller.entryHasInk
            radius: Theme.radius
            color: Theme.palette.paper
            border.width: Theme.palette.frame
            border.color: Theme.palette.paperLine
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Goresan tanda tangan yang tersimpan")

            InkPad {
                anchors.fill: parent
                anchors.margins: Theme.space8
                sheet: entry.controller.ink
                inkColor: Theme.palette.penInk
                penWidth: Theme.penWidth
                enabled: false
            }
        }
        Surface {
            Layout.fillWidth: true
            Layout.fillHeight: true

            ScrollArea {
                id: chain

                anchors.fill: parent
                anchors.margins: Theme.space16
                contentHeight: links.implicitHeight

                ColumnLayout {
                    id: links

                    width: chain.contentSpace
                    spacing: Theme.space4

                    TitleText {
                        Layout.fillWidth: true
                        text: qsTr("Rantai umpan")
                    }
                    Repeater {
                        model: entry.controller.neighbours

                        ActionButton {
                            required property int index
                            required property string title
                            required property bool self
                            required property bool linked

                            objectName: "neighbour" + index
                            Layout.fillWidth: true
                            kind: self ? ActionButton.Secondary : ActionButton.Quiet
                            enabled: !self
                            glyph: linked ? Icons.check : Icons.warning
                            text: linked ? title : qsTr("%1 · sambungan putus").arg(title)
                            onClicked: entry.controller.showNeighbour(index)
                        }
                    }
                }
            }
        }
    }
    Surface {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 7

        ScrollArea {
            id: right

            anchors.fill: parent
            anchors.margins: Theme.space16
            contentHeight: proof.implicitHeight

            ColumnLayout {
                id: proof

                width: right.contentSpace
                spacing: Theme.space12

                TitleText {
                    Layout.fillWidth: true
                    text: qsTr("Tempat dalam log")
                }
                BodyText {
                    objectName: "entryPlace"
                    Layout.fillWidth: true
                    text: entry.controller.entryPlace
                    muted: true
                }
                ProofTree {
                    Layout.fillWidth: true
                    path: entry.controller.path as RowModel
                }
            }
        }
    }
}
