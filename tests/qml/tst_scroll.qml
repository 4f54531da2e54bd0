// Room for the thumb changes how words wrap, and that changes the height: the two must not chase each other.
import QtQuick
import QtTest
import Teken.Controls

Item {
    id: root

    property int turns: 0

    width: 464
    height: 475

    ScrollArea {
        id: area

        anchors.fill: parent
        contentHeight: 100
        onContentSpaceChanged: {
            root.turns += 1;
            // A layout tells the height of the width before, as that of Qt 6.8 does for a moment.
            const late = contentSpace < root.width ? 435 : 480;
            if (root.turns < 50)
                Qt.callLater(() => contentHeight = late);
        }
    }

    TestCase {
        name: "ScrollArea"
        when: windowShown

        function init(): void {
            failOnWarning(/./); // Qt's own complaints, too: a layout that chases its own height is one
            root.turns = 50; // nothing answers while the start is made
            area.contentHeight = 100;
            wait(0);
            root.turns = 0;
        }
        function test_keeps_no_room_without_a_thumb(): void {
            compare(area.contentSpace, root.width);
        }
        function test_comes_to_rest_on_the_edge(): void {
            area.contentHeight = 660;
            tryCompare(area, "contentHeight", 435);
            wait(50);
            compare(root.turns, 1);
            compare(area.contentHeight, 435);
        }
        function test_gives_the_room_back_when_much_is_free(): void {
            area.contentHeight = 660;
            tryCompare(area, "contentHeight", 435);
            root.turns = 50; // what follows is wide enough for one line
            area.contentHeight = 200;
            compare(area.contentSpace, root.width);
            verify(!area.interactive);
        }
    }
}
