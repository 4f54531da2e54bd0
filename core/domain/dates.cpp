#include "core/domain/dates.h"

#include <array>
#include <cstdio>

namespace teken::domain {

std::string isoDate(Date date) {
    TEKEN_ASSERT(date.ok() && int{date.year()} >= 1 && int{date.year()} <= 9999, "date must exist");
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", int{date.year()}, unsigned{date.month()},
                  unsigned{date.day()});
    return text.data();
}

Result<Date> parseIsoDate(std::string_view text) {
    const auto wrong = [] {
        return fail(ErrorCode::InvalidInput, "date.not-iso", "expected an existing date such as 2023-11-17");
    };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return wrong();
    for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9})
        if (text[i] < '0' || text[i] > '9')
            return wrong();
    const auto digit = [&](std::size_t i) { return static_cast<unsigned>(text[i] - '0'); };
    const unsigned year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
    const Date date{std::chrono::year{static_cast<int>(year)}, std::chrono::month{digit(5) * 10 + digit(6)},
                    std::chrono::day{digit(8) * 10 + digit(9)}};
    if (!date.ok() || year == 0)
        return wrong();
    return date;
}

int fullYears(Date birth, Date day) {
    const int years = int{day.year()} - int{birth.year()};
    const bool birthdayToCome =
        day.month() < birth.month() || (day.month() == birth.month() && day.day() < birth.day());
    return birthdayToCome ? years - 1 : years;
}

} // namespace teken::domain
