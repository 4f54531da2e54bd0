#include "core/ledger/coverage.h"

#include <unordered_set>

namespace teken::ledger {
namespace {

using domain::RosterNote;

std::optional<domain::ExcuseKind> excuseIn(RosterNote note) {
    switch (note) {
    case RosterNote::Leave:
        return domain::ExcuseKind::Leave;
    case RosterNote::OfficialTrip:
        return domain::ExcuseKind::OfficialTrip;
    case RosterNote::StudyLeave:
        return domain::ExcuseKind::StudyLeave;
    case RosterNote::OtherAbsence:
        return domain::ExcuseKind::Other;
    default:
        return std::nullopt;
    }
}

std::optional<domain::LeftKind> leftIn(RosterNote note) {
    switch (note) {
    case RosterNote::Retired:
        return domain::LeftKind::Retired;
    case RosterNote::Transferred:
        return domain::LeftKind::Transferred;
    case RosterNote::Deceased:
        return domain::LeftKind::Deceased;
    case RosterNote::Resigned:
        return domain::LeftKind::Resigned;
    case RosterNote::WrongData:
        return domain::LeftKind::WrongData;
    default:
        return std::nullopt;
    }
}

domain::ExcuseKind excuseOf(entry::ExcuseReason reason) {
    switch (reason) {
    case entry::ExcuseReason::Leave:
        return domain::ExcuseKind::Leave;
    case entry::ExcuseReason::Duty:
        return domain::ExcuseKind::OfficialTrip;
    case entry::ExcuseReason::Study:
        return domain::ExcuseKind::StudyLeave;
    case entry::ExcuseReason::Other:
        break;
    }
    return domain::ExcuseKind::Other;
}

std::optional<domain::LeftKind> leftOf(entry::RosterChangeKind change) {
    switch (change) {
    case entry::RosterChangeKind::Retired:
        return domain::LeftKind::Retired;
    case entry::RosterChangeKind::Transferred:
        return domain::LeftKind::Transferred;
    case entry::RosterChangeKind::Deceased:
        return domain::LeftKind::Deceased;
    case entry::RosterChangeKind::Resigned:
        return domain::LeftKind::Resigned;
    case entry::RosterChangeKind::WrongData:
        return domain::LeftKind::WrongData;
    case entry::RosterChangeKind::Restored:
        break;
    }
    return std::nullopt;
}

bool isMissing(domain::PersonState state) {
    return state == domain::PersonState::NotYet || state == domain::PersonState::Absent ||
           state == domain::PersonState::Excused || state == domain::PersonState::Refused;
}

/// What the roster does not hold: added persons, and signatures of people it does not know.
void countStrangers(CoverageReport& report, const PersonStates& states,
                    const std::unordered_set<PersonId>& onRoster) {
    for (const auto& [id, state] : states) {
        if (onRoster.contains(id) || state.matchedTo)
            continue;
        if (state.added)
            ++report.counts.added;
        else if (state.status == PersonStatus::Signed)
            ++report.signedElsewhere;
    }
}

} // namespace

domain::PersonFacts factsOf(const domain::Person& person, const PersonState* state) {
    domain::PersonFacts facts;
    facts.onRoster = true;
    if (const auto excuse = excuseIn(person.note))
        facts.add(*excuse);
    if (const auto left = leftIn(person.note); left && (state == nullptr || !state->restored))
        facts.add(*left);
    if (state == nullptr)
        return facts;
    facts.hasSigned = state->status == PersonStatus::Signed;
    facts.refused = state->status == PersonStatus::Refused || state->refusedToo;
    facts.absent = state->status == PersonStatus::Absent;
    if (state->excuse)
        facts.add(excuseOf(*state->excuse));
    if (state->left)
        if (const auto left = leftOf(*state->left))
            facts.add(*left);
    return facts;
}

CoverageReport coverageOf(const domain::RosterSnapshot& roster, const PersonStates& states) {
    CoverageReport report;
    std::unordered_map<std::string, std::size_t> unitAt;
    for (const auto& unit : roster.units) {
        unitAt.emplace(unit.code, report.units.size());
        report.units.push_back({unit.code, {}, {}});
    }
    std::unordered_set<PersonId> onRoster;
    for (const auto& person : roster.people) {
        onRoster.insert(person.id);
        const auto known = states.find(person.id);
        const auto facts = factsOf(person, known == states.end() ? nullptr : &known->second);
        domain::count(report.counts, facts);
        domain::count(report.kinds[person.kind], facts);
        const auto unit = unitAt.find(person.post.unit);
        if (unit == unitAt.end())
            continue; // a roster that was read and not made by hand has none of these
        auto& own = report.units[unit->second];
        domain::count(own.counts, facts);
        if (const auto state = domain::stateOf(facts); isMissing(state))
            own.missing.push_back({person.id, state});
    }
    countStrangers(report, states, onRoster);
    return report;
}

Result<PersonStates> readPersonStates(const Ledger& ledger, const EntryId& drive) {
    PersonStates states;
    const auto take = [&](const PersonState& state) -> Result<> {
        states.emplace(state.person, state);
        return {};
    };
    TEKEN_CHECK(ledger.persons(drive, take));
    return states;
}

Result<CoverageReport> coverageOf(const Ledger& ledger, const EntryId& drive,
                                  const domain::RosterSnapshot& roster) {
    TEKEN_TRY(const auto states, readPersonStates(ledger, drive));
    return coverageOf(roster, states);
}

} // namespace teken::ledger
