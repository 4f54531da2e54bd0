// Which of several entries on one subject still stand (RULES.md section 7).
#pragma once

#include "core/ledger/fact.h"

#include <vector>

namespace teken::ledger {

using FactRefs = std::vector<const EntryFact*>;

/// Of counting facts on one subject, those that no other of them supersedes, by id.
[[nodiscard]] FactRefs standing(const FactRefs& onSubject);

/// The ids, sorted.
[[nodiscard]] std::vector<EntryId> idsOf(const FactRefs& facts);

} // namespace teken::ledger
