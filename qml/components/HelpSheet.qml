// F1: what can be done on the page in sight, and the keys.
pragma ComponentBehavior: Bound

import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

DialogSheet {
    id: sheet

    property int page: App.Home
    property bool tourOffered: false

    signal tourWanted

    name: "helpSheet"
    title: qsTr("Bantuan: %1").arg(HelpTexts.title(page))
    acceptText: tourOffered ? qsTr("Lihat pengantar") : ""
    acceptGlyph: Icons.info
    onAccepted: {
        sheet.close();
        sheet.tourWanted();
    }

    Repeater {
        model: HelpTexts.lines(sheet.page)

        NoteLine {
            required property string modelData

            width: parent?.width ?? 0
            glyph: Icons.check
            tint: Theme.palette.accent
            text: modelData
        }
    }
    TitleText {
        width: parent.width
        text: qsTr("Tombol")
    }
    Column {
        width: parent.width
        spacing: Theme.space4

        Repeater {
            model: HelpTexts.keys

            Row {
                id: line

                required property var modelData

                width: parent?.width ?? 0
                spacing: Theme.space12

                BodyText {
                    id: key

                    width: Math.max(implicitWidth, Theme.space48 * 2)
                    text: line.modelData[0]
                    strong: true
                    wrapMode: Text.NoWrap
                }
                BodyText {
                    width: line.width - key.width - line.spacing
                    text: line.modelData[1]
                }
            }
        }
    }
    BodyText {
        objectName: "versionText"
        width: parent.width
        text: qsTr("Teken versi %1").arg(App.version)
        small: true
        muted: true
    }
}
