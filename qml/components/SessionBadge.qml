import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

Badge {
    property int sessionState: SessionState.Planned

    text: Words.session(sessionState)
    glyph: {
        switch (sessionState) {
        case SessionState.Open:
            return Icons.resume;
        case SessionState.Paused:
            return Icons.pause;
        case SessionState.Planned:
            return Icons.today;
        case SessionState.Cancelled:
            return Icons.voided;
        }
        return Icons.check;
    }
    tone: sessionState === SessionState.Open ? Badge.Accent : sessionState === SessionState.Paused ? Badge.Attention : sessionState === SessionState.Planned || sessionState === SessionState.Cancelled ? Badge.Neutral : Badge.Good
}
