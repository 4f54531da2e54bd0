// Files people bring, and the formats of entries.
#include "app/words/tables.h"

#include <array>

namespace teken::words {

namespace {

constexpr std::array kWords{
    Entry{"roster.no-header",
          {"Tidak ada yang berubah.", "Baris judul kolom tidak ditemukan.",
           "Beri baris judul: Nama, NIP, Unit kerja."},
          {"Nothing was changed.", "No heading row was found.", "Add a heading row: Nama, NIP, Unit kerja."}},
    Entry{"roster.no-name-column",
          {"Tidak ada yang berubah.", "Kolom nama tidak ditemukan.", "Beri judul Nama pada kolom nama."},
          {"Nothing was changed.", "No column of names was found.",
           "Give the column of names the heading Nama."}},
    Entry{"roster.changed-meanwhile",
          {"Tidak ada yang berubah.", "Daftar sudah diganti sementara usulan ini dilihat.",
           "Impor sekali lagi terhadap daftar terbaru."},
          {"Nothing was changed.", "The roster was replaced while this was being looked at.",
           "Import again against the newest roster."}},
    Entry{"roster.*",
          {"Tidak ada yang berubah.", "Daftar pegawai ini tidak memenuhi aturannya.",
           "Perbaiki bagian yang disebut di rincian, lalu impor lagi."},
          {"Nothing was changed.", "This roster breaks a rule.",
           "Mend the part named in the details and import again."}},
    Entry{"table.spreadsheet",
          {"Tidak ada yang berubah.", "Ini berkas lembar kerja, bukan CSV.",
           "Simpan sebagai CSV dengan kolom NIP berjenis teks."},
          {"Nothing was changed.", "This is a spreadsheet, not CSV.",
           "Save it as CSV, with the NIP column as text."}},
    Entry{"table.*",
          {"Tidak ada yang berubah.", "Berkas tabel ini tidak dapat dibaca.",
           "Simpan sebagai CSV UTF-8, lalu coba lagi."},
          {"Nothing was changed.", "This table cannot be read.", "Save it as CSV in UTF-8 and try again."}},
    Entry{"tsv.*",
          {"Tidak ada yang berubah.", "Daftar unit atau wilayah ini salah bentuk.",
           "Perbaiki baris yang disebut di rincian."},
          {"Nothing was changed.", "This list of units or areas is malformed.",
           "Mend the line named in the details."}},
    Entry{
        "nip.*",
        {"Tidak ada yang berubah.", "NIP ini salah.", "Cocokkan dengan kartu atau surat keputusan orangnya."},
        {"Nothing was changed.", "This number is wrong.", "Compare it with the person's card or decree."}},
    Entry{"name.*",
          {"Tidak ada yang berubah.", "Nama ini kosong, terlalu panjang, atau memuat huruf yang tidak boleh.",
           "Perbaiki namanya."},
          {"Nothing was changed.", "This name is empty, too long, or holds letters it must not.",
           "Mend the name."}},
    Entry{"person.*",
          {"Tidak ada yang berubah.", "Data orang ini melampaui batas.",
           "Perbaiki isian yang disebut di rincian."},
          {"Nothing was changed.", "The data of this person is outside its limits.",
           "Mend the field named in the details."}},
    Entry{"unit.*",
          {"Tidak ada yang berubah.", "Unit ini tidak dikenal atau salah tulis.", "Pilih unit dari daftar."},
          {"Nothing was changed.", "This unit is unknown or misspelt.", "Choose a unit from the list."}},
    Entry{"row.*",
          {"Tidak ada yang berubah.", "Baris ini tidak dapat dibaca sebagai satu orang.",
           "Pisahkan menjadi satu orang satu baris."},
          {"Nothing was changed.", "This row cannot be read as one person.",
           "Split it into one person a row."}},
    Entry{"area.*",
          {"Tidak ada yang berubah.", "Kode wilayah ini salah.", "Tulis seperti 35.28.01.2001."},
          {"Nothing was changed.", "This area code is wrong.", "Write it like 35.28.01.2001."}},
    Entry{"date.*",
          {"Tidak ada yang berubah.", "Tanggal ini salah.", "Tulis seperti 2023-11-17."},
          {"Nothing was changed.", "This date is wrong.", "Write it like 2023-11-17."}},
    Entry{"pledge.*",
          {"Tidak ada yang berubah.", "Naskah ini melampaui batas atau salah bentuk.",
           "Perbaiki bagian yang disebut di rincian."},
          {"Nothing was changed.", "This text is outside its limits or malformed.",
           "Mend the part named in the details."}},
    Entry{"json.*",
          {"Tidak ada yang berubah.", "Berkas ini rusak atau bukan buatan Teken.",
           "Minta berkas yang sama sekali lagi."},
          {"Nothing was changed.", "This file is damaged or not made by Teken.",
           "Ask for the same file once more."}},
    Entry{"payload.*",
          {"Catatan lain tidak terpengaruh.", "Isi catatan ini melanggar aturan formatnya.",
           "Bila Teken di sini lebih lama, perbarui; bila tidak, salin rinciannya untuk pengelola."},
          {"Other entries are not affected.", "The content of this entry breaks its format.",
           "If this Teken is older, update it; else copy the details for the maintainers."}},
    Entry{"record.*",
          {"Catatan lain tidak terpengaruh.", "Catatan ini terpotong atau salah bentuk.",
           "Minta kiriman yang sama sekali lagi."},
          {"Other entries are not affected.", "This record is cut off or malformed.",
           "Ask for the same delivery once more."}},
    Entry{"entry.signature",
          {"Catatan lain tidak terpengaruh.",
           "Segel catatan ini tidak cocok dengan isinya: diubah atau rusak.",
           "Simpan berkasnya sebagai bukti dan beri tahu pusat."},
          {"Other entries are not affected.",
           "The seal of this entry does not fit its content: altered or damaged.",
           "Keep the file as evidence and tell the centre."}},
    Entry{"entry.*",
          {"Catatan lain tidak terpengaruh.", "Catatan ini tidak memenuhi aturan segel dan rangkaian.",
           "Simpan berkasnya sebagai bukti dan beri tahu pusat."},
          {"Other entries are not affected.", "This entry breaks the rules of seals and feeds.",
           "Keep the file as evidence and tell the centre."}},
};

} // namespace

std::span<const Entry> formatWords() {
    return kWords;
}

// Reasons whose code says all a person needs: slips inside our own formats, states only a bug can reach, and
// rooms that no screen of this version shows.
constexpr std::array<std::string_view, 25> kCoveredByCode{
    "app.*",
    "audit.cancelled",
    "bytes.length",
    "checkpoint.*",
    "cosignature.*",
    "crypto.*",
    "demo.usage",
    "domain.unknown-slug",
    "drive.transition",
    "encoding.*",
    "enrolment.key",
    "files.*",
    "leaf.*",
    "ledger.*",
    "log.*",
    "note.*",
    "policy.*",
    "session.counts-differ",
    "session.opening-kind",
    "session.opening-withheld",
    "session.transition",
    "store.*",
    "tile.*",
    "vkey.*",
    "window.*",
};

std::span<const std::string_view> coveredByCode() {
    return kCoveredByCode;
}

} // namespace teken::words
