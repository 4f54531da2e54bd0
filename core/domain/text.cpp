#include "core/domain/text.h"

#include "core/base/encoding.h"

#include <algorithm>
#include <array>

namespace teken::domain {
namespace {

/// Base letters of U+00C0..U+017F, 32 a line; '-' where a letter has no single base letter.
constexpr std::string_view kBaseLetters = "aaaaaa-ceeeeiiiidnooooo-ouuuuy-s"
                                          "aaaaaa-ceeeeiiiidnooooo-ouuuuy-y"
                                          "aaaaaaccccccccddddeeeeeeeeeegggg"
                                          "gggghhhhiiiiiiiiii--jjkkklllllll"
                                          "lllnnnnnnn--oooooo--rrrrrrssssss"
                                          "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kBaseLetters.size() == 0x180 - 0xc0);

bool isWordLetter(char32_t c) {
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return c >= 0xc0 && !isBlank(c) && !isApostrophe(c) && !isDash(c) && !isControl(c) && c != 0xd7 &&
           c != 0xf7 && !(c >= 0x2000 && c <= 0x2bff) && c != 0xfffd;
}

} // namespace

char32_t nextCodePoint(std::string_view text, std::size_t& offset) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(offset);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (lead < 0x80) {
        ++offset;
        return lead;
    }
    if (offset + length > text.size() || utf8ErrorOffset(text.substr(offset, length)) != length) {
        ++offset;
        return 0xfffd;
    }
    char32_t value = lead & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
        value = value << 6 | (byte(offset + i) & 0x3fU);
    offset += length;
    return value;
}

void appendCodePoint(std::string& text, char32_t codePoint) {
    const auto push = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (codePoint < 0x80) {
        push(codePoint);
    } else if (codePoint < 0x800) {
        push(0xc0 | codePoint >> 6);
        push(0x80 | (codePoint & 0x3f));
    } else if (codePoint < 0x10000) {
        push(0xe0 | codePoint >> 12);
        push(0x80 | (codePoint >> 6 & 0x3f));
        push(0x80 | (codePoint & 0x3f));
    } else {
        push(0xf0 | codePoint >> 18);
        push(0x80 | (codePoint >> 12 & 0x3f));
        push(0x80 | (codePoint >> 6 & 0x3f));
        push(0x80 | (codePoint & 0x3f));
    }
}

bool isBlank(char32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0d) || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200d) ||
           c == 0x202f || c == 0x205f || c == 0x2060 || c == 0x3000 || c == 0xfeff;
}

bool isApostrophe(char32_t c) {
    constexpr std::array<char32_t, 8> kApostrophes{'\'', '`', 0xb4, 0x2bb, 0x2bc, 0x2018, 0x2019, 0x2032};
    return std::find(kApostrophes.begin(), kApostrophes.end(), c) != kApostrophes.end();
}

bool isDash(char32_t c) {
    return c == '-' || c == 0xad || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

bool isControl(char32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
           (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe007f);
}

char32_t foldLetter(char32_t c) {
    if (c >= 'A' && c <= 'Z')
        return c + ('a' - 'A');
    if (c >= 0xc0 && c < 0x180 && kBaseLetters[c - 0xc0] != '-')
        return static_cast<unsigned char>(kBaseLetters[c - 0xc0]);
    return c;
}

std::string tidySpaces(std::string_view text) {
    std::string result;
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        if (isBlank(nextCodePoint(text, at))) {
            gap = !result.empty();
            continue;
        }
        if (gap)
            result += ' ';
        gap = false;
        result += text.substr(from, at - from);
    }
    return result;
}

std::vector<std::string> plainWords(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = foldLetter(nextCodePoint(text, at));
        if (isApostrophe(c))
            continue;
        if (isWordLetter(c)) {
            appendCodePoint(word, c);
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty())
        words.push_back(std::move(word));
    return words;
}

std::string plainText(std::string_view text) {
    std::string joined;
    for (const std::string& word : plainWords(text)) {
        if (!joined.empty())
            joined += ' ';
        joined += word;
    }
    return joined;
}

bool isAllDigits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::size_t editDistance(std::string_view a, std::string_view b, std::size_t most) {
    if (a.size() > b.size() + most || b.size() > a.size() + most)
        return most + 1;
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return std::min(last[b.size()], most + 1);
}

} // namespace teken::domain
