// Drives, texts, officers, sessions and decisions of the personnel office. Rosters: admin_roster.cpp.
#include "core/desk/admin_desk.h"

#include "core/crypto/hash.h"
#include "core/domain/roster.h"
#include "core/store/blobs.h"
#include "core/store/entries.h"
#include "core/store/keyring.h"

#include <algorithm>
#include <unordered_set>

namespace teken::desk {

Result<> checkNewKey(ledger::Ledger& ledger, entry::Role role, const PublicKey& key); // authority_desk.cpp

namespace {

constexpr std::size_t kMostSuperseded = 20; // FORMAT.md section 5.2

std::vector<EntryId> supersededBy(const entry::Body& body) {
    return std::visit(
        [](const auto& one) -> std::vector<EntryId> {
            if constexpr (requires { one.supersedes; })
                return one.supersedes;
            else
                return {};
        },
        body);
}

Result<std::optional<EntryId>> onlyOpenDrive(ledger::Ledger& ledger) {
    TEKEN_TRY(const auto drives, ledger.drives());
    std::optional<EntryId> found;
    for (const auto& drive : drives) {
        if (drive.closed)
            continue;
        if (found)
            return fail(ErrorCode::InvalidInput, "desk.which-drive",
                        "expected the drive to be named, found several open ones");
        found = drive.drive;
    }
    return found;
}

} // namespace

AdminDesk::AdminDesk(const DeskSeams& seams, ledger::FeedState feed, std::optional<EntryId> drive)
    : m_seams(seams), m_writer(seams), m_feed(std::move(feed)), m_drive(drive) {}

Result<AdminDesk> AdminDesk::open(const DeskSeams& seams, std::optional<EntryId> drive) {
    const auto* holder = seams.book.keyring().current();
    if (holder == nullptr)
        return fail(ErrorCode::Locked, "store.locked", "expected an unlocked holder, found none");
    TEKEN_TRY(const auto state, seams.ledger.feed(holder->feed));
    if (!state || !state->role)
        return fail(ErrorCode::Unauthorized, "desk.not-certified",
                    "expected a counting certificate for this key, found none");
    if (*state->role != entry::Role::Admin)
        return fail(ErrorCode::Unauthorized, "desk.wrong-role",
                    "expected an admin's certificate, found " + std::string(entry::roleName(*state->role)));
    if (!drive && state->drive)
        drive = state->drive;
    if (!drive) {
        TEKEN_TRY(drive, onlyOpenDrive(seams.ledger));
    }
    return AdminDesk(seams, *state, drive);
}

Result<ledger::DriveState> AdminDesk::state() const {
    if (!m_drive)
        return fail(ErrorCode::NotFound, "drive.none", "expected an open drive, found none");
    return m_seams.ledger.drive(*m_drive);
}

Result<ledger::DriveState> AdminDesk::openState() const {
    TEKEN_TRY(auto drive, state());
    if (drive.closed)
        return fail(ErrorCode::Conflict, "drive.closed", "expected a running drive, found a closed one");
    return drive;
}

Result<EntryId> AdminDesk::add(entry::Body body, const ledger::Ledger::Also& also) {
    TEKEN_TRY(const auto written, m_writer.append(m_drive, std::move(body), {}, also));
    return written.id;
}

Result<std::vector<EntryId>> AdminDesk::earlier(const std::function<bool(const entry::Body&)>& wanted) const {
    TEKEN_TRY(const auto feeds, m_seams.ledger.feeds());
    std::vector<EntryId> found;
    std::unordered_set<EntryId> superseded;
    for (const auto& feed : feeds) {
        if (feed.role != entry::Role::Admin)
            continue;
        TEKEN_CHECK(m_seams.book.entries().scanFeed(
            feed.feed, 1, entry::kMostInteger, [&](const store::StoredEntry& stored) -> Result<> {
                const auto* whole = std::get_if<entry::Entry>(&stored.record);
                if (whole == nullptr)
                    return {};
                TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
                if (payload.header.drive != m_drive || !wanted(payload.body))
                    return {};
                found.push_back(stored.id);
                for (const auto& id : supersededBy(payload.body))
                    superseded.insert(id);
                return {};
            }));
    }
    // Only the ends of the chain: what they replaced is replaced already.
    std::erase_if(found, [&](const EntryId& id) { return superseded.contains(id); });
    if (found.size() > kMostSuperseded)
        return fail(ErrorCode::Conflict, "desk.too-many-decisions",
                    "expected at most 20 standing decisions on one thing, found " +
                        std::to_string(found.size()));
    return found;
}

Result<EntryId> AdminDesk::openDrive(const entry::OpenDrive& opening) {
    TEKEN_TRY(const auto drives, m_seams.ledger.drives());
    const bool taken = std::any_of(drives.begin(), drives.end(), [&](const ledger::DriveState& one) {
        return !one.closed && one.opening.code == opening.code;
    });
    if (taken) // the same command twice would leave every other machine asking which one is meant
        return fail(ErrorCode::Conflict, "drive.code-taken",
                    "expected a code that no running drive has, found one that has it");
    TEKEN_TRY(const auto written, m_writer.append(std::nullopt, opening));
    m_drive = written.id;
    return written.id;
}

Result<EntryId> AdminDesk::closeDrive(const std::string& note) {
    TEKEN_TRY(const auto drive, openState());
    static_cast<void>(drive);
    return add(entry::CloseDrive{note});
}

Result<entry::LockText> AdminDesk::lockText(const domain::PledgeText& text) {
    TEKEN_TRY(const auto drive, openState());
    TEKEN_TRY(const auto bytes, domain::encodePledgeText(text));
    entry::LockText body;
    body.code = text.code;
    body.version = text.version;
    body.title = text.title;
    body.text = crypto::blobIdOf(bytes);
    for (const auto kind : text.signerKinds)
        body.signerKinds.emplace_back(domain::slug(kind));
    for (const auto& locked : drive.texts) {
        if (locked.code != body.code || locked.version != body.version)
            continue;
        if (locked.text == body.text)
            return body; // locked already, with the same bytes
        return fail(ErrorCode::Conflict, "text.version-locked",
                    "expected a new version number, found one that is locked with other words");
    }
    TEKEN_TRY(const auto id, add(body, [&](store::Transaction& transaction) -> Result<> {
                  TEKEN_TRY(const auto stored, m_seams.book.blobs().put(transaction, bytes));
                  static_cast<void>(stored);
                  return {};
              }));
    static_cast<void>(id);
    return body;
}

// A unit that no roster knows would bind the officer to nobody. Before the first roster nothing can be said.
Result<> AdminDesk::checkUnits(const ledger::DriveState& drive, const entry::Units& units) const {
    if (!drive.manifest || units == entry::Units{"*"})
        return {};
    const auto bytes = m_seams.book.blobs().get(*drive.manifest);
    if (!bytes)
        return bytes.error().code == ErrorCode::NotFound ? Result<>{} : Result<>(fail(bytes.error()));
    TEKEN_TRY(const auto manifest, domain::decodeRosterManifest(*bytes));
    for (const auto& unit : units)
        if (std::none_of(manifest.units.begin(), manifest.units.end(),
                         [&](const auto& known) { return known.unit.code == unit; }))
            return fail(ErrorCode::InvalidInput, "desk.unit-unknown",
                        "expected the code of a unit of the roster, found another", unit);
    return {};
}

Result<SessionId> AdminDesk::planSession(entry::PlanSession plan) {
    TEKEN_TRY(const auto drive, openState());
    TEKEN_CHECK(checkUnits(drive, plan.units));
    if (plan.session.isZero())
        plan.session = m_seams.random.make<SessionId>();
    if (plan.texts.empty())
        for (const auto& text : drive.texts)
            if (plan.texts.size() < 8)
                plan.texts.push_back(text.text);
    const auto session = plan.session;
    TEKEN_TRY(const auto id, add(std::move(plan)));
    static_cast<void>(id);
    return session;
}

Result<EntryId> AdminDesk::certifyOfficer(const EnrolmentRequest& request, const OfficerTerms& terms) {
    TEKEN_TRY(const auto drive, openState());
    TEKEN_CHECK(checkUnits(drive, terms.units));
    if (request.role != entry::Role::Field)
        return fail(ErrorCode::InvalidInput, "desk.not-an-officer",
                    "expected an officer's request, found " + std::string(entry::roleName(request.role)));
    TEKEN_CHECK(checkNewKey(m_seams.ledger, entry::Role::Field, request.key));
    entry::CertifyOfficer body;
    body.key = request.key;
    body.name = request.name;
    body.device = request.device;
    body.units = terms.units;
    body.fromMs = terms.fromMs;
    body.untilMs = terms.untilMs;
    body.recipient = request.recipient;
    body.succeeds = request.succeeds;
    return add(std::move(body));
}

Result<EntryId> AdminDesk::revokeOfficer(const FeedId& feed, entry::Seq lastSeq, entry::RevokeReason reason) {
    TEKEN_TRY(const auto known, m_seams.ledger.feed(feed));
    if (!known)
        return fail(ErrorCode::NotFound, "desk.feed-unknown", "expected a feed of this book, found none");
    return add(entry::RevokeOfficer{feed, lastSeq, reason});
}

Result<EntryId> AdminDesk::match(const PersonId& added, const std::optional<PersonId>& person) {
    TEKEN_TRY(const auto drive, state());
    TEKEN_TRY(const auto known, m_seams.ledger.person(drive.drive, added));
    if (!known.added && !known.matchedTo)
        return fail(ErrorCode::NotFound, "desk.person-unknown",
                    "expected a person added at a table, found none of that id");
    if (person)
        TEKEN_CHECK(checkPerson(*person));
    TEKEN_TRY(auto supersedes, earlier([&](const entry::Body& body) {
                  const auto* one = std::get_if<entry::Match>(&body);
                  return one != nullptr && one->added == added;
              }));
    return add(entry::Match{added, person, std::move(supersedes)});
}

Result<EntryId> AdminDesk::decide(const ledger::Conflict& conflict, const EntryId& chosen,
                                  const std::string& reason) {
    entry::Decide body;
    body.topic = conflict.kind == ledger::ConflictKind::Fork ? entry::DecideTopic::Fork
                                                             : entry::DecideTopic::Duplicate;
    if (body.topic == entry::DecideTopic::Fork) {
        body.feed = conflict.feed;
        body.seq = conflict.seq;
    } else if (conflict.person) {
        body.person = conflict.person;
    } else {
        return fail(ErrorCode::InvalidInput, "desk.not-decidable",
                    "expected a duplicate or a fork, found another conflict");
    }
    body.entries = conflict.entries;
    body.chosen = chosen;
    body.reason = reason;
    if (std::find(body.entries.begin(), body.entries.end(), chosen) == body.entries.end())
        return fail(ErrorCode::InvalidInput, "desk.choice-unknown",
                    "expected one of the conflict's entries, found another");
    TEKEN_TRY(body.supersedes, earlier([&](const entry::Body& other) {
                  const auto* one = std::get_if<entry::Decide>(&other);
                  return one != nullptr && one->topic == body.topic && one->person == body.person &&
                         one->feed == body.feed && one->seq == body.seq;
              }));
    return add(std::move(body));
}

Result<EntryId> AdminDesk::admit(const FeedId& feed, const std::vector<EntryId>& entries,
                                 const std::string& reason) {
    for (const auto& id :
         entries) { // the fold would take an admission in advance; a person means what is here
        TEKEN_TRY(const auto stored, m_seams.book.entries().get(id));
        if (stored.feed != feed)
            return fail(ErrorCode::InvalidInput, "desk.not-of-feed",
                        "expected entries of the feed named, found another's", id.hex());
    }
    return add(entry::Admit{feed, entries, reason});
}

Result<EntryId> AdminDesk::voidEntry(const EntryId& target, entry::VoidReason reason,
                                     const entry::Party& second) {
    TEKEN_TRY(const auto stored, m_seams.book.entries().get(target));
    const auto* whole = std::get_if<entry::Entry>(&stored.record);
    if (whole == nullptr)
        return fail(ErrorCode::NotFound, "desk.withheld", "expected a whole entry, found a withheld one");
    TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
    const auto session = entry::sessionOf(payload.body);
    if (!session)
        return fail(ErrorCode::InvalidInput, "signing.void-kind",
                    "expected a signature or status of a session, found " +
                        std::string(entry::kindName(payload.body)));
    if (second.name.empty())
        return fail(ErrorCode::InvalidInput, "signing.second-needed",
                    "expected a second person, found nobody");
    return add(entry::Void{*session, target, reason, second});
}

} // namespace teken::desk
