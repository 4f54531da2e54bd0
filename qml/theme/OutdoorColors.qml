// For a yard at noon: black on white, thick frames, and no state told by colour.
import QtQuick

ColorSet {
    surface: "#FFFFFF"
    raised: "#FFFFFF"
    sunken: "#F2F2F2"
    line: "#000000"
    ink: "#000000"
    muted: "#000000"
    accent: "#003B46"
    accentHover: "#002930"
    accentLetters: "#FFFFFF"
    accentSoft: "#FFFFFF"
    good: "#000000"
    goodSoft: "#FFFFFF"
    wait: "#000000"
    waitSoft: "#FFFFFF"
    attention: "#000000"
    attentionSoft: "#FFFFFF"
    stop: "#000000"
    stopSoft: "#FFFFFF"
    neutralSoft: "#FFFFFF"
    focus: "#003B46"
    scrim: "#B3FFFFFF"
    paper: "#FFFFFF"
    paperLine: "#000000"
    paperLetters: "#000000"
    penInk: "#000000"
    practice: "#000000"
    practiceLetters: "#FFFFFF"
    shadow: "#00000000"
    frame: 2
}
