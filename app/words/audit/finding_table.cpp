#include "app/words/audit/finding_table.h"

namespace teken::words {

std::span<const FindingWords> findingTable() {
    static constexpr FindingWords kTable[]{
        {"book.damaged", "Berkas buku rusak: pemeriksaan isi basis data gagal ({f}).",
         "The book's file is damaged: the database failed its own check ({f})."},
        {"book.unreadable", "Pembacaan berhenti di tengah: baris berikutnya tidak dapat dibaca ({f}).",
         "Reading stopped half-way: the next row cannot be read ({f})."},
        {"record.columns",
         "Nomor, umpan, sidik, atau sambungan yang tertulis di samping entri tidak cocok dengan isi entri itu "
         "sendiri.",
         "The number, feed, id or link written beside the entry is not the one of its content."},
        {"state.differs",
         "Rekap yang tersimpan di buku ini tidak sama dengan rekap yang dihitung ulang dari entri.",
         "The totals stored in this book are not the ones recomputed from its entries."},
        {"bundle.spoiled",
         "{f} entri dalam berkas ini rusak: segelnya tidak cocok atau bentuknya tidak menurut ketentuan.",
         "{f} entries of this file are spoiled: their seals do not hold or their form is not as laid down."},
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
        {"entry.out-of-scope", "Entri ini ({f}) di luar wewenang sertifikatnya ({e}) dan tidak dihitung.",
         "This entry ({f}) is outside the scope of its certificate ({e}) and does not count."},
        {"certificate.dates", "Menurut jam perangkat, entri ini dibuat di luar masa berlaku sertifikatnya.",
         "By the device's clock, this entry was made outside the dates of its certificate."},
        {"log.uncertified",
         "Titik periksa dalam bukti ini bukan dari log yang disertifikasi kunci akar ({f}).",
         "A checkpoint in this evidence is not of a log that the root certified ({f})."},
        {"log.checkpoint", "Titik periksa dalam bukti ini tidak cocok dengan tanda tangannya ({f}).",
         "A checkpoint in this evidence does not hold ({f})."},
        {"log.no-checkpoint",
         "Isi log ada, tetapi tidak ada titik periksa bertanda tangan: tidak ada yang menjamin isinya.",
         "The log's leaves are here, but no signed checkpoint: nobody vouches for them."},
        {"log.unreadable", "Pembacaan log berhenti setelah {e} daun ({f}).",
         "Reading the log stopped after {e} leaves ({f})."},
        {"log.root",
         "Akar log yang dihitung ulang pada nomor {f} tidak sama dengan yang ditandatangani: isi log diubah.",
         "The root recomputed at size {f} is not the signed one: the log was changed."},
        {"log.split-view",
         "Dokumen pembanding nomor {e} memuat log yang lain daripada bukti ini (pada nomor {f}): pusat "
         "memperlihatkan dua catatan yang berbeda.",
         "Document {e} held elsewhere is of another log than this evidence (at size {f}): the centre showed "
         "two different logs."},
        {"log.contradiction",
         "Pusat menandatangani dua log yang tidak dapat sama-sama benar (titik periksa nomor {e}): ada yang "
         "diperlihatkan log lain daripada bukti ini. Kedua tanda tangannya ada dalam bukti ini.",
         "The centre signed two logs that cannot both be true (checkpoint of size {e}): somebody was shown "
         "another log than this evidence. Both signatures are in this evidence."},
        {"log.accusation-void",
         "Bukti ini memuat tuduhan terhadap log yang tidak membuktikan apa pun ({f}); tidak ada yang dituduh "
         "karenanya.",
         "This evidence carries an accusation against the log that proves nothing ({f}); it accuses nobody."},
        {"log.accusation-open",
         "Sebuah perangkat melaporkan log pusat berubah (titik periksa nomor {e}), tetapi dari berkas ini "
         "saja "
         "tidak dapat diputuskan: periksa sekali lagi dengan seluruh log pusat.",
         "A device reported that the centre's log changed (checkpoint of size {e}), but this file alone "
         "cannot "
         "tell: audit once more with the whole log of the centre."},
        {"certificate.two-names",
         "Kunci log atau saksi ini disertifikasi dengan dua nama: satu suara akan dihitung dua; tidak satu "
         "pun "
         "dipakai.",
         "This key of a log or a witness was certified under two names: one voice would count as two; "
         "neither "
         "is used."},
        {"log.leaves-cut", "Titik periksa mencakup {e} daun, di sini hanya ada {f}.",
         "The checkpoint covers {e} leaves, only {f} are here."},
        {"log.leaves-unsigned", "Ada {f} daun, tetapi titik periksa hanya mencakup {e}.",
         "There are {f} leaves, but the checkpoint covers only {e}."},
        {"log.leaf-format", "Daun log nomor {e} bukan daun Teken ({f}).",
         "Leaf {e} of the log is no leaf of Teken ({f})."},
        {"log.leaf-differs", "Daun log nomor {f} menyebut entri ini dengan segel lain.",
         "Leaf {f} of the log names this entry with another seal."},
        {"log.other-entry",
         "Log (daun nomor {f}) mencatat entri lain pada nomor umpan ini: entri yang ada di sini bukan yang "
         "diterima pusat, atau salah satunya ditukar.",
         "The log (leaf {f}) recorded another entry under this number: what is here is not what the centre "
         "took in, or one was swapped."},
        {"log.entry-absent",
         "Log mencatat {f} entri umpan ini yang tidak ada di sini: entri dihilangkan dari bukti.",
         "The log recorded {f} entries of this feed that are not here: they were left out."},
        {"log.entry-not-logged",
         "{f} entri umpan ini, mulai dari nomor yang disebut, belum tercatat dalam log sampai titik periksa "
         "{e}.",
         "{f} entries of this feed, from this number on, are not in the log up to checkpoint {e}."},
        {"log.place", "Bukti tempat entri ini dalam log tidak cocok ({f}).",
         "The proof of this entry's place in the log does not hold ({f})."},
        {"log.older-than-held",
         "Bukti ini lebih tua daripada titik periksa yang disimpan di luar: di luar {e} daun, di sini {f}.",
         "This evidence is older than a checkpoint held elsewhere: {e} leaves there, {f} here."},
        {"log.older-than-seen",
         "Entri ini menyebut titik periksa dengan {e} daun, di sini hanya ada {f}: ekor log tidak ada di "
         "sini.",
         "This entry names a checkpoint of {e} leaves, only {f} are here: the tail of the log is missing."},
        {"log.not-witnessed",
         "Titik periksa terbaru hanya dicatat, belum disaksikan: saksi {f}, yang diperlukan {e}.",
         "The newest checkpoint is recorded only, not witnessed: {f} witnesses, {e} are needed."},
        {"seen.not-in-log",
         "Entri ini menyebut titik periksa dengan {f} daun yang tidak cocok dengan log ini: perangkat itu "
         "melihat log "
         "yang lain.",
         "This entry names a checkpoint of {f} leaves that is not of this log: that device was shown another "
         "one."},
        {"held.unusable",
         "Dokumen pembanding nomor {e} tidak dapat dipakai ({f}); ia tidak membuktikan apa pun.",
         "Document {e} held elsewhere cannot be used ({f}); it proves nothing."},
        {"held.entry-absent", "Entri dari dokumen pembanding nomor {e} tidak ada di sini.",
         "The entry of document {e} held elsewhere is not here."},
        {"clock.ahead",
         "Jam perangkat mendahului: entri ini sudah tercatat dan disaksikan sebelum waktu yang ditulisnya.",
         "The device's clock was ahead: this entry was recorded and witnessed before the time it gives."},
        {"clock.before-seen",
         "Jam perangkat tertinggal: entri ini menyebut titik periksa yang baru disaksikan lebih dari sehari "
         "sesudah "
         "waktu yang ditulisnya.",
         "The device's clock lagged: this entry names a checkpoint witnessed more than a day after the time "
         "it "
         "gives."},
        {"close-code.absent",
         "Tidak ada penutupan sesi dengan kode {f} di sini: penutupan dihilangkan, diganti, atau kode salah "
         "ketik.",
         "No closing with the code {f} is here: it was left out, replaced, or the code was mistyped."},
        {"minutes.other-closing",
         "Berita acara ini ditandatangani untuk penutupan yang bukan dari umpan ini.",
         "These minutes were signed for a closing that is not of this feed."},
        {"compare.entry-gone",
         "{f} entri umpan ini ada dalam bukti yang lama tetapi tidak ada lagi dalam bukti yang baru.",
         "{f} entries of this feed are in the earlier evidence and gone from the later one."},
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
        {"session.after-closing", "Entri ini ({f}) ditulis sesudah sesinya ditutup di perangkat yang sama.",
         "This entry ({f}) was written after its session was closed on the same device."},
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
