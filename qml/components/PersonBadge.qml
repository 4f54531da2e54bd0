// A person's state in the words of the officer.
import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

Badge {
    property int personState: PersonState.NotYet
    property int excuse: ExcuseKind.Leave
    /// Where others look at the screen.
    property bool quiet: false

    readonly property bool veiled: quiet && (personState === PersonState.Refused || personState === PersonState.Absent)

    text: quiet ? Words.quietPerson(personState, excuse) : Words.person(personState, excuse)
    glyph: {
        if (veiled)
            return Icons.check;
        switch (personState) {
        case PersonState.Signed:
            return Icons.signed;
        case PersonState.SignedElsewhere:
            return Icons.signedElsewhere;
        case PersonState.Excused:
            return Icons.excused;
        case PersonState.Absent:
            return Icons.absent;
        case PersonState.Refused:
            return Icons.refused;
        case PersonState.OffRoster:
            return Icons.offRoster;
        }
        return Icons.notYet;
    }
    tone: {
        if (veiled)
            return Badge.Neutral;
        switch (personState) {
        case PersonState.Signed:
        case PersonState.SignedElsewhere:
            return Badge.Good;
        case PersonState.Excused:
        case PersonState.Absent:
            return Badge.Wait;
        case PersonState.Refused:
            return Badge.Attention;
        }
        return Badge.Neutral;
    }
}
