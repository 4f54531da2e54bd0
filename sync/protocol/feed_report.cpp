#include "sync/protocol/feed_report.h"

#include "core/crypto/hash.h"

#include <algorithm>

namespace teken::sync {

Result<FeedReport> reportOf(const store::EntryTable& entries, const store::FeedSummary& summary) {
    FeedReport report;
    report.feed = summary.feed;
    report.head = summary.head;
    report.last = summary.last;
    report.forkedAt = summary.forkedAt;
    if (summary.last > summary.head.seq) {
        TEKEN_TRY(auto loose, entries.idsOf(summary.feed, summary.head.seq + 1, summary.last));
        std::ranges::sort(loose);
        crypto::Sha256 hash;
        for (const auto& id : loose)
            hash.add(id.view());
        report.loose = hash.finish();
    }
    return report;
}

} // namespace teken::sync
