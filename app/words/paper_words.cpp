// Papers: fonts, letterheads, what cannot be printed and why.
#include "app/words/tables.h"

#include <array>

namespace teken::words {

namespace {

constexpr std::array kWords{
    Entry{"papers.font-missing",
          {"Semua catatan aman; tidak ada kertas yang dibuat.",
           "Huruf untuk berkas cetak belum terpasang di komputer ini.",
           "Pasang paket fonts-texgyre dan fonts-inter, atau pilih huruf lain di kop surat."},
          {"All records are safe; no paper was made.", "The font of the papers is not installed here.",
           "Install the packages fonts-texgyre and fonts-inter, or choose another font in the letterhead."}},
    Entry{"papers.letter-missing",
          {"Semua catatan aman; tidak ada kertas yang dibuat.",
           "Ada huruf yang tidak dimiliki satu pun fon di komputer ini; di kertas ia akan menjadi kotak "
           "kosong.",
           "Pasang paket fonts-noto-core, lalu cetak lagi."},
          {"All records are safe; no paper was made.",
           "No installed font has one of the letters; on paper it would be an empty box.",
           "Install the package fonts-noto-core and print again."}},
    Entry{"papers.letterhead",
          {"Semua catatan aman; kop surat yang lama tetap dipakai.",
           "Berkas kop surat memuat baris yang tidak dikenal.",
           "Perbaiki baris yang disebut; contohnya ada di buku panduan."},
          {"All records are safe; the former letterhead stays.",
           "The letterhead file has a line that is not known.",
           "Mend the line that is named; the handbook has an example."}},
    Entry{"papers.crest",
          {"Semua catatan aman; kop surat yang lama tetap dipakai.",
           "Lambang bukan gambar PNG, rusak, atau terlalu besar.",
           "Pakai PNG paling besar 2 MiB dan 2.000 titik sesisi."},
          {"All records are safe; the former letterhead stays.",
           "The crest is no PNG, damaged, or too large.",
           "Use a PNG of at most 2 MiB and 2,000 pixels a side."}},
    Entry{"papers.size",
          {"Tidak ada yang berubah.", "Ukuran kertas itu tidak dikenal.", "Pilih A4 atau F4."},
          {"Nothing was changed.", "That paper size is not known.", "Choose A4 or F4."}},
    Entry{
        "papers.kind",
        {"Tidak ada yang berubah.", "Jenis berkas itu tidak dikenal.",
         "Pilih salah satu dari daftar berkas cetak."},
        {"Nothing was changed.", "That kind of paper is not known.", "Choose one from the list of papers."}},
    Entry{"papers.not-opened",
          {"Tidak ada yang berubah.", "Belum ada sesi yang dibuka, jadi belum ada yang dapat dicetak.",
           "Buka sesi lebih dulu, atau ambil kabar dari pusat."},
          {"Nothing was changed.", "No session was opened yet, so there is nothing to print.",
           "Open the session first, or fetch news from the centre."}},
    Entry{"papers.nobody",
          {"Tidak ada yang berubah.", "Belum ada yang menandatangani dalam sesi ini.",
           "Cetak lagi setelah ada tanda tangan."},
          {"Nothing was changed.", "Nobody has signed in this session yet.",
           "Print again once there is a signature."}},
    Entry{"papers.no-signature",
          {"Tidak ada yang berubah.", "Orang ini tidak menandatangani dalam sesi ini.",
           "Pilih sesi tempat ia menandatangani."},
          {"Nothing was changed.", "This person did not sign in this session.",
           "Choose the session in which they signed."}},
    Entry{"papers.which-person",
          {"Tidak ada yang berubah.", "Nama itu cocok dengan lebih dari satu orang.",
           "Sebut NIP-nya, atau bagian nama yang lebih panjang."},
          {"Nothing was changed.", "That name fits more than one person.",
           "Give the number, or a longer part of the name."}},
    Entry{"papers.folder-needed",
          {"Tidak ada yang berubah.", "Beberapa berkas tidak muat dalam satu nama berkas.",
           "Sebut sebuah folder dengan --out."},
          {"Nothing was changed.", "Several papers do not fit one file name.", "Name a folder with --out."}},
    Entry{"papers.no-print-program",
          {"Semua catatan aman; kertasnya dapat disimpan sebagai PDF.",
           "Komputer ini belum punya perintah cetak (CUPS).",
           "Simpan PDF ke flashdisk dan cetak di komputer lain, atau pasang paket cups."},
          {"All records are safe; the paper can be saved as PDF.", "This machine has no print command (CUPS).",
           "Save the PDF to a stick and print it elsewhere, or install the package cups."}},
    Entry{"papers.no-printer",
          {"Semua catatan aman; kertasnya dapat disimpan sebagai PDF.",
           "Tidak ada pencetak yang siap: belum dipasang, mati, atau kabelnya lepas.",
           "Nyalakan pencetak lalu tekan Cetak lagi, atau simpan PDF ke flashdisk."},
          {"All records are safe; the paper can be saved as PDF.",
           "No printer is ready: not set up, switched off, or unplugged.",
           "Switch the printer on and press Print again, or save the PDF to a stick."}},
    Entry{"papers.printer-silent",
          {"Semua catatan aman; kertasnya dapat disimpan sebagai PDF.",
           "Pencetak tidak menjawab dalam 20 detik.",
           "Periksa apakah kertasnya keluar sebelum mencetak lagi, atau simpan PDF ke flashdisk."},
          {"All records are safe; the paper can be saved as PDF.", "The printer did not answer within 20 seconds.",
           "See whether the paper comes out before printing again, or save the PDF to a stick."}},
    Entry{"papers.print-refused",
          {"Semua catatan aman; kertasnya dapat disimpan sebagai PDF.", "Pencetak menolak berkas ini.",
           "Periksa kertas dan tinta lalu tekan Cetak lagi, atau simpan PDF ke flashdisk."},
          {"All records are safe; the paper can be saved as PDF.", "The printer refused this paper.",
           "Check paper and ink and press Print again, or save the PDF to a stick."}},
    Entry{"ctl.which-session",
          {"Tidak ada yang berubah.", "Buku ini memuat lebih dari satu sesi.",
           "Sebut id sesinya dengan --session; lihat daftarnya dengan session list."},
          {"Nothing was changed.", "This book has more than one session.",
           "Name it with --session; session list shows them."}},
};

} // namespace

std::span<const Entry> paperWords() {
    return kWords;
}

} // namespace teken::words
