// The transparency log of a server, kept in its book: every stored entry is a leaf, appended by the same
// transaction that stores it (Book::write sees to it). Tables: SCHEMA.md; formats: core/log/FORMAT.md.
//
// Books of laptops keep no log: nothing here costs them more than one look at an empty table.
#pragma once

#include "core/log/leaf.h"
#include "core/log/merkle.h"
#include "core/store/book.h"

#include <optional>
#include <vector>

namespace teken::store {

/// Everything an appender has to remember.
struct LogState {
    std::uint64_t next = 1;  ///< smallest stored order without a leaf
    bool caughtUp = false;   ///< entries from before the log have all been followed up
    bool published = false;  ///< a checkpoint of this log was given out
    log::CompactRange range; ///< size and root
};

class LogTable {
public:
    explicit LogTable(Connection& connection) : m_connection(connection) {}

    /// Nullopt: this book keeps no log. Corrupt ("store.damaged").
    [[nodiscard]] Result<std::optional<LogState>> state() const;

    /// From the end of this transaction on entries become leaves. Those stored before follow, at most 4,096
    /// in each later transaction (an empty Book::write will do) until waiting() is 0. Harmless if it is on
    /// already.
    [[nodiscard]] Result<> switchOn(Transaction& transaction);
    /// Stored entries that are no leaf yet; 0 without a log, and always 0 once the log has caught up.
    [[nodiscard]] Result<std::uint64_t> waiting() const;
    /// Once, before the first checkpoint is given out.
    [[nodiscard]] Result<> setPublished(Transaction& transaction);

    /// Where the entry's leaf is (its newest, should it have several); nullopt: not here or not yet.
    [[nodiscard]] Result<std::optional<log::LeafIndex>> find(const EntryId& id) const;
    /// Encoded leaves from `from` on. NotFound ("log.no-leaf") beyond the tree; Corrupt ("log.leaf-altered")
    /// if a row is no longer what its hash in the tree was made of.
    [[nodiscard]] Result<std::vector<Bytes>> leaves(log::LeafIndex from, std::uint64_t count) const;
    /// The hashes of a tile, as many as there are. NotFound ("log.no-tile").
    [[nodiscard]] Result<std::vector<Digest>> tile(unsigned level, std::uint64_t index) const;
    /// For log::rootOf() and the proofs. Remembers the tiles it read, so make a new one for each use; not to
    /// outlive the book.
    [[nodiscard]] log::NodeReader nodes() const;

private:
    Connection& m_connection;
};

} // namespace teken::store
