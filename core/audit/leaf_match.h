// Leaves of the log against the entries at hand. Inside this room only.
#pragma once

#include "core/audit/judge.h"
#include "core/log/merkle.h"

#include <map>
#include <set>
#include <vector>

namespace teken::audit {

/// Takes every leaf once, in order. Feeds usually stand in the log in order of number, so a window of the
/// book's rows a feed is enough; a log that jumps about costs one look-up a leaf.
class LeafMatch {
public:
    /// `places`: filled in: leaf of each stored order, plus one.
    [[nodiscard]] static Result<LeafMatch> create(const Bench& bench, const std::optional<EntryId>& drive,
                                                  std::vector<std::uint64_t>& places);

    [[nodiscard]] Result<> take(std::uint64_t index, ByteView leaf);
    /// Findings that need the end: leaves without entry, entries without leaf.
    [[nodiscard]] Result<> finish(log::TreeSize size);
    [[nodiscard]] std::uint64_t foreign() const { return m_foreign; }

private:
    struct Window {
        entry::Seq from = 1, to = 0; ///< numbers covered; empty at first
        std::vector<store::EntryTable::Mark> marks;
    };
    struct Lack {
        entry::Seq first = 0;
        std::uint64_t count = 0;
    };

    LeafMatch(const Bench& bench, std::vector<std::uint64_t>& places) : m_bench(bench), m_places(places) {}
    [[nodiscard]] Result<> slide(const FeedId& feed, Window& window, entry::Seq seq);
    void compare(const log::LeafIndex& index, const FeedId& feed, entry::Seq seq, const EntryId& entry,
                 const Signature& signature, const Window& window);
    [[nodiscard]] Result<> findUnlogged(log::TreeSize size);

    const Bench& m_bench;
    std::vector<std::uint64_t>& m_places;
    std::set<FeedId> m_expected; ///< feeds whose every leaf must have its entry here
    std::map<FeedId, Window> m_windows;
    std::map<FeedId, Lack> m_absent;
    std::uint64_t m_foreign = 0;
};

} // namespace teken::audit
