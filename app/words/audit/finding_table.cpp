#include "app/words/audit/finding_table.h"

namespace teken::words {

std::span<const FindingWords> findingTable() {
    static constexpr FindingWords kTable[]{
        {"book.damaged", "Berkas buku rusak: pemeriksaan isi basis data gagal ({f}).",
         "The book's file is damaged: the database failed its own check ({f})."},
        {"book.unreadable", "Pembacaan berhenti di tengah: baris berikutnya tidak dapat dibaca ({f}).",
         "Reading stopped half-way: the next row cannot be read ({f})."},
        {"record.columns",
         "Nomor, umpan, atau sidik yang tertulis di samping entri tidak cocok dengan isi entri itu sendiri.",
         "The number, feed or id written beside the entry is not the one of its content."},
        {"state.differs",
         "Rekap yang tersimpan di buku ini tidak sama dengan rekap yang dihitung ulang dari entri.",
         "The totals stored in this book are not the ones recomputed from its entries."},
        {"entry.format", "Isi entri tidak menurut bentuk yang ditetapkan ({f}).",
         "The entry does not have the form that is laid down ({f})."},
        {"entry.signature",
         "Segel perangkat tidak cocok: isi entri ini diubah sesudah disegel, atau segelnya bukan dari "
         "perangkat itu.",
         "The seal does not hold: this entry was changed after it was sealed, or the seal is not of that "
         "device."},
        {"entry.ink", "Goresan tanda tangan yang tersimpan bukan goresan yang disegel.",
         "The ink stored beside the entry is not the ink that was sealed."},
        {"entry.unknown-kind",
         "Jenis entri ini ({f}) belum dikenal oleh versi Teken ini; segelnya cocok, isinya tidak ikut "
         "dihitung.",
         "This kind of entry ({f}) is not known to this version; its seal holds, its content is not "
         "counted."},
        {"entry.withheld",
         "Isi entri ini sudah dihapus menurut aturan penyimpanan; tempatnya dalam rantai masih ada.",
         "The content of this entry was erased under a retention rule; its place in the chain remains."},
        {"entry.unvouched",
         "Ada catatan tanpa isi yang tidak disebut oleh catatan mana pun; ia tidak membuktikan apa-apa dan "
         "tidak "
         "dihitung.",
         "There is a record without content that no other names; it proves nothing and is not counted."},
        {"entry.withheld-authority",
         "Isi entri admin atau entri akar tidak ada, hanya tempatnya: wewenang tidak boleh dihapus.",
         "The content of an admin's or the root's entry is gone, only its place is here: authority may not "
         "be erased."},
        {"chain.link", "Rantai terputus: entri ini menyambung ke entri lain daripada yang ada di depannya.",
         "The chain is broken: this entry continues another entry than the one before it."},
        {"chain.gap", "Ada nomor yang hilang: seharusnya nomor {e}, yang ada nomor {f}.",
         "A number is missing: expected {e}, found {f}."},
        {"chain.fork", "Ada dua entri berbeda dengan nomor yang sama dalam satu umpan.",
         "Two different entries have the same number in one feed."},
        {"clock.backwards", "Jam perangkat mundur di antara entri ini dan entri sebelumnya.",
         "The device's clock ran backwards between this entry and the one before."},
        {"seen.backwards", "Entri ini menyebut titik periksa pusat yang lebih tua daripada entri sebelumnya.",
         "This entry names an older checkpoint of the centre than the entry before."},
        {"feed.uncertified",
         "Tidak ada sertifikat yang berlaku untuk kunci ini; tidak satu pun entrinya dihitung.",
         "No certificate covers this key; none of its entries counts."},
        {"entry.after-revocation",
         "Entri ini dibuat sesudah sertifikat dicabut: yang dihitung hanya sampai nomor {e}.",
         "This entry was made after its certificate was revoked: only numbers up to {e} count."},
        {"entry.out-of-scope", "Entri jenis {f} ini di luar wewenang sertifikatnya ({e}) dan tidak dihitung.",
         "This entry of kind {f} is outside the scope of its certificate ({e}) and does not count."},
        {"certificate.dates", "Menurut jam perangkat, entri ini dibuat di luar masa berlaku sertifikatnya.",
         "By the device's clock, this entry was made outside the dates of its certificate."},
        {"text.not-locked", "Naskah yang ditandatangani bukan naskah yang dikunci untuk kegiatan ini.",
         "The text that was signed is not one that was locked for this drive."},
        {"person.unknown", "Penanda tangan tidak ada dalam daftar pegawai yang disebut entri ini.",
         "The signer is not on the roster that this entry names."},
        {"ink.unreadable", "Goresan tanda tangan tidak dapat dibaca ({f}).", "The ink cannot be read ({f})."},
        {"ink.too-little", "Goresan terlalu sedikit untuk sebuah tanda tangan ({f}).",
         "There is too little ink for a signature ({f})."},
        {"ink.missing", "Goresan tanda tangan tidak ada di sini.", "The ink is not here."},
        {"blob.missing", "Lampiran yang disebut entri ini (naskah atau daftar pegawai) tidak ada di sini.",
         "A blob that this entry names (a text or a roster) is not here."},
        {"blob.altered",
         "Lampiran yang disebut entri ini (naskah atau daftar pegawai) berubah atau tidak dapat dibaca.",
         "A blob that this entry names (a text or a roster) was changed or cannot be read."},
        {"session.false-closing",
         "Penutupan sesi ini tidak menutup apa pun: pembukaannya sudah ditutup, atau tidak ada. Kode tutup "
         "di "
         "berita acara bukan dari penutupan ini.",
         "This closing closes nothing: its opening was closed before, or does not exist. The close code of "
         "the "
         "minutes must not be the one of this entry."},
        {"session.after-closing",
         "Entri jenis {f} ini ditulis sesudah sesinya ditutup di perangkat yang sama.",
         "This entry of kind {f} was written after its session was closed on the same device."},
        {"session.counts", "Jumlah pada penutupan sesi tidak sama dengan hitungan ulang: {e}.",
         "The counts of the closing are not the recomputed ones: {e}."},
        {"session.not-comparable",
         "Jumlah pada penutupan sesi tidak dapat dibandingkan: di antaranya ada entri yang isinya dihapus "
         "atau "
         "belum dikenal. Yang masih terbaca: {e}. Cocokkan dengan berita acara.",
         "The counts of the closing cannot be compared: some entries before it are withheld or of an unknown "
         "kind. What can still be read: {e}. Compare with the minutes on paper."},
        {"session.not-closed", "Sesi dibuka di perangkat ini tetapi tidak pernah ditutup.",
         "The session was opened on this device and never closed."},
        {"conflict.duplicate", "Satu orang menandatangani lebih dari sekali ({f} kali) dan belum diputuskan.",
         "One person signed more than once ({f} times) and nobody has decided."},
        {"conflict.decisions", "Ada keputusan admin yang saling bertentangan.",
         "Decisions of admins contradict each other."},
        {"conflict.rosters", "Ada daftar pegawai yang dibuat bersamaan; belum diputuskan mana yang berlaku.",
         "Rosters were made side by side; nobody has decided which one is in force."},
        {"conflict.matches", "Satu orang tambahan dicocokkan dengan orang yang berbeda-beda.",
         "One added person was matched with different persons."},
        {"conflict.roster-changes", "Ada perubahan status pegawai yang saling bertentangan.",
         "Changes of one person's standing contradict each other."},
    };
    return kTable;
}

} // namespace teken::words
