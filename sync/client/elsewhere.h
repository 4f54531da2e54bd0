// Who has already signed elsewhere: the centre's signed status list, kept in the book.
#pragma once

#include "core/ledger/ledger.h"
#include "core/store/book.h"
#include "sync/protocol/statements.h"

#include <optional>
#include <span>
#include <vector>

namespace teken::sync::client {

struct Elsewhere {
    WallTime asOf;                 ///< by the centre's clock
    std::vector<PersonId> persons; ///< sorted
    [[nodiscard]] bool has(const PersonId& person) const;
};

/// Statements of all pages, verified before. Replaces the former list.
[[nodiscard]] Result<> keepElsewhere(store::Book& book, store::Transaction& transaction, const EntryId& drive,
                                     std::span<const Statement> pages);

/// The kept list, its signatures checked again; nullopt if there is none, it cannot be read (the next
/// round brings another: no reason to keep an officer out), or its server's certificate no longer counts.
/// Locked while the book is.
[[nodiscard]] Result<std::optional<Elsewhere>> readElsewhere(store::Book& book, const ledger::Ledger& ledger,
                                                             const EntryId& drive);

} // namespace teken::sync::client
