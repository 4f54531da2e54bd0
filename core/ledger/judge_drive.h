// What a drive's few entries by admins say (RULES.md section 11). Pure.
#pragma once

#include "core/ledger/state.h"
#include "core/ledger/supersede.h"

#include <optional>
#include <vector>

namespace teken::ledger {

/// Kinds that are looked up by drive and kind.
[[nodiscard]] bool isShelved(Kind kind);

struct DriveVerdict {
    bool open = false; ///< the opening entry counts
    bool closed = false;
    std::vector<EntryId> texts; ///< sorted
    std::optional<EntryId> roster;
    std::vector<EntryId> rosterConflict; ///< concurrent snapshots, sorted; empty if there is one or none
    friend bool operator==(const DriveVerdict&, const DriveVerdict&) = default;
    [[nodiscard]] bool isEmpty() const { return *this == DriveVerdict{}; }
};

/// `facts`: counting ones of one drive, of shelved kinds.
[[nodiscard]] DriveVerdict judgeDrive(const FactRefs& facts);

} // namespace teken::ledger
