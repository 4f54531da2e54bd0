#include "core/ledger/fold.h"
#include "core/ledger/rows.h"

#include <algorithm>

namespace teken::ledger {

Result<const Fold::Facts*> Fold::about(const PersonKey& key) {
    if (const auto known = m_about.find(key); known != m_about.end())
        return &known->second;
    TEKEN_TRY(const auto rows, m_tables.factsAbout(key.first, key.second));
    TEKEN_TRY(auto facts, toFacts(rows));
    std::erase_if(facts, [](const EntryFact& fact) { return !fact.counts(); });
    return &m_about.emplace(key, std::move(facts)).first->second;
}

Result<const Fold::Facts*> Fold::voidsOn(const EntryId& target) {
    if (const auto known = m_voidsOn.find(target); known != m_voidsOn.end())
        return &known->second;
    TEKEN_TRY(const auto rows, m_tables.factsOn(subjectOf(target)));
    TEKEN_TRY(auto facts, toFacts(rows));
    std::erase_if(facts, [](const EntryFact& fact) { return fact.kind != Kind::Void || !fact.counts(); });
    return &m_voidsOn.emplace(target, std::move(facts)).first->second;
}

namespace {

FactRefs refsTo(const std::vector<EntryFact>& facts) {
    FactRefs refs;
    refs.reserve(facts.size());
    for (const auto& fact : facts)
        refs.push_back(&fact);
    return refs;
}

} // namespace

Result<std::optional<PersonId>> Fold::nextOf(const PersonKey& key) {
    TEKEN_TRY(const auto* facts, about(key));
    return matchOf({key.second, refsTo(*facts)}).person;
}

Result<PersonId> Fold::resolve(const PersonKey& key) {
    std::vector<PersonId> path;
    auto id = key.second;
    while (std::find(path.begin(), path.end(), id) == path.end()) {
        path.push_back(id);
        TEKEN_TRY(const auto next, nextOf({key.first, id}));
        if (!next)
            return id;
        id = *next;
    }
    return *std::min_element(std::find(path.begin(), path.end(), id), path.end()); // a circle
}

Result<std::vector<PersonId>> Fold::leadingTo(const PersonKey& key) {
    std::vector<PersonId> ids{key.second};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto target = ids[i];
        TEKEN_TRY(const auto* facts, about({key.first, target}));
        for (const auto& fact : *facts) {
            if (fact.kind != Kind::Match || fact.persons.size() < 2 || fact.persons[1] != target)
                continue;
            const auto source = fact.persons[0];
            if (std::find(ids.begin(), ids.end(), source) != ids.end())
                continue;
            TEKEN_TRY(const auto next, nextOf({key.first, source}));
            if (next == target)
                ids.push_back(source);
        }
    }
    return ids;
}

Result<bool> Fold::isVoid(const EntryFact& target) {
    TEKEN_TRY(const auto* facts, voidsOn(target.id));
    return isVoided(target, refsTo(*facts));
}

Result<PersonVerdict> Fold::judge(const PersonKey& key) {
    TEKEN_TRY(const auto person, resolve(key));
    if (person != key.second)
        return matchedAway(key.second, person);
    TEKEN_TRY(const auto ids, leadingTo(key));
    std::vector<IdFacts> cluster;
    std::set<EntryId> voided;
    for (const auto& id : ids) {
        TEKEN_TRY(const auto* facts, about({key.first, id}));
        cluster.push_back({id, refsTo(*facts)});
        for (const auto& fact : *facts) {
            if (!isPersonKind(fact.kind))
                continue;
            TEKEN_TRY(const bool isOut, isVoid(fact));
            if (isOut)
                voided.insert(fact.id);
        }
    }
    return judgePerson(cluster, voided);
}

Result<const std::optional<store::LedgerTables::PersonRow>*> Fold::rowOf(const PersonKey& key) {
    if (const auto known = m_rows.find(key); known != m_rows.end())
        return &known->second;
    TEKEN_TRY(auto row, m_tables.person(key.first, key.second));
    return &m_rows.emplace(key, std::move(row)).first->second;
}

Result<> Fold::settlePerson(const PersonKey& key) {
    TEKEN_TRY(const auto* stored, rowOf(key));
    const auto& row = *stored;
    TEKEN_TRY(const auto after, judge(key));
    auto state = pack(after);
    if (state == (row ? row->state : Bytes{}))
        return {};
    auto& change = m_counters[key.first];
    const auto now = countersOf(after);
    Counters before{};
    if (row) {
        TEKEN_TRY(const auto person, toPerson(*row));
        before = countersOf(person);
    }
    for (std::size_t i = 0; i < change.size(); ++i)
        change[i] += now[i] - before[i];
    return m_tables.putPerson(m_transaction,
                              {key.first, key.second, !after.conflicts.empty(), std::move(state)});
}

/// Touched ids move everybody whose matches lead to them: to a new person, and away from the one stored.
Result<> Fold::settlePersons() {
    std::set<PersonKey> all;
    for (const auto& key : m_persons) {
        TEKEN_TRY(const auto ids, leadingTo(key));
        for (const auto& id : ids) {
            const PersonKey one{key.first, id};
            all.insert(one);
            TEKEN_TRY(const auto person, resolve(one));
            all.insert({key.first, person});
            TEKEN_TRY(const auto* row, rowOf(one));
            if (!*row)
                continue;
            TEKEN_TRY(const auto stored, toPerson(**row));
            if (stored.state.matchedTo)
                all.insert({key.first, *stored.state.matchedTo});
        }
    }
    for (const auto& key : all)
        TEKEN_CHECK(settlePerson(key));
    return {};
}

} // namespace teken::ledger
