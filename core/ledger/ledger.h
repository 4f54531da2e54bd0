// The ledger folds entries into state, in the transaction that appends them. It is a pure function of the set
// of entries: any order, duplication or split gives the same state as one full refold (docs: RULES.md).
//
// Arrows: uses core/store for its tables (store::LedgerTables) and core/entry for what entries say.
// Threads: as the Book it works on.
#pragma once

#include "core/ledger/state.h"
#include "core/ledger/verdict.h"
#include "core/store/book.h"
#include "core/store/entries.h"

#include <memory>
#include <span>

namespace teken::ledger {

/// What became of one entry offered to record().
enum class Fate : std::uint8_t {
    Stored,    ///< new
    Duplicate, ///< was here already
    Fork,      ///< new, but another id holds the same number: both are kept
    Unknown    ///< new, of a kind this version does not know: kept, not folded
};

class Ledger {
public:
    /// `root`: the pinned root key. Folds whatever the book holds that was not folded yet (first start, a new
    /// ruleset, a sealed book just unlocked). Locked for a sealed book without its key.
    [[nodiscard]] static Result<std::unique_ptr<Ledger>> open(store::Book& book, const PublicKey& root);
    ~Ledger();

    /// One durable transaction: store and fold. Fates in the order of `entries`. `also` runs inside the same
    /// transaction after the fold (acknowledgements, clearing a journal).
    using Also = std::function<Result<>(store::Transaction&)>;
    [[nodiscard]] Result<std::vector<Fate>> record(std::span<const entry::VerifiedEntry> entries,
                                                   const Also& also = {});
    /// The same with entries that are still being made ready: `next` is asked inside the transaction and
    /// gives one entry, valid until it is asked again, or nullptr after the last. An error of its own rolls
    /// back.
    using Next = std::function<Result<const entry::VerifiedEntry*>()>;
    [[nodiscard]] Result<std::vector<Fate>> record(const Next& next, const Also& also = {});
    [[nodiscard]] Result<Fate> recordWithheld(const entry::WithheldEntry& entry);

    /// Empties the derived tables and folds everything anew.
    [[nodiscard]] Result<> refold();
    /// The whole state as text, one fact a line, sorted: equal sets of entries give equal dumps.
    [[nodiscard]] Result<std::string> dump() const;

    [[nodiscard]] Result<std::vector<DriveState>> drives() const;
    [[nodiscard]] Result<DriveState> drive(const EntryId& drive) const;
    [[nodiscard]] Result<std::vector<FeedState>> feeds() const;
    [[nodiscard]] Result<std::optional<FeedState>> feed(const FeedId& feed) const;
    [[nodiscard]] Result<std::vector<SessionState>> sessions(const EntryId& drive) const;
    /// A session id is only as good as its drive: another drive may hold one of the same name.
    [[nodiscard]] Result<std::optional<SessionState>> session(const EntryId& drive,
                                                              const SessionId& session) const;
    /// None for a person nothing is known of. Asked for an added id that is matched: the state of the person
    /// it is, with `matchedTo` set.
    [[nodiscard]] Result<PersonState> person(const EntryId& drive, const PersonId& person) const;
    /// Every person of whom something is known, sorted by id. A matched id comes too, empty but for
    /// `matchedTo`.
    using VisitPerson = std::function<Result<>(const PersonState&)>;
    [[nodiscard]] Result<> persons(const EntryId& drive, const VisitPerson& visit) const;
    /// Where this person is noted excused, absent or refused by entries that count and are not void; the
    /// status of PersonState is of the whole drive, and another session may be the person's next chance.
    struct Note {
        PersonStatus status = PersonStatus::None;
        SessionId session;
    };
    [[nodiscard]] Result<std::vector<Note>> notes(const EntryId& drive, const PersonId& person) const;
    [[nodiscard]] Result<std::vector<Conflict>> conflicts(const EntryId& drive) const;

    /// Does this entry count (certified, in scope, not revoked, not behind a fork or gap)? NotFound.
    [[nodiscard]] Result<bool> counts(const EntryId& entry) const;
    /// The same with its reason. NotFound.
    [[nodiscard]] Result<Verdict> verdict(const EntryId& entry) const;
    /// A server certificate that counts and names this key, with its TLS pins.
    struct ServerCertificate {
        PublicKey key;
        std::string name;
        std::vector<Digest> pins;
    };
    [[nodiscard]] Result<std::vector<ServerCertificate>> servers() const;
    /// A log that counts: its key, and its origin as the root certified it.
    struct LogCertificate {
        PublicKey key;
        std::string origin;
    };
    [[nodiscard]] Result<std::vector<LogCertificate>> logs() const;
    /// Recipients (X25519) of the centre that count for this drive: certified for it, or for every drive.
    /// None named: only the latter. In the order in which the root certified them.
    [[nodiscard]] Result<std::vector<RecipientKey>> recipients(const std::optional<EntryId>& drive) const;
    /// Is this key named by any stored certificate, counting or not? A server takes entries of such feeds
    /// only.
    [[nodiscard]] Result<bool> isKnownKey(const PublicKey& key) const;

private:
    Ledger(store::Book& book, const PublicKey& root);
    [[nodiscard]] Result<entry::Payload> payloadOf(const EntryId& entry) const;
    [[nodiscard]] Result<> foldMissing();
    [[nodiscard]] Result<> foldStored(store::Transaction& transaction, bool all);

    store::Book& m_book;
    PublicKey m_rootKey;
    FeedId m_root;
};

/// Feed ids of the keys of logs that count. Works while the book is locked: what is received hangs on it.
[[nodiscard]] Result<std::vector<FeedId>> logsOf(store::Book& book);

} // namespace teken::ledger
