// A file from wherever it lies: for what is not at the top of a stick or of the usual folders.
import QtQuick
import Teken.App
import Teken.Controls

DialogSheet {
    id: dialog

    required property FolderController folders
    required property RowModel places
    property string startFolder
    property var patterns: []

    signal picked(string path)

    name: "openFileDialog"
    onAboutToShow: folders.begin(startFolder, patterns)

    FolderBrowser {
        width: parent?.width ?? 0
        controller: dialog.folders
        places: dialog.places
        forFiles: true
        onPicked: path => {
            dialog.close();
            dialog.picked(path);
        }
    }
}
