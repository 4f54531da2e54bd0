#include "core/ledger/fold.h"

#include "core/ledger/rows.h"

#include <tuple>

namespace teken::ledger {

Fold::Fold(store::LedgerTables& tables, store::Transaction& transaction, const FeedId& root)
    : m_tables(tables), m_transaction(transaction), m_root(root) {}

namespace {

/// Both withheld records of one id: which claim is kept. Neither is proven, so only that all choose alike
/// matters.
bool isSmallerClaim(const EntryFact& a, const EntryFact& b) {
    return std::tie(a.feed, a.seq, a.prev) < std::tie(b.feed, b.seq, b.prev);
}

} // namespace

Result<bool> Fold::makeRoom(const EntryFact& fact) {
    TEKEN_TRY(const auto row, m_tables.fact(fact.id));
    if (!row)
        return true;
    TEKEN_TRY(const auto here, toFact(*row));
    const bool replaces =
        here.kind == Kind::Withheld && (fact.kind != Kind::Withheld || isSmallerClaim(fact, here));
    if (!replaces)
        return false;
    TEKEN_CHECK(m_tables.removeFact(m_transaction, row->no));
    m_opaqueFeeds.insert(here.feed);
    m_feeds[here.feed].whole = true;
    m_feeds[fact.feed].whole = true;
    return true;
}

Result<bool> Fold::add(EntryFact fact, Here here) {
    if (here == Here::Maybe) {
        TEKEN_TRY(const bool hasRoom, makeRoom(fact));
        if (!hasRoom)
            return false;
    }
    fact.ruling = {};
    TEKEN_TRY(fact.row, m_tables.addFact(m_transaction, toRow(fact), fact.persons));
    m_new.insert(fact.id);
    auto& work = m_feeds[fact.feed];
    work.lowest = work.lowest == 0 ? fact.seq : std::min(work.lowest, fact.seq);
    return true;
}

Result<> Fold::settle() {
    TEKEN_CHECK(settleFeeds());
    TEKEN_CHECK(settlePersons());
    TEKEN_CHECK(touchClosings());
    TEKEN_CHECK(settleSessions());
    TEKEN_CHECK(settleCounters());
    m_new.clear();
    m_feeds.clear();
    m_persons.clear();
    m_opaqueFeeds.clear();
    m_sessions.clear();
    m_sessionAdds.clear();
    m_counters.clear();
    m_about.clear();
    m_voidsOn.clear();
    m_rows.clear();
    return {};
}

Result<> Fold::settleCounters() {
    for (const auto& [drive, change] : m_counters)
        if (change != Counters{})
            TEKEN_CHECK(m_tables.addCounters(m_transaction, drive, change));
    return {};
}

namespace {

using Lines = std::vector<std::string>;

Result<> addPersons(const store::LedgerTables& tables, const EntryId& drive, Lines& lines) {
    return tables.eachPerson(drive, false, [&](const store::LedgerTables::PersonRow& row) -> Result<> {
        TEKEN_TRY(const auto person, toPerson(row));
        lines.push_back(lineOf(drive, person));
        return {};
    });
}

Result<> addSessions(const store::LedgerTables& tables, const EntryId& drive, Lines& lines) {
    return tables.eachSession(drive, [&](const store::LedgerTables::SessionRow& row) -> Result<> {
        TEKEN_TRY(const auto session, toSession(row));
        lines.push_back(lineOf(drive, row.session, session));
        return {};
    });
}

/// Also the drives that facts name, and of each what its few admin entries say.
Result<> addFacts(const store::LedgerTables& tables, std::set<EntryId>& drives, Lines& lines) {
    std::map<EntryId, std::vector<EntryFact>> shelved;
    TEKEN_CHECK(tables.eachFact([&](const store::FactRow& row) -> Result<> {
        TEKEN_TRY(auto fact, toFact(row));
        lines.push_back(lineOf(fact));
        if (!fact.drive)
            return {};
        drives.insert(*fact.drive);
        if (fact.counts() && isShelved(fact.kind))
            shelved[*fact.drive].push_back(std::move(fact));
        return {};
    }));
    for (const auto& [drive, facts] : shelved) {
        FactRefs refs;
        for (const auto& fact : facts)
            refs.push_back(&fact);
        if (const auto verdict = judgeDrive(refs); !verdict.isEmpty())
            lines.push_back(lineOf(drive, verdict));
    }
    return {};
}

} // namespace

Result<std::string> dumpTables(const store::LedgerTables& tables) {
    Lines lines;
    std::set<EntryId> drives;
    TEKEN_CHECK(addFacts(tables, drives, lines));
    TEKEN_CHECK(tables.eachFeed(false, [&](const store::LedgerTables::FeedRow& row) -> Result<> {
        TEKEN_TRY(const auto feed, toFeed(row));
        lines.push_back(lineOf(feed));
        return {};
    }));
    for (const auto& drive : drives) {
        TEKEN_CHECK(addPersons(tables, drive, lines));
        TEKEN_CHECK(addSessions(tables, drive, lines));
    }
    TEKEN_CHECK(tables.eachDrive([&](const store::LedgerTables::DriveRow& row) -> Result<> {
        lines.push_back(lineOf(row.drive, row.counters));
        return {};
    }));
    return joinLines(std::move(lines));
}

} // namespace teken::ledger
