#include "core/ledger/fold.h"
#include "core/ledger/rows.h"

#include <algorithm>

namespace teken::ledger {

/// Entries that nobody can read between the openings and closings of these desks.
Result<OpaqueNumbers> Fold::opaqueBehind(const Facts& facts) {
    OpaqueNumbers opaque;
    for (const auto& closing : facts) {
        if (closing.kind != Kind::CloseSession || opaque.contains(closing.feed))
            continue;
        auto& numbers = opaque[closing.feed];
        TEKEN_TRY(const auto rows, m_tables.factsOfFeed(closing.feed, 1));
        for (const auto& row : rows) {
            const auto kind = static_cast<Kind>(row.kind);
            const bool isOpaque = kind == Kind::Withheld || kind == Kind::Unknown;
            if (isOpaque && isInChain(static_cast<Verdict>(row.verdict)))
                numbers.insert(row.seq);
        }
    }
    return opaque;
}

Result<> Fold::settleSession(const SessionKey& key) {
    TEKEN_TRY(const auto rows, m_tables.factsOfSession(key.first, key.second));
    TEKEN_TRY(const auto facts, toFacts(rows));
    TEKEN_TRY(const auto opaque, opaqueBehind(facts));
    FactRefs refs;
    for (const auto& fact : facts)
        refs.push_back(&fact);
    return m_tables.putSession(m_transaction, {key.first, key.second, pack(judgeSession(refs, opaque))});
}

/// The quick way for a signature more: false if the session has to be judged whole.
Result<bool> Fold::addToSession(const SessionKey& key, const Facts& added) {
    TEKEN_TRY(const auto row, m_tables.session(key.first, key.second));
    if (!row)
        return false;
    TEKEN_TRY(auto session, toSession(*row));
    for (const auto& fact : added) {
        TEKEN_TRY(const auto* voids, voidsOn(fact.id));
        if (!voids->empty() || !ledger::addToSession(session, fact))
            return false;
    }
    TEKEN_CHECK(m_tables.putSession(m_transaction, {key.first, key.second, pack(session)}));
    return true;
}

Result<> Fold::settleSessions() {
    for (const auto& [key, added] : m_sessionAdds) {
        if (m_sessions.contains(key))
            continue;
        TEKEN_TRY(const bool done, addToSession(key, added));
        if (!done)
            m_sessions.insert(key);
    }
    for (const auto& key : m_sessions)
        TEKEN_CHECK(settleSession(key));
    return {};
}

} // namespace teken::ledger
