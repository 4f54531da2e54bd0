// A question or a menu that is made when it is first wanted: a page with a dozen of them would take as long again to
// appear. Kept from then on, as long as the page.
import QtQuick
import QtQuick.Templates as T

Item {
    id: later

    default required property Component wanted
    property T.Popup made: null

    /// Makes it the first time.
    function get(): var {
        if (later.made === null)
            later.made = later.wanted.createObject(later) as T.Popup;
        return later.made;
    }
    function close(): void {
        if (later.made !== null)
            later.made.close();
    }
}
