#include "core/audit/compare.h"

#include "core/audit/judge_log.h"
#include "core/audit/root_key.h"
#include "core/crypto/hash.h"

#include <algorithm>

namespace teken::audit {
namespace {

constexpr std::size_t kRows = 512;

class Comparison {
public:
    Comparison(const Compared& earlier, const Compared& later, Findings& findings,
               const std::function<bool()>& goOn)
        : m_earlier(earlier), m_later(later), m_findings(findings), m_goOn(goOn) {}

    [[nodiscard]] Result<> entries();
    std::uint64_t kept = 0;
    std::uint64_t feeds = 0;

private:
    [[nodiscard]] Result<> feed(const FeedId& feed);

    const Compared& m_earlier;
    const Compared& m_later;
    Findings& m_findings;
    const std::function<bool()>& m_goOn;
};

// Each number of the earlier feed with what the later one has under it. Rows of one number come together.
Result<> Comparison::feed(const FeedId& feed) {
    std::uint64_t gone = 0;
    std::optional<store::EntryTable::Mark> first;
    for (entry::Seq from = 1;;) {
        if (m_goOn && !m_goOn())
            return fail(ErrorCode::Cancelled, "audit.cancelled", "cancelled by the caller");
        TEKEN_TRY(const auto before, m_earlier.book.entries().marks(feed, from, entry::kMostInteger, kRows));
        if (before.empty())
            break;
        const auto last = before.back().seq;
        const bool cut = before.size() == kRows && before.front().seq != last;
        TEKEN_TRY(const auto after, m_later.book.entries().marks(feed, before.front().seq, last, 2 * kRows));
        for (const auto& mark : before) {
            if (cut && mark.seq == last)
                continue;
            const bool here = std::ranges::any_of(
                after, [&](const auto& one) { return one.seq == mark.seq && one.id == mark.id; });
            if (here)
                ++kept;
            else if (gone++ == 0)
                first = mark;
        }
        from = cut ? last : last + 1;
    }
    if (first)
        m_findings.add({.rule = "compare.entry-gone",
                        .entry = first->id,
                        .feed = feed,
                        .seq = first->seq,
                        .found = std::to_string(gone)});
    return {};
}

Result<> Comparison::entries() {
    TEKEN_TRY(const auto before, m_earlier.book.entries().feeds());
    for (const auto& one : before) {
        ++feeds;
        TEKEN_CHECK(feed(one.feed));
    }
    return {};
}

} // namespace

Result<Report> compareEvidence(const Compared& earlier, const Compared& later,
                               const std::string& rootFingerprint, const std::function<bool()>& goOn) {
    TEKEN_TRY(const auto root, findRoot(later.book.entries(), rootFingerprint));
    TEKEN_TRY(const auto ledger, ledger::Ledger::open(later.book, root));
    Report report;
    report.root = crypto::feedIdOf(root);
    TEKEN_TRY(report.entries, earlier.book.entries().count());
    Findings findings;
    Comparison comparison(earlier, later, findings, goOn);
    TEKEN_CHECK(comparison.entries());
    report.verified = comparison.kept;
    report.checked = {{"compare-feeds", comparison.feeds}, {"compare-entries", comparison.kept}};

    // What the earlier evidence says of the log is something held elsewhere, as far as the later is
    // concerned.
    Held held;
    for (const auto& note : earlier.log.checkpoints)
        held.documents.push_back({"", note});
    const Bench bench{later.book, *ledger, later.book.blobs(), findings, [&]() -> Result<> {
                          if (goOn && !goOn())
                              return fail(ErrorCode::Cancelled, "audit.cancelled", "cancelled by the caller");
                          return {};
                      }};
    TEKEN_TRY(auto log, judgeLog(bench, later.log, held, {}));
    report.log = log.summary;
    if (report.log && report.log->whole && report.log->held > 0)
        report.checked.push_back({"compare-log", report.log->heldSize.value});
    else
        report.notChecked.push_back({"compare-log", 0});
    findings.moveInto(report);
    return report;
}

} // namespace teken::audit
