// For whoever reads with difficulty: smaller and larger letters, and the text read aloud where the system offers it.
import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

Row {
    id: sizer

    /// What is read aloud.
    property string words

    ActionButton {
        objectName: "readAloudButton"
        visible: App.voice.offered
        kind: ActionButton.Quiet
        glyph: App.voice.speaking ? Icons.pause : Icons.readAloud
        text: App.voice.speaking ? qsTr("Berhenti") : qsTr("Bacakan")
        onClicked: App.voice.speaking ? App.voice.stop() : App.voice.say(sizer.words)
    }
    ActionButton {
        objectName: "smallerButton"
        kind: ActionButton.Quiet
        enabled: App.readingSize > App.smallestReading
        text: qsTr("A−")
        Accessible.name: qsTr("Huruf lebih kecil")
        onClicked: App.readingSize -= App.readingStep
    }
    ActionButton {
        objectName: "largerButton"
        kind: ActionButton.Quiet
        enabled: App.readingSize < App.largestReading
        text: qsTr("A+")
        Accessible.name: qsTr("Huruf lebih besar")
        onClicked: App.readingSize += App.readingStep
    }
}
