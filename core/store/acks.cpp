#include "core/store/acks.h"

#include "core/store/connection.h"

namespace teken::store {
namespace {

WallTime wallTime(std::int64_t milliseconds) {
    return WallTime(Milliseconds(milliseconds));
}

std::int64_t millisecondsOf(WallTime time) {
    return time.time_since_epoch().count();
}

Result<Ack> readAck(const Query& cells) {
    Ack ack;
    TEKEN_TRY(ack.server, cells.fixed<PublicKey>(0));
    TEKEN_TRY(ack.feed, cells.fixed<FeedId>(1));
    ack.seq = cells.number(2);
    TEKEN_TRY(ack.head, cells.fixed<EntryId>(3));
    ack.received = wallTime(cells.integer(4));
    ack.statement = toBytes(cells.bytes(5));
    TEKEN_TRY(ack.signature, cells.fixed<Signature>(6));
    return ack;
}

Result<std::optional<Ack>> firstAck(Query& cells) {
    TEKEN_TRY(const bool here, cells.next());
    if (!here)
        return std::optional<Ack>{};
    TEKEN_TRY(auto ack, readAck(cells));
    return std::optional<Ack>(std::move(ack));
}

Result<std::uint64_t> countOf(Query& cells) {
    TEKEN_TRY(const bool here, cells.next());
    return here ? cells.number(0) : 0;
}

// An acknowledgement of an entry that is not here speaks of another branch: it covers nothing of ours.
constexpr const char* kReceived = R"sql(
SELECT count(DISTINCT e.seq) FROM entry e JOIN feed f ON f.no = e.feed
WHERE f.id = ?1 AND e.seq <= (
    SELECT coalesce(max(a.seq), 0) FROM ack a JOIN entry h ON h.id = a.head
    WHERE a.feed = ?1 AND a.withdrawn IS NULL AND h.feed = f.no AND h.seq = a.seq)
)sql";

/// With logs: only what has a receipt of one of them, too; `witnessed`: under a witnessed checkpoint.
std::string receiptOfAny(std::size_t logs, bool witnessed) {
    if (logs == 0)
        return witnessed ? " AND 0" : "";
    std::string sql = " AND EXISTS (SELECT 1 FROM receipt r JOIN seen_checkpoint c ON c.id = r.checkpoint ";
    sql += witnessed ? "JOIN witnessed w ON w.origin = c.origin AND r.ix < w.size " : "";
    sql += "WHERE r.entry = e.ord AND r.withdrawn IS NULL AND r.log_feed IN (";
    for (std::size_t i = 0; i < logs; ++i)
        sql += (i == 0 ? "?" : ", ?") + std::to_string(i + 2);
    return sql + "))";
}

// Entries in trouble that no acknowledgement has overtaken.
constexpr const char* kTroubled = R"sql(
SELECT count(*) FROM trouble t JOIN entry e ON e.id = t.entry JOIN feed f ON f.no = e.feed
WHERE f.id = ?1 AND e.seq > (
    SELECT coalesce(max(a.seq), 0) FROM ack a JOIN entry h ON h.id = a.head
    WHERE a.feed = ?1 AND a.withdrawn IS NULL AND h.feed = f.no AND h.seq = a.seq)
)sql";

} // namespace

AckTable::AckTable(Connection& connection) : m_connection(connection) {}

Result<> AckTable::put(Transaction&, const Ack& ack) {
    return m_connection
        .query("INSERT OR REPLACE INTO ack (server, feed, seq, head, received, statement, signature) "
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bind(ack.server)
        .bind(ack.feed)
        .bind(ack.seq)
        .bind(ack.head)
        .bind(millisecondsOf(ack.received))
        .bind(ack.statement)
        .bind(ack.signature)
        .run();
}

Result<std::optional<Ack>> AckTable::latest(const FeedId& feed) const {
    auto cells = m_connection.query("SELECT server, feed, seq, head, received, statement, signature FROM ack "
                                    "WHERE feed = ?1 AND withdrawn IS NULL "
                                    "ORDER BY seq DESC, received DESC LIMIT 1");
    return firstAck(cells.bind(feed));
}

Result<std::optional<Ack>> AckTable::latest(const FeedId& feed, const PublicKey& server) const {
    auto cells = m_connection.query("SELECT server, feed, seq, head, received, statement, signature FROM ack "
                                    "WHERE feed = ?1 AND server = ?2 AND withdrawn IS NULL "
                                    "ORDER BY seq DESC, received DESC LIMIT 1");
    return firstAck(cells.bind(feed).bind(server));
}

Result<> AckTable::withdrawAbove(Transaction&, const PublicKey& server, const FeedId& feed, entry::Seq seq,
                                 WallTime when) {
    return m_connection
        .query("UPDATE ack SET withdrawn = ?4 WHERE feed = ?1 AND server = ?2 AND seq > ?3 AND withdrawn IS "
               "NULL")
        .bind(feed)
        .bind(server)
        .bind(seq)
        .bind(millisecondsOf(when))
        .run();
}

Result<> AckTable::putTrouble(Transaction&, const Trouble& trouble) {
    return m_connection.query("INSERT OR REPLACE INTO trouble (entry, reason, at) VALUES (?1, ?2, ?3)")
        .bind(trouble.id)
        .bind(trouble.reason)
        .bind(millisecondsOf(trouble.when))
        .run();
}

Result<> AckTable::clearTrouble(Transaction&, const EntryId& id) {
    return m_connection.query("DELETE FROM trouble WHERE entry = ?1").bind(id).run();
}

Result<std::vector<Trouble>> AckTable::troubles() const {
    std::vector<Trouble> all;
    auto cells = m_connection.query("SELECT entry, reason, at FROM trouble ORDER BY at, entry");
    for (;;) {
        TEKEN_TRY(const bool here, cells.next());
        if (!here)
            return all;
        TEKEN_TRY(const auto id, cells.fixed<EntryId>(0));
        all.push_back({id, cells.text(1), wallTime(cells.integer(2))});
    }
}

Result<AckTable::Counts> AckTable::counts(const std::vector<FeedId>& ownFeeds,
                                          std::span<const FeedId> logs) const {
    const auto receivedSql = kReceived + receiptOfAny(logs.size(), false);
    const auto witnessedSql = kReceived + receiptOfAny(logs.size(), true);
    Counts counts;
    for (const auto& feed : ownFeeds) {
        auto saved = m_connection.query("SELECT entries FROM feed WHERE id = ?1");
        TEKEN_TRY(const auto savedHere, countOf(saved.bind(feed)));
        auto received = m_connection.query(receivedSql);
        received.bind(feed);
        for (const auto& log : logs)
            received.bind(log);
        TEKEN_TRY(const auto receivedHere, countOf(received));
        auto witnessed = m_connection.query(witnessedSql);
        witnessed.bind(feed);
        for (const auto& log : logs)
            witnessed.bind(log);
        TEKEN_TRY(const auto witnessedHere, countOf(witnessed));
        counts.witnessed += witnessedHere;
        auto troubled = m_connection.query(kTroubled);
        TEKEN_TRY(const auto troubledHere, countOf(troubled.bind(feed)));
        counts.saved += savedHere;
        counts.received += receivedHere;
        counts.troubled += troubledHere;
    }
    counts.waiting = counts.saved - counts.received - counts.troubled;
    return counts;
}

} // namespace teken::store
