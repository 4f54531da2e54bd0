#include "core/audit/verify_all.h"

namespace teken::audit {
namespace {
constexpr std::size_t kRecordsAtOnce =
    64; // some four milliseconds of signatures: small enough to share evenly
} // namespace

Conveyor::Read storedRecords(const store::EntryTable& entries) {
    return [&entries, next = std::uint64_t{1}]() mutable -> Result<std::vector<Incoming>> {
        std::vector<Incoming> some;
        const auto scanned = entries.scanAll(next, [&](const store::StoredEntry& stored) -> Result<> {
            some.push_back({stored.order, stored.id, stored.feed, stored.seq, stored.prev, stored.record});
            return some.size() < kRecordsAtOnce
                       ? Result<>{}
                       : fail(ErrorCode::Cancelled, "audit.enough", "enough for once");
        });
        if (!scanned && some.empty())
            return fail(scanned.error());
        if (!some.empty())
            next = some.back().order + 1;
        return some;
    };
}

Result<> verifyAll(const store::EntryTable& entries, unsigned threads,
                   const std::function<Result<>(Verified&&)>& sink) {
    Conveyor conveyor(threads, storedRecords(entries));
    for (;;) {
        TEKEN_TRY(auto one, conveyor.next());
        if (!one)
            return {};
        TEKEN_CHECK(sink(std::move(*one)));
    }
}

} // namespace teken::audit
