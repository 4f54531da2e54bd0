#include "core/ledger/judge_drive.h"

#include <algorithm>

namespace teken::ledger {

bool isShelved(Kind kind) {
    switch (kind) {
    case Kind::Certify:
    case Kind::OpenDrive:
    case Kind::LockText:
    case Kind::RosterSnapshot:
    case Kind::CloseDrive:
        return true;
    default:
        return false;
    }
}

DriveVerdict judgeDrive(const FactRefs& facts) {
    DriveVerdict verdict;
    FactRefs snapshots;
    for (const auto* fact : facts) {
        verdict.open = verdict.open || fact->kind == Kind::OpenDrive;
        verdict.closed = verdict.closed || fact->kind == Kind::CloseDrive;
        if (fact->kind == Kind::LockText)
            verdict.texts.push_back(fact->id);
        if (fact->kind == Kind::RosterSnapshot)
            snapshots.push_back(fact);
    }
    std::sort(verdict.texts.begin(), verdict.texts.end());
    const auto left = standing(snapshots);
    if (!left.empty())
        verdict.roster = left.front()->id;
    if (left.size() > 1)
        verdict.rosterConflict = idsOf(left);
    return verdict;
}

} // namespace teken::ledger
