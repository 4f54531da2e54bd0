// Keys that work on every page. HelpTexts lists them for people.
import QtQuick
import Teken.App

Item {
    id: keys

    /// While somebody signs only help is there, and only before the first stroke: nothing opens over ink.
    readonly property bool signing: App.page === App.Sign
    readonly property bool unlocked: App.unlock.unlocked
    readonly property var textSizes: [100, 125, 150, 175, 200]

    signal helpWanted

    function stepText(by: int): void {
        const now = keys.textSizes.findIndex(size => size >= App.textPercent);
        App.textPercent = keys.textSizes[Math.max(0, Math.min(keys.textSizes.length - 1, now + by))];
    }

    Shortcut {
        sequence: "F1"
        enabled: !keys.signing || App.sign.ink.strokeCount === 0
        onActivated: keys.helpWanted()
    }
    // Of the application: the lock and the look answer over an open question, too, which stops all other shortcuts.
    Shortcut {
        sequence: "Ctrl+L"
        context: Qt.ApplicationShortcut
        enabled: keys.unlocked
        onActivated: App.lock()
    }
    Shortcut {
        sequence: "Ctrl+K"
        enabled: keys.unlocked && !keys.signing && !App.unlock.practice // the strip says why
        onActivated: App.send.send()
    }
    Shortcut {
        sequence: "Ctrl+J"
        enabled: keys.unlocked && !keys.signing
        onActivated: App.showQueue()
    }
    Shortcut {
        sequence: "Ctrl+T"
        context: Qt.ApplicationShortcut
        onActivated: App.theme = App.theme === "light" ? "dark" : App.theme === "dark" ? "outdoor" : "light"
    }
    Shortcut {
        sequences: ["Ctrl++", "Ctrl+="]
        context: Qt.ApplicationShortcut
        onActivated: keys.stepText(1)
    }
    Shortcut {
        sequence: "Ctrl+-"
        context: Qt.ApplicationShortcut
        onActivated: keys.stepText(-1)
    }
    Shortcut {
        sequence: "Ctrl+0"
        context: Qt.ApplicationShortcut
        onActivated: App.textPercent = 100
    }
    Shortcut {
        sequence: "Ctrl+Z"
        enabled: keys.signing
        onActivated: App.sign.ink.undoStroke()
    }
    Shortcut {
        sequences: ["Ctrl+Y", "Ctrl+Shift+Z"]
        enabled: keys.signing
        onActivated: App.sign.ink.redoStroke()
    }
    Shortcut {
        sequence: "Ctrl+Shift+G"
        onActivated: App.showGallery()
    }
}
