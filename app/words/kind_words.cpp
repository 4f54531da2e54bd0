#include "app/words/kind_words.h"

#include <algorithm>
#include <array>

namespace teken::words {

namespace {

constexpr std::array kEntryKinds{
    KindWord{"certify", "Sertifikat", "Certificate"},
    KindWord{"revoke", "Pencabutan sertifikat", "Revocation of a certificate"},
    KindWord{"open-drive", "Pembukaan kegiatan", "Opening of the drive"},
    KindWord{"lock-text", "Penguncian naskah", "Lock of a text"},
    KindWord{"roster-snapshot", "Daftar pegawai", "Roster"},
    KindWord{"roster-change", "Perubahan daftar pegawai", "Change of the roster"},
    KindWord{"plan-session", "Rencana sesi", "Session plan"},
    KindWord{"certify-officer", "Sertifikat petugas", "Officer's certificate"},
    KindWord{"revoke-officer", "Pencabutan sertifikat petugas", "Revocation of an officer's certificate"},
    KindWord{"match", "Pencocokan orang tambahan", "Matching of an added person"},
    KindWord{"decide", "Keputusan atas ganda", "Decision on a duplicate"},
    KindWord{"admit", "Penerimaan catatan", "Admission of entries"},
    KindWord{"close-drive", "Penutupan kegiatan", "Closing of the drive"},
    KindWord{"succeed", "Penggantian perangkat", "Replacement of a device"},
    KindWord{"open-session", "Pembukaan sesi", "Session opened"},
    KindWord{"pause", "Jeda sesi", "Session paused"},
    KindWord{"resume", "Lanjutan sesi", "Session resumed"},
    KindWord{"sign", "Tanda tangan", "Signature"},
    KindWord{"excuse", "Berhalangan", "Excused"},
    KindWord{"absent", "Tidak hadir", "Absent"},
    KindWord{"refuse", "Menolak", "Refused"},
    KindWord{"add-person", "Tambahan", "Added person"},
    KindWord{"propose-correction", "Usulan perbaikan data", "Proposed correction"},
    KindWord{"void", "Pembatalan tanda tangan", "Voided signature"},
    KindWord{"note", "Catatan sesi", "Note of the session"},
    KindWord{"attach", "Pindaian", "Scan"},
    KindWord{"close-session", "Penutupan sesi", "Session closed"},
    KindWord{"sign-minutes", "Tanda tangan berita acara", "Signature under the minutes"},
    KindWord{"withheld", "Catatan tanpa isi", "Entry without its content"},
};

constexpr std::array kSignerKinds{
    KindWord{"pns", "PNS", "PNS"},
    KindWord{"cpns", "CPNS", "CPNS"},
    KindWord{"pppk", "PPPK", "PPPK"},
    KindWord{"pppk-part-time", "PPPK paruh waktu", "PPPK part time"},
    KindWord{"non-asn", "Non-ASN (honorer)", "Non-ASN (contract)"},
    KindWord{"village-head", "Kepala desa", "Village head"},
    KindWord{"village-staff", "Perangkat desa", "Village staff"},
    KindWord{"other", "Lainnya", "Other"},
};

constexpr std::array kRoles{
    KindWord{"root", "akar", "root"},
    KindWord{"admin", "admin", "admin"},
    KindWord{"field", "petugas", "officer"},
    KindWord{"server", "pusat", "centre"},
    KindWord{"log", "log pusat", "log"},
    KindWord{"cosigner", "saksi independen", "independent witness"},
    KindWord{"recipient", "penerima", "recipient"},
};

constexpr std::array kPhases{
    KindWord{"planned", "direncanakan", "planned"},
    KindWord{"open", "dibuka", "open"},
    KindWord{"paused", "dijeda", "paused"},
    KindWord{"closed", "ditutup", "closed"},
    KindWord{"minutes-signed", "berita acara ditandatangani", "minutes signed"},
};

constexpr std::array kPurposes{
    KindWord{"entries", "kiriman untuk pusat", "entries for the centre"},
    KindWord{"provisioning", "pembekalan", "provisioning"},
    KindWord{"news", "kabar", "news"},
    KindWord{"receipts", "tanda terima", "receipts"},
    KindWord{"book", "isi buku", "content of a book"},
    KindWord{"evidence", "bukti kegiatan", "evidence of a drive"},
};

constexpr std::array kConflicts{
    KindWord{"duplicate", "ganda", "duplicate"},
    KindWord{"concurrent-decisions", "keputusan bersamaan", "concurrent decisions"},
    KindWord{"fork", "rangkaian bercabang", "fork"},
    KindWord{"concurrent-rosters", "daftar pegawai bersamaan", "concurrent rosters"},
    KindWord{"concurrent-matches", "pencocokan bersamaan", "concurrent matches"},
    KindWord{"concurrent-roster-changes", "perubahan daftar bersamaan", "concurrent changes of the roster"},
    KindWord{"added", "tambahan", "added"},
};

std::string_view pickKind(std::span<const KindWord> words, std::string_view slug, Language language,
                          const KindWord& otherwise) {
    const auto found = std::ranges::find(words, slug, &KindWord::slug);
    const auto& word = found == words.end() ? otherwise : *found;
    return language == Language::Indonesian ? word.indonesian : word.english;
}

} // namespace

std::string_view entryWord(std::string_view kind, Language language) {
    return pickKind(kEntryKinds, kind, language, {kind, "Catatan lain", "Other entry"});
}

std::string_view quietEntryWord(std::string_view kind, Language language) {
    if (kind == "refuse" || kind == "absent")
        return language == Language::Indonesian ? "Catatan kehadiran" : "Attendance note";
    return entryWord(kind, language);
}

std::string_view signerWord(std::string_view slug, Language language) {
    return pickKind(kSignerKinds, slug, language, kSignerKinds.back());
}

std::string_view phaseWord(std::string_view slug, Language language) {
    return pickKind(kPhases, slug, language, {slug, slug, slug});
}

std::string_view purposeWord(std::string_view slug, Language language) {
    return pickKind(kPurposes, slug, language, {slug, slug, slug});
}

std::string_view conflictWord(std::string_view slug, Language language) {
    return pickKind(kConflicts, slug, language, {slug, slug, slug});
}

std::string_view roleWord(std::string_view slug, Language language) {
    return pickKind(kRoles, slug, language, {slug, slug, slug});
}

std::span<const KindWord> entryKindWords() {
    return kEntryKinds;
}

std::span<const KindWord> signerKindWords() {
    return kSignerKinds;
}

std::span<const KindWord> purposeWords() {
    return kPurposes;
}

std::span<const KindWord> roleWords() {
    return kRoles;
}

} // namespace teken::words
