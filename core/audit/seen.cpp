#include "core/audit/seen.h"

#include <algorithm>

namespace teken::audit {

void SeenCheckpoints::add(const EntryId& entry, const entry::Header& header) {
    if (!header.seen)
        return;
    auto& named = m_named[{header.seen->origin, header.seen->size}];
    const auto known = std::ranges::find(named, header.seen->root, &Named::root);
    if (known == named.end())
        named.push_back({header.seen->root, entry, header.feed, header.seq, 1});
    else
        ++known->count;
}

} // namespace teken::audit
