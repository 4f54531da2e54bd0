// Meja pemeriksa: from a file and a fingerprint to a verdict, and from there to every entry. Needs no book of this
// laptop and no passphrase.
pragma ComponentBehavior: Bound

import QtQuick
import Teken.App
import Teken.Components
import Teken.Controls
import Teken.Theme

FocusScope {
    id: page

    /// What the person looks for in folders: evidence, what was held elsewhere, or the recipient's book.
    enum Sought {
        Evidence,
        Held,
        Book
    }

    required property AuditController controller

    objectName: "auditPage"
    Keys.onEscapePressed: App.back()
    Component.onCompleted: {
        controller.refresh();
        choice.focusField();
    }

    PageHeader {
        id: header

        width: parent.width
        backText: qsTr("Kembali")
        title: qsTr("Meja pemeriksa")
        helpOffered: false
        subtitle: page.controller.state === AuditController.Choosing ? qsTr("Bukti, sidik akar, dan pembanding dari luar: tidak perlu yang lain.") : page.controller.file
        onBack: App.back()

        OfficerBar {}
    }
    DropArea {
        id: drops

        anchors.fill: parent
        enabled: page.controller.state === AuditController.Choosing
        keys: ["text/uri-list"]
        onDropped: drop => page.controller.drop(drop.urls.map(url => url.toString()))
    }
    ScrollArea {
        id: area

        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        visible: page.controller.state === AuditController.Choosing
        contentHeight: choice.implicitHeight + 2 * Theme.space24

        AuditChoice {
            id: choice

            x: Theme.space24
            y: Theme.space24
            width: area.contentSpace - 2 * x
            controller: page.controller
            dropping: drops.containsDrag
            onFileWanted: finder.lookFor(AuditPage.Evidence)
            onHeldWanted: finder.lookFor(AuditPage.Held)
            onBookWanted: finder.lookFor(AuditPage.Book)
        }
    }
    AuditRunning {
        anchors.centerIn: parent
        width: Math.min(Theme.form, page.width - 2 * Theme.space24)
        visible: page.controller.state === AuditController.Checking
        controller: page.controller
    }
    Item {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space16

        AuditVerdict {
            anchors.fill: parent
            visible: page.controller.state === AuditController.Verdict
            controller: page.controller
            onExportWanted: {
                exportDialog.ofSample = false;
                exportDialog.open();
            }
            onSampleWanted: page.controller.drawSample(30)
        }
        AuditEntry {
            anchors.fill: parent
            visible: page.controller.state === AuditController.Entry
            controller: page.controller
        }
        AuditSample {
            anchors.fill: parent
            visible: page.controller.state === AuditController.Sample
            controller: page.controller
            onExportWanted: {
                exportDialog.ofSample = true;
                exportDialog.open();
            }
        }
    }
    OpenFileDialog {
        id: finder

        property int sought: AuditPage.Evidence

        function lookFor(what: int): void {
            sought = what;
            open();
        }

        folders: page.controller.folders
        places: page.controller.places as RowModel
        startFolder: page.controller.ownFolder
        patterns: sought === AuditPage.Evidence ? ["*.teken", "*.book"] : sought === AuditPage.Held ? ["*"] : ["*.book"]
        title: sought === AuditPage.Evidence ? qsTr("Cari berkas bukti") : sought === AuditPage.Held ? qsTr("Cari berkas pembanding") : qsTr("Cari buku penerima")
        explanation: sought === AuditPage.Evidence ? qsTr("Berkas .teken, atau buku .book.") : sought === AuditPage.Held ? qsTr("Titik periksa, tanda terima atau bukti satu entri yang disimpan di tempat lain.") : qsTr("Berkas .book dengan kunci penerimanya.")
        onPicked: path => {
            if (sought === AuditPage.Evidence)
                page.controller.choose(path);
            else if (sought === AuditPage.Held)
                page.controller.addHeld(path);
            else
                page.controller.chooseKey(path);
        }
    }
    AuditExportDialog {
        id: exportDialog

        controller: page.controller
    }
}
