// The words for states and kinds, in one place: a person's state is called the same on every page.
pragma Singleton

import QtQuick
import Teken.App

QtObject {
    function excuse(kind: int): string {
        switch (kind) {
        case ExcuseKind.Leave:
            return qsTr("Cuti");
        case ExcuseKind.Duty:
            return qsTr("Dinas luar");
        case ExcuseKind.Study:
            return qsTr("Tugas belajar");
        }
        return qsTr("Lainnya");
    }

    function person(state: int, excuse: int): string {
        switch (state) {
        case PersonState.Signed:
            return qsTr("Sudah");
        case PersonState.SignedElsewhere:
            return qsTr("Sudah di tempat lain");
        case PersonState.Excused:
            switch (excuse) {
            case ExcuseKind.Leave:
                return qsTr("Berhalangan: cuti");
            case ExcuseKind.Duty:
                return qsTr("Berhalangan: dinas luar");
            case ExcuseKind.Study:
                return qsTr("Berhalangan: tugas belajar");
            }
            return qsTr("Berhalangan");
        case PersonState.Absent:
            return qsTr("Tidak hadir");
        case PersonState.Refused:
            return qsTr("Menolak");
        case PersonState.OffRoster:
            return qsTr("Keluar daftar");
        }
        return qsTr("Belum");
    }

    /// On a screen that others can see: who refused or did not come is nobody else's business.
    function quietPerson(state: int, excuse: int): string {
        return state === PersonState.Refused || state === PersonState.Absent ? qsTr("Tercatat") : person(state, excuse);
    }

    function pause(kind: int): string {
        switch (kind) {
        case PauseKind.Power:
            return qsTr("Listrik padam");
        case PauseKind.Break:
            return qsTr("Istirahat");
        case PauseKind.Weather:
            return qsTr("Cuaca");
        }
        return qsTr("Sebab lain");
    }

    function correction(field: int): string {
        switch (field) {
        case CorrectionField.Name:
            return qsTr("Nama atau gelar");
        case CorrectionField.Number:
            return qsTr("NIP atau NI PPPK");
        case CorrectionField.Unit:
            return qsTr("Unit kerja");
        case CorrectionField.Post:
            return qsTr("Jabatan");
        case CorrectionField.Kind:
            return qsTr("Jenis kepegawaian");
        }
        return qsTr("Hal lain");
    }

    function session(state: int): string {
        switch (state) {
        case SessionState.Open:
            return qsTr("Dibuka");
        case SessionState.Paused:
            return qsTr("Dijeda");
        case SessionState.Closed:
            return qsTr("Ditutup");
        case SessionState.MinutesSigned:
            return qsTr("Berita acara ditandatangani");
        case SessionState.Sent:
            return qsTr("Terkirim");
        case SessionState.Cancelled:
            return qsTr("Dibatalkan");
        }
        return qsTr("Siap dibuka");
    }

    function signerKind(kind: int): string {
        switch (kind) {
        case SignerKind.Pns:
            return qsTr("PNS");
        case SignerKind.Cpns:
            return qsTr("CPNS");
        case SignerKind.Pppk:
            return qsTr("PPPK");
        case SignerKind.PppkPartTime:
            return qsTr("PPPK paruh waktu");
        case SignerKind.NonAsn:
            return qsTr("Non-ASN (honorer)");
        case SignerKind.VillageHead:
            return qsTr("Kepala desa");
        case SignerKind.VillageStaff:
            return qsTr("Perangkat desa");
        }
        return qsTr("Lainnya");
    }

    function entry(kind: string): string {
        switch (kind) {
        case "signature":
            return qsTr("Tanda tangan");
        case "excuse":
            return qsTr("Berhalangan");
        // Quiet on purpose: the queue lies open on the table.
        case "refuse":
        case "absent":
            return qsTr("Catatan kehadiran");
        case "propose-correction":
            return qsTr("Usulan perbaikan data");
        case "attach":
            return qsTr("Pindaian");
        case "add-person":
            return qsTr("Tambahan");
        case "void":
            return qsTr("Pembatalan tanda tangan");
        case "session-open":
            return qsTr("Pembukaan sesi");
        case "session-pause":
            return qsTr("Jeda sesi");
        case "session-resume":
            return qsTr("Lanjutan sesi");
        case "session-close":
            return qsTr("Penutupan sesi");
        }
        return qsTr("Catatan lain");
    }
}
