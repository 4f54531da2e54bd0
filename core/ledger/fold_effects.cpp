#include "core/ledger/fold.h"
#include "core/ledger/rows.h"

namespace teken::ledger {
namespace {

bool speaksOfFeeds(Kind kind) {
    switch (kind) {
    case Kind::Certify:
    case Kind::Revoke:
    case Kind::CertifyOfficer:
    case Kind::RevokeOfficer:
    case Kind::Admit:
    case Kind::Decide:
        return true;
    default:
        return false;
    }
}

} // namespace

Result<> Fold::spread(const EntryFact& fact, const Ruling& before) {
    const bool counted = before.verdict == Verdict::Counts;
    const bool changedEffect = counted != fact.counts() || before.reach != fact.ruling.reach;
    if (changedEffect && speaksOfFeeds(fact.kind) && fact.subject)
        touchAuthority(*fact.subject);
    if (changedEffect && fact.drive)
        TEKEN_CHECK(spreadToPersons(fact));
    if (fact.session && fact.drive)
        TEKEN_CHECK(spreadToSession(fact, before));

    const bool wasUnknown = before.verdict == Verdict::Unknown;
    const bool isUnknown = fact.ruling.verdict == Verdict::Unknown;
    if (wasUnknown != isUnknown && fact.drive)
        m_counters[*fact.drive][7] += isUnknown ? 1 : -1;
    const bool isOpaque = fact.kind == Kind::Unknown || fact.kind == Kind::Withheld;
    if (isOpaque && isInChain(before.verdict) != isInChain(fact.ruling.verdict))
        m_opaqueFeeds.insert(fact.feed);
    return {};
}

Result<> Fold::spreadToPersons(const EntryFact& fact) {
    for (const auto& person : fact.persons)
        m_persons.insert({*fact.drive, person});
    return fact.kind == Kind::Void ? touchTargetOf(fact) : Result<>{};
}

Result<> Fold::touchTargetOf(const EntryFact& voiding) {
    if (!voiding.subject)
        return {};
    TEKEN_TRY(const auto row, m_tables.fact(entryOf(*voiding.subject)));
    if (!row)
        return {};
    TEKEN_TRY(const auto target, toFact(*row));
    if (target.drive && isPersonKind(target.kind))
        for (const auto& person : target.persons)
            m_persons.insert({*target.drive, person});
    return {};
}

Result<> Fold::spreadToSession(const EntryFact& fact, const Ruling& before) {
    const SessionKey key{*fact.drive, *fact.session};
    const bool isFresh = m_new.contains(fact.id) && before.verdict == Verdict::Waiting;
    if (isFresh && fact.counts() && isPersonKind(fact.kind))
        m_sessionAdds[key].push_back(fact);
    else
        m_sessions.insert(key);
    return {};
}

Result<> Fold::touchClosings() {
    for (const auto& feed : m_opaqueFeeds) {
        TEKEN_TRY(const auto rows, m_tables.factsOfFeed(feed, 1));
        for (const auto& row : rows)
            if (static_cast<Kind>(row.kind) == Kind::CloseSession && row.drive && row.session)
                m_sessions.insert({*row.drive, *row.session});
    }
    return {};
}

} // namespace teken::ledger
