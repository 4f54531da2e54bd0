// The only way a desk adds an entry to its own feed: check the anchor, sign after the head, store and fold in
// one durable transaction, read back, compare, note the anchor. Success means that all of it happened.
#pragma once

#include "core/desk/desk_seams.h"
#include "core/entry/entry.h"

#include <optional>

namespace teken::desk {

class FeedWriter {
public:
    explicit FeedWriter(const DeskSeams& seams);

    /// The unlocked holder's feed. Locked ("store.locked") when nobody is.
    [[nodiscard]] Result<FeedId> feed() const;
    /// {0, nullopt} for a feed without entries; Conflict ("desk.own-fork") when this book holds a fork of it.
    [[nodiscard]] Result<entry::FeedHead> head() const;

    /// Whether this feed may go on. Conflict "desk.restored-database": the anchor beside the file knows
    /// entries that the database does not (a backup was put back); "desk.own-fork"; Unauthorized
    /// "desk.revoked": what follows would be kept and never count, and nobody may be told "saved" of that;
    /// Corrupt for an unreadable anchor. Asked again before each append: a desk that must not write never
    /// writes.
    [[nodiscard]] Result<> mayAppend() const;

    /// `drive` as entry::signEntry wants it. `also` runs inside the transaction (clearing a journal). Errors
    /// of the store; Corrupt ("desk.read-back") if what was read back is not what was written.
    [[nodiscard]] Result<entry::VerifiedEntry> append(std::optional<EntryId> drive, entry::Body body,
                                                      Bytes ink = {}, const ledger::Ledger::Also& also = {});

private:
    /// The newest checkpoint of a log that this book has verified: nothing signed now is older than that.
    [[nodiscard]] Result<std::optional<entry::SeenCheckpoint>> newestSeen() const;
    [[nodiscard]] Result<> checkReadBack(const entry::VerifiedEntry& written) const;
    DeskSeams m_seams;
};

} // namespace teken::desk
