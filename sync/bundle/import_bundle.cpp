#include "core/crypto/hash.h"
#include "core/store/acks.h"
#include "core/store/blobs.h"
#include "core/store/entries.h"
#include "sync/bundle/import_log.h"
#include "sync/bundle/transfer.h"
#include "sync/protocol/blob_index.h"
#include "sync/protocol/server_life.h"

#include <algorithm>

namespace teken::sync {

namespace {

constexpr std::size_t kBatch = 250;           // entries to one durable transaction
constexpr std::size_t kMostReceipts = 2'000;  // one a feed is enough; a file may not fill the memory
constexpr std::size_t kMostStrangers = 5'000; // entries that wait for a certificate later in the file

} // namespace

class BundleImport::Importer {
public:
    Importer(store::Book& book, ledger::Ledger& ledger, const Clock& clock, const FeedId& origin)
        : m_book(book), m_ledger(ledger), m_clock(clock), m_stickLog(book, ledger, clock, origin) {}

    Result<> take(BundleItem item) {
        if (auto* record = std::get_if<entry::Record>(&item))
            return takeRecord(std::move(*record));
        TEKEN_CHECK(flush()); // blobs and receipts speak of entries before them
        if (const auto* piece = std::get_if<BlobPiece>(&item))
            return takePiece(*piece);
        if (auto* question = std::get_if<LogQuestion>(&item))
            return m_stickLog.take(std::move(*question), m_summary);
        if (const auto* reply = std::get_if<LogReply>(&item))
            return m_stickLog.take(*reply, m_summary);
        auto* statement = std::get_if<Statement>(&item);
        if (statement == nullptr)
            return {}; // the log of an evidence file: an audit reads it, a book does not keep it
        if (m_receipts.size() < kMostReceipts)
            m_receipts.push_back(std::move(*statement));
        else
            ++m_summary.receiptsRefused;
        return {};
    }

    /// What could only be judged at the end, `most` receipts of it; true: that was all.
    Result<bool> finish(std::size_t most) {
        if (m_receiptsDone == 0) {
            TEKEN_CHECK(flush());
            TEKEN_CHECK(retryStrangers());
        }
        for (; most > 0 && m_receiptsDone < m_receipts.size(); --most)
            TEKEN_CHECK(takeReceipt(m_receipts[m_receiptsDone++]));
        if (m_receiptsDone < m_receipts.size())
            return false;
        TEKEN_CHECK(m_stickLog.finish());
        return true;
    }
    /// What was read so far is in the book, durably.
    Result<> flush() {
        if (m_batch.empty())
            return {};
        std::vector<entry::VerifiedEntry> known;
        for (auto& one : m_batch) {
            TEKEN_TRY(const auto certified, m_ledger.isKnownKey(one.raw.key));
            if (certified)
                known.push_back(std::move(one));
            else if (m_strangers.size() < kMostStrangers)
                m_strangers.push_back(std::move(one));
            else
                refuse("sync.unknown-key");
        }
        m_batch.clear();
        TEKEN_CHECK(record(known));
        // A certificate in this batch may be what the others were waiting for.
        return m_strangers.empty() || known.empty() ? Result<>{} : retry();
    }
    [[nodiscard]] const ImportSummary& summary() const { return m_summary; }

private:
    void refuse(const std::string& reason) {
        ++m_summary.refused;
        ++m_summary.reasons[reason];
    }

    Result<> takeRecord(entry::Record record) {
        if (std::holds_alternative<entry::WithheldEntry>(record)) {
            // It proves nothing by itself, and neither does a stick: anybody could make entries disappear.
            refuse("sync.withheld-unproven");
            return {};
        }
        auto verified = entry::verifyEntry(std::get<entry::Entry>(std::move(record)));
        if (!verified) {
            refuse(verified.error().reason);
            return {};
        }
        m_batch.push_back(std::move(*verified));
        return m_batch.size() >= kBatch ? flush() : Result<>{};
    }

    Result<> retry() {
        for (bool more = true; more;) {
            std::vector<entry::VerifiedEntry> known;
            std::vector<entry::VerifiedEntry> rest;
            for (auto& one : m_strangers) {
                TEKEN_TRY(const auto certified, m_ledger.isKnownKey(one.raw.key));
                (certified ? known : rest).push_back(std::move(one));
            }
            m_strangers = std::move(rest);
            more = !known.empty();
            TEKEN_CHECK(record(known));
        }
        return {};
    }

    Result<> retryStrangers() {
        TEKEN_CHECK(retry());
        for (std::size_t i = 0; i < m_strangers.size(); ++i)
            refuse("sync.unknown-key");
        m_strangers.clear();
        return {};
    }

    Result<> record(const std::vector<entry::VerifiedEntry>& entries) {
        if (entries.empty())
            return {};
        TEKEN_TRY(const auto fates, m_ledger.record(entries));
        for (const auto fate : fates)
            count(fate);
        return {};
    }

    void count(ledger::Fate fate) {
        switch (fate) {
        case ledger::Fate::Stored:
            ++m_summary.stored;
            break;
        case ledger::Fate::Duplicate:
            ++m_summary.duplicates;
            break;
        case ledger::Fate::Fork:
            ++m_summary.stored;
            ++m_summary.forks;
            break;
        case ledger::Fate::Unknown:
            ++m_summary.stored;
            ++m_summary.unknownKinds;
            break;
        }
    }

    // Only what some entry speaks of: a file must not fill a disk with things nobody asked for.
    Result<> takePiece(const BlobPiece& piece) {
        TEKEN_TRY(const auto here, m_book.blobs().has(piece.id));
        if (here)
            return {};
        if (!m_blobs.knows(piece.id)) {
            TEKEN_CHECK(m_blobs.update(m_book));
            if (!m_blobs.knows(piece.id)) {
                if (piece.last)
                    refuse("sync.blob-unknown");
                return {};
            }
        }
        TEKEN_TRY(const auto present, m_book.blobs().partialBytes(piece.id));
        if (present > piece.offset)
            return {}; // from an earlier, interrupted import: the later parts go on from there
        const auto put = m_book.write([&](store::Transaction& transaction) {
            return m_book.blobs().putPart(transaction, piece.id, piece.offset, piece.bytes, piece.last);
        });
        if (!put && put.error().code != ErrorCode::VerificationFailed &&
            put.error().code != ErrorCode::Conflict)
            return put;
        if (!put)
            refuse(put.error().reason);
        else if (piece.last)
            ++m_summary.blobs;
        return {};
    }

    Result<bool> isServer(const PublicKey& key) {
        TEKEN_TRY(const auto servers, m_ledger.servers());
        return std::any_of(
            servers.begin(), servers.end(),
            [&](const ledger::Ledger::ServerCertificate& server) { return server.key == key; });
    }

    // A receipt that came on a stick answers somebody else's nonce; what counts is who signed it and that the
    // head is the entry we hold under that number.
    Result<> takeReceipt(const Statement& statement) {
        const auto facts = verifyAck(statement);
        TEKEN_TRY(const auto trusted, isServer(statement.key));
        if (!facts || !trusted) {
            ++m_summary.receiptsRefused;
            return {};
        }
        TEKEN_TRY(const auto ids, m_book.entries().idsAt(facts->feed, facts->seq));
        if (std::find(ids.begin(), ids.end(), facts->head) == ids.end()) {
            // A centre writes one file of receipts for all its laptops.
            ++(ids.empty() ? m_summary.receiptsElsewhere : m_summary.receiptsRefused);
            return {};
        }
        TEKEN_TRY(const auto fit, fitOf(m_book, statement.key, facts->epoch, facts->time));
        if (fit == LifeFit::Former) { // played again: what it speaks of may be gone
            ++m_summary.receiptsFormer;
            return {};
        }
        m_summary.serverRestored |= fit == LifeFit::Next;
        TEKEN_TRY(const auto present, m_book.acks().latest(facts->feed, statement.key));
        if (fit == LifeFit::Present && present && present->seq >= facts->seq)
            return {};
        ++m_summary.receipts;
        const store::Ack ack{statement.key, facts->feed,     facts->seq,         facts->head,
                             m_clock.now(), statement.bytes, statement.signature};
        return m_book.write([&](store::Transaction& transaction) -> Result<> {
            // The server was restored: what it lacks now waits again, and goes out with the next stick.
            TEKEN_CHECK(
                beginLife(m_book, transaction, statement.key, facts->epoch, facts->time, m_clock.now()));
            return m_book.acks().put(transaction, ack);
        });
    }

    store::Book& m_book;
    ledger::Ledger& m_ledger;
    const Clock& m_clock;
    StickLog m_stickLog;
    BlobIndex m_blobs;
    std::vector<entry::VerifiedEntry> m_batch;
    std::vector<entry::VerifiedEntry> m_strangers;
    std::vector<Statement> m_receipts;
    std::size_t m_receiptsDone = 0;
    ImportSummary m_summary;
};

BundleImport::BundleImport(BundleReader& reader, store::Book& book, ledger::Ledger& ledger,
                           const Clock& clock)
    : m_reader(reader), m_importer(std::make_unique<Importer>(book, ledger, clock, reader.header().origin)) {}

BundleImport::~BundleImport() = default;

Result<bool> BundleImport::step(const ImportStep& most) {
    const auto from = m_reader.position();
    for (std::size_t i = 0; i < most.items && !m_read; ++i) {
        if (m_reader.position() - from >= most.bytes)
            break;
        TEKEN_TRY(auto item, m_reader.next());
        m_read = !item;
        if (item)
            TEKEN_CHECK(m_importer->take(*std::move(item)));
    }
    if (m_read)
        return m_importer->finish(most.items);
    TEKEN_CHECK(m_importer->flush());
    return false;
}

const ImportSummary& BundleImport::summary() const {
    return m_importer->summary();
}

Result<ImportSummary> importBundle(BundleReader& reader, store::Book& book, ledger::Ledger& ledger,
                                   const Clock& clock, const BundleProgress& progress) {
    BundleImport import(reader, book, ledger, clock);
    for (;;) {
        TEKEN_TRY(const bool whole, import.step());
        if (progress)
            progress(reader.position(), reader.fileBytes());
        if (whole)
            return import.summary();
    }
}

} // namespace teken::sync
