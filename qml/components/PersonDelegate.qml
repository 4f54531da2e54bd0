// A row of the search: name in full (never cut at its tail: many share their first words), number, post, where from,
// and what is already known about them.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Teken.App
import Teken.Controls
import Teken.Theme

T.ItemDelegate {
    id: row

    required property int index
    required property string name
    required property string numberLabel
    required property string number
    required property string post
    required property string unit
    required property string parentUnit
    required property int personState
    required property int excuse
    required property string signedAtPlace
    required property date stateSince
    required property bool addedHere
    property bool chosen: false

    signal signWanted

    readonly property string numberText: number === "" ? qsTr("tanpa NIP") : numberLabel + " " + number
    readonly property string unitText: parentUnit === "" ? unit : qsTr("%1 · %2").arg(unit).arg(parentUnit)
    readonly property string whereText: signedAtPlace !== "" ? qsTr("di %1, %2").arg(signedAtPlace).arg(Format.shortDay(stateSince)) : personState === PersonState.Signed ? qsTr("pukul %1").arg(Format.hour(stateSince)) : ""

    implicitHeight: Math.max(Theme.row, implicitContentHeight + 2 * Theme.space8)
    leftPadding: Theme.space16
    rightPadding: Theme.space16
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    highlighted: chosen
    Accessible.name: [name, Words.person(personState, excuse), whereText, numberText, post, unitText].filter(part => part !== "").join(", ")
    Accessible.role: Accessible.ListItem
    Accessible.selected: chosen
    onDoubleClicked: row.signWanted()

    contentItem: RowLayout {
        spacing: Theme.space16

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Text {
                Layout.fillWidth: true
                text: row.name
                textFormat: Text.PlainText
                wrapMode: Text.WordWrap
                color: Theme.palette.ink
                font.family: Theme.family
                font.pixelSize: Theme.fontName
                font.weight: Font.Medium
                Accessible.ignored: true
            }
            BodyText {
                Layout.fillWidth: true
                text: row.post === "" ? row.numberText : qsTr("%1 · %2").arg(row.numberText).arg(row.post)
                muted: true
                small: true
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            BodyText {
                Layout.fillWidth: true
                visible: text !== ""
                text: row.unitText
                muted: true
                small: true
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignVCenter | Qt.AlignRight
            spacing: Theme.space4

            PersonBadge {
                Layout.alignment: Qt.AlignRight
                personState: row.personState
                excuse: row.excuse
            }
            BodyText {
                Layout.alignment: Qt.AlignRight
                visible: text !== ""
                text: row.addedHere ? qsTr("Tambahan") : row.whereText
                small: true
                muted: true
                Accessible.ignored: true
            }
        }
        Icon {
            text: Icons.forward
            color: Theme.palette.muted
        }
    }
    background: Rectangle {
        color: row.chosen ? Theme.palette.accentSoft : row.hovered ? Theme.palette.sunken : "transparent"

        Rectangle {
            visible: row.chosen
            width: Theme.space4
            height: parent.height
            color: Theme.palette.accent
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.palette.line
        }
    }
}
