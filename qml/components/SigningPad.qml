// Paper with a baseline, and the pen that writes on it.
import QtQuick
import Teken.Ink
import Teken.Theme

Rectangle {
    id: paper

    required property InkSheet sheet
    property string prompt: qsTr("Tanda tangan di sini")
    property string name: prompt

    /// At one and a half times the pixels an odd size ends between two of them, where back ends differ: the pad takes the
    /// next smaller one that does not.
    function wholePixels(room: real): real {
        const ratio = Screen.devicePixelRatio;
        const most = Math.floor(room);
        for (let size = most; size > most - 8; --size)
            if (Math.abs(size * ratio - Math.round(size * ratio)) < 0.001)
                return size;
        return most;
    }

    implicitHeight: Theme.padHeight
    color: Theme.palette.paper
    radius: Theme.radius
    border.width: 2
    border.color: sheet.drawing ? Theme.palette.accent : Theme.palette.muted
    Accessible.role: Accessible.Canvas
    Accessible.name: name
    Accessible.description: sheet.strokeCount > 0 ? qsTr("%n goresan", "", sheet.strokeCount) : qsTr("Masih kosong. Pakai jari, pena atau tetikus.")

    Rectangle {
        x: Theme.space32
        width: parent.width - 2 * x
        y: Math.round(parent.height * 0.74)
        height: 1
        color: Theme.palette.paperLine
    }
    Text {
        visible: paper.sheet.strokeCount === 0 && !paper.sheet.drawing
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.min(Math.round(parent.height * 0.74) + Theme.space8, parent.height - height - Theme.space4)
        text: paper.prompt
        textFormat: Text.PlainText
        color: Theme.palette.paperLetters
        font.family: Theme.family
        font.pixelSize: Theme.fontBody
        Accessible.ignored: true
    }
    InkPad {
        objectName: paper.objectName + "Ink"
        x: 2
        y: 2
        width: paper.wholePixels(paper.width - 2 * x)
        height: paper.wholePixels(paper.height - 2 * y)
        sheet: paper.sheet
        inkColor: Theme.palette.penInk
        penWidth: Theme.penWidth
    }
}
