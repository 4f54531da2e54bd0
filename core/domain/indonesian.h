// Dates, hours and numbers as Indonesian papers and screens write them. The only words in this room: papers
// are in Indonesian whatever the language of the screen.
#pragma once

#include "core/base/seams.h"
#include "core/domain/dates.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace teken::domain {

/// Without daylight saving: UTC+7, +8, +9.
enum class Zone : std::uint8_t { Wib, Wita, Wit };
[[nodiscard]] std::string_view zoneName(Zone zone); ///< "WIB", "WITA", "WIT"
[[nodiscard]] Result<Zone> zoneFromName(std::string_view name);

[[nodiscard]] Date dateIn(Zone zone, WallTime time);

[[nodiscard]] std::string_view dayName(Date date);                  ///< "Jumat"
[[nodiscard]] std::string_view monthName(unsigned month);           ///< 1..12: "November"
[[nodiscard]] std::string formatDay(Date date);                     ///< "Jumat, 17 November 2023"
[[nodiscard]] std::string formatDate(Date date);                    ///< "17 November 2023"
[[nodiscard]] std::string formatHour(WallTime time, Zone zone);     ///< "08.15 WIB"
[[nodiscard]] std::string formatDateHour(WallTime time, Zone zone); ///< "17 November 2023, 08.15 WIB"

[[nodiscard]] std::string formatNumber(std::int64_t number); ///< "6.102"
/// "96,9 %": one decimal, rounded, but 100 only when all have and 0 only when nobody has. "–" of nothing.
[[nodiscard]] std::string formatPercent(std::uint64_t part, std::uint64_t whole);
/// "5.874 dari 6.063 orang (96,9 %)".
[[nodiscard]] std::string formatCoverage(std::uint64_t part, std::uint64_t whole);

[[nodiscard]] std::string numberInWords(std::uint64_t number); ///< "enam ribu seratus dua"
[[nodiscard]] std::string dateInWords(Date date); ///< "tujuh belas November dua ribu dua puluh tiga"

} // namespace teken::domain
