// What a field may hold (FORMAT.md sections 2, 3 and 5): asked by the reader and by the writer alike.
#pragma once

#include "core/entry/kinds.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace teken::entry {

/// Which rule a field breaks; `reason` is null if none.
struct Fault {
    const char* reason = nullptr;
    std::string message{};
    explicit operator bool() const { return reason != nullptr; }
};

struct Range {
    std::size_t least = 0;
    std::size_t most = 0;
};

inline constexpr Range kUnitCode{1, 40};
inline constexpr Range kUnitsCount{1, 100};

/// A text with room for fewer code points is one line: a line feed in a name could forge a line of a report.
inline constexpr std::size_t kManyLines = 300;

/// Number of code points, line feeds. The other characters: characterFault().
[[nodiscard]] Fault textFault(std::string_view text, Range points);
/// One line, its limit in bytes.
[[nodiscard]] Fault lineFault(std::string_view text, Range length);
[[nodiscard]] Fault integerFault(std::int64_t value, std::int64_t least);
/// Milliseconds since 1970 of a moment that a calendar can name: up to the end of the year 9999.
[[nodiscard]] Fault momentFault(std::int64_t value);
[[nodiscard]] Fault countFault(std::size_t count, Range range);
/// 1 to 40 of a-z, 0-9 and "-": a word whose list another room keeps.
[[nodiscard]] Fault wordFault(std::string_view word);
/// A day of the Gregorian calendar, YYYY-MM-DD.
[[nodiscard]] Fault dateFault(std::string_view text);
/// 1 to 40 of a-z and "-".
[[nodiscard]] Fault kindFault(std::string_view name);
/// "*" stands alone.
[[nodiscard]] Fault unitsFault(const Units& units);

[[nodiscard]] Fault repeatFault();

/// No value twice; lists are short, so each is held against those before it.
template <class T>
[[nodiscard]] Fault repeatFault(const std::vector<T>& values) {
    for (auto at = values.begin(); at != values.end(); ++at)
        if (std::find(values.begin(), at, *at) != at)
            return repeatFault();
    return {};
}

} // namespace teken::entry
