// What an officer meets in a session beside signing: codes, scans, corrections, ink that is too much.
#include "app/words/tables.h"

#include <array>

namespace teken::words {

namespace {

constexpr std::array kWords{
    Entry{"session.code",
          {"Tidak ada yang berubah.", "Kode sesi itu salah ketik atau tidak lengkap.",
           "Salin lagi dari layar laptop pertama, atau pindai kode QR-nya."},
          {"Nothing was changed.", "That session code has a wrong or a missing letter.",
           "Copy it again from the first laptop's screen, or scan its QR code."}},
    Entry{
        "scan.empty",
        {"Belum ada yang dicatat.", "Berkas pindaian itu kosong.",
         "Pindai atau foto lembarannya sekali lagi."},
        {"Nothing was noted yet.", "The scan is an empty file.", "Scan or photograph the sheet once more."}},
    Entry{"scan.too-large",
          {"Belum ada yang dicatat.", "Berkas pindaian itu lebih besar dari 16 MB.",
           "Pindai dengan mutu lebih rendah, cukup 200 sampai 300 titik per inci."},
          {"Nothing was noted yet.", "The scan is larger than 16 MB.",
           "Scan with less detail: 200 to 300 dots an inch are enough."}},
    Entry{"scan.broken-off",
          {"Belum ada yang dicatat.", "Berkas pindaian itu terpotong.",
           "Salin lagi dari ponsel atau pemindai, lalu pilih sekali lagi."},
          {"Nothing was noted yet.", "The end of the scan is missing.",
           "Copy it again from the telephone or scanner, then choose it once more."}},
    Entry{"scan.kind",
          {"Belum ada yang dicatat.", "Berkas itu bukan PDF, JPEG, atau PNG.",
           "Simpan pindaiannya sebagai PDF atau foto JPEG, lalu pilih lagi."},
          {"Nothing was noted yet.", "That file is no PDF, JPEG or PNG.",
           "Save the scan as PDF or JPEG, then choose it again."}},
    Entry{"ink.too-many-strokes",
          {"Belum tersimpan. Tanda tangan lain tetap aman.",
           "Goresannya lebih dari 64: itu bukan lagi sebuah tanda tangan.",
           "Tekan Ulangi, lalu tanda tangan seperti biasa."},
          {"It is not saved. All other signatures are safe.",
           "There are more than 64 strokes: that is no signature any more.",
           "Press Ulangi (redo) and sign as usual."}},
    Entry{"ink.too-many-points",
          {"Belum tersimpan. Tanda tangan lain tetap aman.", "Goresannya terlalu rapat untuk disimpan.",
           "Tekan Ulangi, lalu tanda tangan seperti biasa."},
          {"It is not saved. All other signatures are safe.", "The ink is too dense to be kept.",
           "Press Ulangi (redo) and sign as usual."}},
    Entry{"ink.too-large",
          {"Belum tersimpan. Tanda tangan lain tetap aman.", "Goresannya terlalu rapat untuk disimpan.",
           "Tekan Ulangi, lalu tanda tangan seperti biasa."},
          {"It is not saved. All other signatures are safe.", "The ink is too dense to be kept.",
           "Press Ulangi (redo) and sign as usual."}},
    Entry{"ink.one-dot",
          {"Belum tersimpan. Tidak ada yang hilang.", "Baru ada satu titik di papan.",
           "Tanda tangan lengkap, lalu tekan Simpan."},
          {"It is not saved. Nothing is lost.", "There is a single dot on the pad.",
           "Sign in full, then press Simpan (save)."}},
    Entry{"ink.empty",
          {"Belum tersimpan. Tidak ada yang hilang.", "Papan tanda tangan masih kosong.",
           "Tanda tangan dulu, lalu tekan Simpan."},
          {"It is not saved. Nothing is lost.", "The pad is still empty.",
           "Sign first, then press Simpan (save)."}},
};

} // namespace

std::span<const Entry> flowWords() {
    return kWords;
}

} // namespace teken::words
