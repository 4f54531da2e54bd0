#include "app/words/audit/bukti_words.h"

#include <algorithm>
#include <array>

namespace teken::words {
namespace {

struct BuktiSentence {
    std::string_view code, id, en;
};

constexpr std::array<BuktiSentence, 26> kBuktiSentences{{
    {"form", "Salah satu bagiannya bukan amplop bukti yang dikenal.",
     "A part of it is no envelope of a proof."},
    {"json", "Isi catatan atau sertifikatnya tidak memenuhi aturannya.",
     "The record or a certificate breaks the rules of its format."},
    {"signature", "Segelnya tidak cocok: isi atau segel sudah diubah.",
     "The seal does not fit: content or seal was changed."},
    {"feed", "Disegel oleh kunci lain daripada yang disebutnya.", "Sealed by another key than it names."},
    {"root", "Sertifikatnya bukan dari satu akar dengan sidik itu.",
     "The certificates are not of one root with that fingerprint."},
    {"chain", "Ada sertifikat yang tidak berasal dari akar.", "A certificate does not come from the root."},
    {"scope", "Ada sertifikat di luar wewenang pemberinya.",
     "A certificate is beyond what its giver may certify."},
    {"revoked", "Kunci yang menyegel sudah dicabut sebelum catatan ini.",
     "The key that sealed it was revoked before this record."},
    {"roles", "Satu kunci dipakai untuk dua peran.", "One key is used in two roles."},
    {"names", "Satu kunci log atau saksi memakai dua nama.", "One key of a log or witness has two names."},
    {"kind", "Catatan sejenis ini tidak boleh ditulis oleh perangkat petugas.",
     "An officer's device may not write records of this kind."},
    {"drive", "Sertifikat perangkat ini untuk kegiatan lain.",
     "The device's certificate is for another drive."},
    {"unit", "Perangkat ini tidak disahkan untuk unit itu.", "The device was not certified for that unit."},
    {"note", "Titik periksa lognya salah bentuk.", "The log's checkpoint is malformed."},
    {"proof", "Bukti tempatnya salah bentuk.", "The proof of its place is malformed."},
    {"log-unknown", "Titik periksanya dari log yang tidak disahkan akar.",
     "The checkpoint is of a log that the root did not certify."},
    {"log-signature", "Titik periksanya tidak ditandatangani oleh log.",
     "The log did not sign the checkpoint."},
    {"inclusion", "Catatan ini tidak ada di tempat yang disebut bukti.",
     "The record is not in the place that the proof names."},
    {"witness", "Baris seorang saksi tidak cocok.", "The line of a witness does not hold."},
    {"no-certificates", "Tidak ada sertifikat di dalamnya.", "There are no certificates in it."},
    {"not-certified", "Tidak ada sertifikat untuk perangkat yang menyegelnya.",
     "There is no certificate for the device that sealed it."},
    {"no-chain", "Menunggu sertifikat perangkatnya.", "It takes the device's certificate first."},
    {"unknown-kind", "Jenis catatan ini belum dikenal versi Teken ini.",
     "This version of Teken does not know this kind of record."},
    {"no-seal", "Segel catatannya sendiri tidak cocok.", "The record's own seal does not fit."},
    {"no-proof", "Bukti tempatnya di log tidak ada; sertakan dengan --proof.",
     "The proof of its place in the log is missing; bring it along with --proof."},
    {"no-log-key", "Kunci log tidak diketahui: sertifikatnya tidak ada.",
     "The log's key is unknown: its certificate is missing."},
}};

const BuktiSentence* sentenceOf(std::string_view code) {
    const auto* found = std::ranges::find(kBuktiSentences, code, &BuktiSentence::code);
    return found == kBuktiSentences.end() ? nullptr : found;
}

} // namespace

std::string_view buktiWord(std::string_view code, Language language) {
    const auto* sentence = sentenceOf(code);
    if (sentence == nullptr)
        return code;
    return language == Language::English ? sentence->en : sentence->id;
}

bool hasBuktiWords(std::string_view code) {
    return sentenceOf(code) != nullptr;
}

} // namespace teken::words
