#include "core/base/encoding.h"

#include "core/base/base32.h"

#include <array>

namespace teken {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kBase64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kBase32Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

int hexValue(char digit) {
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    return -1;
}

constexpr auto kBase64Values = [] {
    std::array<int, 256> values{};
    values.fill(-1);
    for (std::size_t i = 0; i < kBase64Digits.size(); ++i)
        values[static_cast<unsigned char>(kBase64Digits[i])] = static_cast<int>(i);
    return values;
}();

tl::unexpected<Error> badBase64(std::size_t offset) {
    return fail(ErrorCode::InvalidInput, "encoding.base64", "expected padded base64 without line breaks",
                "offset " + std::to_string(offset));
}

} // namespace

std::string encodeHex(std::span<const std::uint8_t> bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        text += kHexDigits[byte >> 4];
        text += kHexDigits[byte & 15];
    }
    return text;
}

Result<> decodeHex(std::string_view text, std::span<std::uint8_t> into) {
    if (text.size() != into.size() * 2)
        return fail(ErrorCode::InvalidInput, "encoding.hex",
                    "expected " + std::to_string(into.size() * 2) + " hex digits, found " +
                        std::to_string(text.size()) + " characters");
    for (std::size_t i = 0; i < into.size(); ++i) {
        const int high = hexValue(text[2 * i]);
        const int low = hexValue(text[2 * i + 1]);
        if (high < 0 || low < 0)
            return fail(ErrorCode::InvalidInput, "encoding.hex", "expected lowercase hex digits",
                        "offset " + std::to_string(2 * i));
        into[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return {};
}

Result<std::vector<std::uint8_t>> decodeHex(std::string_view text) {
    std::vector<std::uint8_t> bytes(text.size() / 2);
    if (text.size() % 2 != 0)
        return fail(ErrorCode::InvalidInput, "encoding.hex", "expected an even number of hex digits");
    TEKEN_CHECK(decodeHex(text, bytes));
    return bytes;
}

std::string encodeBase64(std::span<const std::uint8_t> bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t left = bytes.size() - i;
        const unsigned group = static_cast<unsigned>(bytes[i]) << 16 |
                               (left > 1 ? static_cast<unsigned>(bytes[i + 1]) << 8 : 0U) |
                               (left > 2 ? static_cast<unsigned>(bytes[i + 2]) : 0U);
        text += kBase64Digits[group >> 18 & 63];
        text += kBase64Digits[group >> 12 & 63];
        text += left > 1 ? kBase64Digits[group >> 6 & 63] : '=';
        text += left > 2 ? kBase64Digits[group & 63] : '=';
    }
    return text;
}

Result<std::vector<std::uint8_t>> decodeBase64(std::string_view text) {
    if (text.size() % 4 != 0)
        return badBase64(text.size());
    std::vector<std::uint8_t> bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        const bool last = i + 4 == text.size();
        const std::size_t padding = !last ? 0 : (text[i + 3] != '=' ? 0 : (text[i + 2] != '=' ? 1 : 2));
        unsigned group = 0;
        for (std::size_t k = 0; k < 4 - padding; ++k) {
            const int value = kBase64Values[static_cast<unsigned char>(text[i + k])];
            if (value < 0)
                return badBase64(i + k);
            group |= static_cast<unsigned>(value) << (18 - 6 * k);
        }
        // Bits behind the last byte must be zero, or two texts would mean the same bytes.
        if ((padding == 1 && (group & 0xff) != 0) || (padding == 2 && (group & 0xffff) != 0))
            return badBase64(i + 3 - padding);
        bytes.push_back(static_cast<std::uint8_t>(group >> 16));
        if (padding < 2)
            bytes.push_back(static_cast<std::uint8_t>(group >> 8));
        if (padding < 1)
            bytes.push_back(static_cast<std::uint8_t>(group));
    }
    return bytes;
}

std::string encodeBase32(std::span<const std::uint8_t> bytes) {
    std::string text;
    unsigned buffer = 0;
    int bits = 0;
    for (const auto byte : bytes) {
        buffer = buffer << 8 | byte;
        bits += 8;
        while (bits >= 5) {
            text += kBase32Digits[buffer >> (bits - 5) & 31];
            bits -= 5;
        }
        buffer &= (1U << bits) - 1;
    }
    if (bits > 0)
        text += kBase32Digits[buffer << (5 - bits) & 31];
    return text;
}

Result<std::vector<std::uint8_t>> decodeBase32(std::string_view text) {
    std::vector<std::uint8_t> bytes;
    bytes.reserve(text.size() * 5 / 8);
    unsigned buffer = 0;
    int bits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto value = kBase32Digits.find(text[i]);
        if (value == std::string_view::npos)
            return fail(ErrorCode::InvalidInput, "encoding.base32", "expected a digit of base 32",
                        "offset " + std::to_string(i));
        buffer = buffer << 5 | static_cast<unsigned>(value);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::uint8_t>(buffer >> bits));
            buffer &= (1U << bits) - 1;
        }
    }
    if (bits >= 5 || buffer != 0)
        return fail(ErrorCode::InvalidInput, "encoding.base32",
                    "expected no more digits than the bytes need");
    return bytes;
}

std::size_t utf8ErrorOffset(std::string_view text) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    std::size_t i = 0;
    while (i < text.size()) {
        const unsigned char lead = at(i);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t extra = lead >= 0xc2 && lead <= 0xdf   ? 1
                                  : lead >= 0xe0 && lead <= 0xef ? 2
                                  : lead >= 0xf0 && lead <= 0xf4 ? 3
                                                                 : 0;
        if (extra == 0 || text.size() - i <= extra)
            return i;
        const unsigned char second = at(i + 1);
        const unsigned char least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        const unsigned char most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < least || second > most)
            return i;
        for (std::size_t k = 2; k <= extra; ++k)
            if ((at(i + k) & 0xc0) != 0x80)
                return i;
        i += extra + 1;
    }
    return text.size();
}

std::size_t utf8Length(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text)
        if ((static_cast<unsigned char>(c) & 0xc0) != 0x80)
            ++count;
    return count;
}

} // namespace teken
