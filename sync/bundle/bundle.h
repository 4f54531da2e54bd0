// .teken files (FORMAT.md): written to the last byte and read back before they get their name; read frame by
// frame, so that memory stays flat.
#pragma once

#include "core/crypto/box.h"
#include "core/crypto/hash.h"
#include "core/entry/record.h"
#include "sync/bundle/storage.h"
#include "sync/protocol/log_errand.h"
#include "sync/protocol/statements.h"

#include <optional>
#include <variant>

namespace teken::sync {

inline constexpr std::size_t kMostBundleHeaderBytes = 16 * 1024;
inline constexpr std::uint64_t kMostBundleBytes = 8ULL * 1024 * 1024 * 1024;
inline constexpr std::size_t kMostFramePlainBytes = 1024 * 1024;
inline constexpr std::size_t kMostFrameStoredBytes = kMostFramePlainBytes + 64 * 1024;
inline constexpr std::size_t kMostItemBytes = 300'000;

enum class Purpose : std::uint8_t { Entries, Provisioning, News, Receipts, Book, Evidence };
[[nodiscard]] std::string_view slug(Purpose purpose); ///< "entries", "provisioning" …

struct BundleHeader {
    Purpose purpose = Purpose::Entries;
    FeedId origin;
    std::int64_t createdMs = 0;
    std::optional<RecipientKey> recipient; ///< the file is sealed to it
    std::optional<PublicKey> root;         ///< Provisioning
    std::optional<EntryId> drive;          ///< Provisioning, Evidence
    std::string serverUrl;                 ///< Provisioning; may be empty
    friend bool operator==(const BundleHeader&, const BundleHeader&) = default;
};

[[nodiscard]] Bytes encodeBundleHeader(const BundleHeader& header);
[[nodiscard]] Result<BundleHeader> decodeBundleHeader(ByteView bytes);

struct BlobPiece {
    BlobId id;
    std::uint64_t offset = 0;
    bool last = false;
    Bytes bytes;
    friend bool operator==(const BlobPiece&, const BlobPiece&) = default;
};

/// A checkpoint with its signature lines.
struct CheckpointNote {
    std::string note;
    friend bool operator==(const CheckpointNote&, const CheckpointNote&) = default;
};

inline constexpr std::size_t kMostLeavesInRun = 1024;

/// Leaves of the log that follow one another.
struct LeafRun {
    std::uint64_t first = 0; ///< number of the first
    Bytes leaves;            ///< 152 bytes each, at least one, at most kMostLeavesInRun
    friend bool operator==(const LeafRun&, const LeafRun&) = default;
};

/// The place of an entry in the log.
struct EntryPlace {
    EntryId entry;
    std::string proof; ///< a `.tlog-proof`
    friend bool operator==(const EntryPlace&, const EntryPlace&) = default;
};

/// Two words of a log that somebody found not to fit together: checkpoint notes or `.tlog-proof` texts,
/// either may be empty. A claim: an audit verifies what they prove.
struct LogAccusation {
    std::string former, found;
    friend bool operator==(const LogAccusation&, const LogAccusation&) = default;
};

using BundleItem = std::variant<entry::Record, BlobPiece, Statement, LogQuestion, LogReply, CheckpointNote,
                                LeafRun, EntryPlace, LogAccusation>;

void encodeItem(const BundleItem& item, Bytes& into);
/// Takes one item off the front.
[[nodiscard]] Result<BundleItem> decodeItem(ByteView& bytes);

struct BundleSummary {
    std::uint64_t items = 0;
    std::uint64_t bytes = 0; ///< of the file
    Digest hash{};           ///< of the trailer
};

class BundleWriter {
public:
    using Path = BundleStorage::Path;
    /// Writes beside `path`, as `<path>.part`. Sealed if the header names a recipient.
    [[nodiscard]] static Result<std::unique_ptr<BundleWriter>>
    create(BundleStorage& storage, const Path& path, const BundleHeader& header, RandomSource& random);
    /// Removes the unfinished file.
    ~BundleWriter();
    BundleWriter(const BundleWriter&) = delete;
    BundleWriter& operator=(const BundleWriter&) = delete;

    [[nodiscard]] Result<> add(const BundleItem& item);
    [[nodiscard]] Result<> addBlob(const BlobId& id, ByteView plain);
    /// Trailer, fsync, read back, compare, rename. VerificationFailed ("bundle.read-back"): the stick did not
    /// keep what it was given.
    [[nodiscard]] Result<BundleSummary> finish();

private:
    BundleWriter(BundleStorage& storage, Path path);
    [[nodiscard]] Result<> put(ByteView bytes);
    [[nodiscard]] Result<> flush();
    [[nodiscard]] Result<> readBack();

    BundleStorage& m_storage;
    Path m_path;
    Path m_part;
    std::unique_ptr<BundleSink> m_sink;
    std::unique_ptr<crypto::StreamSealer> m_sealer;
    crypto::Sha256 m_hash;   // of the file before the trailer: what the trailer says
    crypto::Sha256 m_stored; // of the whole file: for reading back
    Bytes m_plain;
    std::uint64_t m_items = 0;
    std::uint64_t m_bytes = 0;
    bool m_finished = false;
};

class BundleReader {
public:
    /// InvalidInput ("bundle.not-teken", "bundle.header", "bundle.too-large"), Unsupported ("bundle.newer").
    /// Header only; a sealed file needs unseal() before next().
    [[nodiscard]] static Result<std::unique_ptr<BundleReader>> open(BundleStorage& storage,
                                                                    const BundleStorage::Path& path);
    [[nodiscard]] const BundleHeader& header() const { return m_header; }
    /// Unauthorized ("bundle.other-recipient").
    [[nodiscard]] Result<> unseal(const crypto::RecipientSecret& secret);

    /// The next item; nullopt after the trailer, when count and hash held. A reader that failed stays failed.
    /// InvalidInput ("bundle.truncated", "bundle.frame", "bundle.item", "bundle.trailing"),
    /// VerificationFailed
    /// ("bundle.hash", "crypto.seal-broken"), Locked ("bundle.sealed").
    [[nodiscard]] Result<std::optional<BundleItem>> next();
    [[nodiscard]] const BundleSummary& summary() const { return m_summary; } ///< after the end
    /// Bytes of the file read so far, for progress.
    [[nodiscard]] std::uint64_t position() const { return m_summary.bytes; }
    [[nodiscard]] std::uint64_t fileBytes() const { return m_source->size(); }

private:
    BundleReader() = default;
    [[nodiscard]] Result<Bytes> take(std::size_t count);
    [[nodiscard]] Result<> readHead();
    [[nodiscard]] Result<bool> readFrame(); ///< false: it was the trailer, and all is well
    [[nodiscard]] Result<Bytes> openStored(Bytes stored, bool last);
    [[nodiscard]] Result<std::optional<BundleItem>> step();

    std::unique_ptr<BundleSource> m_source;
    BundleHeader m_header;
    Bytes m_sealedKey;
    Bytes m_streamHead;
    std::optional<crypto::StreamOpener> m_opener;
    crypto::Sha256 m_hash;
    Bytes m_frame;
    std::size_t m_at = 0;
    std::uint64_t m_items = 0;
    bool m_ended = false;
    std::optional<Error> m_failed;
    BundleSummary m_summary;
};

/// Reads a whole file without keeping anything: whether it may be imported at all. `secret` for sealed files.
[[nodiscard]] Result<BundleSummary> checkBundle(BundleStorage& storage, const BundleStorage::Path& path,
                                                const crypto::RecipientSecret* secret);

} // namespace teken::sync
