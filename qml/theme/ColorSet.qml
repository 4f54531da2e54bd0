// The colours a theme must name. Pairs read at 4.5:1 or better; every state also has an icon and a word.
import QtQuick

QtObject {
    required property color surface
    required property color raised
    required property color sunken
    required property color line
    required property color ink
    required property color muted
    required property color accent
    required property color accentHover
    required property color accentLetters
    required property color accentSoft
    required property color good
    required property color goodSoft
    required property color wait
    required property color waitSoft
    required property color attention
    required property color attentionSoft
    required property color stop
    required property color stopSoft
    required property color neutralSoft
    required property color focus
    required property color scrim
    required property color paper
    /// Paper is bright in every theme, so what is printed on it is dark in every theme.
    required property color paperLine
    required property color paperLetters
    required property color penInk
    /// LATIHAN: a colour that nothing else has.
    required property color practice
    required property color practiceLetters
    required property color shadow
    /// Frames of cards, fields and badges: thicker where the sun washes colour out.
    required property int frame
}
