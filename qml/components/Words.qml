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

    function voidReason(kind: int): string {
        switch (kind) {
        case VoidKind.WrongPerson:
            return qsTr("Salah memilih orang");
        case VoidKind.Trial:
            return qsTr("Hanya percobaan");
        case VoidKind.Illegible:
            return qsTr("Tidak terbaca");
        case VoidKind.Double:
            return qsTr("Tercatat dua kali");
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

    // Kinds of signers and of entries have their words in app/words/kind_words.h, with papers and reports.
    // Naming the language makes a binding look again when it changes.
    function signerKind(kind: int): string {
        return App.signerKindWord(kind, App.language);
    }

    function signers(slugs: var): string {
        return slugs.map(slug => App.signerWord(slug, App.language)).join(", ");
    }

    function entry(kind: string): string {
        return App.entryWord(kind, App.language);
    }
}
