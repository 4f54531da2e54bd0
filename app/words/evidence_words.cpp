#include "app/words/tables.h"

namespace teken::words {
namespace {

constexpr Entry kWords[]{
    Entry{"ctl.audit-address",
          {"Tidak ada yang berubah.",
           "Pusat memperlihatkan lognya kepada semua orang, tetapi entri hanya kepada kunci bersertifikat.",
           "Tambahkan --book BUKU-ADMIN, atau periksa berkas bukti (.teken) dengan --log ALAMAT."},
          {"Nothing was changed.",
           "A server shows its log to everybody, but its entries to certified keys only.",
           "Add --book ADMIN-BOOK, or audit an evidence file (.teken) with --log ADDRESS."}},
    Entry{"held.*",
          {"Tidak ada yang berubah.", "Dokumen pembanding itu bukan titik periksa, .tlog-proof, atau .bukti.",
           "Pilih berkas yang disimpan saksi, laptop, atau penanda tangan."},
          {"Nothing was changed.", "That document is no checkpoint, .tlog-proof or .bukti.",
           "Choose the file that a witness, a laptop or a signer kept."}},
    Entry{"log.evidence",
          {"Tidak ada yang berubah.", "Berkas itu bukan bukti satu catatan (.bukti) yang utuh bentuknya.",
           "Minta berkasnya sekali lagi kepada yang membuatnya."},
          {"Nothing was changed.", "That file is no proof of one record (.bukti), or was damaged.",
           "Ask whoever made it for the file once more."}},
    Entry{"audit.nothing-open",
          {"Tidak ada yang berubah.", "Belum ada bukti yang diperiksa.", "Buka bukti dan periksa dahulu."},
          {"Nothing was changed.", "No evidence has been checked yet.", "Open evidence and check it first."}},
    Entry{
        "audit.other-recipient",
        {"Bukti dan buku itu tidak berubah.", "Kunci di buku itu bukan kunci penerima bukti ini.",
         "Pilih buku penerima yang disebut pada serah terima, atau minta bukti yang disegel untuk buku itu."},
        {"Evidence and book are unchanged.", "The key in that book is not the recipient's of this evidence.",
         "Choose the recipient's book named at the hand-over, or ask for evidence sealed to that book."}},
    Entry{"audit.entry-altered",
          {"Bukti yang diperiksa tidak disentuh, dan temuannya tetap.",
           "Isi sebuah catatan bukan lagi yang dulu disegel, jadi tidak dapat diperlihatkan.",
           "Simpan laporan pemeriksaan bersama berkas bukti ini, dan minta catatan yang utuh dari laptop "
           "asalnya."},
          {"The evidence was not touched, and its findings stand.",
           "The content of an entry is not what was sealed, so it cannot be shown.",
           "Keep the report together with this evidence, and ask the laptop it came from for the whole "
           "entry."}},
    Entry{"audit.no-sample",
          {"Tidak ada yang berubah.", "Belum ada contoh yang dipilih.", "Pilih contoh acak dahulu."},
          {"Nothing was changed.", "No sample has been drawn yet.", "Draw a sample first."}},
    Entry{"audit.not-evidence",
          {"Berkas itu tidak disentuh.", "Berkas ini bukan bukti Teken, atau sudah rusak.",
           "Pilih berkas lain, atau minta salinannya sekali lagi dari yang menyerahkan."},
          {"The file was not touched.", "This file is no evidence of Teken, or is damaged.",
           "Choose another file, or ask whoever handed it over for another copy."}},
    Entry{"audit.place-full",
          {"Bukti dan hasil pemeriksaan tetap ada; tidak ada berkas setengah jadi.", "Tempat itu penuh.",
           "Pilih folder atau flashdisk lain, atau kosongkan ruang, lalu simpan sekali lagi."},
          {"Evidence and verdict are still here; no half-written file was left.", "That place is full.",
           "Choose another folder or stick, or free some space, and save once more."}},
    Entry{"audit.place-closed",
          {"Bukti dan hasil pemeriksaan tetap ada.", "Folder itu tidak bisa ditulisi.",
           "Pilih folder lain, misalnya Dokumen atau flashdisk."},
          {"Evidence and verdict are still here.", "That folder cannot be written to.",
           "Choose another folder, such as Documents or a stick."}},
    Entry{"audit.place-gone",
          {"Bukti dan hasil pemeriksaan tetap ada.",
           "Folder itu tidak ada lagi; mungkin flashdisknya dicabut.",
           "Pasang lagi flashdisknya, atau pilih folder lain."},
          {"Evidence and verdict are still here.", "That folder is gone; its stick may have been pulled.",
           "Plug the stick in again, or choose another folder."}},
    Entry{"places.closed-folder",
          {"Tidak ada yang berubah.", "Folder itu tidak boleh dibuka dengan akun ini.", "Pilih folder lain."},
          {"Nothing was changed.", "This account may not open that folder.", "Choose another folder."}},
    Entry{"sample.size",
          {"Tidak ada yang berubah.", "Banyaknya contoh harus 1 sampai 10.000.", "Pilih jumlah lain."},
          {"Nothing was changed.", "A sample holds 1 to 10,000 signatures.", "Choose another number."}},
    Entry{"sample.no-checkpoint",
          {"Tidak ada yang berubah.",
           "Tidak ada titik periksa yang ditandatangani log bersertifikat: pilihan acak tidak dapat "
           "ditentukan.",
           "Sertakan titik periksa dengan --checkpoint, atau pakai bukti yang memuatnya."},
          {"Nothing was changed.", "No checkpoint of a certified log is here: nothing can decide the draw.",
           "Add a checkpoint with --checkpoint, or use evidence that holds one."}},
    Entry{"evidence.*",
          {"Buku tidak berubah; berkas bukti belum jadi.", "Log memberi sesuatu yang bukan daun Teken.",
           "Jalankan pemeriksaan buku pusat, lalu tulis bukti sekali lagi."},
          {"The book is unchanged; no evidence was written.", "The log gave something that is no leaf.",
           "Audit the centre's book, then write the evidence again."}},
};

} // namespace

std::span<const Entry> evidenceWords() {
    return kWords;
}

} // namespace teken::words
