// The independent witness and those who ask it.
#include "app/words/tables.h"

#include <array>

namespace teken::words {

namespace {

constexpr std::array kWords{
    Entry{
        "cosigner.memory-lost",
        {"Tidak ada yang ditandatangani.",
         "Ingatan saksi hilang: tidak diketahui lagi apa yang terakhir disaksikan.",
         "Jangan memulihkannya dari cadangan. Buat kunci baru dengan cosign init dan kabari pemegang akar."},
        {"Nothing was signed.", "The witness's memory is gone: what it signed last is not known.",
         "Do not restore it from a backup. Make a new key with cosign init and tell the holder of the "
         "root."}},
    Entry{"cosigner.memory",
          {"Tidak ada yang ditandatangani.", "Ingatan saksi rusak atau diubah.",
           "Simpan berkasnya sebagai bukti, buat kunci baru, dan kabari pemegang akar."},
          {"Nothing was signed.", "The witness's memory is damaged or was altered.",
           "Keep the file as evidence, make a new key, and tell the holder of the root."}},
    Entry{"cosigner.clock",
          {"Tidak ada yang ditandatangani.", "Jam komputer ini mundur sejak kesaksian terakhir.",
           "Setel jam komputer, lalu coba lagi."},
          {"Nothing was signed.", "This computer's clock went back since the last cosignature.",
           "Set the clock, then try again."}},
    Entry{"cosigner.key-open",
          {"Tidak ada yang ditandatangani.", "Orang lain di komputer ini dapat membaca kunci saksi.",
           "Jalankan: chmod 600 pada berkas kunci itu. Bila mungkin sudah disalin, buat kunci baru."},
          {"Nothing was signed.", "Others on this computer can read the witness's key.",
           "Run chmod 600 on the key file. If it may have been copied, make a new key."}},
    Entry{"cosigner.in-use",
          {"Saksi yang sedang berjalan tidak terganggu.", "Folder saksi ini sedang dipakai program lain.",
           "Hentikan yang lain dahulu, atau biarkan ia yang melayani."},
          {"The witness that is running is not disturbed.", "Another program is using this witness's folder.",
           "Stop the other one first, or let it do the work."}},
    Entry{"cosigner.exists",
          {"Berkas yang ada tidak disentuh.", "Di folder itu sudah ada saksi.",
           "Pilih folder lain, atau jalankan saksi yang sudah ada."},
          {"The files there were not touched.", "There is a witness in that folder already.",
           "Choose another folder, or start the witness that is there."}},
    Entry{"cosigner.known",
          {"Ingatan yang ada tidak disentuh.", "Log itu sudah dikenal saksi ini.", "Tidak perlu apa-apa."},
          {"The memory there was not touched.", "This witness knows that log already.", "Nothing to do."}},
    Entry{"cosigner.no-answer",
          {"Tidak ada yang berubah.", "Saksi berjalan, tetapi tidak menjawab di alamatnya sendiri.",
           "Periksa alamat dan porta di berkas pengaturan."},
          {"Nothing was changed.", "The witness is running, but does not answer at its own address.",
           "Check address and port in the configuration."}},
    Entry{"cosigner.two-trees",
          {"Tidak ada yang ditandatangani; jangan hapus berkas permintaan ini.",
           "Log menunjukkan isi lain untuk ukuran yang sudah disaksikan: dua sejarah sedang diperlihatkan.",
           "Simpan permintaan ini sebagai bukti dan kabari pengawas serta pemegang akar."},
          {"Nothing was signed; do not delete this request.",
           "The log shows other content for a size that was signed already: two histories are being shown.",
           "Keep this request as evidence and tell the supervisor and the holder of the root."}},
    Entry{
        "cosigner.other-size",
        {"Tidak ada yang ditandatangani.",
         "Permintaan ini tidak mulai dari keadaan yang terakhir disaksikan; ukurannya ada di berkas jawaban.",
         "Bawa berkas jawaban kembali: pusat membuat permintaan baru dari ukuran itu."},
        {"Nothing was signed.",
         "This request does not begin where the last cosignature ended; that size is in the answer file.",
         "Take the answer back: the centre makes a new request from that size."}},
    Entry{"cosigner.proof",
          {"Tidak ada yang ditandatangani; jangan hapus permintaan ini.",
           "Log tidak dapat membuktikan bahwa isinya hanya bertambah sejak kesaksian terakhir.",
           "Minta permintaan baru. Bila tetap ditolak, simpan sebagai bukti dan kabari pengawas."},
          {"Nothing was signed; do not delete this request.",
           "The log could not prove that it only grew since the last cosignature.",
           "Ask for a new request. If it is refused again, keep it as evidence and tell the supervisor."}},
    Entry{"cosigner.log-signature",
          {"Tidak ada yang ditandatangani.",
           "Permintaan ini tidak ditandatangani oleh log yang dikenal saksi.",
           "Cocokkan kunci log di berkas pengaturan dengan yang dari pemegang akar."},
          {"Nothing was signed.", "This request is not signed by the log that the witness knows.",
           "Compare the log's key in the configuration with the one from the holder of the root."}},
    Entry{"cosigner.unknown-log",
          {"Tidak ada yang ditandatangani.", "Saksi ini tidak mengenal log itu.",
           "Sematkan kunci log itu di berkas pengaturan saksi bila memang dari pemegang akar."},
          {"Nothing was signed.", "The witness does not know that log.",
           "Pin the log's key in the witness's configuration if it comes from the holder of the root."}},
    Entry{"cosigner.log-key",
          {"Tidak ada yang dijalankan.", "Kunci log di berkas pengaturan tidak dapat dipakai.",
           "Minta kunci log yang benar kepada pemegang akar."},
          {"Nothing was started.", "A log's key in the configuration cannot be used.",
           "Ask the holder of the root for the right key."}},
    Entry{"cosigner.key-role",
          {"Tidak ada yang dijalankan.",
           "Satu kunci disebut dua kali, atau kunci log adalah kunci saksi sendiri.",
           "Minta kunci log yang benar kepada pemegang akar."},
          {"Nothing was started.", "A key is named twice, or a log's key is the witness's own.",
           "Ask the holder of the root for the right key."}},
    Entry{"cosigner.unavailable",
          {"Data di pusat aman.", "Saksi sedang tidak dapat menandatangani.", "Akan dicoba lagi."},
          {"The centre's data is safe.", "The witness cannot sign now.", "It will be tried again."}},
    Entry{"cosigner.*",
          {"Tidak ada yang ditandatangani.", "Berkas atau pesan ini bukan bentuk yang dipakai saksi log.",
           "Periksa berkasnya; rinciannya menyebut bagian yang salah."},
          {"Nothing was signed.", "This file or message is not in the form that witnesses use.",
           "Check the file; the details name the part that is wrong."}},
};

} // namespace

std::span<const Entry> cosignerWords() {
    return kWords;
}

} // namespace teken::words
