// Entries as they are: stored whatever fits the format, keyed by entry id, in the order they came (`order`).
// Nothing here judges authority; core/ledger does.
#pragma once

#include "core/entry/record.h"
#include "core/store/book.h"

#include <functional>
#include <optional>
#include <vector>

namespace teken::store {

enum class PutOutcome : std::uint8_t {
    Stored,    ///< a record of this id was not here
    Forked,    ///< stored, and another whole entry stands under its number
    Completed, ///< it took the place of a withheld record of the same id
    Duplicate  ///< nothing was stored
};

struct StoredEntry {
    std::uint64_t order = 0; ///< 1, 2, 3 … as stored here; the later log's leaf order
    EntryId id;
    FeedId feed;
    entry::Seq seq = 0;
    std::optional<EntryId> prev; ///< as the row says, like `seq`
    entry::Record record;
};

/// What this book has of one feed. `head` is the end of the chain without gap or fork from number 1;
/// `last` the highest number present. A fork is two whole entries under one number.
struct FeedSummary {
    FeedId feed;
    PublicKey key;
    entry::FeedHead head;
    entry::Seq last = 0;
    std::uint64_t count = 0;
    std::optional<entry::Seq> forkedAt;
};

class EntryTable {
public:
    EntryTable(Connection& connection, SealBox& box);

    /// The same again is a Duplicate, but brings its ink along if that was missing. A whole entry takes the
    /// place of a withheld record of the same id (Completed), never the other way round.
    [[nodiscard]] Result<PutOutcome> put(Transaction& transaction, const entry::VerifiedEntry& entry);
    /// Proves nothing and takes nothing away: a Duplicate if the id is here whole. Of two records that claim
    /// different places for one id the smaller claim stays (Completed if that is the new one).
    [[nodiscard]] Result<PutOutcome> putWithheld(Transaction& transaction, const entry::WithheldEntry& entry);
    /// Adds ink to an entry that came without it; Conflict if its hash is not the one the payload binds.
    /// NotFound; Locked.
    [[nodiscard]] Result<> putInk(Transaction& transaction, const EntryId& id, ByteView ink);

    [[nodiscard]] Result<bool> has(const EntryId& id) const;
    /// NotFound; Locked; Corrupt ("store.cell-altered", "store.entry-altered").
    [[nodiscard]] Result<StoredEntry> get(const EntryId& id) const;
    [[nodiscard]] Result<std::uint64_t> count() const;

    [[nodiscard]] Result<std::vector<FeedSummary>> feeds() const;
    [[nodiscard]] Result<std::optional<FeedSummary>> feed(const FeedId& feed) const;
    /// Ids under one number: more than one is a fork.
    [[nodiscard]] Result<std::vector<EntryId>> idsAt(const FeedId& feed, entry::Seq seq) const;
    [[nodiscard]] Result<std::vector<EntryId>> idsOf(const FeedId& feed, entry::Seq from,
                                                     entry::Seq to) const;
    /// Ids from `first` to `last`, both included and sorted; at most `limit`. A slip's code is looked up by
    /// it.
    [[nodiscard]] Result<std::vector<EntryId>> idsBetween(const EntryId& first, const EntryId& last,
                                                          std::size_t limit) const;

    /// What a leaf of the log says of an entry, without its content. Works while the book is locked.
    struct Mark {
        std::uint64_t order = 0;
        entry::Seq seq = 0;
        EntryId id;
        Signature signature;
    };
    /// By number, then id; at most `most`.
    [[nodiscard]] Result<std::vector<Mark>> marks(const FeedId& feed, entry::Seq from, entry::Seq to,
                                                  std::size_t most) const;

    /// Calls `visit` for each entry; an error from it stops and is returned. Memory does not grow with the
    /// range, and `visit` may use the book. Locked; Corrupt if a sealed cell does not open. Unsealed payloads
    /// are handed out as they are: whoever reads them as evidence verifies them. By number, then id.
    using Visit = std::function<Result<>(const StoredEntry&)>;
    [[nodiscard]] Result<> scanFeed(const FeedId& feed, entry::Seq from, entry::Seq to,
                                    const Visit& visit) const;
    /// In stored order, from `order` on (inclusive).
    [[nodiscard]] Result<> scanAll(std::uint64_t order, const Visit& visit) const;

private:
    Connection& m_connection;
    SealBox& m_box;
};

} // namespace teken::store
