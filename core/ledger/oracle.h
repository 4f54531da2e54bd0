// The whole fold at once, in memory, written as the rules read: levels from the root down, then persons,
// sessions and drives. Slow and plain on purpose: the incremental fold must give the same dump. It shares the
// judging functions with it and none of its bookkeeping.
#pragma once

#include "core/ledger/dump.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace teken::ledger {

struct WholeState {
    std::vector<EntryFact> facts; ///< sorted by (feed, seq, id), each once
    std::map<FeedId, FeedNumbers> feeds;
    std::map<std::pair<EntryId, PersonId>, PersonVerdict> persons;
    std::map<std::pair<EntryId, SessionId>, SessionNumbers> sessions;
    std::map<EntryId, DriveVerdict> drives;
    std::map<EntryId, Counters> counters;
};

/// Any order, repetitions allowed.
[[nodiscard]] WholeState refoldAll(std::vector<EntryFact> facts, const FeedId& root);
[[nodiscard]] std::string dump(const WholeState& state);

} // namespace teken::ledger
