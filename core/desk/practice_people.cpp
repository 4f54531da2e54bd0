#include "core/desk/practice.h"

#include <array>
#include <cstdio>

namespace teken::desk {

namespace {

struct InventedName {
    const char* name;
    bool woman;
};

// Common given names put together; the first ones carry what a list must bear: one word, an apostrophe, a
// village's letters, many degrees.
constexpr std::array<InventedName, 16> kGiven{{{"Achmad", false},
                                               {"Siti Nur", true},
                                               {"Moh. Syamsul", false},
                                               {"Dewi", true},
                                               {"I Gusti Ngurah", false},
                                               {"Ni Luh Putu", true},
                                               {"Abd. Rohim", false},
                                               {"Hosniyah", true},
                                               {"Sa'diyah", true},
                                               {"R. Bambang", false},
                                               {"Nurul", true},
                                               {"Imam", false},
                                               {"Faridatul", true},
                                               {"Slamet", false},
                                               {"Ummi", true},
                                               {"Taufiq", false}}};
constexpr std::array<const char*, 11> kFamily{"Contohadi", "Misalwati", "Latihandoko", "Percobaan",
                                              "Andaikata", "Umpamawan", "Ibaratno",    "Seandainya",
                                              "Cobawati",  "Tiruanto",  "Rekaningsih"};
constexpr std::array<const char*, 6> kDegrees{"", "S.Sos.", "", "S.Pd., M.Pd.", "S.E.", ""};
constexpr std::array<const char*, 6> kPosts{"Pengadministrasi Umum", "Kepala Seksi Pelayanan",
                                            "Bendahara Pengeluaran", "Analis Perencanaan",
                                            "Penyuluh Ahli Muda",    "Pengelola Data"};

/// After so many all parts of a number come round again: a day and a year are moved, so that a province's
/// worth of people have numbers of their own.
constexpr std::size_t kNumbersARound = 8'400;

std::string numberOf(std::size_t index, bool woman) {
    const std::size_t round = index / kNumbersARound;
    const unsigned year = 1968 + static_cast<unsigned>(index % 28);
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%04u%02u%02u%04u%02u%u%03u", year,
                  1 + static_cast<unsigned>(index % 12),
                  1 + static_cast<unsigned>((index * 7 + round % 7) % 28),
                  year + 24 - static_cast<unsigned>(round / 7 % 6), 1 + static_cast<unsigned>(index % 12),
                  woman ? 2U : 1U, 900 + static_cast<unsigned>(index % 100));
    return text.data();
}

} // namespace

std::string practiceRoster(std::size_t people) {
    std::string csv = "Nama,NIP,Jabatan,Unit Kerja,Status\n";
    for (std::size_t i = 0; i < people; ++i) {
        const auto& given = kGiven[i % kGiven.size()];
        std::string name = std::string(given.name) + " " + kFamily[i % kFamily.size()];
        const std::string degree = kDegrees[i % kDegrees.size()];
        if (!degree.empty())
            name = "\"" + name + ", " + degree + "\"";
        csv += name + "," + numberOf(i, given.woman) + "," + kPosts[i % kPosts.size()] + "," +
               (i % 4 == 3 ? "Dinas Contoh" : "Kecamatan Contoh") + ",PNS\n";
    }
    return csv;
}

Result<domain::UnitList> practiceUnits() {
    return domain::UnitList::create({{"CONTOH-KEC", "Kecamatan Contoh", domain::UnitKind::Kecamatan, "", ""},
                                     {"CONTOH-DIN", "Dinas Contoh", domain::UnitKind::Opd, "", ""}});
}

} // namespace teken::desk
