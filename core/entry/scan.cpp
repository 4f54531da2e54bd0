#include "core/entry/scan.h"

#include "core/base/encoding.h"
#include "core/entry/ids.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace teken::entry {
namespace {

/// More keys than any kind needs; keeps the search for doubled keys short.
constexpr std::uint32_t kMostKeys = 64;
/// Enough for nearly all payloads, so that the list of tokens is allocated once.
constexpr std::size_t kUsualTokens = 64;
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// Characters that stand for themselves in a string: printable ASCII but the quote and the backslash.
constexpr auto kPlain = [] {
    std::array<bool, 256> plain{};
    for (std::size_t c = 0x20; c < 0x7f; ++c)
        plain[c] = c != '"' && c != '\\';
    return plain;
}();

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

int hexDigit(char c) {
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

char* putUtf8(char* at, std::uint32_t point) {
    const auto put = [&at](std::uint32_t byte) { *at++ = static_cast<char>(byte); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xc0 | point >> 6);
        put(0x80 | (point & 63));
    } else if (point < 0x10000) {
        put(0xe0 | point >> 12);
        put(0x80 | (point >> 6 & 63));
        put(0x80 | (point & 63));
    } else {
        put(0xf0 | point >> 18);
        put(0x80 | (point >> 12 & 63));
        put(0x80 | (point >> 6 & 63));
        put(0x80 | (point & 63));
    }
    return at;
}

/// Control and invisible characters beyond ASCII, at the front of valid UTF-8 (FORMAT.md section 2). They
/// make a line of a report read otherwise than it was signed, or two names that look alike differ.
bool isControl(std::string_view front) {
    const auto at = [&front](std::size_t i) {
        return i < front.size() ? static_cast<unsigned char>(front[i]) : 0;
    };
    switch (at(0)) {
    case 0xc2: // U+0080 to U+009F
        return at(1) < 0xa0;
    case 0xd8: // U+061C
        return at(1) == 0x9c;
    case 0xe2: // U+200B to U+200F, U+2028 to U+202E, U+2060 to U+206F
        return (at(1) == 0x80 && ((at(2) >= 0x8b && at(2) <= 0x8f) || (at(2) >= 0xa8 && at(2) <= 0xae))) ||
               (at(1) == 0x81 && at(2) >= 0xa0 && at(2) <= 0xaf);
    case 0xef: // U+FEFF, U+FFF9 to U+FFFB
        return (at(1) == 0xbb && at(2) == 0xbf) || (at(1) == 0xbf && at(2) >= 0xb9 && at(2) <= 0xbb);
    case 0xf3: // U+E0000 to U+E007F
        return at(1) == 0xa0 && (at(2) == 0x80 || at(2) == 0x81);
    default:
        return false;
    }
}

/// Keys that may be shown in an error: the words of the format. Anything else may be personal data in the
/// wrong place.
bool isShowable(std::string_view key) {
    return !key.empty() && key.size() <= 32 &&
           std::all_of(key.begin(), key.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

} // namespace

const char* characterFault(std::string_view text) {
    if (!isUtf8(text))
        return "payload.utf8";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if ((c < 0x20 && c != '\n') || c == 0x7f || (c >= 0xc2 && isControl(text.substr(i, 3))))
            return "payload.control";
    }
    return nullptr;
}

/// Recursive descent; depth is bounded by the profile. The first fault stays.
class Scanner {
public:
    Scanner(std::string_view text, Document& document)
        : m_begin(text.data()), m_at(text.data()), m_end(text.data() + text.size()), m_document(document),
          m_tokens(document.m_tokens) {}

    Result<> run() {
        m_tokens.reserve(kUsualTokens);
        skipSpace();
        if (m_at == m_end || *m_at != '{')
            faultHere("payload.syntax", "expected one JSON object");
        else if (value(0, {}, 1) && (skipSpace(), m_at != m_end))
            faultHere("payload.trailing", "expected nothing behind the object");
        if (m_fault)
            return fail(std::move(*m_fault));
        return {};
    }

private:
    void skipSpace() {
        while (m_at != m_end && isSpace(*m_at))
            ++m_at;
    }

    bool fault(const char* reason, const char* message, std::string place) {
        m_fault = Error{ErrorCode::InvalidInput, reason, message, std::move(place)};
        return false;
    }
    bool faultHere(const char* reason, const char* message) {
        return fault(reason, message, "offset " + std::to_string(m_at - m_begin));
    }
    bool faultAt(std::uint32_t token, const char* reason, const char* message) {
        return fault(reason, message, m_document.place(token));
    }

    /// Takes `expected` or reports what is missing.
    bool take(char expected, const char* message) {
        if (m_at == m_end || *m_at != expected)
            return faultHere("payload.syntax", message);
        ++m_at;
        return true;
    }

    bool value(std::uint32_t parent, std::string_view key, int depth) {
        if (m_at == m_end)
            return faultHere("payload.syntax", "expected a value, found the end");
        const auto self = static_cast<std::uint32_t>(m_tokens.size());
        auto& token = m_tokens.emplace_back();
        token.key = key;
        token.parent = parent;
        if (!valueInto(self, depth))
            return false;
        m_tokens[self].next = static_cast<std::uint32_t>(m_tokens.size());
        return true;
    }

    bool valueInto(std::uint32_t self, int depth) {
        switch (*m_at) {
        case '{':
            return object(self, depth);
        case '[':
            return array(self, depth);
        case '"': {
            ++m_at;
            m_tokens[self].type = TokenType::String;
            return string(m_tokens[self].text, self);
        }
        case 't':
            return literal(self, "true", TokenType::Boolean, 1);
        case 'f':
            return literal(self, "false", TokenType::Boolean, 0);
        case 'n':
            return literal(self, "null", TokenType::Null, 0);
        default:
            return number(self);
        }
    }

    bool literal(std::uint32_t self, std::string_view word, TokenType type, std::int64_t number) {
        if (static_cast<std::size_t>(m_end - m_at) < word.size() ||
            std::memcmp(m_at, word.data(), word.size()) != 0)
            return faultHere("payload.syntax", "expected a value");
        m_at += word.size();
        m_tokens[self].type = type;
        m_tokens[self].number = number;
        return true;
    }

    bool object(std::uint32_t self, int depth) {
        if (depth > kMostDepth)
            return faultAt(self, "payload.depth", "expected at most 8 levels");
        m_tokens[self].type = TokenType::Object;
        ++m_at;
        skipSpace();
        if (m_at != m_end && *m_at == '}') {
            ++m_at;
            return true;
        }
        for (;;) {
            skipSpace();
            std::string_view key;
            if (!take('"', "expected a key") || !string(key, self) || !freshKey(self, key))
                return false;
            skipSpace();
            if (!take(':', "expected a colon behind the key"))
                return false;
            skipSpace();
            if (!value(self, key, depth + 1))
                return false;
            ++m_tokens[self].count;
            skipSpace();
            if (m_at != m_end && *m_at == ',') {
                ++m_at;
                continue;
            }
            return take('}', "expected a comma or the end of the object");
        }
    }

    /// No key twice: general readers silently keep the first or the last, and two of them would disagree.
    bool freshKey(std::uint32_t self, std::string_view key) {
        if (m_tokens[self].count == kMostKeys)
            return faultAt(self, "payload.keys", "expected at most 64 keys in an object");
        const auto end = static_cast<std::uint32_t>(m_tokens.size());
        for (std::uint32_t child = self + 1; child < end; child = m_tokens[child].next)
            if (m_tokens[child].key == key)
                return faultAt(child, "payload.duplicate-key", "expected each key once");
        return true;
    }

    bool array(std::uint32_t self, int depth) {
        if (depth > kMostDepth)
            return faultAt(self, "payload.depth", "expected at most 8 levels");
        m_tokens[self].type = TokenType::Array;
        ++m_at;
        skipSpace();
        if (m_at != m_end && *m_at == ']') {
            ++m_at;
            return true;
        }
        for (;;) {
            skipSpace();
            if (!value(self, {}, depth + 1))
                return false;
            ++m_tokens[self].count;
            skipSpace();
            if (m_at != m_end && *m_at == ',') {
                ++m_at;
                continue;
            }
            return take(']', "expected a comma or the end of the array");
        }
    }

    bool number(std::uint32_t self) {
        const bool negative = *m_at == '-';
        if (negative)
            ++m_at;
        if (m_at == m_end || !isDigit(*m_at))
            return faultHere("payload.syntax", "expected a value");
        const bool leadingZero = *m_at == '0';
        std::int64_t magnitude = 0;
        const char* const digits = m_at;
        for (; m_at != m_end && isDigit(*m_at); ++m_at)
            if (magnitude <= kMostInteger)
                magnitude = magnitude * 10 + (*m_at - '0');
        if (leadingZero && m_at - digits > 1)
            return faultAt(self, "payload.syntax", "expected a number without leading zeros");
        if (m_at != m_end && (*m_at == '.' || *m_at == 'e' || *m_at == 'E'))
            return faultAt(self, "payload.float", "expected an integer, found a fraction or an exponent");
        if (magnitude > kMostInteger)
            return faultAt(self, "payload.range", "expected an integer within 2^53-1");
        if (negative && magnitude == 0)
            return faultAt(self, "payload.negative-zero", "expected 0, found -0");
        m_tokens[self].type = TokenType::Integer;
        m_tokens[self].number = negative ? -magnitude : magnitude;
        return true;
    }

    /// Behind the opening quote. `owner` is the token to blame.
    bool string(std::string_view& into, std::uint32_t owner) {
        const char* const begin = m_at;
        while (m_at != m_end && kPlain[static_cast<unsigned char>(*m_at)])
            ++m_at;
        if (m_at != m_end && *m_at == '"') {
            into = {begin, static_cast<std::size_t>(m_at - begin)};
            ++m_at;
            return true;
        }
        const auto resolved = resolve(begin, owner);
        if (!resolved)
            return false;
        into = *resolved;
        return true;
    }

    /// A string with escapes or letters beyond ASCII, resolved into the document's own memory.
    std::optional<std::string_view> resolve(const char* begin, std::uint32_t owner) {
        if (!m_document.m_texts) {
            // An escape is never shorter than what it stands for, so all resolved texts fit the payload's
            // length.
            m_document.m_texts = std::make_unique<char[]>(static_cast<std::size_t>(m_end - m_begin));
            m_free = m_document.m_texts.get();
        }
        char* const start = m_free;
        const auto plain = static_cast<std::size_t>(m_at - begin);
        std::memcpy(m_free, begin, plain);
        m_free += plain;
        while (m_at != m_end && *m_at != '"') {
            if (*m_at == '\\') {
                if (!escape(owner))
                    return std::nullopt;
                continue;
            }
            if (static_cast<unsigned char>(*m_at) < 0x20) { // even a line feed stands here as an escape only
                faultAt(owner, "payload.control", "expected UTF-8 without control characters");
                return std::nullopt;
            }
            *m_free++ = *m_at++;
        }
        if (!take('"', "expected the end of a string"))
            return std::nullopt;
        const std::string_view text{start, static_cast<std::size_t>(m_free - start)};
        if (const char* reason = characterFault(text)) {
            faultAt(owner, reason, "expected UTF-8 without control characters");
            return std::nullopt;
        }
        return text;
    }

    bool escape(std::uint32_t owner) {
        ++m_at;
        if (m_at == m_end)
            return faultHere("payload.syntax", "expected an escape, found the end");
        const char c = *m_at++;
        switch (c) {
        case '"':
        case '\\':
        case '/':
            *m_free++ = c;
            return true;
        case 'n':
            *m_free++ = '\n';
            return true;
        case 'b':
        case 'f':
        case 'r':
        case 't':
            return faultAt(owner, "payload.control", "expected UTF-8 without control characters");
        case 'u':
            return unicodeEscape(owner);
        default:
            return faultHere("payload.syntax", "expected an escape of JSON");
        }
    }

    bool unicodeEscape(std::uint32_t owner) {
        std::uint32_t point = 0;
        if (!fourDigits(point))
            return false;
        if (point >= 0xd800 && point <= 0xdbff && m_end - m_at >= 2 && m_at[0] == '\\' && m_at[1] == 'u') {
            m_at += 2;
            std::uint32_t low = 0;
            if (!fourDigits(low))
                return false;
            if (low < 0xdc00 || low > 0xdfff)
                return faultAt(owner, "payload.utf8", "expected surrogates in pairs");
            point = 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00);
        } else if (point >= 0xd800 && point <= 0xdfff) {
            return faultAt(owner, "payload.utf8", "expected surrogates in pairs");
        }
        m_free = putUtf8(m_free, point);
        return true;
    }

    bool fourDigits(std::uint32_t& into) {
        into = 0;
        for (int i = 0; i < 4; ++i) {
            const int digit = m_at != m_end ? hexDigit(*m_at) : -1;
            if (digit < 0)
                return faultHere("payload.syntax", "expected four hex digits");
            into = into << 4 | static_cast<std::uint32_t>(digit);
            ++m_at;
        }
        return true;
    }

    const char* m_begin;
    const char* m_at;
    const char* m_end;
    char* m_free = nullptr; // next free place in the document's texts
    Document& m_document;
    std::vector<Token>& m_tokens;
    std::optional<Error> m_fault;
};

Result<> Document::scan(ByteView bytes, std::size_t most) {
    TEKEN_ASSERT(m_tokens.empty(), "a document is scanned once");
    if (bytes.size() > most)
        return fail(ErrorCode::InvalidInput, "payload.size",
                    "expected at most " + std::to_string(most) + " bytes, found " +
                        std::to_string(bytes.size()));
    const auto text = textOf(bytes);
    if (text.starts_with(kByteOrderMark))
        return fail(ErrorCode::InvalidInput, "payload.bom", "expected no byte order mark", "offset 0");
    return Scanner(text, *this).run();
}

std::string Document::place(std::uint32_t index) const {
    std::vector<std::uint32_t> way;
    for (std::uint32_t at = index; at != kRoot; at = m_tokens[at].parent)
        way.push_back(at);
    std::string text;
    for (auto step = way.rbegin(); step != way.rend(); ++step) {
        const auto& token = m_tokens[*step];
        if (m_tokens[token.parent].type == TokenType::Array) {
            std::uint32_t number = 0;
            for (std::uint32_t at = token.parent + 1; at != *step; at = m_tokens[at].next)
                ++number;
            text += '[';
            text += std::to_string(number);
            text += ']';
            continue;
        }
        if (!text.empty())
            text += '.';
        text += isShowable(token.key) ? token.key : "?";
    }
    return text.empty() ? "top" : text;
}

} // namespace teken::entry
