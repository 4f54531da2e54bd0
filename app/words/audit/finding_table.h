// The sentences. {e} stands for what was expected, {f} for what was found. Inside this folder only.
#pragma once

#include <span>
#include <string_view>

namespace teken::words {

struct FindingWords {
    std::string_view rule;
    std::string_view indonesian;
    std::string_view english;
};

[[nodiscard]] std::span<const FindingWords> findingTable();

} // namespace teken::words
