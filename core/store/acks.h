// What the centre has acknowledged: statements signed with the server's key, verified before they are kept.
// Only these turn an entry into "Diterima pusat".
#pragma once

#include "core/entry/ids.h"
#include "core/store/book.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace teken::store {

/// A verified statement: the server holds this feed up to `seq`, whose entry is `head`.
struct Ack {
    PublicKey server;
    FeedId feed;
    entry::Seq seq = 0;
    EntryId head;
    WallTime received;
    Bytes statement; ///< the signed bytes
    Signature signature;
};

/// An entry that a server would not take, or took aside: kept, visible, the rest goes on.
struct Trouble {
    EntryId id;
    std::string reason; ///< slug
    WallTime when;
};

class AckTable {
public:
    explicit AckTable(Connection& connection);

    [[nodiscard]] Result<> put(Transaction& transaction, const Ack& ack);
    /// The newest for a feed; nullopt if none.
    [[nodiscard]] Result<std::optional<Ack>> latest(const FeedId& feed) const;
    /// The newest that this server gave and that was not withdrawn.
    [[nodiscard]] Result<std::optional<Ack>> latest(const FeedId& feed, const PublicKey& server) const;
    /// Acknowledgements of this server above `seq` no longer count: it was restored and says that it lacks
    /// them. They are kept all the same, as its signed word that it once held the entries.
    [[nodiscard]] Result<> withdrawAbove(Transaction& transaction, const PublicKey& server,
                                         const FeedId& feed, entry::Seq seq, WallTime when);

    [[nodiscard]] Result<> putTrouble(Transaction& transaction, const Trouble& trouble);
    [[nodiscard]] Result<> clearTrouble(Transaction& transaction, const EntryId& id);
    [[nodiscard]] Result<std::vector<Trouble>> troubles() const;

    struct Counts {
        std::uint64_t saved = 0;    ///< entries of this book's own feeds
        std::uint64_t received = 0; ///< of these, acknowledged (and in a log, if logs are named)
        std::uint64_t witnessed =
            0;                      ///< of the received, under a checkpoint that a quorum of cosigners signed
        std::uint64_t troubled = 0; ///< of these, neither acknowledged nor free of trouble
        std::uint64_t waiting = 0;  ///< the rest: saved = received + troubled + waiting
    };
    /// Works while the book is locked. An acknowledgement whose head is not stored here counts for nothing.
    /// `logs`: feed ids of the keys of logs that count (ledger::logsOf): with any of them, an entry is
    /// received only if it has a receipt of one, too; with none, acknowledgements are all there is.
    [[nodiscard]] Result<Counts> counts(const std::vector<FeedId>& ownFeeds,
                                        std::span<const FeedId> logs) const;

private:
    Connection& m_connection;
};

} // namespace teken::store
