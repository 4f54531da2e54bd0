#include "core/entry/record.h"

#include <algorithm>

namespace teken::entry {
namespace {

constexpr std::uint8_t kWhole = 0x01;
constexpr std::uint8_t kWithheld = 0x02;

void putNumber(Bytes& into, std::uint64_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        into.push_back(static_cast<std::uint8_t>(value >> shift));
}

void putBytes(Bytes& into, ByteView bytes) {
    into.insert(into.end(), bytes.begin(), bytes.end());
}

void putPart(Bytes& into, ByteView bytes) {
    putNumber(into, bytes.size(), 2);
    putBytes(into, bytes);
}

void put(const Entry& entry, Bytes& into) {
    TEKEN_ASSERT(entry.payload.size() <= kMostPayloadBytes && entry.ink.size() <= kMostInkBytes,
                 "only entries within their limits travel");
    into.push_back(kWhole);
    putBytes(into, entry.key.view());
    putBytes(into, entry.signature.view());
    putPart(into, entry.payload);
    putPart(into, entry.ink);
}

void put(const WithheldEntry& entry, Bytes& into) {
    into.push_back(kWithheld);
    putBytes(into, entry.key.view());
    putBytes(into, entry.signature.view());
    putBytes(into, entry.id.view());
    putNumber(into, entry.seq, 8);
    putBytes(into, entry.prev.value_or(EntryId{}).view());
}

/// Takes parts off the front; a cursor that ran out stays out.
class Cursor {
public:
    explicit Cursor(ByteView bytes) : m_all(bytes), m_rest(bytes) {}

    template <class Fixed>
    Fixed fixed() {
        Fixed value;
        const auto part = take(Fixed::kSize);
        std::copy(part.begin(), part.end(), value.bytes.begin());
        return value;
    }
    std::uint64_t number(std::size_t bytes) {
        std::uint64_t value = 0;
        for (const auto byte : take(bytes))
            value = value << 8 | byte;
        return value;
    }
    ByteView take(std::size_t size) {
        if (m_isCut || m_rest.size() < size) {
            m_isCut = true;
            return {};
        }
        const auto part = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return part;
    }
    [[nodiscard]] bool isCut() const { return m_isCut; }
    [[nodiscard]] ByteView rest() const { return m_rest; }
    [[nodiscard]] std::string place() const {
        return "offset " + std::to_string(m_all.size() - m_rest.size());
    }

private:
    ByteView m_all;
    ByteView m_rest;
    bool m_isCut = false;
};

Result<> limit(const Cursor& cursor, std::size_t size, std::size_t most, const char* what) {
    if (size <= most)
        return {};
    return fail(ErrorCode::InvalidInput, "record.oversized",
                std::string("expected ") + what + " of at most " + std::to_string(most) + " bytes, found " +
                    std::to_string(size),
                cursor.place());
}

Result<> uncut(const Cursor& cursor) {
    if (!cursor.isCut())
        return {};
    return fail(ErrorCode::InvalidInput, "record.cut", "expected a whole record, found its beginning",
                cursor.place());
}

Result<Record> takeWhole(Cursor& cursor) {
    Entry entry{.key = cursor.fixed<PublicKey>(), .signature = cursor.fixed<Signature>(), .payload{}, .ink{}};
    const auto payloadBytes = cursor.number(2);
    TEKEN_CHECK(limit(cursor, payloadBytes, kMostPayloadBytes, "a payload"));
    TEKEN_CHECK(uncut(cursor));
    if (payloadBytes == 0)
        return fail(ErrorCode::InvalidInput, "record.empty", "expected a payload", cursor.place());
    entry.payload = toBytes(cursor.take(payloadBytes));
    const auto inkBytes = cursor.number(2);
    TEKEN_CHECK(limit(cursor, inkBytes, kMostInkBytes, "ink"));
    entry.ink = toBytes(cursor.take(inkBytes));
    TEKEN_CHECK(uncut(cursor));
    return entry;
}

Result<Record> takeWithheld(Cursor& cursor) {
    WithheldEntry entry{.key = cursor.fixed<PublicKey>(),
                        .signature = cursor.fixed<Signature>(),
                        .id = cursor.fixed<EntryId>(),
                        .seq = cursor.number(8),
                        .prev = std::nullopt};
    const auto prev = cursor.fixed<EntryId>();
    TEKEN_CHECK(uncut(cursor));
    if (entry.seq == 0 || entry.seq > static_cast<Seq>(kMostInteger))
        return fail(ErrorCode::InvalidInput, "record.seq", "expected a number from 1 to 2^53-1",
                    cursor.place());
    if ((entry.seq == 1) != prev.isZero())
        return fail(ErrorCode::InvalidInput, "record.prev",
                    "expected zeros for number 1 and an id for others", cursor.place());
    if (entry.seq > 1)
        entry.prev = prev;
    return entry;
}

Result<Record> takeRecord(Cursor& cursor) {
    const auto form = cursor.number(1);
    TEKEN_CHECK(uncut(cursor));
    switch (form) {
    case kWhole:
        return takeWhole(cursor);
    case kWithheld:
        return takeWithheld(cursor);
    default:
        return fail(ErrorCode::InvalidInput, "record.form", "expected 1 or 2, found " + std::to_string(form),
                    "offset 0");
    }
}

} // namespace

void encodeRecord(const Record& record, Bytes& into) {
    std::visit([&into](const auto& entry) { put(entry, into); }, record);
}

Result<Record> decodeRecord(ByteView& bytes) {
    Cursor cursor(bytes);
    TEKEN_TRY(auto record, takeRecord(cursor));
    bytes = cursor.rest();
    return record;
}

} // namespace teken::entry
