// Reading Crockford's base 32, which encoding.h writes.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace teken {

/// Upper case only. Refuses other digits, left-over digits and padding bits that are not zero.
[[nodiscard]] Result<std::vector<std::uint8_t>> decodeBase32(std::string_view text);

} // namespace teken
