// Phase 2, after the fold: the judges. Each looks at one side of the working book and adds findings.
#pragma once

#include "core/audit/brackets.h"
#include "core/audit/findings.h"
#include "core/audit/gather.h"
#include "core/ledger/ledger.h"
#include "core/store/blobs.h"
#include "core/store/entries.h"

#include <functional>
#include <map>
#include <set>

namespace teken::audit {

/// What the judges share. References outlive them.
struct Bench {
    store::Book& working;          ///< entries that held, nothing else
    const ledger::Ledger& ledger;  ///< their state
    const store::BlobTable& blobs; ///< of the source: the working book has none
    Findings& findings;
    std::function<Result<>()> tick; ///< progress and cancel, once an entry
};

/// When entries were made, as far as the log proves it, and what their clocks say against it.
struct Times {
    const Brackets& brackets;
    std::uint64_t bounded = 0; ///< entries with a proven latest time
};

/// Texts locked and persons listed, by drive: what a signature may name.
class Content {
public:
    /// Reads pledge texts, manifests and rosters from the blobs; missing or altered ones become findings.
    /// `places`: the entries that name them, as gather() met them.
    [[nodiscard]] static Result<Content> read(const Bench& bench, std::vector<Gathered::Place> places);

    [[nodiscard]] bool isLockedText(const EntryId& drive, const BlobId& text) const;
    /// nullopt: the roster (or its blobs) is not here, so nobody can say.
    [[nodiscard]] std::optional<bool> lists(const EntryId& roster, const PersonId& person) const;
    /// Was this person added at a table of the drive?
    [[nodiscard]] bool isAdded(const EntryId& drive, const PersonId& person) const;

    [[nodiscard]] std::uint64_t blobsChecked() const { return m_blobsChecked; }

private:
    struct Roster {
        bool whole = true;
        std::set<PersonId> persons;
    };
    [[nodiscard]] Result<std::optional<Bytes>> blob(const Bench& bench, const BlobId& id,
                                                    const EntryId& entry, const FeedId& feed, entry::Seq seq);
    [[nodiscard]] Result<> readEntry(const Bench& bench, const store::StoredEntry& stored);
    [[nodiscard]] Result<Roster> readRoster(const Bench& bench, const entry::RosterSnapshot& snapshot,
                                            const store::StoredEntry& stored);

    std::map<EntryId, std::set<BlobId>> m_texts;
    std::map<EntryId, Roster> m_rosters;
    std::map<EntryId, std::set<PersonId>> m_added;
    std::map<BlobId, bool> m_seenBlobs;
    std::uint64_t m_blobsChecked = 0;
};

/// Chains, clocks, certificates, scope and what each entry says, feed by feed in order of number.
[[nodiscard]] Result<> judgeFeeds(const Bench& bench, const Content& content, Times& times);

/// Sessions, closing counts, conflicts.
[[nodiscard]] Result<> judgeState(const Bench& bench);

/// Every desk of every session, with the counts of its entries.
[[nodiscard]] Result<std::vector<SessionTotal>> sessionTotals(const ledger::Ledger& ledger);

} // namespace teken::audit
