#include "core/domain/indonesian.h"

#include "core/domain/slugs.h"

#include <array>
#include <cstdio>

namespace teken::domain {
namespace {

using namespace std::chrono;

constexpr Slugs<3> kZones{"WIB", "WITA", "WIT"};
constexpr std::array<std::string_view, 7> kDays{"Minggu", "Senin", "Selasa", "Rabu",
                                                "Kamis",  "Jumat", "Sabtu"};
constexpr std::array<std::string_view, 12> kMonths{"Januari",   "Februari", "Maret",    "April",
                                                   "Mei",       "Juni",     "Juli",     "Agustus",
                                                   "September", "Oktober",  "November", "Desember"};
constexpr std::array<std::string_view, 12> kUnits{"nol",     "satu",     "dua",     "tiga",
                                                  "empat",   "lima",     "enam",    "tujuh",
                                                  "delapan", "sembilan", "sepuluh", "sebelas"};

milliseconds offsetOf(Zone zone) {
    return hours{7 + static_cast<int>(zone)};
}

struct Scale {
    std::uint64_t value;
    std::string_view word;
};
constexpr std::array<Scale, 5> kScales{{{1'000'000'000'000, "triliun"},
                                        {1'000'000'000, "miliar"},
                                        {1'000'000, "juta"},
                                        {1'000, "ribu"},
                                        {100, "ratus"}}};

/// In tenths of a percent, rounded half up; all and nothing are only said when true.
std::uint64_t permille(std::uint64_t part, std::uint64_t whole) {
    const auto exact = static_cast<long double>(part) * 1000.0L / static_cast<long double>(whole);
    auto rounded = static_cast<std::uint64_t>(exact + 0.5L);
    if (part < whole && rounded >= 1000)
        rounded = 999;
    if (part > 0 && rounded == 0)
        rounded = 1;
    return rounded;
}

} // namespace

std::string_view zoneName(Zone zone) {
    return slugOf(kZones, zone);
}
Result<Zone> zoneFromName(std::string_view name) {
    return enumOf<Zone>(kZones, name, "zone (WIB, WITA, WIT)");
}

Date dateIn(Zone zone, WallTime time) {
    return Date{floor<days>(time + offsetOf(zone))};
}

std::string_view dayName(Date date) {
    return kDays[weekday{sys_days{date}}.c_encoding()];
}
std::string_view monthName(unsigned month) {
    TEKEN_ASSERT(month >= 1 && month <= 12, "month from 1 to 12");
    return kMonths[month - 1];
}

std::string formatDate(Date date) {
    return std::to_string(unsigned{date.day()}) + ' ' + std::string(monthName(unsigned{date.month()})) + ' ' +
           std::to_string(int{date.year()});
}
std::string formatDay(Date date) {
    return std::string(dayName(date)) + ", " + formatDate(date);
}

std::string formatHour(WallTime time, Zone zone) {
    const auto local = time + offsetOf(zone);
    const auto minuteOfDay = duration_cast<minutes>(local - floor<days>(local)).count();
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "%02d.%02d", static_cast<int>(minuteOfDay / 60),
                  static_cast<int>(minuteOfDay % 60));
    return std::string(text.data()) + ' ' + std::string(zoneName(zone));
}
std::string formatDateHour(WallTime time, Zone zone) {
    return formatDate(dateIn(zone, time)) + ", " + formatHour(time, zone);
}

std::string formatNumber(std::int64_t number) {
    const bool negative = number < 0;
    const std::string digits = std::to_string(negative ? 0 - static_cast<std::uint64_t>(number)
                                                       : static_cast<std::uint64_t>(number));
    std::string text = negative ? "-" : "";
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            text += '.';
        text += digits[i];
    }
    return text;
}

std::string formatPercent(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0)
        return "–";
    const std::uint64_t tenths = permille(part, whole);
    std::string text = formatNumber(static_cast<std::int64_t>(tenths / 10));
    if (tenths % 10 != 0 || (part != 0 && part != whole))
        text += ',' + std::to_string(tenths % 10);
    return text + " %";
}

std::string formatCoverage(std::uint64_t part, std::uint64_t whole) {
    return formatNumber(static_cast<std::int64_t>(part)) + " dari " +
           formatNumber(static_cast<std::int64_t>(whole)) + " orang (" + formatPercent(part, whole) + ")";
}

std::string numberInWords(std::uint64_t number) {
    if (number < kUnits.size())
        return std::string(kUnits[number]);
    if (number < 20)
        return std::string(kUnits[number - 10]) + " belas";
    const auto with = [](std::string words, std::uint64_t rest) {
        return rest == 0 ? words : words + ' ' + numberInWords(rest);
    };
    if (number < 100)
        return with(std::string(kUnits[number / 10]) + " puluh", number % 10);
    for (const Scale& scale : kScales) {
        if (number < scale.value)
            continue;
        const std::uint64_t count = number / scale.value;
        // "seratus" and "seribu", but "satu juta".
        const bool fused = count == 1 && scale.value <= 1'000;
        std::string words =
            fused ? "se" + std::string(scale.word) : numberInWords(count) + ' ' + std::string(scale.word);
        return with(std::move(words), number % scale.value);
    }
    return {};
}

std::string dateInWords(Date date) {
    return numberInWords(unsigned{date.day()}) + ' ' + std::string(monthName(unsigned{date.month()})) + ' ' +
           numberInWords(static_cast<std::uint64_t>(int{date.year()}));
}

} // namespace teken::domain
