#include "core/crypto/hash.h"
#include "core/store/acks.h"
#include "core/store/blobs.h"
#include "core/store/entries.h"
#include "core/store/keyring.h"
#include "core/store/receipts.h"
#include "sync/bundle/transfer.h"
#include "sync/protocol/blob_index.h"
#include "sync/protocol/codec_log.h"

#include <algorithm>

namespace teken::sync {

namespace {

int rankOf(const ledger::FeedState& feed) {
    if (feed.role == entry::Role::Root)
        return 0;
    return feed.role == entry::Role::Admin ? 1 : 2;
}

struct FeedPart {
    FeedId feed;
    entry::Seq from = 1;
    int rank = 0;
};

// Certificates travel before what they certify, so that a reader never has to wait.
Result<std::vector<FeedPart>> partsOf(store::Book& book, const ledger::Ledger& ledger,
                                      const ExportRequest& request) {
    TEKEN_TRY(const auto summaries, book.entries().feeds());
    std::vector<FeedPart> parts;
    for (const auto& summary : summaries) {
        FeedPart part{summary.feed, 1, 2};
        if (request.feeds) {
            const auto wanted = request.feeds->find(summary.feed);
            if (wanted == request.feeds->end())
                continue;
            part.from = wanted->second;
        }
        TEKEN_TRY(const auto state, ledger.feed(summary.feed));
        if (state)
            part.rank = rankOf(*state);
        parts.push_back(part);
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const FeedPart& a, const FeedPart& b) { return a.rank < b.rank; });
    return parts;
}

Result<std::vector<BlobId>> blobsFor(store::Book& book, const ledger::Ledger& ledger,
                                     const ExportRequest& request) {
    if (!request.blobs)
        return std::vector<BlobId>{};
    BlobIndex index;
    TEKEN_CHECK(index.update(book));
    TEKEN_TRY(auto blobs, index.present(book));
    if (!request.reader)
        return blobs;
    TEKEN_TRY(const auto reader, readerOf(ledger, *request.reader));
    if (!reader)
        return fail(ErrorCode::Unauthorized, "sync.not-certified", "expected a certified reader, found none");
    std::vector<BlobId> allowed;
    for (const auto& blob : blobs) {
        TEKEN_TRY(const auto may, index.mayRead(ledger, *reader, blob));
        if (may)
            allowed.push_back(blob);
    }
    return allowed;
}

Result<> writeReceipts(store::Book& book, BundleWriter& writer, ExportSummary& summary) {
    TEKEN_TRY(const auto feeds, book.entries().feeds());
    for (const auto& feed : feeds) {
        TEKEN_TRY(const auto ack, book.acks().latest(feed.feed));
        if (!ack)
            continue;
        TEKEN_CHECK(writer.add(Statement{ack->statement, ack->server, ack->signature}));
        ++summary.receipts;
    }
    return {};
}

Result<> writeReplies(store::Book& book, const std::optional<PublicKey>& reader, BundleWriter& writer,
                      ExportSummary& summary) {
    TEKEN_TRY(const auto errands, book.receipts().errands().all());
    for (const auto& errand : errands) {
        summary.pending += errand.whole ? 0 : 1;
        if (errand.answer.empty() || (reader && crypto::feedIdOf(*reader) != errand.feed))
            continue;
        TEKEN_TRY(auto answer, decode<LogProofsAnswer>(errand.answer));
        const LogReply reply{errand.feed, errand.since, errand.entries, std::move(answer)};
        if (encode(reply).size() > kMostItemBytes)
            continue; // no honest log answers at such length
        TEKEN_CHECK(writer.add(reply));
        ++summary.replies;
    }
    return {};
}

Result<> writeQuestions(store::Book& book, const ledger::Ledger& ledger, BundleWriter& writer,
                        ExportSummary& summary) {
    TEKEN_TRY(const auto logs, ledger.logs());
    TEKEN_TRY(const auto questions, ownQuestions(book, logs));
    for (const auto& question : questions)
        TEKEN_CHECK(writer.add(question));
    summary.questions += questions.size();
    return {};
}

} // namespace

Result<ExportSummary> exportBundle(store::Book& book, const ledger::Ledger& ledger, BundleStorage& storage,
                                   const BundleStorage::Path& path, const ExportRequest& request,
                                   RandomSource& random, const BundleProgress& progress) {
    TEKEN_TRY(const auto parts, partsOf(book, ledger, request));
    if (!request.header.recipient && !request.openly && book.protection() == store::Protection::Sealed &&
        (!parts.empty() || request.blobs))
        return fail(ErrorCode::InvalidInput, "bundle.no-recipient",
                    "expected a recipient to seal to, or the choice to write openly, found neither");
    TEKEN_TRY(const auto blobs, blobsFor(book, ledger, request));
    TEKEN_TRY(const auto count, book.entries().count());
    const auto total = count + blobs.size();
    ExportSummary summary;
    TEKEN_TRY(auto writer, BundleWriter::create(storage, path, request.header, random));
    const auto tell = [&] {
        if (progress)
            progress(summary.records + summary.blobs, total);
    };
    for (const auto& part : parts)
        TEKEN_CHECK(book.entries().scanFeed(part.feed, part.from, entry::kMostInteger,
                                            [&](const store::StoredEntry& stored) -> Result<> {
                                                ++summary.records;
                                                tell();
                                                return writer->add(stored.record);
                                            }));
    for (const auto& blob : blobs) {
        TEKEN_TRY(const auto bytes, book.blobs().get(blob));
        TEKEN_CHECK(writer->addBlob(blob, bytes));
        ++summary.blobs;
        tell();
    }
    if (request.receipts) {
        TEKEN_CHECK(writeReceipts(book, *writer, summary));
        TEKEN_CHECK(writeReplies(book, request.reader, *writer, summary));
    }
    if (request.questions)
        TEKEN_CHECK(writeQuestions(book, ledger, *writer, summary));
    TEKEN_TRY(const auto written, writer->finish());
    summary.bytes = written.bytes;
    return summary;
}

Result<std::map<FeedId, entry::Seq>> authorityFeeds(const ledger::Ledger& ledger) {
    TEKEN_TRY(const auto feeds, ledger.feeds());
    std::map<FeedId, entry::Seq> found;
    for (const auto& feed : feeds)
        if (feed.role == entry::Role::Root || feed.role == entry::Role::Admin)
            found.emplace(feed.feed, 1);
    return found;
}

Result<std::map<FeedId, entry::Seq>> unsentFeeds(store::Book& book) {
    TEKEN_TRY(const auto holders, book.keyring().holders());
    std::map<FeedId, entry::Seq> found;
    for (const auto& holder : holders) {
        TEKEN_TRY(const auto ack, book.acks().latest(holder.feed));
        found.emplace(holder.feed, ack ? ack->seq + 1 : 1);
    }
    return found;
}

} // namespace teken::sync
