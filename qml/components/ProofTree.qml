// The way from a leaf of the log up to its root: at each level the node on the way and the one it is joined with.
pragma ComponentBehavior: Bound

import QtQuick
import Teken.App
import Teken.Controls
import Teken.Theme

Column {
    id: tree

    required property RowModel path

    readonly property real nodeHeight: Theme.grown(Theme.space32, 0.7)
    readonly property real otherHeight: Theme.grown(Theme.space24, 0.8)

    spacing: 0
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Jalur bukti dari daun ke akar")

    Repeater {
        model: tree.path

        Item {
            id: level

            required property int index
            required property string hash
            required property string sibling
            required property bool siblingLeft
            readonly property bool leaf: index === 0
            readonly property bool isRoot: index === tree.path.count - 1

            // Narrow or with large letters: the neighbour stands below its node, not beside it.
            readonly property bool narrow: sibling !== "" && node.width + 2 * (other.width + Theme.space4) > tree.width

            width: tree.width
            height: tree.nodeHeight + (narrow ? tree.otherHeight + Theme.space4 : 0) + (isRoot ? 0 : Theme.space12)
            Accessible.role: Accessible.ListItem
            Accessible.name: leaf ? qsTr("Daun %1").arg(hash) : isRoot ? qsTr("Akar %1").arg(hash) : qsTr("Simpul %1").arg(hash)

            Rectangle { // the line down to the next row, towards the root
                visible: !level.isRoot
                x: (parent.width - width) / 2
                y: tree.nodeHeight
                width: 2
                height: parent.height - y
                color: Theme.palette.accent
            }
            Rectangle { // joined with the neighbour
                visible: level.sibling !== "" && !level.narrow
                anchors.verticalCenter: node.verticalCenter
                x: level.siblingLeft ? other.x + other.width : node.x + node.width
                width: level.siblingLeft ? node.x - x : other.x - x
                height: 2
                color: Theme.palette.line
            }
            Rectangle {
                id: node

                anchors.horizontalCenter: parent.horizontalCenter
                width: words.implicitWidth + 2 * Theme.space12
                height: tree.nodeHeight
                radius: Theme.radius
                color: level.leaf || level.isRoot ? Theme.palette.accent : Theme.palette.accentSoft

                BodyText {
                    id: words

                    anchors.centerIn: parent
                    text: level.leaf ? qsTr("daun %1").arg(level.hash) : level.isRoot ? qsTr("akar %1").arg(level.hash) : level.hash
                    small: true
                    color: level.leaf || level.isRoot ? Theme.palette.accentLetters : Theme.palette.ink
                    Accessible.ignored: true
                }
            }
            Rectangle {
                id: other

                // Narrow windows bring neighbours nearer.
                readonly property real gap: Math.max(Theme.space4, Math.min(Theme.space24, (level.width - node.width) / 2 - width))

                visible: level.sibling !== ""
                x: level.narrow ? (level.siblingLeft ? 0 : level.width - width) : level.siblingLeft ? node.x - width - gap : node.x + node.width + gap
                y: level.narrow ? tree.nodeHeight + Theme.space4 : node.y + (node.height - height) / 2
                width: beside.implicitWidth + 2 * Theme.space8
                height: tree.otherHeight
                radius: Theme.radius
                color: Theme.palette.neutralSoft

                BodyText {
                    id: beside

                    anchors.centerIn: parent
                    text: level.sibling
                    small: true
                    muted: true
                    Accessible.ignored: true
                }
            }
        }
    }
}
