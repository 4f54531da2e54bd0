// Takes the fields of one JSON object, strictly: each once, all of them, no others.
//
// A reader that failed stays failed: calls after the first fault do nothing, so the lists of describe.h need
// no checks of their own. All readers of one document share the fault.
#pragma once

#include "core/entry/field_limits.h"
#include "core/entry/scan.h"
#include "core/entry/slugs.h"

#include <optional>
#include <vector>

namespace teken::entry {

class FieldReader {
public:
    static constexpr bool kReads = true;

    /// `object` is the index of an Object token; `fault` outlives the reader.
    FieldReader(const Document& document, std::uint32_t object, std::optional<Error>& fault)
        : m_document(document), m_fault(fault), m_object(object), m_cursor{object + 1, 0} {}

    [[nodiscard]] bool failed() const { return m_fault.has_value(); }
    [[nodiscard]] bool has(std::string_view key) const { return find(key).index != kNone; }
    /// Takes a nested object; kNone after a fault.
    [[nodiscard]] std::uint32_t object(std::string_view key) { return taken(key, TokenType::Object); }
    /// The keys that were not taken are unknown ones.
    void finish();
    void refuse(std::string_view key, const Fault& fault);

    void integer(std::string_view key, std::int64_t& into, std::int64_t least);
    void integer(std::string_view key, std::uint64_t& into, std::int64_t least);
    void integer(std::string_view key, std::optional<std::int64_t>& into, std::int64_t least);
    void moment(std::string_view key, std::int64_t& into);
    void moment(std::string_view key, std::optional<std::int64_t>& into);
    void text(std::string_view key, std::string& into, Range points);
    void line(std::string_view key, std::string& into, Range length);
    void word(std::string_view key, std::string& into);
    void kind(std::string_view key, std::string& into);
    void date(std::string_view key, std::string& into);
    void words(std::string_view key, std::vector<std::string>& into, Range count);
    void units(std::string_view key, Units& into);

    template <class Tag, std::size_t N>
    void fixed(std::string_view key, FixedBytes<Tag, N>& into) {
        if (const auto index = taken(key, TokenType::String); index != kNone)
            hex(index, into.bytes);
    }
    template <class Tag, std::size_t N>
    void fixed(std::string_view key, std::optional<FixedBytes<Tag, N>>& into) {
        if (const auto index = takenOrNull(key, TokenType::String); index != kNone)
            hex(index, into.emplace().bytes);
    }
    template <class Enum>
    void slug(std::string_view key, Enum& into) {
        if (const auto index = taken(key, TokenType::String); index != kNone)
            slugAt(index, into);
    }
    template <class Enum>
    void slugs(std::string_view key, std::vector<Enum>& into, Range count) {
        elements(key, TokenType::String, count, into,
                 [this](std::uint32_t index, Enum& element) { slugAt(index, element); });
        distinct(key, into);
    }
    template <class Tag, std::size_t N>
    void list(std::string_view key, std::vector<FixedBytes<Tag, N>>& into, Range count) {
        elements(key, TokenType::String, count, into,
                 [this](std::uint32_t index, FixedBytes<Tag, N>& element) { hex(index, element.bytes); });
        distinct(key, into);
    }
    template <class T>
    void group(std::string_view key, T& into) {
        if (const auto index = taken(key, TokenType::Object); index != kNone)
            groupAt(index, into);
    }
    template <class T>
    void group(std::string_view key, std::optional<T>& into) {
        if (const auto index = takenOrNull(key, TokenType::Object); index != kNone)
            groupAt(index, into.emplace());
    }
    template <class T>
    void groups(std::string_view key, std::vector<T>& into, Range count) {
        elements(key, TokenType::Object, count, into,
                 [this](std::uint32_t index, T& element) { groupAt(index, element); });
    }

private:
    static constexpr std::uint32_t kNone = 0xffffffff;

    struct Child {
        std::uint32_t index = kNone;
        std::uint32_t ordinal = 0;
    };
    /// The child called `key`, looked for first where writers put it.
    [[nodiscard]] Child find(std::string_view key) const;
    [[nodiscard]] Child findFrom(Child from, std::string_view key) const;
    /// Marks a child as taken if it is there and of `type`.
    [[nodiscard]] std::uint32_t taken(std::string_view key, TokenType type);
    /// kNone for `null` too.
    [[nodiscard]] std::uint32_t takenOrNull(std::string_view key, TokenType type);
    [[nodiscard]] std::uint32_t mark(std::string_view key);
    [[nodiscard]] bool isOf(std::uint32_t index, TokenType type);
    void refuseAt(std::uint32_t index, const Fault& fault);
    void hex(std::uint32_t index, std::span<std::uint8_t> into);
    [[nodiscard]] bool integerAt(std::uint32_t index, std::int64_t least);
    void takeMoment(std::uint32_t index, std::int64_t& into);
    void take(std::uint32_t index, const Fault& fault, std::string& into);

    template <class Enum>
    void slugAt(std::uint32_t index, Enum& into) {
        const auto value = enumOf<Enum>(m_document[index].text);
        if (!value)
            return refuseAt(index, {"payload.slug", "expected one of the words of this field"});
        into = *value;
    }
    template <class T>
    void groupAt(std::uint32_t index, T& into) {
        FieldReader inner(m_document, index, m_fault);
        describe(inner, into);
        inner.finish();
    }
    template <class T, class Read>
    void elements(std::string_view key, TokenType type, Range count, std::vector<T>& into, Read read) {
        const auto index = taken(key, TokenType::Array);
        if (index == kNone)
            return;
        const auto& array = m_document[index];
        if (const auto fault = countFault(array.count, count))
            return refuseAt(index, fault);
        into.resize(array.count);
        auto at = index + 1;
        for (auto& element : into) {
            if (!isOf(at, type))
                return;
            read(at, element);
            if (failed())
                return;
            at = m_document[at].next;
        }
    }
    template <class T>
    void distinct(std::string_view key, const std::vector<T>& values) {
        if (failed())
            return;
        if (const auto fault = repeatFault(values))
            refuse(key, fault);
    }

    const Document& m_document;
    std::optional<Error>& m_fault;
    std::uint32_t m_object;
    Child m_cursor;            // the one after the child taken last
    std::uint64_t m_taken = 0; // bit n: child n was taken; a document has at most 64 keys in an object
};

} // namespace teken::entry
