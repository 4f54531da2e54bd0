// One life of a server's book. Renewed when the book turns out to have been restored from a backup, so that
// laptops offer again what the backup lacks.
#pragma once

#include "core/store/anchor.h"
#include "core/store/book.h"
#include "sync/protocol/limits.h"

namespace teken::sync::server {

class EpochKeeper {
public:
    /// `server`: feed id of the server's key; names the note beside the book.
    EpochKeeper(store::Book& book, const FeedId& server, RandomSource& random);

    /// Reads the epoch, makes it for a new book, renews it if the note beside the book is ahead of the book
    /// or names another entry. An unreadable note counts as no note.
    [[nodiscard]] Result<Epoch> open();
    /// The operator says that the book was restored.
    [[nodiscard]] Result<Epoch> renew();
    [[nodiscard]] bool restored() const { return m_restored; } ///< open() found a restored book

    /// After each commit that brought something new: writes the newest entry down. Failing to write the note
    /// is no failure of the commit; the errors are those of reading the book.
    [[nodiscard]] Result<> noteNewest() const;

private:
    [[nodiscard]] Result<bool> isBehindNote() const;
    [[nodiscard]] Result<entry::FeedHead> newest() const;

    store::Book& m_book;
    store::Anchor m_anchor;
    RandomSource& m_random;
    bool m_restored = false;
};

} // namespace teken::sync::server
