// Facts and states between structs and the rows of store::LedgerTables. Corrupt ("ledger.damaged") for a row
// that was not written here.
#pragma once

#include "core/ledger/feed_numbers.h"
#include "core/ledger/judge_person.h"
#include "core/ledger/judge_session.h"
#include "core/store/ledger_tables.h"

namespace teken::ledger {

[[nodiscard]] store::FactRow toRow(const EntryFact& fact);
[[nodiscard]] Result<EntryFact> toFact(const store::FactRow& row);
[[nodiscard]] Result<std::vector<EntryFact>> toFacts(const store::LedgerTables::Facts& rows);
/// nullopt if the entry reaches nothing.
[[nodiscard]] std::optional<Bytes> packReach(const Ruling& ruling);

/// Empty for a state with nothing in it: the row goes.
[[nodiscard]] Bytes pack(const FeedNumbers& feed);
[[nodiscard]] Bytes pack(const PersonVerdict& person);
[[nodiscard]] Bytes pack(const SessionNumbers& session);

[[nodiscard]] Result<FeedNumbers> toFeed(const store::LedgerTables::FeedRow& row);
[[nodiscard]] Result<PersonVerdict> toPerson(const store::LedgerTables::PersonRow& row);
[[nodiscard]] Result<SessionNumbers> toSession(const store::LedgerTables::SessionRow& row);

} // namespace teken::ledger
