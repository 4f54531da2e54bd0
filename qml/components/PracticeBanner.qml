// LATIHAN, over every page of practice: nobody can take it for the real thing.
import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Theme

Rectangle {
    id: banner

    /// While somebody signs nothing is to be pressed here.
    property bool quiet: false

    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.space8)
    color: Theme.palette.practice
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("Latihan. Semua orang di sini tiruan, tidak ada yang dikirim.")

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space16
        anchors.rightMargin: Theme.space8
        spacing: Theme.space12

        Icon {
            text: Icons.practice
            color: Theme.palette.practiceLetters
        }
        BodyText {
            text: qsTr("LATIHAN")
            strong: true
            color: Theme.palette.practiceLetters
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        BodyText {
            id: words

            Layout.fillWidth: true
            text: qsTr("Semua orang di sini tiruan. Tidak ada yang dikirim.")
            color: Theme.palette.practiceLetters
            Accessible.ignored: true
        }
        ActionButton {
            objectName: "endPracticeButton"
            visible: !banner.quiet
            focusPolicy: Qt.TabFocus // a finger here must not take the keyboard from the page
            glyph: Icons.close
            text: qsTr("Selesai berlatih")
            onClicked: App.endPractice()
        }
    }
}
