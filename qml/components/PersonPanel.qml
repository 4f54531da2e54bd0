// The person at hand: the one chosen in the list, or the next one; and what can be done with them.
import QtQuick
import QtQuick.Layouts
import Teken.App
import Teken.Controls
import Teken.Theme

Surface {
    id: panel

    required property personRow person
    required property bool isNext
    required property bool active
    property bool busy: false

    signal signWanted
    signal excuseWanted
    signal otherWanted(Item button)
    signal againWanted
    signal voidWanted
    signal voidNoteWanted
    signal correctionWanted
    signal laterWanted

    /// What was noted about a person is shown when it is asked for, and forgotten with the next one.
    property bool revealed: false
    readonly property bool veiled: person.personState === PersonState.Refused || person.personState === PersonState.Absent
    readonly property bool noted: veiled || person.personState === PersonState.Excused
    readonly property bool mayAct: active && !busy
    readonly property bool signedAlready: person.personState === PersonState.Signed || person.personState === PersonState.SignedElsewhere
    readonly property bool offRoster: person.personState === PersonState.OffRoster

    readonly property string knownText: {
        const since = panel.person.stateSince;
        switch (panel.person.personState) {
        case PersonState.SignedElsewhere:
            // The centre's list says who has signed, and neither where nor when.
            if (panel.person.signedAtPlace === "")
                return qsTr("Sudah menandatangani di tempat lain, menurut daftar pusat.");
            return qsTr("Sudah menandatangani di %1.").arg(Format.joined([panel.person.signedAtPlace, Format.shortDay(since)], ", "));
        case PersonState.Signed:
            return qsTr("Sudah menandatangani di sesi ini, pukul %1.").arg(Format.hour(since));
        case PersonState.OffRoster:
            return qsTr("Tidak lagi dalam daftar pegawai. Tanyakan kepada admin.");
        }
        return panel.person.addedHere ? qsTr("Tambahan: menunggu dicocokkan admin.") : "";
    }

    onPersonChanged: revealed = false
    implicitHeight: column.implicitHeight + 2 * Theme.space16

    ColumnLayout {
        id: column

        x: Theme.space16
        y: Theme.space16
        width: parent.width - 2 * x
        spacing: Theme.space8

        RowLayout {
            Layout.fillWidth: true

            BodyText {
                Layout.fillWidth: true
                text: panel.isNext ? qsTr("Berikutnya dalam daftar") : qsTr("Dipilih")
                small: true
                muted: true
            }
            PersonBadge {
                objectName: "panelBadge"
                quiet: !panel.revealed
                personState: panel.person.personState
                excuse: panel.person.excuse
            }
        }
        TitleText {
            objectName: "panelName"
            Layout.fillWidth: true
            text: panel.person.name
        }
        BodyText {
            Layout.fillWidth: true
            text: panel.person.number === "" ? qsTr("tanpa NIP") : panel.person.numberLabel + " " + panel.person.number
            muted: true
        }
        BodyText {
            Layout.fillWidth: true
            visible: text !== ""
            text: panel.person.post
            muted: true
        }
        BodyText {
            Layout.fillWidth: true
            text: panel.person.parentUnit === "" ? panel.person.unit : qsTr("%1 · %2").arg(panel.person.unit).arg(panel.person.parentUnit)
            muted: true
        }
        BodyText {
            objectName: "panelKnown"
            Layout.fillWidth: true
            visible: text !== ""
            text: panel.knownText
            strong: true
        }
        ActionButton {
            objectName: "revealButton"
            visible: panel.veiled && !panel.revealed
            kind: ActionButton.Quiet
            glyph: Icons.show
            text: qsTr("Lihat catatan")
            hint: qsTr("Untuk pimpinan sesi; yang bersangkutan tetap boleh menandatangani.")
            onClicked: panel.revealed = true
        }
        ActionButton {
            objectName: "signButton"
            Layout.fillWidth: true
            Layout.topMargin: Theme.space8
            visible: !panel.signedAlready && !panel.offRoster
            enabled: panel.mayAct
            kind: ActionButton.Primary
            large: true
            glyph: Icons.sign
            text: qsTr("Tanda tangan")
            hint: panel.active ? "" : qsTr("Sesi sedang dijeda.")
            onClicked: panel.signWanted()
        }
        RowLayout {
            Layout.fillWidth: true
            visible: !panel.signedAlready && !panel.offRoster
            spacing: Theme.space8

            ActionButton {
                objectName: "excuseButton"
                Layout.fillWidth: true
                enabled: panel.mayAct
                text: qsTr("Berhalangan")
                onClicked: panel.excuseWanted()
            }
            ActionButton {
                id: other

                objectName: "otherButton"
                Layout.fillWidth: true
                enabled: panel.mayAct
                text: qsTr("Lainnya…")
                onClicked: panel.otherWanted(other)
            }
        }
        ActionButton {
            objectName: "voidNoteButton"
            Layout.fillWidth: true
            visible: panel.noted && (!panel.veiled || panel.revealed)
            enabled: panel.mayAct
            kind: ActionButton.Quiet
            glyph: Icons.voided
            text: qsTr("Batalkan catatan…")
            onClicked: panel.voidNoteWanted()
        }
        ActionButton {
            objectName: "laterButton"
            Layout.fillWidth: true
            visible: panel.isNext
            enabled: panel.mayAct
            kind: ActionButton.Quiet
            glyph: Icons.forward
            text: qsTr("Panggil nanti (F3)")
            onClicked: panel.laterWanted()
        }
        ActionButton {
            objectName: "correctSignedButton"
            Layout.fillWidth: true
            visible: panel.signedAlready
            enabled: panel.mayAct
            kind: ActionButton.Quiet
            glyph: Icons.text
            text: qsTr("Data keliru…")
            onClicked: panel.correctionWanted()
        }
        ActionButton {
            objectName: "againButton"
            Layout.fillWidth: true
            Layout.topMargin: Theme.space8
            visible: panel.person.personState === PersonState.SignedElsewhere
            enabled: panel.mayAct
            kind: ActionButton.Quiet
            glyph: Icons.sign
            text: qsTr("Tanda tangan lagi di sini…")
            onClicked: panel.againWanted()
        }
        ActionButton {
            objectName: "voidButton"
            Layout.fillWidth: true
            Layout.topMargin: Theme.space8
            visible: panel.person.personState === PersonState.Signed
            enabled: panel.mayAct
            kind: ActionButton.Quiet
            glyph: Icons.voided
            text: qsTr("Batalkan tanda tangan…")
            onClicked: panel.voidWanted()
        }
    }
}
