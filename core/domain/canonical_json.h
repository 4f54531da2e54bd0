// The one spelling of JSON that blobs use: no white space, keys sorted bytewise, shortest escapes, integers
// only. One value has one encoding, so equal hashes mean equal values. Format: core/domain/FORMAT.md, section
// "Canonical JSON".
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <concepts>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace teken::domain {

class Json;
using JsonArray = std::vector<Json>;
using JsonObject = std::map<std::string, Json, std::less<>>;

/// A value; null, booleans and fractions do not occur in this room's formats and do not exist here.
class Json {
public:
    Json() : m_value(JsonObject{}) {}
    template <std::signed_integral Number>
    Json(Number number) : m_value(std::int64_t{number}) {}
    Json(std::string text) : m_value(std::move(text)) {}
    Json(std::string_view text) : m_value(std::string(text)) {}
    Json(const char* text) : m_value(std::string(text)) {}
    Json(JsonArray items) : m_value(std::move(items)) {}
    Json(JsonObject members) : m_value(std::move(members)) {}

    [[nodiscard]] const std::int64_t* number() const { return std::get_if<std::int64_t>(&m_value); }
    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&m_value); }
    [[nodiscard]] const JsonArray* array() const { return std::get_if<JsonArray>(&m_value); }
    [[nodiscard]] const JsonObject* object() const { return std::get_if<JsonObject>(&m_value); }

private:
    std::variant<std::int64_t, std::string, JsonArray, JsonObject> m_value;
};

struct JsonLimits {
    std::size_t bytes;
    unsigned depth = 6;
};

/// Text must be well-formed UTF-8 and integers within ±(2^53-1): a bug otherwise.
[[nodiscard]] std::string writeCanonical(const Json& value);

/// Only what writeCanonical could have written. Reasons "json.too-large", "json.too-deep", "json.not-utf8",
/// "json.not-canonical"; the place is an offset.
[[nodiscard]] Result<Json> readCanonical(ByteView bytes, const JsonLimits& limits);

/// Takes the members of one object by name, each at most once; finish() refuses what nobody asked for.
/// Reasons "json.missing-key", "json.wrong-type", "json.unknown-key"; the place is the path of the key.
class JsonReader {
public:
    JsonReader(const JsonObject& members, std::string path);
    /// Fails unless `value` is an object.
    [[nodiscard]] static Result<JsonReader> open(const Json& value, std::string path);

    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] Result<std::string> text(std::string_view key);
    [[nodiscard]] Result<std::string> textOr(std::string_view key, std::string otherwise);
    [[nodiscard]] Result<std::int64_t> number(std::string_view key, std::int64_t least, std::int64_t most);
    [[nodiscard]] Result<const JsonArray*> array(std::string_view key, std::size_t most);
    [[nodiscard]] Result<std::vector<std::string>> texts(std::string_view key, std::size_t most);
    [[nodiscard]] Result<const Json*> value(std::string_view key);
    [[nodiscard]] Result<> finish() const;
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    const JsonObject* m_members;
    std::string m_path;
    std::size_t m_taken = 0;
};

} // namespace teken::domain
