// A question that has to be answered first. Esc and Kembali leave without doing anything; focus goes to the first
// field and returns to where it was. Never opened over the pad.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Teken.Theme

T.Popup {
    id: sheet

    default property alias content: body.data
    property alias contentY: area.contentY
    property string title
    property string explanation
    property string acceptText
    property string acceptGlyph
    property bool acceptEnabled: true
    property bool danger: false
    property bool busy: false
    property Item firstField: null
    property string name

    readonly property bool covered: Theme.covered

    signal accepted

    parent: T.Overlay.overlay
    x: Math.round((parent.width - width) / 2)
    y: Math.max(Theme.space16, Math.round((parent.height - height) / 2))
    width: Math.min(Theme.form, parent.width - 2 * Theme.space24)
    // Whole pixels: of a part of one less the thumb would speak.
    height: Math.min(parent.height - 2 * Theme.space16, Math.ceil(head.height + area.contentHeight + foot.height) + 2 * Theme.space16 + 2 * padding)
    padding: Theme.space24
    modal: true
    focus: true
    closePolicy: busy ? T.Popup.NoAutoClose : T.Popup.CloseOnEscape

    T.Overlay.modal: Rectangle {
        color: Theme.palette.scrim
    }
    background: Surface {
        lifted: true
    }
    onOpened: if (firstField)
        firstField.forceActiveFocus()
    // Before its page goes, also while it is busy: what it shows may name people.
    onCoveredChanged: if (covered && visible)
        close()

    contentData: FocusScope {
        anchors.fill: parent
        focus: true
        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title

        Column {
            id: head

            width: parent.width
            spacing: Theme.space8

            TitleText {
                width: parent.width
                text: sheet.title
            }
            BodyText {
                visible: text !== ""
                width: parent.width
                text: sheet.explanation
                muted: true
            }
        }
        ScrollArea {
            id: area

            anchors.top: head.bottom
            anchors.topMargin: Theme.space16
            anchors.bottom: foot.top
            anchors.bottomMargin: Theme.space16
            width: parent.width
            contentHeight: body.implicitHeight

            Column {
                id: body

                width: area.contentSpace
                spacing: Theme.space16
            }
        }
        RowLayout {
            id: foot

            anchors.bottom: parent.bottom
            width: parent.width
            spacing: Theme.space12

            ActionButton {
                objectName: sheet.name + "Back"
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                text: qsTr("Kembali")
                enabled: !sheet.busy
                onClicked: sheet.close()
            }
            Item {
                Layout.fillWidth: true
            }
            ActionButton {
                objectName: sheet.name + "Accept"
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                visible: sheet.acceptText !== ""
                text: sheet.acceptText
                glyph: sheet.acceptGlyph
                kind: sheet.danger ? ActionButton.Danger : ActionButton.Primary
                enabled: sheet.acceptEnabled && !sheet.busy
                onClicked: sheet.accepted()
            }
        }
    }
}
