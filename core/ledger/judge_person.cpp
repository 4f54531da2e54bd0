#include "core/ledger/judge_person.h"

#include <algorithm>
#include <map>

namespace teken::ledger {
namespace {

FactRefs ofKind(const FactRefs& facts, Kind kind) {
    FactRefs found;
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(found),
                 [kind](const EntryFact* fact) { return fact->kind == kind; });
    return found;
}

void append(FactRefs& all, const FactRefs& more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// An admin limited to units may match a person whose adding entries are all within them, and only then.
bool mayMatch(const EntryFact& match, const FactRefs& adds) {
    if (!match.ruling.reach || match.ruling.reach->units.all)
        return true;
    return !adds.empty() && std::all_of(adds.begin(), adds.end(), [&](const EntryFact* add) {
        return match.ruling.reach->units.covers(add->units);
    });
}

bool isAdded(const IdFacts& about) {
    if (isRosterPerson(about))
        return false;
    return std::any_of(about.facts.begin(), about.facts.end(), [](const EntryFact* fact) {
        return fact->kind == Kind::AddPerson || fact->kind == Kind::Sign;
    });
}

/// Added, and every adding entry is void.
bool isVoidPerson(const IdFacts& about, const std::set<EntryId>& voided) {
    const auto adds = ofKind(about.facts, Kind::AddPerson);
    return !isRosterPerson(about) && !adds.empty() &&
           std::all_of(adds.begin(), adds.end(),
                       [&](const EntryFact* add) { return voided.contains(add->id); });
}

/// What is left of the facts about all ids of one person.
struct Joined {
    FactRefs signatures; ///< valid ones, by id
    FactRefs allSignatures;
    FactRefs decisions, changes;
    std::optional<entry::ExcuseReason> excuse;
    bool refused = false, absent = false;
};

void joinOne(Joined& joined, const EntryFact& fact, bool isVoid) {
    if (fact.kind == Kind::Sign)
        joined.allSignatures.push_back(&fact);
    if (isVoid)
        return;
    const auto reason = static_cast<entry::ExcuseReason>(fact.word);
    if (fact.kind == Kind::Sign)
        joined.signatures.push_back(&fact);
    else if (fact.kind == Kind::Excuse)
        joined.excuse = joined.excuse ? std::min(*joined.excuse, reason) : reason;
    joined.refused = joined.refused || fact.kind == Kind::Refuse;
    joined.absent = joined.absent || fact.kind == Kind::Absent;
}

Joined join(const std::vector<IdFacts>& ids, const std::set<EntryId>& voided) {
    Joined joined;
    for (const auto& about : ids) {
        const bool isVoid = isVoidPerson(about, voided);
        for (const auto* fact : about.facts)
            joinOne(joined, *fact, isVoid || voided.contains(fact->id));
        append(joined.decisions, ofKind(about.facts, Kind::Decide));
        append(joined.changes, ofKind(about.facts, Kind::RosterChange));
    }
    std::sort(joined.signatures.begin(), joined.signatures.end(),
              [](const EntryFact* a, const EntryFact* b) { return a->id < b->id; });
    return joined;
}

const EntryFact* byId(const FactRefs& facts, const EntryId& id) {
    const auto found =
        std::find_if(facts.begin(), facts.end(), [&](const EntryFact* fact) { return fact->id == id; });
    return found == facts.end() ? nullptr : *found;
}

/// A decision by an admin limited to units: everything it lists must be signatures here, within them.
bool mayDecide(const EntryFact& decision, const FactRefs& signatures) {
    if (!decision.ruling.reach || decision.ruling.reach->units.all)
        return true;
    return std::all_of(decision.entries.begin(), decision.entries.end(), [&](const EntryId& id) {
        const auto* signature = byId(signatures, id);
        return signature != nullptr && decision.ruling.reach->units.covers(signature->units);
    });
}

Conflict conflictOf(ConflictKind kind, const PersonId& person, std::vector<EntryId> entries) {
    Conflict conflict;
    conflict.kind = kind;
    conflict.person = person;
    conflict.entries = std::move(entries);
    return conflict;
}

void settleSignatures(PersonVerdict& verdict, const Joined& joined) {
    FactRefs usable, able;
    std::copy_if(joined.decisions.begin(), joined.decisions.end(), std::back_inserter(able),
                 [&](const EntryFact* fact) { return mayDecide(*fact, joined.allSignatures); });
    for (const auto* decision : standing(able))
        if (byId(joined.signatures, decision->chosen.value_or(EntryId{})) != nullptr)
            usable.push_back(decision);

    std::set<EntryId> choices, steppingBack;
    for (const auto* decision : usable) {
        choices.insert(*decision->chosen);
        steppingBack.insert(decision->entries.begin(), decision->entries.end());
    }
    auto& state = verdict.state;
    FactRefs rest = joined.signatures;
    if (choices.size() == 1)
        std::erase_if(rest, [&](const EntryFact* fact) {
            return fact->id != *choices.begin() && steppingBack.contains(fact->id);
        });
    if (choices.size() > 1) {
        state.decisionConflict = true;
        verdict.conflicts.push_back(
            conflictOf(ConflictKind::ConcurrentDecisions, state.person, idsOf(usable)));
    }
    if (rest.size() > 1) {
        state.duplicate = true;
        verdict.conflicts.push_back(conflictOf(ConflictKind::Duplicate, state.person, idsOf(rest)));
    }
    const auto toFact = [](const EntryFact& fact) {
        return Fact{fact.id, fact.feed, fact.seq, fact.session.value_or(SessionId{}), fact.wallMs};
    };
    for (const auto* fact : joined.signatures)
        state.signatures.push_back(toFact(*fact));
    if (choices.size() == 1)
        state.signature = toFact(*byId(joined.signatures, *choices.begin()));
    else if (!joined.signatures.empty())
        state.signature = toFact(*joined.signatures.front());
}

void settleChanges(PersonVerdict& verdict, const Joined& joined) {
    const auto left = standing(joined.changes);
    if (left.empty())
        return;
    std::set<std::uint8_t> words;
    for (const auto* fact : left)
        words.insert(fact->word);
    auto& state = verdict.state;
    const auto change = static_cast<entry::RosterChangeKind>(left.front()->word);
    if (change == entry::RosterChangeKind::Restored)
        state.restored = true;
    else
        state.left = change;
    if (words.size() > 1) {
        state.changeConflict = true;
        verdict.conflicts.push_back(
            conflictOf(ConflictKind::ConcurrentRosterChanges, state.person, idsOf(left)));
    }
}

PersonStatus statusOf(const Joined& joined) {
    if (!joined.signatures.empty())
        return PersonStatus::Signed;
    if (joined.refused)
        return PersonStatus::Refused;
    if (joined.excuse)
        return PersonStatus::Excused;
    return joined.absent ? PersonStatus::Absent : PersonStatus::None;
}

} // namespace

bool isVoided(const EntryFact& target, const FactRefs& voids) {
    return std::any_of(voids.begin(), voids.end(), [&](const EntryFact* voiding) {
        const auto& fact = *voiding;
        if (fact.drive != target.drive || fact.session != target.session || !isPersonKind(target.kind))
            return false;
        if (!fact.ruling.reach) // a field feed
            return fact.feed == target.feed;
        const auto& units = fact.ruling.reach->units;
        return units.all || (!target.units.units.empty() && units.covers(target.units));
    });
}

bool isRosterPerson(const IdFacts& about) {
    return std::any_of(about.facts.begin(), about.facts.end(),
                       [](const EntryFact* fact) { return fact->kind == Kind::Sign && fact->withRoster; });
}

MatchOutcome matchOf(const IdFacts& about) {
    if (isRosterPerson(about))
        return {};
    const auto adds = ofKind(about.facts, Kind::AddPerson);
    FactRefs matches;
    for (const auto* fact : about.facts)
        if (fact->kind == Kind::Match && fact->persons.front() == about.id && mayMatch(*fact, adds))
            matches.push_back(fact);
    const auto left = standing(matches);
    MatchOutcome outcome;
    outcome.matches = idsOf(left);
    std::set<std::optional<PersonId>> targets;
    for (const auto* fact : left)
        targets.insert(fact->persons.size() > 1 ? std::optional(fact->persons[1]) : std::nullopt);
    outcome.conflict = targets.size() > 1;
    if (targets.size() == 1) {
        outcome.person = *targets.begin();
        outcome.alone = !outcome.person || outcome.person == about.id;
    }
    if (outcome.alone)
        outcome.person.reset();
    return outcome;
}

PersonVerdict judgePerson(const std::vector<IdFacts>& ids, const std::set<EntryId>& voided) {
    const auto& own = ids.front();
    const auto joined = join(ids, voided);
    const auto match = matchOf(own);
    PersonVerdict verdict;
    auto& state = verdict.state;
    state.person = own.id;
    state.status = statusOf(joined);
    state.excuse = joined.excuse;
    state.refusedToo = joined.refused && !joined.signatures.empty();
    state.added = isAdded(own) && !match.alone && !isVoidPerson(own, voided);
    state.matchConflict = match.conflict;
    if (match.conflict)
        verdict.conflicts.push_back(conflictOf(ConflictKind::ConcurrentMatches, own.id, match.matches));
    settleSignatures(verdict, joined);
    settleChanges(verdict, joined);
    return verdict;
}

PersonVerdict matchedAway(const PersonId& id, const PersonId& person) {
    PersonVerdict verdict;
    verdict.state.person = id;
    verdict.state.matchedTo = person;
    return verdict;
}

bool PersonVerdict::isEmpty() const {
    PersonState nothing;
    nothing.person = state.person;
    return state == nothing && conflicts.empty();
}

} // namespace teken::ledger
