// Tokens of the look. Pages and controls take colours, sizes and times from here and nowhere else.
pragma Singleton

import QtQuick

QtObject {
    id: theme

    /// "light", "dark" or "outdoor".
    property string name: "light"
    property bool animated: true

    readonly property ColorSet palette: name === "dark" ? dark : name === "outdoor" ? outdoor : light
    readonly property ColorSet light: LightColors {}
    readonly property ColorSet dark: DarkColors {}
    readonly property ColorSet outdoor: OutdoorColors {}

    readonly property string family: "Inter"
    readonly property string paperFamily: "TeX Gyre Bonum"
    readonly property string iconFamily: "Material Icons"

    readonly property int fontSmall: 14
    readonly property int fontBody: 16
    readonly property int fontName: 20
    readonly property int fontHeading: 20
    readonly property int fontTitle: 28
    readonly property int fontSigner: 40
    readonly property real paragraph: 1.1 // line height of the pledge

    readonly property int space4: 4
    readonly property int space8: 8
    readonly property int space12: 12
    readonly property int space16: 16
    readonly property int space24: 24
    readonly property int space32: 32
    readonly property int space48: 48

    readonly property int radius: 6
    readonly property int target: 44
    readonly property int targetPrimary: 56
    readonly property int row: 66 // eight of them between search field and strip at 768 px
    readonly property int header: 64
    readonly property int strip: 56
    readonly property int padHeight: 280
    readonly property int slipCode: 300
    readonly property int sideColumn: 320
    readonly property int form: 560
    readonly property int iconSmall: 18
    readonly property int icon: 24
    readonly property int iconLarge: 40
    readonly property int focusFrame: 3
    readonly property real penWidth: 2.6

    readonly property int quick: animated ? 120 : 0
    readonly property int gentle: animated ? 180 : 0
}
