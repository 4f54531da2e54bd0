#include "core/store/ledger_tables.h"

#include "core/store/connection.h"

#include <algorithm>
#include <utility>

namespace teken::store {
namespace {

#define TEKEN_FACT_COLUMNS                                                                                   \
    "SELECT f.no, f.id, f.feed, f.seq, f.prev, f.kind, f.shelf IS NOT NULL, f.drive, f.session, f.subject, " \
    "f.wall_ms, f.detail, f.verdict, f.reach FROM ledger_fact f "
constexpr const char* kAddFact =
    "INSERT INTO ledger_fact (id, feed, seq, prev, kind, shelf, drive, session, subject, wall_ms, detail, "
    "verdict, reach) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
constexpr const char* kFactById = TEKEN_FACT_COLUMNS "WHERE f.id = ?1";
constexpr const char* kFactsOfFeed = TEKEN_FACT_COLUMNS "WHERE f.feed = ?1 AND f.seq >= ?2";
constexpr const char* kFactsOn = TEKEN_FACT_COLUMNS "WHERE f.subject = ?1";
constexpr const char* kFactsAbout =
    TEKEN_FACT_COLUMNS "JOIN ledger_about a ON a.fact = f.no WHERE a.person = ?1 AND f.drive = ?2";
constexpr const char* kFactsOfSession = TEKEN_FACT_COLUMNS "WHERE f.session = ?1 AND f.drive = ?2";
constexpr const char* kFactsOfKind = TEKEN_FACT_COLUMNS "WHERE f.shelf = ?1";
constexpr const char* kFactsOfKindAndDrive = TEKEN_FACT_COLUMNS "WHERE f.shelf = ?1 AND f.drive = ?2";
constexpr const char* kEachFact = TEKEN_FACT_COLUMNS "WHERE f.id > ?1 ORDER BY f.id LIMIT 256";
#undef TEKEN_FACT_COLUMNS

Result<FactRow> readFact(const Query& cells) {
    FactRow row;
    row.no = cells.integer(0);
    TEKEN_TRY(row.id, cells.fixed<EntryId>(1));
    TEKEN_TRY(row.feed, cells.fixed<FeedId>(2));
    row.seq = cells.number(3);
    TEKEN_TRY(row.prev, cells.fixedOrNull<EntryId>(4));
    row.kind = static_cast<std::uint8_t>(cells.integer(5));
    row.shelved = cells.integer(6) != 0;
    TEKEN_TRY(row.drive, cells.fixedOrNull<EntryId>(7));
    TEKEN_TRY(row.session, cells.fixedOrNull<SessionId>(8));
    TEKEN_TRY(row.subject, cells.fixedOrNull<Digest>(9));
    row.wallMs = cells.integer(10);
    row.detail = toBytes(cells.bytes(11));
    row.verdict = static_cast<std::uint8_t>(cells.integer(12));
    if (!cells.isNull(13))
        row.reach = toBytes(cells.bytes(13));
    return row;
}

/// Calls `take` for each row of a query; rows are small, and the statement is done before anything is called
/// back that may use it again.
template <class Row, class Read>
Result<std::vector<Row>> readAll(Query& cells, const Read& read) {
    std::vector<Row> rows;
    for (;;) {
        TEKEN_TRY(const bool here, cells.next());
        if (!here)
            return rows;
        TEKEN_TRY(auto row, read(cells));
        rows.push_back(std::move(row));
    }
}

/// Walks a table in pieces, so that a visitor may write to it and memory stays flat. `next` makes the query
/// for what comes after a row (or the first piece).
template <class Row, class Next, class Read>
Result<> walk(const Next& next, const Read& read, const LedgerTables::Visit<Row>& visit) {
    std::optional<Row> last;
    for (;;) {
        std::vector<Row> rows;
        {
            auto cells = next(last);
            TEKEN_TRY(rows, readAll<Row>(cells, read));
        }
        if (rows.empty())
            return {};
        for (const auto& row : rows)
            TEKEN_CHECK(visit(row));
        last = std::move(rows.back());
    }
}

Result<LedgerTables::PersonRow> readPerson(const Query& cells) {
    LedgerTables::PersonRow row;
    TEKEN_TRY(row.drive, cells.fixed<EntryId>(0));
    TEKEN_TRY(row.person, cells.fixed<PersonId>(1));
    row.trouble = cells.integer(2) != 0;
    row.state = toBytes(cells.bytes(3));
    return row;
}

Result<LedgerTables::SessionRow> readSession(const Query& cells) {
    LedgerTables::SessionRow row;
    TEKEN_TRY(row.session, cells.fixed<SessionId>(0));
    TEKEN_TRY(row.drive, cells.fixed<EntryId>(1));
    row.state = toBytes(cells.bytes(2));
    return row;
}

Result<LedgerTables::FeedRow> readFeed(const Query& cells) {
    LedgerTables::FeedRow row;
    TEKEN_TRY(row.feed, cells.fixed<FeedId>(0));
    row.forked = cells.integer(1) != 0;
    row.state = toBytes(cells.bytes(2));
    return row;
}

Result<LedgerTables::DriveRow> readDrive(const Query& cells) {
    LedgerTables::DriveRow row;
    TEKEN_TRY(row.drive, cells.fixed<EntryId>(0));
    for (int i = 0; i < static_cast<int>(row.counters.size()); ++i)
        row.counters[static_cast<std::size_t>(i)] = cells.integer(i + 1);
    return row;
}

/// The first row of a query, if there is one.
template <class Row, class Read>
Result<std::optional<Row>> readOne(Query& cells, const Read& read) {
    TEKEN_TRY(const bool here, cells.next());
    if (!here)
        return std::optional<Row>{};
    TEKEN_TRY(auto row, read(cells));
    return std::optional<Row>(std::move(row));
}

} // namespace

Result<std::optional<LedgerMeta>> LedgerTables::meta() const {
    auto cells = m_connection.query("SELECT ruleset, root FROM ledger_meta");
    return readOne<LedgerMeta>(cells, [](const Query& row) -> Result<LedgerMeta> {
        LedgerMeta meta;
        meta.ruleset = row.integer(0);
        TEKEN_TRY(meta.root, row.fixed<FeedId>(1));
        return meta;
    });
}

Result<> LedgerTables::setMeta(Transaction&, const LedgerMeta& meta) {
    return m_connection.query("INSERT OR REPLACE INTO ledger_meta (one, ruleset, root) VALUES (1, ?1, ?2)")
        .bind(meta.ruleset)
        .bind(meta.root)
        .run();
}

Result<> LedgerTables::clear(Transaction&) {
    for (const char* table : {"meta", "fact", "about", "feed", "person", "session", "drive"})
        TEKEN_CHECK(m_connection.query(std::string("DELETE FROM ledger_") + table).run());
    return {};
}

// --- facts -------------------------------------------------------------------------------------------------

Result<std::int64_t> LedgerTables::addFact(Transaction&, const FactRow& fact,
                                           std::span<const PersonId> about) {
    auto insert = m_connection.query(kAddFact);
    insert.bind(fact.id).bind(fact.feed).bind(fact.seq).bind(fact.prev).bind(int{fact.kind});
    if (fact.shelved)
        insert.bind(int{fact.kind});
    else
        insert.bindNull();
    insert.bind(fact.drive).bind(fact.session).bind(fact.subject).bind(fact.wallMs);
    insert.bind(ByteView(fact.detail)).bind(int{fact.verdict}).bind(fact.reach);
    TEKEN_CHECK(insert.run());
    const auto no = m_connection.lastRow();
    for (const auto& person : about)
        TEKEN_CHECK(m_connection.query("INSERT OR IGNORE INTO ledger_about (person, fact) VALUES (?1, ?2)")
                        .bind(person)
                        .bind(no)
                        .run());
    return no;
}

Result<> LedgerTables::removeFact(Transaction&, std::int64_t no) {
    return m_connection.query("DELETE FROM ledger_fact WHERE no = ?1").bind(no).run();
}

Result<> LedgerTables::setVerdict(Transaction&, std::int64_t no, std::uint8_t verdict,
                                  const std::optional<Bytes>& reach) {
    return m_connection.query("UPDATE ledger_fact SET verdict = ?2, reach = ?3 WHERE no = ?1")
        .bind(no)
        .bind(int{verdict})
        .bind(reach)
        .run();
}

Result<std::uint64_t> LedgerTables::factCount() const {
    TEKEN_TRY(const auto total, m_connection.integer("SELECT count(*) FROM ledger_fact"));
    return static_cast<std::uint64_t>(total);
}

Result<std::optional<FactRow>> LedgerTables::fact(const EntryId& id) const {
    auto cells = m_connection.query(kFactById);
    return readOne<FactRow>(cells.bind(id), readFact);
}

// Sorted here and not by SQLite: the lists are short, and no index gives this order.
Result<LedgerTables::Facts> LedgerTables::readFacts(Query& query) const {
    TEKEN_TRY(auto rows, readAll<FactRow>(query, readFact));
    std::sort(rows.begin(), rows.end(), [](const FactRow& a, const FactRow& b) {
        return std::tie(a.feed, a.seq, a.id) < std::tie(b.feed, b.seq, b.id);
    });
    return rows;
}

Result<LedgerTables::Facts> LedgerTables::factsOfFeed(const FeedId& feed, entry::Seq from) const {
    auto cells = m_connection.query(kFactsOfFeed);
    return readFacts(cells.bind(feed).bind(from));
}

Result<LedgerTables::Facts> LedgerTables::factsOn(const Digest& subject) const {
    auto cells = m_connection.query(kFactsOn);
    return readFacts(cells.bind(subject));
}

Result<LedgerTables::Facts> LedgerTables::factsAbout(const EntryId& drive, const PersonId& person) const {
    auto cells = m_connection.query(kFactsAbout);
    return readFacts(cells.bind(person).bind(drive));
}

Result<LedgerTables::Facts> LedgerTables::factsOfSession(const EntryId& drive,
                                                         const SessionId& session) const {
    auto cells = m_connection.query(kFactsOfSession);
    return readFacts(cells.bind(session).bind(drive));
}

Result<LedgerTables::Facts> LedgerTables::factsOfKind(std::uint8_t kind) const {
    auto cells = m_connection.query(kFactsOfKind);
    return readFacts(cells.bind(int{kind}));
}

Result<LedgerTables::Facts> LedgerTables::factsOfKind(std::uint8_t kind, const EntryId& drive) const {
    auto cells = m_connection.query(kFactsOfKindAndDrive);
    return readFacts(cells.bind(int{kind}).bind(drive));
}

Result<std::uint64_t> LedgerTables::countAt(const FeedId& feed, entry::Seq seq, std::uint8_t except) const {
    auto cells =
        m_connection.query("SELECT count(*) FROM ledger_fact WHERE feed = ?1 AND seq = ?2 AND kind <> ?3");
    TEKEN_TRY(const bool here, cells.bind(feed).bind(seq).bind(int{except}).next());
    return here ? cells.number(0) : 0;
}

Result<> LedgerTables::eachFact(const Visit<FactRow>& visit) const {
    const auto next = [this](const std::optional<FactRow>& last) {
        auto cells = m_connection.query(kEachFact);
        cells.bind(last ? ByteView(last->id.bytes) : ByteView());
        return cells;
    };
    return walk<FactRow>(next, readFact, visit);
}

// --- derived -----------------------------------------------------------------------------------------------

Result<std::optional<LedgerTables::FeedRow>> LedgerTables::feed(const FeedId& feed) const {
    auto cells = m_connection.query("SELECT feed, forked, state FROM ledger_feed WHERE feed = ?1");
    return readOne<FeedRow>(cells.bind(feed), readFeed);
}

Result<> LedgerTables::putFeed(Transaction&, const FeedRow& row) {
    if (row.state.empty())
        return m_connection.query("DELETE FROM ledger_feed WHERE feed = ?1").bind(row.feed).run();
    return m_connection.query("INSERT OR REPLACE INTO ledger_feed (feed, forked, state) VALUES (?1, ?2, ?3)")
        .bind(row.feed)
        .bind(row.forked ? 1 : 0)
        .bind(ByteView(row.state))
        .run();
}

Result<> LedgerTables::eachFeed(bool forkedOnly, const Visit<FeedRow>& visit) const {
    const auto next = [this, forkedOnly](const std::optional<FeedRow>& last) {
        auto cells = m_connection.query("SELECT feed, forked, state FROM ledger_feed "
                                        "WHERE feed > ?1 AND forked >= ?2 ORDER BY feed LIMIT 256");
        cells.bind(last ? ByteView(last->feed.bytes) : ByteView()).bind(forkedOnly ? 1 : 0);
        return cells;
    };
    return walk<FeedRow>(next, readFeed, visit);
}

Result<std::optional<LedgerTables::PersonRow>> LedgerTables::person(const EntryId& drive,
                                                                    const PersonId& person) const {
    auto cells = m_connection.query("SELECT drive, person, trouble, state FROM ledger_person "
                                    "WHERE drive = ?1 AND person = ?2");
    return readOne<PersonRow>(cells.bind(drive).bind(person), readPerson);
}

Result<> LedgerTables::putPerson(Transaction&, const PersonRow& row) {
    if (row.state.empty())
        return m_connection.query("DELETE FROM ledger_person WHERE drive = ?1 AND person = ?2")
            .bind(row.drive)
            .bind(row.person)
            .run();
    return m_connection
        .query("INSERT OR REPLACE INTO ledger_person (drive, person, trouble, state) VALUES (?1, ?2, ?3, ?4)")
        .bind(row.drive)
        .bind(row.person)
        .bind(row.trouble ? 1 : 0)
        .bind(ByteView(row.state))
        .run();
}

Result<> LedgerTables::eachPerson(const EntryId& drive, bool troubledOnly,
                                  const Visit<PersonRow>& visit) const {
    const auto next = [&](const std::optional<PersonRow>& last) {
        auto cells = m_connection.query(
            troubledOnly ? "SELECT drive, person, trouble, state FROM ledger_person "
                           "WHERE drive = ?1 AND person > ?2 AND trouble = 1 ORDER BY person LIMIT 256"
                         : "SELECT drive, person, trouble, state FROM ledger_person "
                           "WHERE drive = ?1 AND person > ?2 ORDER BY person LIMIT 256");
        cells.bind(drive).bind(last ? ByteView(last->person.bytes) : ByteView());
        return cells;
    };
    return walk<PersonRow>(next, readPerson, visit);
}

Result<std::optional<LedgerTables::SessionRow>> LedgerTables::session(const EntryId& drive,
                                                                      const SessionId& session) const {
    auto cells = m_connection.query("SELECT session, drive, state FROM ledger_session "
                                    "WHERE session = ?1 AND drive = ?2");
    return readOne<SessionRow>(cells.bind(session).bind(drive), readSession);
}

Result<> LedgerTables::putSession(Transaction&, const SessionRow& row) {
    if (row.state.empty())
        return m_connection.query("DELETE FROM ledger_session WHERE session = ?1 AND drive = ?2")
            .bind(row.session)
            .bind(row.drive)
            .run();
    return m_connection
        .query("INSERT OR REPLACE INTO ledger_session (session, drive, state) VALUES (?1, ?2, ?3)")
        .bind(row.session)
        .bind(row.drive)
        .bind(ByteView(row.state))
        .run();
}

Result<> LedgerTables::eachSession(const EntryId& drive, const Visit<SessionRow>& visit) const {
    const auto next = [&](const std::optional<SessionRow>& last) {
        auto cells = m_connection.query("SELECT session, drive, state FROM ledger_session "
                                        "WHERE drive = ?1 AND session > ?2 ORDER BY session LIMIT 256");
        cells.bind(drive).bind(last ? ByteView(last->session.bytes) : ByteView());
        return cells;
    };
    return walk<SessionRow>(next, readSession, visit);
}

Result<LedgerTables::Counters> LedgerTables::counters(const EntryId& drive) const {
    auto cells =
        m_connection.query("SELECT drive, signed, refused, excused, absent, added, doubles, at_odds, "
                           "unknown FROM ledger_drive WHERE drive = ?1");
    TEKEN_TRY(const auto row, readOne<DriveRow>(cells.bind(drive), readDrive));
    return row ? row->counters : Counters{};
}

Result<> LedgerTables::addCounters(Transaction&, const EntryId& drive, const Counters& change) {
    auto cells = m_connection.query(
        "INSERT INTO ledger_drive (drive, signed, refused, excused, absent, added, doubles, at_odds, "
        "unknown) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (drive) DO UPDATE SET "
        "signed = signed + ?2, refused = refused + ?3, excused = excused + ?4, absent = absent + ?5, "
        "added = added + ?6, doubles = doubles + ?7, at_odds = at_odds + ?8, unknown = unknown + ?9");
    cells.bind(drive);
    for (const auto number : change)
        cells.bind(number);
    return cells.run();
}

Result<> LedgerTables::eachDrive(const Visit<DriveRow>& visit) const {
    const auto next = [this](const std::optional<DriveRow>& last) {
        auto cells = m_connection.query(
            "SELECT drive, signed, refused, excused, absent, added, doubles, at_odds, unknown "
            "FROM ledger_drive WHERE drive > ?1 AND (signed <> 0 OR refused <> 0 OR excused <> 0 OR absent "
            "<> 0 "
            "OR added <> 0 OR doubles <> 0 OR at_odds <> 0 OR unknown <> 0) ORDER BY drive LIMIT 256");
        cells.bind(last ? ByteView(last->drive.bytes) : ByteView());
        return cells;
    };
    return walk<DriveRow>(next, readDrive, visit);
}

} // namespace teken::store
