#include "core/domain/canonical_json.h"

namespace teken::domain {
namespace {

constexpr std::int64_t kMaxInteger = (std::int64_t{1} << 53) - 1;
constexpr std::string_view kHex = "0123456789abcdef";

/// The letter of a two-character escape, or 0.
char shortEscape(char c) {
    switch (c) {
    case '"':
        return '"';
    case '\\':
        return '\\';
    case '\b':
        return 'b';
    case '\t':
        return 't';
    case '\n':
        return 'n';
    case '\f':
        return 'f';
    case '\r':
        return 'r';
    default:
        return 0;
    }
}

void writeText(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (const char letter = shortEscape(c)) {
            out += '\\';
            out += letter;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

void write(std::string& out, const Json& value) {
    if (const auto* number = value.number()) {
        TEKEN_ASSERT(*number >= -kMaxInteger && *number <= kMaxInteger, "json integer out of range");
        out += std::to_string(*number);
    } else if (const auto* text = value.text()) {
        writeText(out, *text);
    } else if (const auto* items = value.array()) {
        out += '[';
        for (std::size_t i = 0; i < items->size(); ++i) {
            if (i > 0)
                out += ',';
            write(out, (*items)[i]);
        }
        out += ']';
    } else if (const auto* members = value.object()) {
        out += '{';
        bool first = true;
        for (const auto& [key, member] : *members) {
            if (!first)
                out += ',';
            first = false;
            writeText(out, key);
            out += ':';
            write(out, member);
        }
        out += '}';
    }
}

class Parser {
public:
    Parser(std::string_view text, unsigned depth) : m_text(text), m_depth(depth) {}

    Result<Json> whole() {
        TEKEN_TRY(auto value, any(m_depth));
        if (m_at != m_text.size())
            return wrong("nothing behind the value");
        return value;
    }

private:
    tl::unexpected<Error> wrong(const std::string& expected) const {
        return fail(ErrorCode::InvalidInput, "json.not-canonical", "expected " + expected,
                    "offset " + std::to_string(m_at));
    }
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool take(char c) {
        if (peek() != c || m_at >= m_text.size())
            return false;
        ++m_at;
        return true;
    }

    Result<Json> any(unsigned depth) {
        switch (peek()) {
        case '{':
            return object(depth);
        case '[':
            return array(depth);
        case '"': {
            TEKEN_TRY(auto value, text());
            return Json(std::move(value));
        }
        default:
            return number();
        }
    }

    Result<> goDeeper(unsigned depth) const {
        if (depth == 0)
            return fail(ErrorCode::InvalidInput, "json.too-deep",
                        "expected at most " + std::to_string(m_depth) + " levels",
                        "offset " + std::to_string(m_at));
        return {};
    }

    Result<Json> object(unsigned depth) {
        TEKEN_CHECK(goDeeper(depth));
        ++m_at;
        JsonObject members;
        if (take('}'))
            return Json(std::move(members));
        while (true) {
            if (peek() != '"')
                return wrong("a key");
            const std::size_t keyAt = m_at;
            TEKEN_TRY(auto key, text());
            // Strictly ascending keys forbid duplicates and any other order at once.
            if (!members.empty() && !(members.rbegin()->first < key)) {
                m_at = keyAt;
                return wrong("keys in ascending order, each once");
            }
            if (!take(':'))
                return wrong("a colon");
            TEKEN_TRY(auto value, any(depth - 1));
            members.emplace_hint(members.end(), std::move(key), std::move(value));
            if (take('}'))
                return Json(std::move(members));
            if (!take(','))
                return wrong("a comma or the end of the object");
        }
    }

    Result<Json> array(unsigned depth) {
        TEKEN_CHECK(goDeeper(depth));
        ++m_at;
        JsonArray items;
        if (take(']'))
            return Json(std::move(items));
        while (true) {
            TEKEN_TRY(auto value, any(depth - 1));
            items.push_back(std::move(value));
            if (take(']'))
                return Json(std::move(items));
            if (!take(','))
                return wrong("a comma or the end of the array");
        }
    }

    Result<Json> number() {
        const std::size_t start = m_at;
        const bool negative = take('-');
        std::int64_t value = 0;
        const std::size_t digitsAt = m_at;
        while (peek() >= '0' && peek() <= '9') {
            value = value * 10 + (peek() - '0');
            ++m_at;
            if (m_at - digitsAt > 16)
                return wrong("an integer within 2^53-1");
        }
        const std::size_t digits = m_at - digitsAt;
        const bool leadingZero = digits > 1 && m_text[digitsAt] == '0';
        if (digits == 0 || leadingZero || (negative && value == 0) || value > kMaxInteger) {
            m_at = start;
            return wrong("an integer in its shortest form, a text, an array or an object");
        }
        return Json(negative ? -value : value);
    }

    Result<std::string> text() {
        ++m_at;
        std::string value;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                return value;
            }
            if (static_cast<unsigned char>(c) < 0x20)
                return wrong("control characters escaped");
            if (c != '\\') {
                value += c;
                ++m_at;
                continue;
            }
            TEKEN_TRY(const char escaped, escape());
            value += escaped;
        }
        return wrong("a closing quotation mark");
    }

    /// Behind a backslash: exactly the spelling writeText chooses for that character.
    Result<char> escape() {
        for (const char c : std::string_view("\"\\\b\t\n\f\r"))
            if (m_at + 1 < m_text.size() && m_text[m_at + 1] == shortEscape(c)) {
                m_at += 2;
                return c;
            }
        for (int byte = 0; byte < 0x20; ++byte) {
            const char c = static_cast<char>(byte);
            std::string spelling;
            writeText(spelling, std::string_view(&c, 1));
            spelling = spelling.substr(1, spelling.size() - 2);
            if (spelling.size() == 6 && m_text.substr(m_at, 6) == spelling) {
                m_at += 6;
                return c;
            }
        }
        return wrong("the shortest escape");
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    unsigned m_depth;
};

} // namespace

std::string writeCanonical(const Json& value) {
    std::string out;
    write(out, value);
    TEKEN_ASSERT(isUtf8(out), "json text must be utf-8");
    return out;
}

Result<Json> readCanonical(ByteView bytes, const JsonLimits& limits) {
    if (bytes.size() > limits.bytes)
        return fail(ErrorCode::InvalidInput, "json.too-large",
                    "expected at most " + std::to_string(limits.bytes) + " bytes, found " +
                        std::to_string(bytes.size()));
    const std::string_view text = textOf(bytes);
    if (const std::size_t bad = utf8ErrorOffset(text); bad != text.size())
        return fail(ErrorCode::InvalidInput, "json.not-utf8", "expected well-formed UTF-8",
                    "offset " + std::to_string(bad));
    return Parser(text, limits.depth).whole();
}

JsonReader::JsonReader(const JsonObject& members, std::string path)
    : m_members(&members), m_path(std::move(path)) {}

Result<JsonReader> JsonReader::open(const Json& value, std::string path) {
    if (value.object() == nullptr)
        return fail(ErrorCode::InvalidInput, "json.wrong-type", "expected an object", std::move(path));
    return JsonReader(*value.object(), std::move(path));
}

bool JsonReader::has(std::string_view key) const {
    return m_members->find(key) != m_members->end();
}

Result<const Json*> JsonReader::value(std::string_view key) {
    const auto found = m_members->find(key);
    if (found == m_members->end())
        return fail(ErrorCode::InvalidInput, "json.missing-key", "expected the key " + std::string(key),
                    m_path);
    ++m_taken;
    return &found->second;
}

Result<std::string> JsonReader::text(std::string_view key) {
    TEKEN_TRY(const Json* found, value(key));
    if (found->text() == nullptr)
        return fail(ErrorCode::InvalidInput, "json.wrong-type", "expected a text",
                    m_path + "." + std::string(key));
    return *found->text();
}

Result<std::string> JsonReader::textOr(std::string_view key, std::string otherwise) {
    if (!has(key))
        return otherwise;
    return text(key);
}

Result<std::int64_t> JsonReader::number(std::string_view key, std::int64_t least, std::int64_t most) {
    TEKEN_TRY(const Json* found, value(key));
    if (found->number() == nullptr || *found->number() < least || *found->number() > most)
        return fail(ErrorCode::InvalidInput, "json.wrong-type",
                    "expected an integer from " + std::to_string(least) + " to " + std::to_string(most),
                    m_path + "." + std::string(key));
    return *found->number();
}

Result<const JsonArray*> JsonReader::array(std::string_view key, std::size_t most) {
    TEKEN_TRY(const Json* found, value(key));
    if (found->array() == nullptr || found->array()->size() > most)
        return fail(ErrorCode::InvalidInput, "json.wrong-type",
                    "expected an array of at most " + std::to_string(most) + " items",
                    m_path + "." + std::string(key));
    return found->array();
}

Result<std::vector<std::string>> JsonReader::texts(std::string_view key, std::size_t most) {
    TEKEN_TRY(const JsonArray* items, array(key, most));
    std::vector<std::string> values;
    values.reserve(items->size());
    for (const Json& item : *items) {
        if (item.text() == nullptr)
            return fail(ErrorCode::InvalidInput, "json.wrong-type", "expected texts only",
                        m_path + "." + std::string(key));
        values.push_back(*item.text());
    }
    return values;
}

Result<> JsonReader::finish() const {
    if (m_taken != m_members->size())
        return fail(ErrorCode::InvalidInput, "json.unknown-key",
                    "expected " + std::to_string(m_taken) + " keys, found " +
                        std::to_string(m_members->size()),
                    m_path);
    return {};
}

} // namespace teken::domain
