#include "app/tekenctl/parsing.h"

#include "core/domain/indonesian.h"

#include <algorithm>
#include <charconv>

namespace teken::ctl {

namespace {

Result<int> twoDigits(std::string_view text, int most) {
    int value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0 || value > most)
        return fail(ErrorCode::InvalidInput, "ctl.time", "expected YYYY-MM-DD or YYYY-MM-DD HH:MM");
    return value;
}

} // namespace

Result<std::int64_t> timeMs(const std::string& text) {
    TEKEN_TRY(const auto date, domain::parseIsoDate(std::string_view(text).substr(0, 10)));
    std::chrono::milliseconds since = std::chrono::sys_days(date).time_since_epoch();
    if (text.size() > 10) {
        if (text.size() != 16 || text[13] != ':')
            return fail(ErrorCode::InvalidInput, "ctl.time", "expected YYYY-MM-DD or YYYY-MM-DD HH:MM");
        TEKEN_TRY(const auto hours, twoDigits(std::string_view(text).substr(11, 2), 23));
        TEKEN_TRY(const auto minutes, twoDigits(std::string_view(text).substr(14, 2), 59));
        since += std::chrono::hours(hours) + std::chrono::minutes(minutes);
    }
    return since.count();
}

std::string numberIn(const Context& context, std::uint64_t value) {
    auto text = domain::formatNumber(static_cast<std::int64_t>(value));
    if (context.language() == words::Language::English)
        std::ranges::replace(text, '.', ',');
    return text;
}

} // namespace teken::ctl
