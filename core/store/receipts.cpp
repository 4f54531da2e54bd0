#include "core/store/receipts.h"

#include "core/crypto/hash.h"
#include "core/log/tiles.h"
#include "core/store/connection.h"

#include <algorithm>

namespace teken::store {
namespace {

constexpr std::int64_t kMostEvidence = 1000; // a log that lies in every answer must not fill the disk

std::int64_t millisecondsOf(WallTime time) {
    return time.time_since_epoch().count();
}

Result<std::vector<log::Leaf>> readLeaves(Query& cells) {
    std::vector<log::Leaf> leaves;
    for (;;) {
        TEKEN_TRY(const bool here, cells.next());
        if (!here)
            return leaves;
        auto& leaf = leaves.emplace_back();
        TEKEN_TRY(leaf.feed, cells.fixed<FeedId>(0));
        leaf.seq = cells.number(1);
        TEKEN_TRY(leaf.entry, cells.fixed<EntryId>(2));
        TEKEN_TRY(leaf.signature, cells.fixed<Signature>(3));
    }
}

Result<log::Proof> readHashes(ByteView bytes) {
    log::Proof hashes;
    for (std::size_t at = 0; at + Digest::kSize <= bytes.size(); at += Digest::kSize) {
        TEKEN_TRY(const auto hash, Digest::fromBytes(bytes.subspan(at, Digest::kSize)));
        hashes.push_back(hash);
    }
    return hashes;
}

} // namespace

Result<std::optional<SeenCheckpoint>> ReceiptTable::newest(std::string_view origin) const {
    auto cells = m_connection.query("SELECT log, origin, size, root, note FROM seen_checkpoint "
                                    "WHERE origin = ?1 ORDER BY size DESC, id LIMIT 1");
    TEKEN_TRY(const bool here, cells.bind(origin).next());
    if (!here)
        return std::optional<SeenCheckpoint>{};
    SeenCheckpoint seen;
    TEKEN_TRY(seen.log, cells.fixed<PublicKey>(0));
    seen.checkpoint.origin = cells.text(1);
    seen.checkpoint.size = {cells.number(2)};
    TEKEN_TRY(seen.checkpoint.root, cells.fixed<Digest>(3));
    seen.note = cells.text(4);
    return std::optional(std::move(seen));
}

// By rows and not by `at`: a clock that was set back must not bring the former log back.
Result<std::optional<SeenCheckpoint>> ReceiptTable::newest() const {
    TEKEN_TRY(const auto origin,
              m_connection.text("SELECT origin FROM seen_checkpoint ORDER BY id DESC LIMIT 1"));
    return newest(origin);
}

Result<> ReceiptTable::putSeen(Transaction&, const SeenCheckpoint& seen, WallTime when) {
    TEKEN_CHECK(m_connection
                    .query("INSERT INTO seen_checkpoint (log, origin, size, root, note, at) "
                           "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (log, origin, size) DO UPDATE "
                           "SET note = excluded.note "
                           "WHERE root = excluded.root AND length(note) < length(excluded.note)")
                    .bind(seen.log)
                    .bind(seen.checkpoint.origin)
                    .bind(seen.checkpoint.size.value)
                    .bind(seen.checkpoint.root)
                    .bind(seen.note)
                    .bind(millisecondsOf(when))
                    .run());
    return m_connection
        .query("DELETE FROM seen_checkpoint WHERE origin = ?1 AND size < ?2 "
               "AND id NOT IN (SELECT checkpoint FROM receipt)")
        .bind(seen.checkpoint.origin)
        .bind(seen.checkpoint.size.value)
        .run();
}

Result<> ReceiptTable::putWitnessed(Transaction&, const WitnessedCheckpoint& witnessed, WallTime when) {
    return m_connection
        .query("INSERT OR REPLACE INTO witnessed (origin, log, size, root, note, cosigners, at) "
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bind(witnessed.seen.checkpoint.origin)
        .bind(witnessed.seen.log)
        .bind(witnessed.seen.checkpoint.size.value)
        .bind(witnessed.seen.checkpoint.root)
        .bind(witnessed.seen.note)
        .bind(witnessed.cosigners)
        .bind(millisecondsOf(when))
        .run();
}

Result<std::optional<WitnessedCheckpoint>> ReceiptTable::witnessed(std::string_view origin) const {
    auto cells =
        m_connection.query("SELECT log, size, root, note, cosigners FROM witnessed WHERE origin = ?1");
    TEKEN_TRY(const bool here, cells.bind(origin).next());
    if (!here)
        return std::optional<WitnessedCheckpoint>{};
    WitnessedCheckpoint found;
    TEKEN_TRY(found.seen.log, cells.fixed<PublicKey>(0));
    found.seen.checkpoint.origin = origin;
    found.seen.checkpoint.size = {cells.number(1)};
    TEKEN_TRY(found.seen.checkpoint.root, cells.fixed<Digest>(2));
    found.seen.note = cells.text(3);
    found.cosigners = cells.number(4);
    return std::optional(std::move(found));
}

Result<> ReceiptTable::forgetWitnessed(Transaction&, std::string_view origin) {
    return m_connection.query("DELETE FROM witnessed WHERE origin = ?1").bind(origin).run();
}

Result<bool> ReceiptTable::isWitnessed(const EntryId& entry, std::span<const FeedId> logs) const {
    for (const auto& log : logs) {
        auto cells = m_connection.query(
            "SELECT 1 FROM receipt r JOIN entry e ON e.ord = r.entry JOIN seen_checkpoint c ON c.id = "
            "r.checkpoint "
            "JOIN witnessed w ON w.origin = c.origin "
            "WHERE e.id = ?1 AND r.log_feed = ?2 AND r.withdrawn IS NULL AND r.ix < w.size");
        TEKEN_TRY(const bool here, cells.bind(entry).bind(log).next());
        if (here)
            return true;
    }
    return false;
}

Result<> ReceiptTable::put(Transaction&, const Receipt& receipt, const log::Checkpoint& under,
                           std::uint64_t turn) {
    auto again = m_connection.query("UPDATE receipt SET turn = ?3 WHERE log = ?2 AND withdrawn IS NULL "
                                    "AND entry = (SELECT ord FROM entry WHERE id = ?1)");
    TEKEN_CHECK(again.bind(receipt.entry).bind(receipt.log).bind(turn).run());
    if (m_connection.changes() > 0)
        return {};
    auto first = m_connection.query(
        "INSERT OR REPLACE INTO receipt (entry, log, log_feed, checkpoint, ix, hashes, turn) "
        "SELECT e.ord, ?2, ?3, c.id, ?6, ?7, ?8 FROM entry e, seen_checkpoint c "
        "WHERE e.id = ?1 AND c.log = ?2 AND c.origin = ?4 AND c.size = ?5");
    TEKEN_CHECK(first.bind(receipt.entry)
                    .bind(receipt.log)
                    .bind(crypto::feedIdOf(receipt.log))
                    .bind(under.origin)
                    .bind(under.size.value)
                    .bind(receipt.index.value)
                    .bind(log::encodeTile(receipt.hashes))
                    .bind(turn)
                    .run());
    if (m_connection.changes() == 0)
        return fail(ErrorCode::NotFound, "store.no-entry", "expected an entry and a checkpoint of this book",
                    receipt.entry.hex());
    return {};
}

Result<std::optional<Receipt>> ReceiptTable::find(const EntryId& entry, const PublicKey& log) const {
    auto cells =
        m_connection.query("SELECT c.note, r.ix, r.hashes, r.withdrawn IS NOT NULL FROM receipt r "
                           "JOIN entry e ON e.ord = r.entry JOIN seen_checkpoint c ON c.id = r.checkpoint "
                           "WHERE e.id = ?1 AND r.log = ?2");
    TEKEN_TRY(const bool here, cells.bind(entry).bind(log).next());
    if (!here)
        return std::optional<Receipt>{};
    Receipt receipt{entry, log, cells.text(0), {cells.number(1)}, {}, cells.integer(3) != 0};
    TEKEN_TRY(receipt.hashes, readHashes(cells.bytes(2)));
    return std::optional(std::move(receipt));
}

Result<bool> ReceiptTable::has(const EntryId& entry, std::span<const FeedId> logs) const {
    for (const auto& log : logs) {
        auto cells = m_connection.query("SELECT 1 FROM receipt r JOIN entry e ON e.ord = r.entry "
                                        "WHERE e.id = ?1 AND r.log_feed = ?2 AND r.withdrawn IS NULL");
        TEKEN_TRY(const bool here, cells.bind(entry).bind(log).next());
        if (here)
            return true;
    }
    return false;
}

Result<entry::Seq> ReceiptTable::wholeUpTo(const FeedId& feed, std::span<const FeedId> logs) const {
    std::string places;
    for (std::size_t i = 0; i < logs.size(); ++i)
        places += (i == 0 ? "?" : ", ?") + std::to_string(i + 2);
    auto cells = m_connection.query(
        "SELECT coalesce(min(e.seq) - 1, f.last_seq) FROM feed f LEFT JOIN entry e ON e.feed = f.no "
        "AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.entry = e.ord AND r.withdrawn IS NULL "
        "AND r.log_feed IN (" +
        places + ")) WHERE f.id = ?1");
    cells.bind(feed);
    for (const auto& log : logs)
        cells.bind(log);
    TEKEN_TRY(const bool here, cells.next());
    return here && !cells.isNull(0) ? cells.number(0) : 0;
}

Result<std::vector<log::Leaf>> ReceiptTable::lacking(const PublicKey& log, const FeedId& feed,
                                                     entry::Seq after, entry::Seq upTo,
                                                     std::size_t limit) const {
    auto cells = m_connection.query(
        "SELECT f.id, e.seq, e.id, e.signature FROM feed f JOIN entry e ON e.feed = f.no "
        "WHERE f.id = ?2 AND e.seq > ?3 AND e.seq <= ?4 AND NOT EXISTS (SELECT 1 FROM receipt r "
        "WHERE r.entry = e.ord AND r.log = ?1 AND r.withdrawn IS NULL) ORDER BY e.seq LIMIT ?5");
    cells.bind(log).bind(feed).bind(after).bind(upTo).bind(limit);
    return readLeaves(cells);
}

Result<std::vector<log::Leaf>> ReceiptTable::oldest(const PublicKey& log, std::uint64_t turn,
                                                    std::size_t limit) const {
    auto cells = m_connection.query(
        "SELECT f.id, e.seq, e.id, e.signature FROM receipt r JOIN entry e ON e.ord = r.entry "
        "JOIN feed f ON f.no = e.feed WHERE r.log = ?1 AND r.withdrawn IS NULL AND r.turn < ?2 "
        "ORDER BY r.turn, r.entry LIMIT ?3");
    cells.bind(log).bind(turn).bind(limit);
    return readLeaves(cells);
}

Result<std::uint64_t> ReceiptTable::nextTurn() const {
    auto cells = m_connection.query("SELECT coalesce(max(turn), 0) + 1 FROM receipt");
    TEKEN_CHECK(cells.next());
    return cells.number(0);
}

Result<> ReceiptTable::withdrawAll(Transaction&, std::string_view origin, WallTime when) {
    return m_connection
        .query("UPDATE receipt SET withdrawn = ?2 WHERE withdrawn IS NULL "
               "AND checkpoint IN (SELECT id FROM seen_checkpoint WHERE origin = ?1)")
        .bind(origin)
        .bind(millisecondsOf(when))
        .run();
}

Result<> ReceiptTable::withdraw(Transaction&, const EntryId& entry, const PublicKey& log, WallTime when) {
    return m_connection
        .query("UPDATE receipt SET withdrawn = ?3 WHERE withdrawn IS NULL AND log = ?2 "
               "AND entry = (SELECT ord FROM entry WHERE id = ?1)")
        .bind(entry)
        .bind(log)
        .bind(millisecondsOf(when))
        .run();
}

Result<> ReceiptTable::addEvidence(Transaction&, const LogEvidence& evidence) {
    // Of one entry the first finding says all; of the tree each pair of notes is another contradiction.
    return m_connection
        .query("INSERT INTO log_evidence (reason, log, origin, entry, former, found, at) "
               "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (SELECT 1 FROM log_evidence "
               "WHERE reason = ?1 AND log = ?2 AND entry IS ?4 "
               "AND (?4 IS NOT NULL OR (former = ?5 AND found = ?6))) "
               "AND (SELECT count(*) FROM log_evidence) < ?8")
        .bind(evidence.reason)
        .bind(evidence.log)
        .bind(evidence.origin)
        .bind(evidence.entry)
        .bind(evidence.former)
        .bind(evidence.found)
        .bind(millisecondsOf(evidence.when))
        .bind(kMostEvidence)
        .run();
}

Result<std::vector<LogEvidence>> ReceiptTable::evidence() const {
    std::vector<LogEvidence> all;
    auto cells = m_connection.query(
        "SELECT reason, log, origin, entry, former, found, at FROM log_evidence ORDER BY id");
    for (;;) {
        TEKEN_TRY(const bool here, cells.next());
        if (!here)
            return all;
        auto& one = all.emplace_back();
        one.reason = cells.text(0);
        TEKEN_TRY(one.log, cells.fixed<PublicKey>(1));
        one.origin = cells.text(2);
        TEKEN_TRY(one.entry, cells.fixedOrNull<EntryId>(3));
        one.former = cells.text(4);
        one.found = cells.text(5);
        one.when = WallTime(Milliseconds(cells.integer(6)));
    }
}

Result<> ReceiptTable::each(const VisitReceipt& visit) const {
    auto cells = m_connection.query(
        "SELECT e.id, r.log, s.note, r.ix, r.hashes FROM receipt r JOIN entry e ON e.ord = r.entry "
        "JOIN seen_checkpoint s ON s.id = r.checkpoint WHERE r.withdrawn IS NULL ORDER BY r.entry");
    for (;;) {
        TEKEN_TRY(const bool here, cells.next());
        if (!here)
            return {};
        Receipt receipt;
        TEKEN_TRY(receipt.entry, cells.fixed<EntryId>(0));
        TEKEN_TRY(receipt.log, cells.fixed<PublicKey>(1));
        receipt.checkpoint = cells.text(2);
        receipt.index = {cells.number(3)};
        TEKEN_TRY(receipt.hashes, readHashes(cells.bytes(4)));
        TEKEN_CHECK(visit(receipt));
    }
}

Result<std::vector<std::string>> ReceiptTable::notes() const {
    std::vector<std::string> notes;
    auto cells =
        m_connection.query("SELECT note FROM (SELECT note, origin, size FROM seen_checkpoint UNION "
                           "SELECT note, origin, size FROM witnessed) ORDER BY origin, size, length(note)");
    for (;;) {
        TEKEN_TRY(const bool here, cells.next());
        if (!here)
            return notes;
        notes.push_back(cells.text(0));
    }
}

Result<std::vector<LogEvidence>> ReceiptTable::standing(std::span<const FeedId> logs) const {
    TEKEN_TRY(auto all, evidence());
    std::vector<LogEvidence> found;
    for (auto& one : all) {
        const auto log = crypto::feedIdOf(one.log);
        if (std::ranges::find(logs, log) == logs.end())
            continue; // the root has revoked it: its word counts for nothing any more
        bool answered = false;
        if (one.entry) {
            TEKEN_TRY(answered, has(*one.entry, {&log, 1}));
        } else if (one.reason == "sync.log-shrunk") {
            auto cells =
                m_connection.query("SELECT 1 FROM receipt WHERE log = ?1 AND withdrawn IS NOT NULL LIMIT 1");
            TEKEN_TRY(const bool waiting, cells.bind(one.log).next());
            answered = !waiting;
        }
        if (!answered)
            found.push_back(std::move(one));
    }
    return found;
}

} // namespace teken::store
