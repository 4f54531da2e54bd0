#include "core/desk/roster_choice.h"

#include "core/entry/payload.h"
#include "core/store/blobs.h"
#include "core/store/entries.h"

#include <deque>
#include <unordered_set>

namespace teken::desk {

namespace {

/// nullopt: the snapshot is not here in full, or does not count.
Result<std::optional<entry::RosterSnapshot>> snapshotOf(const DeskSeams& seams, const EntryId& id) {
    const auto counts = seams.ledger.counts(id);
    if (!counts && counts.error().code != ErrorCode::NotFound)
        return fail(counts.error());
    if (!counts || !*counts)
        return std::nullopt;
    TEKEN_TRY(const auto stored, seams.book.entries().get(id));
    const auto* whole = std::get_if<entry::Entry>(&stored.record);
    if (whole == nullptr)
        return std::nullopt;
    TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
    if (const auto* body = std::get_if<entry::RosterSnapshot>(&payload.body))
        return *body;
    return std::nullopt;
}

/// The heads of the drive's rosters: the one the ledger shows, then those beside it.
Result<std::deque<EntryId>> headsOf(const DeskSeams& seams, const ledger::DriveState& drive) {
    std::deque<EntryId> heads{*drive.roster};
    if (!drive.rosterConflict)
        return heads;
    TEKEN_TRY(const auto conflicts, seams.ledger.conflicts(drive.drive));
    for (const auto& conflict : conflicts)
        if (conflict.kind == ledger::ConflictKind::ConcurrentRosters)
            heads.insert(heads.end(), conflict.entries.begin(), conflict.entries.end());
    return heads;
}

} // namespace

std::string_view slug(RosterLack lack) {
    switch (lack) {
    case RosterLack::Newer:
        return "desk.roster-older";
    case RosterLack::Units:
        return "desk.roster-incomplete";
    case RosterLack::All:
        break;
    }
    return "desk.roster-not-here";
}

Result<RosterChoice> chooseRoster(const DeskSeams& seams, const ledger::DriveState& drive,
                                  const entry::Units& scope) {
    RosterChoice best;
    if (!drive.roster)
        return best;
    best.entry = drive.roster;
    best.lack = RosterLack::All;
    TEKEN_TRY(auto waiting, headsOf(seams, drive));
    std::unordered_set<EntryId> seen;
    for (; !waiting.empty(); waiting.pop_front()) {
        const auto id = waiting.front();
        if (!seen.insert(id).second)
            continue;
        TEKEN_TRY(const auto snapshot, snapshotOf(seams, id));
        if (!snapshot)
            continue;
        if (snapshot->previous)
            waiting.push_back(*snapshot->previous);
        TEKEN_TRY(const auto here, seams.book.blobs().has(snapshot->manifest));
        if (!here)
            continue;
        TEKEN_TRY(auto view, RosterView::load(seams.book, snapshot->manifest, scope));
        const bool newest = id == *drive.roster;
        const bool whole = view.missingUnits().empty();
        if (whole && newest)
            return RosterChoice{std::move(view), id, std::nullopt};
        // A former roster that knows nobody of this scope is whole and of no use.
        if (whole && !view.snapshot().people.empty())
            return RosterChoice{std::move(view), id, RosterLack::Newer};
        const auto people = view.snapshot().people.size();
        if (people > best.view.snapshot().people.size())
            best = RosterChoice{std::move(view), id, RosterLack::Units};
        else if (newest) // names of units at least
            best = RosterChoice{std::move(view), id, RosterLack::All};
    }
    return best;
}

} // namespace teken::desk
