// The bookkeeping of feeds, kept in step with the entries one by one, so that asking for heads costs one row
// a feed.
//
// The head is a function of the set of entries, not of their order: walk from number 1, at each number take
// the one whole entry (or, if none is whole, the one withheld record), stop where there is none, where there
// are several, or where it does not name its predecessor. A withheld record proves nothing, so it never makes
// a fork and always gives way to a whole entry.
#pragma once

#include "core/store/connection.h"
#include "core/store/entries.h"

namespace teken::store {

struct FeedRow {
    std::int64_t no = 0; ///< 0: not here yet
    FeedSummary summary;
};

class FeedRows {
public:
    explicit FeedRows(Connection& connection) : m_connection(connection) {}

    [[nodiscard]] Result<std::optional<FeedRow>> find(const FeedId& feed) const;
    [[nodiscard]] Result<FeedRow> findOrAdd(const PublicKey& key);
    [[nodiscard]] Result<std::vector<FeedSummary>> all() const;

    /// After the row `added`, which names `previous`, was inserted into this feed. True if several whole entries
    /// stand under its number now.
    [[nodiscard]] Result<bool> entryAdded(FeedRow row, const entry::FeedHead& added,
                                          const std::optional<EntryId>& previous);
    /// After rows of this feed changed in any other way.
    [[nodiscard]] Result<> recount(std::int64_t no);

private:
    /// What stands at one number.
    struct Place {
        std::uint64_t whole = 0, withheld = 0;
        std::optional<EntryId> only;     ///< the one that would carry the chain on
        std::optional<EntryId> previous; ///< of `only`
        [[nodiscard]] bool carriesOn(const entry::FeedHead& head) const {
            return only && previous == head.id;
        }
    };
    [[nodiscard]] Result<Place> at(std::int64_t no, entry::Seq seq) const;
    [[nodiscard]] Result<entry::FeedHead> advance(std::int64_t no, entry::FeedHead head) const;
    [[nodiscard]] Result<> save(const FeedRow& row);

    Connection& m_connection;
};

} // namespace teken::store
