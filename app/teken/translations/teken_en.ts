<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="id_ID">
<context>
    <name>AddPersonDialog</name>
    <message>
        <source>Tambahkan orang</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>Untuk yang tidak ada dalam daftar. Admin mencocokkannya nanti; tanda tangannya disimpan sekarang.</source>
        <translation>For someone who is not on the roster. The admin matches them later; the signature is saved now.</translation>
    </message>
    <message>
        <source>Tambahkan</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Nama lengkap dengan gelar</source>
        <translation>Full name with degrees</translation>
    </message>
    <message>
        <source>Jenis kepegawaian</source>
        <translation>Kind of employment</translation>
    </message>
    <message>
        <source>Pilih…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>NIP atau NI PPPK (bila ada)</source>
        <translation>NIP or NI PPPK (if any)</translation>
    </message>
    <message>
        <source>18 angka. Boleh dikosongkan.</source>
        <translation>18 digits. May be left empty.</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Unit kerja</source>
        <translation>Unit</translation>
    </message>
</context>
<context>
    <name>AuditChoice</name>
    <message>
        <source>Bukti</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Ukuran pembanding</source>
        <translation>What to measure against</translation>
    </message>
    <message>
        <source>Sidik akar, dari surat keputusan</source>
        <translation>Root fingerprint, from the decree</translation>
    </message>
    <message>
        <source>Kode penutup dari berita acara (boleh beberapa)</source>
        <translation>Close codes from the minutes (several are allowed)</translation>
    </message>
    <message>
        <source>misalnya 7KQ2M-0V9TX, lalu Enter</source>
        <translation>for instance 7KQ2M-0V9TX, then Enter</translation>
    </message>
    <message>
        <source>Tekan untuk menghapus kode ini.</source>
        <translation>Press to remove this code.</translation>
    </message>
    <message>
        <source>Periksa keutuhan</source>
        <translation>Check integrity</translation>
    </message>
    <message>
        <source>Pilih dulu berkas bukti.</source>
        <translation>Choose an evidence file first.</translation>
    </message>
    <message>
        <source>Ketik sidik akar dari surat keputusan, bukan dari berkas ini.</source>
        <translation>Type the root fingerprint from the decree, not from this file.</translation>
    </message>
    <message>
        <source>Membaca kepala berkas…</source>
        <translation>Reading the head of the file…</translation>
    </message>
    <message>
        <source>Bukti ini bersegel: pilih buku penerimanya.</source>
        <translation>This evidence is sealed: choose its recipient’s book.</translation>
    </message>
    <message>
        <source>Ketik kata sandi pemegang kunci.</source>
        <translation>Type the passphrase of whoever holds the key.</translation>
    </message>
    <message>
        <source>Lepaskan di sini.</source>
        <translation>Drop it here.</translation>
    </message>
    <message>
        <source>Seret berkas bukti (.teken) ke halaman ini, atau pilih di bawah.</source>
        <translation>Drag an evidence file (.teken) onto this page, or choose one below.</translation>
    </message>
    <message>
        <source>Tidak ada berkas bukti di flashdisk, folder Dokumen atau Unduhan. Pasang flashdisknya; berkasnya muncul di sini sendiri.</source>
        <translation>No evidence file on a stick, in Documents or in Downloads. Plug the stick in; its files appear here by themselves.</translation>
    </message>
    <message>
        <source>Mencari berkas bukti…</source>
        <translation>Looking for evidence files…</translation>
    </message>
    <message>
        <source>Ketik, tempel, atau pindai. Sedikitnya 32 digit; spasi dan tanda hubung boleh. Terbaca: %1.</source>
        <translation>Type, paste or scan it. At least 32 digits; blanks and dashes are fine. Read so far: %1.</translation>
    </message>
    <message>
        <source>“%1” tidak ada dalam sidik: hanya angka 0-9 dan huruf a-f.</source>
        <translation>“%1” is in no fingerprint: only digits 0-9 and letters a-f are.</translation>
    </message>
    <message>
        <source>Terlalu panjang: paling banyak 64 digit, terbaca %1.</source>
        <translation>Too long: at most 64 digits, %1 were read.</translation>
    </message>
    <message>
        <source>Titik periksa, tanda terima atau bukti satu entri yang disimpan di tempat lain (boleh kosong). Hanya dengan ini kelengkapan dapat diperiksa; seret juga ke halaman ini.</source>
        <translation>Checkpoints, receipts or proofs of single entries that were kept elsewhere (may be empty). Only with these can completeness be checked; drag them onto this page as well.</translation>
    </message>
    <message>
        <source>Cari di folder lain…</source>
        <translation>Look in another folder…</translation>
    </message>
    <message>
        <source>Tambah berkas pembanding…</source>
        <translation>Add a file kept elsewhere…</translation>
    </message>
</context>
<context>
    <name>AuditEntry</name>
    <message>
        <source>Goresan tanda tangan yang tersimpan</source>
        <translation>The ink as stored</translation>
    </message>
    <message>
        <source>Rantai umpan</source>
        <translation>Chain of the feed</translation>
    </message>
    <message>
        <source>%1 · sambungan putus</source>
        <translation>%1 · link broken</translation>
    </message>
    <message>
        <source>Tempat dalam log</source>
        <translation>Place in the log</translation>
    </message>
</context>
<context>
    <name>AuditExportDialog</name>
    <message>
        <source>Laporan tersimpan</source>
        <translation>Report saved</translation>
    </message>
    <message>
        <source>Simpan laporan</source>
        <translation>Save report</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>%1 · tidak bisa ditulisi</source>
        <translation>%1 · cannot be written to</translation>
    </message>
    <message>
        <source>Daftar tersimpan</source>
        <translation>List saved</translation>
    </message>
    <message>
        <source>Simpan daftar</source>
        <translation>Save list</translation>
    </message>
    <message>
        <source>Memuat data pribadi: simpan dan musnahkan sesuai aturan.</source>
        <translation>Holds personal data: keep and destroy it under the rules.</translation>
    </message>
    <message>
        <source>PDF untuk dicetak, HTML untuk dibaca dengan peramban apa pun, JSON untuk program.</source>
        <translation>PDF to print, HTML to read in any browser, JSON for programs.</translation>
    </message>
    <message>
        <source>Laporan ditulis sebagai PDF, HTML dan JSON. Laporan yang sudah ada tidak ditimpa.</source>
        <translation>The report is written as PDF, HTML and JSON. Reports that are there already are not overwritten.</translation>
    </message>
    <message>
        <source>Menulis…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>Di samping buktinya: %1</source>
        <translation>Beside the evidence: %1</translation>
    </message>
    <message>
        <source>Daftar periksa dengan goresan, sebagai PDF dan HTML. Memuat data pribadi.</source>
        <translation>A checklist with ink, as PDF and HTML. Holds personal data.</translation>
    </message>
    <message>
        <source>Di samping buktinya: %1 · tidak bisa ditulisi</source>
        <translation>Beside the evidence: %1 · cannot be written to</translation>
    </message>
    <message>
        <source>%1 · %2 kosong</source>
        <translation>%1 · %2 free</translation>
    </message>
    <message>
        <source>Folder lain…</source>
        <translation>Another folder…</translation>
    </message>
    <message>
        <source>Folder ini tidak bisa ditulisi: %1. Pilih yang lain.</source>
        <translation>This folder cannot be written to: %1. Choose another.</translation>
    </message>
    <message>
        <source>Ditulis ke %1 · %2 kosong</source>
        <translation>Written to %1 · %2 free</translation>
    </message>
</context>
<context>
    <name>AuditHeldFiles</name>
    <message>
        <source>Jangan pakai berkas ini</source>
        <translation>Do not use this file</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Meja pemeriksa</source>
        <translation>Auditor&apos;s desk</translation>
    </message>
    <message>
        <source>Bukti, sidik akar, dan pembanding dari luar: tidak perlu yang lain.</source>
        <translation>Evidence, root fingerprint, and what was kept elsewhere: nothing else is needed.</translation>
    </message>
    <message>
        <source>Cari berkas bukti</source>
        <translation>Find the evidence</translation>
    </message>
    <message>
        <source>Cari berkas pembanding</source>
        <translation>Find a file kept elsewhere</translation>
    </message>
    <message>
        <source>Cari buku penerima</source>
        <translation>Find the recipient&apos;s book</translation>
    </message>
    <message>
        <source>Berkas .teken, atau buku .book.</source>
        <translation>A .teken file, or a .book.</translation>
    </message>
    <message>
        <source>Titik periksa, tanda terima atau bukti satu entri yang disimpan di tempat lain.</source>
        <translation>A checkpoint, a receipt, or the proof of one entry that was kept elsewhere.</translation>
    </message>
    <message>
        <source>Berkas .book dengan kunci penerimanya.</source>
        <translation>A .book file with the recipient&apos;s key.</translation>
    </message>
</context>
<context>
    <name>AuditRunning</name>
    <message>
        <source>Membuka bukti</source>
        <translation>Opening the evidence</translation>
    </message>
    <message>
        <source>Memeriksa segel setiap entri</source>
        <translation>Checking the seal of every entry</translation>
    </message>
    <message>
        <source>Menghitung ulang log</source>
        <translation>Recomputing the log</translation>
    </message>
    <message>
        <source>Memeriksa rantai, wewenang dan jumlah</source>
        <translation>Checking chains, authority and totals</translation>
    </message>
    <message>
        <source>Kemajuan pemeriksaan</source>
        <translation>Progress of the check</translation>
    </message>
    <message>
        <source>%1 sudah diperiksa</source>
        <translation>%1 checked</translation>
    </message>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Berkas tidak berubah.</source>
        <translation>The file is not changed.</translation>
    </message>
</context>
<context>
    <name>AuditSample</name>
    <message>
        <source>%1 dari %2 penanda tangan, dipilih oleh titik periksa %3. Siapa pun dapat mengulang pilihan ini.</source>
        <translation>%1 of %2 signers, chosen by checkpoint %3. Anybody can repeat this choice.</translation>
    </message>
    <message>
        <source>Benih: %1</source>
        <translation>Seed: %1</translation>
    </message>
    <message>
        <source>Contoh acak</source>
        <translation>Random sample</translation>
    </message>
    <message>
        <source>(nama tidak ada dalam bukti)</source>
        <translation>(name not in the evidence)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Banyaknya</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>Banyaknya contoh</source>
        <translation>Size of the sample</translation>
    </message>
    <message>
        <source>Simpan daftar</source>
        <translation>Save list</translation>
    </message>
    <message>
        <source>Daftar periksa dengan goresan, untuk panggilan balik.</source>
        <translation>A checklist with ink, for call-backs.</translation>
    </message>
    <message>
        <source>Tidak ada yang dapat dipilih</source>
        <translation>Nobody to draw</translation>
    </message>
    <message>
        <source>Dalam kegiatan ini belum ada tanda tangan yang dihitung.</source>
        <translation>No signature of this drive counts yet.</translation>
    </message>
</context>
<context>
    <name>AuditSealCard</name>
    <message>
        <source>Bukti bersegel</source>
        <translation>Sealed evidence</translation>
    </message>
    <message>
        <source>Hanya penerimanya yang dapat membuka, kunci %1… Pilih buku penerima (.book) di bawah, atau seret ke halaman ini.</source>
        <translation>Only its recipient can open it, key %1… Choose the recipient’s book (.book) below, or drag it onto this page.</translation>
    </message>
    <message>
        <source>Buku ini terkunci dengan kata sandi pemegangnya.</source>
        <translation>This book is locked with its holder’s passphrase.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Kunci cocok: %1</source>
        <translation>The key fits: %1</translation>
    </message>
    <message>
        <source>Tidak ada buku di flashdisk, folder Dokumen atau Unduhan.</source>
        <translation>No book on a stick, in Documents or in Downloads.</translation>
    </message>
    <message>
        <source>Pemegang kunci</source>
        <translation>Holder of the key</translation>
    </message>
    <message>
        <source>Kata sandi %1</source>
        <translation>Passphrase of %1</translation>
    </message>
    <message>
        <source>Kata sandi</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Sembunyikan kata sandi</source>
        <translation>Hide the passphrase</translation>
    </message>
    <message>
        <source>Tampilkan kata sandi</source>
        <translation>Show the passphrase</translation>
    </message>
    <message>
        <source>Caps Lock menyala</source>
        <translation>Caps Lock is on</translation>
    </message>
    <message>
        <source>Folder lain…</source>
        <translation>Another folder…</translation>
    </message>
</context>
<context>
    <name>AuditVerdict</name>
    <message>
        <source>Pilih contoh acak</source>
        <translation>Draw a sample</translation>
    </message>
    <message>
        <source>Simpan laporan</source>
        <translation>Save report</translation>
    </message>
    <message>
        <source>Diperiksa</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>Tidak diperiksa</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>Semuanya dapat diperiksa.</source>
        <translation>Everything could be checked.</translation>
    </message>
    <message>
        <source>Temuan (%1)</source>
        <translation>Findings (%1)</translation>
    </message>
    <message>
        <source>Temuan</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Tidak ada temuan</source>
        <translation>No findings</translation>
    </message>
</context>
<context>
    <name>CallWindow</name>
    <message>
        <source>Daftar panggil</source>
        <translation>Call list</translation>
    </message>
    <message>
        <source>%1 · silakan ke meja menurut urutan ini</source>
        <translation>%1 · please come to the table in this order</translation>
    </message>
    <message>
        <source>Sesi sedang dijeda. Mohon menunggu.</source>
        <translation>The session is paused. Please wait.</translation>
    </message>
    <message>
        <source>Semua sudah dipanggil. Yang baru datang, silakan langsung ke meja.</source>
        <translation>Everybody has been called. Whoever comes now, please go to the table.</translation>
    </message>
    <message>
        <source>%1 · NIP berakhir %2</source>
        <translation>%1 · number ends in %2</translation>
    </message>
    <message>
        <source>F11: layar penuh · Esc: tutup</source>
        <translation>F11: full screen · Esc: close</translation>
    </message>
    <message>
        <source>Daftar panggil · LATIHAN</source>
        <translation>Call list · PRACTICE (LATIHAN)</translation>
    </message>
</context>
<context>
    <name>CarryLine</name>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>CloseChecks</name>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Menghitung…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>Jumlah cocok: %1 orang dalam daftar</source>
        <translation>Counts match: %1 people on the roster</translation>
    </message>
    <message>
        <source>Jumlah tidak cocok dengan daftar</source>
        <translation>The counts do not match the roster</translation>
    </message>
    <message>
        <source>Sudah %1 (di tempat lain %2) · berhalangan %3 · belum menandatangani %4</source>
        <translation>Signed %1 (elsewhere %2) · excused %3 · not signed yet %4</translation>
    </message>
    <message>
        <source>Semua orang sudah tercatat</source>
        <translation>Everyone is noted</translation>
    </message>
    <message numerus="yes">
        <source>%n orang masih Belum</source>
        <translation>
            <numerusform>%n person has not signed yet</numerusform>
            <numerusform>%n people have not signed yet</numerusform>
        </translation>
    </message>
    <message>
        <source>Boleh ditutup. Mereka menandatangani di sesi susulan.</source>
        <translation>May be closed. They can sign in a follow-up session.</translation>
    </message>
    <message>
        <source>Lihat</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Tidak ada yang ganda</source>
        <translation>No duplicates</translation>
    </message>
    <message numerus="yes">
        <source>%n orang tercatat ganda</source>
        <translation>
            <numerusform>%n person is noted twice</numerusform>
            <numerusform>%n people are noted twice</numerusform>
        </translation>
    </message>
    <message>
        <source>Dihitung sekali. Admin membandingkannya nanti.</source>
        <translation>Counted once. The admin compares them later.</translation>
    </message>
    <message>
        <source>Tidak ada kejadian khusus</source>
        <translation>No special events</translation>
    </message>
    <message numerus="yes">
        <source>%n kejadian khusus dicatat</source>
        <translation>
            <numerusform>%n special event noted</numerusform>
            <numerusform>%n special events noted</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tambahan, %2 dibatalkan</source>
        <translation>%1 added, %2 voided</translation>
    </message>
    <message>
        <source>Semua goresan sudah disimpan</source>
        <translation>All ink is saved</translation>
    </message>
    <message numerus="yes">
        <source>%n tanda tangan belum disimpan</source>
        <translation>
            <numerusform>%n signature not saved yet</numerusform>
            <numerusform>%n signatures not saved yet</numerusform>
        </translation>
    </message>
    <message>
        <source>Kembali, buka orangnya, lalu simpan atau ulangi.</source>
        <translation>Go back, open the person, then save or start over.</translation>
    </message>
    <message>
        <source>Semua sudah diterima pusat</source>
        <translation>All received by the centre</translation>
    </message>
    <message numerus="yes">
        <source>%n data belum diterima pusat</source>
        <translation>
            <numerusform>%n item not yet received by the centre</numerusform>
            <numerusform>%n items not yet received by the centre</numerusform>
        </translation>
    </message>
    <message>
        <source>Aman di laptop ini. Bila tidak ada internet, simpan juga ke flashdisk.</source>
        <translation>Safe on this laptop. Without internet, save them to a stick as well.</translation>
    </message>
    <message>
        <source>Simpan ke flashdisk</source>
        <translation>Save to stick</translation>
    </message>
    <message>
        <source>Sesi ini sudah ditutup, dan semua hitungannya aman tersimpan. Yang belum hanya tanda tangan berita acara: lengkapi di samping.</source>
        <translation>This session is closed, and all its figures are safely stored. Only signatures under the minutes are missing: add them beside this list.</translation>
    </message>
    <message>
        <source>%1: kembali, buka namanya, lalu simpan atau ulangi.</source>
        <translation>%1: go back, open the name, then save or draw again.</translation>
    </message>
    <message>
        <source>Hapus goresan…</source>
        <translation>Delete strokes…</translation>
    </message>
</context>
<context>
    <name>ClosePage</name>
    <message>
        <source>Sesi</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Sesi ditutup</source>
        <translation>Session closed</translation>
    </message>
    <message>
        <source>Tutup sesi</source>
        <translation>Close session</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Sesi sudah ditutup</source>
        <translation>The session is closed</translation>
    </message>
    <message>
        <source>%1 dari %2 orang menandatangani. Yang belum, lewat sesi susulan.</source>
        <translation>%1 of %2 people signed. The others can sign in a follow-up session.</translation>
    </message>
    <message>
        <source>Cetak berkas</source>
        <translation>Print papers</translation>
    </message>
    <message>
        <source>Buka sesi susulan</source>
        <translation>Open a follow-up session</translation>
    </message>
    <message>
        <source>Lengkapi berita acara</source>
        <translation>Complete the minutes</translation>
    </message>
    <message>
        <source>Tutup tanpa semua tanda tangan?</source>
        <translation>Close without all signatures?</translation>
    </message>
    <message>
        <source>Hitungan dikunci sekarang. Berita acara ditandatangani oleh yang goresannya sudah ada; yang lain dapat menyusul di laptop ini: buka sesinya, lalu Lengkapi berita acara.</source>
        <translation>The counts are locked now. The minutes are signed by those whose strokes are here; the others can follow on this laptop: open the session, then Complete the minutes.</translation>
    </message>
    <message>
        <source>Hapus goresan yang belum disimpan?</source>
        <translation>Delete strokes that were not saved?</translation>
    </message>
    <message numerus="yes">
        <source>%n orang belum tercatat menandatangani. Bila masih hadir, lebih baik kembali dan simpan. Goresan yang dihapus tidak dapat dikembalikan.</source>
        <translation>
            <numerusform>%n person is not recorded as having signed. If still present, better go back and save. Deleted strokes cannot be brought back.</numerusform>
            <numerusform>%n people are not recorded as having signed. If still present, better go back and save. Deleted strokes cannot be brought back.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hapus goresan</source>
        <translation>Delete strokes</translation>
    </message>
</context>
<context>
    <name>ClosingInkPad</name>
    <message>
        <source>Pimpinan sesi</source>
        <translation>Session head</translation>
    </message>
    <message>
        <source>Saksi satu</source>
        <translation>First witness</translation>
    </message>
    <message>
        <source>Saksi dua</source>
        <translation>Second witness</translation>
    </message>
    <message>
        <source>Saksi tiga</source>
        <translation>Third witness</translation>
    </message>
    <message>
        <source>Catatan sesi belum terbaca.</source>
        <translation>The records of the session could not be read yet.</translation>
    </message>
    <message>
        <source>Menghitung…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>Masih ada tanda tangan yang belum disimpan.</source>
        <translation>A signature has not been saved yet.</translation>
    </message>
    <message>
        <source>Jumlah belum cocok.</source>
        <translation>The counts do not match yet.</translation>
    </message>
    <message>
        <source>Menunggu tanda tangan pimpinan sesi.</source>
        <translation>Waiting for the session head&apos;s signature.</translation>
    </message>
    <message>
        <source>Menunggu tanda tangan saksi satu.</source>
        <translation>Waiting for the first witness&apos;s signature.</translation>
    </message>
    <message>
        <source>Menunggu tanda tangan saksi dua.</source>
        <translation>Waiting for the second witness&apos;s signature.</translation>
    </message>
    <message>
        <source>Menunggu tanda tangan saksi tiga.</source>
        <translation>Waiting for the third witness&apos;s signature.</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>Siapa yang menandatangani</source>
        <translation>Who signs</translation>
    </message>
    <message>
        <source>Menyatakan jumlah di samping benar dan sesi ini ditutup.</source>
        <translation>States that the counts beside are right and that this session is closed.</translation>
    </message>
    <message>
        <source>Menyaksikan penandatanganan dan penutupan sesi ini.</source>
        <translation>Witnesses the signing and the closing of this session.</translation>
    </message>
    <message>
        <source>Tanda tangan %1</source>
        <translation>Signature of %1</translation>
    </message>
    <message>
        <source>Menutup…</source>
        <translation>Closing…</translation>
    </message>
    <message>
        <source>Tutup sesi</source>
        <translation>Close session</translation>
    </message>
    <message>
        <source>Tanda tangannya sudah tersimpan.</source>
        <translation>This signature is stored already.</translation>
    </message>
    <message>
        <source>Menyimpan…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Simpan berita acara</source>
        <translation>Save the minutes</translation>
    </message>
    <message>
        <source>Ada yang sudah pergi?</source>
        <translation>Has somebody left?</translation>
    </message>
    <message>
        <source>Tutup sesi sekarang; tanda tangan yang belum ada dapat menyusul.</source>
        <translation>Close the session now; the signatures that are missing can follow.</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>Usulkan perbaikan data</source>
        <translation>Propose a correction</translation>
    </message>
    <message>
        <source>Daftar pegawai tidak berubah sekarang. Usulan untuk %1 dikirim ke admin; menandatangani tidak perlu menunggu.</source>
        <translation>The roster does not change now. The proposal for %1 goes to the admin; signing need not wait.</translation>
    </message>
    <message>
        <source>Catat usulan</source>
        <translation>Note the proposal</translation>
    </message>
    <message>
        <source>Yang keliru</source>
        <translation>What is wrong</translation>
    </message>
    <message>
        <source>Pilih…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Seharusnya</source>
        <translation>It should be</translation>
    </message>
</context>
<context>
    <name>CounterBar</name>
    <message>
        <source>Belum %1, sudah %2, lain %3, dari %4 orang</source>
        <translation>Not yet %1, signed %2, other %3, of %4 people</translation>
    </message>
    <message>
        <source>BELUM</source>
        <translation>NOT YET</translation>
    </message>
    <message>
        <source>SUDAH</source>
        <translation>SIGNED</translation>
    </message>
    <message>
        <source>LAIN</source>
        <translation>OTHER</translation>
    </message>
    <message>
        <source>%1 dari %2 orang sudah menandatangani</source>
        <translation>%1 of %2 people have signed</translation>
    </message>
</context>
<context>
    <name>CrashCard</name>
    <message>
        <source>Aplikasi tertutup tiba-tiba pukul %1. %2 tanda tangan aman.</source>
        <translation>The program ended suddenly at %1. %2 signatures are safe.</translation>
    </message>
    <message>
        <source>Ada goresan yang belum disimpan: %1 belum tercatat menandatangani. Cari namanya, lalu teruskan.</source>
        <translation>There are strokes that were not saved: %1 is not recorded as having signed. Find the name, then carry on.</translation>
    </message>
    <message>
        <source>Cari namanya</source>
        <translation>Find the name</translation>
    </message>
    <message>
        <source>Aplikasi tertutup tiba-tiba pukul %1. Tanda tangan %2 belum selesai; %3 sebelumnya aman.</source>
        <translation>The program ended suddenly at %1. The signature of %2 was not finished; the %3 before it are safe.</translation>
    </message>
    <message>
        <source>Mengerti</source>
        <translation>I see</translation>
    </message>
</context>
<context>
    <name>CrestDialog</name>
    <message>
        <source>Pilih lambang</source>
        <translation>Choose a crest</translation>
    </message>
    <message>
        <source>Gambar PNG, paling besar 2 MB dan 2.000 titik sesisi. Latar bening atau putih paling rapi.</source>
        <translation>A PNG picture of at most 2 MB and 2,000 pixels a side. A clear or white ground looks best.</translation>
    </message>
    <message>
        <source>Pakai</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Belum ada gambar PNG. Pasang flashdisk, atau salin gambarnya ke folder Unduhan; berkasnya muncul di sini sendiri.</source>
        <translation>No PNG picture yet. Plug in a stick, or copy the picture into the folder Downloads; it appears here by itself.</translation>
    </message>
</context>
<context>
    <name>DialogSheet</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>EntryDelegate</name>
    <message>
        <source>Sedang dikirim</source>
        <translation>Being sent</translation>
    </message>
    <message>
        <source>Diterima %1</source>
        <translation>Received %1</translation>
    </message>
    <message>
        <source>Perlu bantuan</source>
        <translation>Needs help</translation>
    </message>
    <message>
        <source>Dicoba %1</source>
        <translation>Tried %1</translation>
    </message>
    <message>
        <source>Belum dicoba</source>
        <translation>Not tried yet</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Diterima %1 · disaksikan</source>
        <translation>Received %1 · witnessed</translation>
    </message>
</context>
<context>
    <name>ErrorNotice</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Salin</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Tutup rincian</source>
        <translation>Hide details</translation>
    </message>
    <message>
        <source>Rincian</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Mengerti</source>
        <translation>Understood</translation>
    </message>
</context>
<context>
    <name>EventDialog</name>
    <message>
        <source>Kejadian khusus</source>
        <translation>Special events</translation>
    </message>
    <message>
        <source>Yang perlu dibaca di berita acara: listrik padam, hujan, pindah ruangan, keberatan. Jangan menulis nama atau keadaan kesehatan.</source>
        <translation>What the minutes should say: a power cut, rain, another room, an objection. Write no names and nothing about anybody&apos;s health.</translation>
    </message>
    <message>
        <source>Catat kejadian</source>
        <translation>Note the event</translation>
    </message>
    <message>
        <source>Apa yang terjadi</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Jamnya dicatat sendiri.</source>
        <translation>Its time is noted by itself.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>ExcuseDialog</name>
    <message>
        <source>Berhalangan</source>
        <translation>Excused</translation>
    </message>
    <message>
        <source>%1 tetap dalam daftar dan boleh menandatangani kapan saja.</source>
        <translation>%1 stays on the roster and may sign at any time.</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Belum ada berkas Teken. Pasang flashdisk dari admin; berkasnya muncul di sini sendiri.</source>
        <translation>No Teken file yet. Plug in the admin&apos;s stick; its file appears here by itself.</translation>
    </message>
</context>
<context>
    <name>FingerprintLabel</name>
    <message>
        <source>Naskah %1 versi %2 · sidik %3</source>
        <translation>Text %1 version %2 · fingerprint %3</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Isi nama petugas.</source>
        <translation>Fill in the officer&apos;s name.</translation>
    </message>
    <message>
        <source>Isi nama laptop.</source>
        <translation>Fill in the laptop&apos;s name.</translation>
    </message>
    <message>
        <source>Pilih kata sandi.</source>
        <translation>Choose a passphrase.</translation>
    </message>
    <message>
        <source>Kata sandi sedikitnya 12 huruf.</source>
        <translation>The passphrase needs at least 12 characters.</translation>
    </message>
    <message>
        <source>Kedua kata sandi belum sama.</source>
        <translation>The two passphrases are not the same yet.</translation>
    </message>
    <message>
        <source>Pilih tempat menyimpan berkas.</source>
        <translation>Choose where to save the file.</translation>
    </message>
    <message>
        <source>Belum ada data di laptop ini</source>
        <translation>No data on this laptop yet</translation>
    </message>
    <message>
        <source>Dua langkah, tanpa internet: minta dimasukkan, lalu muat berkas dari admin.</source>
        <translation>Two steps, without internet: ask to be taken in, then load the admin&apos;s file.</translation>
    </message>
    <message>
        <source>Langkah pertama: buat berkas permintaan</source>
        <translation>First step: make a request file</translation>
    </message>
    <message>
        <source>Nama petugas dengan gelar</source>
        <translation>Officer&apos;s name with degrees</translation>
    </message>
    <message>
        <source>Nama laptop</source>
        <translation>Name of the laptop</translation>
    </message>
    <message>
        <source>misalnya PMK-017</source>
        <translation>for example PMK-017</translation>
    </message>
    <message>
        <source>Kata sandi baru</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Sedikitnya 12 huruf, atau empat kata.</source>
        <translation>At least 12 characters, or four words.</translation>
    </message>
    <message>
        <source>Kata sandi sekali lagi</source>
        <translation>Passphrase once more</translation>
    </message>
    <message>
        <source>Belum sama.</source>
        <translation>Not the same yet.</translation>
    </message>
    <message>
        <source>Simpan di</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>Menulis…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>Buat berkas permintaan</source>
        <translation>Make request file</translation>
    </message>
    <message>
        <source>Berkas permintaan tersimpan: %1. Serahkan kepada admin, lalu tunggu berkas balasannya.</source>
        <translation>Request file saved: %1. Hand it to the admin, then wait for the file that comes back.</translation>
    </message>
    <message>
        <source>Langkah kedua: muat berkas dari admin</source>
        <translation>Second step: load the admin&apos;s file</translation>
    </message>
    <message>
        <source>Berisi izin laptop ini, naskah dan daftar pegawai. Hanya laptop ini yang bisa membukanya.</source>
        <translation>Holds this laptop&apos;s permission, the text and the roster. Only this laptop can open it.</translation>
    </message>
    <message>
        <source>Memeriksa…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Muat berkas</source>
        <translation>Load file</translation>
    </message>
    <message>
        <source>Cari lagi</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Sidik akar</source>
        <translation>Root fingerprint</translation>
    </message>
    <message>
        <source>32 huruf dan angka, dibacakan pusat lewat telepon atau tercetak pada surat tugas.</source>
        <translation>32 letters and digits, read out by the centre over the telephone or printed on the letter of assignment.</translation>
    </message>
    <message>
        <source>Kata sandi dari langkah pertama</source>
        <translation>Passphrase from the first step</translation>
    </message>
    <message>
        <source>Berlatih dengan data tiruan</source>
        <translation>Practise with invented data</translation>
    </message>
</context>
<context>
    <name>FolderBrowser</name>
    <message>
        <source>Folder di atasnya</source>
        <translation>The folder above</translation>
    </message>
    <message>
        <source>Letak folder; Enter membukanya</source>
        <translation>Path of a folder; Enter opens it</translation>
    </message>
    <message>
        <source>Letak folder, lalu Enter</source>
        <translation>Path of a folder, then Enter</translation>
    </message>
    <message>
        <source>Folder dan berkas</source>
        <translation>Folders and files</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folders</translation>
    </message>
    <message>
        <source>Tidak ada folder atau berkas yang cocok di sini.</source>
        <translation>No folder or fitting file here.</translation>
    </message>
    <message>
        <source>Tidak ada folder lain di dalamnya.</source>
        <translation>No other folder in it.</translation>
    </message>
    <message numerus="yes">
        <source>%n lagi tidak ditampilkan; ketik letaknya di atas.</source>
        <translation>
            <numerusform>%n more is not shown; type its path above.</numerusform>
            <numerusform>%n more are not shown; type their path above.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderDelegate</name>
    <message>
        <source>Folder %1</source>
        <translation>Folder %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>FollowUpCard</name>
    <message>
        <source>Cetak berkas</source>
        <translation>Print papers</translation>
    </message>
    <message>
        <source>Sesi ini sudah ditutup dan tidak dibuka lagi.</source>
        <translation>This session is closed and is not opened again.</translation>
    </message>
    <message numerus="yes">
        <source>%n orang belum menandatangani. Mereka menandatangani di sesi susulan.</source>
        <translation>
            <numerusform>%n person has not signed. They sign in a follow-up session.</numerusform>
            <numerusform>%n people have not signed. They sign in a follow-up session.</numerusform>
        </translation>
    </message>
    <message>
        <source>Semua dalam daftar sudah tercatat.</source>
        <translation>Everybody on the list is noted.</translation>
    </message>
    <message>
        <source>Buka sesi susulan</source>
        <translation>Open a follow-up session</translation>
    </message>
    <message>
        <source>Penutupan sempat terputus: berita acaranya belum ditandatangani semua. Hitungan dan tanda tangan pegawai aman.</source>
        <translation>The closing was interrupted: not everybody has signed the minutes yet. The figures and the signatures of staff are safe.</translation>
    </message>
    <message>
        <source>Lengkapi berita acara</source>
        <translation>Complete the minutes</translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Jeda</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tinggalkan</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Belum</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Sudah</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Menunggu</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Perlu bantuan</source>
        <translation>Needs help</translation>
    </message>
    <message>
        <source>Gagal</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Berikutnya</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Galeri</source>
        <translation>Gallery</translation>
    </message>
    <message>
        <source>Semua kendali dan keadaan dalam tampilan ini</source>
        <translation>All controls and states in this look</translation>
    </message>
    <message>
        <source>Ni Luh Putu Ayu Sa&apos;diyah, S.Pd., M.Pd.</source>
        <translation>Ni Luh Putu Ayu Sa&apos;diyah, S.Pd., M.Pd.</translation>
    </message>
    <message>
        <source>5.874 dari 6.063 orang (96,9 %)</source>
        <translation>5,874 of 6,063 people (96.9 %)</translation>
    </message>
    <message>
        <source>Jumat, 17 November 2023 · 08.15 WIB</source>
        <translation>Friday, 17 November 2023 · 08:15 WIB</translation>
    </message>
    <message>
        <source>Tanda tangan</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Bantuan</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Nama laptop</source>
        <translation>Name of the laptop</translation>
    </message>
    <message>
        <source>misalnya PMK-017</source>
        <translation>for example PMK-017</translation>
    </message>
    <message>
        <source>Tertulis di stikernya.</source>
        <translation>It is written on its sticker.</translation>
    </message>
    <message>
        <source>Kata sandi sekali lagi</source>
        <translation>Passphrase once more</translation>
    </message>
    <message>
        <source>Belum sama.</source>
        <translation>Not the same yet.</translation>
    </message>
    <message>
        <source>Petugas</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>Pilih petugas</source>
        <translation>Choose an officer</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Diterima</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Cuti</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Kemajuan</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Membaca sesi…</source>
        <translation>Reading sessions…</translation>
    </message>
    <message>
        <source>Jumlah cocok</source>
        <translation>The counts match</translation>
    </message>
    <message>
        <source>Satu tanda tangan belum selesai</source>
        <translation>One signature is unfinished</translation>
    </message>
    <message>
        <source>Belum ada sesi</source>
        <translation>No session yet</translation>
    </message>
    <message>
        <source>Buka sesi pertama untuk unit yang hadir hari ini.</source>
        <translation>Open the first session for the unit that is here today.</translation>
    </message>
    <message>
        <source>Kotak meterai di pakta</source>
        <translation>Box for a stamp on the pledge</translation>
    </message>
    <message>
        <source>Tidak dicetak bila kosong.</source>
        <translation>Not printed when it is left empty.</translation>
    </message>
</context>
<context>
    <name>HealthBar</name>
    <message>
        <source>Yang tersimpan aman. Penyimpanan hampir penuh (%1 kosong): hapus berkas yang tidak perlu.</source>
        <translation>What was saved is safe. The disk is nearly full (%1 free): delete files you do not need.</translation>
    </message>
    <message>
        <source>Yang tersimpan aman. Baterai tinggal %1 %: sambungkan listrik, atau jeda sesi.</source>
        <translation>What was saved is safe. The battery has %1 % left: plug it in, or pause the session.</translation>
    </message>
    <message>
        <source>Yang tersimpan aman. Jam laptop jauh berbeda dari pusat: betulkan jam dan tanggalnya.</source>
        <translation>What was saved is safe. The laptop&apos;s clock is far from the centre&apos;s: set its hour and date.</translation>
    </message>
    <message>
        <source>Mengerti</source>
        <translation>Understood</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Bantuan: %1</source>
        <translation>Help: %1</translation>
    </message>
    <message>
        <source>Lihat pengantar</source>
        <translation>See the introduction</translation>
    </message>
    <message>
        <source>Tombol</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Teken versi %1</source>
        <translation>Teken, version %1</translation>
    </message>
</context>
<context>
    <name>HelpTexts</name>
    <message>
        <source>bantuan untuk halaman ini</source>
        <translation>help for this page</translation>
    </message>
    <message>
        <source>ambil baris pertama, atau tekan tombol yang dipilih</source>
        <translation>take the first row, or press the focused button</translation>
    </message>
    <message>
        <source>berikutnya dalam daftar</source>
        <translation>next in the list</translation>
    </message>
    <message>
        <source>kosongkan, kembali</source>
        <translation>clear, back</translation>
    </message>
    <message>
        <source>tombol berikutnya; Shift + Tab yang sebelumnya</source>
        <translation>next control; Shift + Tab the one before</translation>
    </message>
    <message>
        <source>kunci layar</source>
        <translation>lock the screen</translation>
    </message>
    <message>
        <source>kirim data</source>
        <translation>send data</translation>
    </message>
    <message>
        <source>antrean</source>
        <translation>queue</translation>
    </message>
    <message>
        <source>tampilan terang, gelap, luar ruang</source>
        <translation>light, dark, outdoor look</translation>
    </message>
    <message>
        <source>huruf lebih besar; Ctrl + − lebih kecil; Ctrl + 0 seperti semula</source>
        <translation>larger letters; Ctrl + − smaller; Ctrl + 0 as at first</translation>
    </message>
    <message>
        <source>Laptop baru</source>
        <translation>New laptop</translation>
    </message>
    <message>
        <source>Membuka laptop</source>
        <translation>Opening the laptop</translation>
    </message>
    <message>
        <source>Sesi</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Membuka sesi</source>
        <translation>Opening a session</translation>
    </message>
    <message>
        <source>Sesi berjalan</source>
        <translation>Running session</translation>
    </message>
    <message>
        <source>Tanda tangan</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Menutup sesi</source>
        <translation>Closing the session</translation>
    </message>
    <message>
        <source>Antrean kiriman</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Teken</source>
        <translation>Teken</translation>
    </message>
    <message>
        <source>Buat berkas permintaan, lalu serahkan kepada admin dengan flashdisk.</source>
        <translation>Make the request file, then hand it to the admin on a USB stick.</translation>
    </message>
    <message>
        <source>Setelah berkas balasan datang, muat di langkah kedua. Cocokkan sidik akar dengan surat tugas.</source>
        <translation>When the answer comes, load it in the second step. Compare the root fingerprint with the letter of assignment.</translation>
    </message>
    <message>
        <source>Ingin mencoba dulu? Pakai latihan: semua datanya tiruan.</source>
        <translation>Want to try first? Use practice: all its data is invented.</translation>
    </message>
    <message>
        <source>Pilih nama Bapak/Ibu, tulis kata sandi, lalu Enter.</source>
        <translation>Choose your name, type the passphrase, then Enter.</translation>
    </message>
    <message>
        <source>Kata sandi tidak tersimpan di mana pun. Bila lupa, hubungi admin kegiatan.</source>
        <translation>The passphrase is not stored anywhere. If it is forgotten, call the admin of the drive.</translation>
    </message>
    <message>
        <source>Selama terkunci semua data tersegel dan tidak ada yang dikirim.</source>
        <translation>While locked all data is sealed and nothing is sent.</translation>
    </message>
    <message>
        <source>Pilih sesi hari ini, atau buka sesi baru.</source>
        <translation>Choose today&apos;s session, or open a new one.</translation>
    </message>
    <message>
        <source>Di kanan terlihat jam, penyimpanan, dan baterai. Yang perlu perhatian ditulis dengan kata.</source>
        <translation>At the right are clock, disk and battery. What needs attention is said in words.</translation>
    </message>
    <message>
        <source>Di bawah selalu terlihat apa yang tersimpan, apa yang sudah diterima pusat, dan apa yang menunggu.</source>
        <translation>Below you always see what is saved, what the centre has received, and what waits.</translation>
    </message>
    <message>
        <source>Isi unit, tempat, pimpinan sesi, dan dua saksi: tiga orang yang berbeda.</source>
        <translation>Fill in unit, place, head of the session and two witnesses: three different people.</translation>
    </message>
    <message>
        <source>Naskah yang ditandatangani terkunci: isinya tidak bisa berubah setelah sesi dibuka.</source>
        <translation>The text that is signed is locked: it cannot change once the session is open.</translation>
    </message>
    <message>
        <source>Ketik sebagian nama atau empat angka terakhir NIP. Pemindai kartu juga bisa.</source>
        <translation>Type part of a name or the last four digits of the NIP. A card scanner works as well.</translation>
    </message>
    <message>
        <source>Enter mengambil baris pertama; F2 mengambil yang berikutnya dalam daftar.</source>
        <translation>Enter takes the first row; F2 takes the next one in the list.</translation>
    </message>
    <message>
        <source>Tidak ada di daftar? Tambahkan orangnya; admin mencocokkan nanti.</source>
        <translation>Not on the roster? Add the person; the admin matches them later.</translation>
    </message>
    <message>
        <source>Listrik padam? Tekan Jeda. Semua yang tersimpan tetap aman.</source>
        <translation>Power cut? Press Pause. Everything saved stays safe.</translation>
    </message>
    <message>
        <source>Penanda tangan membaca naskah, lalu menandatangani dengan jari, pena, atau tetikus.</source>
        <translation>The signer reads the text, then signs with a finger, a pen or the mouse.</translation>
    </message>
    <message>
        <source>Periksa daftar, lalu pimpinan sesi dan saksi menandatangani.</source>
        <translation>Check the list, then the session head and the witnesses sign.</translation>
    </message>
    <message>
        <source>Setelah ditutup, kirim data atau simpan ke flashdisk sebelum pulang.</source>
        <translation>After closing, send the data or save it to a USB stick before going home.</translation>
    </message>
    <message>
        <source>Menunggu: aman di laptop ini, belum di pusat. Dicoba lagi sendiri begitu ada jalan.</source>
        <translation>Waiting: safe on this laptop, not at the centre yet. It is tried again by itself when there is a way.</translation>
    </message>
    <message>
        <source>Tanpa internet, simpan ke flashdisk dan bawa ke pusat.</source>
        <translation>Without internet, save to a USB stick and take it to the centre.</translation>
    </message>
    <message>
        <source>Perlu bantuan: tidak hilang. Ketuk barisnya untuk melihat sebab dan langkahnya.</source>
        <translation>Needs help: nothing is lost. Choose the row to see why and what to do.</translation>
    </message>
    <message>
        <source>Semua yang disimpan langsung aman di laptop ini.</source>
        <translation>Everything saved is safe on this laptop at once.</translation>
    </message>
    <message>
        <source>batalkan goresan terakhir; Ctrl + Y atau Ctrl + Shift + Z mengembalikannya</source>
        <translation>undo the last stroke; Ctrl + Y or Ctrl + Shift + Z brings it back</translation>
    </message>
    <message>
        <source>Kop surat</source>
        <translation>Letterhead</translation>
    </message>
    <message>
        <source>Ulangi menghapus semua goresan; Batalkan goresan hanya yang terakhir. Kembalikan goresan membawanya kembali.</source>
        <translation>Start over clears all strokes; Undo stroke only the last one. Bring stroke back returns it.</translation>
    </message>
    <message>
        <source>Isi baris kop seperti di surat kantor; contohnya tampil di kanan.</source>
        <translation>Fill in the lines as on the letters of your office; a sample shows at the right.</translation>
    </message>
    <message>
        <source>Lambang berupa PNG, dari flashdisk atau folder Unduhan.</source>
        <translation>The crest is a PNG, from a stick or the folder Downloads.</translation>
    </message>
    <message>
        <source>Simpan mengganti kop untuk semua berkas berikutnya. Catatan dan tanda tangan tidak berubah.</source>
        <translation>Save changes the letterhead of all papers from now on. Records and signatures stay as they are.</translation>
    </message>
    <message>
        <source>Setelah Simpan, slip tetap tampil untuk difoto atau dicatat, sampai Ke daftar ditekan. Enter kembali ke daftar, F2 langsung ke yang berikutnya.</source>
        <translation>After saving, the slip stays to be photographed or written down until To the list is pressed. Enter goes back to the list, F2 straight to the next person.</translation>
    </message>
    <message>
        <source>Meja pemeriksa</source>
        <translation>Auditor&apos;s desk</translation>
    </message>
    <message>
        <source>Pilih atau seret berkas bukti (.teken), lalu ketik, tempel, atau pindai sidik akar dari surat keputusan, bukan dari berkas itu.</source>
        <translation>Choose or drop the evidence (.teken), then type, paste or scan the root fingerprint from the printed decree, not from that file.</translation>
    </message>
    <message>
        <source>Titik periksa atau kode penutup yang disimpan di tempat lain menunjukkan apakah ada yang dihilangkan. Tanpa itu kelengkapan ditulis sebagai tidak diperiksa.</source>
        <translation>A checkpoint or close code that was kept elsewhere shows whether something was left out. Without one, completeness is listed as not checked.</translation>
    </message>
    <message>
        <source>UTUH: semua yang diperiksa cocok. TIDAK UTUH: ada yang tidak cocok. TIDAK LENGKAP: sebagian bukti tidak ada di sini.</source>
        <translation>INTACT: all that was checked holds. NOT INTACT: something does not hold. INCOMPLETE: part of the evidence is not here.</translation>
    </message>
    <message>
        <source>Setiap temuan dapat dibuka sampai entri, goresan, dan tempatnya dalam log. Bukti tidak pernah diubah.</source>
        <translation>Each finding opens down to its entry, ink and place in the log. The evidence is never changed.</translation>
    </message>
    <message>
        <source>panggil nanti: dilewati, lalu dipanggil lagi di akhir daftar</source>
        <translation>call later: passed over, and called again at the end of the list</translation>
    </message>
    <message>
        <source>daftar panggil di layar penuh</source>
        <translation>call list on the full screen</translation>
    </message>
    <message>
        <source>galeri: semua kendali dan keadaan</source>
        <translation>gallery: every control and state</translation>
    </message>
    <message>
        <source>Pengantar</source>
        <translation>Introduction</translation>
    </message>
    <message>
        <source>Galeri</source>
        <translation>Gallery</translation>
    </message>
    <message>
        <source>Berkas cetak</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Lima langkah, dari membuka sesi sampai mengirim. Mulai membawa ke daftar sesi; Esc juga.</source>
        <translation>Five steps, from opening a session to sending. Begin leads to the list of sessions; so does Esc.</translation>
    </message>
    <message>
        <source>Pengantar ini dapat dibaca lagi: tekan F1 di halaman Sesi, lalu Lihat pengantar.</source>
        <translation>It can be read again: press F1 on the page Sessions, then See the introduction.</translation>
    </message>
    <message>
        <source>Semua kendali dan keadaan di satu halaman, untuk menilai tampilan, huruf, dan warna.</source>
        <translation>Every control and state on one page, to judge the look, the letters and the colours.</translation>
    </message>
    <message>
        <source>Tidak ada yang disimpan dari sini. Esc kembali ke halaman tadi.</source>
        <translation>Nothing is saved from here. Esc goes back to the page before.</translation>
    </message>
    <message>
        <source>Pilih berkas di kiri, dan ukuran kertasnya; halamannya tampil di kanan.</source>
        <translation>Choose a paper at the left, and its size; its pages show at the right.</translation>
    </message>
    <message>
        <source>Simpan PDF menulis ke flashdisk, Dokumen, atau Unduhan: berkas ini saja, atau semua berkas sesi. PDF tidak bersegel.</source>
        <translation>Save PDF writes to a stick, Documents or Downloads: this paper only, or all papers of the session. PDFs are not sealed.</translation>
    </message>
    <message>
        <source>Cetak mengirim ke pencetak. Catatan pimpinan sesi bersifat rahasia dan tidak ditampilkan di layar.</source>
        <translation>Print sends to the printer. The note for the head of the session is confidential and is not shown on the screen.</translation>
    </message>
</context>
<context>
    <name>HelpedDialog</name>
    <message>
        <source>Dibantu atau cap jempol</source>
        <translation>With help, or a thumbprint</translation>
    </message>
    <message>
        <source>Buka papan tanda tangan</source>
        <translation>Open the pad</translation>
    </message>
    <message>
        <source>Dibantu: tangannya dituntun, atau memberi tanda silang</source>
        <translation>With help: the hand is guided, or a cross is made</translation>
    </message>
    <message>
        <source>Cap jempol pada papan</source>
        <translation>A thumbprint on the pad</translation>
    </message>
    <message>
        <source>Saksi kedua</source>
        <translation>Second witness</translation>
    </message>
    <message>
        <source>Nama lengkap; bukan petugas sendiri.</source>
        <translation>Full name; not the officer.</translation>
    </message>
    <message>
        <source>%1 sendiri yang menyatakan setuju; seorang saksi kedua melihatnya.</source>
        <translation>%1 agrees in person; a second witness sees it.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Belum pernah dibandingkan dengan pusat</source>
        <translation>Never compared with the centre</translation>
    </message>
    <message>
        <source>Sesuai dengan pusat</source>
        <translation>Agrees with the centre</translation>
    </message>
    <message>
        <source>Berbeda %1 jam %2 menit dari pusat. Waktu tanda tangan ditandai belum pasti.</source>
        <translation>%1 h %2 min away from the centre. Times of signatures are marked as uncertain.</translation>
    </message>
    <message>
        <source>Berbeda %1 menit dari pusat. Waktu tanda tangan ditandai belum pasti.</source>
        <translation>%1 min away from the centre. Times of signatures are marked as uncertain.</translation>
    </message>
    <message>
        <source>Memakai listrik</source>
        <translation>On mains power</translation>
    </message>
    <message>
        <source>%1 %, sedang diisi</source>
        <translation>%1%, charging</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Sesi</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Belum ada sesi</source>
        <translation>No session yet</translation>
    </message>
    <message>
        <source>Buka sesi pertama untuk unit yang hadir hari ini.</source>
        <translation>Open the first session for the unit that is here today.</translation>
    </message>
    <message>
        <source>Membaca sesi…</source>
        <translation>Reading sessions…</translation>
    </message>
    <message>
        <source>Buka sesi baru</source>
        <translation>Open new session</translation>
    </message>
    <message>
        <source>Keadaan laptop</source>
        <translation>State of the laptop</translation>
    </message>
    <message>
        <source>Jam</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>Penyimpanan</source>
        <translation>Storage</translation>
    </message>
    <message>
        <source>Belum diketahui</source>
        <translation>Not known yet</translation>
    </message>
    <message>
        <source>%1 kosong</source>
        <translation>%1 free</translation>
    </message>
    <message>
        <source>Baterai</source>
        <translation>Battery</translation>
    </message>
    <message>
        <source>Hubungan terakhir dengan pusat</source>
        <translation>Last contact with the centre</translation>
    </message>
    <message>
        <source>Belum pernah</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>Kop surat berkas cetak</source>
        <translation>Letterhead of papers</translation>
    </message>
    <message>
        <source>Periksa slip</source>
        <translation>Check a slip</translation>
    </message>
</context>
<context>
    <name>InkTools</name>
    <message>
        <source>Ulangi</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>Menghapus semua goresan. Masih dapat dikembalikan.</source>
        <translation>Clears all strokes. They can still be brought back.</translation>
    </message>
    <message>
        <source>Batalkan goresan</source>
        <translation>Undo stroke</translation>
    </message>
    <message>
        <source>Kembalikan goresan</source>
        <translation>Bring stroke back</translation>
    </message>
</context>
<context>
    <name>JointReadingDialog</name>
    <message>
        <source>Dibaca bersama, dipimpin pembaca ikrar. Tekan sesudah selesai: jamnya tercatat pada setiap tanda tangan.</source>
        <translation>Read together, led by the reader of the pledge. Press when it is done: its time goes with every signature.</translation>
    </message>
    <message>
        <source>Sudah dibacakan bersama</source>
        <translation>It was read together</translation>
    </message>
    <message numerus="yes">
        <source>Sesi ini punya %n naskah. Bacakan masing-masing, dan tekan sesudah tiap naskah selesai: jamnya tercatat pada setiap tanda tangan atasnya.</source>
        <translation>
            <numerusform>This session has %n text. Read it, and press when it is done: its time is noted on every signature under it.</numerusform>
            <numerusform>This session has %n texts. Read each of them, and press after each one is done: its time is noted on every signature under it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Naskah sebelumnya</source>
        <translation>Previous text</translation>
    </message>
    <message>
        <source>Naskah %1 dari %2, untuk %3</source>
        <translation>Text %1 of %2, for %3</translation>
    </message>
    <message>
        <source>✓ Dibacakan bersama pukul %1</source>
        <translation>✓ Read together at %1</translation>
    </message>
    <message>
        <source>Belum dibacakan</source>
        <translation>Not read yet</translation>
    </message>
    <message>
        <source>Naskah berikutnya</source>
        <translation>Next text</translation>
    </message>
</context>
<context>
    <name>LeaveQuestion</name>
    <message>
        <source>Goresan akan dihapus.</source>
        <translation>The strokes will be deleted.</translation>
    </message>
    <message>
        <source>Tetap di sini</source>
        <translation>Stay here</translation>
    </message>
    <message>
        <source>Tinggalkan</source>
        <translation>Leave</translation>
    </message>
</context>
<context>
    <name>LetterheadPage</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Kop surat</source>
        <translation>Letterhead</translation>
    </message>
    <message>
        <source>Untuk semua berkas cetak dari laptop ini</source>
        <translation>For all papers printed from this laptop</translation>
    </message>
    <message>
        <source>%1, baris %2</source>
        <translation>%1, line %2</translation>
    </message>
    <message>
        <source>Baris kop</source>
        <translation>Lines of the letterhead</translation>
    </message>
    <message>
        <source>Baris terakhir dicetak besar: nama kantornya.</source>
        <translation>The last line is printed large: the name of the office.</translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Kota di atas tanda tangan</source>
        <translation>City above signatures</translation>
    </message>
    <message>
        <source>Kosong: tempat sesi.</source>
        <translation>Empty: the place of the session.</translation>
    </message>
    <message>
        <source>Lambang</source>
        <translation>Crest</translation>
    </message>
    <message>
        <source>Tanpa lambang</source>
        <translation>No crest</translation>
    </message>
    <message>
        <source>Pilih lambang…</source>
        <translation>Choose a crest…</translation>
    </message>
    <message>
        <source>Huruf berkas</source>
        <translation>Letters of papers</translation>
    </message>
    <message>
        <source>Berkait, seperti Bookman</source>
        <translation>With serifs, like Bookman</translation>
    </message>
    <message>
        <source>Tanpa kait, seperti Arial</source>
        <translation>Without serifs, like Arial</translation>
    </message>
    <message>
        <source>Seperti di layar (Inter)</source>
        <translation>As on the screen (Inter)</translation>
    </message>
    <message>
        <source>Ukuran kertas</source>
        <translation>Paper size</translation>
    </message>
    <message>
        <source>Dipilih saat mencetak</source>
        <translation>Chosen when printing</translation>
    </message>
    <message>
        <source>Kotak meterai di pakta</source>
        <translation>Box for a stamp on the pledge</translation>
    </message>
    <message>
        <source>Contoh kepala berkas</source>
        <translation>Sample of the head of a paper</translation>
    </message>
    <message>
        <source>Menyiapkan contoh…</source>
        <translation>Preparing the sample…</translation>
    </message>
    <message>
        <source>Perubahan belum disimpan.</source>
        <translation>The changes are not saved.</translation>
    </message>
    <message>
        <source>Tersimpan. Berkas berikutnya memakai kop ini.</source>
        <translation>Saved. The next papers have this letterhead.</translation>
    </message>
    <message>
        <source>Belum disimpan.</source>
        <translation>Not saved yet.</translation>
    </message>
    <message>
        <source>Tinggalkan</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Menyimpan…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Layar terkunci</source>
        <translation>Screen locked</translation>
    </message>
    <message>
        <source>Semua yang tersimpan aman di laptop ini. Selama terkunci tidak ada yang dikirim.</source>
        <translation>All that was saved is safe on this laptop. Nothing is sent while locked.</translation>
    </message>
    <message>
        <source>Petugas lain</source>
        <translation>Another officer</translation>
    </message>
</context>
<context>
    <name>LogAlarm</name>
    <message>
        <source>Berkas bukti: %1</source>
        <translation>Evidence files: %1</translation>
    </message>
    <message>
        <source>Salin tempatnya</source>
        <translation>Copy the place</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Teken</source>
        <translation>Teken</translation>
    </message>
    <message>
        <source>Teken · LATIHAN</source>
        <translation>Teken · PRACTICE (LATIHAN)</translation>
    </message>
</context>
<context>
    <name>MissingDialog</name>
    <message numerus="yes">
        <source>%n orang masih Belum</source>
        <translation>
            <numerusform>%n person is still open</numerusform>
            <numerusform>%n people are still open</numerusform>
        </translation>
    </message>
    <message>
        <source>Yang dicatat tidak hadir tetap boleh menandatangani di sesi susulan.</source>
        <translation>Whoever is noted as absent may still sign in a follow-up session.</translation>
    </message>
    <message>
        <source>Catat semua tidak hadir</source>
        <translation>Note all as absent</translation>
    </message>
    <message>
        <source>%1 · NIP berakhir %2</source>
        <translation>%1 · number ends in %2</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>id</source>
        <comment>code of the language shown</comment>
        <extracomment>translate as the code of your language</extracomment>
        <translation>en</translation>
    </message>
</context>
<context>
    <name>NotingDialog</name>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>OfficerBar</name>
    <message>
        <source>Meja pemeriksa</source>
        <translation>Auditor&apos;s desk</translation>
    </message>
    <message>
        <source>Tampilan terang</source>
        <translation>Light look</translation>
    </message>
    <message>
        <source>Tampilan gelap</source>
        <translation>Dark look</translation>
    </message>
    <message>
        <source>Tampilan luar ruang</source>
        <translation>Outdoor look</translation>
    </message>
    <message>
        <source>English</source>
        <extracomment>shown in the language that one would change to</extracomment>
        <translation>English</translation>
    </message>
    <message>
        <source>Bahasa Indonesia</source>
        <translation>Bahasa Indonesia</translation>
    </message>
    <message>
        <source>Kunci layar</source>
        <translation>Lock screen</translation>
    </message>
    <message>
        <source>Huruf %1 %</source>
        <translation>Letters %1 %</translation>
    </message>
    <message>
        <source>Bantuan (F1)</source>
        <translation>Help (F1)</translation>
    </message>
</context>
<context>
    <name>OpenSessionPage</name>
    <message>
        <source>Pilih unit kerja.</source>
        <translation>Choose a unit.</translation>
    </message>
    <message>
        <source>Isi tempat.</source>
        <translation>Fill in the place.</translation>
    </message>
    <message>
        <source>Isi pimpinan sesi.</source>
        <translation>Fill in the session head.</translation>
    </message>
    <message>
        <source>Isi kedua saksi.</source>
        <translation>Fill in both witnesses.</translation>
    </message>
    <message>
        <source>Pimpinan dan kedua saksi harus tiga orang yang berbeda.</source>
        <translation>Head and witnesses must be three different people.</translation>
    </message>
    <message>
        <source>Pilih naskah.</source>
        <translation>Choose a text.</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Buka sesi</source>
        <translation>Open session</translation>
    </message>
    <message>
        <source>Naskah terkunci begitu orang pertama menandatangani.</source>
        <translation>The text is locked as soon as the first person signs.</translation>
    </message>
    <message>
        <source>Unit kerja</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Membaca daftar…</source>
        <translation>Reading the roster…</translation>
    </message>
    <message>
        <source>Pilih unit kerja</source>
        <translation>Choose a unit</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>misalnya Aula, halaman kantor</source>
        <translation>for example hall, office yard</translation>
    </message>
    <message>
        <source>Pimpinan sesi</source>
        <translation>Session head</translation>
    </message>
    <message>
        <source>Saksi satu</source>
        <translation>First witness</translation>
    </message>
    <message>
        <source>Saksi dua</source>
        <translation>Second witness</translation>
    </message>
    <message>
        <source>Naskah</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Naskah %1 versi %2 · untuk %3</source>
        <translation>Text %1 version %2 · for %3</translation>
    </message>
    <message>
        <source>Sidik naskah: %1</source>
        <translation>Text fingerprint: %1</translation>
    </message>
    <message>
        <source>Belum ada naskah</source>
        <translation>No text yet</translation>
    </message>
    <message>
        <source>Naskah tampil di sini</source>
        <translation>The text appears here</translation>
    </message>
    <message>
        <source>Naskah datang dari admin. Kirim data atau muat berkas dari pusat.</source>
        <translation>Texts come from the admin. Send data, or load a file from the centre.</translation>
    </message>
    <message>
        <source>Pilih naskah, lalu cocokkan sidiknya dengan yang diumumkan.</source>
        <translation>Choose a text, then compare its fingerprint with the announced one.</translation>
    </message>
    <message>
        <source>Membuka…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Buka sesi susulan</source>
        <translation>Open a follow-up session</translation>
    </message>
    <message>
        <source>Untuk yang belum menandatangani di %1.</source>
        <translation>For those who have not signed in %1.</translation>
    </message>
    <message>
        <source>Ikut sesi di laptop lain…</source>
        <translation>Join a session of another laptop…</translation>
    </message>
    <message>
        <source>Kode sesi dari laptop pertama</source>
        <translation>Session code from the first laptop</translation>
    </message>
    <message>
        <source>Pindai kode QR-nya, atau ketik 28 hurufnya. Isi unit dan naskah yang sama.</source>
        <translation>Scan its QR code, or type its 28 letters. Choose the same unit and text.</translation>
    </message>
    <message>
        <source>Ada dua naskah untuk %1. Pilih satu di antaranya.</source>
        <translation>Two texts are for %1. Choose one of them.</translation>
    </message>
    <message>
        <source>Naskah, satu untuk tiap jenis kepegawaian</source>
        <translation>Texts, one for each kind of signer</translation>
    </message>
    <message>
        <source>Untuk %1</source>
        <translation>For %1</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>OpeningCard</name>
    <message>
        <source>Kartu keterangan untuk penanda tangan</source>
        <translation>What signers should know</translation>
    </message>
    <message>
        <source>Bacakan, atau perlihatkan kepada yang hadir, sebelum orang pertama menandatangani.</source>
        <translation>Read it out, or show it to those present, before the first person signs.</translation>
    </message>
    <message>
        <source>Sudah disampaikan</source>
        <translation>They have been told</translation>
    </message>
    <message>
        <source>Siapa yang meminta</source>
        <translation>Who asks</translation>
    </message>
    <message>
        <source>Untuk apa</source>
        <translation>What for</translation>
    </message>
    <message>
        <source>Apa yang disimpan</source>
        <translation>What is kept</translation>
    </message>
    <message>
        <source>Nama, nomor pegawai, jabatan, unit, bentuk goresan tanda tangan, waktu dan tempat. Tekanan dan kecepatan pena tidak disimpan, dan tanda tangan tidak dicocokkan oleh mesin.</source>
        <translation>Name, number, post, unit, the shape of the signature, time and place. Pressure and speed of the pen are not kept, and no machine compares signatures.</translation>
    </message>
    <message>
        <source>Berapa lama</source>
        <translation>How long</translation>
    </message>
    <message>
        <source>Bertanya kepada siapa</source>
        <translation>Whom to ask</translation>
    </message>
    <message>
        <source>Pimpinan sesi ini.</source>
        <translation>The head of this session.</translation>
    </message>
    <message>
        <source>Netralitas pegawai diwajibkan undang-undang. Kewajiban itu sama bagi yang menandatangani dan yang tidak.</source>
        <translation>Neutrality is a duty by law. It is the same for those who sign and those who do not.</translation>
    </message>
    <message>
        <source>%1 hari sesudah kegiatan ditutup.</source>
        <translation>%1 days after the drive is closed.</translation>
    </message>
    <message>
        <source>Belum ditetapkan.</source>
        <translation>Not decided yet.</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Bantuan (F1)</source>
        <translation>Help (F1)</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Tanda tangan basah</source>
        <translation>Signed on paper</translation>
    </message>
    <message>
        <source>%1 sudah menandatangani di kertas. Pilih pindaian atau foto lembarannya: PDF, JPEG, atau PNG, paling besar 16 MB. Simpan kertas aslinya.</source>
        <translation>%1 has signed on paper. Choose a scan or photograph of the sheet: PDF, JPEG or PNG, at most 16 MB. Keep the paper.</translation>
    </message>
    <message>
        <source>Menyimpan…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Catat dengan pindaian</source>
        <translation>Enter with the scan</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <translation>%1 · %2 · %3 · %4</translation>
    </message>
    <message>
        <source>Belum ada pindaian. Pasang flashdisk, atau salin foto ke folder Unduhan; berkasnya muncul di sini sendiri.</source>
        <translation>No scan yet. Plug in a stick, or copy the photograph to the download folder; it appears here by itself.</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>PaperPages</name>
    <message>
        <source>%1, halaman %2 dari %3</source>
        <translation>%1, page %2 of %3</translation>
    </message>
    <message>
        <source>%1 dari %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Tidak ditampilkan di layar</source>
        <translation>Not shown on the screen</translation>
    </message>
    <message>
        <source>Tidak ada halaman</source>
        <translation>No pages</translation>
    </message>
    <message>
        <source>Simpan atau cetak, lalu serahkan langsung kepada pimpinan sesi.</source>
        <translation>Save or print it and hand it to the session head directly.</translation>
    </message>
    <message>
        <source>Menyiapkan halaman…</source>
        <translation>Preparing pages…</translation>
    </message>
    <message>
        <source>Halamannya belum dapat disiapkan</source>
        <translation>The pages could not be prepared yet</translation>
    </message>
    <message>
        <source>Tanda tangan tetap aman tersimpan; hanya kertasnya yang belum ada.</source>
        <translation>Signatures are safely stored; only the paper is missing.</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>Berita acara</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Lembar tanda tangan</source>
        <translation>Group sheet</translation>
    </message>
    <message>
        <source>Pakta integritas per orang</source>
        <translation>Pledge, one for each signer</translation>
    </message>
    <message>
        <source>Daftar hadir</source>
        <translation>Attendance list</translation>
    </message>
    <message>
        <source>Rekap</source>
        <translation>Recap</translation>
    </message>
    <message>
        <source>Daftar sesi susulan</source>
        <translation>Follow-up list</translation>
    </message>
    <message>
        <source>Catatan pimpinan sesi (rahasia)</source>
        <translation>Session head’s note (confidential)</translation>
    </message>
    <message>
        <source>Dengan angka dan tanggal dalam huruf, tanda tangan, dan tiga lampiran.</source>
        <translation>With numbers and date in words, signatures, and three annexes.</translation>
    </message>
    <message>
        <source>Naskah satu kali, lalu semua nama dan tanda tangan.</source>
        <translation>The text once, then all names and signatures.</translation>
    </message>
    <message>
        <source>Satu lembar untuk tiap penanda tangan.</source>
        <translation>One sheet for each signer.</translation>
    </message>
    <message>
        <source>Boleh dipajang: nomor pegawai hanya tiga angka terakhir.</source>
        <translation>May be put up: employee numbers show only their last three digits.</translation>
    </message>
    <message>
        <source>Jumlah per unit kerja, tanpa nama.</source>
        <translation>Counts by unit, without names.</translation>
    </message>
    <message>
        <source>Yang belum menandatangani.</source>
        <translation>Those who have not signed.</translation>
    </message>
    <message>
        <source>Hanya untuk pimpinan sesi dan admin. Tidak ditampilkan di layar.</source>
        <translation>For the session head and the admin only. Not shown on the screen.</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Berkas cetak</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Ukuran kertas</source>
        <translation>Paper size</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Sudah dikirim ke pencetak. Periksa kertas yang keluar.</source>
        <translation>Sent to the printer. Check the paper that comes out.</translation>
    </message>
    <message numerus="yes">
        <source>%n berkas PDF tersimpan di %1</source>
        <translation>
            <numerusform>%n PDF file saved in %1</numerusform>
            <numerusform>%n PDF files saved in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n halaman</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Simpan PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Mencetak…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>Cetak</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Kop surat…</source>
        <translation>Letterhead…</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>Kata sandi</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Sembunyikan kata sandi</source>
        <translation>Hide passphrase</translation>
    </message>
    <message>
        <source>Tampilkan kata sandi</source>
        <translation>Show passphrase</translation>
    </message>
    <message>
        <source>Caps Lock menyala</source>
        <translation>Caps Lock is on</translation>
    </message>
    <message>
        <source>Membuka…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Lupa kata sandi?</source>
        <translation>Forgotten the passphrase?</translation>
    </message>
    <message>
        <source>Kata sandi tidak tersimpan di mana pun, jadi tidak bisa ditampilkan atau diganti dari sini. Data tidak hilang: petugas lain di laptop ini tetap bisa membukanya, dan pusat dapat memulihkannya dengan kunci pemulihan. Hubungi admin kegiatan.</source>
        <translation>The passphrase is not stored anywhere, so it cannot be shown or changed from here. No data is lost: the other officers of this laptop can still open it, and the centre can recover it with the recovery key. Call the admin of the drive.</translation>
    </message>
</context>
<context>
    <name>PauseDialog</name>
    <message>
        <source>Jeda sesi</source>
        <translation>Pause the session</translation>
    </message>
    <message>
        <source>Semua yang tersimpan aman. Laptop boleh dikunci atau dimatikan; sesi dilanjutkan dari sini.</source>
        <translation>Everything saved is safe. The laptop may be locked or switched off; the session goes on from here.</translation>
    </message>
</context>
<context>
    <name>PersonDelegate</name>
    <message>
        <source>tanpa NIP</source>
        <translation>no NIP</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>di %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>menurut daftar pusat</source>
        <translation>by the centre's list</translation>
    </message>
    <message>
        <source>pukul %1</source>
        <translation>at %1</translation>
    </message>
    <message>
        <source>Tambahan</source>
        <translation>Added</translation>
    </message>
</context>
<context>
    <name>PersonMenu</name>
    <message>
        <source>Tidak hadir</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Menolak</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Data keliru…</source>
        <translation>Wrong data…</translation>
    </message>
    <message>
        <source>Dibantu atau cap jempol…</source>
        <translation>With help, or a thumbprint…</translation>
    </message>
    <message>
        <source>Simbolis, mewakili unit</source>
        <translation>Symbolic, for the unit</translation>
    </message>
    <message>
        <source>Tanda tangan basah…</source>
        <translation>Signed on paper…</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>Batalkan catatan…</source>
        <translation>Void note…</translation>
    </message>
    <message>
        <source>Berikutnya dalam daftar</source>
        <translation>Next in the list</translation>
    </message>
    <message>
        <source>Dipilih</source>
        <translation>Selected</translation>
    </message>
    <message>
        <source>tanpa NIP</source>
        <translation>no NIP</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Sudah menandatangani di tempat lain, menurut daftar pusat.</source>
        <translation>Signed elsewhere, by the centre's list.</translation>
    </message>
    <message>
        <source>Sudah menandatangani di %1.</source>
        <translation>Signed in %1.</translation>
    </message>
    <message>
        <source>Sudah menandatangani di sesi ini, pukul %1.</source>
        <translation>Signed in this session at %1.</translation>
    </message>
    <message>
        <source>Tidak lagi dalam daftar pegawai. Tanyakan kepada admin.</source>
        <translation>No longer on the roster. Ask the admin.</translation>
    </message>
    <message>
        <source>Tambahan: menunggu dicocokkan admin.</source>
        <translation>Added: waits for the admin to match.</translation>
    </message>
    <message>
        <source>Tanda tangan</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Sesi sedang dijeda.</source>
        <translation>The session is paused.</translation>
    </message>
    <message>
        <source>Berhalangan</source>
        <translation>Excused</translation>
    </message>
    <message>
        <source>Lainnya…</source>
        <translation>More…</translation>
    </message>
    <message>
        <source>Batalkan tanda tangan…</source>
        <translation>Void signature…</translation>
    </message>
    <message>
        <source>Tanda tangan lagi di sini…</source>
        <translation>Sign again here…</translation>
    </message>
    <message>
        <source>Lihat catatan</source>
        <translation>Show the note</translation>
    </message>
    <message>
        <source>Untuk pimpinan sesi; yang bersangkutan tetap boleh menandatangani.</source>
        <translation>For the session head; they may still sign.</translation>
    </message>
    <message>
        <source>Panggil nanti (F3)</source>
        <translation>Call later (F3)</translation>
    </message>
    <message>
        <source>Data keliru…</source>
        <translation>Wrong data…</translation>
    </message>
</context>
<context>
    <name>PlaceChoice</name>
    <message>
        <source>%1 · %2 kosong</source>
        <translation>%1 · %2 free</translation>
    </message>
    <message>
        <source>%1 · tidak bisa ditulisi</source>
        <translation>%1 · cannot be written to</translation>
    </message>
    <message>
        <source>Belum ada flashdisk. Pasang satu; namanya muncul di sini sendiri.</source>
        <translation>No stick yet. Plug one in; its name appears here by itself.</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Flashdisk %1</source>
        <translation>Stick %1</translation>
    </message>
    <message>
        <source>Folder Dokumen</source>
        <translation>Documents folder</translation>
    </message>
    <message>
        <source>Folder Unduhan</source>
        <translation>Downloads folder</translation>
    </message>
</context>
<context>
    <name>PledgePoints</name>
    <message>
        <source>Masih ada lanjutannya</source>
        <translation>There is more below</translation>
    </message>
</context>
<context>
    <name>PracticeBanner</name>
    <message>
        <source>Latihan. Semua orang di sini tiruan, tidak ada yang dikirim.</source>
        <translation>Practice. Everybody here is invented, nothing is sent.</translation>
    </message>
    <message>
        <source>LATIHAN</source>
        <translation>PRACTICE (LATIHAN)</translation>
    </message>
    <message>
        <source>Semua orang di sini tiruan. Tidak ada yang dikirim.</source>
        <translation>Everybody here is invented. Nothing is sent.</translation>
    </message>
    <message>
        <source>Selesai berlatih</source>
        <translation>End practice</translation>
    </message>
</context>
<context>
    <name>ProofTree</name>
    <message>
        <source>Jalur bukti dari daun ke akar</source>
        <translation>Path of the proof from leaf to root</translation>
    </message>
    <message>
        <source>Daun %1</source>
        <translation>Leaf %1</translation>
    </message>
    <message>
        <source>Akar %1</source>
        <translation>Root %1</translation>
    </message>
    <message>
        <source>Simpul %1</source>
        <translation>Node %1</translation>
    </message>
    <message>
        <source>daun %1</source>
        <translation>leaf %1</translation>
    </message>
    <message>
        <source>akar %1</source>
        <translation>root %1</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Antrean</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Tidak ada yang dihapus dari laptop ini sebelum pusat menerimanya.</source>
        <translation>Nothing is deleted from this laptop before the centre has received it.</translation>
    </message>
    <message>
        <source>Simpan ke flashdisk</source>
        <translation>Save to stick</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Menunggu (%1)</source>
        <translation>Waiting (%1)</translation>
    </message>
    <message>
        <source>Diterima pusat (%1)</source>
        <translation>Received by the centre (%1)</translation>
    </message>
    <message>
        <source>Perlu bantuan (%1)</source>
        <translation>Need help (%1)</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu</source>
        <translation>Nothing is waiting</translation>
    </message>
    <message>
        <source>Belum ada yang diterima pusat</source>
        <translation>Nothing received by the centre yet</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu bantuan</source>
        <translation>Nothing needs help</translation>
    </message>
    <message>
        <source>Semua data laptop ini sudah diterima pusat.</source>
        <translation>The centre has received all data of this laptop.</translation>
    </message>
    <message>
        <source>Membaca antrean…</source>
        <translation>Reading the queue…</translation>
    </message>
    <message>
        <source>Keadaan pengiriman</source>
        <translation>State of sending</translation>
    </message>
    <message>
        <source>Tentang data ini</source>
        <translation>About this item</translation>
    </message>
    <message>
        <source>Semua sudah di pusat</source>
        <translation>All at the centre</translation>
    </message>
    <message>
        <source>Tidak ada internet</source>
        <translation>No internet</translation>
    </message>
    <message numerus="yes">
        <source>%n data menunggu</source>
        <translation>
            <numerusform>%n item waiting</numerusform>
            <numerusform>%n items waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 data aman di laptop ini. Akan dicoba lagi dalam %2.</source>
        <translation>%1 items are safe on this laptop. Trying again in %2.</translation>
    </message>
    <message>
        <source>%1 data aman di laptop ini. Tekan Kirim data bila internet tersedia.</source>
        <translation>%1 items are safe on this laptop. Press Send data when there is internet.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Dibuat %1</source>
        <translation>Made %1</translation>
    </message>
    <message>
        <source>Terakhir dicoba %1</source>
        <translation>Last tried %1</translation>
    </message>
    <message>
        <source>Diterima pusat %1. Tanda terimanya sudah diperiksa laptop ini.</source>
        <translation>Received by the centre %1. This laptop has verified the receipt.</translation>
    </message>
    <message>
        <source>Salin rincian untuk admin</source>
        <translation>Copy details for the admin</translation>
    </message>
    <message>
        <source>Ambil tanda terima dari flashdisk</source>
        <translation>Take receipts from a stick</translation>
    </message>
    <message>
        <source>Disaksikan: saksi mandiri di luar pusat sudah menandatangani daftar yang memuatnya.</source>
        <translation>Witnessed: independent witnesses outside the centre have signed the list that holds it.</translation>
    </message>
    <message>
        <source>LATIHAN: tidak ada yang dikirim</source>
        <translation>PRACTICE: nothing is sent</translation>
    </message>
    <message>
        <source>%1 data tiruan tersimpan di laptop ini, dan tetap di sini.</source>
        <translation>%1 invented items are saved on this laptop, and stay here.</translation>
    </message>
</context>
<context>
    <name>SavePapersDialog</name>
    <message>
        <source>Simpan PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>PDF tidak bersegel: siapa pun yang memegang flashdisk bisa membacanya.</source>
        <translation>A PDF is not sealed: whoever holds the stick can read it.</translation>
    </message>
    <message>
        <source>Menyimpan…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Berkas yang disimpan</source>
        <translation>Papers to save</translation>
    </message>
    <message>
        <source>Hanya ini</source>
        <translation>This one only</translation>
    </message>
    <message>
        <source>Semua berkas</source>
        <translation>All papers</translation>
    </message>
    <message>
        <source>Semua berkas sesi ini, kecuali catatan rahasia.</source>
        <translation>All papers of this session except the confidential note.</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>SavedSlip</name>
    <message>
        <source>QR slip %1</source>
        <translation>QR of slip %1</translation>
    </message>
    <message>
        <source>Tersimpan</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Nomor %1 di sesi ini · pukul %2</source>
        <translation>Number %1 in this session · at %2</translation>
    </message>
    <message>
        <source>Foto QR ini, atau catat kodenya. Di dalamnya catatan Bapak/Ibu sendiri, bersegel; kelak siapa pun dapat memeriksanya.</source>
        <translation>Take a photo of this QR, or write down the code. It holds your own record, sealed; anybody can check it later.</translation>
    </message>
    <message>
        <source>Catat kodenya: dengan itu catatan Bapak/Ibu kelak dapat diperiksa.</source>
        <translation>Write down the code: with it your record can be checked later.</translation>
    </message>
    <message>
        <source>Ke daftar (Enter)</source>
        <translation>To the list (Enter)</translation>
    </message>
    <message>
        <source>Kembali ke daftar untuk mencari orang lain.</source>
        <translation>Back to the list, to look for somebody else.</translation>
    </message>
    <message>
        <source>Berikutnya (F2)</source>
        <translation>Next person (F2)</translation>
    </message>
    <message>
        <source>Langsung ke orang berikutnya dalam daftar.</source>
        <translation>Straight to the next person in the list.</translation>
    </message>
    <message>
        <source>Mengirim ke pencetak…</source>
        <translation>Sending to the printer…</translation>
    </message>
    <message>
        <source>Slip dikirim ke pencetak</source>
        <translation>Slip sent to the printer</translation>
    </message>
    <message>
        <source>Cetak slip</source>
        <translation>Print slip</translation>
    </message>
    <message>
        <source>Kode dan QR saja, tanpa nama.</source>
        <translation>Code and QR only, no name.</translation>
    </message>
</context>
<context>
    <name>SessionCard</name>
    <message>
        <source>Buka sesi</source>
        <translation>Open session</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Lihat</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>%1 dari %2 orang</source>
        <translation>%1 of %2 people</translation>
    </message>
    <message>
        <source>%1 orang dalam daftar</source>
        <translation>%1 people on the roster</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 menunggu dikirim</source>
        <translation>%1 waiting to be sent</translation>
    </message>
    <message>
        <source>Sesi susulan</source>
        <translation>Follow-up session</translation>
    </message>
    <message>
        <source>Berita acara belum lengkap</source>
        <translation>Minutes not complete</translation>
    </message>
</context>
<context>
    <name>SessionCodeDialog</name>
    <message>
        <source>Laptop kedua</source>
        <translation>Second laptop</translation>
    </message>
    <message>
        <source>Di laptop kedua: Buka sesi baru, pilih unit dan naskah yang sama, lalu isi kode ini. Tidak perlu jaringan. Masing-masing laptop menutup mejanya sendiri.</source>
        <translation>On the second laptop: open a new session, choose the same unit and text, then enter this code. No network is needed. Each laptop closes its own desk.</translation>
    </message>
    <message>
        <source>Kode QR sesi</source>
        <translation>QR code of the session</translation>
    </message>
</context>
<context>
    <name>SessionDialogs</name>
    <message>
        <source>Menolak</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>%1 tidak bersedia menandatangani. Alasan tidak ditanyakan, dan keputusan ini boleh berubah: cukup menandatangani kapan saja. Hanya pimpinan sesi dan admin yang melihat catatan ini.</source>
        <translation>%1 does not wish to sign. No reason is asked, and the decision may change: signing at any time is enough. Only the session head and the admin see this note.</translation>
    </message>
    <message>
        <source>Catat menolak</source>
        <translation>Note refusal</translation>
    </message>
    <message>
        <source>Tidak hadir</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>%1 dicatat tidak hadir di sesi ini. Bila datang terlambat, langsung menandatangani saja.</source>
        <translation>%1 is noted as absent in this session. If they come late, they simply sign.</translation>
    </message>
    <message>
        <source>Catat tidak hadir</source>
        <translation>Note absence</translation>
    </message>
    <message>
        <source>Sudah menandatangani</source>
        <translation>Has signed already</translation>
    </message>
    <message>
        <source>tempat lain, menurut daftar pusat</source>
        <translation>elsewhere, by the centre's list</translation>
    </message>
    <message>
        <source>Tanda tangan %1 (%2) tetap berlaku dan tidak perlu diulang. Bila tetap menandatangani di sini, kedua catatan disimpan sebagai Ganda dan admin memutuskan mana yang dihitung.</source>
        <translation>The signature of %1 (%2) stands and need not be repeated. If they sign here all the same, both entries are kept as a duplicate and the admin decides which one counts.</translation>
    </message>
    <message>
        <source>Tanda tangan di sini</source>
        <translation>Sign here</translation>
    </message>
    <message>
        <source>Tanda tangan simbolis</source>
        <translation>Symbolic signature</translation>
    </message>
    <message>
        <source>%1 menandatangani di depan saksi dengan keterangan mewakili unit. Yang dihitung tetap satu orang; anggota unitnya menandatangani sendiri-sendiri.</source>
        <translation>%1 signs before witnesses, marked as for the unit. It counts as one person; the unit&apos;s members sign for themselves.</translation>
    </message>
    <message>
        <source>Buka papan tanda tangan</source>
        <translation>Open the pad</translation>
    </message>
</context>
<context>
    <name>SessionHeader</name>
    <message>
        <source>Sesi</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>dibuka %1</source>
        <translation>opened %1</translation>
    </message>
    <message>
        <source>pimpinan %1</source>
        <translation>head %1</translation>
    </message>
    <message>
        <source>dibacakan bersama %1</source>
        <translation>read together %1</translation>
    </message>
    <message>
        <source>Baca bersama</source>
        <translation>Read together</translation>
    </message>
    <message>
        <source>Lainnya</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Kartu keterangan, kejadian khusus, daftar panggil, laptop kedua</source>
        <translation>What signers should know, special events, call list, second laptop</translation>
    </message>
    <message>
        <source>Jeda</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Tutup sesi</source>
        <translation>Close session</translation>
    </message>
    <message>
        <source>Kunci layar</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Membuka sesi…</source>
        <translation>Opening the session…</translation>
    </message>
</context>
<context>
    <name>SessionMenu</name>
    <message>
        <source>Kartu keterangan</source>
        <translation>What signers should know</translation>
    </message>
    <message>
        <source>Kejadian khusus…</source>
        <translation>Special events…</translation>
    </message>
    <message>
        <source>Tutup daftar panggil</source>
        <translation>Close the call list</translation>
    </message>
    <message>
        <source>Daftar panggil di layar kedua</source>
        <translation>Call list on a second screen</translation>
    </message>
    <message>
        <source>Laptop kedua…</source>
        <translation>Second laptop…</translation>
    </message>
</context>
<context>
    <name>SessionPage</name>
    <message>
        <source>Ditambahkan: %1</source>
        <translation>Added: %1</translation>
    </message>
    <message>
        <source>Cari nama atau NIP</source>
        <translation>Search name or NIP</translation>
    </message>
    <message>
        <source>Hasil pencarian</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>Daftar pegawai kosong</source>
        <translation>The roster is empty</translation>
    </message>
    <message>
        <source>Tidak ditemukan: %1</source>
        <translation>Not found: %1</translation>
    </message>
    <message>
        <source>Muat daftar pegawai dari pusat, atau tambahkan orang satu per satu.</source>
        <translation>Load the roster from the centre, or add people one by one.</translation>
    </message>
    <message>
        <source>Coba sebagian nama, atau empat angka terakhir NIP.</source>
        <translation>Try part of the name, or the last four digits of the NIP.</translation>
    </message>
    <message>
        <source>Tambahkan orang</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>Sesi dijeda. Semua yang tersimpan aman.</source>
        <translation>The session is paused. All that was saved is safe.</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Semua dalam daftar sudah tercatat</source>
        <translation>Everyone on the roster is noted</translation>
    </message>
    <message>
        <source>Yang terlambat masih bisa dicari. Bila selesai, tutup sesi.</source>
        <translation>Latecomers can still be found. When done, close the session.</translation>
    </message>
    <message>
        <source>Tidak ada di daftar? Tambahkan orang</source>
        <translation>Not on the list? Add a person</translation>
    </message>
    <message>
        <source>Tercatat: %1</source>
        <translation>Noted: %1</translation>
    </message>
    <message>
        <source>Usulan perbaikan dicatat: %1</source>
        <translation>Correction proposed: %1</translation>
    </message>
    <message>
        <source>Tanda tangan basah dicatat: %1</source>
        <translation>Signature on paper entered: %1</translation>
    </message>
    <message>
        <source>Kejadian khusus dicatat.</source>
        <translation>Special event noted.</translation>
    </message>
    <message>
        <source>Jam laptop mundur %1 menit. Semua tanda tangan aman dan urutannya tetap; betulkan jamnya, lalu catat sebagai kejadian khusus.</source>
        <translation>The laptop&apos;s clock went back by %1 minutes. All signatures are safe and keep their order; set the clock right, then note it as a special event.</translation>
    </message>
    <message>
        <source>Enter: ambil baris pertama · F2: berikutnya · F3: panggil nanti · Esc: kosongkan</source>
        <translation>Enter: take the first row · F2: next · F3: call later · Esc: clear</translation>
    </message>
    <message>
        <source>Membaca daftar…</source>
        <translation>Reading the list…</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>SignPage</name>
    <message>
        <source>Menyimpan…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Belum ada goresan.</source>
        <translation>No stroke yet.</translation>
    </message>
    <message>
        <source>Goresan masih terlalu sedikit.</source>
        <translation>Too little ink yet.</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>NIP berakhir %1</source>
        <translation>NIP ending in %1</translation>
    </message>
    <message>
        <source>Dibacakan bersama pukul %1</source>
        <translation>Read aloud together at %1</translation>
    </message>
    <message>
        <source>Goresan sebelum aplikasi tertutup masih ada. Teruskan, atau ulangi.</source>
        <translation>The strokes from before the app closed are still here. Go on, or start over.</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Menyiapkan…</source>
        <translation>Preparing…</translation>
    </message>
    <message>
        <source>Simbolis, mewakili %1</source>
        <translation>Symbolic, for %1</translation>
    </message>
    <message>
        <source>Dibantu · saksi kedua %1</source>
        <translation>With help · second witness %1</translation>
    </message>
    <message>
        <source>Cap jempol · saksi kedua %1</source>
        <translation>Thumbprint · second witness %1</translation>
    </message>
    <message>
        <source>Naskah %1 versi %2 · sidik %3</source>
        <translation>Text %1 version %2 · fingerprint %3</translation>
    </message>
</context>
<context>
    <name>SigningPad</name>
    <message>
        <source>Tanda tangan di sini</source>
        <translation>Sign here</translation>
    </message>
    <message numerus="yes">
        <source>%n goresan</source>
        <translation>
            <numerusform>%n stroke</numerusform>
            <numerusform>%n strokes</numerusform>
        </translation>
    </message>
    <message>
        <source>Masih kosong. Pakai jari, pena atau tetikus.</source>
        <translation>Still empty. Use a finger, a pen or the mouse.</translation>
    </message>
</context>
<context>
    <name>SlipDialog</name>
    <message>
        <source>Cocok. Segelnya utuh, perangkatnya disahkan, dan catatannya ada di laptop ini dan dihitung.</source>
        <translation>It fits. The seal is intact, the device is certified, and this laptop has the record, which counts.</translation>
    </message>
    <message>
        <source>Cocok. Segelnya utuh dan perangkatnya disahkan. Catatannya dibuat di laptop lain.</source>
        <translation>It fits. The seal is intact and the device is certified. The record was made on another laptop.</translation>
    </message>
    <message>
        <source>Sudah dibatalkan. Segelnya utuh, tetapi catatan ini tidak dihitung lagi.</source>
        <translation>Voided. The seal is intact, but this record counts no more.</translation>
    </message>
    <message>
        <source>Tidak dihitung. Segelnya utuh, tetapi menurut aturan catatan ini tidak dihitung; tanyakan kepada admin.</source>
        <translation>Not counted. The seal is intact, but by the rules this record does not count; ask the admin.</translation>
    </message>
    <message>
        <source>Tidak dikenal. Perangkat yang menyegelnya tidak disahkan menurut kabar di laptop ini. Jangan percaya isinya sebelum ditanyakan kepada admin.</source>
        <translation>Not known. As far as this laptop has heard nobody certified the device that sealed it. Do not trust what it says before asking the admin.</translation>
    </message>
    <message>
        <source>TIDAK UTUH. Perangkat itu tidak disahkan untuk unit atau kegiatan ini. Foto slipnya dan beri tahu admin.</source>
        <translation>ALTERED. That device was not certified for this unit or drive. Photograph the slip and tell the admin.</translation>
    </message>
    <message>
        <source>TIDAK UTUH. Kunci perangkat itu sudah dicabut sebelum catatan ini. Foto slipnya dan beri tahu admin.</source>
        <translation>ALTERED. That device&apos;s key was revoked before this record. Photograph the slip and tell the admin.</translation>
    </message>
    <message>
        <source>Periksa slip</source>
        <translation>Check a slip</translation>
    </message>
    <message>
        <source>Pindai QR pada slip, atau ketik kode di bawahnya. Yang diperiksa segelnya dan sertifikat perangkatnya; internet tidak perlu.</source>
        <translation>Scan the QR on the slip, or type the code below it. Its seal and the certificate of its device are checked; no internet is needed.</translation>
    </message>
    <message>
        <source>Memeriksa…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Periksa</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Isi QR atau kode slip</source>
        <translation>Text of the QR, or code of the slip</translation>
    </message>
    <message>
        <source>TEKEN1:… atau 7KQ2-M0V9-TXAB-CDEFG</source>
        <translation>TEKEN1:… or 7KQ2-M0V9-TXAB-CDEFG</translation>
    </message>
    <message>
        <source>Dengan pemindai: klik di sini lalu pindai. Dari kode saja, catatannya harus ada di laptop ini.</source>
        <translation>With a scanner: click here, then scan. By the code alone, the record has to be on this laptop.</translation>
    </message>
    <message>
        <source>Memeriksa segel dan sertifikat…</source>
        <translation>Checking seal and certificate…</translation>
    </message>
    <message>
        <source>Tempatnya di log pusat sudah terbukti di laptop ini.</source>
        <translation>Its place in the centre&apos;s log is proven on this laptop.</translation>
    </message>
    <message>
        <source>Tempatnya di log pusat belum diperiksa di sini.</source>
        <translation>Its place in the centre&apos;s log was not checked here.</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>%1 menunggu internet</source>
        <translation>%1 waiting for internet</translation>
    </message>
    <message>
        <source>%1 menunggu dikirim</source>
        <translation>%1 waiting to be sent</translation>
    </message>
    <message>
        <source>Keadaan pengiriman</source>
        <translation>State of sending</translation>
    </message>
    <message>
        <source>%1 tersimpan di laptop</source>
        <translation>%1 saved on this laptop</translation>
    </message>
    <message>
        <source>%1 diterima pusat</source>
        <translation>%1 received by the centre</translation>
    </message>
    <message>
        <source>%1 · dicoba lagi %2</source>
        <translation>%1 · next try %2</translation>
    </message>
    <message>
        <source>%1 perlu bantuan</source>
        <translation>%1 need help</translation>
    </message>
    <message>
        <source>Mengirim %1 dari %2</source>
        <translation>Sending %1 of %2</translation>
    </message>
    <message>
        <source>Selama terkunci tidak ada yang dikirim.</source>
        <translation>Nothing is sent while locked.</translation>
    </message>
    <message>
        <source>Semua sudah di pusat.</source>
        <translation>All at the centre.</translation>
    </message>
    <message>
        <source>Simpan ke flashdisk</source>
        <translation>Save to stick</translation>
    </message>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Kirim data</source>
        <translation>Send data</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu.</source>
        <translation>Nothing is waiting.</translation>
    </message>
    <message>
        <source>Catatan pusat bertentangan</source>
        <translation>The centre&apos;s records contradict each other</translation>
    </message>
    <message>
        <source>%1 diterima pusat · %2 disaksikan</source>
        <translation>%1 received by the centre · %2 witnessed</translation>
    </message>
    <message>
        <source>LATIHAN: tidak ada yang dikirim</source>
        <translation>PRACTICE: nothing is sent</translation>
    </message>
</context>
<context>
    <name>StickDialog</name>
    <message>
        <source>Berkas tersimpan</source>
        <translation>File saved</translation>
    </message>
    <message>
        <source>Simpan ke flashdisk</source>
        <translation>Save to stick</translation>
    </message>
    <message>
        <source>Serahkan berkas ini kepada admin. Data di laptop tetap ada sampai pusat menerimanya.</source>
        <translation>Hand this file to the admin. The data stays on the laptop until the centre has received it.</translation>
    </message>
    <message numerus="yes">
        <source>%n data yang belum diterima pusat disimpan dalam satu berkas bersegel. Hanya pusat yang bisa membacanya.</source>
        <translation>
            <numerusform>%n item that the centre has not received is saved in one sealed file. Only the centre can read it.</numerusform>
            <numerusform>%n items that the centre has not received are saved in one sealed file. Only the centre can read it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Menyimpan…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message numerus="yes">
        <source>%n data di berkas %1</source>
        <translation>
            <numerusform>%n item in file %1</numerusform>
            <numerusform>%n items in file %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Menyimpan berkas…</source>
        <translation>Saving the file…</translation>
    </message>
</context>
<context>
    <name>TakeDialog</name>
    <message>
        <source>Berkas sudah dibaca</source>
        <translation>The file was read</translation>
    </message>
    <message>
        <source>Ambil tanda terima dari flashdisk</source>
        <translation>Take receipts from a stick</translation>
    </message>
    <message>
        <source>Pilih berkas dari pusat. Laptop ini memeriksa tanda pusat sebelum sebuah data disebut diterima.</source>
        <translation>Choose a file of the centre. This laptop checks the centre&apos;s signature before it calls anything received.</translation>
    </message>
    <message>
        <source>Membaca…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Ambil</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>Membaca berkas…</source>
        <translation>Reading the file…</translation>
    </message>
    <message numerus="yes">
        <source>%n data kini tercatat diterima pusat.</source>
        <translation>
            <numerusform>%n entry is now known to be received.</numerusform>
            <numerusform>%n entries are now known to be received.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kabar baru dari pusat.</source>
        <translation>
            <numerusform>%n piece of news from the centre.</numerusform>
            <numerusform>%n pieces of news from the centre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n catatan tidak diterima: kuncinya tidak dikenal atau isinya rusak. Beri tahu admin.</source>
        <translation>
            <numerusform>%n entry was refused: its key is unknown or it is damaged. Tell the admin.</numerusform>
            <numerusform>%n entries were refused: their keys are unknown or they are damaged. Tell the admin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pusat pernah dipulihkan dari cadangan. Data yang belum ada di sana menunggu lagi dan dikirim ulang; tidak ada yang hilang dari laptop ini.</source>
        <translation>The centre was restored from a backup. What it lacks waits again and is sent once more; nothing is lost from this laptop.</translation>
    </message>
    <message numerus="yes">
        <source>%n tanda terima lama tidak dipakai. Minta yang baru dari pusat.</source>
        <translation>
            <numerusform>%n old receipt is not used. Ask the centre for a new one.</numerusform>
            <numerusform>%n old receipts are not used. Ask the centre for new ones.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tidak ada yang baru di berkas ini.</source>
        <translation>There is nothing new in this file.</translation>
    </message>
    <message numerus="yes">
        <source>%n bukti dari log pusat tidak cocok. Tidak ada data yang dianggap diterima karenanya. Minta berkas baru; bila tetap, beri tahu admin dan auditor.</source>
        <translation>
            <numerusform>%n proof of the centre&apos;s log does not hold. Nothing was taken as received for it. Ask for a new file; if it stays so, tell the admin and the auditor.</numerusform>
            <numerusform>%n proofs of the centre&apos;s log do not hold. Nothing was taken as received for them. Ask for a new file; if it stays so, tell the admin and the auditor.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextSizer</name>
    <message>
        <source>A−</source>
        <translation>A−</translation>
    </message>
    <message>
        <source>Huruf lebih kecil</source>
        <translation>Smaller letters</translation>
    </message>
    <message>
        <source>A+</source>
        <translation>A+</translation>
    </message>
    <message>
        <source>Huruf lebih besar</source>
        <translation>Larger letters</translation>
    </message>
    <message>
        <source>Berhenti</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Bacakan</source>
        <translation>Read aloud</translation>
    </message>
</context>
<context>
    <name>TourPage</name>
    <message>
        <source>Buka sesi</source>
        <translation>Open a session</translation>
    </message>
    <message>
        <source>Pilih sesi hari ini, atau buka sesi baru: unit, tempat, pimpinan, dan saksi.</source>
        <translation>Choose today&apos;s session, or open a new one: unit, place, head and witnesses.</translation>
    </message>
    <message>
        <source>Cari nama</source>
        <translation>Find a name</translation>
    </message>
    <message>
        <source>Ketik sebagian nama atau empat angka terakhir NIP. Enter mengambil baris pertama, F2 yang berikutnya.</source>
        <translation>Type part of a name or the last four digits of the NIP. Enter takes the first row, F2 the next one.</translation>
    </message>
    <message>
        <source>Serahkan layar</source>
        <translation>Hand over the screen</translation>
    </message>
    <message>
        <source>Penanda tangan membaca naskah, menandatangani, lalu menekan Simpan. Slip tetap tampil sampai Enter ditekan.</source>
        <translation>The signer reads the text, signs, and presses Save. The slip stays until Enter is pressed.</translation>
    </message>
    <message>
        <source>Aman saat itu juga</source>
        <translation>Safe at that moment</translation>
    </message>
    <message>
        <source>Yang disimpan langsung aman di laptop ini, juga tanpa internet dan saat listrik padam.</source>
        <translation>What is saved is safe on this laptop at once, also without internet and in a power cut.</translation>
    </message>
    <message>
        <source>Tutup dan kirim</source>
        <translation>Close and send</translation>
    </message>
    <message>
        <source>Tutup sesi dengan daftar periksa, lalu kirim data, atau simpan ke flashdisk.</source>
        <translation>Close the session with its checklist, then send the data, or save it to a USB stick.</translation>
    </message>
    <message>
        <source>Selamat datang. Lima langkah, lalu mulai.</source>
        <translation>Welcome. Five steps, then begin.</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>F1 membuka bantuan di setiap halaman. Ingin mencoba tanpa akibat? Kunci layar, lalu pilih berlatih.</source>
        <translation>F1 opens help on every page. Want to try without consequences? Lock the screen, then choose to practise.</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Teken</source>
        <translation>Teken</translation>
    </message>
    <message>
        <source>Penandatanganan pakta netralitas</source>
        <translation>Signing of the neutrality pledge</translation>
    </message>
    <message>
        <source>Penandatanganan pakta netralitas · laptop %1</source>
        <translation>Signing of the neutrality pledge · laptop %1</translation>
    </message>
    <message>
        <source>Petugas</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>Pilih petugas</source>
        <translation>Choose an officer</translation>
    </message>
    <message>
        <source>Kata sandi untuk latihan: %1</source>
        <translation>Passphrase for practice: %1</translation>
    </message>
    <message>
        <source>Berlatih dengan data tiruan</source>
        <translation>Practise with invented data</translation>
    </message>
    <message>
        <source>Mulai latihan dari awal</source>
        <translation>Begin practice anew</translation>
    </message>
</context>
<context>
    <name>VoidDialog</name>
    <message>
        <source>Batalkan tanda tangan</source>
        <translation>Void signature</translation>
    </message>
    <message>
        <source>Tanda tangan %1 tetap tersimpan dan diberi catatan batal. Yang bersangkutan kembali ke Belum dan boleh menandatangani lagi.</source>
        <translation>The signature of %1 stays stored and is marked as void. The person goes back to Not yet and may sign again.</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Batalkan catatan</source>
        <translation>Void note</translation>
    </message>
    <message>
        <source>Catatan tentang %1 tetap tersimpan dan diberi keterangan batal. Keadaannya kembali seperti sebelum catatan itu.</source>
        <translation>The note about %1 stays stored and is marked as void. They are again as they were before it.</translation>
    </message>
    <message>
        <source>Pilih…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Sebabnya</source>
        <translation>The reason in words</translation>
    </message>
    <message>
        <source>Keterangan (boleh kosong)</source>
        <translation>In words (may stay empty)</translation>
    </message>
    <message>
        <source>Jangan menulis keadaan kesehatan.</source>
        <translation>Write nothing about anybody's health.</translation>
    </message>
    <message>
        <source>Orang kedua yang menyaksikan</source>
        <translation>Second person who saw it</translation>
    </message>
    <message>
        <source>Saksi atau pimpinan sesi, bukan petugas sendiri.</source>
        <translation>A witness or the session head, not the officer.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Salah memilih orang</source>
        <translation>Wrong person chosen</translation>
    </message>
    <message>
        <source>Hanya percobaan</source>
        <translation>Only a trial</translation>
    </message>
    <message>
        <source>Tidak terbaca</source>
        <translation>Illegible</translation>
    </message>
    <message>
        <source>Tercatat dua kali</source>
        <translation>Recorded twice</translation>
    </message>
    <message>
        <source>Cuti</source>
        <translation>On leave</translation>
    </message>
    <message>
        <source>Dinas luar</source>
        <translation>On duty elsewhere</translation>
    </message>
    <message>
        <source>Tugas belajar</source>
        <translation>Study leave</translation>
    </message>
    <message>
        <source>Lainnya</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Sudah</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Sudah di tempat lain</source>
        <translation>Signed elsewhere</translation>
    </message>
    <message>
        <source>Berhalangan: cuti</source>
        <translation>Excused: on leave</translation>
    </message>
    <message>
        <source>Berhalangan: dinas luar</source>
        <translation>Excused: on duty elsewhere</translation>
    </message>
    <message>
        <source>Berhalangan: tugas belajar</source>
        <translation>Excused: study leave</translation>
    </message>
    <message>
        <source>Berhalangan</source>
        <translation>Excused</translation>
    </message>
    <message>
        <source>Tidak hadir</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Menolak</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Keluar daftar</source>
        <translation>Off the roster</translation>
    </message>
    <message>
        <source>Belum</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Dibuka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Dijeda</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Ditutup</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Berita acara ditandatangani</source>
        <translation>Minutes signed</translation>
    </message>
    <message>
        <source>Terkirim</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Dibatalkan</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Siap dibuka</source>
        <translation>Ready to open</translation>
    </message>
    <message>
        <source>Tercatat</source>
        <translation>Noted</translation>
    </message>
    <message>
        <source>Listrik padam</source>
        <translation>Power cut</translation>
    </message>
    <message>
        <source>Istirahat</source>
        <translation>Break</translation>
    </message>
    <message>
        <source>Cuaca</source>
        <translation>Weather</translation>
    </message>
    <message>
        <source>Sebab lain</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>Nama atau gelar</source>
        <translation>Name or degrees</translation>
    </message>
    <message>
        <source>NIP atau NI PPPK</source>
        <translation>NIP or NI PPPK</translation>
    </message>
    <message>
        <source>Unit kerja</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Jenis kepegawaian</source>
        <translation>Kind of employment</translation>
    </message>
    <message>
        <source>Hal lain</source>
        <translation>Something else</translation>
    </message>
</context>
</TS>
