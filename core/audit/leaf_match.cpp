#include "core/audit/leaf_match.h"

#include "core/log/leaf.h"

#include <algorithm>
#include <span>

namespace teken::audit {
namespace {
constexpr std::size_t kWindowRows = 512;
constexpr auto kLastSeq = static_cast<entry::Seq>(entry::kMostInteger);
} // namespace

Result<LeafMatch> LeafMatch::create(const Bench& bench, const std::optional<EntryId>& drive,
                                    std::vector<std::uint64_t>& places) {
    LeafMatch match(bench, places);
    TEKEN_TRY(const auto feeds, bench.ledger.feeds());
    for (const auto& feed : feeds) {
        const bool authority = feed.role == entry::Role::Root || feed.role == entry::Role::Admin;
        const bool officer = feed.role == entry::Role::Field && (!drive || feed.drive == drive);
        if (authority || officer)
            match.m_expected.insert(feed.feed);
    }
    TEKEN_TRY(const auto here, bench.working.entries().feeds());
    for (const auto& feed : here)
        match.m_windows.emplace(feed.feed, Window{});
    return match;
}

Result<> LeafMatch::slide(const FeedId& feed, Window& window, entry::Seq seq) {
    if (seq >= window.from && seq <= window.to)
        return {};
    // Going on where the window ended (or beginning) reads far; a jump reads one number only, so that a log
    // made to jump cannot make every leaf cost a window.
    const bool goesOn = seq == window.to + 1;
    TEKEN_TRY(window.marks, m_bench.working.entries().marks(feed, seq, goesOn ? kLastSeq : seq, kWindowRows));
    window.from = seq;
    window.to = seq;
    if (goesOn && !window.marks.empty()) {
        // The last number may have more rows than fitted: it begins the next window.
        const bool cut = window.marks.size() == kWindowRows;
        const auto last = window.marks.back().seq;
        window.to = cut && last > seq ? last - 1 : std::max(seq, last);
    }
    return {};
}

void LeafMatch::compare(const log::LeafIndex& index, const FeedId& feed, entry::Seq seq, const EntryId& entry,
                        const Signature& signature, const Window& window) {
    const auto& marks = window.marks; // by number
    const auto first = std::ranges::lower_bound(marks, seq, {}, &store::EntryTable::Mark::seq);
    const auto last = std::ranges::upper_bound(marks, seq, {}, &store::EntryTable::Mark::seq);
    for (const auto& mark : std::span(first, last)) {
        if (mark.id != entry)
            continue;
        if (mark.signature == signature)
            m_places[mark.order] = index.value + 1;
        else
            m_bench.findings.add({.rule = "log.leaf-differs",
                                  .entry = entry,
                                  .feed = feed,
                                  .seq = seq,
                                  .found = std::to_string(index.value)});
        return;
    }
    if (first != last) {
        m_bench.findings.add({.rule = "log.other-entry",
                              .entry = entry,
                              .feed = feed,
                              .seq = seq,
                              .expected = first->id.hex(),
                              .found = std::to_string(index.value)});
        return;
    }
    auto& lack = m_absent[feed];
    lack.first = lack.count == 0 ? seq : std::min(lack.first, seq);
    ++lack.count;
}

Result<> LeafMatch::take(std::uint64_t index, ByteView bytes) {
    const auto leaf = log::decodeLeaf(bytes);
    if (!leaf) {
        m_bench.findings.add(
            {.rule = "log.leaf-format", .expected = std::to_string(index), .found = leaf.error().reason});
        return {};
    }
    const auto window = m_windows.find(leaf->feed);
    if (window == m_windows.end() && !m_expected.contains(leaf->feed)) {
        ++m_foreign;
        return {};
    }
    const auto seq = static_cast<entry::Seq>(leaf->seq);
    static const Window kNone;
    if (window != m_windows.end())
        TEKEN_CHECK(slide(leaf->feed, window->second, seq));
    compare({index}, leaf->feed, seq, leaf->entry, leaf->signature,
            window != m_windows.end() ? window->second : kNone);
    return {};
}

Result<> LeafMatch::findUnlogged(log::TreeSize size) {
    for (const auto& [feed, window] : m_windows) {
        Lack lack;
        EntryId first;
        for (entry::Seq from = 1;;) {
            TEKEN_TRY(const auto marks, m_bench.working.entries().marks(feed, from, kLastSeq, kWindowRows));
            if (marks.empty())
                break;
            const auto last = marks.back().seq;
            const bool cut = marks.size() == kWindowRows && marks.front().seq != last;
            for (const auto& mark : marks) {
                if (cut && mark.seq == last)
                    continue; // read again, whole, with the next rows
                if (m_places[mark.order] != 0)
                    continue;
                if (lack.count++ == 0) {
                    lack.first = mark.seq;
                    first = mark.id;
                }
            }
            from = cut ? last : last + 1;
        }
        if (lack.count > 0)
            m_bench.findings.add({.rule = "log.entry-not-logged",
                                  .entry = first,
                                  .feed = feed,
                                  .seq = lack.first,
                                  .expected = std::to_string(size.value),
                                  .found = std::to_string(lack.count)});
    }
    return {};
}

Result<> LeafMatch::finish(log::TreeSize size) {
    for (const auto& [feed, lack] : m_absent)
        m_bench.findings.add({.rule = "log.entry-absent",
                              .feed = feed,
                              .seq = lack.first,
                              .found = std::to_string(lack.count)});
    return findUnlogged(size);
}

} // namespace teken::audit
