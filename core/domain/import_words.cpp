#include "core/domain/import_words.h"

#include "core/domain/names.h"
#include "core/domain/nip.h"
#include "core/domain/text.h"

#include <algorithm>
#include <array>

namespace teken::domain {
namespace {

/// `phrase` as whole words of `plain`.
bool says(std::string_view plain, std::string_view phrase) {
    for (std::size_t at = plain.find(phrase); at != std::string_view::npos; at = plain.find(phrase, at + 1)) {
        const bool begins = at == 0 || plain[at - 1] == ' ';
        const bool ends = at + phrase.size() == plain.size() || plain[at + phrase.size()] == ' ';
        if (begins && ends)
            return true;
    }
    return false;
}

template <class Value>
struct Phrase {
    std::string_view words;
    Value value;
};

// Narrower words first: "pppk paruh waktu" is also "pppk", "non pns" also "pns".
constexpr std::array<Phrase<SignerKind>, 30> kKinds{{{"paruh waktu", SignerKind::PppkPartTime},
                                                     {"part time", SignerKind::PppkPartTime},
                                                     {"pppk pw", SignerKind::PppkPartTime},
                                                     {"non asn", SignerKind::NonAsn},
                                                     {"nonasn", SignerKind::NonAsn},
                                                     {"non pns", SignerKind::NonAsn},
                                                     {"honorer", SignerKind::NonAsn},
                                                     {"honor", SignerKind::NonAsn},
                                                     {"tenaga kontrak", SignerKind::NonAsn},
                                                     {"kontrak", SignerKind::NonAsn},
                                                     {"thl", SignerKind::NonAsn},
                                                     {"tkk", SignerKind::NonAsn},
                                                     {"ptt", SignerKind::NonAsn},
                                                     {"gtt", SignerKind::NonAsn},
                                                     {"sukwan", SignerKind::NonAsn},
                                                     {"cpns", SignerKind::Cpns},
                                                     {"calon pns", SignerKind::Cpns},
                                                     {"pppk", SignerKind::Pppk},
                                                     {"p3k", SignerKind::Pppk},
                                                     {"pns", SignerKind::Pns},
                                                     {"pegawai negeri sipil", SignerKind::Pns},
                                                     {"kepala desa", SignerKind::VillageHead},
                                                     {"kades", SignerKind::VillageHead},
                                                     {"klebun", SignerKind::VillageHead},
                                                     {"perbekel", SignerKind::VillageHead},
                                                     {"perangkat desa", SignerKind::VillageStaff},
                                                     {"sekretaris desa", SignerKind::VillageStaff},
                                                     {"kaur", SignerKind::VillageStaff},
                                                     {"lainnya", SignerKind::Other},
                                                     {"lain lain", SignerKind::Other}}};

constexpr std::array<Phrase<RosterNote>, 36> kNotes{{{"salah data", RosterNote::WrongData},
                                                     {"data salah", RosterNote::WrongData},
                                                     {"meninggal", RosterNote::Deceased},
                                                     {"wafat", RosterNote::Deceased},
                                                     {"almarhum", RosterNote::Deceased},
                                                     {"almarhumah", RosterNote::Deceased},
                                                     {"alm", RosterNote::Deceased},
                                                     {"almh", RosterNote::Deceased},
                                                     {"pensiun", RosterNote::Retired},
                                                     {"pensiunan", RosterNote::Retired},
                                                     {"purna tugas", RosterNote::Retired},
                                                     {"purnatugas", RosterNote::Retired},
                                                     {"mutasi", RosterNote::Transferred},
                                                     {"pindah", RosterNote::Transferred},
                                                     {"pindah tugas", RosterNote::Transferred},
                                                     {"berhenti", RosterNote::Resigned},
                                                     {"diberhentikan", RosterNote::Resigned},
                                                     {"mengundurkan diri", RosterNote::Resigned},
                                                     {"tugas belajar", RosterNote::StudyLeave},
                                                     {"tubel", RosterNote::StudyLeave},
                                                     {"izin belajar", RosterNote::None},
                                                     {"dinas luar", RosterNote::OfficialTrip},
                                                     {"perjalanan dinas", RosterNote::OfficialTrip},
                                                     {"dl", RosterNote::OfficialTrip},
                                                     {"cuti", RosterNote::Leave},
                                                     {"haji", RosterNote::Leave},
                                                     {"umrah", RosterNote::Leave},
                                                     {"umroh", RosterNote::Leave},
                                                     {"sakit", RosterNote::OtherAbsence},
                                                     {"izin", RosterNote::OtherAbsence},
                                                     {"ijin", RosterNote::OtherAbsence},
                                                     {"rawat inap", RosterNote::OtherAbsence},
                                                     {"aktif", RosterNote::None},
                                                     {"ada", RosterNote::None},
                                                     {"hadir", RosterNote::None},
                                                     {"ok", RosterNote::None}}};

/// What may stand beside a reason to leave without turning it round.
constexpr auto kBesideLeaving = std::to_array<std::string_view>(
    {"dunia",     "tmt",     "per",      "tanggal",    "tgl",   "sejak", "bulan", "tahun", "th",
     "bup",       "dini",    "aps",      "sudah",      "telah", "yang",  "ybs",   "tugas", "keluar",
     "kerja",     "atas",    "sendiri",  "permintaan", "pada",  "dari",  "asn",   "pns",   "karena",
     "sakit",     "januari", "februari", "maret",      "april", "mei",   "juni",  "juli",  "agustus",
     "september", "oktober", "november", "desember",   "jan",   "feb",   "mar",   "apr",   "jun",
     "jul",       "agt",     "ags",      "sep",        "okt",   "nov",   "des"});

template <class Value, std::size_t N>
std::optional<Value> firstSaid(const std::array<Phrase<Value>, N>& phrases, std::string_view plain) {
    for (const auto& phrase : phrases)
        if (says(plain, phrase.words))
            return phrase.value;
    return std::nullopt;
}

bool isLeaving(const Phrase<RosterNote>& phrase) {
    return phrase.value >= RosterNote::Retired;
}

/// Only reasons to leave and what goes with them; whatever follows "ke" says where to.
bool leavesForSure(std::string_view plain) {
    bool moving = false;
    bool from = false;
    for (const std::string& word : plainWords(plain)) {
        if (word == "ke" || word == "menjadi")
            return true;
        const bool reason = std::ranges::any_of(
            kNotes, [&](const auto& phrase) { return isLeaving(phrase) && says(phrase.words, word); });
        moving = moving || word == "mutasi" || word == "pindah";
        from = from || word == "dari";
        if (!reason && !isAllDigits(word) && std::ranges::find(kBesideLeaving, word) == kBesideLeaving.end())
            return false;
    }
    return !(moving && from);
}

std::optional<RosterNote> stayingNote(std::string_view plain) {
    for (const auto& phrase : kNotes)
        if (!isLeaving(phrase) && says(plain, phrase.words))
            return phrase.value;
    return std::nullopt;
}

/// Two or more words, or a word with a degree: enough to be a person's name in half a cell.
bool looksLikeName(std::string_view part) {
    const NameParts split = splitDegrees(part);
    const auto words = plainWords(split.name);
    const bool letters = !words.empty() && std::none_of(words.begin(), words.end(), isAllDigits);
    return letters && words.front().size() >= 2;
}

} // namespace

std::optional<SignerKind> kindFromWords(std::string_view written) {
    return firstSaid(kKinds, plainText(written));
}

std::optional<NoteSaid> noteFromWords(std::string_view written) {
    const std::string plain = plainText(written);
    if (plain.empty())
        return NoteSaid{};
    const auto said = firstSaid(kNotes, plain);
    if (!said)
        return std::nullopt;
    if (*said < RosterNote::Retired || leavesForSure(plain))
        return NoteSaid{*said, false};
    return NoteSaid{stayingNote(plain).value_or(RosterNote::None), true};
}

bool isFooter(const Row& row) {
    for (const Cell& cell : row.cells) {
        const std::string plain = plainText(cell.text);
        if (plain.empty() || isAllDigits(plain))
            continue;
        const bool sum = says(plain, "jumlah") || says(plain, "total") || says(plain, "subtotal");
        const bool first = plain.starts_with("jumlah") || plain.starts_with("total") ||
                           plain.starts_with("sub") || plain.starts_with("grand total");
        return sum && first && std::none_of(row.cells.begin(), row.cells.end(), [](const Cell& other) {
                   return Nip::parse(other.text).has_value();
               });
    }
    return false;
}

bool isColumnNumbers(const Row& row) {
    std::size_t expected = 0;
    for (const Cell& cell : row.cells) {
        const std::string text = cleanNumber(cell.text);
        if (text.empty())
            continue;
        std::string inner = text;
        std::erase_if(inner, [](char c) { return c == '(' || c == ')'; });
        if (!isAllDigits(inner) || inner.size() > 3)
            return false;
        const auto value = static_cast<std::size_t>(std::stoul(inner));
        if (expected != 0 && value != expected)
            return false;
        expected = value + 1;
    }
    return expected >= 4;
}

std::string onlyText(const Row& row) {
    std::string only;
    for (const Cell& cell : row.cells) {
        const std::string text = tidySpaces(cell.text);
        // Running numbers and Roman numerals stand beside headings too: "A.", "IV", "3".
        const std::string plain = plainText(text);
        const bool running = plain.size() <= 4 &&
                             (isAllDigits(plain) || plain.find_first_not_of("ivxlcab") == std::string::npos);
        if (running)
            continue;
        if (!only.empty() && only != text)
            return {};
        only = text;
    }
    return only;
}

bool beginsLikeUnit(std::string_view text) {
    const auto words = plainWords(text);
    if (words.size() < 2)
        return false;
    constexpr std::array<std::string_view, 22> kHeads{
        "dinas",       "badan",       "kantor", "kecamatan", "kec",       "kelurahan", "kel", "desa",
        "inspektorat", "sekretariat", "rsud",   "rumah",     "puskesmas", "uptd",      "upt", "bagian",
        "satuan",      "satpol",      "unit",   "opd",       "skpd",      "bidang"};
    return std::find(kHeads.begin(), kHeads.end(), words.front()) != kHeads.end();
}

bool holdsTwoNames(std::string_view cell) {
    std::string text(cell);
    for (const std::string_view separator : {"\r\n", "\n", "\r", " / ", "/", ";", " & ", " dan ", " DAN "}) {
        const std::size_t at = text.find(separator);
        if (at == std::string::npos || at == 0)
            continue;
        if (looksLikeName(text.substr(0, at)) && looksLikeName(text.substr(at + separator.size())))
            return true;
    }
    const std::string tidy = tidySpaces(text);
    return tidy.starts_with("1.") && tidy.find(" 2.") != std::string::npos;
}

bool holdsTwoNumbers(std::string_view cell) {
    std::size_t digits = 0;
    for (const char c : cell)
        digits += c >= '0' && c <= '9' ? 1 : 0;
    return digits >= 36;
}

} // namespace teken::domain
