// What the reading of a roster file found, for the admin's terminal and for machines: rows with problems,
// rows passed over, who joined, left, moved and changed, and who may be whom.
#pragma once

#include "app/tekenctl/context.h"
#include "core/desk/admin_desk.h"

#include <nlohmann/json_fwd.hpp>

namespace teken::ctl {

/// `most`: so many people of each change are named; 0 names nobody. Counts are always whole.
void printRosterReading(const Context& context, const desk::RosterProposal& proposal, std::size_t most);

/// Everything above, whole: "counts", "changes", "changed_people", "problems", "skipped", "identities".
[[nodiscard]] nlohmann::json rosterReading(const desk::RosterProposal& proposal);

/// A list that is a part of the roster would take everybody else off it. Refuses "roster.many-left" when more
/// than ten people and a tenth of the present roster would leave, unless the caller named exactly that
/// number.
[[nodiscard]] Result<> checkLeft(const desk::RosterProposal& proposal, std::optional<std::uint64_t> agreed);

} // namespace teken::ctl
