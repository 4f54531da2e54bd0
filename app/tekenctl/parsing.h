// Words of the command line into values.
#pragma once

#include "app/tekenctl/context.h"
#include "core/base/bytes.h"
#include "core/domain/dates.h"
#include "core/entry/slugs.h"

#include <string>
#include <vector>

namespace teken::ctl {

/// A slug of the format; InvalidInput ("ctl.word") that lists the words there are.
template <class Enum>
[[nodiscard]] Result<Enum> word(const std::string& text) {
    if (const auto value = entry::enumOf<Enum>(text))
        return *value;
    std::string known;
    for (const auto name : entry::Slugs<Enum>::kNames)
        known += (known.empty() ? "" : ", ") + std::string(name);
    return fail(ErrorCode::InvalidInput, "ctl.word", "expected one of: " + known);
}

template <class Fixed>
[[nodiscard]] Result<std::optional<Fixed>> optionalId(const std::string& hex) {
    if (hex.empty())
        return std::nullopt;
    TEKEN_TRY(const auto id, Fixed::fromHex(hex));
    return id;
}

/// "*" or codes; empty becomes all.
[[nodiscard]] inline std::vector<std::string> unitsOf(std::vector<std::string> given) {
    return given.empty() ? std::vector<std::string>{"*"} : given;
}

/// Days from now in milliseconds, for certificates.
[[nodiscard]] constexpr std::int64_t daysMs(std::int64_t days) {
    return days * 24 * 60 * 60 * 1000;
}

/// "2023-11-17", or "2023-11-17 08:15" in UTC, as milliseconds.
[[nodiscard]] Result<std::int64_t> timeMs(const std::string& text);
/// Grouped as the language groups: "6.102" or "6,102".
[[nodiscard]] std::string numberIn(const Context& context, std::uint64_t value);

} // namespace teken::ctl
