#include "core/ledger/judge_person.h"
#include "core/ledger/ledger.h"
#include "core/ledger/rows.h"

#include <algorithm>

namespace teken::ledger {

namespace {

PersonStatus noteOf(Kind kind) {
    switch (kind) {
    case Kind::Excuse:
        return PersonStatus::Excused;
    case Kind::Absent:
        return PersonStatus::Absent;
    case Kind::Refuse:
        return PersonStatus::Refused;
    default:
        return PersonStatus::None;
    }
}

Result<bool> isVoid(const store::LedgerTables& tables, const EntryFact& target) {
    TEKEN_TRY(const auto rows, tables.factsOn(subjectOf(target.id)));
    TEKEN_TRY(const auto facts, toFacts(rows));
    FactRefs voids;
    for (const auto& fact : facts)
        if (fact.kind == Kind::Void && fact.counts())
            voids.push_back(&fact);
    return isVoided(target, voids);
}

} // namespace

Result<std::vector<Ledger::Note>> Ledger::notes(const EntryId& drive, const PersonId& person) const {
    std::vector<Note> notes;
    TEKEN_TRY(const auto rows, m_book.ledger().factsAbout(drive, person));
    TEKEN_TRY(const auto facts, toFacts(rows));
    for (const auto& fact : facts) {
        const auto status = noteOf(fact.kind);
        if (status == PersonStatus::None || !fact.counts() || !fact.session)
            continue;
        TEKEN_TRY(const auto voided, isVoid(m_book.ledger(), fact));
        if (!voided)
            notes.push_back({status, *fact.session});
    }
    return notes;
}

} // namespace teken::ledger
