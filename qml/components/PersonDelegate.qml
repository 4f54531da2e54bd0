// A row of the search, from the roles of the people model.
import QtQuick
import QtQuick.Templates as T
import Teken.App
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
    readonly property string whereText: signedAtPlace !== "" ? qsTr("di %1").arg(Format.joined([signedAtPlace, Format.shortDay(stateSince)], ", ")) : personState === PersonState.SignedElsewhere ? qsTr("menurut daftar pusat") : personState === PersonState.Signed ? qsTr("pukul %1").arg(Format.hour(stateSince)) : ""

    implicitHeight: Math.max(Theme.row, implicitContentHeight + 2 * Theme.space4)
    leftPadding: Theme.space16
    rightPadding: Theme.space16
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    highlighted: chosen
    Accessible.name: Format.joined([name, Words.quietPerson(personState, excuse), whereText, numberText, post, unitText], ", ")
    Accessible.role: Accessible.ListItem
    Accessible.selected: chosen
    onDoubleClicked: row.signWanted()

    contentItem: PersonLine {
        name: row.name
        details: Format.joined([row.numberText, row.unitText, row.post], " · ")
        note: row.addedHere ? qsTr("Tambahan") : row.whereText
        personState: row.personState
        excuse: row.excuse
    }
    background: Rectangle {
        border.width: row.chosen ? Theme.palette.frame - 1 : 0
        border.color: Theme.palette.accent
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
