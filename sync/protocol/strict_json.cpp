#include "sync/protocol/strict_json.h"

#include "core/entry/ids.h"
#include "sync/protocol/limits.h"

#include <nlohmann/json.hpp>

namespace teken::sync {

namespace {

using Json = nlohmann::json;

/// Builds the tree and refuses while it goes, so that nothing deep or doubled is ever built.
class Builder final : public nlohmann::json_sax<Json> {
public:
    explicit Builder(JsonValue& root) : m_root(root) {}
    [[nodiscard]] const std::string& fault() const { return m_fault; }
    [[nodiscard]] std::size_t offset() const { return m_offset; }

    bool null() override { return place({}) != nullptr; }
    bool boolean(bool value) override {
        JsonValue made;
        made.type = JsonValue::Type::Boolean;
        made.flag = value;
        return place(std::move(made)) != nullptr;
    }
    bool number_integer(number_integer_t value) override {
        if (value < -entry::kMostInteger)
            return refuse("integer out of range");
        JsonValue made;
        made.type = JsonValue::Type::Integer;
        made.number = value;
        return place(std::move(made)) != nullptr;
    }
    bool number_unsigned(number_unsigned_t value) override {
        if (value > static_cast<number_unsigned_t>(entry::kMostInteger))
            return refuse("integer out of range");
        return number_integer(static_cast<number_integer_t>(value));
    }
    bool number_float(number_float_t, const string_t&) override { return refuse("expected an integer"); }
    bool string(string_t& value) override {
        JsonValue made;
        made.type = JsonValue::Type::String;
        made.text = std::move(value);
        return place(std::move(made)) != nullptr;
    }
    bool binary(binary_t&) override { return refuse("unexpected binary value"); }
    bool start_object(std::size_t) override { return begin(JsonValue::Type::Object); }
    bool start_array(std::size_t) override { return begin(JsonValue::Type::Array); }
    bool end_object() override { return end(); }
    bool end_array() override { return end(); }
    bool key(string_t& name) override {
        auto& members = m_open.back()->members;
        // Objects of this protocol have at most a dozen keys; a hostile one must not make this quadratic.
        if (members.size() >= 32)
            return refuse("too many keys");
        for (const auto& member : members)
            if (member.name == name)
                return refuse("a key twice");
        members.push_back({std::move(name), {}});
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const Json::exception&) override {
        m_offset = position;
        return refuse("not JSON");
    }

private:
    bool refuse(const char* what) {
        if (m_fault.empty())
            m_fault = what;
        return false;
    }
    JsonValue* place(JsonValue made) {
        if (m_open.empty()) {
            m_root = std::move(made);
            return &m_root;
        }
        auto& parent = *m_open.back();
        if (parent.type == JsonValue::Type::Array)
            return &parent.items.emplace_back(std::move(made));
        parent.members.back().value = std::move(made);
        return &parent.members.back().value;
    }
    bool begin(JsonValue::Type type) {
        if (m_open.size() >= static_cast<std::size_t>(kMostMessageDepth))
            return refuse("too deep");
        JsonValue made;
        made.type = type;
        m_open.push_back(place(std::move(made)));
        return true;
    }
    bool end() {
        m_open.pop_back();
        return true;
    }

    JsonValue& m_root;
    std::vector<JsonValue*> m_open; // parents stay where they are while their last child grows
    std::string m_fault;
    std::size_t m_offset = 0;
};

const char* typeName(JsonValue::Type type) {
    switch (type) {
    case JsonValue::Type::Null:
        return "null";
    case JsonValue::Type::Boolean:
        return "true or false";
    case JsonValue::Type::Integer:
        return "an integer";
    case JsonValue::Type::String:
        return "a string";
    case JsonValue::Type::Array:
        return "an array";
    case JsonValue::Type::Object:
        return "an object";
    }
    return "?";
}

} // namespace

Result<JsonValue> parseStrict(ByteView bytes, std::size_t mostBytes, const char* reason) {
    if (bytes.size() > mostBytes)
        return fail(ErrorCode::InvalidInput, reason,
                    "expected at most " + std::to_string(mostBytes) + " bytes, found " +
                        std::to_string(bytes.size()));
    JsonValue root;
    Builder builder(root);
    bool good = false;
    try {
        // A byte order mark would be skipped silently: one encoding for each value.
        const bool mark = bytes.size() >= 3 && bytes[0] == 0xEF;
        good = !mark && Json::sax_parse(bytes.begin(), bytes.end(), &builder);
    } catch (const std::exception&) {
        good = false;
    }
    if (!good)
        return fail(ErrorCode::InvalidInput, reason,
                    builder.fault().empty() ? std::string("not JSON") : builder.fault(),
                    "offset " + std::to_string(builder.offset()));
    if (root.type != JsonValue::Type::Object)
        return fail(ErrorCode::InvalidInput, reason, "expected an object");
    return root;
}

Fields::Fields(const JsonValue& object, const char* reason) : m_object(object), m_reason(reason) {}

void Fields::refuse(const char* key, const std::string& what) {
    if (!m_fault)
        m_fault = Error{ErrorCode::InvalidInput, m_reason, what, key};
}

const JsonValue* Fields::find(const char* key) const {
    for (const auto& [name, value] : m_object.members)
        if (name == key)
            return &value;
    return nullptr;
}

const JsonValue* Fields::take(const char* key, JsonValue::Type type) {
    if (m_fault)
        return nullptr;
    const auto* value = find(key);
    if (value == nullptr) {
        refuse(key, "missing key");
        return nullptr;
    }
    ++m_taken;
    return expect(*value, key, type) ? value : nullptr;
}

bool Fields::expect(const JsonValue& value, const char* key, JsonValue::Type type) {
    if (m_fault)
        return false;
    if (value.type != type)
        refuse(key, std::string("expected ") + typeName(type) + ", found " + typeName(value.type));
    return value.type == type;
}

bool Fields::isNull(const char* key) {
    if (m_fault)
        return true;
    const auto* value = find(key);
    if (value == nullptr || value->type != JsonValue::Type::Null)
        return false;
    ++m_taken;
    return true;
}

std::int64_t Fields::integer(const char* key, std::int64_t least, std::int64_t most) {
    const auto* value = take(key, JsonValue::Type::Integer);
    if (value == nullptr)
        return least;
    if (value->number < least || value->number > most) {
        refuse(key, "expected " + std::to_string(least) + " to " + std::to_string(most));
        return least;
    }
    return value->number;
}

std::optional<std::int64_t> Fields::optionalInteger(const char* key, std::int64_t least, std::int64_t most) {
    if (isNull(key))
        return std::nullopt;
    return integer(key, least, most);
}

bool Fields::boolean(const char* key) {
    const auto* value = take(key, JsonValue::Type::Boolean);
    return value != nullptr && value->flag;
}

std::string Fields::text(const char* key, std::size_t mostBytes) {
    const auto* value = take(key, JsonValue::Type::String);
    if (value == nullptr)
        return {};
    if (value->text.size() > mostBytes)
        refuse(key, "expected at most " + std::to_string(mostBytes) + " bytes");
    for (const char letter : value->text)
        if (static_cast<unsigned char>(letter) < 0x20)
            refuse(key, "control character");
    return value->text;
}

Bytes Fields::base64(const char* key, std::size_t mostBytes) {
    const auto* value = take(key, JsonValue::Type::String);
    if (value == nullptr)
        return {};
    if (value->text.size() / 4 * 3 > mostBytes + 2) {
        refuse(key, "expected at most " + std::to_string(mostBytes) + " bytes");
        return {};
    }
    auto bytes = decodeBase64(value->text);
    if (!bytes) {
        refuse(key, "not base64");
        return {};
    }
    return *std::move(bytes);
}

std::vector<std::string> Fields::texts(const char* key, std::size_t most, std::size_t mostBytes) {
    std::vector<std::string> list;
    for (const auto& item : array(key, most)) {
        if (!expect(item, key, JsonValue::Type::String))
            break;
        if (item.text.size() > mostBytes)
            refuse(key, "expected at most " + std::to_string(mostBytes) + " bytes");
        list.push_back(item.text);
    }
    return list;
}

const std::vector<JsonValue>& Fields::array(const char* key, std::size_t most) {
    static const std::vector<JsonValue> kNone;
    const auto* value = take(key, JsonValue::Type::Array);
    if (value == nullptr)
        return kNone;
    if (value->items.size() > most) {
        refuse(key, "expected at most " + std::to_string(most) + " elements");
        return kNone;
    }
    return value->items;
}

void Fields::hex(const JsonValue& value, const char* key, std::span<std::uint8_t> into) {
    if (!m_fault && !decodeHex(value.text, into))
        refuse(key, "expected " + std::to_string(into.size() * 2) + " lowercase hex digits");
}

void Fields::adopt(Fields& inner, const char* key) {
    if (auto ended = inner.done(); !ended && !m_fault) {
        m_fault = std::move(ended).error();
        m_fault->place = std::string(key) + "." + m_fault->place;
    }
}

Result<> Fields::done() {
    if (!m_fault && m_taken != m_object.members.size())
        m_fault = Error{ErrorCode::InvalidInput, m_reason, "unknown key", "?"};
    if (m_fault)
        return fail(*m_fault);
    return {};
}

void JsonWriter::comma() {
    if (!m_first)
        m_text += ',';
    m_first = false;
}

JsonWriter& JsonWriter::raw(std::string_view value) {
    comma();
    m_text += value;
    return *this;
}

JsonWriter& JsonWriter::open(char bracket) {
    comma();
    m_text += bracket;
    m_first = true;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    m_text += bracket;
    m_first = false;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    text(name);
    m_text += ':';
    m_first = true;
    return *this;
}

JsonWriter& JsonWriter::number(std::int64_t value) {
    return raw(std::to_string(value));
}
JsonWriter& JsonWriter::boolean(bool value) {
    return raw(value ? "true" : "false");
}
JsonWriter& JsonWriter::null() {
    return raw("null");
}

JsonWriter& JsonWriter::text(std::string_view value) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    comma();
    m_text += '"';
    for (const char letter : value) {
        const auto code = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') {
            m_text += '\\';
            m_text += letter;
        } else if (code < 0x20) {
            m_text += "\\u00";
            m_text += kDigits[code >> 4U];
            m_text += kDigits[code & 15U];
        } else {
            m_text += letter;
        }
    }
    m_text += '"';
    return *this;
}

} // namespace teken::sync
