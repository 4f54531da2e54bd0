// What the command line itself says: books, passphrases, scripts.
#include "app/words/tables.h"

#include <array>

namespace teken::words {

namespace {

constexpr std::array kWords{
    Entry{"ctl.no-book",
          {"Tidak ada yang berubah.", "Buku belum disebut.", "Tambahkan --book BERKAS."},
          {"Nothing was changed.", "No book was named.", "Add --book FILE."}},
    Entry{"ctl.no-holder",
          {"Tidak ada yang berubah.", "Nama itu tidak memegang kunci di buku ini.", "Periksa --as NAMA."},
          {"Nothing was changed.", "Nobody of that name holds a key in this book.", "Check --as NAME."}},
    Entry{"ctl.which-holder",
          {"Tidak ada yang berubah.", "Buku ini punya beberapa pemegang kunci.", "Tambahkan --as NAMA."},
          {"Nothing was changed.", "This book has several holders.", "Add --as NAME."}},
    Entry{
        "ctl.no-terminal",
        {"Tidak ada yang berubah.", "Kata sandi tidak dapat ditanyakan di sini.",
         "Tambahkan --passphrase-file BERKAS."},
        {"Nothing was changed.", "The passphrase cannot be asked for here.", "Add --passphrase-file FILE."}},
    Entry{"ctl.passphrase-empty",
          {"Tidak ada yang berubah.", "Kata sandi kosong.", "Ketik kata sandinya."},
          {"Nothing was changed.", "The passphrase is empty.", "Type the passphrase."}},
    Entry{"ctl.cancelled",
          {"Tidak ada yang berubah.", "Dihentikan atas permintaan.", "Mulai lagi bila perlu."},
          {"Nothing was changed.", "Stopped on request.", "Begin again if needed."}},
    Entry{"ctl.passphrase-differs",
          {"Tidak ada yang berubah.", "Kedua kata sandi tidak sama.", "Ketik sekali lagi."},
          {"Nothing was changed.", "The two passphrases differ.", "Type them again."}},
    Entry{"ctl.no-server",
          {"Semua tanda tangan aman di laptop ini.", "Alamat pusat belum diketahui.",
           "Tambahkan --server ALAMAT, atau kirim dengan flashdisk."},
          {"All signatures are safe on this laptop.", "The centre's address is not known.",
           "Add --server ADDRESS, or send by stick."}},
    Entry{"ctl.script",
          {"Yang sudah dijalankan tetap tersimpan.", "Naskah sesi tidak dapat dimengerti.",
           "Perbaiki langkah yang disebut di rincian."},
          {"What was played is saved.", "The session script cannot be understood.",
           "Mend the step named in the details."}},
    Entry{"ctl.work-folder",
          {"Tidak ada yang berubah.", "Folder sementara tidak dapat dibuat.",
           "Atur TMPDIR ke folder yang dapat ditulisi."},
          {"Nothing was changed.", "No temporary folder could be made.",
           "Set TMPDIR to a folder that can be written."}},
    Entry{"ctl.*",
          {"Tidak ada yang berubah.", "Perintahnya tidak lengkap atau keliru.", "Lihat tekenctl --help."},
          {"Nothing was changed.", "The command is incomplete or wrong.", "See tekenctl --help."}}};

} // namespace

std::span<const Entry> commandWords() {
    return kWords;
}

} // namespace teken::words
