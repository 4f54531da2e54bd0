#include "core/desk/people_board.h"

#include "core/domain/names.h"
#include "core/entry/payload.h"
#include "core/ledger/coverage.h"
#include "core/store/entries.h"

#include <algorithm>

namespace teken::desk {

namespace {

constexpr std::size_t kPastOtherUnits =
    4; // so many more hits are looked at, to put the session's units first

std::string shownPost(const domain::Post& post) {
    switch (post.acting) {
    case domain::Acting::None:
        return post.title;
    case domain::Acting::Pj:
        return "Pj. " + post.title;
    case domain::Acting::Plt:
        return "Plt. " + post.title;
    case domain::Acting::Plh:
        return "Plh. " + post.title;
    }
    return post.title;
}

ledger::PersonStatus statusOf(domain::PersonState state) {
    switch (state) {
    case domain::PersonState::Signed:
        return ledger::PersonStatus::Signed;
    case domain::PersonState::Refused:
        return ledger::PersonStatus::Refused;
    case domain::PersonState::Excused:
        return ledger::PersonStatus::Excused;
    case domain::PersonState::Absent:
        return ledger::PersonStatus::Absent;
    case domain::PersonState::NotYet:
    case domain::PersonState::OffRoster:
    case domain::PersonState::Added:
        break;
    }
    return ledger::PersonStatus::None;
}

entry::ExcuseReason reasonOf(domain::ExcuseKind kind) {
    switch (kind) {
    case domain::ExcuseKind::Leave:
        return entry::ExcuseReason::Leave;
    case domain::ExcuseKind::OfficialTrip:
        return entry::ExcuseReason::Duty;
    case domain::ExcuseKind::StudyLeave:
        return entry::ExcuseReason::Study;
    case domain::ExcuseKind::Other:
        break;
    }
    return entry::ExcuseReason::Other;
}

} // namespace

PeopleBoard::PeopleBoard(const DeskSeams& seams) : m_seams(seams) {}

Result<> PeopleBoard::load(const EntryId& drive, const entry::Units& scope) {
    Known known;
    known.drive = drive;
    TEKEN_TRY(const auto state, m_seams.ledger.drive(drive));
    TEKEN_TRY(auto choice, chooseRoster(m_seams, state, scope));
    known.roster = std::move(choice.view);
    known.rosterEntry = choice.entry;
    known.lack = choice.lack;
    TEKEN_CHECK(m_seams.ledger.persons(drive, [&](const ledger::PersonState& person) -> Result<> {
        known.states.insert_or_assign(person.person, person);
        return {};
    }));
    for (const auto& [id, person] : known.states)
        TEKEN_CHECK(readNotes(known, person));
    TEKEN_TRY(const auto sessions, m_seams.ledger.sessions(drive));
    for (const auto& session : sessions)
        known.places.emplace(session.session, session.title + " · " + session.place);
    TEKEN_CHECK(readAdded(known));
    m_known = std::move(known);
    m_behind.clear();
    return {};
}

Result<> PeopleBoard::readNotes(Known& known, const ledger::PersonState& person) const {
    known.awayIn.erase(person.person);
    if (person.status != ledger::PersonStatus::Excused && person.status != ledger::PersonStatus::Absent)
        return {};
    TEKEN_TRY(const auto notes, m_seams.ledger.notes(known.drive, person.person));
    for (const auto& note : notes)
        known.awayIn[person.person].push_back(note.session);
    return {};
}

bool PeopleBoard::awayElsewhereOnly(const PersonId& person, const SessionId& session) const {
    const auto found = m_known.awayIn.find(person);
    return found != m_known.awayIn.end() &&
           std::find(found->second.begin(), found->second.end(), session) == found->second.end();
}

// Names of added people are in their entries only: the derived tables hold none.
Result<> PeopleBoard::readAdded(Known& known) const {
    std::unordered_set<PersonId> seen;
    return m_seams.book.entries().scanAll(1, [&](const store::StoredEntry& stored) -> Result<> {
        const auto* whole = std::get_if<entry::Entry>(&stored.record);
        // A cheap look before the full parse: few entries of a book are about added people.
        if (whole == nullptr || textOf(whole->payload).find("\"add-person\"") == std::string_view::npos)
            return {};
        const auto payload = entry::decodePayload(whole->payload);
        if (!payload || payload->header.drive != known.drive)
            return {};
        const auto* added = std::get_if<entry::AddPerson>(&payload->body);
        if (added == nullptr)
            return {};
        TEKEN_TRY(const auto counts, m_seams.ledger.counts(stored.id));
        TEKEN_TRY(const auto person, m_seams.ledger.person(known.drive, added->person));
        if (counts && person.added && seen.insert(added->person).second)
            known.added.push_back(*added);
        return {};
    });
}

std::optional<RosterLack> PeopleBoard::lack(const entry::Units& units) const {
    if (m_known.lack != RosterLack::Units)
        return m_known.lack;
    const auto& missing = roster().missingUnits();
    const bool wanting = std::any_of(missing.begin(), missing.end(),
                                     [&](const std::string& unit) { return roster().covers(units, unit); });
    return wanting ? m_known.lack : std::nullopt;
}

Result<> PeopleBoard::update(const PersonId& person) {
    TEKEN_TRY(auto state, m_seams.ledger.person(m_known.drive, person));
    TEKEN_CHECK(readNotes(m_known, state));
    m_known.states.insert_or_assign(person, std::move(state));
    return {};
}

void PeopleBoard::changed(const PersonId& person) {
    if (!update(person))
        m_behind.insert(person);
}

Result<> PeopleBoard::catchUp() {
    while (!m_behind.empty()) {
        TEKEN_CHECK(update(*m_behind.begin()));
        m_behind.erase(m_behind.begin());
    }
    return {};
}

void PeopleBoard::setElsewhere(const std::vector<PersonId>& persons) {
    m_elsewhere = {persons.begin(), persons.end()};
}

void PeopleBoard::dropElsewhere(const PersonId& person) {
    m_elsewhere.erase(person);
}

void PeopleBoard::noteSession(const SessionId& session, const std::string& title, const std::string& place) {
    m_known.places.insert_or_assign(session, title + " · " + place);
}

void PeopleBoard::addAtTable(const entry::AddPerson& added) {
    if (this->added(added.person) == nullptr)
        m_known.added.push_back(added);
}

void PeopleBoard::dropAdded(const PersonId& person) {
    std::erase_if(m_known.added, [&](const entry::AddPerson& one) { return one.person == person; });
}

const ledger::PersonState& PeopleBoard::stateOf(const PersonId& person) const {
    static const ledger::PersonState kNothing;
    const auto found = m_known.states.find(person);
    return found == m_known.states.end() ? kNothing : found->second;
}

const entry::AddPerson* PeopleBoard::added(const PersonId& person) const {
    const auto found = std::find_if(m_known.added.begin(), m_known.added.end(),
                                    [&](const entry::AddPerson& one) { return one.person == person; });
    return found == m_known.added.end() ? nullptr : &*found;
}

const entry::AddPerson* PeopleBoard::addedWithNumber(std::string_view number) const {
    const auto& all = m_known.added;
    const auto found = std::find_if(all.begin(), all.end(), [&](const entry::AddPerson& one) {
        return !number.empty() && one.number == number;
    });
    return found == all.end() ? nullptr : &*found;
}

domain::PersonFacts PeopleBoard::factsOf(const domain::Person& person,
                                         const std::optional<SessionId>& session) const {
    auto facts = ledger::factsOf(person, &stateOf(person.id));
    if (session && awayElsewhereOnly(person.id, *session)) {
        auto here = stateOf(person.id);
        here.status = ledger::PersonStatus::None;
        here.excuse.reset();
        facts = ledger::factsOf(person, &here);
    }
    facts.hasSigned = facts.hasSigned || m_elsewhere.contains(person.id);
    return facts;
}

void PeopleBoard::fillState(PersonCard& card, const std::optional<SessionId>& session) const {
    card.state = stateOf(card.person);
    card.state.person = card.person;
    if (m_elsewhere.contains(card.person))
        card.state.status = ledger::PersonStatus::Signed;
    if (const auto* unit = m_known.roster.unit(card.unit)) {
        card.unitName = unit->name;
        if (const auto* parent = m_known.roster.unit(unit->parent))
            card.parentUnitName = parent->name;
    }
    for (const auto& one : card.state.signatures) {
        if (session && one.session == *session) {
            card.signedInSession = true;
        } else if (card.signedPlace.empty()) {
            const auto place = m_known.places.find(one.session);
            card.signedPlace = place == m_known.places.end() ? std::string() : place->second;
        }
    }
}

PersonCard PeopleBoard::cardOf(const domain::Person& person, const std::optional<SessionId>& session) const {
    PersonCard card;
    card.person = person.id;
    card.name = person.name;
    card.number = person.numbers.empty() ? std::string() : person.numbers.front();
    card.post = shownPost(person.post);
    card.unit = person.post.unit;
    card.kind = person.kind;
    fillState(card, session);
    const auto facts = factsOf(person, session);
    card.offRoster = facts.left != 0;
    card.state.status = statusOf(domain::stateOf(facts));
    if (const auto excuse = domain::excuseOf(facts); excuse && !card.state.excuse)
        card.state.excuse = reasonOf(*excuse);
    return card;
}

PersonCard PeopleBoard::cardOf(const entry::AddPerson& person,
                               const std::optional<SessionId>& session) const {
    PersonCard card;
    card.person = person.person;
    card.name = person.name;
    card.number = person.number;
    card.post = person.post;
    card.unit = person.unit;
    card.kind = domain::signerKindFromSlug(person.signerKind).value_or(domain::SignerKind::Other);
    card.addedAtTable = true;
    fillState(card, session);
    return card;
}

Result<PersonCard> PeopleBoard::card(const PersonId& person, const std::optional<SessionId>& session) const {
    if (const auto* known = m_known.roster.person(person))
        return cardOf(*known, session);
    if (const auto* known = added(person))
        return cardOf(*known, session);
    return fail(ErrorCode::NotFound, "desk.person-unknown",
                "expected a person of the roster or one added at a table, found neither");
}

std::vector<PersonCard> PeopleBoard::search(std::string_view query, const entry::Units& units,
                                            const std::optional<SessionId>& session,
                                            std::size_t limit) const {
    std::vector<PersonCard> cards;
    const auto wanted = domain::foldName(query);
    const bool everybody = query.find_first_not_of(' ') == std::string_view::npos;
    if (everybody) {
        for (const auto* person : m_known.roster.peopleOf(units)) {
            if (cards.size() == limit)
                return cards;
            cards.push_back(cardOf(*person, session));
        }
    } else {
        for (const auto* person : m_known.roster.find(query, limit * kPastOtherUnits))
            cards.push_back(cardOf(*person, session));
    }
    for (const auto& person : m_known.added)
        if (everybody ? m_known.roster.covers(units, person.unit)
                      : (!wanted.empty() && domain::foldName(person.name).find(wanted) != std::string::npos))
            cards.push_back(cardOf(person, session));
    std::stable_partition(cards.begin(), cards.end(),
                          [&](const PersonCard& card) { return m_known.roster.covers(units, card.unit); });
    if (cards.size() > limit)
        cards.resize(limit);
    return cards;
}

std::optional<PersonCard> PeopleBoard::next(const entry::Units& units,
                                            const std::optional<SessionId>& session,
                                            const std::optional<PersonId>& after) const {
    auto first = upcoming(units, session, after, 1);
    return first.empty() ? std::nullopt : std::optional(std::move(first.front()));
}

std::vector<PersonCard> PeopleBoard::upcoming(const entry::Units& units,
                                              const std::optional<SessionId>& session,
                                              const std::optional<PersonId>& after, std::size_t limit) const {
    const auto people = m_known.roster.peopleOf(units);
    auto begin = people.begin();
    if (after) {
        const auto found = std::find_if(people.begin(), people.end(),
                                        [&](const domain::Person* person) { return person->id == *after; });
        begin = found == people.end() ? people.begin() : found + 1;
    }
    std::vector<PersonCard> cards;
    const auto takeOpen = [&](auto from, auto to) {
        for (auto at = from; at != to && cards.size() < limit; ++at)
            if (standingOf(**at, session).isOpen())
                cards.push_back(cardOf(**at, session));
    };
    // From there to the end, then from the top: people who were passed over come round again.
    takeOpen(begin, people.end());
    takeOpen(people.begin(), begin);
    return cards;
}

PeopleBoard::Standing PeopleBoard::standingOf(const PersonId& person,
                                              const std::optional<SessionId>& session) const {
    const auto& state = stateOf(person);
    Standing standing{state.status, false, state.duplicate, false};
    if (!m_elsewhere.empty() && m_elsewhere.contains(person))
        standing.status = ledger::PersonStatus::Signed;
    standing.signedInSession =
        session && std::any_of(state.signatures.begin(), state.signatures.end(),
                               [&](const ledger::Fact& one) { return one.session == *session; });
    return standing;
}

PeopleBoard::Standing PeopleBoard::standingOf(const domain::Person& person,
                                              const std::optional<SessionId>& session) const {
    auto standing = standingOf(person.id, session);
    const auto state = domain::stateOf(factsOf(person, session));
    standing.status = statusOf(state);
    standing.offRoster = state == domain::PersonState::OffRoster;
    return standing;
}

void PeopleBoard::countOne(StatusCounts& counts, const Standing& standing) {
    if (standing.duplicate)
        ++counts.duplicates;
    if (standing.offRoster) {
        ++counts.offRoster;
        return;
    }
    switch (standing.status) {
    case ledger::PersonStatus::None:
        ++counts.notYet;
        break;
    case ledger::PersonStatus::Absent:
        ++counts.absent;
        break;
    case ledger::PersonStatus::Excused:
        ++counts.excused;
        break;
    case ledger::PersonStatus::Refused:
        ++counts.refused;
        break;
    case ledger::PersonStatus::Signed:
        ++(standing.signedInSession ? counts.signedHere : counts.signedElsewhere);
        break;
    }
}

// Asked for again after every save and for each session of a list, over thousands of people: no text is
// copied.
StatusCounts PeopleBoard::counts(const entry::Units& units, const std::optional<SessionId>& session) const {
    StatusCounts counts;
    m_known.roster.eachOf(
        units, [&](const domain::Person& person) { countOne(counts, standingOf(person, session)); });
    for (const auto& person : m_known.added) {
        if (!m_known.roster.covers(units, person.unit))
            continue;
        const auto standing = standingOf(person.person, session);
        ++counts.added;
        if (standing.duplicate)
            ++counts.duplicates;
        if (standing.status == ledger::PersonStatus::Signed)
            ++counts.addedSigned;
    }
    return counts;
}

std::vector<PersonCard> PeopleBoard::addedPeople() const {
    std::vector<PersonCard> cards;
    for (const auto& person : m_known.added)
        cards.push_back(cardOf(person, std::nullopt));
    return cards;
}

} // namespace teken::desk
