// The state as text, one fact a line: for comparing states, not for reading by machines.
#pragma once

#include "core/ledger/feed_numbers.h"
#include "core/ledger/judge_drive.h"
#include "core/ledger/judge_person.h"
#include "core/ledger/judge_session.h"
#include "core/store/ledger_tables.h"

#include <string>
#include <vector>

namespace teken::ledger {

using Counters = store::LedgerTables::Counters;

/// What one person adds to the counters of the drive.
[[nodiscard]] Counters countersOf(const PersonVerdict& person);

[[nodiscard]] std::string lineOf(const EntryFact& fact);
[[nodiscard]] std::string lineOf(const FeedNumbers& feed);
[[nodiscard]] std::string lineOf(const EntryId& drive, const PersonVerdict& person);
[[nodiscard]] std::string lineOf(const EntryId& drive, const SessionId& session,
                                 const SessionNumbers& numbers);
[[nodiscard]] std::string lineOf(const EntryId& drive, const DriveVerdict& verdict);
[[nodiscard]] std::string lineOf(const EntryId& drive, const Counters& counters);

/// Sorted, each line ended.
[[nodiscard]] std::string joinLines(std::vector<std::string> lines);

} // namespace teken::ledger
