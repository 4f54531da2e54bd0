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
    /// Statements of the server that this book has kept.
    bool receipts = false;
};

struct ExportSummary {
    std::uint64_t records = 0, blobs = 0, receipts = 0, bytes = 0;
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
    [[nodiscard]] std::uint64_t records() const { return stored + duplicates + refused; }
};

/// Records what `reader` gives. The file was checked before (checkBundle). Entries of keys that no
/// certificate here or in the file names are refused; the rest goes on. Errors are those of the store and the
/// reader.
[[nodiscard]] Result<ImportSummary> importBundle(BundleReader& reader, store::Book& book,
                                                 ledger::Ledger& ledger, const Clock& clock,
                                                 const BundleProgress& progress = {});

/// Into an open book without folding: for an audit of the file as it is. Entries that do not hold are
/// counted.
[[nodiscard]] Result<ImportSummary> unpackBundle(BundleReader& reader, store::Book& book);

} // namespace teken::sync
