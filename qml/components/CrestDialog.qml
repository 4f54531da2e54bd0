// The crest for the letterhead: a PNG from a stick or from the usual folders.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Teken.App
import Teken.Controls
import Teken.Theme

DialogSheet {
    id: dialog

    required property LetterheadController controller
    property string path

    name: "crestDialog"
    title: qsTr("Pilih lambang")
    explanation: qsTr("Gambar PNG, paling besar 2 MB dan 2.000 titik sesisi. Latar bening atau putih paling rapi.")
    acceptText: qsTr("Pakai")
    acceptGlyph: Icons.check
    acceptEnabled: path !== ""
    onAboutToShow: {
        group.checkedButton = null;
        path = "";
        controller.readPictures();
    }
    onAccepted: {
        controller.chooseCrest(dialog.path);
        dialog.close();
    }

    T.ButtonGroup {
        id: group
    }
    Column {
        width: parent?.width ?? 0
        spacing: Theme.space4

        Repeater {
            model: dialog.controller.pictures

            RadioRow {
                id: file

                required property int index
                required property string name
                required property string path
                required property string placeTitle
                required property real bytes

                objectName: "picture" + index
                width: parent?.width ?? 0
                text: qsTr("%1 · %2 · %3").arg(name).arg(placeTitle).arg(Format.bytes(bytes))
                T.ButtonGroup.group: group
                onClicked: dialog.path = file.path
            }
        }
        BodyText {
            objectName: "noPictures"
            visible: dialog.controller.picturesLoaded && dialog.controller.pictures.count === 0
            width: parent.width
            text: qsTr("Belum ada gambar PNG. Pasang flashdisk, atau salin gambarnya ke folder Unduhan; berkasnya muncul di sini sendiri.")
            muted: true
        }
    }
}
