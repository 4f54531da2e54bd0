// Battery, disk or clock need somebody now: said on whichever page the officer stands. What is safe comes first.
import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Theme

Rectangle {
    id: bar

    required property HomeController health
    /// What the officer has read already; a worse state shows again.
    property string read: ""

    /// It was pressed: the keyboard belongs to the page again.
    signal acted

    readonly property bool batteryLow: health.batteryLevel === HomeController.Stop
    readonly property bool diskFull: health.diskLevel === HomeController.Stop
    readonly property bool clockOff: health.clockLevel === HomeController.Stop
    readonly property string trouble: diskFull ? "disk" : batteryLow ? "battery" : clockOff ? "clock" : ""
    readonly property string sentence: {
        switch (trouble) {
        case "disk":
            return qsTr("Yang tersimpan aman. Penyimpanan hampir penuh (%1 kosong): hapus berkas yang tidak perlu.").arg(Format.bytes(health.diskFreeBytes));
        case "battery":
            return qsTr("Yang tersimpan aman. Baterai tinggal %1 %: sambungkan listrik, atau jeda sesi.").arg(health.batteryPercent);
        case "clock":
            return qsTr("Yang tersimpan aman. Jam laptop jauh berbeda dari pusat: betulkan jam dan tanggalnya.");
        }
        return "";
    }
    readonly property bool shown: trouble !== "" && trouble !== read

    implicitHeight: shown ? Math.max(Theme.target, words.implicitHeight) + Theme.space8 : 0
    color: Theme.palette.stopSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: sentence

    Rectangle {
        width: parent.width
        height: Theme.palette.frame
        color: Theme.palette.stop
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space16
        anchors.rightMargin: Theme.space8
        spacing: Theme.space12

        Icon {
            text: bar.trouble === "disk" ? Icons.disk : bar.trouble === "battery" ? Icons.batteryLow : Icons.clock
            color: Theme.palette.stop
        }
        BodyText {
            id: words

            objectName: "healthWarning"
            Layout.fillWidth: true
            text: bar.sentence
            strong: true
            Accessible.ignored: true
        }
        ActionButton {
            objectName: "healthReadButton"
            kind: ActionButton.Quiet
            text: qsTr("Mengerti")
            focusPolicy: Qt.TabFocus
            onClicked: {
                bar.read = bar.trouble;
                bar.acted();
            }
        }
    }
}
