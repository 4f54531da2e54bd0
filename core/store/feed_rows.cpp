#include "core/store/feed_rows.h"

#include "core/crypto/hash.h"

#include <algorithm>

namespace teken::store {
namespace {

Result<FeedRow> readRow(const Query& cells) {
    FeedRow row;
    row.no = cells.integer(0);
    TEKEN_TRY(row.summary.feed, cells.fixed<FeedId>(1));
    TEKEN_TRY(row.summary.key, cells.fixed<PublicKey>(2));
    row.summary.head.seq = cells.number(3);
    TEKEN_TRY(row.summary.head.id, cells.fixedOrNull<EntryId>(4));
    row.summary.last = cells.number(5);
    row.summary.count = cells.number(6);
    if (!cells.isNull(7))
        row.summary.forkedAt = cells.number(7);
    return row;
}

} // namespace

Result<std::optional<FeedRow>> FeedRows::find(const FeedId& feed) const {
    auto cells = m_connection.query("SELECT no, id, key, head_seq, head_id, last_seq, entries, forked_at "
                                    "FROM feed WHERE id = ?1");
    TEKEN_TRY(const bool here, cells.bind(feed).next());
    if (!here)
        return std::optional<FeedRow>{};
    TEKEN_TRY(auto row, readRow(cells));
    return std::optional<FeedRow>(std::move(row));
}

Result<FeedRow> FeedRows::findOrAdd(const PublicKey& key) {
    const FeedId id = crypto::feedIdOf(key);
    TEKEN_TRY(auto found, find(id));
    if (found)
        return std::move(*found);
    TEKEN_CHECK(
        m_connection.query("INSERT INTO feed (id, key, head_seq, last_seq, entries) VALUES (?1, ?2, 0, 0, 0)")
            .bind(id)
            .bind(key)
            .run());
    FeedRow row;
    row.no = m_connection.lastRow();
    row.summary.feed = id;
    row.summary.key = key;
    return row;
}

Result<std::vector<FeedSummary>> FeedRows::all() const {
    std::vector<FeedSummary> feeds;
    auto cells = m_connection.query("SELECT no, id, key, head_seq, head_id, last_seq, entries, forked_at "
                                    "FROM feed WHERE entries > 0 ORDER BY id");
    for (;;) {
        TEKEN_TRY(const bool here, cells.next());
        if (!here)
            return feeds;
        TEKEN_TRY(auto row, readRow(cells));
        feeds.push_back(std::move(row.summary));
    }
}

Result<FeedRows::Place> FeedRows::at(std::int64_t no, entry::Seq seq) const {
    Place place;
    auto cells =
        m_connection.query("SELECT id, prev, payload IS NULL FROM entry WHERE feed = ?1 AND seq = ?2 "
                           "ORDER BY payload IS NULL, id LIMIT 3");
    cells.bind(no).bind(seq);
    for (;;) {
        TEKEN_TRY(const bool here, cells.next());
        if (!here)
            break;
        const bool withheld = cells.integer(2) != 0;
        ++(withheld ? place.withheld : place.whole);
        if (!place.only) { // the first row: a whole entry if there is any
            TEKEN_TRY(place.only, cells.fixedOrNull<EntryId>(0));
            TEKEN_TRY(place.previous, cells.fixedOrNull<EntryId>(1));
        }
    }
    if (place.whole > 1 || (place.whole == 0 && place.withheld > 1))
        place.only.reset();
    return place;
}

Result<entry::FeedHead> FeedRows::advance(std::int64_t no, entry::FeedHead head) const {
    for (;;) {
        TEKEN_TRY(const auto place, at(no, head.seq + 1));
        if (!place.carriesOn(head))
            return head;
        head = {head.seq + 1, place.only};
    }
}

Result<bool> FeedRows::entryAdded(FeedRow row, const entry::FeedHead& added,
                                  const std::optional<EntryId>& previous) {
    auto& feed = row.summary;
    const auto seq = added.seq;
    ++feed.count;
    if (seq >
        feed.last) { // nearly always: nothing else stands at this number or behind it, so nothing to look up
        feed.last = seq;
        if (seq == feed.head.seq + 1 && previous == feed.head.id)
            feed.head = added;
        TEKEN_CHECK(save(row));
        return false;
    }
    TEKEN_TRY(const auto place, at(row.no, seq));
    if (place.whole > 1)
        feed.forkedAt = std::min(feed.forkedAt.value_or(seq), seq);
    if (seq <= feed.head.seq) { // a second entry under a number already passed: judge again from there
        if (seq == 1) {
            feed.head = {};
        } else {
            TEKEN_TRY(const auto before, at(row.no, seq - 1));
            feed.head = {seq - 1, before.only};
        }
    }
    if (seq == feed.head.seq + 1) {
        TEKEN_TRY(feed.head, advance(row.no, feed.head));
    }
    TEKEN_CHECK(save(row));
    return place.whole > 1;
}

Result<> FeedRows::recount(std::int64_t no) {
    FeedRow row;
    row.no = no;
    auto& feed = row.summary;
    auto totals = m_connection.query("SELECT count(*), coalesce(max(seq), 0) FROM entry WHERE feed = ?1");
    TEKEN_TRY(const bool counted, totals.bind(no).next());
    TEKEN_ASSERT(counted, "an aggregate has one row");
    feed.count = totals.number(0);
    feed.last = totals.number(1);
    auto fork = m_connection.query("SELECT seq FROM entry WHERE feed = ?1 AND payload IS NOT NULL "
                                   "GROUP BY seq HAVING count(*) > 1 ORDER BY seq LIMIT 1");
    TEKEN_TRY(const bool forked, fork.bind(no).next());
    if (forked)
        feed.forkedAt = fork.number(0);
    TEKEN_TRY(feed.head, advance(no, {}));
    return save(row);
}

Result<> FeedRows::save(const FeedRow& row) {
    const auto& feed = row.summary;
    return m_connection
        .query("UPDATE feed SET head_seq = ?1, head_id = ?2, last_seq = ?3, entries = ?4, forked_at = ?5 "
               "WHERE no = ?6")
        .bind(feed.head.seq)
        .bind(feed.head.id)
        .bind(feed.last)
        .bind(feed.count)
        .bind(feed.forkedAt)
        .bind(row.no)
        .run();
}

} // namespace teken::store
