// What a transparency log has proven to this book: the checkpoints it showed, the places of own entries in
// it, and evidence if it ever contradicted itself. Everything was verified before it is put here
// (sync/PROTOCOL.md section 10); tables: SCHEMA.md.
#pragma once

#include "core/entry/ids.h"
#include "core/log/checkpoint.h"
#include "core/log/leaf.h"
#include "core/store/book.h"
#include "core/store/errands.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace teken::store {

/// A checkpoint that this book has verified and found to extend the ones before it.
struct SeenCheckpoint {
    PublicKey log; ///< the key that signed it
    log::Checkpoint checkpoint;
    std::string note; ///< byte for byte
};

/// The place of an own entry in a log: enough to verify it again without asking anybody.
struct Receipt {
    EntryId entry;
    PublicKey log;
    std::string checkpoint; ///< note under which the proof holds: the first that was seen to include it
    log::LeafIndex index;
    log::Proof hashes;
    bool withdrawn = false; ///< the log has contradicted itself since: kept, counted no more
};

/// Two words of a log that cannot both be true, or a proof it could not give.
struct LogEvidence {
    std::string reason; ///< slug
    PublicKey log;
    std::string origin;
    std::optional<EntryId> entry; ///< nullopt: about the tree as a whole
    std::string former;           ///< what was held: checkpoint note or .tlog-proof; empty: nothing
    std::string found;            ///< what the server answered: checkpoint note or .tlog-proof
    WallTime when;
};

/// The largest checkpoint of an origin that a quorum of cosigners has signed: what lies under it is
/// "Disaksikan".
struct WitnessedCheckpoint {
    SeenCheckpoint seen;
    std::size_t cosigners = 0; ///< whose signatures held when it was judged
};

class ReceiptTable {
public:
    explicit ReceiptTable(Connection& connection) : m_connection(connection) {}

    /// The largest checkpoint seen of this origin, whichever of its keys signed it.
    [[nodiscard]] Result<std::optional<SeenCheckpoint>> newest(std::string_view origin) const;
    /// Of the origin that was seen last, when a server's log has given way to another.
    [[nodiscard]] Result<std::optional<SeenCheckpoint>> newest() const;
    /// Seen already: the longer note stays, because cosignatures come later. Forgets those before it of which
    /// no receipt needs the note.
    [[nodiscard]] Result<> putSeen(Transaction& transaction, const SeenCheckpoint& seen, WallTime when);

    /// Instead of the one before, whatever its size: the caller has judged. One for each origin.
    [[nodiscard]] Result<> putWitnessed(Transaction& transaction, const WitnessedCheckpoint& witnessed,
                                        WallTime when);
    [[nodiscard]] Result<std::optional<WitnessedCheckpoint>> witnessed(std::string_view origin) const;
    /// Of origins that no longer have a quorum, or whose log has contradicted itself.
    [[nodiscard]] Result<> forgetWitnessed(Transaction& transaction, std::string_view origin);
    /// Has the entry a receipt, not withdrawn, of one of these logs, under a witnessed checkpoint?
    [[nodiscard]] Result<bool> isWitnessed(const EntryId& entry, std::span<const FeedId> logs) const;

    /// Its checkpoint must have been put. A receipt that is there and was not withdrawn stays as it is,
    /// because the earliest proof says most, and gets this turn. NotFound: no such entry or checkpoint.
    [[nodiscard]] Result<> put(Transaction& transaction, const Receipt& receipt, const log::Checkpoint& under,
                               std::uint64_t turn);
    [[nodiscard]] Result<std::optional<Receipt>> find(const EntryId& entry, const PublicKey& log) const;
    /// Is there a receipt, not withdrawn, of one of these logs (feed ids of their keys)?
    [[nodiscard]] Result<bool> has(const EntryId& entry, std::span<const FeedId> logs) const;

    /// The number up to which every entry of the feed has one.
    [[nodiscard]] Result<entry::Seq> wholeUpTo(const FeedId& feed, std::span<const FeedId> logs) const;

    /// Leaves as they must stand in the log, from the rows of this book: of the feed's entries without a
    /// receipt that counts, `after` < number <= `upTo`, by number.
    [[nodiscard]] Result<std::vector<log::Leaf>> lacking(const PublicKey& log, const FeedId& feed,
                                                         entry::Seq after, entry::Seq upTo,
                                                         std::size_t limit) const;
    /// Of the entries whose receipts were asked for longest ago, before `turn`.
    [[nodiscard]] Result<std::vector<log::Leaf>> oldest(const PublicKey& log, std::uint64_t turn,
                                                        std::size_t limit) const;
    /// Greater than that of any receipt. No clock, so that a wrong one cannot stop the re-asking.
    [[nodiscard]] Result<std::uint64_t> nextTurn() const;

    /// Receipts of all logs of this origin count no more.
    [[nodiscard]] Result<> withdrawAll(Transaction& transaction, std::string_view origin, WallTime when);
    [[nodiscard]] Result<> withdraw(Transaction& transaction, const EntryId& entry, const PublicKey& log,
                                    WallTime when);

    /// Never overwritten and never removed; the same finding again adds nothing, and after 1,000 rows nothing
    /// is added.
    [[nodiscard]] Result<> addEvidence(Transaction& transaction, const LogEvidence& evidence);
    [[nodiscard]] Result<std::vector<LogEvidence>> evidence() const;
    /// Evidence against one of these logs that nothing has answered since: of an entry as long as it has no
    /// receipt again, of a tree that shrank as long as receipts are withdrawn, of a forked one for ever.
    [[nodiscard]] Result<std::vector<LogEvidence>> standing(std::span<const FeedId> logs) const;

    /// Questions of others that this book carries to the log.
    [[nodiscard]] ErrandTable errands() const { return ErrandTable(m_connection); }

    /// Every receipt that was not withdrawn, in stored order of the entries; an error from `visit` stops and
    /// is returned.
    using VisitReceipt = std::function<Result<>(const Receipt&)>;
    [[nodiscard]] Result<> each(const VisitReceipt& visit) const;
    /// Notes of all checkpoints kept, the smallest first.
    [[nodiscard]] Result<std::vector<std::string>> notes() const;

private:
    Connection& m_connection;
};

} // namespace teken::store
