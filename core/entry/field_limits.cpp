#include "core/entry/field_limits.h"

#include "core/base/encoding.h"

#include <chrono>

namespace teken::entry {
namespace {

std::string rangeWords(Range range, const char* what, std::size_t found) {
    return "expected " + std::to_string(range.least) + " to " + std::to_string(range.most) + " " + what +
           ", found " + std::to_string(found);
}

/// Value of `count` digits at `from`; -1 if one is none.
int digits(std::string_view text, std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool isCalendarDay(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    const int year = digits(text, 0, 4);
    const int month = digits(text, 5, 2);
    const int day = digits(text, 8, 2);
    if (year < 1 || month < 1 || day < 1)
        return false;
    return std::chrono::year_month_day(std::chrono::year{year},
                                       std::chrono::month{static_cast<unsigned>(month)},
                                       std::chrono::day{static_cast<unsigned>(day)})
        .ok();
}

} // namespace

Fault textFault(std::string_view text, Range points) {
    if (points.most < kManyLines && text.find('\n') != std::string_view::npos)
        return {"payload.line-feed", "expected one line"};
    // A text has at most as many code points as bytes: most texts need no counting.
    if (text.size() <= points.most && points.least <= 1 && text.size() >= points.least)
        return {};
    const std::size_t length = utf8Length(text);
    if (length < points.least || length > points.most)
        return {"payload.text-length", rangeWords(points, "code points", length)};
    return {};
}

Fault lineFault(std::string_view text, Range length) {
    if (text.find('\n') != std::string_view::npos)
        return {"payload.line-feed", "expected one line"};
    if (text.size() < length.least || text.size() > length.most)
        return {"payload.text-length", rangeWords(length, "bytes", text.size())};
    return {};
}

Fault integerFault(std::int64_t value, std::int64_t least) {
    if (value < least)
        return {"payload.range", "expected an integer of at least " + std::to_string(least)};
    if (value > kMostInteger || value < -kMostInteger)
        return {"payload.range", "expected an integer within 2^53-1"};
    return {};
}

Fault momentFault(std::int64_t value) {
    constexpr std::int64_t kEndOf9999 = 253'402'300'799'999;
    if (value < 0 || value > kEndOf9999)
        return {"payload.range", "expected a moment of the years 1970 to 9999"};
    return {};
}

Fault countFault(std::size_t count, Range range) {
    if (count < range.least || count > range.most)
        return {"payload.count", rangeWords(range, "elements", count)};
    return {};
}

Fault wordFault(std::string_view word) {
    const bool fits = std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (!fits || word.empty() || word.size() > 40)
        return {"payload.slug", "expected 1 to 40 characters of a-z, 0-9 and -"};
    return {};
}

Fault dateFault(std::string_view text) {
    if (!isCalendarDay(text))
        return {"payload.date", "expected a day of the calendar as YYYY-MM-DD"};
    return {};
}

Fault kindFault(std::string_view name) {
    const bool fits =
        std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
    if (!fits || name.empty() || name.size() > 40)
        return {"payload.kind", "expected 1 to 40 characters of a-z and -"};
    return {};
}

Fault unitsFault(const Units& units) {
    if (units.size() > 1 && std::find(units.begin(), units.end(), "*") != units.end())
        return {"payload.units", "expected * alone or unit codes"};
    return repeatFault(units);
}

Fault repeatFault() {
    return {"payload.repeat", "expected no value twice"};
}

} // namespace teken::entry
