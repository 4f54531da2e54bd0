#include "core/ledger/ledger.h"

#include "core/crypto/hash.h"
#include "core/ledger/cosigners.h"
#include "core/ledger/judge_drive.h"
#include "core/ledger/rows.h"

#include <algorithm>
#include <map>
#include <set>

namespace teken::ledger {
namespace {

using store::LedgerTables;

bool belongsTo(const FeedNumbers& feed, const EntryId& drive) {
    if (feed.role == entry::Role::Root)
        return true;
    if (feed.role == entry::Role::Admin)
        return !feed.drive || feed.drive == drive;
    return feed.role == entry::Role::Field && feed.drive == drive;
}

template <class Visit>
Result<> eachForkOf(const LedgerTables& tables, const EntryId& drive, const Visit& visit) {
    return tables.eachFeed(true, [&](const LedgerTables::FeedRow& row) -> Result<> {
        TEKEN_TRY(const auto feed, toFeed(row));
        if (belongsTo(feed, drive))
            visit(feed);
        return {};
    });
}

/// Counting facts of one drive that are looked up by kind.
Result<std::vector<EntryFact>> shelvedOf(const LedgerTables& tables, const EntryId& drive) {
    std::vector<EntryFact> facts;
    for (const auto kind : {Kind::OpenDrive, Kind::LockText, Kind::RosterSnapshot, Kind::CloseDrive}) {
        TEKEN_TRY(const auto rows, tables.factsOfKind(static_cast<std::uint8_t>(kind), drive));
        TEKEN_TRY(auto some, toFacts(rows));
        std::copy_if(some.begin(), some.end(), std::back_inserter(facts),
                     [](const EntryFact& fact) { return fact.counts(); });
    }
    return facts;
}

Result<DriveVerdict> driveVerdict(const LedgerTables& tables, const EntryId& drive) {
    TEKEN_TRY(const auto facts, shelvedOf(tables, drive));
    FactRefs refs;
    for (const auto& fact : facts)
        refs.push_back(&fact);
    return judgeDrive(refs);
}

void takeCounters(DriveState& state, const LedgerTables::Counters& counters) {
    const auto at = [&](std::size_t i) {
        return static_cast<std::uint64_t>(std::max<std::int64_t>(counters[i], 0));
    };
    state.signedPersons = at(0);
    state.refused = at(1);
    state.excused = at(2);
    state.absent = at(3);
    state.addedUnmatched = at(4);
    state.duplicates = at(5);
    state.decisionConflicts = at(6);
    state.unknownKinds = at(7);
}

std::uint64_t unsignedOf(std::int64_t value) {
    return static_cast<std::uint64_t>(std::max<std::int64_t>(value, 0));
}

SessionState numbersOf(const LedgerTables::SessionRow& row, const SessionNumbers& numbers) {
    SessionState state;
    state.session = row.session;
    state.drive = row.drive;
    state.plan = numbers.plan;
    state.phase = phaseOf(numbers);
    state.signedCount = unsignedOf(numbers.signedCount);
    state.excused = unsignedOf(numbers.excused);
    state.absent = unsignedOf(numbers.absent);
    state.refused = unsignedOf(numbers.refused);
    state.added = unsignedOf(numbers.added);
    state.voided = unsignedOf(numbers.voided);
    for (const auto& desk : numbers.desks)
        state.desks.push_back({desk.feed, desk.opening, desk.closing, desk.paused, desk.countsMatch,
                               desk.comparable, desk.recomputed, desk.minutesSignedBy});
    return state;
}

void takePlan(SessionState& state, const entry::PlanSession& plan) {
    state.parent = plan.parent;
    state.title = plan.title;
    state.place = plan.place;
    state.units = plan.units;
    state.startMs = plan.startMs;
}

/// What a plan says of place and hour holds until a desk opens: then the opening with the smallest id says
/// the place, and the first hour counts.
void takePlaceAndHour(SessionState& state, const entry::OpenSession& opening, std::int64_t wallMs,
                      bool first) {
    state.startMs = first ? wallMs : std::min(state.startMs, wallMs);
    if (first)
        state.place = opening.place;
}

/// Without a plan the openings say the rest, too: title and parent by the same one, units by all of them.
void takeOpening(SessionState& state, const entry::OpenSession& opening, std::int64_t wallMs, bool first) {
    takePlaceAndHour(state, opening, wallMs, first);
    if (first) {
        state.parent = opening.parent;
        state.title = opening.title;
    }
    for (const auto& unit : opening.units)
        if (std::find(state.units.begin(), state.units.end(), unit) == state.units.end())
            state.units.push_back(unit);
    std::sort(state.units.begin(), state.units.end());
}

/// The body of a payload that the fold has seen under this kind.
template <class Body>
Result<Body> bodyOf(const entry::Payload& payload) {
    if (const auto* body = std::get_if<Body>(&payload.body))
        return *body;
    return fail(ErrorCode::Corrupt, "ledger.damaged", "an entry is of another kind than when it was folded");
}

using ReadPayload = std::function<Result<entry::Payload>(const EntryId&)>;

Result<SessionState> sessionState(const LedgerTables::SessionRow& row, const ReadPayload& payloadOf) {
    TEKEN_TRY(const auto numbers, toSession(row));
    auto state = numbersOf(row, numbers);
    if (state.plan) {
        TEKEN_TRY(const auto payload, payloadOf(*state.plan));
        TEKEN_TRY(const auto plan, bodyOf<entry::PlanSession>(payload));
        takePlan(state, plan);
    }
    const auto take = state.plan ? takePlaceAndHour : takeOpening;
    std::set<EntryId> openings;
    for (const auto& desk : state.desks)
        openings.insert(desk.opening);
    for (const auto& id : openings) {
        TEKEN_TRY(const auto payload, payloadOf(id));
        TEKEN_TRY(const auto opening, bodyOf<entry::OpenSession>(payload));
        take(state, opening, payload.header.wallMs, id == *openings.begin());
    }
    return state;
}

Result<TextState> textState(const EntryId& id, const ReadPayload& payloadOf) {
    TEKEN_TRY(const auto payload, payloadOf(id));
    TEKEN_TRY(auto lock, bodyOf<entry::LockText>(payload));
    return TextState{id,
                     lock.text,
                     std::move(lock.code),
                     lock.version,
                     std::move(lock.title),
                     std::move(lock.signerKinds)};
}

FeedState numbersOf(const FeedNumbers& numbers) {
    FeedState state;
    state.feed = numbers.feed;
    state.role = numbers.role;
    state.drive = numbers.drive;
    state.certificate = numbers.certificate;
    state.revokedAfter = numbers.revokedAfter;
    state.forkedAt = numbers.forkedAt;
    state.countedTo = numbers.countedTo();
    state.stored = numbers.stored;
    state.waiting = numbers.waiting;
    state.withheld = numbers.withheld;
    state.notCounted = numbers.notCounted;
    return state;
}

Result<FeedState> feedState(const FeedNumbers& numbers, const ReadPayload& payloadOf) {
    auto state = numbersOf(numbers);
    if (!state.certificate) {
        if (state.role == entry::Role::Root)
            state.units = {"*"};
        return state;
    }
    TEKEN_TRY(const auto payload, payloadOf(*state.certificate));
    const auto take = [&](const auto& certificate) {
        state.name = certificate.name;
        state.units = certificate.units;
        state.fromMs = certificate.fromMs;
        state.untilMs = certificate.untilMs;
    };
    if (const auto* officer = std::get_if<entry::CertifyOfficer>(&payload.body)) {
        take(*officer);
        state.device = officer->device;
        return state;
    }
    TEKEN_TRY(const auto certificate, bodyOf<entry::Certify>(payload));
    take(certificate);
    return state;
}

/// The root's certificates for keys of a role that have not been revoked, one a key.
Result<std::vector<EntryId>> certificatesOf(const LedgerTables& tables, entry::Role role) {
    std::vector<std::pair<Seq, EntryId>> found;
    TEKEN_TRY(const auto rows, tables.factsOfKind(static_cast<std::uint8_t>(Kind::Certify)));
    for (const auto& row : rows) {
        TEKEN_TRY(const auto fact, toFact(row));
        if (!fact.counts() || fact.word != static_cast<std::uint8_t>(role))
            continue;
        TEKEN_TRY(const auto feedRow, tables.feed(feedOf(*fact.subject)));
        if (!feedRow)
            continue;
        TEKEN_TRY(const auto feed, toFeed(*feedRow));
        if (feed.role == role && feed.certificate == fact.id && !feed.revokedAfter)
            found.emplace_back(fact.seq, fact.id);
    }
    // By the root's own order, not by arrival: every machine names the same one first.
    std::sort(found.begin(), found.end());
    std::vector<EntryId> ids;
    for (const auto& [seq, id] : found)
        ids.push_back(id);
    return ids;
}

bool isAmong(const std::vector<FeedId>& keys, const PublicKey& key) {
    return std::ranges::find(keys, crypto::feedIdOf(key)) != keys.end();
}

} // namespace

Result<std::vector<FeedId>> keysOfTwoNames(store::Book& book) {
    std::map<FeedId, std::set<std::string>> names;
    TEKEN_TRY(const auto rows, book.ledger().factsOfKind(static_cast<std::uint8_t>(Kind::Certify)));
    for (const auto& row : rows) {
        TEKEN_TRY(const auto fact, toFact(row));
        const auto role = static_cast<entry::Role>(fact.word);
        if (!fact.counts() || (role != entry::Role::Log && role != entry::Role::Cosigner))
            continue;
        TEKEN_TRY(const auto stored, book.entries().get(fact.id));
        const auto* whole = std::get_if<entry::Entry>(&stored.record);
        if (whole == nullptr)
            continue; // what nobody can read names nobody
        TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
        if (const auto* certificate = std::get_if<entry::Certify>(&payload.body))
            names[feedOf(*fact.subject)].insert(certificate->name);
    }
    std::vector<FeedId> keys;
    for (const auto& [key, own] : names)
        if (own.size() > 1)
            keys.push_back(key);
    return keys;
}

Result<entry::Payload> Ledger::payloadOf(const EntryId& entry) const {
    TEKEN_TRY(const auto stored, m_book.entries().get(entry));
    const auto* whole = std::get_if<entry::Entry>(&stored.record);
    if (whole == nullptr)
        return fail(ErrorCode::NotFound, "ledger.withheld", "the entry is withheld", entry.hex());
    return entry::decodePayload(whole->payload);
}

// --- drives ------------------------------------------------------------------------------------------------

Result<std::vector<DriveState>> Ledger::drives() const {
    std::vector<DriveState> states;
    TEKEN_TRY(const auto rows, m_book.ledger().factsOfKind(static_cast<std::uint8_t>(Kind::OpenDrive)));
    std::set<EntryId> ids;
    for (const auto& row : rows)
        if (static_cast<Verdict>(row.verdict) == Verdict::Counts)
            ids.insert(row.id);
    for (const auto& id : ids) {
        TEKEN_TRY(auto state, drive(id));
        states.push_back(std::move(state));
    }
    return states;
}

Result<DriveState> Ledger::drive(const EntryId& drive) const {
    const auto& tables = m_book.ledger();
    TEKEN_TRY(const auto verdict, driveVerdict(tables, drive));
    if (!verdict.open)
        return fail(ErrorCode::NotFound, "ledger.no-drive", "no counting entry opens this drive",
                    drive.hex());
    const ReadPayload read = [this](const EntryId& id) { return payloadOf(id); };
    DriveState state;
    state.drive = drive;
    TEKEN_TRY(const auto payload, payloadOf(drive));
    TEKEN_TRY(state.opening, bodyOf<entry::OpenDrive>(payload));
    state.closed = verdict.closed;
    for (const auto& id : verdict.texts) {
        TEKEN_TRY(auto text, textState(id, read));
        state.texts.push_back(std::move(text));
    }
    state.roster = verdict.roster;
    state.rosterConflict = !verdict.rosterConflict.empty();
    if (state.roster) {
        TEKEN_TRY(const auto snapshot, payloadOf(*state.roster));
        TEKEN_TRY(const auto roster, bodyOf<entry::RosterSnapshot>(snapshot));
        state.manifest = roster.manifest;
    }
    TEKEN_TRY(const auto counters, tables.counters(drive));
    takeCounters(state, counters);
    TEKEN_CHECK(eachForkOf(tables, drive, [&](const FeedNumbers&) { ++state.forks; }));
    return state;
}

Result<std::vector<Conflict>> Ledger::conflicts(const EntryId& drive) const {
    const auto& tables = m_book.ledger();
    std::vector<Conflict> all;
    TEKEN_CHECK(tables.eachPerson(drive, true, [&](const LedgerTables::PersonRow& row) -> Result<> {
        TEKEN_TRY(const auto person, toPerson(row));
        all.insert(all.end(), person.conflicts.begin(), person.conflicts.end());
        return {};
    }));
    TEKEN_CHECK(eachForkOf(tables, drive, [&](const FeedNumbers& feed) {
        all.push_back({ConflictKind::Fork, std::nullopt, feed.feed, *feed.forkedAt, feed.forkedEntries});
        if (!feed.forkDecisions.empty())
            all.push_back({ConflictKind::ConcurrentDecisions, std::nullopt, feed.feed, *feed.forkedAt,
                           feed.forkDecisions});
    }));
    TEKEN_TRY(const auto verdict, driveVerdict(tables, drive));
    if (!verdict.rosterConflict.empty())
        all.push_back(
            {ConflictKind::ConcurrentRosters, std::nullopt, std::nullopt, 0, verdict.rosterConflict});
    return all;
}

// --- feeds -------------------------------------------------------------------------------------------------

Result<std::vector<FeedState>> Ledger::feeds() const {
    const ReadPayload read = [this](const EntryId& id) { return payloadOf(id); };
    std::vector<FeedState> states;
    TEKEN_CHECK(m_book.ledger().eachFeed(false, [&](const LedgerTables::FeedRow& row) -> Result<> {
        TEKEN_TRY(const auto numbers, toFeed(row));
        TEKEN_TRY(auto state, feedState(numbers, read));
        states.push_back(std::move(state));
        return {};
    }));
    return states;
}

Result<std::optional<FeedState>> Ledger::feed(const FeedId& feed) const {
    TEKEN_TRY(const auto row, m_book.ledger().feed(feed));
    if (!row)
        return std::optional<FeedState>{};
    TEKEN_TRY(const auto numbers, toFeed(*row));
    TEKEN_TRY(auto state, feedState(numbers, [this](const EntryId& id) { return payloadOf(id); }));
    return std::optional<FeedState>(std::move(state));
}

Result<Verdict> Ledger::verdict(const EntryId& entry) const {
    TEKEN_TRY(const auto row, m_book.ledger().fact(entry));
    if (!row)
        return fail(ErrorCode::NotFound, "ledger.no-entry", "no entry with this id", entry.hex());
    return static_cast<Verdict>(row->verdict);
}

Result<bool> Ledger::counts(const EntryId& entry) const {
    TEKEN_TRY(const auto found, verdict(entry));
    return found == Verdict::Counts;
}

Result<std::vector<Ledger::ServerCertificate>> Ledger::servers() const {
    std::vector<ServerCertificate> found;
    TEKEN_TRY(const auto ids, certificatesOf(m_book.ledger(), entry::Role::Server));
    for (const auto& id : ids) {
        TEKEN_TRY(const auto payload, payloadOf(id));
        TEKEN_TRY(const auto certificate, bodyOf<entry::Certify>(payload));
        found.push_back({certificate.key, certificate.name, certificate.pins});
    }
    return found;
}

Result<std::vector<Ledger::LogCertificate>> Ledger::logs() const {
    std::vector<LogCertificate> found;
    TEKEN_TRY(const auto ids, certificatesOf(m_book.ledger(), entry::Role::Log));
    TEKEN_TRY(const auto doubled, keysOfTwoNames(m_book));
    for (const auto& id : ids) {
        TEKEN_TRY(const auto payload, payloadOf(id));
        TEKEN_TRY(const auto certificate, bodyOf<entry::Certify>(payload));
        if (!isAmong(doubled, certificate.key))
            found.push_back({certificate.key, certificate.name});
    }
    return found;
}

Result<std::vector<FeedId>> logsOf(store::Book& book) {
    std::vector<FeedId> found;
    TEKEN_TRY(const auto ids, certificatesOf(book.ledger(), entry::Role::Log));
    for (const auto& id : ids) {
        TEKEN_TRY(const auto row, book.ledger().fact(id));
        if (row && row->subject)
            found.push_back(feedOf(*row->subject));
    }
    return found;
}

Result<std::vector<CosignerCertificate>> cosignersOf(store::Book& book) {
    std::vector<CosignerCertificate> found;
    TEKEN_TRY(const auto ids, certificatesOf(book.ledger(), entry::Role::Cosigner));
    TEKEN_TRY(const auto doubled, keysOfTwoNames(book));
    for (const auto& id : ids) {
        TEKEN_TRY(const auto stored, book.entries().get(id));
        const auto* whole = std::get_if<entry::Entry>(&stored.record);
        if (whole == nullptr)
            continue; // nobody erases a certificate, and without its window it counts for nothing
        TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
        TEKEN_TRY(const auto certificate, bodyOf<entry::Certify>(payload));
        if (!isAmong(doubled, certificate.key))
            found.push_back({certificate.key, certificate.name, certificate.fromMs, certificate.untilMs});
    }
    return found;
}

Result<std::vector<RecipientKey>> Ledger::recipients(const std::optional<EntryId>& drive) const {
    std::vector<RecipientKey> found;
    TEKEN_TRY(const auto ids, certificatesOf(m_book.ledger(), entry::Role::Recipient));
    for (const auto& id : ids) {
        TEKEN_TRY(const auto payload, payloadOf(id));
        TEKEN_TRY(const auto certificate, bodyOf<entry::Certify>(payload));
        if (!certificate.drive || certificate.drive == drive)
            found.push_back({certificate.key.bytes});
    }
    return found;
}

Result<bool> Ledger::isKnownKey(const PublicKey& key) const {
    if (key == m_rootKey)
        return true;
    TEKEN_TRY(const auto rows, m_book.ledger().factsOn(subjectOf(crypto::feedIdOf(key))));
    return std::any_of(rows.begin(), rows.end(), [](const store::FactRow& row) {
        const auto kind = static_cast<Kind>(row.kind);
        return kind == Kind::Certify || kind == Kind::CertifyOfficer;
    });
}

// --- sessions and persons ----------------------------------------------------------------------------------

Result<std::vector<SessionState>> Ledger::sessions(const EntryId& drive) const {
    const ReadPayload read = [this](const EntryId& id) { return payloadOf(id); };
    std::vector<SessionState> states;
    TEKEN_CHECK(m_book.ledger().eachSession(drive, [&](const LedgerTables::SessionRow& row) -> Result<> {
        TEKEN_TRY(auto state, sessionState(row, read));
        states.push_back(std::move(state));
        return {};
    }));
    return states;
}

Result<std::optional<SessionState>> Ledger::session(const EntryId& drive, const SessionId& session) const {
    TEKEN_TRY(const auto row, m_book.ledger().session(drive, session));
    if (!row)
        return std::optional<SessionState>{};
    TEKEN_TRY(auto state, sessionState(*row, [this](const EntryId& id) { return payloadOf(id); }));
    return std::optional<SessionState>(std::move(state));
}

Result<PersonState> Ledger::person(const EntryId& drive, const PersonId& person) const {
    TEKEN_TRY(const auto row, m_book.ledger().person(drive, person));
    PersonState nothing;
    nothing.person = person;
    if (!row)
        return nothing;
    TEKEN_TRY(auto found, toPerson(*row));
    if (!found.state.matchedTo)
        return found.state;
    const auto target = *found.state.matchedTo;
    TEKEN_TRY(const auto targetRow, m_book.ledger().person(drive, target));
    PersonState state;
    state.person = target;
    if (targetRow) {
        TEKEN_TRY(const auto verdict, toPerson(*targetRow));
        state = verdict.state;
    }
    state.matchedTo = target;
    return state;
}

Result<> Ledger::persons(const EntryId& drive, const VisitPerson& visit) const {
    return m_book.ledger().eachPerson(drive, false, [&](const LedgerTables::PersonRow& row) -> Result<> {
        TEKEN_TRY(const auto person, toPerson(row));
        return visit(person.state);
    });
}

} // namespace teken::ledger
