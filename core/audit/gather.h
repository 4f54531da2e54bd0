// Records into the book an audit judges from: verified on all cores, stored and folded beside it, each once.
#pragma once

#include "core/audit/conveyor.h"
#include "core/audit/seen.h"
#include "core/ledger/ledger.h"

namespace teken::audit {

/// What an audit needs to know of the records besides what the book and its ledger tell.
struct Gathered {
    std::uint64_t stored = 0;     ///< new in the book
    std::uint64_t duplicates = 0; ///< came twice
    SeenCheckpoints seen;
    /// Entries that lock a text, list people or add one: what a signature may name is in them.
    struct Place {
        FeedId feed;
        entry::Seq seq = 0;
        EntryId id;
        friend auto operator<=>(const Place&, const Place&) = default;
    };
    std::vector<Place> content;
    /// The reader's error, if it had one: what it gave before is in the book.
    std::optional<Error> unread;
};

struct GatherSettings {
    unsigned threads = 0; ///< 0: one for each core
    /// Told of each record, good or not, before it is taken, on the calling thread; its error stops
    /// everything.
    std::function<Result<>(const Verified&)> each;
};

/// Into `book`, which must be open and written by nobody else meanwhile, and into `ledger`, which is that
/// book's; null: stored without folding. Records that do not hold are told and left out. Errors are those of
/// the book and of `each`; what was taken before stays.
[[nodiscard]] Result<Gathered> gather(store::Book& book, ledger::Ledger* ledger, Conveyor::Read read,
                                      const GatherSettings& settings);

} // namespace teken::audit
