// Calendar dates without a clock or a zone. On disk always "2023-11-17"; for people see indonesian.h.
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace teken::domain {

using Date = std::chrono::year_month_day;

/// "2023-11-17". The date must be ok() and its year in 1..9999.
[[nodiscard]] std::string isoDate(Date date);

/// Exactly ten characters, a date that exists. Reason "date.not-iso".
[[nodiscard]] Result<Date> parseIsoDate(std::string_view text);

/// Whole years from `birth` to `day`; negative when `day` is earlier. 29 February counts from 1 March in
/// years without one.
[[nodiscard]] int fullYears(Date birth, Date day);

} // namespace teken::domain
