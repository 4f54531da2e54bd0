// Sessions and desks from their entries (RULES.md section 10). Pure.
#pragma once

#include "core/ledger/judge_person.h"

#include <map>
#include <set>

namespace teken::ledger {

/// One desk in numbers and ids.
struct DeskNumbers {
    FeedId feed;
    EntryId opening;
    Seq openedAt = 0;
    std::optional<EntryId> closing;
    bool paused = false;
    bool countsMatch = true;   ///< no mismatch is claimed of what cannot be compared
    bool comparable = true;    ///< false: closed over entries that nobody here can read
    std::uint64_t entries = 0; ///< of the session in this feed, from the opening on, without the closing
    entry::CloseSession::Counts recomputed;
    std::vector<entry::Present> minutesSignedBy; ///< sorted
    friend bool operator==(const DeskNumbers&, const DeskNumbers&) = default;
};

struct SessionNumbers {
    std::optional<EntryId> plan;
    std::int64_t signedCount = 0, excused = 0, absent = 0, refused = 0, added = 0, voided = 0;
    std::vector<DeskNumbers> desks; ///< by feed
    friend bool operator==(const SessionNumbers&, const SessionNumbers&) = default;
    [[nodiscard]] bool isEmpty() const { return *this == SessionNumbers{}; }
};

/// Adds one entry of a desk that is not void.
void tally(entry::CloseSession::Counts& counts, const EntryFact& fact);

/// Feeds and numbers of entries whose content cannot be read (withheld, unknown kind), in the chain.
using OpaqueNumbers = std::map<FeedId, std::set<Seq>>;

/// `facts`: all of one session in one drive, with their verdicts, counting or not.
[[nodiscard]] SessionNumbers judgeSession(const FactRefs& facts, const OpaqueNumbers& opaque);

/// Adds to a judged session what a new entry of an open desk (or of a feed without desk) adds. False, and
/// nothing is changed, if that takes a full judgement.
[[nodiscard]] bool addToSession(SessionNumbers& session, const EntryFact& fact);

[[nodiscard]] SessionPhase phaseOf(const SessionNumbers& session);

} // namespace teken::ledger
