// Writes the fields of one JSON object in the order in which they are named, without white space, under the
// limits that FieldReader holds them to. A writer that failed stays failed; what it wrote is then of no use.
#pragma once

#include "core/entry/field_limits.h"
#include "core/entry/slugs.h"

#include <optional>

namespace teken::entry {

class FieldWriter {
public:
    static constexpr bool kReads = false;

    /// Opens an object; `out` and `fault` outlive the writer. `place` is the object's own place, "" for the
    /// top.
    FieldWriter(std::string& out, std::string place, std::optional<Error>& fault)
        : m_out(out), m_place(std::move(place)), m_fault(fault) {
        m_out += '{';
    }

    [[nodiscard]] bool failed() const { return m_fault.has_value(); }
    void close() { m_out += '}'; }
    /// For a nested object: writes the key, the caller then makes the writer for its value.
    void key(std::string_view name);

    void integer(std::string_view name, std::int64_t value, std::int64_t least);
    void integer(std::string_view name, std::uint64_t value, std::int64_t least);
    void integer(std::string_view name, const std::optional<std::int64_t>& value, std::int64_t least);
    void moment(std::string_view name, std::int64_t value);
    void moment(std::string_view name, const std::optional<std::int64_t>& value);
    void text(std::string_view name, const std::string& value, Range points);
    void line(std::string_view name, const std::string& value, Range length);
    void word(std::string_view name, const std::string& value);
    void kind(std::string_view name, std::string_view value);
    void date(std::string_view name, const std::string& value);
    void words(std::string_view name, const std::vector<std::string>& values, Range count);
    void units(std::string_view name, const Units& values);

    template <class Tag, std::size_t N>
    void fixed(std::string_view name, const FixedBytes<Tag, N>& value) {
        key(name);
        quoted(value.hex());
    }
    template <class Tag, std::size_t N>
    void fixed(std::string_view name, const std::optional<FixedBytes<Tag, N>>& value) {
        if (!value)
            return null(name);
        fixed(name, *value);
    }
    template <class Enum>
    void slug(std::string_view name, Enum value) {
        key(name);
        slugValue(name, value);
    }
    template <class Enum>
    void slugs(std::string_view name, const std::vector<Enum>& values, Range count) {
        elements(name, values, count, [&](Enum value) { slugValue(name, value); });
        check(name, repeatFault(values));
    }
    template <class Tag, std::size_t N>
    void list(std::string_view name, const std::vector<FixedBytes<Tag, N>>& values, Range count) {
        elements(name, values, count, [this](const auto& value) { quoted(value.hex()); });
        check(name, repeatFault(values));
    }
    template <class T>
    void group(std::string_view name, const T& value) {
        key(name);
        groupValue(name, value);
    }
    template <class T>
    void group(std::string_view name, const std::optional<T>& value) {
        if (!value)
            return null(name);
        group(name, *value);
    }
    template <class T>
    void groups(std::string_view name, const std::vector<T>& values, Range count) {
        elements(name, values, count, [&](const T& value) { groupValue(name, value); });
    }

private:
    [[nodiscard]] std::string placeOf(std::string_view name) const;
    void check(std::string_view name, const Fault& fault);
    /// A quoted string without anything to escape.
    void quoted(std::string_view plain);
    void escaped(std::string_view name, std::string_view text);
    void null(std::string_view name);

    template <class Enum>
    void slugValue(std::string_view name, Enum value) {
        const auto word = slugOf(value);
        if (word.empty())
            return check(name, {"payload.slug", "expected one of the words of this field"});
        quoted(word);
    }
    template <class T>
    void groupValue(std::string_view name, const T& value) {
        FieldWriter inner(m_out, placeOf(name), m_fault);
        describe(inner, value);
        inner.close();
    }
    template <class Values, class Write>
    void elements(std::string_view name, const Values& values, Range count, Write write) {
        check(name, countFault(values.size(), count));
        key(name);
        m_out += '[';
        for (const auto& value : values) {
            if (m_out.back() != '[')
                m_out += ',';
            write(value);
        }
        m_out += ']';
    }

    std::string& m_out;
    std::string m_place;
    std::optional<Error>& m_fault;
    bool m_isFirst = true;
};

} // namespace teken::entry
