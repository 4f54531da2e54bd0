// What the files about one record share of reading a book. Inside this room only.
#pragma once

#include "core/desk/one_record.h"
#include "core/ledger/fact.h"

namespace teken::desk {

[[nodiscard]] tl::unexpected<Error> unknownRecord(); ///< NotFound ("slip.unknown")

/// Verified anew, without its ink. NotFound ("slip.unknown", "slip.erased").
[[nodiscard]] Result<entry::VerifiedEntry> wholeRecord(store::Book& book, const EntryId& id);

/// Facts about a feed or an entry, whether they count or not.
[[nodiscard]] Result<std::vector<ledger::EntryFact>> factsOn(store::Book& book, const Digest& subject);

/// What the certificates, revocations and admissions here say of a record, whether or not it is here itself.
[[nodiscard]] Result<ledger::Verdict> verdictByCertificates(store::Book& book,
                                                            const entry::VerifiedEntry& record);

} // namespace teken::desk
