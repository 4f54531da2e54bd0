// Tables enum <-> slug, for this room's own .cpp files.
#pragma once

#include "core/base/result.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace teken::domain {

template <std::size_t N>
using Slugs = std::array<std::string_view, N>;

template <class Enum, std::size_t N>
[[nodiscard]] std::string_view slugOf(const Slugs<N>& slugs, Enum value) {
    const auto index = static_cast<std::size_t>(value);
    TEKEN_ASSERT(index < N, "enum value without a slug");
    return slugs[index];
}

/// `what` names the enum in the message; reason "domain.unknown-slug".
template <class Enum, std::size_t N>
[[nodiscard]] Result<Enum> enumOf(const Slugs<N>& slugs, std::string_view text, std::string_view what) {
    for (std::size_t i = 0; i < N; ++i)
        if (slugs[i] == text)
            return static_cast<Enum>(i);
    return fail(ErrorCode::InvalidInput, "domain.unknown-slug",
                "expected the slug of a " + std::string(what));
}

} // namespace teken::domain
