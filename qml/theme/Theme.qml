// Tokens of the look. Pages and controls take colours, sizes and times from here and nowhere else.
pragma Singleton

import QtQuick

QtObject {
    id: theme

    /// "light", "dark" or "outdoor".
    property string name: "light"
    property bool animated: true
    /// Size of letters: 1 to 2. Large ones grow less, so that a page stays a page.
    property real textScale: 1
    /// The laptop is locked: no sheet stays open over what covers it.
    property bool covered: false

    readonly property ColorSet palette: name === "dark" ? dark : name === "outdoor" ? outdoor : light
    readonly property ColorSet light: LightColors {}
    readonly property ColorSet dark: DarkColors {}
    readonly property ColorSet outdoor: OutdoorColors {}

    readonly property string family: "Inter"
    readonly property string paperFamily: "TeX Gyre Bonum"
    readonly property string iconFamily: "Material Icons"

    readonly property int fontSmall: grown(14, 0.9)
    readonly property int fontBody: grown(16, 1)
    readonly property int fontStrip: grown(16, 0.25) // three figures and two buttons in one line
    readonly property int fontName: grown(20, 0.7)
    readonly property int fontHeading: grown(20, 0.7)
    readonly property int fontTitle: grown(28, 0.5)
    readonly property int fontSigner: grown(40, 0.4)
    readonly property real paragraph: 1.1 // line height of the pledge

    readonly property int space4: 4
    readonly property int space8: 8
    readonly property int space12: 12
    readonly property int space16: 16
    readonly property int space24: 24
    readonly property int space32: 32
    readonly property int space48: 48

    readonly property int radius: 6
    readonly property int target: grown(44, 0.4)
    readonly property int targetPrimary: grown(56, 0.3)
    readonly property int row: grown(66, 0.9) // eight of them between search field and strip at 768 px
    readonly property int header: grown(64, 0.7)
    readonly property int strip: grown(56, 0.5)
    readonly property int padHeight: 280
    readonly property int slipCode: 300
    readonly property int paperWidth: 200
    readonly property int sideColumn: grown(320, 0.4)
    readonly property int form: grown(560, 0.6)
    readonly property int iconSmall: grown(18, 0.8)
    readonly property int icon: grown(24, 0.6)
    readonly property int iconLarge: grown(40, 0.4)
    readonly property int focusFrame: 3
    readonly property real penWidth: 2.6

    readonly property int quick: animated ? 120 : 0
    readonly property int gentle: animated ? 180 : 0

    /// A size that follows the size of letters by that share.
    function grown(size: real, share: real): int {
        return Math.round(size * (1 + (theme.textScale - 1) * share));
    }
}
