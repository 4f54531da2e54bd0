// The incremental fold: what new entries touch is judged anew, and nothing else (RULES.md). Works on the
// ledger's tables inside one transaction; keeps nothing between two of them, so that a transaction rolled
// back leaves no trace.
//
// Order of judging, so that nothing is judged before what it depends on: root feed, plain parts of admin
// feeds, admin feeds, field feeds, persons, sessions.
#pragma once

#include "core/ledger/dump.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace teken::ledger {

class Fold {
public:
    /// All three outlive the fold.
    Fold(store::LedgerTables& tables, store::Transaction& transaction, const FeedId& root);

    /// What the caller knows of a record of the same id: whether one may have been added before.
    enum class Here : bool { No, Maybe };

    /// Notes one entry. False if it is here already (or a withheld record of a whole entry).
    [[nodiscard]] Result<bool> add(EntryFact fact, Here here = Here::Maybe);
    /// Judges everything the entries added since the last settle() touch.
    [[nodiscard]] Result<> settle();

private:
    using PersonKey = std::pair<EntryId, PersonId>;   ///< drive first
    using SessionKey = std::pair<EntryId, SessionId>; ///< drive first
    using Facts = std::vector<EntryFact>;

    /// A feed that has to be judged.
    struct FeedWork {
        bool whole = false; ///< from number 1: something else than new entries at the end has changed
        Seq lowest = 0;     ///< of the new entries; 0: none
        bool loaded = false;
        bool isAdmin = false;
        bool wasAdmin = false;
        FeedNumbers numbers;         ///< as stored, then as judged
        std::optional<Facts> onFeed; ///< facts whose subject is the feed
    };

    /// Takes away the withheld record whose place the fact takes. False if the fact has to give way.
    [[nodiscard]] Result<bool> makeRoom(const EntryFact& fact);

    // fold_feeds.cpp
    [[nodiscard]] Result<> settleFeeds();
    [[nodiscard]] Result<> settlePlain(const FeedId& feed, FeedWork& work);
    [[nodiscard]] Result<> settleFeed(const FeedId& feed, FeedWork& work, Level level);
    [[nodiscard]] Result<> settleFacts(const FeedId& feed, FeedWork& work, const Authority& authority);
    [[nodiscard]] Result<> load(const FeedId& feed, FeedWork& work);
    [[nodiscard]] Result<Facts> onFeed(const FeedId& feed, FeedWork& work);
    [[nodiscard]] Result<> setRuling(EntryFact& fact, const Ruling& ruling);
    [[nodiscard]] std::vector<FeedId> touchedFeeds() const;
    void touchAuthority(const Digest& subject);

    // fold_effects.cpp: what a changed verdict touches
    [[nodiscard]] Result<> spread(const EntryFact& fact, const Ruling& before);
    [[nodiscard]] Result<> spreadToPersons(const EntryFact& fact);
    [[nodiscard]] Result<> spreadToSession(const EntryFact& fact, const Ruling& before);
    [[nodiscard]] Result<> touchTargetOf(const EntryFact& voiding);
    [[nodiscard]] Result<> touchClosings();

    // fold_people.cpp
    [[nodiscard]] Result<> settlePersons();
    [[nodiscard]] Result<> settlePerson(const PersonKey& key);
    [[nodiscard]] Result<PersonVerdict> judge(const PersonKey& key);
    [[nodiscard]] Result<const Facts*> about(const PersonKey& key);
    [[nodiscard]] Result<const std::optional<store::LedgerTables::PersonRow>*> rowOf(const PersonKey& key);
    [[nodiscard]] Result<const Facts*> voidsOn(const EntryId& target);
    [[nodiscard]] Result<std::optional<PersonId>> nextOf(const PersonKey& key);
    [[nodiscard]] Result<PersonId> resolve(const PersonKey& key);
    /// The id and all whose matches lead to it.
    [[nodiscard]] Result<std::vector<PersonId>> leadingTo(const PersonKey& key);
    [[nodiscard]] Result<bool> isVoid(const EntryFact& target);

    // fold_sessions.cpp
    [[nodiscard]] Result<> settleSessions();
    [[nodiscard]] Result<> settleSession(const SessionKey& key);
    [[nodiscard]] Result<bool> addToSession(const SessionKey& key, const Facts& added);
    [[nodiscard]] Result<OpaqueNumbers> opaqueBehind(const Facts& facts);

    [[nodiscard]] Result<> settleCounters();

    store::LedgerTables& m_tables;
    store::Transaction& m_transaction;
    FeedId m_root;

    std::set<EntryId> m_new;
    std::map<FeedId, FeedWork> m_feeds;
    std::set<PersonKey> m_persons;
    std::set<SessionKey> m_sessions;           ///< to be judged whole
    std::map<SessionKey, Facts> m_sessionAdds; ///< new entries that only add to a session
    std::map<EntryId, Counters> m_counters;

    std::set<FeedId>
        m_opaqueFeeds; ///< an unknown or withheld entry came or changed: once each, not per entry
    std::map<PersonKey, Facts> m_about; ///< counting facts; read once feeds are settled
    std::map<EntryId, Facts> m_voidsOn;
    std::map<PersonKey, std::optional<store::LedgerTables::PersonRow>> m_rows; ///< as stored before
};

/// The whole state in the tables, as dump(WholeState) writes it.
[[nodiscard]] Result<std::string> dumpTables(const store::LedgerTables& tables);

} // namespace teken::ledger
