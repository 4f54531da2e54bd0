// Opening, pausing and closing sessions, and what is said about them.
#include "core/desk/officer_desk.h"

#include "core/crypto/hash.h"
#include "core/domain/names.h"
#include "core/entry/joint_reading.h"
#include "core/store/blobs.h"
#include "core/store/entries.h"

#include <algorithm>
#include <unordered_set>

namespace teken::desk {

namespace {

Result<std::optional<entry::PlanSession>> planOf(store::Book& book, const ledger::SessionState& state) {
    if (!state.plan)
        return std::nullopt;
    TEKEN_TRY(const auto stored, book.entries().get(*state.plan));
    const auto* whole = std::get_if<entry::Entry>(&stored.record);
    if (whole == nullptr)
        return std::nullopt;
    TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
    if (const auto* plan = std::get_if<entry::PlanSession>(&payload.body))
        return *plan;
    return std::nullopt;
}

bool names(const entry::Units& units, const std::string& unit) {
    return units == entry::Units{"*"} || std::find(units.begin(), units.end(), unit) != units.end();
}

// A session where only the officer watches proves nothing to anybody else.
Result<> checkWitnesses(const OpenRequest& request, const std::string& officer) {
    if (request.head.name.empty())
        return fail(ErrorCode::InvalidInput, "session.head-missing", "expected a session head, found none");
    if (request.witnesses.empty())
        return fail(ErrorCode::InvalidInput, "session.witness-missing",
                    "expected 1 to 3 witnesses, found none");
    const auto self = domain::foldName(officer);
    const bool another =
        std::any_of(request.witnesses.begin(), request.witnesses.end(), [&](const entry::Party& witness) {
            const auto name = domain::foldName(witness.name);
            return !name.empty() && name != self;
        });
    if (!another)
        return fail(ErrorCode::InvalidInput, "session.officer-only-witness",
                    "expected a witness who is not the officer, found none");
    return {};
}

Result<> checkTexts(store::Book& book, const ledger::DriveState& drive, const std::vector<BlobId>& texts) {
    if (texts.empty())
        return fail(ErrorCode::NotFound, "session.no-text", "expected a locked text, found none");
    for (const auto& text : texts) {
        const bool locked = std::any_of(drive.texts.begin(), drive.texts.end(),
                                        [&](const ledger::TextState& one) { return one.text == text; });
        if (!locked)
            return fail(ErrorCode::InvalidInput, "signing.text-not-locked",
                        "expected a text locked in this drive, found another");
        TEKEN_TRY(const auto here, book.blobs().has(text));
        if (!here)
            return fail(ErrorCode::NotFound, "signing.text-not-here",
                        "expected the text's exact bytes on this machine, found none");
    }
    return {};
}

} // namespace

// At whose table: the person's own unit if the session names it, else the session's first (FORMAT.md
// section 5.3).
std::string OfficerDesk::tableUnit(const entry::OpenSession& opening, const std::string& own) {
    return names(opening.units, own) ? own : opening.units.front();
}

Result<entry::OpenSession> OfficerDesk::openingOf(const EntryId& id) const {
    TEKEN_TRY(const auto stored, m_seams.book.entries().get(id));
    const auto* whole = std::get_if<entry::Entry>(&stored.record);
    if (whole == nullptr)
        return fail(ErrorCode::Corrupt, "session.opening-withheld",
                    "expected the opening's payload, found none");
    TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
    const auto* opening = std::get_if<entry::OpenSession>(&payload.body);
    if (opening == nullptr || opening->units.empty())
        return fail(ErrorCode::Corrupt, "session.opening-kind", "expected an opening, found another kind");
    return *opening;
}

// The snapshot the table works with, which a newer one may outrun (FORMAT.md section 5.3).
Result<EntryId> OfficerDesk::rosterFor(const entry::Units& units) const {
    const auto used = m_people.rosterEntry();
    if (!used)
        return fail(ErrorCode::NotFound, "drive.no-roster", "expected a roster in this drive, found none");
    if (const auto lack = m_people.lack(units); lack && *lack != RosterLack::Newer)
        return fail(ErrorCode::NotFound, std::string(slug(*lack)),
                    "expected the people of the session's units here, found them missing");
    return *used;
}

Result<SessionId> OfficerDesk::openSession(const OpenRequest& request) {
    TEKEN_TRY(const auto drive, m_seams.ledger.drive(m_drive));
    if (drive.closed)
        return fail(ErrorCode::Conflict, "drive.closed", "expected a running drive, found a closed one");
    if (!drive.roster)
        return fail(ErrorCode::NotFound, "drive.no-roster", "expected a roster in this drive, found none");
    TEKEN_CHECK(checkWitnesses(request, m_feed.name));

    entry::OpenSession body;
    std::optional<entry::PlanSession> plan;
    if (request.session) {
        TEKEN_TRY(const auto known, m_seams.ledger.session(m_drive, *request.session));
        if (known) {
            for (const auto& desk : known->desks)
                if (desk.feed == m_feed.feed)
                    return fail(ErrorCode::Conflict, "session.open-here",
                                "expected a session not opened here before, found one that was");
            if (known->phase >= ledger::SessionPhase::Closed)
                return fail(ErrorCode::Conflict, "session.closed",
                            "expected an open session, found a closed one");
            TEKEN_TRY(plan, planOf(m_seams.book, *known));
            body.plan = known->plan;
            body.parent = known->parent;
            body.title = known->title;
            body.place = known->place;
            body.units = known->units;
        }
    }
    body.session = request.session ? *request.session : m_seams.random.make<SessionId>();
    if (request.parent)
        body.parent = request.parent;
    if (!request.title.empty())
        body.title = request.title;
    if (!request.place.empty())
        body.place = request.place;
    if (!request.units.empty())
        body.units = request.units;
    TEKEN_TRY(body.roster, rosterFor(body.units));
    body.texts = !request.texts.empty() ? request.texts : plan ? plan->texts : std::vector<BlobId>{};
    if (body.texts.empty())
        for (const auto& text : drive.texts)
            if (body.texts.size() < 8)
                body.texts.push_back(text.text);
    body.head = request.head;
    body.witnesses = request.witnesses;
    body.desk = request.desk.empty() ? m_feed.device.substr(0, 40) : request.desk;

    if (body.units.empty())
        return fail(ErrorCode::InvalidInput, "session.unit-missing",
                    "expected at least one unit, found none");
    // By name, as the fold judges it: a certificate for a unit says nothing of those below it.
    for (const auto& unit : body.units)
        if (!names(m_feed.units, unit))
            return fail(ErrorCode::Unauthorized, "session.unit-out-of-scope",
                        "expected units of the officer's certificate, found another");
    TEKEN_CHECK(checkTexts(m_seams.book, drive, body.texts));
    const auto title = body.title;
    const auto place = body.place;
    const auto session = body.session;
    TEKEN_TRY(const auto written, add(std::move(body)));
    static_cast<void>(written);
    m_people.noteSession(session, title, place);
    return session;
}

Result<EntryId> OfficerDesk::pause(const SessionId& session, entry::PauseReason reason) {
    TEKEN_TRY(const auto desk, ownDesk(session));
    static_cast<void>(desk);
    TEKEN_TRY(const auto written, add(entry::Pause{session, reason}));
    return written.id;
}

Result<EntryId> OfficerDesk::resume(const SessionId& session) {
    TEKEN_TRY(const auto desk, ownDesk(session, true));
    if (!desk.paused)
        return fail(ErrorCode::Conflict, "session.not-paused",
                    "expected a paused session, found a running one");
    TEKEN_TRY(const auto written, add(entry::Resume{session}));
    return written.id;
}

Result<EntryId> OfficerDesk::note(const SessionId& session, entry::NoteTopic topic, const std::string& text,
                                  std::optional<std::int64_t> atMs) {
    TEKEN_TRY(const auto desk, ownDesk(session, true));
    static_cast<void>(desk);
    TEKEN_TRY(const auto written, add(entry::Note{session, topic, text, atMs}));
    return written.id;
}

Result<EntryId> OfficerDesk::jointReading(const SessionId& session, const std::vector<BlobId>& texts) {
    TEKEN_TRY(const auto desk, ownDesk(session, true));
    TEKEN_TRY(const auto opening, openingOf(desk.opening));
    for (const auto& text : texts)
        if (std::find(opening.texts.begin(), opening.texts.end(), text) == opening.texts.end())
            return fail(ErrorCode::NotFound, "session.no-text",
                        "expected a text of this session, found another");
    const bool all = std::all_of(opening.texts.begin(), opening.texts.end(), [&](const BlobId& text) {
        return std::find(texts.begin(), texts.end(), text) != texts.end();
    });
    const entry::Note noted{session, entry::NoteTopic::JointReading,
                            all ? std::string() : entry::jointReadingWords(texts),
                            m_seams.clock.now().time_since_epoch().count()};
    TEKEN_TRY(const auto written, add(noted));
    m_readings[session].push_back(noted);
    return written.id;
}

std::optional<std::int64_t> OfficerDesk::readJointlyMs(const SessionId& session, const BlobId& text) const {
    const auto readings = m_readings.find(session);
    if (readings == m_readings.end())
        return std::nullopt;
    const auto last =
        std::find_if(readings->second.rbegin(), readings->second.rend(),
                     [&](const entry::Note& note) { return entry::wasReadJointly(note, text); });
    return last == readings->second.rend() ? std::nullopt : last->atMs;
}

Result<EntryId> OfficerDesk::attach(const SessionId& session, std::optional<EntryId> about, ByteView content,
                                    const std::string& media, const std::string& title) {
    TEKEN_TRY(const auto desk, ownDesk(session, true));
    static_cast<void>(desk);
    if (content.empty() || content.size() > store::kMostBlobBytes)
        return fail(ErrorCode::InvalidInput, "session.attachment-size",
                    "expected 1 byte to 64 MiB, found " + std::to_string(content.size()));
    entry::Attach body{
        session, about, crypto::blobIdOf(content), media, static_cast<std::int64_t>(content.size()), title};
    TEKEN_TRY(const auto written, add(std::move(body), {}, [&](store::Transaction& transaction) -> Result<> {
                  TEKEN_TRY(const auto stored, m_seams.book.blobs().put(transaction, content));
                  static_cast<void>(stored);
                  return {};
              }));
    return written.id;
}

// FORMAT.md section 5.3: this feed's entries of the session, from its opening on, without what it voided
// itself.
Result<entry::CloseSession> OfficerDesk::countOwn(const SessionId& session, const EntryId& opening) const {
    entry::CloseSession body;
    body.session = session;
    body.opening = opening;
    std::unordered_set<EntryId> voided;
    std::vector<std::pair<EntryId, entry::Body>> own;
    bool opened = false;
    TEKEN_CHECK(m_seams.book.entries().scanFeed(
        m_feed.feed, 1, entry::kMostInteger, [&](const store::StoredEntry& stored) -> Result<> {
            opened = opened || stored.id == opening;
            const auto* whole = std::get_if<entry::Entry>(&stored.record);
            if (!opened || whole == nullptr)
                return {};
            TEKEN_TRY(auto payload, entry::decodePayload(whole->payload));
            if (const auto* one = std::get_if<entry::Void>(&payload.body))
                voided.insert(one->target);
            if (entry::sessionOf(payload.body) == session)
                own.emplace_back(stored.id, std::move(payload.body));
            return {};
        }));
    body.entries = static_cast<std::int64_t>(own.size());
    for (const auto& [id, one] : own) {
        if (std::holds_alternative<entry::Void>(one))
            ++body.counts.voided;
        if (voided.contains(id))
            continue;
        if (std::holds_alternative<entry::Sign>(one))
            ++body.counts.signedCount;
        else if (std::holds_alternative<entry::Excuse>(one))
            ++body.counts.excused;
        else if (std::holds_alternative<entry::Refuse>(one))
            ++body.counts.refused;
        else if (std::holds_alternative<entry::AddPerson>(one))
            ++body.counts.added;
        else if (const auto* absent = std::get_if<entry::Absent>(&one))
            body.counts.absent += static_cast<std::int64_t>(absent->persons.size());
    }
    return body;
}

Result<ClosedSession> OfficerDesk::closeSession(const SessionId& session) {
    TEKEN_TRY(const auto desk, ownDesk(session, true));
    TEKEN_TRY(const auto waiting, m_strokes.all());
    const bool unfinished = std::any_of(waiting.begin(), waiting.end(),
                                        [&](const UnfinishedInk& one) { return one.session == session; });
    if (unfinished)
        return fail(ErrorCode::Conflict, "session.ink-unfinished",
                    "expected every stroke saved or cleared, found some waiting");
    TEKEN_TRY(const auto body, countOwn(session, desk.opening));
    // The ledger counts the same set by itself; if the two disagree, nothing may be closed over it.
    if (!(body.counts == desk.recomputed))
        return fail(ErrorCode::Internal, "session.counts-differ",
                    "expected the counts of the ledger, found others");
    TEKEN_TRY(const auto written, add(body));
    return ClosedSession{written.id, entry::closeCode(written.id), body.entries, body.counts};
}

Result<EntryId> OfficerDesk::signMinutes(const SessionId& session, entry::Present role,
                                         const std::string& name, const domain::InkStrokes& ink) {
    TEKEN_TRY(const auto state, m_seams.ledger.session(m_drive, session));
    if (!state)
        return fail(ErrorCode::NotFound, "session.unknown", "expected a known session, found none");
    for (const auto& desk : state->desks) {
        if (desk.feed != m_feed.feed)
            continue;
        if (!desk.closing)
            return fail(ErrorCode::Conflict, "session.not-closed",
                        "expected a closed desk, found an open one");
        if (std::find(desk.minutesSignedBy.begin(), desk.minutesSignedBy.end(), role) !=
            desk.minutesSignedBy.end())
            return fail(ErrorCode::Conflict, "session.minutes-signed",
                        "expected a role that has not signed the minutes, found one that has");
        if (const auto shortage = domain::inkShortage(ink))
            return fail(ErrorCode::InvalidInput, std::string(domain::slug(*shortage)),
                        "expected enough ink, found too little");
        TEKEN_TRY(const auto thinned, domain::compactInk(ink));
        TEKEN_TRY(auto bytes, domain::encodeInk(thinned));
        const auto hash = crypto::sha256(bytes);
        TEKEN_TRY(const auto written,
                  add(entry::SignMinutes{session, *desk.closing, role, name, hash}, std::move(bytes)));
        return written.id;
    }
    return fail(ErrorCode::NotFound, "session.no-desk", "expected a desk of this laptop, found none");
}

} // namespace teken::desk
