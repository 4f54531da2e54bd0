// The tables of the catalogue, one file a room. Inside this folder only.
#pragma once

#include "app/words/words.h"

namespace teken::words {

[[nodiscard]] std::span<const Entry> commandWords();
[[nodiscard]] std::span<const Entry> deskWords();
[[nodiscard]] std::span<const Entry> evidenceWords();
[[nodiscard]] std::span<const Entry> flowWords();
[[nodiscard]] std::span<const Entry> storeWords();
[[nodiscard]] std::span<const Entry> syncWords();
[[nodiscard]] std::span<const Entry> cosignerWords();
[[nodiscard]] std::span<const Entry> formatWords();
[[nodiscard]] std::span<const Entry> rosterWords();
[[nodiscard]] std::span<const Entry> paperWords();
[[nodiscard]] const Entry& genericWords(ErrorCode code);

} // namespace teken::words
