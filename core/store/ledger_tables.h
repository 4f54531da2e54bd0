// The ledger's tables: facts taken from entries, and what they add up to so far. Plain rows; what they mean
// is core/ledger's. Everything here can be made anew from the entries, and holds no text of people
// (SCHEMA.md).
//
// Threads: as the Book.
#pragma once

#include "core/entry/ids.h"
#include "core/store/book.h"

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace teken::store {

/// What the fold needs of one entry. `verdict` and `reach` are derived, the rest never changes.
struct FactRow {
    std::int64_t no = 0; ///< row, given by addFact
    EntryId id;
    FeedId feed;
    entry::Seq seq = 0;
    std::optional<EntryId> prev;
    std::uint8_t kind = 0;
    bool shelved = false; ///< can be found by kind
    std::optional<EntryId> drive;
    std::optional<SessionId> session;
    std::optional<Digest> subject; ///< the feed or entry it is about
    std::int64_t wallMs = 0;
    Bytes detail;
    std::uint8_t verdict = 0;
    std::optional<Bytes> reach;
};

struct LedgerMeta {
    std::int64_t ruleset = 0;
    FeedId root;
    friend bool operator==(const LedgerMeta&, const LedgerMeta&) = default;
};

class Query;

class LedgerTables {
public:
    using Facts = std::vector<FactRow>;
    /// signed, refused, excused, absent, added, doubles, at odds, unknown
    using Counters = std::array<std::int64_t, 8>;
    template <class Row>
    using Visit = std::function<Result<>(const Row&)>;

    struct PersonRow {
        EntryId drive;
        PersonId person;
        bool trouble = false; ///< something to decide
        Bytes state;
    };
    struct SessionRow {
        EntryId drive;
        SessionId session;
        Bytes state;
    };
    struct FeedRow {
        FeedId feed;
        bool forked = false;
        Bytes state;
    };
    struct DriveRow {
        EntryId drive;
        Counters counters{};
    };

    LedgerTables(Connection& connection, SealBox& box) : m_connection(connection), m_box(box) {}

    [[nodiscard]] Result<std::optional<LedgerMeta>> meta() const;
    [[nodiscard]] Result<> setMeta(Transaction& transaction, const LedgerMeta& meta);
    [[nodiscard]] Result<> clear(Transaction& transaction);

    // Facts. Lists come sorted by (feed, seq, id).
    [[nodiscard]] Result<std::int64_t> addFact(Transaction& transaction, const FactRow& fact,
                                               std::span<const PersonId> about);
    [[nodiscard]] Result<> removeFact(Transaction& transaction, std::int64_t no);
    [[nodiscard]] Result<> setVerdict(Transaction& transaction, std::int64_t no, std::uint8_t verdict,
                                      const std::optional<Bytes>& reach);
    [[nodiscard]] Result<std::uint64_t> factCount() const;
    [[nodiscard]] Result<std::optional<FactRow>> fact(const EntryId& id) const;
    [[nodiscard]] Result<Facts> factsOfFeed(const FeedId& feed, entry::Seq from) const;
    [[nodiscard]] Result<Facts> factsOn(const Digest& subject) const;
    [[nodiscard]] Result<Facts> factsAbout(const EntryId& drive, const PersonId& person) const;
    [[nodiscard]] Result<Facts> factsOfSession(const EntryId& drive, const SessionId& session) const;
    /// Shelved ones only.
    [[nodiscard]] Result<Facts> factsOfKind(std::uint8_t kind) const;
    [[nodiscard]] Result<Facts> factsOfKind(std::uint8_t kind, const EntryId& drive) const;
    /// Facts under one number, but for those of kind `except`.
    [[nodiscard]] Result<std::uint64_t> countAt(const FeedId& feed, entry::Seq seq,
                                                std::uint8_t except) const;
    [[nodiscard]] Result<> eachFact(const Visit<FactRow>& visit) const; ///< by id

    // Derived rows. `put` with an empty state removes the row.
    [[nodiscard]] Result<std::optional<FeedRow>> feed(const FeedId& feed) const;
    [[nodiscard]] Result<> putFeed(Transaction& transaction, const FeedRow& row);
    [[nodiscard]] Result<> eachFeed(bool forkedOnly, const Visit<FeedRow>& visit) const;

    [[nodiscard]] Result<std::optional<PersonRow>> person(const EntryId& drive, const PersonId& person) const;
    [[nodiscard]] Result<> putPerson(Transaction& transaction, const PersonRow& row);
    [[nodiscard]] Result<> eachPerson(const EntryId& drive, bool troubledOnly,
                                      const Visit<PersonRow>& visit) const;

    [[nodiscard]] Result<std::optional<SessionRow>> session(const EntryId& drive,
                                                            const SessionId& session) const;
    [[nodiscard]] Result<> putSession(Transaction& transaction, const SessionRow& row);
    [[nodiscard]] Result<> eachSession(const EntryId& drive, const Visit<SessionRow>& visit) const;

    [[nodiscard]] Result<Counters> counters(const EntryId& drive) const; ///< zeros if there is no row
    /// A row whose counters all come to zero stays out of eachDrive().
    [[nodiscard]] Result<> addCounters(Transaction& transaction, const EntryId& drive,
                                       const Counters& change);
    [[nodiscard]] Result<> eachDrive(const Visit<DriveRow>& visit) const;

private:
    [[nodiscard]] Result<Facts> readFacts(Query& query) const;
    Connection& m_connection;
    [[maybe_unused]] SealBox& m_box;
};

} // namespace teken::store
