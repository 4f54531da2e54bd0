#include "core/store/errands.h"

#include "core/store/connection.h"

namespace teken::store {
namespace {

Result<std::vector<EntryId>> readIds(ByteView bytes) {
    std::vector<EntryId> ids;
    for (std::size_t at = 0; at + EntryId::kSize <= bytes.size(); at += EntryId::kSize) {
        TEKEN_TRY(const auto id, EntryId::fromBytes(bytes.subspan(at, EntryId::kSize)));
        ids.push_back(id);
    }
    return ids;
}

Bytes idsAsBytes(const std::vector<EntryId>& ids) {
    Bytes bytes;
    for (const auto& id : ids)
        bytes.insert(bytes.end(), id.bytes.begin(), id.bytes.end());
    return bytes;
}

} // namespace

Result<> ErrandTable::replace(Transaction&, const FeedId& feed, std::span<const LogErrand> questions) {
    TEKEN_CHECK(m_connection.query("DELETE FROM log_errand WHERE feed = ?1").bind(feed).run());
    for (const auto& question : questions)
        TEKEN_CHECK(
            m_connection.query("INSERT INTO log_errand (feed, note, ids, whole) VALUES (?1, ?2, ?3, 0)")
                .bind(feed)
                .bind(question.note)
                .bind(idsAsBytes(question.entries))
                .run());
    return m_connection
        .query("DELETE FROM log_errand WHERE id NOT IN "
               "(SELECT id FROM log_errand ORDER BY id DESC LIMIT ?1)")
        .bind(kMost)
        .run();
}

Result<std::vector<LogErrand>> ErrandTable::all() const {
    std::vector<LogErrand> found;
    auto cells =
        m_connection.query("SELECT id, feed, note, ids, since, answer, whole FROM log_errand ORDER BY id");
    for (;;) {
        TEKEN_TRY(const bool here, cells.next());
        if (!here)
            return found;
        auto& errand = found.emplace_back();
        errand.id = cells.integer(0);
        TEKEN_TRY(errand.feed, cells.fixed<FeedId>(1));
        errand.note = cells.text(2);
        TEKEN_TRY(errand.entries, readIds(cells.bytes(3)));
        if (!cells.isNull(4))
            errand.since = log::TreeSize{cells.number(4)};
        if (!cells.isNull(5))
            errand.answer = toBytes(cells.bytes(5));
        errand.whole = cells.integer(6) != 0;
    }
}

Result<> ErrandTable::answer(Transaction&, std::int64_t id, std::optional<log::TreeSize> since,
                             ByteView answer, bool whole) {
    auto change =
        m_connection.query("UPDATE log_errand SET since = ?2, answer = ?3, whole = ?4 WHERE id = ?1");
    const auto from = since ? std::optional(since->value) : std::nullopt;
    return change.bind(id).bind(from).bind(answer).bind(whole ? 1 : 0).run();
}

Result<> ErrandTable::remove(Transaction&, std::int64_t id) {
    return m_connection.query("DELETE FROM log_errand WHERE id = ?1").bind(id).run();
}

} // namespace teken::store
