// What can be done on each page, in a few sentences. Offline, in both languages; the handbook tells more.
pragma Singleton

import QtQuick
import Teken.App

QtObject {
    id: help

    readonly property var keys: [
        ["F1", qsTr("bantuan untuk halaman ini")],
        ["Enter", qsTr("ambil baris pertama, atau tekan tombol yang dipilih")],
        ["F2", qsTr("berikutnya dalam daftar")],
        ["F3", qsTr("panggil nanti: dilewati, lalu dipanggil lagi di akhir daftar")],
        ["Esc", qsTr("kosongkan, kembali")],
        ["Tab", qsTr("tombol berikutnya; Shift + Tab yang sebelumnya")],
        ["Ctrl + Z", qsTr("batalkan goresan terakhir; Ctrl + Y atau Ctrl + Shift + Z mengembalikannya")],
        ["Ctrl + L", qsTr("kunci layar")],
        ["Ctrl + K", qsTr("kirim data")],
        ["Ctrl + J", qsTr("antrean")],
        ["Ctrl + T", qsTr("tampilan terang, gelap, luar ruang")],
        ["Ctrl + +", qsTr("huruf lebih besar; Ctrl + − lebih kecil; Ctrl + 0 seperti semula")],
        ["F11", qsTr("daftar panggil di layar penuh")],
        ["Ctrl + Shift + G", qsTr("galeri: semua kendali dan keadaan")]
    ]

    function title(page: int): string {
        switch (page) {
        case App.FirstStart:
            return qsTr("Laptop baru");
        case App.Unlock:
        case App.Locked:
            return qsTr("Membuka laptop");
        case App.Home:
            return qsTr("Sesi");
        case App.OpenSession:
            return qsTr("Membuka sesi");
        case App.Session:
            return qsTr("Sesi berjalan");
        case App.Sign:
            return qsTr("Tanda tangan");
        case App.Close:
            return qsTr("Menutup sesi");
        case App.Queue:
            return qsTr("Antrean kiriman");
        case App.Tour:
            return qsTr("Pengantar");
        case App.Gallery:
            return qsTr("Galeri");
        case App.Papers:
            return qsTr("Berkas cetak");
        case App.Letterhead:
            return qsTr("Kop surat");
        case App.Audit:
            return qsTr("Meja pemeriksa");
        }
        return qsTr("Teken");
    }

    function lines(page: int): var {
        switch (page) {
        case App.FirstStart:
            return [qsTr("Buat berkas permintaan, lalu serahkan kepada admin dengan flashdisk."), qsTr("Setelah berkas balasan datang, muat di langkah kedua. Cocokkan sidik akar dengan surat tugas."), qsTr("Ingin mencoba dulu? Pakai latihan: semua datanya tiruan.")];
        case App.Unlock:
        case App.Locked:
            return [qsTr("Pilih nama Bapak/Ibu, tulis kata sandi, lalu Enter."), qsTr("Kata sandi tidak tersimpan di mana pun. Bila lupa, hubungi admin kegiatan."), qsTr("Selama terkunci semua data tersegel dan tidak ada yang dikirim.")];
        case App.Home:
            return [qsTr("Pilih sesi hari ini, atau buka sesi baru."), qsTr("Di kanan terlihat jam, penyimpanan, dan baterai. Yang perlu perhatian ditulis dengan kata."), qsTr("Di bawah selalu terlihat apa yang tersimpan, apa yang sudah diterima pusat, dan apa yang menunggu.")];
        case App.OpenSession:
            return [qsTr("Isi unit, tempat, pimpinan sesi, dan dua saksi: tiga orang yang berbeda."), qsTr("Naskah yang ditandatangani terkunci: isinya tidak bisa berubah setelah sesi dibuka.")];
        case App.Session:
            return [qsTr("Ketik sebagian nama atau empat angka terakhir NIP. Pemindai kartu juga bisa."), qsTr("Enter mengambil baris pertama; F2 mengambil yang berikutnya dalam daftar."), qsTr("Tidak ada di daftar? Tambahkan orangnya; admin mencocokkan nanti."), qsTr("Listrik padam? Tekan Jeda. Semua yang tersimpan tetap aman.")];
        case App.Sign:
            return [qsTr("Penanda tangan membaca naskah, lalu menandatangani dengan jari, pena, atau tetikus."), qsTr("Ulangi menghapus semua goresan; Batalkan goresan hanya yang terakhir. Kembalikan goresan membawanya kembali."), qsTr("Setelah Simpan, slip tetap tampil untuk difoto atau dicatat, sampai Ke daftar ditekan. Enter kembali ke daftar, F2 langsung ke yang berikutnya.")];
        case App.Close:
            return [qsTr("Periksa daftar, lalu pimpinan sesi dan saksi menandatangani."), qsTr("Setelah ditutup, kirim data atau simpan ke flashdisk sebelum pulang.")];
        case App.Queue:
            return [qsTr("Menunggu: aman di laptop ini, belum di pusat. Dicoba lagi sendiri begitu ada jalan."), qsTr("Tanpa internet, simpan ke flashdisk dan bawa ke pusat."), qsTr("Perlu bantuan: tidak hilang. Ketuk barisnya untuk melihat sebab dan langkahnya.")];
        case App.Tour:
            return [qsTr("Lima langkah, dari membuka sesi sampai mengirim. Mulai membawa ke daftar sesi; Esc juga."), qsTr("Pengantar ini dapat dibaca lagi: tekan F1 di halaman Sesi, lalu Lihat pengantar.")];
        case App.Gallery:
            return [qsTr("Semua kendali dan keadaan di satu halaman, untuk menilai tampilan, huruf, dan warna."), qsTr("Tidak ada yang disimpan dari sini. Esc kembali ke halaman tadi.")];
        case App.Papers:
            return [qsTr("Pilih berkas di kiri, dan ukuran kertasnya; halamannya tampil di kanan."), qsTr("Simpan PDF menulis ke flashdisk, Dokumen, atau Unduhan: berkas ini saja, atau semua berkas sesi. PDF tidak bersegel."), qsTr("Cetak mengirim ke pencetak. Catatan pimpinan sesi bersifat rahasia dan tidak ditampilkan di layar.")];
        case App.Letterhead:
            return [qsTr("Isi baris kop seperti di surat kantor; contohnya tampil di kanan."), qsTr("Lambang berupa PNG, dari flashdisk atau folder Unduhan."), qsTr("Simpan mengganti kop untuk semua berkas berikutnya. Catatan dan tanda tangan tidak berubah.")];
        case App.Audit:
            return [qsTr("Pilih atau seret berkas bukti (.teken), lalu ketik, tempel, atau pindai sidik akar dari surat keputusan, bukan dari berkas itu."), qsTr("Titik periksa atau kode penutup yang disimpan di tempat lain menunjukkan apakah ada yang dihilangkan. Tanpa itu kelengkapan ditulis sebagai tidak diperiksa."), qsTr("UTUH: semua yang diperiksa cocok. TIDAK UTUH: ada yang tidak cocok. TIDAK LENGKAP: sebagian bukti tidak ada di sini."), qsTr("Setiap temuan dapat dibuka sampai entri, goresan, dan tempatnya dalam log. Bukti tidak pernah diubah.")];
        }
        return [qsTr("Semua yang disimpan langsung aman di laptop ini.")];
    }
}
