#include "app/teken/notice.h"

#include <QCoreApplication>

#include <array>

namespace teken::app {

namespace {

struct Sentences {
    const char* why;
    const char* next;
};

struct KnownReason {
    std::string_view reason;
    Sentences sentences;
};

constexpr const char* kContext = "Notice";

// Sentences for situations that a person at the table can do something about.
constexpr std::array kKnown{
    KnownReason{"unlock.wrong-passphrase",
                {QT_TRANSLATE_NOOP("Notice", "Kata sandi tidak cocok."),
                 QT_TRANSLATE_NOOP("Notice", "Periksa huruf besar dan kecil, lalu coba sekali lagi.")}},
    KnownReason{"unlock.already-running",
                {QT_TRANSLATE_NOOP("Notice", "Teken sudah terbuka di laptop ini."),
                 QT_TRANSLATE_NOOP("Notice", "Pakai jendela yang sudah terbuka.")}},
    KnownReason{"enrolment.other-device",
                {QT_TRANSLATE_NOOP("Notice", "Berkas ini dibuat untuk laptop lain."),
                 QT_TRANSLATE_NOOP("Notice", "Pilih berkas yang namanya memuat nama laptop ini.")}},
    KnownReason{"enrolment.passphrase-short",
                {QT_TRANSLATE_NOOP("Notice", "Kata sandi terlalu pendek."),
                 QT_TRANSLATE_NOOP("Notice", "Pakai sedikitnya 12 huruf, misalnya empat kata.")}},
    KnownReason{"signing.already-signed",
                {QT_TRANSLATE_NOOP("Notice", "Orang ini sudah menandatangani."),
                 QT_TRANSLATE_NOOP("Notice", "Kembali, lalu pilih orang berikutnya.")}},
    KnownReason{"signing.off-roster",
                {QT_TRANSLATE_NOOP("Notice", "Orang ini sudah keluar dari daftar pegawai."),
                 QT_TRANSLATE_NOOP("Notice", "Tanyakan kepada admin sebelum menandatangani.")}},
    KnownReason{"signing.ink-too-little",
                {QT_TRANSLATE_NOOP("Notice", "Belum tersimpan. Goresannya terlalu sedikit."),
                 QT_TRANSLATE_NOOP("Notice", "Tanda tangani sekali lagi, lebih panjang.")}},
    KnownReason{"session.paused",
                {QT_TRANSLATE_NOOP("Notice", "Sesi sedang dijeda."),
                 QT_TRANSLATE_NOOP("Notice", "Lanjutkan sesi, lalu coba sekali lagi.")}},
    KnownReason{"session.ink-unfinished",
                {QT_TRANSLATE_NOOP("Notice", "Ada tanda tangan yang belum disimpan."),
                 QT_TRANSLATE_NOOP("Notice", "Simpan atau ulangi dulu, lalu tutup sesi.")}},
    KnownReason{"send.captive-portal",
                {QT_TRANSLATE_NOOP("Notice", "Wi-Fi ini meminta login."),
                 QT_TRANSLATE_NOOP("Notice", "Masuk ke Wi-Fi lewat peramban, atau simpan ke flashdisk.")}},
    KnownReason{"send.clock-skew",
                {QT_TRANSLATE_NOOP("Notice", "Jam laptop jauh berbeda dari jam pusat."),
                 QT_TRANSLATE_NOOP("Notice", "Betulkan jam laptop, lalu kirim lagi.")}},
    KnownReason{"stick.removed",
                {QT_TRANSLATE_NOOP("Notice", "Flashdisk tercabut sebelum selesai."),
                 QT_TRANSLATE_NOOP("Notice", "Pasang lagi, lalu simpan sekali lagi.")}},
};

Sentences sentencesFor(ErrorCode code) {
    switch (code) {
    case ErrorCode::NotFound:
        return {QT_TRANSLATE_NOOP("Notice", "Yang dicari tidak ditemukan."),
                QT_TRANSLATE_NOOP("Notice", "Kembali, lalu pilih sekali lagi.")};
    case ErrorCode::InvalidInput:
        return {QT_TRANSLATE_NOOP("Notice", "Isian atau berkas ini tidak sesuai bentuknya."),
                QT_TRANSLATE_NOOP("Notice", "Periksa isian, atau pilih berkas lain.")};
    case ErrorCode::Corrupt:
        return {QT_TRANSLATE_NOOP("Notice", "Data di laptop ini berubah dari yang disimpan."),
                QT_TRANSLATE_NOOP("Notice", "Jangan pakai laptop ini dulu. Hubungi admin.")};
    case ErrorCode::VerificationFailed:
        return {QT_TRANSLATE_NOOP("Notice", "Segel atau tanda bukti tidak cocok."),
                QT_TRANSLATE_NOOP("Notice", "Jangan dipakai. Minta berkas yang baru kepada admin.")};
    case ErrorCode::Conflict:
        return {QT_TRANSLATE_NOOP("Notice", "Keadaannya sudah berubah sejak layar ini dibuka."),
                QT_TRANSLATE_NOOP("Notice", "Kembali, lihat keadaan terbaru, lalu coba sekali lagi.")};
    case ErrorCode::Unauthorized:
        return {QT_TRANSLATE_NOOP("Notice", "Petugas ini belum diberi hak untuk itu."),
                QT_TRANSLATE_NOOP("Notice", "Minta admin memeriksa hak petugas.")};
    case ErrorCode::Locked:
        return {QT_TRANSLATE_NOOP("Notice", "Data sedang terkunci atau sedang dipakai."),
                QT_TRANSLATE_NOOP("Notice", "Tunggu sebentar, lalu coba sekali lagi.")};
    case ErrorCode::Offline:
        return {QT_TRANSLATE_NOOP("Notice", "Tidak ada internet."),
                QT_TRANSLATE_NOOP("Notice", "Teruskan bekerja, atau simpan ke flashdisk.")};
    case ErrorCode::Timeout:
        return {QT_TRANSLATE_NOOP("Notice", "Pusat tidak menjawab pada waktunya."),
                QT_TRANSLATE_NOOP("Notice", "Akan dicoba lagi. Boleh juga simpan ke flashdisk.")};
    case ErrorCode::Busy:
        return {QT_TRANSLATE_NOOP("Notice", "Pusat sedang sibuk."),
                QT_TRANSLATE_NOOP("Notice", "Tidak perlu apa-apa, akan dicoba lagi.")};
    case ErrorCode::NoSpace:
        return {QT_TRANSLATE_NOOP("Notice", "Penyimpanan penuh."),
                QT_TRANSLATE_NOOP("Notice", "Kosongkan sedikitnya 200 MB, lalu coba sekali lagi.")};
    case ErrorCode::ReadOnly:
        return {QT_TRANSLATE_NOOP("Notice", "Tempat itu tidak bisa ditulisi."),
                QT_TRANSLATE_NOOP("Notice", "Pilih tempat lain, atau buka pengunci flashdisk.")};
    case ErrorCode::Unsupported:
        return {QT_TRANSLATE_NOOP("Notice", "Data ini dibuat oleh Teken yang lebih baru."),
                QT_TRANSLATE_NOOP("Notice", "Perbarui Teken di laptop ini.")};
    case ErrorCode::Cancelled:
        return {QT_TRANSLATE_NOOP("Notice", "Dihentikan."),
                QT_TRANSLATE_NOOP("Notice", "Mulai lagi kapan saja.")};
    case ErrorCode::Internal:
        break;
    }
    return {QT_TRANSLATE_NOOP("Notice", "Terjadi kesalahan di dalam aplikasi."),
            QT_TRANSLATE_NOOP("Notice", "Coba sekali lagi. Bila terulang, salin rincian untuk admin.")};
}

Sentences sentencesFor(const Error& error) {
    for (const auto& known : kKnown)
        if (known.reason == error.reason)
            return known.sentences;
    return sentencesFor(error.code);
}

} // namespace

Notice noticeFor(const Error& error) {
    if (error.reason.empty())
        return {};
    const auto sentences = sentencesFor(error);
    return {QCoreApplication::translate(kContext, "Yang sudah tersimpan tetap aman di laptop ini."),
            QCoreApplication::translate(kContext, sentences.why),
            QCoreApplication::translate(kContext, sentences.next), QString::fromStdString(describe(error)),
            QString::fromStdString(error.reason)};
}

} // namespace teken::app
