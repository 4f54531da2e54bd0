// A labelled line to write in. `trouble` says under the field what is wrong, `hint` what is wanted.
import QtQuick
import QtQuick.Templates as T
import Teken.Theme

FocusScope {
    id: field

    property alias text: input.text
    property alias placeholder: input.placeholderText
    property alias echoMode: input.echoMode
    property alias maximumLength: input.maximumLength
    property alias input: input
    property string label
    property string hint
    property string trouble
    property string glyph
    property string name: label
    property bool large: false
    /// An own button at the right end of the field.
    property alias tail: tailSlot.data

    signal accepted
    signal edited

    implicitWidth: Theme.sideColumn
    implicitHeight: column.implicitHeight

    function selectAll(): void {
        input.selectAll();
    }
    function clear(): void {
        input.clear();
    }

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
        T.TextField {
            id: input

            objectName: field.objectName + "Input"
            focus: true
            width: parent.width
            height: field.large ? Theme.targetPrimary : Theme.target
            leftPadding: field.glyph !== "" ? Theme.space48 : Theme.space12
            rightPadding: Theme.space12 + tailSlot.childrenRect.width
            verticalAlignment: TextInput.AlignVCenter
            color: Theme.palette.ink
            placeholderTextColor: Theme.palette.muted
            selectionColor: Theme.palette.accent
            selectedTextColor: Theme.palette.accentLetters
            selectByMouse: true
            font.family: Theme.family
            font.pixelSize: field.large ? Theme.fontName : Theme.fontBody
            Accessible.name: field.name !== "" ? field.name : placeholderText
            Accessible.description: field.trouble !== "" ? field.trouble : field.hint
            Accessible.role: Accessible.EditableText
            onAccepted: field.accepted()
            onTextEdited: field.edited()

            background: Rectangle {
                radius: Theme.radius
                color: input.enabled ? Theme.palette.raised : Theme.palette.neutralSoft
                border.width: input.activeFocus ? 2 : Math.max(1, Theme.palette.frame)
                border.color: field.trouble !== "" ? Theme.palette.stop : input.activeFocus ? Theme.palette.accent : Theme.palette.muted
            }

            Icon {
                visible: field.glyph !== ""
                x: Theme.space12
                anchors.verticalCenter: parent.verticalCenter
                text: field.glyph
                color: Theme.palette.muted
            }
            Text {
                /// An example; what the field is for stands above it.
                readonly property bool mayElide: true

                visible: input.length === 0 && input.preeditText === ""
                x: input.leftPadding
                width: input.width - input.leftPadding - input.rightPadding
                anchors.verticalCenter: parent.verticalCenter
                text: input.placeholderText
                textFormat: Text.PlainText
                elide: Text.ElideRight
                color: Theme.palette.muted
                font: input.font
                Accessible.ignored: true
            }
            Item {
                id: tailSlot

                anchors.right: parent.right
                width: childrenRect.width
                height: parent.height
            }
        }
        Row {
            visible: note.text !== ""
            width: parent.width
            spacing: Theme.space4

            Icon {
                visible: field.trouble !== ""
                size: Theme.iconSmall
                text: Icons.failure
                color: Theme.palette.stop
            }
            BodyText {
                id: note

                width: parent.width - (field.trouble !== "" ? Theme.iconSmall + Theme.space4 : 0)
                text: field.trouble !== "" ? field.trouble : field.hint
                small: true
                muted: field.trouble === ""
                color: field.trouble !== "" ? Theme.palette.stop : Theme.palette.muted
            }
        }
    }
}
