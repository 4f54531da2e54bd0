// The word catalogue: what a person is told about an error. Three parts, always: what is safe, why, one next
// step. No Qt, so that the server, the command line and the screens say the same.
#pragma once

#include "core/base/error.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace teken::words {

enum class Language : std::uint8_t { Indonesian, English };

struct Sentence {
    std::string_view safe; ///< what is not in danger
    std::string_view why;
    std::string_view next; ///< one step
};

struct Entry {
    std::string_view reason; ///< a slug, or a room with a dot and a star: "payload.*"
    Sentence indonesian;
    Sentence english;
};

/// All entries, in the order of the rooms.
[[nodiscard]] std::vector<Entry> catalogue();

/// The entry of this reason: its own, or its room's; nullptr if there is neither.
[[nodiscard]] const Entry* find(std::string_view reason);
/// The words of an error: by reason, else by code.
[[nodiscard]] Sentence wordsFor(const Error& error, Language language);
/// "Aman … Sebab … Langkah …" in one line.
[[nodiscard]] std::string sentence(const Error& error, Language language);

/// Reasons that say no more than their code does: bugs, and breaches inside formats that a person cannot
/// mend. Listed one by one, so that a new reason has to be thought about.
[[nodiscard]] std::span<const std::string_view> coveredByCode();

} // namespace teken::words
