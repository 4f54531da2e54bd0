// Which text this is: code, version and the first eight characters of its fingerprint.
import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

Row {
    id: label

    required property pledgeText pledge

    spacing: Theme.space4
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.iconSmall
        text: Icons.fingerprint
        color: Theme.palette.muted
    }
    BodyText {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("Naskah %1 versi %2 · sidik %3").arg(label.pledge.code).arg(label.pledge.version).arg(label.pledge.fingerprintLabel)
        small: true
        muted: true
        Accessible.ignored: true
    }
}
