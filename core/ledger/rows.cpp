#include "core/ledger/rows.h"

#include "core/ledger/judge_drive.h"
#include "core/ledger/packing.h"

#include <algorithm>

namespace teken::ledger {
namespace {

template <class Enum>
std::optional<std::uint64_t> numberOf(const std::optional<Enum>& value) {
    return value ? std::optional(static_cast<std::uint64_t>(*value)) : std::nullopt;
}

template <class Enum>
std::optional<Enum> enumOf(const std::optional<std::uint64_t>& value) {
    return value ? std::optional(static_cast<Enum>(*value)) : std::nullopt;
}

void packScope(Packer& into, const Scope& scope) {
    into.flag(scope.all).list(scope.units);
}

Scope unpackScope(Unpacker& from) {
    Scope scope;
    scope.all = from.flag();
    scope.units = from.list<UnitDigest>();
    return scope;
}

void packReach(Packer& into, const std::optional<Reach>& reach) {
    into.flag(reach.has_value());
    if (!reach)
        return;
    packScope(into, reach->units);
    into.flag(reach->anyDrive);
}

std::optional<Reach> unpackReach(Unpacker& from) {
    if (!from.flag())
        return std::nullopt;
    Reach reach;
    reach.units = unpackScope(from);
    reach.anyDrive = from.flag();
    return reach;
}

Bytes packDetail(const EntryFact& fact) {
    Packer into;
    into.list(fact.persons);
    packScope(into, fact.units);
    into.list(fact.entries).list(fact.supersedes).maybe(fact.chosen);
    into.number(fact.word).number(fact.number).flag(fact.withRoster).number(fact.tallies.size());
    for (const auto tally : fact.tallies)
        into.integer(tally);
    return into.take();
}

Result<> unpackDetail(EntryFact& fact, ByteView bytes) {
    Unpacker from(bytes);
    fact.persons = from.list<PersonId>();
    fact.units = unpackScope(from);
    fact.entries = from.list<EntryId>();
    fact.supersedes = from.list<EntryId>();
    fact.chosen = from.maybe<EntryId>();
    fact.word = static_cast<std::uint8_t>(from.number());
    fact.number = from.number();
    fact.withRoster = from.flag();
    for (auto left = from.count(); left > 0; --left)
        fact.tallies.push_back(from.integer());
    return from.finish();
}

void packFact(Packer& into, const Fact& fact) {
    into.fixed(fact.entry).fixed(fact.feed).number(fact.seq).fixed(fact.session).integer(fact.wallMs);
}

Fact unpackFact(Unpacker& from) {
    Fact fact;
    fact.entry = from.fixed<EntryId>();
    fact.feed = from.fixed<FeedId>();
    fact.seq = from.number();
    fact.session = from.fixed<SessionId>();
    fact.wallMs = from.integer();
    return fact;
}

void packCounts(Packer& into, const entry::CloseSession::Counts& counts) {
    into.integer(counts.signedCount).integer(counts.voided).integer(counts.excused);
    into.integer(counts.absent).integer(counts.refused).integer(counts.added);
}

entry::CloseSession::Counts unpackCounts(Unpacker& from) {
    entry::CloseSession::Counts counts;
    counts.signedCount = from.integer();
    counts.voided = from.integer();
    counts.excused = from.integer();
    counts.absent = from.integer();
    counts.refused = from.integer();
    counts.added = from.integer();
    return counts;
}

void packDesk(Packer& into, const DeskNumbers& desk) {
    into.fixed(desk.feed).fixed(desk.opening).number(desk.openedAt).maybe(desk.closing).flag(desk.paused);
    into.flag(desk.countsMatch).flag(desk.comparable).number(desk.entries);
    packCounts(into, desk.recomputed);
    into.number(desk.minutesSignedBy.size());
    for (const auto role : desk.minutesSignedBy)
        into.number(static_cast<std::uint64_t>(role));
}

DeskNumbers unpackDesk(Unpacker& from) {
    DeskNumbers desk;
    desk.feed = from.fixed<FeedId>();
    desk.opening = from.fixed<EntryId>();
    desk.openedAt = from.number();
    desk.closing = from.maybe<EntryId>();
    desk.paused = from.flag();
    desk.countsMatch = from.flag();
    desk.comparable = from.flag();
    desk.entries = from.number();
    desk.recomputed = unpackCounts(from);
    for (auto left = from.count(); left > 0; --left)
        desk.minutesSignedBy.push_back(static_cast<entry::Present>(from.number()));
    return desk;
}

/// 1 for the first of `signatures`, 0 for none. The one shown is always among them, and these rows are
/// written in random order, a page each: what they repeat costs twice.
std::uint64_t placeOfShown(const PersonState& state) {
    if (!state.signature)
        return 0;
    const auto at = std::ranges::find(state.signatures, state.signature->entry, &Fact::entry);
    TEKEN_ASSERT(at != state.signatures.end(), "the signature shown is not one of the person's");
    return static_cast<std::uint64_t>(at - state.signatures.begin()) + 1;
}

void packFlags(Packer& into, const PersonState& state) {
    into.flag(state.refusedToo).flag(state.duplicate).flag(state.decisionConflict).flag(state.added);
    into.flag(state.restored).flag(state.matchConflict).flag(state.changeConflict);
}

void unpackFlags(Unpacker& from, PersonState& state) {
    state.refusedToo = from.flag();
    state.duplicate = from.flag();
    state.decisionConflict = from.flag();
    state.added = from.flag();
    state.restored = from.flag();
    state.matchConflict = from.flag();
    state.changeConflict = from.flag();
}

} // namespace

store::FactRow toRow(const EntryFact& fact) {
    store::FactRow row;
    row.no = fact.row;
    row.id = fact.id;
    row.feed = fact.feed;
    row.seq = fact.seq;
    row.prev = fact.prev;
    row.kind = static_cast<std::uint8_t>(fact.kind);
    row.shelved = isShelved(fact.kind);
    row.drive = fact.drive;
    row.session = fact.session;
    row.subject = fact.subject;
    row.wallMs = fact.wallMs;
    row.detail = packDetail(fact);
    row.verdict = static_cast<std::uint8_t>(fact.ruling.verdict);
    row.reach = packReach(fact.ruling);
    return row;
}

Result<EntryFact> toFact(const store::FactRow& row) {
    EntryFact fact;
    fact.row = row.no;
    fact.id = row.id;
    fact.feed = row.feed;
    fact.seq = row.seq;
    fact.prev = row.prev;
    fact.kind = static_cast<Kind>(row.kind);
    fact.drive = row.drive;
    fact.session = row.session;
    fact.subject = row.subject;
    fact.wallMs = row.wallMs;
    fact.ruling.verdict = static_cast<Verdict>(row.verdict);
    if (row.reach) {
        Unpacker from(*row.reach);
        fact.ruling.reach = unpackReach(from);
        fact.ruling.plain = unpackReach(from);
        TEKEN_CHECK(from.finish());
    }
    TEKEN_CHECK(unpackDetail(fact, row.detail));
    return fact;
}

Result<std::vector<EntryFact>> toFacts(const store::LedgerTables::Facts& rows) {
    std::vector<EntryFact> facts;
    facts.reserve(rows.size());
    for (const auto& row : rows) {
        TEKEN_TRY(auto fact, toFact(row));
        facts.push_back(std::move(fact));
    }
    return facts;
}

std::optional<Bytes> packReach(const Ruling& ruling) {
    if (!ruling.reach && !ruling.plain)
        return std::nullopt;
    Packer into;
    packReach(into, ruling.reach);
    packReach(into, ruling.plain);
    return into.take();
}

Bytes pack(const FeedNumbers& feed) {
    if (feed.isEmpty())
        return {};
    Packer into;
    into.maybeNumber(numberOf(feed.role)).maybe(feed.certificate).maybe(feed.drive);
    into.maybeNumber(feed.revokedAfter).number(feed.head.seq).maybe(feed.head.id).maybeNumber(feed.forkedAt);
    into.list(feed.forkedEntries).list(feed.forkDecisions).number(feed.stored).number(feed.waiting);
    into.number(feed.withheld).number(feed.notCounted).flag(feed.straight);
    return into.take();
}

Result<FeedNumbers> toFeed(const store::LedgerTables::FeedRow& row) {
    Unpacker from(row.state);
    FeedNumbers feed;
    feed.feed = row.feed;
    feed.role = enumOf<entry::Role>(from.maybeNumber());
    feed.certificate = from.maybe<EntryId>();
    feed.drive = from.maybe<EntryId>();
    feed.revokedAfter = from.maybeNumber();
    feed.head.seq = from.number();
    feed.head.id = from.maybe<EntryId>();
    feed.forkedAt = from.maybeNumber();
    feed.forkedEntries = from.list<EntryId>();
    feed.forkDecisions = from.list<EntryId>();
    feed.stored = from.number();
    feed.waiting = from.number();
    feed.withheld = from.number();
    feed.notCounted = from.number();
    feed.straight = from.flag();
    TEKEN_CHECK(from.finish());
    return feed;
}

Bytes pack(const PersonVerdict& person) {
    if (person.isEmpty())
        return {};
    const auto& state = person.state;
    Packer into;
    into.number(static_cast<std::uint64_t>(state.status)).number(placeOfShown(state));
    into.number(state.signatures.size());
    for (const auto& fact : state.signatures)
        packFact(into, fact);
    into.maybeNumber(numberOf(state.excuse)).maybe(state.matchedTo).maybeNumber(numberOf(state.left));
    packFlags(into, state);
    into.number(person.conflicts.size());
    for (const auto& conflict : person.conflicts)
        into.number(static_cast<std::uint64_t>(conflict.kind)).list(conflict.entries);
    return into.take();
}

Result<PersonVerdict> toPerson(const store::LedgerTables::PersonRow& row) {
    Unpacker from(row.state);
    PersonVerdict person;
    auto& state = person.state;
    state.person = row.person;
    state.status = static_cast<PersonStatus>(from.number());
    const auto shown = from.number();
    for (auto left = from.count(); left > 0; --left)
        state.signatures.push_back(unpackFact(from));
    if (shown > state.signatures.size())
        return fail(ErrorCode::Corrupt, "ledger.damaged", "a row of the ledger is not as it was written");
    if (shown > 0)
        state.signature = state.signatures[shown - 1];
    state.excuse = enumOf<entry::ExcuseReason>(from.maybeNumber());
    state.matchedTo = from.maybe<PersonId>();
    state.left = enumOf<entry::RosterChangeKind>(from.maybeNumber());
    unpackFlags(from, state);
    for (auto left = from.count(); left > 0; --left) {
        Conflict conflict;
        conflict.kind = static_cast<ConflictKind>(from.number());
        conflict.person = row.person;
        conflict.entries = from.list<EntryId>();
        person.conflicts.push_back(std::move(conflict));
    }
    TEKEN_CHECK(from.finish());
    return person;
}

Bytes pack(const SessionNumbers& session) {
    if (session.isEmpty())
        return {};
    Packer into;
    into.maybe(session.plan).integer(session.signedCount).integer(session.excused).integer(session.absent);
    into.integer(session.refused).integer(session.added).integer(session.voided).number(session.desks.size());
    for (const auto& desk : session.desks)
        packDesk(into, desk);
    return into.take();
}

Result<SessionNumbers> toSession(const store::LedgerTables::SessionRow& row) {
    Unpacker from(row.state);
    SessionNumbers session;
    session.plan = from.maybe<EntryId>();
    session.signedCount = from.integer();
    session.excused = from.integer();
    session.absent = from.integer();
    session.refused = from.integer();
    session.added = from.integer();
    session.voided = from.integer();
    for (auto left = from.count(); left > 0; --left)
        session.desks.push_back(unpackDesk(from));
    TEKEN_CHECK(from.finish());
    return session;
}

} // namespace teken::ledger
