#include "core/domain/names.h"

#include "core/base/encoding.h"
#include "core/domain/text.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace teken::domain {
namespace {

using Words = std::initializer_list<std::string_view>;

bool isOneOf(Words list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Titles in front of a name, without dots. Raden and initials are part of the name.
bool isFrontDegree(std::string_view bare) {
    return isOneOf(
        {"dr", "drg", "drh", "drs", "dra", "ir", "prof", "h", "hj", "kh", "ns", "apt", "ec", "tgh"}, bare);
}

/// Titles behind a name that people write without a comma, without dots.
bool isBackDegree(std::string_view bare) {
    static constexpr std::array<std::string_view, 92> kDegrees{
        "ah",     "ak",   "ama",   "amapd",  "amd",    "amdak",  "amdfarm", "amdkeb", "amdkep", "amdkes",
        "amdkom", "amg",  "amk",   "amkeb",  "apt",    "bsc",    "ca",      "dea",    "dess",   "fil",
        "lc",     "lla",  "llm",   "mag",    "mak",    "map",    "march",   "mba",    "mcs",    "meng",
        "mfarm",  "mh",   "mhi",   "mhum",   "mkep",   "mkes",   "mkom",    "mkn",    "mm",     "mmpd",
        "mp",     "mpd",  "mpdi",  "mph",    "mpsi",   "mpt",    "msc",     "msi",    "msos",   "mt",
        "phd",    "sab",  "sag",   "san",    "se",     "sei",    "sfarm",   "sgz",    "sh",     "shi",
        "shum",   "shut", "sikom", "sip",    "sked",   "skep",   "skg",     "skh",    "skm",    "skom",
        "spd",    "spdi", "spdsd", "spi",    "spog",   "spsi",   "spt",     "ssi",    "ssn",    "ssos",
        "sst",    "sstp", "stp",   "strkeb", "strkep", "strkes", "strsos",  "s1",     "s2",     "spa",
        "spb",    "sppd"};
    return std::find(kDegrees.begin(), kDegrees.end(), bare) != kDegrees.end();
}

std::string bareOf(std::string_view token) {
    std::string bare;
    for (std::size_t at = 0; at < token.size();)
        if (const char32_t c = foldLetter(nextCodePoint(token, at)); c != '.' && c != ',')
            appendCodePoint(bare, c);
    return bare;
}

bool hasInnerDot(std::string_view token) {
    const std::size_t dot = token.find('.');
    return dot != std::string_view::npos && dot + 1 < token.size();
}

/// A degree behind the name without a comma: with a dot inside any known one and the short "S.T", "M.A";
/// without dots only those that are nobody's name.
bool endsLikeDegree(std::string_view token) {
    const std::string bare = bareOf(token);
    if (hasInnerDot(token))
        return isBackDegree(bare) || isOneOf({"st", "ma", "sp", "si", "ba", "sm", "sik"}, bare);
    return isBackDegree(bare) &&
           !isOneOf({"ah", "sab", "san", "spa", "ama", "fil", "lla", "map", "mak", "mag"}, bare);
}

std::vector<std::string_view> tokensOf(std::string_view text) {
    std::vector<std::string_view> tokens;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at)
            tokens.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return tokens;
}

void appendPart(std::string& text, std::string_view part) {
    if (part.empty())
        return;
    if (!text.empty())
        text += ' ';
    text += part;
}

/// Length of a title at the beginning of `token`: the whole token ("Drs.", "K.H.") or up to its first dot
/// ("H.Ahmad"); 0 when there is none.
std::size_t frontDegreeLength(std::string_view token) {
    if (isFrontDegree(bareOf(token)))
        return token.size();
    const std::size_t dot = token.find('.');
    if (dot != std::string_view::npos && dot + 1 < token.size() &&
        isFrontDegree(bareOf(token.substr(0, dot))))
        return dot + 1;
    return 0;
}

/// Moves titles from the front of `tokens` to `front`; the last token is always a name.
void takeFront(std::vector<std::string_view>& tokens, std::string& front) {
    while (!tokens.empty()) {
        const std::size_t length = frontDegreeLength(tokens.front());
        if (length == 0 || (length == tokens.front().size() && tokens.size() == 1))
            return;
        appendPart(front, tokens.front().substr(0, length));
        if (length == tokens.front().size())
            tokens.erase(tokens.begin());
        else
            tokens.front().remove_prefix(length);
    }
}

bool onlyFrontDegrees(std::string_view text) {
    const auto tokens = tokensOf(text);
    return !tokens.empty() && std::all_of(tokens.begin(), tokens.end(), [](std::string_view token) {
        return frontDegreeLength(token) == token.size();
    });
}

/// The comma that begins the degrees behind the name; one right behind titles ("Drs., Budi") is not it.
std::size_t commaBehindName(std::string_view name) {
    std::size_t comma = name.find(',');
    while (comma != std::string_view::npos && onlyFrontDegrees(name.substr(0, comma)))
        comma = name.find(',', comma + 1);
    return comma;
}

struct Variant {
    std::string_view spelling;
    std::string_view folded;
};
constexpr std::array<Variant, 26> kVariants{
    {{"moh", "muhammad"},       {"moch", "muhammad"},     {"muh", "muhammad"},      {"much", "muhammad"},
     {"mohd", "muhammad"},      {"muhd", "muhammad"},     {"mohammad", "muhammad"}, {"mohamad", "muhammad"},
     {"mochammad", "muhammad"}, {"mochamad", "muhammad"}, {"muhammad", "muhammad"}, {"muhamad", "muhammad"},
     {"muchammad", "muhammad"}, {"muchamad", "muhammad"}, {"mohammed", "muhammad"}, {"muhammed", "muhammad"},
     {"ach", "ahmad"},          {"achmad", "ahmad"},      {"ahmad", "ahmad"},       {"akhmad", "ahmad"},
     {"ahmed", "ahmad"},        {"abd", "abdul"},         {"abdul", "abdul"},       {"st", "siti"},
     {"siti", "siti"},          {"sitti", "siti"}}};

/// Spelling before 1947 and 1972.
std::string foldSpelling(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kPairs{
        {{"oe", "u"}, {"dj", "j"}, {"tj", "c"}, {"sj", "sy"}}};
    std::string folded;
    for (std::size_t i = 0; i < word.size();) {
        const auto pair = std::find_if(kPairs.begin(), kPairs.end(),
                                       [&](const auto& old) { return word.substr(i, 2) == old.first; });
        if (pair != kPairs.end()) {
            folded += pair->second;
            i += 2;
        } else {
            folded += word[i++];
        }
    }
    return folded;
}

std::string foldWord(std::string_view plain) {
    std::string folded = foldSpelling(plain);
    for (const Variant& variant : kVariants)
        if (variant.spelling == folded)
            return std::string(variant.folded);
    return folded;
}

tl::unexpected<Error> wrong(std::string_view reason, std::string message) {
    return fail(ErrorCode::InvalidInput, std::string(reason), std::move(message));
}

} // namespace

NameParts splitDegrees(std::string_view name) {
    const std::string tidy = tidySpaces(name);
    NameParts parts;
    const std::string_view whole = tidy;
    const std::size_t comma = commaBehindName(whole);
    auto tokens = tokensOf(whole.substr(0, comma));
    takeFront(tokens, parts.front);
    std::string behind = comma == std::string_view::npos ? "" : tidySpaces(whole.substr(comma + 1));
    while (tokens.size() > 1 && endsLikeDegree(tokens.back())) {
        behind = std::string(tokens.back()) + (behind.empty() ? "" : ", " + behind);
        tokens.pop_back();
    }
    for (const std::string_view token : tokens)
        appendPart(parts.name, token);
    parts.back = std::move(behind);
    return parts;
}

Result<> checkName(std::string_view name) {
    if (!isUtf8(name))
        return wrong("name.not-utf8", "expected well-formed UTF-8");
    for (std::size_t at = 0; at < name.size();)
        if (isControl(nextCodePoint(name, at)))
            return wrong("name.control-character", "expected no control characters");
    if (tidySpaces(name).empty())
        return wrong("name.empty", "expected a name");
    if (const std::size_t length = utf8Length(name); length > kMaxNameLettersWithDegrees)
        return wrong("name.too-long-with-degrees",
                     "expected at most 120 characters, found " + std::to_string(length));
    std::size_t letters = 0;
    bool anyLetter = false;
    for (const std::string& word : plainWords(splitDegrees(name).name)) {
        letters += utf8Length(word);
        anyLetter = anyLetter || !isAllDigits(word);
    }
    if (!anyLetter)
        return wrong("name.no-letter", "expected at least one letter");
    if (letters > kMaxNameLetters)
        return wrong("name.too-long", "expected at most 60 letters, found " + std::to_string(letters));
    return {};
}

std::vector<SearchWord> searchWords(std::string_view name) {
    std::vector<SearchWord> words;
    for (std::string& plain : plainWords(splitDegrees(name).name)) {
        std::string folded = foldWord(plain);
        words.push_back({std::move(folded), std::move(plain)});
    }
    return words;
}

std::string foldName(std::string_view name) {
    std::string folded;
    for (const SearchWord& word : searchWords(name))
        appendPart(folded, word.folded);
    return folded;
}

std::string variantBegunBy(std::string_view plainWord) {
    if (plainWord.size() < 3)
        return {};
    for (const Variant& variant : kVariants)
        if (variant.spelling.starts_with(plainWord))
            return std::string(variant.folded);
    return {};
}

bool isBalineseShaped(const std::vector<SearchWord>& words) {
    if (words.size() < 2)
        return false;
    return isOneOf({"i",       "ni",    "ida",    "gusti",  "dewa",  "desak",  "anak",  "cok",
                    "cokorda", "wayan", "made",   "nyoman", "ketut", "putu",   "kadek", "komang",
                    "gede",    "luh",   "nengah", "kade",   "gde",   "ngakan", "sang",  "pande"},
                   words.front().folded);
}

} // namespace teken::domain
