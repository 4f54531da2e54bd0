#include "core/entry/field_writer.h"

#include "core/entry/scan.h"

namespace teken::entry {

std::string FieldWriter::placeOf(std::string_view name) const {
    return m_place.empty() ? std::string(name) : m_place + "." + std::string(name);
}

void FieldWriter::check(std::string_view name, const Fault& fault) {
    if (fault && !failed())
        m_fault = Error{ErrorCode::InvalidInput, fault.reason, fault.message, placeOf(name)};
}

void FieldWriter::key(std::string_view name) {
    if (!m_isFirst)
        m_out += ',';
    m_isFirst = false;
    quoted(name);
    m_out += ':';
}

void FieldWriter::quoted(std::string_view plain) {
    m_out += '"';
    m_out += plain;
    m_out += '"';
}

void FieldWriter::escaped(std::string_view name, std::string_view text) {
    if (const char* reason = characterFault(text))
        return check(name, {reason, "expected UTF-8 without control characters"});
    m_out += '"';
    for (const char c : text) {
        if (c == '\n') {
            m_out += "\\n";
            continue;
        }
        if (c == '"' || c == '\\')
            m_out += '\\';
        m_out += c;
    }
    m_out += '"';
}

void FieldWriter::null(std::string_view name) {
    key(name);
    m_out += "null";
}

void FieldWriter::integer(std::string_view name, std::int64_t value, std::int64_t least) {
    check(name, integerFault(value, least));
    key(name);
    m_out += std::to_string(value);
}

void FieldWriter::integer(std::string_view name, std::uint64_t value, std::int64_t least) {
    // Beyond the range of the format the sign is of no matter: the number is refused either way.
    const bool fits = value <= static_cast<std::uint64_t>(kMostInteger);
    integer(name, fits ? static_cast<std::int64_t>(value) : kMostInteger + 1, least);
}

void FieldWriter::integer(std::string_view name, const std::optional<std::int64_t>& value,
                          std::int64_t least) {
    if (!value)
        return null(name);
    integer(name, *value, least);
}

void FieldWriter::moment(std::string_view name, std::int64_t value) {
    check(name, momentFault(value));
    key(name);
    m_out += std::to_string(value);
}

void FieldWriter::moment(std::string_view name, const std::optional<std::int64_t>& value) {
    if (!value)
        return null(name);
    moment(name, *value);
}

void FieldWriter::text(std::string_view name, const std::string& value, Range points) {
    check(name, textFault(value, points));
    key(name);
    escaped(name, value);
}

void FieldWriter::line(std::string_view name, const std::string& value, Range length) {
    check(name, lineFault(value, length));
    key(name);
    escaped(name, value);
}

void FieldWriter::word(std::string_view name, const std::string& value) {
    check(name, wordFault(value));
    key(name);
    escaped(name, value);
}

void FieldWriter::kind(std::string_view name, std::string_view value) {
    check(name, kindFault(value));
    key(name);
    escaped(name, value);
}

void FieldWriter::date(std::string_view name, const std::string& value) {
    check(name, dateFault(value));
    key(name);
    escaped(name, value);
}

void FieldWriter::words(std::string_view name, const std::vector<std::string>& values, Range count) {
    elements(name, values, count, [&](const std::string& value) {
        check(name, wordFault(value));
        escaped(name, value);
    });
    check(name, repeatFault(values));
}

void FieldWriter::units(std::string_view name, const Units& values) {
    elements(name, values, kUnitsCount, [&](const std::string& value) {
        check(name, textFault(value, kUnitCode));
        escaped(name, value);
    });
    check(name, unitsFault(values));
}

} // namespace teken::entry
