#include "core/log/leaf.h"
#include "core/log/proof_file.h"
#include "core/store/blobs.h"
#include "core/store/entries.h"
#include "core/store/log_table.h"
#include "core/store/receipts.h"
#include "sync/bundle/evidence.h"
#include "sync/protocol/blob_index.h"

#include <algorithm>
#include <set>

namespace teken::sync {

namespace {

constexpr std::uint64_t kLeavesAtOnce = 256;

/// Root, admins, officers of the drive, in this order.
Result<std::vector<FeedId>> feedsOf(const ledger::Ledger& ledger, const EntryId& drive) {
    TEKEN_TRY(const auto states, ledger.feeds());
    std::vector<FeedId> feeds;
    const auto take = [&](auto wanted) {
        for (const auto& state : states)
            if (wanted(state))
                feeds.push_back(state.feed);
    };
    take([](const ledger::FeedState& state) { return state.role == entry::Role::Root; });
    take([](const ledger::FeedState& state) { return state.role == entry::Role::Admin; });
    take([&](const ledger::FeedState& state) {
        return state.role == entry::Role::Field && state.drive == drive;
    });
    return feeds;
}

class EvidenceWriter {
public:
    EvidenceWriter(store::Book& book, const ledger::Ledger& ledger, BundleWriter& writer,
                   const BundleProgress& progress, std::uint64_t total)
        : m_book(book), m_ledger(ledger), m_writer(writer), m_progress(progress), m_total(total) {}

    Result<> writeEntries(const EntryId& drive) {
        TEKEN_TRY(const auto feeds, feedsOf(m_ledger, drive));
        for (const auto& feed : feeds)
            TEKEN_CHECK(m_book.entries().scanFeed(feed, 1, entry::kMostInteger,
                                                  [&](const store::StoredEntry& stored) -> Result<> {
                                                      ++summary.records;
                                                      tell();
                                                      return m_writer.add(stored.record);
                                                  }));
        BlobIndex index;
        TEKEN_CHECK(index.update(m_book));
        TEKEN_TRY(const auto blobs, index.present(m_book));
        const std::set<FeedId> own(feeds.begin(), feeds.end());
        for (const auto& blob : blobs) {
            if (!index.isOf(blob, own))
                continue;
            TEKEN_TRY(const auto bytes, m_book.blobs().get(blob));
            TEKEN_CHECK(m_writer.addBlob(blob, bytes));
            ++summary.blobs;
        }
        return {};
    }

    Result<> writeLog(const audit::LogMaterial& log) {
        for (const auto& note : log.checkpoints) {
            TEKEN_CHECK(m_writer.add(CheckpointNote{note}));
            ++summary.checkpoints;
        }
        for (const auto& one : log.accusations) {
            TEKEN_CHECK(m_writer.add(LogAccusation{one.former, one.found}));
            ++summary.accusations;
        }
        if (log.leaves)
            return writeLeaves(log);
        return log.places ? log.places([&](const EntryId& id, std::string_view proof) -> Result<> {
            ++summary.places;
            return m_writer.add(EntryPlace{id, std::string(proof)});
        })
                          : Result<>{};
    }

    EvidenceSummary summary;

private:
    Result<> writeLeaves(const audit::LogMaterial& log) {
        LeafRun run;
        const auto flush = [&]() -> Result<> {
            if (run.leaves.empty())
                return {};
            TEKEN_CHECK(m_writer.add(run));
            run.first = summary.leaves;
            run.leaves.clear();
            return {};
        };
        TEKEN_CHECK(log.leaves([&](ByteView leaf) -> Result<> {
            if (leaf.size() != log::kLeafBytes)
                return fail(ErrorCode::Corrupt, "evidence.leaves", "expected leaves of 152 bytes");
            run.leaves.insert(run.leaves.end(), leaf.begin(), leaf.end());
            ++summary.leaves;
            tell();
            return run.leaves.size() == kMostLeavesInRun * log::kLeafBytes ? flush() : Result<>{};
        }));
        return flush();
    }

    void tell() {
        if (m_progress)
            m_progress(summary.records + summary.leaves, m_total);
    }

    store::Book& m_book;
    const ledger::Ledger& m_ledger;
    BundleWriter& m_writer;
    const BundleProgress& m_progress;
    std::uint64_t m_total;
};

} // namespace

Result<EvidenceSummary> writeEvidence(store::Book& book, const ledger::Ledger& ledger, BundleStorage& storage,
                                      const BundleStorage::Path& path, const EvidenceRequest& request,
                                      RandomSource& random, const BundleProgress& progress) {
    TEKEN_TRY(const auto drives, ledger.drives());
    if (std::ranges::find(drives, request.drive, &ledger::DriveState::drive) == drives.end())
        return fail(ErrorCode::NotFound, "drive.none", "expected this drive in the book, found none");
    if (!request.recipient && !request.openly && book.protection() == store::Protection::Sealed)
        return fail(ErrorCode::InvalidInput, "bundle.no-recipient",
                    "expected a recipient to seal to, or the choice to write openly, found neither");
    BundleHeader header;
    header.purpose = Purpose::Evidence;
    header.origin = request.origin;
    header.createdMs = request.createdMs;
    header.recipient = request.recipient;
    header.drive = request.drive;
    TEKEN_TRY(const auto entries, book.entries().count());
    TEKEN_TRY(const auto log, book.log().state());
    const auto total = entries + (log ? log->range.size().value : entries);
    TEKEN_TRY(auto writer, BundleWriter::create(storage, path, header, random));
    EvidenceWriter evidence(book, ledger, *writer, progress, total);
    TEKEN_CHECK(evidence.writeEntries(request.drive));
    TEKEN_CHECK(evidence.writeLog(request.log));
    TEKEN_TRY(const auto written, writer->finish());
    evidence.summary.bytes = written.bytes;
    return evidence.summary;
}

Result<std::vector<audit::LogMaterial::Accusation>> accusationsOf(store::Book& book) {
    TEKEN_TRY(auto kept, book.receipts().evidence());
    std::vector<audit::LogMaterial::Accusation> accusations;
    for (auto& one : kept)
        accusations.push_back({std::move(one.former), std::move(one.found)});
    return accusations;
}

Result<audit::LogMaterial> logOf(store::Book& book, std::vector<std::string> notes) {
    audit::LogMaterial log;
    log.checkpoints = std::move(notes);
    TEKEN_TRY(log.accusations, accusationsOf(book));
    TEKEN_TRY(const auto state, book.log().state());
    if (state) {
        // Leaves beyond the newest checkpoint are not signed for yet: they wait for the next evidence.
        std::uint64_t covered = 0;
        for (const auto& text : log.checkpoints)
            if (const auto note = log::parseNote(text))
                if (const auto checkpoint = log::parseCheckpoint(note->text))
                    covered = std::max(covered, checkpoint->size.value);
        const auto size = std::min(covered, state->range.size().value);
        log.leaves = [&book, size](const audit::LogMaterial::VisitLeaf& visit) -> Result<> {
            for (std::uint64_t at = 0; at < size; at += kLeavesAtOnce) {
                TEKEN_TRY(const auto leaves, book.log().leaves({at}, std::min(kLeavesAtOnce, size - at)));
                for (const auto& leaf : leaves)
                    TEKEN_CHECK(visit(leaf));
            }
            return {};
        };
        return log;
    }
    TEKEN_TRY(const auto seen, book.receipts().notes());
    if (seen.empty())
        return log;
    log.checkpoints.insert(log.checkpoints.end(), seen.begin(), seen.end());
    log.places = [&book](const audit::LogMaterial::VisitPlace& visit) {
        return book.receipts().each([&](const store::Receipt& receipt) {
            return visit(receipt.entry,
                         log::formatProofFile({receipt.index, receipt.hashes, receipt.checkpoint}));
        });
    };
    return log;
}

} // namespace teken::sync
