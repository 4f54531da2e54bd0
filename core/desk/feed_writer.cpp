#include "core/desk/feed_writer.h"

#include "core/store/anchor.h"
#include "core/store/entries.h"
#include "core/store/journal.h"
#include "core/store/keyring.h"
#include "core/store/receipts.h"

#include <algorithm>
#include <array>

namespace teken::desk {

Result<PublicKey> pinnedRoot(store::Book& book) {
    TEKEN_TRY(const auto hex, book.settings().get(setting::kRootKey));
    if (!hex)
        return fail(ErrorCode::NotFound, "desk.no-root", "expected a pinned root key, found none");
    return PublicKey::fromHex(*hex);
}

FeedWriter::FeedWriter(const DeskSeams& seams) : m_seams(seams) {}

Result<FeedId> FeedWriter::feed() const {
    const auto* holder = m_seams.book.keyring().current();
    if (holder == nullptr)
        return fail(ErrorCode::Locked, "store.locked", "expected an unlocked holder, found none");
    return holder->feed;
}

Result<entry::FeedHead> FeedWriter::head() const {
    TEKEN_TRY(const auto own, feed());
    TEKEN_TRY(const auto summary, m_seams.book.entries().feed(own));
    if (!summary)
        return entry::FeedHead{};
    if (summary->forkedAt)
        return fail(ErrorCode::Conflict, "desk.own-fork", "expected one entry a number, found several",
                    "number " + std::to_string(*summary->forkedAt));
    // A gap in the own feed can only come from a restored database that others have refilled in part.
    if (summary->last != summary->head.seq)
        return fail(ErrorCode::Conflict, "desk.restored-database",
                    "expected the own feed whole, found a gap after number " +
                        std::to_string(summary->head.seq));
    // A feed goes on only from what its own key signed; a withheld record is anybody's word.
    TEKEN_TRY(const auto last, m_seams.book.entries().get(*summary->head.id));
    if (!std::holds_alternative<entry::Entry>(last.record))
        return fail(ErrorCode::Conflict, "desk.restored-database",
                    "expected the own head whole, found it withheld");
    return summary->head;
}

Result<> FeedWriter::mayAppend() const {
    TEKEN_TRY(const auto own, feed());
    TEKEN_TRY(const auto present, head());
    TEKEN_TRY(const auto state, m_seams.ledger.feed(own));
    if (state && state->revokedAfter && present.seq >= *state->revokedAfter)
        return fail(ErrorCode::Unauthorized, "desk.revoked",
                    "expected a certificate in force, found it revoked after number " +
                        std::to_string(*state->revokedAfter));
    TEKEN_TRY(const auto noted, store::Anchor(m_seams.book.file(), own).read());
    if (noted.seq == 0)
        return {};
    if (noted.seq > present.seq)
        return fail(ErrorCode::Conflict, "desk.restored-database",
                    "expected entries up to number " + std::to_string(noted.seq) + ", found " +
                        std::to_string(present.seq));
    TEKEN_TRY(const auto ids, m_seams.book.entries().idsAt(own, noted.seq));
    if (!noted.id || std::find(ids.begin(), ids.end(), *noted.id) == ids.end())
        return fail(ErrorCode::Conflict, "desk.restored-database",
                    "expected the entry the anchor names, found another",
                    "number " + std::to_string(noted.seq));
    return {};
}

Result<entry::VerifiedEntry> FeedWriter::append(std::optional<EntryId> drive, entry::Body body, Bytes ink,
                                                const ledger::Ledger::Also& also) {
    TEKEN_CHECK(mayAppend());
    const auto* key = m_seams.book.keyring().signingKey();
    if (key == nullptr)
        return fail(ErrorCode::Locked, "store.locked", "expected an unlocked signing key, found none");
    TEKEN_TRY(const auto before, head());
    const store::Anchor anchor(m_seams.book.file(), key->feedId());
    // Catches up after a crash, and refuses to go on where the anchor can no longer be written.
    if (before.seq > 0)
        TEKEN_CHECK(anchor.write(before));

    const auto stamp = entry::Stamp::now(m_seams.clock, m_seams.random);
    TEKEN_TRY(auto seen, newestSeen());
    TEKEN_TRY(auto signedEntry,
              entry::signEntry(*key, before, stamp, drive, std::move(body), std::move(ink), std::move(seen)));
    const std::array<entry::VerifiedEntry, 1> batch{signedEntry};
    TEKEN_TRY(const auto fates, m_seams.ledger.record(batch, also));
    if (fates.size() != 1 || (fates[0] != ledger::Fate::Stored && fates[0] != ledger::Fate::Unknown))
        return fail(ErrorCode::Conflict, "desk.own-fork", "expected a new entry, found its number taken");
    TEKEN_CHECK(checkReadBack(signedEntry));
    // The entry is durable. An anchor that lags behind is what a crash leaves too; one that cannot be written
    // stops the next append, so that "not saved" is never said of something that was.
    static_cast<void>(anchor.write({before.seq + 1, signedEntry.id}).has_value());
    return signedEntry;
}

// What the log showed this book last, also if it has contradicted itself since: an entry that names the
// checkpoint of a log that was swapped is what an auditor finds the swap by.
Result<std::optional<entry::SeenCheckpoint>> FeedWriter::newestSeen() const {
    TEKEN_TRY(const auto seen, m_seams.book.receipts().newest());
    if (!seen || seen->checkpoint.size.value == 0) // an empty tree is no moment in time
        return std::optional<entry::SeenCheckpoint>{};
    return std::optional(
        entry::SeenCheckpoint{seen->checkpoint.origin, seen->checkpoint.size.value, seen->checkpoint.root});
}

Result<> FeedWriter::checkReadBack(const entry::VerifiedEntry& written) const {
    const auto stored = m_seams.book.entries().get(written.id);
    const auto* whole = stored ? std::get_if<entry::Entry>(&stored->record) : nullptr;
    if (whole == nullptr || *whole != written.raw)
        return fail(ErrorCode::Corrupt, "desk.read-back",
                    "expected the bytes just written, found " +
                        (stored ? std::string("others") : stored.error().reason),
                    "number " + std::to_string(written.payload.header.seq));
    return {};
}

} // namespace teken::desk
