// Buka: who is at the laptop, and the passphrase.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Components
import Teken.Controls
import Teken.Theme

FocusScope {
    id: page

    required property UnlockController controller

    objectName: "unlockPage"

    OfficerBar {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space16
    }
    ScrollArea {
        anchors.fill: parent
        anchors.topMargin: Theme.targetPrimary
        contentHeight: Math.max(height, card.height + 2 * Theme.space16)

        Surface {
            id: card

            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.max(Theme.space12, (parent.height - height) / 2 - Theme.space24)
            width: Math.min(Theme.form, page.width - 2 * Theme.space24)
            height: column.implicitHeight + 2 * Theme.space32
            lifted: true

            ColumnLayout {
                id: column

                x: Theme.space32
                y: Theme.space32
                width: parent.width - 2 * x
                spacing: Theme.space16

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space4

                    TitleText {
                        Layout.fillWidth: true
                        page: true
                        font.pixelSize: Theme.fontTitle
                        text: qsTr("Teken")
                    }
                    BodyText {
                        Layout.fillWidth: true
                        text: page.controller.deviceName === "" ? qsTr("Penandatanganan pakta netralitas") : qsTr("Penandatanganan pakta netralitas · laptop %1").arg(page.controller.deviceName)
                        muted: true
                    }
                }
                ChoiceField {
                    objectName: "officerField"
                    Layout.fillWidth: true
                    label: qsTr("Petugas")
                    placeholder: qsTr("Pilih petugas")
                    model: page.controller.officers
                    textRole: "name"
                    currentIndex: page.controller.selected
                    onChosen: index => {
                        page.controller.selected = index;
                        form.focusField();
                    }
                }
                NoteLine {
                    objectName: "practicePassphrase"
                    glyph: Icons.practice
                    Layout.fillWidth: true
                    visible: page.controller.practice
                    text: qsTr("Kata sandi untuk latihan: %1").arg(page.controller.practicePassphrase)
                }
                PassphraseForm {
                    id: form

                    Layout.fillWidth: true
                    focus: true
                    controller: page.controller
                }
                ActionButton {
                    objectName: "practiceButton"
                    Layout.alignment: Qt.AlignHCenter
                    visible: !page.controller.practice
                    kind: ActionButton.Quiet
                    glyph: Icons.practice
                    text: qsTr("Berlatih dengan data tiruan")
                    onClicked: App.startPractice()
                }
                ActionButton {
                    objectName: "restartPracticeButton"
                    Layout.alignment: Qt.AlignHCenter
                    visible: page.controller.practice
                    kind: ActionButton.Quiet
                    glyph: Icons.startAnew
                    text: qsTr("Mulai latihan dari awal")
                    onClicked: App.restartPractice()
                }
            }
        }
    }
    Component.onCompleted: form.focusField()
}
