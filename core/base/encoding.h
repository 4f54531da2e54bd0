// Text encodings of bytes (RFC 4648) and the UTF-8 check. Strict: one encoding for each value.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace teken {

[[nodiscard]] std::string encodeHex(std::span<const std::uint8_t> bytes);

/// Lowercase digits only, exactly two for each byte of `into`.
[[nodiscard]] Result<> decodeHex(std::string_view text, std::span<std::uint8_t> into);
[[nodiscard]] Result<std::vector<std::uint8_t>> decodeHex(std::string_view text);

/// RFC 4648 section 4, with padding.
[[nodiscard]] std::string encodeBase64(std::span<const std::uint8_t> bytes);
/// Refuses white space, missing padding and padding bits that are not zero.
[[nodiscard]] Result<std::vector<std::uint8_t>> decodeBase64(std::string_view text);

/// Crockford's base 32 without I, L, O, U: for codes that people read aloud. Upper case, no padding.
[[nodiscard]] std::string encodeBase32(std::span<const std::uint8_t> bytes);

/// Well-formed UTF-8 (no overlong forms, no surrogates, nothing above U+10FFFF). Returns the offset of the
/// first bad byte, or text.size() if all is well.
[[nodiscard]] std::size_t utf8ErrorOffset(std::string_view text);
[[nodiscard]] inline bool isUtf8(std::string_view text) {
    return utf8ErrorOffset(text) == text.size();
}

/// Number of code points of well-formed UTF-8.
[[nodiscard]] std::size_t utf8Length(std::string_view text);

} // namespace teken
