#include "app/words/clock_words.h"

#include <array>
#include <ctime>

namespace teken::words {

std::string dayAndHour(std::uint64_t secondsSince1970) {
    const auto time = static_cast<std::time_t>(secondsSince1970);
    std::tm parts{};
    std::array<char, 32> text{};
    if (gmtime_r(&time, &parts) == nullptr ||
        std::strftime(text.data(), text.size(), "%Y-%m-%d %H.%M UTC", &parts) == 0)
        return std::to_string(secondsSince1970);
    return text.data();
}

} // namespace teken::words
