// The code by which a second laptop joins this session, without any network: scanned or typed.
import QtQuick
import Teken.App
import Teken.Controls
import Teken.Ink
import Teken.Theme

DialogSheet {
    id: dialog

    required property string code

    name: "sessionCodeDialog"
    title: qsTr("Laptop kedua")
    explanation: qsTr("Di laptop kedua: Buka sesi baru, pilih unit dan naskah yang sama, lalu isi kode ini. Tidak perlu jaringan. Masing-masing laptop menutup mejanya sendiri.")

    QrCode {
        objectName: "sessionQr"
        anchors.horizontalCenter: parent?.horizontalCenter
        implicitWidth: Theme.slipCode
        implicitHeight: Theme.slipCode
        width: implicitWidth
        height: implicitHeight
        text: dialog.code
        color: Theme.palette.penInk
        paper: Theme.palette.paper
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Kode QR sesi")
    }
    TitleText {
        objectName: "sessionCode"
        width: parent?.width ?? 0
        horizontalAlignment: Text.AlignHCenter
        text: dialog.code
        wrapMode: Text.WrapAnywhere
    }
}
