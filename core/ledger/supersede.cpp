#include "core/ledger/supersede.h"

#include <algorithm>
#include <map>
#include <set>

namespace teken::ledger {

FactRefs standing(const FactRefs& onSubject) {
    std::set<EntryId> superseded;
    std::map<FeedId, Seq> newest;
    for (const auto* fact : onSubject) {
        superseded.insert(fact->supersedes.begin(), fact->supersedes.end());
        auto& seq = newest[fact->feed];
        seq = std::max(seq, fact->seq);
    }
    FactRefs left;
    for (const auto* fact : onSubject)
        if (!superseded.contains(fact->id) && fact->seq == newest[fact->feed])
            left.push_back(fact);
    std::sort(left.begin(), left.end(), [](const EntryFact* a, const EntryFact* b) { return a->id < b->id; });
    return left;
}

std::vector<EntryId> idsOf(const FactRefs& facts) {
    std::vector<EntryId> ids;
    ids.reserve(facts.size());
    for (const auto* fact : facts)
        ids.push_back(fact->id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace teken::ledger
