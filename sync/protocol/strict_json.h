// JSON as this protocol allows it: one object, no key twice, integers only, limited depth and size. A small
// tree of its own, so that the heavy library stays in one .cpp file.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace teken::sync {

struct JsonMember;

struct JsonValue {
    enum class Type : std::uint8_t { Null, Boolean, Integer, String, Array, Object };
    Type type = Type::Null;
    bool flag = false;
    std::int64_t number = 0;
    std::string text;
    std::vector<JsonValue> items;    ///< of an array
    std::vector<JsonMember> members; ///< of an object
};

/// Not a std::pair: that must be whole where it is named.
struct JsonMember {
    std::string name;
    JsonValue value;
};

/// InvalidInput with `reason` and a place; never more than `mostBytes`, checked first.
[[nodiscard]] Result<JsonValue> parseStrict(ByteView bytes, std::size_t mostBytes, const char* reason);

/// Takes the members of an object one by one. After the first fault everything else does nothing, so that a
/// reader is a plain list of fields; done() then tells the first fault, or the keys nobody asked for.
class Fields {
public:
    Fields(const JsonValue& object, const char* reason);

    [[nodiscard]] std::int64_t integer(const char* key, std::int64_t least, std::int64_t most);
    [[nodiscard]] std::optional<std::int64_t> optionalInteger(const char* key, std::int64_t least,
                                                              std::int64_t most);
    [[nodiscard]] bool boolean(const char* key);
    [[nodiscard]] std::string text(const char* key, std::size_t mostBytes);
    [[nodiscard]] Bytes base64(const char* key, std::size_t mostBytes);
    template <class Fixed>
    [[nodiscard]] Fixed fixed(const char* key) {
        Fixed value;
        if (const auto* member = take(key, JsonValue::Type::String); member != nullptr)
            hex(*member, key, value.bytes);
        return value;
    }
    template <class Fixed>
    [[nodiscard]] std::optional<Fixed> optionalFixed(const char* key) {
        if (isNull(key))
            return std::nullopt;
        return fixed<Fixed>(key);
    }
    template <class Fixed>
    [[nodiscard]] std::vector<Fixed> fixedList(const char* key, std::size_t most) {
        std::vector<Fixed> list;
        for (const auto& item : array(key, most)) {
            Fixed value;
            if (expect(item, key, JsonValue::Type::String))
                hex(item, key, value.bytes);
            list.push_back(value);
        }
        return list;
    }
    [[nodiscard]] std::vector<std::string> texts(const char* key, std::size_t most, std::size_t mostBytes);
    /// `read` gets Fields of each element and returns its value.
    template <class Element, class Read>
    [[nodiscard]] std::vector<Element> objects(const char* key, std::size_t most, Read&& read) {
        std::vector<Element> list;
        for (const auto& item : array(key, most)) {
            if (!expect(item, key, JsonValue::Type::Object))
                break;
            Fields inner(item, m_reason);
            list.push_back(read(inner));
            adopt(inner, key);
        }
        return list;
    }
    template <class Read>
    [[nodiscard]] auto object(const char* key, Read&& read) {
        static const JsonValue kEmpty;
        const auto* member = take(key, JsonValue::Type::Object);
        Fields inner(member != nullptr ? *member : kEmpty, m_reason);
        auto value = read(inner);
        if (member != nullptr)
            adopt(inner, key);
        return value;
    }
    void refuse(const char* key, const std::string& what);
    [[nodiscard]] Result<> done();

private:
    [[nodiscard]] const JsonValue* take(const char* key, JsonValue::Type type);
    [[nodiscard]] const JsonValue* find(const char* key) const;
    [[nodiscard]] bool isNull(const char* key);
    [[nodiscard]] const std::vector<JsonValue>& array(const char* key, std::size_t most);
    [[nodiscard]] bool expect(const JsonValue& value, const char* key, JsonValue::Type type);
    void hex(const JsonValue& value, const char* key, std::span<std::uint8_t> into);
    void adopt(Fields& inner, const char* key);

    const JsonValue& m_object;
    const char* m_reason;
    std::size_t m_taken = 0;
    std::optional<Error> m_fault;
};

/// Writes compact JSON; the caller keeps the nesting right.
class JsonWriter {
public:
    JsonWriter& open(char bracket);  ///< '{' or '['
    JsonWriter& close(char bracket); ///< '}' or ']'
    JsonWriter& key(std::string_view name);
    JsonWriter& number(std::int64_t value);
    JsonWriter& number(std::uint64_t value) { return number(static_cast<std::int64_t>(value)); }
    JsonWriter& boolean(bool value);
    JsonWriter& null();
    JsonWriter& text(std::string_view value);
    template <class Fixed>
    JsonWriter& hex(const Fixed& value) {
        return raw("\"" + value.hex() + "\"");
    }
    template <class Fixed>
    JsonWriter& hexOrNull(const std::optional<Fixed>& value) {
        return value ? hex(*value) : null();
    }
    JsonWriter& base64(ByteView bytes) { return raw("\"" + encodeBase64(bytes) + "\""); }
    [[nodiscard]] Bytes finish() const { return toBytes(m_text); }

private:
    JsonWriter& raw(std::string_view value);
    void comma();
    std::string m_text;
    bool m_first = true;
};

} // namespace teken::sync
