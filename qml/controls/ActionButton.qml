// A button with a verb. Primary: the one thing to do here; Secondary: other things; Quiet: beside text; Danger:
// what cannot simply be taken back.
import QtQuick
import QtQuick.Templates as T
import Teken.Theme

T.Button {
    id: button

    enum Kind {
        Primary,
        Secondary,
        Quiet,
        Danger
    }

    property int kind: ActionButton.Secondary
    property bool large: false
    property string glyph
    property bool glyphAfter: false
    property string hint
    /// "Ctrl+Z": the same by keyboard, shown below the word.
    property string keys

    readonly property color ground: !enabled ? (kind === ActionButton.Quiet ? "transparent" : Theme.palette.neutralSoft) : kind === ActionButton.Primary ? (hovered || down ? Theme.palette.accentHover : Theme.palette.accent) : hovered || down ? Theme.palette.neutralSoft : kind === ActionButton.Quiet ? "transparent" : Theme.palette.raised
    readonly property color letters: !enabled ? Theme.palette.muted : kind === ActionButton.Primary ? Theme.palette.accentLetters : kind === ActionButton.Danger ? Theme.palette.stop : kind === ActionButton.Quiet ? Theme.palette.accent : Theme.palette.ink

    implicitHeight: Math.max(large ? Theme.targetPrimary : Theme.target, implicitContentHeight + Theme.space8)
    implicitWidth: Math.max(large ? Theme.targetPrimary : Theme.target, implicitContentWidth + leftPadding + rightPadding)
    leftPadding: kind === ActionButton.Quiet ? Theme.space12 : large ? Theme.space24 : Theme.space16
    rightPadding: leftPadding
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    font.family: Theme.family
    font.pixelSize: large ? Theme.fontName : Theme.fontBody
    font.weight: Font.DemiBold
    Accessible.name: text
    Accessible.description: keys === "" || hint === "" ? hint + keys : hint + " " + keys
    Accessible.role: Accessible.Button
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    contentItem: GlyphLine {
        glyph: button.glyph
        glyphAfter: button.glyphAfter
        text: button.text
        keys: button.keys
        color: button.letters
        font: button.font
    }

    background: Rectangle {
        radius: Theme.radius
        color: button.ground
        border.width: button.kind === ActionButton.Quiet || (button.kind === ActionButton.Primary && button.enabled) ? 0 : Theme.palette.frame
        border.color: button.kind === ActionButton.Danger && button.enabled ? Theme.palette.stop : Theme.palette.line

        Behavior on color {
            ColorAnimation {
                duration: Theme.quick
            }
        }
        FocusFrame {
            shown: button.visualFocus
        }
    }
}
