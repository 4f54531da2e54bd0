// Kunci layar: nothing of the work is on the screen; the keys are gone from memory.
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

    objectName: "lockPage"

    ScrollArea {
        anchors.fill: parent
        contentHeight: Math.max(height, card.height + 2 * Theme.space16)

        Surface {
            id: card

            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.max(Theme.space12, (parent.height - height) / 2)
            width: Math.min(Theme.form, page.width - 2 * Theme.space24)
            height: column.implicitHeight + 2 * Theme.space32
            lifted: true

            ColumnLayout {
                id: column

                x: Theme.space32
                y: Theme.space32
                width: parent.width - 2 * x
                spacing: Theme.space16

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space12

                    Icon {
                        Layout.alignment: Qt.AlignTop
                        size: Theme.iconLarge
                        text: Icons.lock
                        color: Theme.palette.accent
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        TitleText {
                            Layout.fillWidth: true
                            text: qsTr("Layar terkunci")
                        }
                        BodyText {
                            Layout.fillWidth: true
                            text: page.controller.selectedName
                            muted: true
                        }
                    }
                }
                BodyText {
                    Layout.fillWidth: true
                    text: qsTr("Semua yang tersimpan aman di laptop ini. Selama terkunci tidak ada yang dikirim.")
                    muted: true
                }
                PassphraseForm {
                    id: form

                    Layout.fillWidth: true
                    focus: true
                    controller: page.controller
                }
                ActionButton {
                    objectName: "otherOfficerButton"
                    Layout.alignment: Qt.AlignHCenter
                    kind: ActionButton.Quiet
                    text: qsTr("Petugas lain")
                    onClicked: App.changeOfficer()
                }
            }
        }
    }
    Component.onCompleted: form.focusField()
}
