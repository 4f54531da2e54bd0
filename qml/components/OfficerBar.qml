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
    IconButton {
        objectName: "themeButton"
        glyph: Icons.look
        text: Theme.name === "light" ? qsTr("Tampilan terang") : Theme.name === "dark" ? qsTr("Tampilan gelap") : qsTr("Tampilan luar ruang")
        onClicked: App.theme = Theme.name === "light" ? "dark" : Theme.name === "dark" ? "outdoor" : "light"
    }
    IconButton {
        objectName: "languageButton"
        glyph: Icons.language
        //: shown in the language that one would change to
        text: App.language === "id" ? qsTr("English") : qsTr("Bahasa Indonesia")
        onClicked: App.language = App.language === "id" ? "en" : "id"
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
