// One sentence for each code, for reasons that need no words of their own.
#include "app/words/tables.h"

#include <array>

namespace teken::words {

namespace {

constexpr std::string_view kNothingChanged = "Tidak ada yang berubah.";
constexpr std::string_view kNothingChangedEn = "Nothing was changed.";

struct Generic {
    ErrorCode code;
    Entry entry;
};

constexpr std::array kGeneric{
    Generic{
        ErrorCode::NotFound,
        {"",
         {kNothingChanged, "Yang diminta tidak ada di sini.", "Periksa nama atau nomornya, lalu coba lagi."},
         {kNothingChangedEn, "What was asked for is not here.", "Check its name or number and try again."}}},
    Generic{ErrorCode::InvalidInput,
            {"",
             {kNothingChanged, "Isian atau berkas ini tidak sesuai aturannya.",
              "Perbaiki bagian yang disebut di rincian, lalu coba lagi."},
             {kNothingChangedEn, "This input or file breaks a rule of its format.",
              "Mend the part named in the details and try again."}}},
    Generic{ErrorCode::Corrupt,
            {"",
             {"Data lain tidak disentuh.", "Data yang tersimpan tidak sama dengan yang dulu disimpan.",
              "Jangan dipakai dulu. Simpan salinan berkasnya dan hubungi pusat."},
             {"Other data was not touched.", "Stored data is not what was stored.",
              "Do not go on with it. Keep a copy of the file and call the centre."}}},
    Generic{ErrorCode::VerificationFailed,
            {"",
             {kNothingChanged, "Bukti (segel, tanda, atau sidik) tidak cocok dengan isinya.",
              "Mintalah berkas yang sama sekali lagi dari asalnya."},
             {kNothingChangedEn, "A seal, signature or hash does not fit its content.",
              "Ask for the same file once more from where it came."}}},
    Generic{ErrorCode::Conflict,
            {"",
             {kNothingChanged, "Keadaan sebenarnya sudah lain dari yang diminta.",
              "Muat ulang, lihat keadaan terbaru, lalu ulangi bila masih perlu."},
             {kNothingChangedEn, "The true state differs from what was asked.",
              "Reload, look at the newest state, and repeat if still needed."}}},
    Generic{
        ErrorCode::Unauthorized,
        {"",
         {kNothingChanged, "Kunci atau surat penugasan ini tidak berwenang untuk itu.",
          "Hubungi admin kegiatan."},
         {kNothingChangedEn, "This key or certificate has no right to do that.", "Call the drive's admin."}}},
    Generic{ErrorCode::Locked,
            {"",
             {"Data tetap aman dan terkunci.", "Data sedang terkunci atau dipakai.",
              "Buka kunci atau tunggu sebentar, lalu coba lagi."},
             {"The data is safe and locked.", "The data is locked or in use.",
              "Unlock it or wait a little, then try again."}}},
    Generic{ErrorCode::Offline,
            {"",
             {"Semua tanda tangan aman di laptop ini.", "Pusat tidak dapat dihubungi.",
              "Coba lagi nanti, atau simpan ke flashdisk."},
             {"All signatures are safe on this laptop.", "The centre cannot be reached.",
              "Try again later, or save to a stick."}}},
    Generic{
        ErrorCode::Timeout,
        {"",
         {"Semua tanda tangan aman di laptop ini.", "Tidak ada jawaban pada waktunya.", "Coba lagi nanti."},
         {"All signatures are safe on this laptop.", "No answer came in time.", "Try again later."}}},
    Generic{ErrorCode::Busy,
            {"",
             {"Semua tanda tangan aman di laptop ini.", "Pusat sedang sibuk.",
              "Tidak perlu apa-apa: akan dicoba lagi dengan sendirinya."},
             {"All signatures are safe on this laptop.", "The centre is busy.",
              "Nothing to do: it will be tried again by itself."}}},
    Generic{ErrorCode::NoSpace,
            {"",
             {"Yang sudah tersimpan tetap aman.", "Ruang penyimpanan penuh.",
              "Kosongkan ruang, lalu coba sekali lagi."},
             {"What was saved is safe.", "The disk is full.", "Free some space and try once more."}}},
    Generic{ErrorCode::ReadOnly,
            {"",
             {"Yang sudah tersimpan tetap aman.", "Tidak ada hak menulis di tempat itu.",
              "Pilih folder lain atau perbaiki hak aksesnya."},
             {"What was saved is safe.", "There is no right to write there.",
              "Choose another folder or mend its permissions."}}},
    Generic{
        ErrorCode::Unsupported,
        {"",
         {"Berkas dibiarkan seperti semula.", "Ini dibuat oleh Teken yang lebih baru.", "Perbarui Teken."},
         {"The file was left as it is.", "This was made by a newer Teken.", "Update Teken."}}},
    Generic{ErrorCode::Cancelled,
            {"",
             {kNothingChanged, "Dihentikan atas permintaan.", "Mulai lagi bila perlu."},
             {kNothingChangedEn, "Stopped on request.", "Begin again if needed."}}},
    Generic{ErrorCode::Internal,
            {"",
             {"Yang sudah tersimpan tetap aman.", "Terjadi kesalahan di dalam Teken.",
              "Salin rinciannya dan kirimkan ke pengelola."},
             {"What was saved is safe.", "Something went wrong inside Teken.",
              "Copy the details and send them to the maintainers."}}},
};

} // namespace

const Entry& genericWords(ErrorCode code) {
    for (const auto& generic : kGeneric)
        if (generic.code == code)
            return generic.entry;
    return kGeneric.back().entry;
}

} // namespace teken::words
