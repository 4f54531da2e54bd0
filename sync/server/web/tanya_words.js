// What the server's page says otherwise than the offline one. Same keys as words.js, and its own.

export const kAskWords = {
    id: {
        title: 'Periksa tanda tangan Anda',
        lead: 'Ketik kode pada slip Anda, atau tempel isi QR-nya. Tidak perlu nama, NIP, atau kata sandi.',
        local: 'Buktinya diperiksa di perangkat Anda, bukan oleh peladen ini. Yang dikirim ke peladen hanya kode slip.',
        ran: 'Pemeriksaan ini dijalankan di perangkat Anda. Peladen hanya memberi buktinya.',
        code: 'Kode slip, atau isi QR-nya',
        codeHint: 'Contoh kode: 7KQ2-M0V9-TXAB-CDEFG. Huruf besar atau kecil sama saja.',
        fingerprintHint: 'Sedikitnya 32 digit, dari surat keputusan yang tercetak. Tanpa itu hasilnya paling jauh TIDAK LENGKAP.',
        word: 'Kata peladen (tidak dibuktikan)',
        take: 'Unduh bukti (.bukti)',
        takeHint: 'Simpan: bukti ini dapat diperiksa bertahun-tahun lagi tanpa peladen, dengan halaman periksa.html.',
        standing: {
            counts: 'Menurut peladen catatan ini berlaku dan dihitung.',
            voided: 'Menurut peladen catatan ini SUDAH DIBATALKAN. Buktinya tetap benar, tetapi tidak dihitung lagi.',
            'not-counted': 'Menurut peladen catatan ini tersimpan tetapi tidak dihitung: menunggu catatan lain, bercabang, atau kuncinya dicabut.',
            unknown: 'Peladen tidak mengatakan apakah catatan ini dihitung.',
            since: 'Tempatnya di log terbukti ada paling lambat',
            noPlace: 'Tempatnya di log belum dapat dibuktikan. Coba lagi nanti.',
        },
        verdicts: {
            unknown: ['TIDAK DIKENAL', 'Peladen ini tidak mempunyai tanda tangan dengan kode itu: laptop petugasnya mungkin belum mengirim, kodenya dari kegiatan di peladen lain, atau isinya sudah dihapus menurut aturan penyimpanan. Simpan slip Anda dan coba lagi besok; isi QR-nya sendiri sudah dapat diperiksa tanpa peladen dengan halaman periksa.html.'],
        },
        reasons: {
            busy: 'Peladen sedang terlalu banyak ditanya. Tunggu satu menit, lalu coba lagi.',
            'no-answer': 'Peladen tidak menjawab dengan semestinya. Tidak ada yang diperiksa. Coba lagi nanti.',
        },
    },
    en: {
        title: 'Check your signature',
        lead: 'Type the code on your slip, or paste the text of its QR. No name, number or password is needed.',
        local: 'The proof is checked on your device, not by this server. Only the code of the slip is sent to the server.',
        ran: 'This check ran on your device. The server only gave the proof.',
        code: 'Code of the slip, or the text of its QR',
        codeHint: 'A code looks like 7KQ2-M0V9-TXAB-CDEFG. Capitals or not makes no difference.',
        fingerprintHint: 'At least 32 digits, from the printed decree. Without it the outcome is INCOMPLETE at most.',
        word: 'What the server says (not proven)',
        take: 'Download the proof (.bukti)',
        takeHint: 'Keep it: it can be checked years from now without the server, with the page periksa.html.',
        standing: {
            counts: 'The server says that this record stands and counts.',
            voided: 'The server says that this record WAS VOIDED. Its proof still holds, but it counts no more.',
            'not-counted': 'The server says that this record is stored but does not count: waiting for others, forked, or its key was revoked.',
            unknown: 'The server does not say whether this record counts.',
            since: 'Its place in the log is proven to be there not later than',
            noPlace: 'Its place in the log cannot be proven yet. Try again later.',
        },
        verdicts: {
            unknown: ['NOT KNOWN', 'This server has no signature with that code: the officer\'s laptop may not have sent it, the code may be of a drive on another server, or its content was erased under the retention rule. Keep your slip and try again tomorrow; the text of its QR can be checked without a server, with the page periksa.html.'],
        },
        reasons: {
            busy: 'The server is being asked too often. Wait a minute and try again.',
            'no-answer': 'The server did not answer as it should. Nothing was checked. Try again later.',
        },
    },
};
