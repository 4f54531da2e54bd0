#include "core/entry/field_reader.h"

#include "core/base/encoding.h"

#include <array>

namespace teken::entry {
namespace {

constexpr const char* kTypeNames[]{"an object",  "an array",      "a string",
                                   "an integer", "true or false", "null"};

std::string typeMessage(TokenType expected, TokenType found) {
    return std::string("expected ") + kTypeNames[static_cast<std::size_t>(expected)] + ", found " +
           kTypeNames[static_cast<std::size_t>(found)];
}

/// Value of a lowercase hex digit, 16 for anything else: two reads and no branches for each byte of an id.
constexpr auto kHexValues = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(16);
    for (std::uint8_t i = 0; i < 10; ++i)
        values[static_cast<std::size_t>('0') + i] = i;
    for (std::uint8_t i = 0; i < 6; ++i)
        values[static_cast<std::size_t>('a') + i] = static_cast<std::uint8_t>(10 + i);
    return values;
}();

} // namespace

FieldReader::Child FieldReader::find(std::string_view key) const {
    const auto found = findFrom(m_cursor, key);
    return found.index != kNone ? found : findFrom(Child{m_object + 1, 0}, key);
}

FieldReader::Child FieldReader::findFrom(Child from, std::string_view key) const {
    const std::uint32_t count = m_document[m_object].count;
    for (; from.ordinal < count; ++from.ordinal, from.index = m_document[from.index].next)
        if (m_document[from.index].key == key)
            return from;
    return {};
}

std::uint32_t FieldReader::mark(std::string_view key) {
    if (failed())
        return kNone;
    const auto child = find(key);
    if (child.index == kNone) {
        refuse(key, {"payload.missing-key", "expected the key"});
        return kNone;
    }
    m_taken |= std::uint64_t{1} << child.ordinal;
    m_cursor = {m_document[child.index].next, child.ordinal + 1};
    return child.index;
}

std::uint32_t FieldReader::taken(std::string_view key, TokenType type) {
    const auto index = mark(key);
    return index != kNone && isOf(index, type) ? index : kNone;
}

std::uint32_t FieldReader::takenOrNull(std::string_view key, TokenType type) {
    const auto index = mark(key);
    if (index == kNone || m_document[index].type == TokenType::Null)
        return kNone;
    return isOf(index, type) ? index : kNone;
}

bool FieldReader::isOf(std::uint32_t index, TokenType type) {
    if (m_document[index].type == type)
        return true;
    refuseAt(index, {"payload.type", typeMessage(type, m_document[index].type)});
    return false;
}

void FieldReader::refuseAt(std::uint32_t index, const Fault& fault) {
    if (!failed())
        m_fault = Error{ErrorCode::InvalidInput, fault.reason, fault.message, m_document.place(index)};
}

void FieldReader::refuse(std::string_view key, const Fault& fault) {
    if (failed())
        return;
    const auto parent = m_object == Document::kRoot ? std::string{} : m_document.place(m_object) + ".";
    m_fault = Error{ErrorCode::InvalidInput, fault.reason, fault.message, parent + std::string(key)};
}

void FieldReader::finish() {
    if (failed())
        return;
    const std::uint32_t count = m_document[m_object].count;
    std::uint32_t child = m_object + 1;
    for (std::uint32_t ordinal = 0; ordinal < count; ++ordinal, child = m_document[child].next)
        if ((m_taken >> ordinal & 1) == 0)
            return refuseAt(child, {"payload.unknown-key", "expected only the keys of this kind"});
}

void FieldReader::hex(std::uint32_t index, std::span<std::uint8_t> into) {
    const auto text = m_document[index].text;
    bool fits = text.size() == into.size() * 2;
    std::uint8_t seen = 0;
    for (std::size_t i = 0; fits && i < into.size(); ++i) {
        const std::uint8_t high = kHexValues[static_cast<unsigned char>(text[2 * i])];
        const std::uint8_t low = kHexValues[static_cast<unsigned char>(text[2 * i + 1])];
        seen = static_cast<std::uint8_t>(seen | high | low);
        into[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    if (!fits || seen > 15)
        refuseAt(index,
                 {"payload.hex", "expected " + std::to_string(into.size() * 2) + " lowercase hex digits"});
}

bool FieldReader::integerAt(std::uint32_t index, std::int64_t least) {
    if (const auto fault = integerFault(m_document[index].number, least)) {
        refuseAt(index, fault);
        return false;
    }
    return true;
}

void FieldReader::integer(std::string_view key, std::int64_t& into, std::int64_t least) {
    if (const auto index = taken(key, TokenType::Integer); index != kNone && integerAt(index, least))
        into = m_document[index].number;
}

void FieldReader::integer(std::string_view key, std::uint64_t& into, std::int64_t least) {
    if (const auto index = taken(key, TokenType::Integer); index != kNone && integerAt(index, least))
        into = static_cast<std::uint64_t>(m_document[index].number);
}

void FieldReader::integer(std::string_view key, std::optional<std::int64_t>& into, std::int64_t least) {
    if (const auto index = takenOrNull(key, TokenType::Integer); index != kNone && integerAt(index, least))
        into = m_document[index].number;
}

void FieldReader::moment(std::string_view key, std::int64_t& into) {
    if (const auto index = taken(key, TokenType::Integer); index != kNone)
        takeMoment(index, into);
}

void FieldReader::moment(std::string_view key, std::optional<std::int64_t>& into) {
    if (const auto index = takenOrNull(key, TokenType::Integer); index != kNone)
        takeMoment(index, into.emplace());
}

void FieldReader::takeMoment(std::uint32_t index, std::int64_t& into) {
    if (const auto fault = momentFault(m_document[index].number))
        return refuseAt(index, fault);
    into = m_document[index].number;
}

void FieldReader::take(std::uint32_t index, const Fault& fault, std::string& into) {
    if (fault)
        return refuseAt(index, fault);
    into = m_document[index].text;
}

void FieldReader::text(std::string_view key, std::string& into, Range points) {
    if (const auto index = taken(key, TokenType::String); index != kNone)
        take(index, textFault(m_document[index].text, points), into);
}

void FieldReader::line(std::string_view key, std::string& into, Range length) {
    if (const auto index = taken(key, TokenType::String); index != kNone)
        take(index, lineFault(m_document[index].text, length), into);
}

void FieldReader::word(std::string_view key, std::string& into) {
    if (const auto index = taken(key, TokenType::String); index != kNone)
        take(index, wordFault(m_document[index].text), into);
}

void FieldReader::kind(std::string_view key, std::string& into) {
    if (const auto index = taken(key, TokenType::String); index != kNone)
        take(index, kindFault(m_document[index].text), into);
}

void FieldReader::date(std::string_view key, std::string& into) {
    if (const auto index = taken(key, TokenType::String); index != kNone)
        take(index, dateFault(m_document[index].text), into);
}

void FieldReader::words(std::string_view key, std::vector<std::string>& into, Range count) {
    elements(key, TokenType::String, count, into, [this](std::uint32_t index, std::string& element) {
        take(index, wordFault(m_document[index].text), element);
    });
    distinct(key, into);
}

void FieldReader::units(std::string_view key, Units& into) {
    elements(key, TokenType::String, kUnitsCount, into, [this](std::uint32_t index, std::string& element) {
        take(index, textFault(m_document[index].text, kUnitCode), element);
    });
    if (failed())
        return;
    if (const auto fault = unitsFault(into))
        refuse(key, fault);
}

} // namespace teken::entry
