// Kop surat: the lines, the crest and the paper of this office at the left, the head of a paper at the right.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Components
import Teken.Controls
import Teken.Theme

FocusScope {
    id: page

    required property LetterheadController controller
    /// Kembali was pressed with something unsaved: asked in place.
    property bool leaving: false
    property bool justSaved: false

    readonly property var fonts: ["serif", "sans", "inter"]
    readonly property var sizes: ["", "A4", "F4"]

    function goBack(): void {
        if (page.controller.changed && !page.leaving)
            page.leaving = true;
        else
            App.back();
    }

    objectName: "letterheadPage"
    Keys.onEscapePressed: goBack()

    Connections {
        target: page.controller
        function onFormChanged(): void {
            page.leaving = false;
            if (page.controller.changed)
                page.justSaved = false;
        }
        function onSaved(): void {
            page.justSaved = true;
        }
    }
    CrestDialog {
        id: crestDialog

        controller: page.controller
    }
    PageHeader {
        id: header

        width: parent.width
        backText: qsTr("Kembali")
        title: qsTr("Kop surat")
        subtitle: qsTr("Untuk semua berkas cetak dari laptop ini")
        onBack: page.goBack()
    }

    // Fields of one address: the first has a label, the others stand close below it.
    component Lines: Column {
        id: group

        required property var values
        property bool first: false
        required property string name
        required property string label
        property string hint

        signal changed(int index, string text)

        Layout.fillWidth: true
        spacing: Theme.space4

        Repeater {
            model: group.values.length

            InputField {
                required property int index

                objectName: group.name + index
                width: group.width
                focus: group.first && index === 0
                label: index === 0 ? group.label : ""
                name: qsTr("%1, baris %2").arg(group.label).arg(index + 1)
                hint: index === group.values.length - 1 ? group.hint : ""
                maximumLength: 160
                text: group.values[index]
                onEdited: group.changed(index, text)
            }
        }
    }

    RowLayout {
        anchors.top: header.bottom
        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space24
        anchors.bottomMargin: Theme.space12
        spacing: Theme.space24

        ScrollArea {
            id: area

            objectName: "letterheadScroll"
            Layout.fillHeight: true
            Layout.preferredWidth: Math.min(Theme.form - Theme.space48, page.width / 2)
            contentHeight: form.implicitHeight

            ColumnLayout {
                id: form

                width: area.contentSpace
                spacing: Theme.space12

                Lines {
                    first: true
                    values: page.controller.lines
                    name: "headLine"
                    label: qsTr("Baris kop")
                    hint: qsTr("Baris terakhir dicetak besar: nama kantornya.")
                    onChanged: (index, text) => page.controller.setLine(index, text)
                }
                Lines {
                    values: page.controller.address
                    name: "addressLine"
                    label: qsTr("Alamat")
                    onChanged: (index, text) => page.controller.setAddressLine(index, text)
                }
                InputField {
                    objectName: "cityField"
                    Layout.fillWidth: true
                    label: qsTr("Kota di atas tanda tangan")
                    hint: qsTr("Kosong: tempat sesi.")
                    maximumLength: 160
                    text: page.controller.city
                    onEdited: page.controller.city = text
                }
                BodyText {
                    Layout.fillWidth: true
                    text: qsTr("Lambang")
                    small: true
                    strong: true
                }
                BodyText {
                    objectName: "crestName"
                    Layout.fillWidth: true
                    text: page.controller.crestName === "" ? qsTr("Tanpa lambang") : page.controller.crestName
                    wrapMode: Text.Wrap
                }
                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.space8

                    ActionButton {
                        objectName: "chooseCrestButton"
                        glyph: Icons.file
                        text: qsTr("Pilih lambang…")
                        onClicked: crestDialog.open()
                    }
                    ActionButton {
                        objectName: "removeCrestButton"
                        visible: page.controller.crestName !== ""
                        kind: ActionButton.Quiet
                        text: qsTr("Tanpa lambang")
                        onClicked: page.controller.removeCrest()
                    }
                }
                ChoiceField {
                    objectName: "fontChoice"
                    Layout.fillWidth: true
                    label: qsTr("Huruf berkas")
                    model: [qsTr("Berkait, seperti Bookman"), qsTr("Tanpa kait, seperti Arial"), qsTr("Seperti di layar (Inter)")]
                    currentIndex: page.fonts.indexOf(page.controller.font)
                    onChosen: index => page.controller.font = page.fonts[index]
                }
                ChoiceField {
                    objectName: "sizeChoice"
                    Layout.fillWidth: true
                    label: qsTr("Ukuran kertas")
                    model: [qsTr("Dipilih saat mencetak"), "A4", "F4"]
                    currentIndex: page.sizes.indexOf(page.controller.size)
                    onChosen: index => page.controller.size = page.sizes[index]
                }
                TickRow {
                    objectName: "stampBoxTick"
                    Layout.fillWidth: true
                    text: qsTr("Kotak meterai di pakta")
                    checked: page.controller.stampBox
                    onClicked: page.controller.stampBox = !page.controller.stampBox
                }
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.space12

            ErrorNotice {
                objectName: "letterheadFailure"
                Layout.fillWidth: true
                notice: page.controller.failure
                onDismissed: page.controller.dismissFailure()
            }
            Surface {
                id: sheet

                Layout.fillWidth: true
                Layout.fillHeight: true

                PaperView {
                    objectName: "headPreview"
                    anchors.fill: parent
                    anchors.margins: Theme.space16
                    visible: page.controller.preview !== undefined
                    picture: page.controller.preview
                    Accessible.role: Accessible.Graphic
                    Accessible.name: qsTr("Contoh kepala berkas")
                }
                BusyMark {
                    anchors.centerIn: parent
                    visible: page.controller.preview === undefined && !page.controller.failure.present
                    running: visible
                    text: qsTr("Menyiapkan contoh…")
                }
            }
        }
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.targetPrimary + Theme.space24

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.space24
            anchors.rightMargin: Theme.space24
            anchors.bottomMargin: Theme.space24
            spacing: Theme.space16

            BodyText {
                objectName: "letterheadState"
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignRight
                text: page.leaving ? qsTr("Perubahan belum disimpan.") : page.justSaved ? qsTr("Tersimpan. Berkas berikutnya memakai kop ini.") : page.controller.changed ? qsTr("Belum disimpan.") : ""
                muted: !page.leaving
            }
            ActionButton {
                objectName: "dropLetterheadButton"
                visible: page.leaving
                large: true
                kind: ActionButton.Danger
                text: qsTr("Tinggalkan")
                onClicked: App.back()
            }
            ActionButton {
                objectName: "saveLetterheadButton"
                kind: ActionButton.Primary
                large: true
                glyph: Icons.check
                text: page.controller.busy && page.controller.loaded ? qsTr("Menyimpan…") : qsTr("Simpan")
                enabled: page.controller.changed && !page.controller.busy
                onClicked: page.controller.save()
            }
        }
    }
}
