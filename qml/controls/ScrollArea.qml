// Content that may be taller than its place. Keeps the focused control in view, so that keys alone reach all.
import QtQuick
import QtQuick.Templates as T
import Teken.Theme

Flickable {
    id: area

    /// Room is kept at the right for the thumb when there is one, and given back only when much is free: room changes
    /// how words wrap and thereby the height, and on the edge the two would chase each other for ever.
    readonly property int contentSpace: width - (keepsRoom ? Theme.space16 : 0)
    property bool keepsRoom: false

    contentWidth: width
    clip: contentHeight > height
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height
    onContentHeightChanged: weigh()
    onHeightChanged: weigh()
    T.ScrollBar.vertical: ScrollThumb {
        parent: area
        x: area.width - width
        height: area.height
    }

    function weigh(): void {
        if (height <= 0)
            return; // not laid out yet
        if (contentHeight > height)
            keepsRoom = true;
        else if (contentHeight < height * 0.75)
            keepsRoom = false;
    }

    function show(item: Item): void {
        if (area.height <= 0)
            return; // not laid out yet: everything would seem to lie below
        const top = item.mapToItem(area.contentItem, 0, 0).y;
        const bottom = top + item.height;
        if (top < area.contentY)
            area.contentY = Math.max(0, top - Theme.space16);
        else if (bottom > area.contentY + area.height)
            area.contentY = Math.min(area.contentHeight - area.height, bottom - area.height + Theme.space16);
    }

    Connections {
        target: area.Window.window
        ignoreUnknownSignals: true
        function onActiveFocusItemChanged(): void {
            let item = area.Window.activeFocusItem;
            for (let above = item; above; above = above.parent) {
                if (above === area.contentItem) {
                    area.show(item);
                    return;
                }
            }
        }
    }
}
