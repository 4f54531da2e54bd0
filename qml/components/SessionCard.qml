// A session as a card: unit, place, hour, how far it has come, and its state.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Teken.App
import Teken.Controls
import Teken.Theme

T.ItemDelegate {
    id: card

    required property int index
    required property string unit
    required property string place
    required property date startsAt
    required property int signedCount
    required property int expectedCount
    required property int waitingCount
    required property int sessionState
    required property bool followUp
    required property bool minutesMissing

    readonly property bool counted: sessionState !== SessionState.Planned
    readonly property string actionText: sessionState === SessionState.Planned ? qsTr("Buka sesi") : sessionState === SessionState.Open ? qsTr("Masuk") : sessionState === SessionState.Paused ? qsTr("Masuk") : qsTr("Lihat")
    readonly property string countText: counted ? qsTr("%1 dari %2 orang").arg(Format.count(signedCount)).arg(Format.count(expectedCount)) : qsTr("%1 orang dalam daftar").arg(Format.count(expectedCount))

    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.space16
    leftPadding: Theme.space24
    rightPadding: Theme.space24
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: Format.joined([unit, place, Format.dayAndHour(startsAt), countText, Words.session(sessionState), minutesMissing ? qsTr("Berita acara belum lengkap") : ""], ", ")
    Accessible.role: Accessible.Button
    Keys.onReturnPressed: card.clicked()
    Keys.onEnterPressed: card.clicked()

    contentItem: RowLayout {
        spacing: Theme.space24

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space4

            TitleText {
                Layout.fillWidth: true
                text: card.unit
                Accessible.ignored: true
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space4

                Icon {
                    size: Theme.iconSmall
                    text: Icons.place
                    color: Theme.palette.muted
                }
                BodyText {
                    Layout.fillWidth: true
                    text: qsTr("%1 · %2").arg(card.place).arg(Format.dayAndHour(card.startsAt))
                    muted: true
                    Accessible.ignored: true
                }
            }
            RowLayout {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space4
                spacing: Theme.space12

                BodyText {
                    Layout.fillWidth: true
                    Layout.maximumWidth: Math.ceil(implicitWidth)
                    text: card.countText
                    strong: card.counted
                    Accessible.ignored: true
                }
                ProgressLine {
                    Layout.fillWidth: true
                    Layout.maximumWidth: Theme.sideColumn
                    visible: card.counted
                    value: card.expectedCount > 0 ? card.signedCount / card.expectedCount : 0
                    name: card.countText
                }
                BodyText {
                    Layout.fillWidth: true
                    Layout.maximumWidth: Math.ceil(implicitWidth)
                    visible: card.waitingCount > 0
                    text: qsTr("%1 menunggu dikirim").arg(Format.count(card.waitingCount))
                    small: true
                    color: Theme.palette.wait
                    Accessible.ignored: true
                }
                Item {
                    Layout.fillWidth: true
                }
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignVCenter
            spacing: Theme.space8

            SessionBadge {
                Layout.alignment: Qt.AlignRight
                sessionState: card.sessionState
            }
            Badge {
                objectName: "minutesBadge"
                Layout.alignment: Qt.AlignRight
                visible: card.minutesMissing
                tone: Badge.Attention
                glyph: Icons.warning
                text: qsTr("Berita acara belum lengkap")
            }
            Badge {
                Layout.alignment: Qt.AlignRight
                visible: card.followUp
                text: qsTr("Sesi susulan")
            }
            RowLayout {
                Layout.alignment: Qt.AlignRight
                spacing: Theme.space4

                BodyText {
                    text: card.actionText
                    strong: true
                    color: Theme.palette.accent
                    Accessible.ignored: true
                }
                Icon {
                    text: Icons.forward
                    color: Theme.palette.accent
                }
            }
        }
    }
    background: Surface {
        lifted: true
        color: card.hovered || card.down ? Theme.palette.sunken : Theme.palette.raised

        FocusFrame {
            shown: card.visualFocus
        }
    }
}
