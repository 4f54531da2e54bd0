// Checkpoints that entries name as seen, collected while the entries are verified: each distinct one once.
#pragma once

#include "core/entry/entry.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace teken::audit {

class SeenCheckpoints {
public:
    void add(const EntryId& entry, const entry::Header& header);

    struct Named {
        Digest root;
        EntryId entry; ///< the first that names it
        FeedId feed;
        entry::Seq seq = 0;
        std::uint64_t count = 0;
    };
    /// By origin and size.
    using Map = std::map<std::pair<std::string, std::uint64_t>, std::vector<Named>>;
    [[nodiscard]] const Map& all() const { return m_named; }

private:
    Map m_named;
};

} // namespace teken::audit
