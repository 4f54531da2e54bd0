#include "core/domain/nip.h"

#include "core/domain/slugs.h"
#include "core/domain/text.h"

#include <algorithm>

namespace teken::domain {
namespace {

constexpr Slugs<3> kWarningSlugs{"nip.kind-unknown", "nip.age-at-appointment", "nip.age-now"};
constexpr std::size_t kDigits = 18;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t digitsAt(std::string_view text, std::size_t offset) {
    std::size_t count = 0;
    while (offset + count < text.size() && isDigit(text[offset + count]))
        ++count;
    return count;
}

/// Behind a leading label such as "NIP" or "NI PPPK" (blanks and dots are gone already).
std::string_view withoutLabel(std::string_view text) {
    std::string letters;
    while (letters.size() < text.size()) {
        const char32_t letter = foldLetter(static_cast<unsigned char>(text[letters.size()]));
        if (letter < 'a' || letter > 'z')
            break;
        letters += static_cast<char>(letter);
    }
    for (const std::string_view label : {"nip", "nipppk", "nippppk", "nippk", "nipcpns"})
        if (letters == label) {
            text.remove_prefix(label.size());
            if (!text.empty() && (text.front() == ':' || text.front() == '='))
                text.remove_prefix(1);
            return text;
        }
    return text;
}

tl::unexpected<Error> wrong(std::string_view reason, std::string message) {
    return fail(ErrorCode::InvalidInput, std::string(reason), std::move(message));
}

} // namespace

std::string_view slug(NipWarning warning) {
    return slugOf(kWarningSlugs, warning);
}

std::string cleanNumber(std::string_view raw) {
    std::string kept;
    for (std::size_t at = 0; at < raw.size();) {
        const char32_t c = nextCodePoint(raw, at);
        // Quotation marks and a leading "=" are left by exports that protect text from spreadsheets: ="1985…"
        const bool dressing =
            isBlank(c) || isDash(c) || isApostrophe(c) || c == '.' || c == '"' || (c == '=' && kept.empty());
        if (!dressing)
            appendCodePoint(kept, c);
    }
    return std::string(withoutLabel(kept));
}

bool looksLikeFloat(std::string_view raw) {
    std::string text;
    for (std::size_t at = 0; at < raw.size();) {
        const char32_t c = nextCodePoint(raw, at);
        if (!isBlank(c) && !isApostrophe(c))
            appendCodePoint(text, c);
    }
    const std::size_t whole = digitsAt(text, 0);
    if (whole == 0)
        return false;
    std::size_t at = whole;
    std::size_t fraction = 0;
    bool zeroFraction = false;
    if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
        fraction = digitsAt(text, at + 1);
        zeroFraction = fraction > 0 && text.find_first_not_of('0', at + 1) == std::string::npos;
        at += 1 + fraction;
    }
    // "198506112009011000.0": sixteen digits and more never stand before a real decimal sign here.
    if (at == text.size())
        return zeroFraction && whole >= 15;
    if (text[at] != 'e' && text[at] != 'E')
        return false;
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-'))
        ++at;
    return digitsAt(text, at) > 0 && at + digitsAt(text, at) == text.size();
}

Result<Nip> Nip::parse(std::string_view raw) {
    if (looksLikeFloat(raw))
        return wrong("nip.float", "expected text, found a number that lost its last digits");
    std::string digits = cleanNumber(raw);
    if (digits.empty())
        return wrong("nip.empty", "expected 18 digits, found nothing");
    if (!isAllDigits(digits))
        return wrong("nip.not-digits", "expected digits 0 to 9 only");
    if (digits.size() != kDigits)
        return wrong("nip.not-18-digits", "expected 18 digits, found " + std::to_string(digits.size()));
    Nip nip(std::move(digits));
    if (!nip.birthDate().ok() || nip.part(0, 4) == 0)
        return wrong("nip.birth-date", "expected a date that exists in digits 1 to 8");
    if (nip.part(14, 1) != 1 && nip.part(14, 1) != 2)
        return wrong("nip.sex", "expected 1 or 2 as digit 15");
    if (nip.serial() == 0)
        return wrong("nip.serial-zero", "expected a serial from 001 in digits 16 to 18, found 000");
    return nip;
}

unsigned Nip::part(std::size_t offset, std::size_t length) const {
    unsigned value = 0;
    for (std::size_t i = offset; i < offset + length; ++i)
        value = value * 10 + static_cast<unsigned>(m_digits[i] - '0');
    return value;
}

NumberKind Nip::kind() const {
    const unsigned value = part(12, 2);
    if (value >= 1 && value <= 12)
        return NumberKind::Pns;
    return value >= 21 && value <= 29 ? NumberKind::Pppk : NumberKind::Unknown;
}

Date Nip::birthDate() const {
    return Date{std::chrono::year{static_cast<int>(part(0, 4))}, std::chrono::month{part(4, 2)},
                std::chrono::day{part(6, 2)}};
}

Sex Nip::sex() const {
    return part(14, 1) == 1 ? Sex::Male : Sex::Female;
}

int Nip::appointmentYear() const {
    return static_cast<int>(part(8, 4));
}

std::optional<unsigned> Nip::appointmentMonth() const {
    return kind() == NumberKind::Pns ? std::optional(part(12, 2)) : std::nullopt;
}

std::optional<unsigned> Nip::contract() const {
    return kind() == NumberKind::Pppk ? std::optional(part(12, 2)) : std::nullopt;
}

unsigned Nip::serial() const {
    return part(15, 3);
}

std::vector<NipWarning> Nip::warnings(Date today) const {
    std::vector<NipWarning> found;
    if (kind() == NumberKind::Unknown)
        found.push_back(NipWarning::KindUnknown);
    // Without a month (PPPK) the end of the year decides the lower and the beginning the upper limit: a doubt
    // is no warning.
    const auto year = std::chrono::year{appointmentYear()};
    const std::chrono::month first{appointmentMonth().value_or(1)};
    const std::chrono::month last{appointmentMonth().value_or(12)};
    const int oldest = fullYears(birthDate(), Date{year / last / std::chrono::last});
    const int youngest = fullYears(birthDate(), Date{year / first / 1});
    if (oldest < 18 || youngest > 40)
        found.push_back(NipWarning::AgeAtAppointment);
    const int age = fullYears(birthDate(), today);
    if (age < 18 || age > 60)
        found.push_back(NipWarning::AgeNow);
    return found;
}

std::string prettyNumber(std::string_view number) {
    if (number.size() != kDigits || !isAllDigits(number))
        return std::string(number);
    const std::string digits(number);
    return digits.substr(0, 8) + ' ' + digits.substr(8, 6) + ' ' + digits.substr(14, 1) + ' ' +
           digits.substr(15);
}

std::string maskedNumber(std::string_view number) {
    constexpr std::string_view kHidden = "•";
    const std::string shown = prettyNumber(number);
    const auto digits = static_cast<std::size_t>(std::count_if(shown.begin(), shown.end(), isDigit));
    std::size_t seen = 0;
    std::string text;
    for (std::size_t at = 0; at < shown.size();) {
        const std::size_t from = at;
        const char32_t c = nextCodePoint(shown, at);
        if (c < 0x80 && isDigit(static_cast<char>(c)))
            ++seen;
        const bool open = digits > 3 && seen > digits - 3;
        if (c == ' ' || open)
            text += shown.substr(from, at - from);
        else
            text += kHidden;
    }
    return text;
}

} // namespace teken::domain
