// One line of the laptop's health: what, how it stands, and in words whether that is enough.
import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Theme

RowLayout {
    id: row

    required property string glyph
    required property string label
    required property string value
    property int level: HomeController.Unknown

    readonly property color tint: level === HomeController.Good ? Theme.palette.good : level === HomeController.Attention ? Theme.palette.attention : level === HomeController.Stop ? Theme.palette.stop : Theme.palette.muted

    spacing: Theme.space12
    Accessible.role: Accessible.StaticText
    Accessible.name: label + ": " + value

    Icon {
        Layout.alignment: Qt.AlignTop
        text: row.glyph
        color: row.tint
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        BodyText {
            Layout.fillWidth: true
            text: row.label
            small: true
            muted: true
            Accessible.ignored: true
        }
        BodyText {
            Layout.fillWidth: true
            text: row.value
            strong: row.level === HomeController.Attention || row.level === HomeController.Stop
            Accessible.ignored: true
        }
    }
    Icon {
        visible: row.level !== HomeController.Unknown
        size: Theme.iconSmall
        text: row.level === HomeController.Good ? Icons.check : Icons.warning
        color: row.tint
    }
}
