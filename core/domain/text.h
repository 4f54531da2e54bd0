// Small operations on UTF-8 text that every part of this room needs. Nothing here knows a language.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace teken::domain {

/// The code point at `offset` of well-formed UTF-8, and moves `offset` behind it. A bad byte gives U+FFFD and
/// moves by one, so that a loop over foreign bytes always ends.
[[nodiscard]] char32_t nextCodePoint(std::string_view text, std::size_t& offset);
void appendCodePoint(std::string& text, char32_t codePoint);

/// Blank: ASCII white space, NBSP and the other Unicode spaces, zero-width characters, byte order mark.
[[nodiscard]] bool isBlank(char32_t codePoint);
/// Any sign people type for an apostrophe: ' ’ ‘ ʼ ʻ ` ´ ′.
[[nodiscard]] bool isApostrophe(char32_t codePoint);
/// Hyphens, dashes and the minus sign.
[[nodiscard]] bool isDash(char32_t codePoint);
/// Control and invisible characters: those that core/entry/FORMAT.md section 2 refuses, and the line feed.
[[nodiscard]] bool isControl(char32_t codePoint);

/// Lower case without marks for Latin letters ("É" gives "e"); other code points unchanged.
[[nodiscard]] char32_t foldLetter(char32_t codePoint);

/// Without blanks at both ends, and each run of blanks inside as one ASCII space.
[[nodiscard]] std::string tidySpaces(std::string_view text);

/// Lower-case words of letters and digits; everything else separates. Apostrophes vanish inside a word.
[[nodiscard]] std::vector<std::string> plainWords(std::string_view text);
/// plainWords joined by one space: "DINAS KESEHATAN KAB. PAMEKASAN" gives "dinas kesehatan kab pamekasan".
[[nodiscard]] std::string plainText(std::string_view text);

[[nodiscard]] bool isAllDigits(std::string_view text); ///< ASCII, at least one

/// Edit distance with neighbouring swaps (optimal string alignment), in bytes; stops counting above `most`.
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b, std::size_t most);

} // namespace teken::domain
