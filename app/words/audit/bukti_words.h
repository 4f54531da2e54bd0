// What a person is told about the proof of one record (.bukti). No Qt.
#pragma once

#include "app/words/words.h"
#include "core/audit/bukti.h"

#include <string_view>

namespace teken::words {

/// Why a step does not hold, or could not be looked at; the code itself if there are no words for it.
[[nodiscard]] std::string_view buktiWord(std::string_view code, Language language);

/// Whether the code has words of its own.
[[nodiscard]] bool hasBuktiWords(std::string_view code);

} // namespace teken::words
