#include "core/desk/stroke_journal.h"

#include "core/store/journal.h"
#include "core/store/keyring.h"

#include <algorithm>

namespace teken::desk {

namespace {

constexpr std::size_t kMostWaiting = 16;
constexpr std::size_t kHeadBytes = SessionId::kSize + PersonId::kSize + 2;

// session(16) person(16) length(u16, big-endian) ink, one after the other.
Bytes encode(const std::vector<UnfinishedInk>& all) {
    Bytes bytes;
    for (const auto& one : all) {
        bytes.insert(bytes.end(), one.session.bytes.begin(), one.session.bytes.end());
        bytes.insert(bytes.end(), one.person.bytes.begin(), one.person.bytes.end());
        bytes.push_back(static_cast<std::uint8_t>(one.ink.size() >> 8));
        bytes.push_back(static_cast<std::uint8_t>(one.ink.size() & 0xff));
        bytes.insert(bytes.end(), one.ink.begin(), one.ink.end());
    }
    return bytes;
}

Result<std::vector<UnfinishedInk>> decode(ByteView bytes) {
    std::vector<UnfinishedInk> all;
    while (!bytes.empty()) {
        if (bytes.size() < kHeadBytes)
            return fail(ErrorCode::Corrupt, "desk.strokes-broken", "expected a whole head, found a part");
        UnfinishedInk one;
        TEKEN_TRY(one.session, SessionId::fromBytes(bytes.first(SessionId::kSize)));
        TEKEN_TRY(one.person, PersonId::fromBytes(bytes.subspan(SessionId::kSize, PersonId::kSize)));
        const std::size_t length =
            static_cast<std::size_t>(bytes[kHeadBytes - 2]) << 8 | bytes[kHeadBytes - 1];
        bytes = bytes.subspan(kHeadBytes);
        if (bytes.size() < length)
            return fail(ErrorCode::Corrupt, "desk.strokes-broken", "expected whole ink, found a part");
        one.ink = toBytes(bytes.first(length));
        bytes = bytes.subspan(length);
        all.push_back(std::move(one));
    }
    return all;
}

auto sameAs(const SessionId& session, const PersonId& person) {
    return [&](const UnfinishedInk& one) { return one.session == session && one.person == person; };
}

} // namespace

StrokeJournal::StrokeJournal(const DeskSeams& seams) : m_seams(seams) {}

Result<std::string> StrokeJournal::key() const {
    const auto* holder = m_seams.book.keyring().current();
    if (holder == nullptr)
        return fail(ErrorCode::Locked, "store.locked", "expected an unlocked holder, found none");
    return "desk.strokes." + holder->feed.hex().substr(0, 16);
}

Result<std::vector<UnfinishedInk>> StrokeJournal::all() const {
    TEKEN_TRY(const auto name, key());
    TEKEN_TRY(const auto bytes, m_seams.book.journal().get(name));
    if (!bytes)
        return std::vector<UnfinishedInk>{};
    return decode(*bytes);
}

Result<> StrokeJournal::save(store::Transaction& transaction, const std::vector<UnfinishedInk>& all) const {
    TEKEN_TRY(const auto name, key());
    if (all.empty())
        return m_seams.book.journal().remove(transaction, name);
    return m_seams.book.journal().put(transaction, name, encode(all));
}

Result<> StrokeJournal::put(const SessionId& session, const PersonId& person,
                            const domain::InkStrokes& strokes) const {
    TEKEN_TRY(auto waiting, all());
    const auto before = waiting.size();
    std::erase_if(waiting, sameAs(session, person));
    if (strokes.empty() && waiting.size() == before)
        return {};
    if (!strokes.empty()) {
        TEKEN_TRY(const auto thinned, domain::compactInk(strokes));
        TEKEN_TRY(auto ink, domain::encodeInk(thinned));
        if (waiting.size() >= kMostWaiting)
            return fail(ErrorCode::NoSpace, "desk.strokes-full",
                        "expected at most " + std::to_string(kMostWaiting) + " unfinished signatures");
        waiting.push_back({session, person, std::move(ink)});
    }
    return m_seams.book.write([&](store::Transaction& transaction) { return save(transaction, waiting); });
}

Result<domain::InkStrokes> StrokeJournal::get(const SessionId& session, const PersonId& person) const {
    TEKEN_TRY(const auto waiting, all());
    const auto found = std::find_if(waiting.begin(), waiting.end(), sameAs(session, person));
    if (found == waiting.end())
        return domain::InkStrokes{};
    return domain::decodeInk(found->ink);
}

Result<> StrokeJournal::clear(store::Transaction& transaction, const SessionId& session,
                              const PersonId& person) const {
    TEKEN_TRY(auto waiting, all());
    if (std::erase_if(waiting, sameAs(session, person)) == 0)
        return {};
    return save(transaction, waiting);
}

} // namespace teken::desk
