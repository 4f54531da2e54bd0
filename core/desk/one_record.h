// One record for people outside: found by the code on its slip, with everything that a proof of it carries
// (core/log/EVIDENCE.md). Works on any book that holds the record: a laptop's, an admin's, a server's.
#pragma once

#include "core/ledger/ledger.h"
#include "core/log/checkpoint.h"
#include "core/log/evidence.h"
#include "core/store/book.h"

#include <string>
#include <string_view>

namespace teken::desk {

/// The record meant by the code of a slip or by 64 hex digits, whole and verified anew; without its ink.
/// InvalidInput ("slip.code-form", "slip.code-check"); NotFound ("slip.unknown", "slip.erased": its payload
/// is gone, or by code: one that begins alike); Conflict ("slip.ambiguous"); Locked.
[[nodiscard]] Result<entry::VerifiedEntry> findRecord(store::Book& book, std::string_view typed);

/// Certifications and revocations that count here, from the root to the record's key, the admission that lets
/// the record count after one, and certificates of the log and witnesses that signed `checkpoint` (a note;
/// empty: none). The root's first; at most 16. Fewer where the record's key is certified by nobody.
[[nodiscard]] Result<std::vector<entry::Entry>>
certificatesOf(store::Book& book, const entry::VerifiedEntry& record, std::string_view checkpoint);

/// Last three digits of the signer's number: by the roster that the record names and its unit there, or as it
/// was written at the table. Empty: not known here, or no signature.
[[nodiscard]] Result<std::string> numberTail(store::Book& book, const entry::VerifiedEntry& record);

/// A .tlog-proof of the entry: what this book has a receipt of. NotFound ("slip.no-place").
[[nodiscard]] Result<std::string> receiptOf(store::Book& book, const ledger::Ledger& ledger,
                                            const EntryId& entry);
/// The same from the log that this book keeps, under one of its checkpoints, verified. NotFound
/// ("slip.no-place": it keeps none, or the checkpoint does not cover the entry); VerificationFailed.
[[nodiscard]] Result<std::string> placeUnder(store::Book& book, const entry::VerifiedEntry& record,
                                             const log::Checkpoint& checkpoint, const std::string& note);

/// A proof file of the record; `proof` may be empty.
[[nodiscard]] Result<log::Evidence> evidenceOf(store::Book& book, const entry::VerifiedEntry& record,
                                               const std::string& proof);

/// What the rules say of it here and now. Never part of a proof: it may change with the next entry.
enum class Standing : std::uint8_t {
    Counts,
    Voided,    ///< by an entry that counts
    NotCounted ///< waiting, forked, revoked, out of scope
};
[[nodiscard]] Result<Standing> standingOf(store::Book& book, const EntryId& entry);
[[nodiscard]] std::string_view standingName(Standing standing); ///< "counts", "voided", "not-counted"

} // namespace teken::desk
