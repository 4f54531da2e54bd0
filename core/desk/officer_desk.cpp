// Opening the desk, its lists, and coming back after a crash.
#include "core/desk/officer_desk.h"

#include "core/desk/enrolment.h"
#include "core/store/acks.h"
#include "core/store/anchor.h"
#include "core/store/blobs.h"
#include "core/store/entries.h"
#include "core/store/journal.h"
#include "core/store/keyring.h"
#include "core/store/receipts.h"

#include <algorithm>

namespace teken::desk {

namespace {

std::string runKey(const FeedId& feed) {
    return "desk.run." + feed.hex().substr(0, 16);
}

// A session of a unit inside the officer's scope, or of one that holds it.
bool overlaps(const RosterView& roster, const entry::Units& scope, const entry::Units& units) {
    return std::any_of(units.begin(), units.end(), [&](const std::string& unit) {
        return unit == "*" || roster.covers(scope, unit) ||
               std::any_of(scope.begin(), scope.end(),
                           [&](const std::string& own) { return roster.covers({unit}, own); });
    });
}

} // namespace

OfficerDesk::OfficerDesk(const DeskSeams& seams)
    : m_seams(seams), m_writer(seams), m_people(seams), m_strokes(seams) {}

Result<std::unique_ptr<OfficerDesk>> OfficerDesk::open(const DeskSeams& seams) {
    std::unique_ptr<OfficerDesk> desk(new OfficerDesk(seams));
    TEKEN_CHECK(desk->refresh());
    TEKEN_CHECK(desk->succeedIfNeeded());
    return desk;
}

Result<> OfficerDesk::refresh() {
    TEKEN_TRY(const auto own, m_writer.feed());
    TEKEN_TRY(const auto state, m_seams.ledger.feed(own));
    if (!state || !state->role)
        return fail(ErrorCode::Unauthorized, "desk.not-certified",
                    "expected a counting certificate for this key, found none");
    if (*state->role != entry::Role::Field || !state->drive)
        return fail(ErrorCode::Unauthorized, "desk.wrong-role",
                    "expected a field officer's certificate, found " +
                        std::string(entry::roleName(*state->role)));
    m_feed = *state;
    m_drive = *state->drive;
    TEKEN_CHECK(m_people.load(m_drive, m_feed.units));
    // A key of the centre that came or went with the news. If it cannot be written now, the next refresh
    // does.
    static_cast<void>(refreshRecovery(m_seams.book, m_seams.ledger).has_value());
    m_readings.clear();
    if (m_feed.stored == 0)
        return {};
    return m_seams.book.entries().scanFeed(
        own, 1, entry::kMostInteger, [this](const store::StoredEntry& stored) -> Result<> {
            const auto* whole = std::get_if<entry::Entry>(&stored.record);
            if (whole == nullptr ||
                textOf(whole->payload).find("\"joint-reading\"") == std::string_view::npos)
                return {};
            TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
            const auto* note = std::get_if<entry::Note>(&payload.body);
            if (note == nullptr || note->topic != entry::NoteTopic::JointReading)
                return {};
            auto& kept = m_readings[note->session].emplace_back(*note);
            kept.atMs = note->atMs.value_or(payload.header.wallMs);
            return {};
        });
}

// The head named is the highest number known of the old feed: the anchor's, if the database is behind it.
Result<> OfficerDesk::succeedIfNeeded() {
    TEKEN_TRY(const auto head, m_writer.head());
    if (head.seq != 0 || !m_feed.certificate || m_feed.revokedAfter)
        return {};
    TEKEN_TRY(const auto stored, m_seams.book.entries().get(*m_feed.certificate));
    const auto* whole = std::get_if<entry::Entry>(&stored.record);
    if (whole == nullptr)
        return {};
    TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
    const auto* certificate = std::get_if<entry::CertifyOfficer>(&payload.body);
    if (certificate == nullptr || !certificate->succeeds)
        return {};
    entry::Succeed body;
    body.feed = *certificate->succeeds;
    TEKEN_TRY(const auto summary, m_seams.book.entries().feed(body.feed));
    if (summary) {
        body.seq = summary->head.seq;
        body.head = summary->head.id;
    }
    TEKEN_TRY(const auto noted, store::Anchor(m_seams.book.file(), body.feed).read());
    if (noted.seq > body.seq) {
        body.seq = noted.seq;
        body.head = noted.id;
        body.reason = entry::SucceedReason::Restored;
    }
    TEKEN_TRY(const auto written, m_writer.append(m_drive, body));
    static_cast<void>(written);
    return {};
}

Result<Resumption> OfficerDesk::beginRun() {
    Resumption found;
    TEKEN_TRY(const auto own, m_writer.feed());
    TEKEN_TRY(const auto marker, m_seams.book.journal().get(runKey(own)));
    found.afterCrash = marker.has_value();
    TEKEN_TRY(found.unfinished, m_strokes.all());
    TEKEN_TRY(const auto newest, listQueue(m_seams.book, {}, 1));
    if (!newest.empty())
        found.lastSignMs = newest.front().wallMs;

    TEKEN_TRY(const auto all, m_seams.ledger.sessions(m_drive));
    std::int64_t newestStart = -1;
    for (const auto& session : all)
        for (const auto& desk : session.desks)
            if (desk.feed == own && !desk.closing && session.startMs > newestStart) {
                newestStart = session.startMs;
                found.active = session.session;
                found.safeSignatures = static_cast<std::uint64_t>(desk.recomputed.signedCount);
            }
    const auto now = std::to_string(m_seams.clock.now().time_since_epoch().count());
    TEKEN_CHECK(m_seams.book.write([&](store::Transaction& transaction) {
        return m_seams.book.journal().put(transaction, runKey(own), view(now));
    }));
    return found;
}

Result<> OfficerDesk::endRun() {
    TEKEN_TRY(const auto own, m_writer.feed());
    return m_seams.book.write([&](store::Transaction& transaction) {
        return m_seams.book.journal().remove(transaction, runKey(own));
    });
}

Result<SessionCard> OfficerDesk::cardOf(ledger::SessionState state) const {
    SessionCard card;
    for (const auto& unit : state.units) {
        const auto* known = m_people.roster().unit(unit);
        card.unitName += (card.unitName.empty() ? "" : ", ") + (known != nullptr ? known->name : unit);
    }
    for (const auto& desk : state.desks)
        if (desk.feed == m_feed.feed)
            card.own = desk;
    card.openHere = card.own && !card.own->closing;
    card.counts = m_people.counts(state.units, state.session);
    if (card.own) {
        TEKEN_TRY(const auto ack, m_seams.book.acks().latest(m_feed.feed));
        TEKEN_TRY(card.waiting, waitingOf(state.session, ack ? ack->seq : 0));
    }
    card.state = std::move(state);
    return card;
}

/// Entries of a session that are not received: not acknowledged, or not in a log although one counts.
Result<std::uint64_t> OfficerDesk::waitingOf(const SessionId& session, entry::Seq acknowledged) const {
    std::uint64_t found = 0;
    // Not the parent of a follow-up session, which is named as well.
    const auto wanted = "\"session\":\"" + session.hex() + '"';
    auto& book = m_seams.book;
    TEKEN_TRY(const auto logs, ledger::logsOf(book));
    entry::Seq received = acknowledged;
    if (!logs.empty()) {
        TEKEN_TRY(const auto whole, book.receipts().wholeUpTo(m_feed.feed, logs));
        received = std::min(received, whole);
    }
    TEKEN_CHECK(book.entries().scanFeed(
        m_feed.feed, received + 1, entry::kMostInteger, [&](const store::StoredEntry& stored) -> Result<> {
            const auto* whole = std::get_if<entry::Entry>(&stored.record);
            if (whole == nullptr || textOf(whole->payload).find(wanted) == std::string_view::npos)
                return {};
            TEKEN_TRY(const bool inLog, isInLog(book, stored.id, logs));
            found += stored.seq > acknowledged || !inLog ? 1 : 0;
            return {};
        }));
    return found;
}

Result<std::vector<SessionCard>> OfficerDesk::sessions() const {
    TEKEN_TRY(auto all, m_seams.ledger.sessions(m_drive));
    std::vector<SessionCard> cards;
    for (auto& state : all) {
        const bool mine =
            std::any_of(state.desks.begin(), state.desks.end(),
                        [&](const ledger::DeskState& desk) { return desk.feed == m_feed.feed; });
        if (!mine && !overlaps(m_people.roster(), m_feed.units, state.units))
            continue;
        TEKEN_TRY(auto card, cardOf(std::move(state)));
        cards.push_back(std::move(card));
    }
    // What is under way first, then what comes next, then what is done.
    std::stable_sort(cards.begin(), cards.end(), [](const SessionCard& a, const SessionCard& b) {
        const auto rank = [](const SessionCard& card) {
            return card.openHere ? 0 : card.state.phase <= ledger::SessionPhase::Paused ? 1 : 2;
        };
        return std::pair(rank(a), a.state.startMs) < std::pair(rank(b), b.state.startMs);
    });
    return cards;
}

Result<SessionCard> OfficerDesk::session(const SessionId& session) const {
    TEKEN_TRY(auto state, m_seams.ledger.session(m_drive, session));
    if (!state)
        return fail(ErrorCode::NotFound, "session.unknown", "expected a session of this drive, found none");
    return cardOf(std::move(*state));
}

Result<ledger::DriveState> OfficerDesk::driveState() const {
    return m_seams.ledger.drive(m_drive);
}

Result<domain::PledgeText> OfficerDesk::text(const BlobId& text) const {
    TEKEN_TRY(const auto bytes, m_seams.book.blobs().get(text));
    return domain::decodePledgeText(bytes);
}

Result<> OfficerDesk::keepStrokes(const SessionId& session, const PersonId& person,
                                  const domain::InkStrokes& strokes) {
    return m_strokes.put(session, person, strokes);
}

Result<std::vector<QueueItem>> OfficerDesk::queue(const std::vector<QueueState>& only,
                                                  std::size_t limit) const {
    return listQueue(m_seams.book, only, limit);
}

Result<QueueCounts> OfficerDesk::queueCounts() const {
    return desk::queueCounts(m_seams.book);
}

Result<entry::VerifiedEntry> OfficerDesk::add(entry::Body body, Bytes ink, const ledger::Ledger::Also& also) {
    return m_writer.append(m_drive, std::move(body), std::move(ink), also);
}

Result<ledger::DeskState> OfficerDesk::deskToWrite(const SessionId& session, bool mayBePaused) {
    TEKEN_CHECK(m_people.catchUp());
    return ownDesk(session, mayBePaused);
}

Result<ledger::DeskState> OfficerDesk::ownDesk(const SessionId& session, bool mayBePaused) const {
    TEKEN_TRY(const auto state, m_seams.ledger.session(m_drive, session));
    if (!state)
        return fail(ErrorCode::NotFound, "session.unknown", "expected a session of this drive, found none");
    const auto own = std::find_if(state->desks.begin(), state->desks.end(),
                                  [&](const ledger::DeskState& desk) { return desk.feed == m_feed.feed; });
    if (own == state->desks.end())
        return fail(ErrorCode::NotFound, "session.no-desk", "expected a desk of this laptop, found none");
    if (own->closing)
        return fail(ErrorCode::Conflict, "session.closed", "expected an open desk, found a closed one");
    if (own->paused && !mayBePaused)
        return fail(ErrorCode::Locked, "session.paused", "expected a running session, found a paused one");
    return *own;
}

} // namespace teken::desk
