// Who is at the laptop, how it looks, which language, and the lock.
import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Theme

RowLayout {
    id: bar

    property string officer

    spacing: Theme.space4

    Icon {
        visible: bar.officer !== ""
        text: Icons.officer
        color: Theme.palette.muted
    }
    BodyText {
        visible: bar.officer !== ""
        Layout.maximumWidth: Theme.sideColumn
        Layout.rightMargin: Theme.space8
        text: bar.officer
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
    }
    ActionButton {
        objectName: "auditDeskButton"
        visible: bar.officer === "" && App.page !== App.Audit
        kind: ActionButton.Quiet
        glyph: Icons.search
        text: qsTr("Meja pemeriksa")
        onClicked: App.showAudit()
    }
    IconButton {
        objectName: "themeButton"
        glyph: Icons.look
        text: Theme.name === "light" ? qsTr("Tampilan terang") : Theme.name === "dark" ? qsTr("Tampilan gelap") : qsTr("Tampilan luar ruang")
        onClicked: App.theme = Theme.name === "light" ? "dark" : Theme.name === "dark" ? "outdoor" : "light"
    }
    IconButton {
        objectName: "textSizeButton"
        glyph: Icons.letters
        text: qsTr("Huruf %1 %").arg(App.textPercent)
        onClicked: App.textPercent = App.textPercent >= 200 ? 100 : App.textPercent >= 150 ? 200 : App.textPercent >= 125 ? 150 : 125
    }
    IconButton {
        objectName: "languageButton"
        glyph: Icons.language
        //: shown in the language that one would change to
        text: App.language === "id" ? qsTr("English") : qsTr("Bahasa Indonesia")
        onClicked: App.language = App.language === "id" ? "en" : "id"
    }
    IconButton {
        objectName: "helpButton"
        glyph: Icons.help
        text: qsTr("Bantuan (F1)")
        onClicked: App.askForHelp()
    }
    ActionButton {
        objectName: "lockButton"
        visible: bar.officer !== ""
        kind: ActionButton.Quiet
        glyph: Icons.lock
        text: qsTr("Kunci layar")
        onClicked: App.lock()
    }
}
