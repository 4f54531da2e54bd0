import QtQuick

ColorSet {
    surface: "#16191B"
    raised: "#1F2427"
    sunken: "#111416"
    line: "#343B40"
    ink: "#EDEFF0"
    muted: "#A4ADB3"
    accent: "#7CC4CF"
    accentHover: "#97D3DC"
    accentLetters: "#06262B"
    accentSoft: "#1D3A40"
    good: "#8CCBA3"
    goodSoft: "#1D3527"
    wait: "#DCC77E"
    waitSoft: "#37301A"
    attention: "#EDA976"
    attentionSoft: "#3D2919"
    stop: "#EC9A9A"
    stopSoft: "#402123"
    neutralSoft: "#2B3135"
    focus: "#9FDDE6"
    scrim: "#A6000000"
    // Paper stays paper: ink keeps its contrast and the printed page its look.
    paper: "#F4F3EE"
    paperLine: "#9AA2A8"
    paperLetters: "#5B646B"
    penInk: "#0E1A3A"
    practice: "#D9A8E8"
    practiceLetters: "#2B0F33"
    shadow: "#40000000"
    frame: 1
}
