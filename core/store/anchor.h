// A note outside the database of how far a feed has come, written after each commit without waiting for the
// disk. A database ahead of its anchor is normal after a crash; an anchor ahead of its database, or another
// entry under the same number, means that the database was restored: the feed must not go on (it would fork).
#pragma once

#include "core/base/seams.h"
#include "core/entry/ids.h"

namespace teken::store {

class EntryTable;

class Anchor {
public:
    /// `<book file>.anchor-<first 16 hex digits of the feed>`
    Anchor(const std::filesystem::path& bookFile, const FeedId& feed);

    /// Not synced. NoSpace, ReadOnly, NotFound. A torn write leaves the one before it readable.
    [[nodiscard]] Result<> write(const entry::FeedHead& head) const;
    /// {0, nullopt} if there is none yet; Corrupt if it cannot be read.
    [[nodiscard]] Result<entry::FeedHead> read() const;
    /// Conflict ("store.restored") if the anchor is ahead of the book or knows another entry under its
    /// number; Corrupt ("store.anchor-broken"). A missing anchor, and one behind the book, are in order.
    [[nodiscard]] Result<> check(const EntryTable& entries) const;
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

private:
    std::filesystem::path m_file;
    FeedId m_feed;
};

} // namespace teken::store
