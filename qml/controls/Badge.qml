// A state: icon, word and shape together, never colour alone.
import QtQuick
import Teken.Theme

Rectangle {
    id: badge

    enum Tone {
        Neutral,
        Good,
        Wait,
        Attention,
        Stop,
        Accent
    }

    property int tone: Badge.Neutral
    property string glyph
    property string text

    readonly property color letters: tone === Badge.Good ? Theme.palette.good : tone === Badge.Wait ? Theme.palette.wait : tone === Badge.Attention ? Theme.palette.attention : tone === Badge.Stop ? Theme.palette.stop : tone === Badge.Accent ? Theme.palette.accent : Theme.palette.muted
    readonly property color ground: tone === Badge.Good ? Theme.palette.goodSoft : tone === Badge.Wait ? Theme.palette.waitSoft : tone === Badge.Attention ? Theme.palette.attentionSoft : tone === Badge.Stop ? Theme.palette.stopSoft : tone === Badge.Accent ? Theme.palette.accentSoft : Theme.palette.neutralSoft

    implicitWidth: line.implicitWidth + Theme.space12 + Theme.space8
    implicitHeight: Math.max(Theme.space24, line.implicitHeight) + Theme.space4
    radius: height / 2
    color: ground
    border.width: Theme.palette.frame > 1 ? Theme.palette.frame : 0
    border.color: letters
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: line

        anchors.centerIn: parent
        spacing: Theme.space4

        Icon {
            visible: badge.glyph !== ""
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.iconSmall
            text: badge.glyph
            color: badge.letters
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: badge.text
            textFormat: Text.PlainText
            color: badge.letters
            font.family: Theme.family
            font.pixelSize: Theme.fontSmall
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
    }
}
