// A row of the queue: who or what, when, and how it stands.
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
    required property string what
    required property string sessionUnit
    required property date madeAt
    required property date lastTry
    required property date receivedAt
    required property int entryState
    required property bool witnessed
    property bool chosen: false

    readonly property string stateText: {
        switch (entryState) {
        case EntryState.Sending:
            return qsTr("Sedang dikirim");
        case EntryState.Received:
            return witnessed ? qsTr("Diterima %1 · disaksikan").arg(Format.hour(receivedAt)) : qsTr("Diterima %1").arg(Format.hour(receivedAt));
        case EntryState.NeedsHelp:
            return qsTr("Perlu bantuan");
        }
        return Format.isValid(lastTry) ? qsTr("Dicoba %1").arg(Format.hour(lastTry)) : qsTr("Belum dicoba");
    }

    implicitHeight: Math.max(Theme.row, implicitContentHeight + 2 * Theme.space4)
    leftPadding: Theme.space16
    rightPadding: Theme.space16
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.name: Format.joined([name, Words.entry(what), sessionUnit, Format.dayAndHour(madeAt), stateText], ", ")
    Accessible.role: Accessible.ListItem
    Accessible.selected: chosen

    contentItem: RowLayout {
        spacing: Theme.space16

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            BodyText {
                Layout.fillWidth: true
                text: row.name
                strong: true
                lineHeight: 1
                Accessible.ignored: true
            }
            BodyText {
                Layout.fillWidth: true
                text: qsTr("%1 · %2").arg(Words.entry(row.what)).arg(row.sessionUnit)
                muted: true
                small: true
                lineHeight: 1
                Accessible.ignored: true
            }
        }
        GridLayout {
            columns: Theme.textScale > 1.25 ? 1 : 2
            columnSpacing: Theme.space16
            rowSpacing: 2

            BodyText {
                Layout.alignment: Qt.AlignRight | Qt.AlignVCenter
                text: Format.dayAndHour(row.madeAt)
                muted: true
                small: true
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            Badge {
                Layout.alignment: Qt.AlignRight | Qt.AlignVCenter
                tone: row.entryState === EntryState.Received ? Badge.Good : row.entryState === EntryState.NeedsHelp ? Badge.Attention : row.entryState === EntryState.Sending ? Badge.Accent : Badge.Wait
                glyph: row.entryState === EntryState.Received ? Icons.received : row.entryState === EntryState.NeedsHelp ? Icons.needsHelp : row.entryState === EntryState.Sending ? Icons.sending : Icons.waiting
                text: row.stateText
            }
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
