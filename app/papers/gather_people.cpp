// The people of a session's papers: the roster of its units, guests of other units, people added at tables.
#include "app/papers/gather_parts.h"
#include "app/papers/paper_parts.h"

#include "core/store/entries.h"

#include <algorithm>

namespace teken::papers {

namespace {

std::string actingWord(domain::Acting acting) {
    switch (acting) {
    case domain::Acting::None:
        return "";
    case domain::Acting::Pj:
        return "Pj. ";
    case domain::Acting::Plt:
        return "Plt. ";
    case domain::Acting::Plh:
        return "Plh. ";
    }
    return "";
}

PersonOnPaper paperOf(const domain::Person& person, const desk::RosterView& roster) {
    PersonOnPaper paper;
    paper.id = person.id;
    paper.name = person.name;
    paper.number = person.numbers.empty() ? "" : person.numbers.front();
    paper.rank = person.rank;
    paper.post = actingWord(person.post.acting) + person.post.title;
    paper.unit = person.post.unit;
    paper.kind = person.kind;
    const auto* unit = roster.unit(person.post.unit);
    paper.unitName = unit != nullptr ? unit->name : person.post.unit;
    return paper;
}

PersonOnPaper paperOf(const entry::AddPerson& added, const desk::RosterView& roster) {
    PersonOnPaper paper;
    paper.id = added.person;
    paper.name = added.name;
    paper.number = added.number;
    paper.post = added.post;
    paper.unit = added.unit;
    if (const auto kind = domain::signerKindFromSlug(added.signerKind))
        paper.kind = *kind;
    const auto* unit = roster.unit(added.unit);
    paper.unitName = unit != nullptr ? unit->name : added.unit;
    paper.added = true;
    paper.state = domain::PersonState::Added;
    return paper;
}

Result<BlobId> manifestOf(store::Book& book, const EntryId& roster) {
    TEKEN_TRY(const auto stored, book.entries().get(roster));
    const auto* whole = std::get_if<entry::Entry>(&stored.record);
    if (whole == nullptr)
        return fail(ErrorCode::NotFound, "desk.roster-not-here", "expected the roster's entry, found none");
    TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
    const auto* body = std::get_if<entry::RosterSnapshot>(&payload.body);
    if (body == nullptr)
        return fail(ErrorCode::NotFound, "desk.roster-not-here", "expected a roster, found another entry");
    return body->manifest;
}

/// Rosters by the entry that named them: a signature is printed with the data it was made under.
class Rosters {
public:
    explicit Rosters(store::Book& book) : m_book(book) {}

    Result<const desk::RosterView*> within(const EntryId& roster, const entry::Units& scope) {
        const auto known = m_views.find({roster, scope});
        if (known != m_views.end())
            return &known->second;
        TEKEN_TRY(const auto manifest, manifestOf(m_book, roster));
        TEKEN_TRY(auto view, desk::RosterView::load(m_book, manifest, scope));
        return &m_views.emplace(std::pair(roster, scope), std::move(view)).first->second;
    }

private:
    store::Book& m_book;
    std::map<std::pair<EntryId, entry::Units>, desk::RosterView> m_views;
};

/// People one after the other, each once.
class PeopleList {
public:
    PeopleList(PaperData& data, const SessionEntries& entries, const ledger::PersonStates& states,
               const std::unordered_set<PersonId>& since, const ledger::Ledger& ledger)
        : m_data(data), m_entries(entries), m_states(states), m_since(since), m_ledger(ledger) {}

    // Which signature of this session is this roster person's: under their own id, or under the id of someone
    // added at a table who was matched to them.
    Result<> matchSigns() {
        for (const auto& person : m_entries.order) {
            TEKEN_TRY(const auto state, m_ledger.person(m_data.drive.id, person));
            m_signersOf[state.matchedTo.value_or(person)].push_back(person);
        }
        return {};
    }

    void addListed(const domain::Person& person, const desk::RosterView& roster, bool guest) {
        auto paper = paperOf(person, roster);
        if (!m_known.insert(paper.id).second)
            return;
        const auto found = m_states.find(person.id);
        const auto* state = found == m_states.end() ? nullptr : &found->second;
        const auto facts = ledger::factsOf(person, state);
        paper.state = domain::stateOf(facts);
        paper.excuse = domain::excuseOf(facts);
        paper.guest = guest;
        paper.signature = signatureOf(person.id, state);
        paper.signedElsewhere = paper.state == domain::PersonState::Signed && !paper.signature;
        paper.signedSince = m_since.contains(person.id);
        // Who left the list is not named on papers of the day, unless they signed at this table.
        if (paper.state == domain::PersonState::OffRoster && !paper.signature)
            return;
        m_data.people.push_back(std::move(paper));
    }

    void addAtTable(const entry::AddPerson& added, const desk::RosterView& roster) {
        if (m_known.contains(added.person) || m_signedAs(added.person))
            return;
        const auto state = m_states.find(added.person);
        if (state != m_states.end() && state->second.matchedTo)
            return; // it is somebody of the roster, listed as such
        auto paper = paperOf(added, roster);
        m_known.insert(paper.id);
        paper.signature = signatureOf(added.person, state == m_states.end() ? nullptr : &state->second);
        m_data.people.push_back(std::move(paper));
    }

    [[nodiscard]] bool has(const PersonId& person) const { return m_known.contains(person); }

private:
    bool m_signedAs(const PersonId& added) const {
        const auto found = m_states.find(added);
        return found != m_states.end() && found->second.matchedTo &&
               m_known.contains(*found->second.matchedTo);
    }

    // The one the ledger shows if it was made here, else the first made here that still holds: no void, of
    // the desk or of an admin, and no decision has taken it away.
    std::optional<SignatureOnPaper> signatureOf(const PersonId& person,
                                                const ledger::PersonState* state) const {
        const auto signers = m_signersOf.find(person);
        if (state == nullptr || signers == m_signersOf.end())
            return std::nullopt;
        std::optional<SignatureOnPaper> first;
        for (const auto& signer : signers->second)
            for (const auto& sign : m_entries.signs.at(signer)) {
                if (state->signature && state->signature->entry == sign.paper.entry)
                    return sign.paper;
                const bool holds =
                    std::any_of(state->signatures.begin(), state->signatures.end(),
                                [&](const auto& one) { return one.entry == sign.paper.entry; });
                if (holds && !first)
                    first = sign.paper;
            }
        return first;
    }

    PaperData& m_data;
    const SessionEntries& m_entries;
    const ledger::PersonStates& m_states;
    const std::unordered_set<PersonId>& m_since;
    const ledger::Ledger& m_ledger;
    std::unordered_map<PersonId, std::vector<PersonId>> m_signersOf;
    std::unordered_set<PersonId> m_known;
};

void countPeople(PaperData& data) {
    auto& counts = data.counts;
    for (const auto& person : data.people) {
        if (person.guest || person.added) {
            if (person.signature)
                ++(person.added ? counts.addedSigned : counts.guestsSigned);
            continue;
        }
        switch (person.state) {
        case domain::PersonState::Signed:
            ++(person.signature ? counts.signedHere : counts.signedElsewhere);
            break;
        case domain::PersonState::Excused:
            ++counts.excused;
            break;
        case domain::PersonState::Absent:
            ++counts.absent;
            break;
        case domain::PersonState::Refused:
            ++counts.refused;
            break;
        case domain::PersonState::NotYet:
            ++counts.notYet;
            break;
        case domain::PersonState::OffRoster:
        case domain::PersonState::Added:
            continue;
        }
        ++counts.listed;
        counts.signedSince += person.signedSince ? 1 : 0;
    }
}

/// Sets as signed whom only the centre's list names; these persons.
std::unordered_set<PersonId> believe(const CentreList* centre, ledger::PersonStates& states) {
    std::unordered_set<PersonId> believed;
    if (centre == nullptr)
        return believed;
    for (const auto& person : centre->persons) {
        auto& state = states[person];
        if (state.status == ledger::PersonStatus::Signed)
            continue;
        state.person = person;
        state.status = ledger::PersonStatus::Signed;
        believed.insert(person);
    }
    return believed;
}

/// People as this session saw them. What another session noted of absence or excuse is not its word, and once
/// it is closed nobody who signs elsewhere changes the numbers under which its head and witnesses have
/// signed.
class SessionView {
public:
    SessionView(const PaperData& data, const CentreList* centre, ledger::PersonStates states)
        : m_session(data.session), m_centre(centre), m_states(std::move(states)) {
        if (data.closed)
            m_closedMs = endOf(data);
    }

    Result<> look(const ledger::Ledger& ledger, const EntryId& drive,
                  const std::unordered_set<PersonId>& byCentre) {
        for (auto& [person, state] : m_states) {
            const bool since = isSignedSince(state, byCentre.contains(person));
            if (!since && state.status != ledger::PersonStatus::Excused &&
                state.status != ledger::PersonStatus::Absent)
                continue;
            TEKEN_TRY(const auto notes, ledger.notes(drive, person));
            takeNotes(state, notes);
            if (since)
                m_since.insert(person);
        }
        return {};
    }

    [[nodiscard]] const ledger::PersonStates& states() const { return m_states; }
    [[nodiscard]] const std::unordered_set<PersonId>& since() const { return m_since; }

private:
    [[nodiscard]] bool isSignedSince(const ledger::PersonState& state, bool byCentre) const {
        if (!m_closedMs || state.status != ledger::PersonStatus::Signed)
            return false;
        if (byCentre)
            return m_centre->asOfMs > *m_closedMs;
        return std::ranges::all_of(state.signatures, [&](const ledger::Fact& one) {
            return one.session != m_session && one.wallMs > *m_closedMs;
        });
    }

    void takeNotes(ledger::PersonState& state, const std::vector<ledger::Ledger::Note>& notes) const {
        const auto noted = [&](ledger::PersonStatus status) {
            return std::ranges::any_of(
                notes, [&](const auto& note) { return note.status == status && note.session == m_session; });
        };
        using enum ledger::PersonStatus;
        state.status = noted(Refused) ? Refused : noted(Excused) ? Excused : noted(Absent) ? Absent : None;
        state.refusedToo = false;
        if (state.status != Excused)
            state.excuse.reset();
    }

    SessionId m_session;
    const CentreList* m_centre;
    ledger::PersonStates m_states;
    std::optional<std::int64_t> m_closedMs;
    std::unordered_set<PersonId> m_since;
};

std::vector<UnitOnPaper> unitsOf(const desk::RosterView& roster, const ledger::CoverageReport& report,
                                 const entry::Units& within) {
    std::vector<UnitOnPaper> units;
    for (const auto& unit : report.units) {
        const auto* known = roster.unit(unit.unit);
        if (known == nullptr || !roster.covers(within, unit.unit))
            continue;
        const auto* parent = roster.unit(known->parent);
        units.push_back({unit.unit, known->name, parent != nullptr ? parent->name : "", unit.counts});
    }
    return units;
}

} // namespace

Result<> gatherPeople(store::Book& book, const ledger::Ledger& ledger, const ledger::DriveState& drive,
                      PaperData& data, const SessionEntries& entries, const CentreList* centre) {
    const auto named = entries.roster ? entries.roster : drive.roster;
    if (!named)
        return fail(ErrorCode::NotFound, "drive.no-roster", "expected a roster in this drive, found none");
    TEKEN_TRY(auto states, ledger::readPersonStates(ledger, data.drive.id));
    const auto byCentre = believe(centre, states);
    Rosters rosters(book);
    TEKEN_TRY(const auto* own, rosters.within(*named, entries.units));
    data.drive.rosterDate = own->snapshot().date;
    for (const auto& code : entries.units) {
        const auto* unit = own->unit(code);
        data.unitNames.push_back(unit != nullptr ? unit->name : code == "*" ? "seluruh unit kerja" : code);
    }
    SessionView view(data, centre, states);
    TEKEN_CHECK(view.look(ledger, data.drive.id, byCentre));
    PeopleList list(data, entries, view.states(), view.since(), ledger);
    TEKEN_CHECK(list.matchSigns());
    for (const auto* person : own->peopleOf(entries.units))
        list.addListed(*person, *own, false);
    for (const auto& signer : entries.order) {
        const auto& sign = entries.signs.at(signer).front().body;
        TEKEN_TRY(const auto state, ledger.person(data.drive.id, signer));
        const auto person = state.matchedTo.value_or(signer);
        if (list.has(person))
            continue;
        const auto roster = sign.roster ? sign.roster : named;
        TEKEN_TRY(const auto* whole, rosters.within(*roster, {"*"}));
        if (const auto* found = whole->person(person))
            list.addListed(*found, *whole, !own->belongsTo(*found, entries.units));
    }
    for (const auto& signer : entries.order) // in the order they signed, then who was only added
        if (const auto added = entries.added.find(signer); added != entries.added.end())
            list.addAtTable(added->second, *own);
    std::vector<const entry::AddPerson*> waiting;
    for (const auto& [id, added] : entries.added)
        waiting.push_back(&added);
    std::sort(waiting.begin(), waiting.end(), [](const auto* a, const auto* b) {
        return std::pair(a->name, a->person) < std::pair(b->name, b->person);
    });
    for (const auto* added : waiting)
        list.addAtTable(*added, *own);
    if (std::ranges::any_of(data.people, [&](const auto& one) { return byCentre.contains(one.id); }))
        data.centreListMs = centre->asOfMs;
    countPeople(data);
    data.units = unitsOf(*own, ledger::coverageOf(own->snapshot(), states), entries.units);
    return {};
}

Result<RecapData> gatherRecap(store::Book& book, const ledger::Ledger& ledger, const EntryId& drive) {
    TEKEN_TRY(const auto state, ledger.drive(drive));
    if (!state.manifest)
        return fail(ErrorCode::NotFound, "drive.no-roster", "expected a roster in this drive, found none");
    RecapData data;
    data.drive = driveOnPaper(state);
    TEKEN_TRY(const auto roster, desk::RosterView::load(book, *state.manifest, {"*"}));
    data.drive.rosterDate = roster.snapshot().date;
    TEKEN_TRY(const auto report, ledger::coverageOf(ledger, drive, roster.snapshot()));
    data.units = unitsOf(roster, report, {"*"});
    for (const auto& missing : roster.missingUnits())
        std::erase_if(data.units, [&](const UnitOnPaper& unit) { return unit.code == missing; });
    data.all = report.counts;
    data.signedOffList = report.signedElsewhere;
    return data;
}

} // namespace teken::papers
