// From a book into a .teken file and back. Importing is idempotent: whatever is there already changes
// nothing.
#pragma once

#include "core/ledger/ledger.h"
#include "core/store/book.h"
#include "sync/bundle/bundle.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace teken::sync {

/// Told now and then; for progress bars.
using BundleProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

struct ExportRequest {
    BundleHeader header;
    /// Feeds to write, from `from` on; absent: all feeds. Roots and admins come first in every file.
    std::optional<std::map<FeedId, entry::Seq>> feeds;
    /// Blobs this key may read under the ledger's rules; absent: all that entries speak of. Unset `blobs`:
    /// none.
    bool blobs = true;
    std::optional<PublicKey> reader;
    /// A deliberate choice to write without a seal what rests sealed in this book.
    bool openly = false;
    /// Statements of the server that this book has kept, and answers of its log to questions that came on
    /// sticks (of `reader`, or of all).
    bool receipts = false;
    /// What this book wants to know of the log about its own entries.
    bool questions = false;
};

struct ExportSummary {
    std::uint64_t records = 0, blobs = 0, receipts = 0, bytes = 0;
    std::uint64_t questions = 0, replies = 0; ///< pages to and from the log
    std::uint64_t pending = 0; ///< pages from sticks to which the log has no whole answer yet: sync once more
};

/// InvalidInput ("bundle.no-recipient"): a sealed book writes nothing unsealed but receipts, which name
/// nobody, unless `openly` says so. Nothing is written then. Unauthorized ("sync.not-certified") for a reader
/// that nobody certified.
[[nodiscard]] Result<ExportSummary> exportBundle(store::Book& book, const ledger::Ledger& ledger,
                                                 BundleStorage& storage, const BundleStorage::Path& path,
                                                 const ExportRequest& request, RandomSource& random,
                                                 const BundleProgress& progress = {});

/// Feeds of roots and admins, whole: what every laptop needs.
[[nodiscard]] Result<std::map<FeedId, entry::Seq>> authorityFeeds(const ledger::Ledger& ledger);
/// Own feeds of this book behind what the centre has acknowledged.
[[nodiscard]] Result<std::map<FeedId, entry::Seq>> unsentFeeds(store::Book& book);

struct ImportSummary {
    std::uint64_t stored = 0, duplicates = 0, forks = 0, unknownKinds = 0;
    std::uint64_t refused = 0;                    ///< broken, or of keys nobody certified
    std::map<std::string, std::uint64_t> reasons; ///< of the refused, by slug
    std::uint64_t blobs = 0;                      ///< complete and new
    std::uint64_t receipts = 0;                   ///< verified and newer than what was here
    std::uint64_t receiptsElsewhere = 0; ///< of heads that are not in this book: of other laptops, or newer
    std::uint64_t receiptsFormer = 0;    ///< good once, from before the server's book was restored
    std::uint64_t receiptsRefused = 0;   ///< broken, of no server, or of another entry under that number
    bool serverRestored = false;         ///< a receipt told so: what was received waits again
    std::uint64_t questions =
        0; ///< pages of somebody else's, to be asked at the next meeting with the centre
    std::uint64_t logReceipts = 0;  ///< own entries whose place in the log was verified, new or once more
    std::uint64_t logPending = 0;   ///< own entries that the log had not signed for yet
    std::uint64_t logStale = 0;     ///< answers older than what was learnt since: ask anew
    std::uint64_t logElsewhere = 0; ///< answers for other laptops
    /// Answers that prove nothing: another log's, or proofs that do not hold. A file is nobody's word, so
    /// this accuses nobody, but nothing was received either.
    std::uint64_t logRefused = 0;
    /// Two notes signed by the log itself contradict each other; evidence was kept.
    std::optional<Error> logFault;
    [[nodiscard]] std::uint64_t records() const { return stored + duplicates + refused; }
};

/// How much one step of an import takes at most before it gives the book back: whichever comes first.
struct ImportStep {
    std::size_t items = 250;
    std::uint64_t bytes = 4ULL * 1024 * 1024; ///< of the file
};

/// importBundle() in pieces, so that a thread which serves others besides can serve them in between. Between
/// two steps nothing is open in the book, and others may write to it. All that is given outlives it; after
/// its end nothing of them is touched. One thread at a time.
class BundleImport {
public:
    BundleImport(BundleReader& reader, store::Book& book, ledger::Ledger& ledger, const Clock& clock);
    ~BundleImport();
    BundleImport(const BundleImport&) = delete;
    BundleImport& operator=(const BundleImport&) = delete;

    /// What it took is in the book, durably. True: that was the last one. After an error or the end there is
    /// no next step; what was recorded stays.
    [[nodiscard]] Result<bool> step(const ImportStep& most = {});
    /// After the last step.
    [[nodiscard]] const ImportSummary& summary() const;

private:
    class Importer;
    BundleReader& m_reader;
    std::unique_ptr<Importer> m_importer;
    bool m_read = false; ///< to the last item
};

/// Records what `reader` gives. The file was checked before (checkBundle). Entries of keys that no
/// certificate here or in the file names are refused; the rest goes on. Errors are those of the store and the
/// reader.
[[nodiscard]] Result<ImportSummary> importBundle(BundleReader& reader, store::Book& book,
                                                 ledger::Ledger& ledger, const Clock& clock,
                                                 const BundleProgress& progress = {});

} // namespace teken::sync
