// Which roster a desk works with. The ledger names the newest as soon as its entry is here; its blobs follow,
// and a line may break in between. A list that is here and whole is worth more at a table than a newer one
// that is not.
#pragma once

#include "core/desk/desk_seams.h"
#include "core/desk/roster_view.h"

namespace teken::desk {

/// What is wanting of the drive's newest roster on this machine.
enum class RosterLack {
    Newer, ///< its blobs are not all here: a former roster, whole, stands in
    Units, ///< no roster is whole here: units without people are named in RosterView::missingUnits()
    All,   ///< nobody of the scope is here
};
/// Reason by which people find the words: "desk.roster-older", "desk.roster-incomplete",
/// "desk.roster-not-here".
[[nodiscard]] std::string_view slug(RosterLack lack);

struct RosterChoice {
    RosterView view;
    std::optional<EntryId> entry;   ///< the snapshot of `view`; nullopt: a drive without roster
    std::optional<RosterLack> lack; ///< nullopt: nothing is wanting
};

/// Missing blobs are never an error. VerificationFailed, Locked.
[[nodiscard]] Result<RosterChoice> chooseRoster(const DeskSeams& seams, const ledger::DriveState& drive,
                                                const entry::Units& scope);

} // namespace teken::desk
