// An hour for whoever keeps or reads proofs: the same everywhere, whatever zone the machine is in.
#pragma once

#include <cstdint>
#include <string>

namespace teken::words {

/// "2023-11-17 08.15 UTC"; the number itself if no calendar holds it.
[[nodiscard]] std::string dayAndHour(std::uint64_t secondsSince1970);

} // namespace teken::words
