#include "core/domain/text.h"
#include "core/domain/units.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace teken::domain {
namespace {

constexpr std::size_t kMostCandidates = 8;

std::string joined(const std::vector<std::string>& words, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += (i > 0 ? " " : "") + words[i];
    return text;
}

std::vector<std::string> splitWords(const std::string& plain) {
    return plainWords(plain);
}

std::string expanded(const std::string& word) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kShort{
        {{"kec", "kecamatan"},
         {"kel", "kelurahan"},
         {"ds", "desa"},
         {"kab", "kabupaten"},
         {"dns", "dinas"},
         {"bdn", "badan"},
         {"sekr", "sekretariat"},
         {"sek", "sekretariat"},
         {"rs", "rsud"}}};
    for (const auto& [shortForm, longForm] : kShort)
        if (word == shortForm)
            return std::string(longForm);
    return word;
}

std::string expandedText(const std::string& plain) {
    std::vector<std::string> words = splitWords(plain);
    for (std::string& word : words)
        word = expanded(word);
    return joined(words, words.size());
}

bool isSubsequence(std::string_view piece, std::string_view word) {
    std::size_t found = 0;
    for (const char c : word)
        if (found < piece.size() && piece[found] == c)
            ++found;
    return found == piece.size();
}

/// "dinkes" from "dinas kesehatan", "dishub" from "dinas perhubungan": the first piece is made of letters of
/// the first word, each later piece begins a later word or is three letters of it.
bool isSyllabic(std::string_view shortForm, const std::vector<std::string>& words) {
    // The upper limit keeps the search for pieces short whatever a cell holds.
    if (shortForm.size() < 5 || shortForm.size() > 24 || words.size() < 2)
        return false;
    const std::function<bool(std::size_t, std::size_t)> rest = [&](std::size_t at, std::size_t word) {
        if (at == shortForm.size())
            return true;
        for (std::size_t w = word; w < words.size(); ++w)
            for (std::size_t length = 1; at + length <= shortForm.size() && length <= 6; ++length) {
                const std::string_view piece = shortForm.substr(at, length);
                const bool fits =
                    words[w].starts_with(piece) || (length >= 3 && words[w].find(piece) != std::string::npos);
                if (fits && (length >= 2 || w + 1 < words.size()) && rest(at + length, w + 1))
                    return true;
            }
        return false;
    };
    for (std::size_t length = 2; length <= 4 && length < shortForm.size(); ++length) {
        const std::string_view piece = shortForm.substr(0, length);
        if (piece.front() == words.front().front() && isSubsequence(piece, words.front()) && rest(length, 1))
            return true;
    }
    return false;
}

/// All words of `part`, in order, in `whole`.
bool isContained(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
    std::size_t found = 0;
    for (const std::string& word : whole)
        if (found < part.size() &&
            (word == part[found] || (part[found].size() >= 4 && word.starts_with(part[found]))))
            ++found;
    return found == part.size() && !part.empty();
}

UnitMatch asking(std::vector<std::string> codes) {
    if (codes.empty())
        return {};
    if (codes.size() > kMostCandidates)
        codes.resize(kMostCandidates);
    const auto kind = codes.size() == 1 ? UnitMatch::Kind::Proposal : UnitMatch::Kind::Ambiguous;
    return {kind, std::move(codes)};
}

} // namespace

UnitMatcher::UnitMatcher(const UnitList& units, std::string_view placeName) : m_place(plainText(placeName)) {
    for (const Unit& unit : units.all()) {
        Known known{unit.code, plainText(unit.code), plainText(unit.name), {}, {}};
        for (std::string& word : plainWords(unit.name)) {
            if (word == "dan")
                continue;
            known.initials += word.front();
            known.words.push_back(std::move(word));
        }
        m_known.push_back(std::move(known));
    }
}

UnitMatch UnitMatcher::exact(std::string_view written) const {
    const std::string plain = plainText(written);
    std::vector<std::string> codes;
    for (const Known& unit : m_known)
        if (unit.code == written || unit.plainName == plain)
            codes.push_back(unit.code);
    if (codes.size() == 1)
        return {UnitMatch::Kind::Exact, std::move(codes)};
    return asking(std::move(codes));
}

std::string UnitMatcher::withoutPlace(const std::string& plain) const {
    const auto words = splitWords(plain);
    for (std::size_t i = 1; i < words.size(); ++i)
        for (const std::string_view place :
             {"kab", "kabupaten", "kota", "pemkab", "pemkot", "provinsi", "prov"})
            if (words[i] == place)
                return joined(words, i);
    if (!m_place.empty() && plain.size() > m_place.size() + 1 && plain.ends_with(" " + m_place))
        return plain.substr(0, plain.size() - m_place.size() - 1);
    return plain;
}

UnitMatch UnitMatcher::match(std::string_view written) const {
    const std::string tidy = tidySpaces(written);
    const std::string plain = plainText(tidy);
    if (plain.empty() || plain.size() > 400)
        return {};
    if (UnitMatch found = exact(tidy); found.kind != UnitMatch::Kind::None)
        return found;
    const std::string bare = expandedText(withoutPlace(plain));
    const std::string withPlace = expandedText(plain);
    const auto words = splitWords(bare);
    const bool oneWord = words.size() == 1;
    const std::size_t slips = bare.size() >= 16 ? 2 : bare.size() >= 6 ? 1 : 0;
    // From the surest likeness to the loosest; the first that finds anyone asks about those only.
    const std::array<std::function<bool(const Known&)>, 5> likenesses{
        [&](const Known& unit) { return unit.plainName == withPlace; },
        [&](const Known& unit) {
            return unit.plainName == bare || unit.plainCode == bare || (oneWord && unit.initials == bare);
        },
        [&](const Known& unit) { return slips > 0 && editDistance(unit.plainName, bare, slips) <= slips; },
        [&](const Known& unit) { return oneWord && isSyllabic(bare, unit.words); },
        [&](const Known& unit) { return isContained(words, unit.words); }};
    for (const auto& likely : likenesses) {
        std::vector<std::string> codes;
        for (const Known& unit : m_known)
            if (likely(unit))
                codes.push_back(unit.code);
        if (!codes.empty())
            return asking(std::move(codes));
    }
    return {};
}

} // namespace teken::domain
