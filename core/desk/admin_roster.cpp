// Rosters: read, looked at, then accepted.
#include "core/desk/admin_desk.h"

#include "core/domain/roster_diff.h"
#include "core/entry/payload.h"
#include "core/store/blobs.h"
#include "core/store/entries.h"

#include <algorithm>
#include <unordered_set>

namespace teken::desk {

namespace {

constexpr int kMostOlderRosters = 50; ///< years of weekly lists; beyond them somebody is new again

Result<entry::RosterSnapshot> rosterEntry(store::Book& book, const EntryId& id) {
    TEKEN_TRY(const auto stored, book.entries().get(id));
    const auto* whole = std::get_if<entry::Entry>(&stored.record);
    if (whole == nullptr)
        return fail(ErrorCode::NotFound, "desk.withheld", "expected a whole entry, found a withheld one");
    TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
    if (const auto* body = std::get_if<entry::RosterSnapshot>(&payload.body))
        return *body;
    return fail(ErrorCode::InvalidInput, "desk.not-of-feed", "expected a roster's entry, found another");
}

Result<domain::RosterSnapshot> rosterOf(store::Book& book, const BlobId& manifestId) {
    TEKEN_TRY(const auto bytes, book.blobs().get(manifestId));
    TEKEN_TRY(const auto manifest, domain::decodeRosterManifest(bytes));
    return domain::readRoster(manifest, [&](const BlobId& id) { return book.blobs().get(id); });
}

bool somebodyIsNew(const domain::RosterSnapshot& before, const domain::RosterSnapshot& after) {
    std::unordered_set<PersonId> known;
    for (const auto& person : before.people)
        known.insert(person.id);
    return std::ranges::any_of(after.people, [&](const auto& person) { return !known.contains(person.id); });
}

} // namespace

Result<domain::RosterSnapshot> AdminDesk::presentRoster() const {
    TEKEN_TRY(const auto drive, state());
    if (!drive.manifest)
        return fail(ErrorCode::NotFound, "drive.no-roster", "expected a roster in this drive, found none");
    return rosterOf(m_seams.book, *drive.manifest);
}

Result<RosterProposal> AdminDesk::readRoster(ByteView csv, const RosterImportRequest& request) const {
    TEKEN_TRY(const auto drive, openState());
    TEKEN_ASSERT(request.units != nullptr, "an import needs the list of units");
    RosterProposal proposal;
    proposal.previous = drive.roster;
    auto options = request.options;
    if (drive.roster) {
        TEKEN_TRY(proposal.before, presentRoster());
        options.previous = &proposal.before;
    }
    TEKEN_TRY(auto outcome, domain::importRosterCsv(csv, *request.units, options, m_seams.random));
    proposal.report = std::move(outcome.report);
    proposal.snapshot = std::move(outcome.snapshot);
    if (drive.roster)
        carryReturned(*drive.roster, proposal);
    proposal.diff = domain::diffRosters(proposal.before, proposal.snapshot);
    return proposal;
}

// Back through the rosters this one replaced. One that is no longer here ends the search: it is a help, no
// rule.
void AdminDesk::carryReturned(const EntryId& present, RosterProposal& proposal) const {
    if (!somebodyIsNew(proposal.before, proposal.snapshot))
        return;
    auto at = std::optional(present);
    for (int steps = 0; at && steps < kMostOlderRosters; ++steps) {
        const auto body = rosterEntry(m_seams.book, *at);
        if (!body)
            return;
        if (*at != present) {
            const auto older = rosterOf(m_seams.book, body->manifest);
            if (!older)
                return;
            domain::carryReturned(*older, proposal.before, proposal.snapshot);
        }
        at = body->previous;
    }
}

Result<AdminDesk::ImportedRoster> AdminDesk::acceptRoster(const RosterProposal& proposal) {
    TEKEN_TRY(const auto drive, openState());
    if (drive.roster != proposal.previous)
        return fail(ErrorCode::Conflict, "roster.changed-meanwhile",
                    "expected the roster the proposal was made against, found a newer one");
    if (proposal.snapshot.people.empty()) // an empty roster would take everybody off the lists
        return fail(ErrorCode::InvalidInput, "roster.no-good-row",
                    "expected at least one row that can go in, found none");
    TEKEN_TRY(const auto encoded, domain::encodeRoster(proposal.snapshot));
    const auto& counts = proposal.report.counts;
    const auto number = [](std::uint64_t value) { return static_cast<std::int64_t>(value); };
    using What = domain::RosterChange::What;
    entry::RosterSnapshot body;
    body.date = domain::isoDate(proposal.snapshot.date);
    body.manifest = encoded.manifestId;
    body.source = proposal.report.file;
    body.rows = {number(counts.read), number(counts.accepted), number(counts.withWarnings),
                 number(counts.refused), number(counts.skipped + counts.blank)};
    body.persons = number(proposal.snapshot.people.size());
    body.units = number(proposal.snapshot.units.size());
    body.previous = proposal.previous;
    if (proposal.previous)
        body.changes = {number(proposal.diff.count(What::Joined)), number(proposal.diff.count(What::Left)),
                        number(proposal.diff.count(What::Moved)), number(proposal.diff.count(What::Changed))};
    TEKEN_TRY(const auto id, add(body, [&](store::Transaction& transaction) -> Result<> {
                  for (const auto& unit : encoded.units) {
                      TEKEN_TRY(const auto stored, m_seams.book.blobs().put(transaction, unit.bytes));
                      static_cast<void>(stored);
                  }
                  TEKEN_TRY(const auto stored, m_seams.book.blobs().put(transaction, encoded.manifest));
                  static_cast<void>(stored);
                  return {};
              }));
    return ImportedRoster{id, encoded.manifestId, body};
}

Result<EntryId> AdminDesk::changeRoster(const PersonId& person, entry::RosterChangeKind change,
                                        const std::string& effective) {
    TEKEN_CHECK(checkPerson(person));
    TEKEN_TRY(auto supersedes, earlier([&](const entry::Body& body) {
                  const auto* one = std::get_if<entry::RosterChange>(&body);
                  return one != nullptr && one->person == person;
              }));
    return add(entry::RosterChange{person, change, effective, std::move(supersedes)});
}

// A mistyped id would be recorded, and change nobody.
Result<> AdminDesk::checkPerson(const PersonId& person) const {
    TEKEN_TRY(const auto drive, state());
    TEKEN_TRY(const auto known, m_seams.ledger.person(drive.drive, person));
    if (known.added || known.matchedTo || known.status != ledger::PersonStatus::None)
        return {};
    if (drive.roster) {
        TEKEN_TRY(const auto roster, presentRoster());
        if (std::any_of(roster.people.begin(), roster.people.end(),
                        [&](const domain::Person& one) { return one.id == person; }))
            return {};
    }
    return fail(ErrorCode::NotFound, "desk.person-unknown",
                "expected a person of the roster or one added at a table, found neither");
}

} // namespace teken::desk
