#include "core/store/entries.h"

#include "core/crypto/hash.h"
#include "core/store/feed_rows.h"
#include "core/store/log_appender.h"
#include "core/store/seal_box.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace teken::store {
namespace {

constexpr int kScanRows = 64; // rows held in memory at a time while scanning: at most 1.5 MiB

#define TEKEN_ENTRY_COLUMNS "e.ord, e.id, e.seq, e.prev, e.signature, e.payload, e.ink, f.id, f.key"
constexpr const char* kById =
    "SELECT " TEKEN_ENTRY_COLUMNS " FROM entry e JOIN feed f ON f.no = e.feed WHERE e.id = ?1";
constexpr const char* kInFeed =
    "SELECT " TEKEN_ENTRY_COLUMNS " FROM entry e JOIN feed f ON f.no = e.feed "
    "WHERE e.feed = ?1 AND (e.seq, e.id) > (?2, ?3) AND e.seq <= ?4 ORDER BY e.seq, e.id LIMIT ?5";
constexpr const char* kInOrder = "SELECT " TEKEN_ENTRY_COLUMNS " FROM entry e JOIN feed f ON f.no = e.feed "
                                 "WHERE e.ord >= ?1 ORDER BY e.ord LIMIT ?2";
#undef TEKEN_ENTRY_COLUMNS

Cell payloadCell(const EntryId& id) {
    return {"entry", "payload", id.hex()};
}

Cell inkCell(const EntryId& id) {
    return {"entry", "ink", id.hex()};
}

// What is here of one id.
struct Present {
    std::int64_t order = 0;
    std::int64_t feedNo = 0;
    bool withheld = false;
    bool inkless = false;
};

Result<std::optional<Present>> presentRow(Connection& connection, const EntryId& id) {
    auto cells = connection.query("SELECT ord, feed, payload IS NULL, ink IS NULL FROM entry WHERE id = ?1");
    TEKEN_TRY(const bool here, cells.bind(id).next());
    if (!here)
        return std::optional<Present>{};
    return std::optional<Present>(
        Present{cells.integer(0), cells.integer(1), cells.integer(2) != 0, cells.integer(3) != 0});
}

// The cells of a row that every record has.
struct Place {
    const EntryId& id;
    entry::Seq seq;
    const std::optional<EntryId>& prev;
    const Signature& signature;
};

struct Contents {
    std::optional<Bytes> payload; // as stored: sealed or not; none: withheld
    std::optional<Bytes> ink;
};

Result<Contents> sealContents(const SealBox& box, const EntryId& id, const entry::Entry& raw) {
    Contents contents;
    TEKEN_TRY(contents.payload, box.seal(raw.payload, payloadCell(id)));
    if (!raw.ink.empty()) {
        TEKEN_TRY(contents.ink, box.seal(raw.ink, inkCell(id)));
    }
    return contents;
}

Result<> insertRow(Connection& connection, std::int64_t feedNo, const Place& place,
                   const Contents& contents) {
    return connection
        .query("INSERT INTO entry (id, feed, seq, prev, signature, payload, ink) "
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bind(place.id)
        .bind(feedNo)
        .bind(place.seq)
        .bind(place.prev)
        .bind(place.signature)
        .bind(contents.payload)
        .bind(contents.ink)
        .run();
}

// A whole entry takes the place of the withheld record of the same id, whose unproven number and link may
// even have been wrong. It keeps its place in the stored order.
Result<> fillRow(Connection& connection, std::int64_t feedNo, const Place& place, const Contents& contents) {
    return connection
        .query("UPDATE entry SET feed = ?2, seq = ?3, prev = ?4, signature = ?5, payload = ?6, ink = ?7 "
               "WHERE id = ?1")
        .bind(place.id)
        .bind(feedNo)
        .bind(place.seq)
        .bind(place.prev)
        .bind(place.signature)
        .bind(contents.payload)
        .bind(contents.ink)
        .run();
}

// The row may be a leaf of the log already.
Result<> changeRow(Connection& connection, const Present& present, std::int64_t feedNo, const Place& place,
                   const Contents& contents) {
    ChangingRow leaf(connection, present.order);
    TEKEN_CHECK(leaf.before());
    TEKEN_CHECK(fillRow(connection, feedNo, place, contents));
    return leaf.after();
}

// Of two withheld records of one id that claim different places nothing tells which one lies. Every book
// keeps the smaller claim, so that the order in which they come cannot matter (core/ledger/RULES.md section
// 5).
Result<bool> isSmallerClaim(Connection& connection, const entry::WithheldEntry& entry) {
    auto cells = connection.query("SELECT f.id, e.seq, e.prev FROM entry e JOIN feed f ON f.no = e.feed "
                                  "WHERE e.id = ?1");
    TEKEN_TRY(const bool here, cells.bind(entry.id).next());
    if (!here)
        return true;
    TEKEN_TRY(const auto feed, cells.fixed<FeedId>(0));
    TEKEN_TRY(const auto prev, cells.fixedOrNull<EntryId>(2));
    return std::tuple(crypto::feedIdOf(entry.key), entry.seq, entry.prev) <
           std::tuple(feed, entry::Seq{cells.number(1)}, prev);
}

Result<> checkSeq(entry::Seq seq) {
    if (seq < 1 || seq > static_cast<entry::Seq>(entry::kMostInteger))
        return fail(ErrorCode::InvalidInput, "store.seq", "expected a number from 1 to 2^53-1");
    return {};
}

// Callers say "to the end" with the greatest number there is; SQLite's integers are signed.
entry::Seq clampSeq(entry::Seq seq) {
    return std::min(seq, static_cast<entry::Seq>(std::numeric_limits<std::int64_t>::max()));
}

// One read row, before its cells are opened.
struct RawRow {
    StoredEntry entry;
    PublicKey key;
    Signature signature;
    std::optional<Bytes> payload, ink;
};

Result<RawRow> readRow(const Query& cells) {
    RawRow row;
    row.entry.order = cells.number(0);
    TEKEN_TRY(row.entry.id, cells.fixed<EntryId>(1));
    row.entry.seq = cells.number(2);
    TEKEN_TRY(row.entry.prev, cells.fixedOrNull<EntryId>(3));
    TEKEN_TRY(row.signature, cells.fixed<Signature>(4));
    if (!cells.isNull(5))
        row.payload = toBytes(cells.bytes(5));
    if (!cells.isNull(6))
        row.ink = toBytes(cells.bytes(6));
    TEKEN_TRY(row.entry.feed, cells.fixed<FeedId>(7));
    TEKEN_TRY(row.key, cells.fixed<PublicKey>(8));
    return row;
}

Result<StoredEntry> openRow(const SealBox& box, RawRow row) {
    if (!row.payload) {
        row.entry.record =
            entry::WithheldEntry{row.key, row.signature, row.entry.id, row.entry.seq, row.entry.prev};
        return std::move(row.entry);
    }
    entry::Entry whole{row.key, row.signature, {}, {}};
    TEKEN_TRY(whole.payload, box.open(*row.payload, payloadCell(row.entry.id)));
    if (row.ink) {
        TEKEN_TRY(whole.ink, box.open(*row.ink, inkCell(row.entry.id)));
    }
    row.entry.record = std::move(whole);
    return std::move(row.entry);
}

// The rows are read into memory first and the statement is closed: `visit` may then read and write as it
// likes.
Result<std::vector<RawRow>> readRows(Query cells) {
    std::vector<RawRow> rows;
    for (;;) {
        TEKEN_TRY(const bool here, cells.next());
        if (!here)
            return rows;
        TEKEN_TRY(auto row, readRow(cells));
        rows.push_back(std::move(row));
    }
}

} // namespace

EntryTable::EntryTable(Connection& connection, SealBox& box) : m_connection(connection), m_box(box) {}

Result<PutOutcome> EntryTable::put(Transaction& transaction, const entry::VerifiedEntry& entry) {
    const auto& header = entry.payload.header;
    TEKEN_CHECK(checkSeq(header.seq));
    TEKEN_TRY(const auto present, presentRow(m_connection, entry.id));
    if (present && !present->withheld) {
        if (present->inkless && !entry.raw.ink.empty()) // came without its ink the first time
            TEKEN_CHECK(putInk(transaction, entry.id, entry.raw.ink));
        return PutOutcome::Duplicate;
    }
    TEKEN_TRY(const auto contents, sealContents(m_box, entry.id, entry.raw));
    FeedRows feeds(m_connection);
    TEKEN_TRY(auto feed, feeds.findOrAdd(entry.raw.key));
    const Place place{entry.id, header.seq, header.prev, entry.raw.signature};
    if (!present) {
        TEKEN_CHECK(insertRow(m_connection, feed.no, place, contents));
        TEKEN_TRY(const bool forks, feeds.entryAdded(std::move(feed), {header.seq, entry.id}, header.prev));
        return forks ? PutOutcome::Forked : PutOutcome::Stored;
    }
    TEKEN_CHECK(changeRow(m_connection, *present, feed.no, place, contents));
    TEKEN_CHECK(feeds.recount(feed.no));
    if (present->feedNo != feed.no)
        TEKEN_CHECK(feeds.recount(present->feedNo));
    return PutOutcome::Completed;
}

Result<PutOutcome> EntryTable::putWithheld(Transaction&, const entry::WithheldEntry& entry) {
    TEKEN_CHECK(checkSeq(entry.seq));
    TEKEN_TRY(const auto present, presentRow(m_connection, entry.id));
    if (present && !present->withheld) // a withheld record proves nothing and takes nothing away
        return PutOutcome::Duplicate;
    const Place place{entry.id, entry.seq, entry.prev, entry.signature};
    FeedRows feeds(m_connection);
    if (!present) {
        TEKEN_TRY(auto feed, feeds.findOrAdd(entry.key));
        TEKEN_CHECK(insertRow(m_connection, feed.no, place, {}));
        TEKEN_CHECK(feeds.entryAdded(std::move(feed), {entry.seq, entry.id}, entry.prev));
        return PutOutcome::Stored;
    }
    TEKEN_TRY(const bool smaller, isSmallerClaim(m_connection, entry));
    if (!smaller)
        return PutOutcome::Duplicate;
    TEKEN_TRY(const auto feed, feeds.findOrAdd(entry.key));
    TEKEN_CHECK(changeRow(m_connection, *present, feed.no, place, {}));
    TEKEN_CHECK(feeds.recount(feed.no));
    TEKEN_CHECK(feeds.recount(present->feedNo));
    return PutOutcome::Completed;
}

Result<> EntryTable::putInk(Transaction&, const EntryId& id, ByteView ink) {
    TEKEN_TRY(const auto stored, get(id));
    const auto* whole = std::get_if<entry::Entry>(&stored.record);
    if (whole == nullptr)
        return fail(ErrorCode::Conflict, "store.ink-withheld", "the entry is withheld and takes no ink");
    TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
    const auto bound = entry::inkOf(payload.body);
    if (!bound || ink.size() > entry::kMostInkBytes || crypto::sha256(ink) != *bound)
        return fail(ErrorCode::Conflict, "store.ink-other", "expected the ink whose hash the payload binds");
    if (!whole->ink.empty())
        return {};
    TEKEN_TRY(const auto sealed, m_box.seal(ink, inkCell(id)));
    return m_connection.query("UPDATE entry SET ink = ?2 WHERE id = ?1").bind(id).bind(sealed).run();
}

Result<bool> EntryTable::has(const EntryId& id) const {
    auto cells = m_connection.query("SELECT 1 FROM entry WHERE id = ?1");
    return cells.bind(id).next();
}

Result<StoredEntry> EntryTable::get(const EntryId& id) const {
    auto cells = m_connection.query(kById);
    TEKEN_TRY(const bool here, cells.bind(id).next());
    if (!here)
        return fail(ErrorCode::NotFound, "store.no-entry", "no entry with this id", id.hex());
    TEKEN_TRY(auto row, readRow(cells));
    TEKEN_TRY(auto stored, openRow(m_box, std::move(row)));
    const auto* whole = std::get_if<entry::Entry>(&stored.record);
    if (whole != nullptr && entry::entryIdOf(whole->payload) != id)
        return fail(ErrorCode::Corrupt, "store.entry-altered", "the stored payload is not the one of this id",
                    id.hex());
    return stored;
}

Result<std::uint64_t> EntryTable::count() const {
    TEKEN_TRY(const auto total, m_connection.integer("SELECT coalesce(sum(entries), 0) FROM feed"));
    return static_cast<std::uint64_t>(total);
}

Result<std::vector<FeedSummary>> EntryTable::feeds() const {
    return FeedRows(m_connection).all();
}

Result<std::optional<FeedSummary>> EntryTable::feed(const FeedId& feed) const {
    TEKEN_TRY(auto row, FeedRows(m_connection).find(feed));
    if (!row || row->summary.count == 0)
        return std::optional<FeedSummary>{};
    return std::optional<FeedSummary>(std::move(row->summary));
}

Result<std::vector<EntryId>> EntryTable::idsAt(const FeedId& feed, entry::Seq seq) const {
    return idsOf(feed, seq, seq);
}

namespace {

Result<std::vector<EntryId>> idsIn(Query& cells) {
    std::vector<EntryId> ids;
    for (;;) {
        TEKEN_TRY(const bool here, cells.next());
        if (!here)
            return ids;
        TEKEN_TRY(const auto id, cells.fixed<EntryId>(0));
        ids.push_back(id);
    }
}

} // namespace

Result<std::vector<EntryId>> EntryTable::idsOf(const FeedId& feed, entry::Seq from, entry::Seq to) const {
    auto cells = m_connection.query("SELECT e.id FROM entry e JOIN feed f ON f.no = e.feed WHERE f.id = ?1 "
                                    "AND e.seq BETWEEN ?2 AND ?3 ORDER BY e.seq, e.id");
    cells.bind(feed).bind(clampSeq(from)).bind(clampSeq(to));
    return idsIn(cells);
}

Result<std::vector<EntryId>> EntryTable::idsBetween(const EntryId& first, const EntryId& last,
                                                    std::size_t limit) const {
    auto cells = m_connection.query("SELECT id FROM entry WHERE id BETWEEN ?1 AND ?2 ORDER BY id LIMIT ?3");
    cells.bind(first).bind(last).bind(static_cast<std::int64_t>(limit));
    return idsIn(cells);
}

Result<std::vector<EntryTable::Mark>> EntryTable::marks(const FeedId& feed, entry::Seq from, entry::Seq to,
                                                        std::size_t most) const {
    std::vector<Mark> marks;
    auto cells =
        m_connection.query("SELECT e.ord, e.seq, e.id, e.signature FROM entry e JOIN feed f ON f.no = e.feed "
                           "WHERE f.id = ?1 AND e.seq BETWEEN ?2 AND ?3 ORDER BY e.seq, e.id LIMIT ?4");
    cells.bind(feed).bind(clampSeq(from)).bind(clampSeq(to)).bind(most);
    for (;;) {
        TEKEN_TRY(const bool here, cells.next());
        if (!here)
            return marks;
        auto& mark = marks.emplace_back();
        mark.order = cells.number(0);
        mark.seq = cells.number(1);
        TEKEN_TRY(mark.id, cells.fixed<EntryId>(2));
        TEKEN_TRY(mark.signature, cells.fixed<Signature>(3));
    }
}

Result<> EntryTable::scanFeed(const FeedId& feed, entry::Seq from, entry::Seq to, const Visit& visit) const {
    TEKEN_TRY(const auto found, FeedRows(m_connection).find(feed));
    if (!found)
        return {};
    entry::Seq seq = clampSeq(from);
    Bytes after; // every id comes after the empty one
    for (;;) {
        auto cells = m_connection.query(kInFeed);
        cells.bind(found->no).bind(seq).bind(after).bind(clampSeq(to)).bind(kScanRows);
        TEKEN_TRY(auto rows, readRows(std::move(cells)));
        if (rows.empty())
            return {};
        seq = rows.back().entry.seq;
        after = toBytes(rows.back().entry.id.view());
        for (auto& row : rows) {
            TEKEN_TRY(const auto stored, openRow(m_box, std::move(row)));
            TEKEN_CHECK(visit(stored));
        }
    }
}

Result<> EntryTable::scanAll(std::uint64_t order, const Visit& visit) const {
    std::uint64_t next = clampSeq(order);
    for (;;) {
        auto cells = m_connection.query(kInOrder);
        cells.bind(next).bind(kScanRows);
        TEKEN_TRY(auto rows, readRows(std::move(cells)));
        if (rows.empty())
            return {};
        next = rows.back().entry.order + 1;
        for (auto& row : rows) {
            TEKEN_TRY(const auto stored, openRow(m_box, std::move(row)));
            TEKEN_CHECK(visit(stored));
        }
    }
}

} // namespace teken::store
