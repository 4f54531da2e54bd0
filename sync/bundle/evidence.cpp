#include "sync/bundle/evidence.h"

#include "core/audit/root_key.h"
#include "core/log/leaf.h"
#include "core/store/blobs.h"

#include <atomic>

namespace teken::sync {

namespace {

// Notes are kept in memory: a file full of them is no evidence but an attack.
constexpr std::size_t kMostNotes = 4'096;
constexpr std::size_t kMostAccusations = 1'000; // as many as a book keeps
constexpr std::uint64_t kMostNoteTotal = 16ULL * 1024 * 1024;

/// Looks at the log's items without keeping them, and at their order.
struct LogItems {
    std::vector<std::string> notes;
    std::uint64_t noteBytes = 0;
    std::uint64_t leaves = 0;
    std::uint64_t places = 0;
    std::vector<audit::LogMaterial::Accusation> accusations;

    Result<> look(const BundleItem& item) {
        if (const auto* note = std::get_if<CheckpointNote>(&item)) {
            noteBytes += note->note.size();
            if (notes.size() == kMostNotes || noteBytes > kMostNoteTotal)
                return fail(ErrorCode::InvalidInput, "bundle.item", "expected at most 4,096 checkpoints");
            notes.push_back(note->note);
        }
        if (const auto* run = std::get_if<LeafRun>(&item)) {
            if (run->first != leaves)
                return fail(ErrorCode::InvalidInput, "bundle.leaves",
                            "expected leaf " + std::to_string(leaves) + ", found " +
                                std::to_string(run->first));
            leaves += run->leaves.size() / log::kLeafBytes;
        }
        if (std::holds_alternative<EntryPlace>(item))
            ++places;
        if (const auto* accusation = std::get_if<LogAccusation>(&item)) {
            noteBytes += accusation->former.size() + accusation->found.size();
            if (accusations.size() == kMostAccusations || noteBytes > kMostNoteTotal)
                return fail(ErrorCode::InvalidInput, "bundle.item", "expected at most 1,000 accusations");
            accusations.push_back({accusation->former, accusation->found});
        }
        return {};
    }
};

/// Reads the file once more, from its first byte.
class Again {
public:
    Again(BundleStorage& storage, BundleStorage::Path path, const crypto::RecipientSecret* secret)
        : m_storage(storage), m_path(std::move(path)), m_secret(secret) {}

    Result<> each(const std::function<Result<>(const BundleItem&)>& visit) const {
        TEKEN_TRY(const auto reader, BundleReader::open(m_storage, m_path));
        if (m_secret != nullptr)
            TEKEN_CHECK(reader->unseal(*m_secret));
        for (;;) {
            TEKEN_TRY(const auto item, reader->next());
            if (!item)
                return {};
            TEKEN_CHECK(visit(*item));
        }
    }

private:
    BundleStorage& m_storage;
    BundleStorage::Path m_path;
    const crypto::RecipientSecret* m_secret;
};

/// Gives the records of a file to an audit, and looks at the rest on the way.
class Records {
public:
    Records(BundleReader& reader, store::Book& into, ImportSummary& summary)
        : m_reader(reader), m_into(into), m_summary(summary) {}

    Result<std::vector<audit::Incoming>> some() {
        std::vector<audit::Incoming> some;
        std::size_t bytes = 0;
        for (std::size_t i = 0; i < kItemsAtOnce && bytes < kBytesAtOnce && !m_ended; ++i) {
            TEKEN_TRY(auto item, m_reader.next());
            m_ended = !item;
            if (!item)
                break;
            TEKEN_CHECK(m_log.look(*item));
            if (auto* record = std::get_if<entry::Record>(&*item))
                some.push_back({.what = std::move(*record)});
            else if (auto* piece = std::get_if<BlobPiece>(&*item)) {
                bytes += piece->bytes.size();
                some.push_back({.what = keep(std::move(*piece))});
            } // statements are about somebody else's queue
        }
        if (some.empty() && !m_ended)
            some.emplace_back(); // a beat
        m_position = m_reader.position();
        return some;
    }
    [[nodiscard]] std::uint64_t position() const { return m_position; } ///< any thread
    [[nodiscard]] LogItems& log() { return m_log; }                     ///< once all is read

private:
    static constexpr std::size_t kItemsAtOnce = 64;
    static constexpr std::size_t kBytesAtOnce = 256 * 1024; // of blobs; records are small

    audit::Aside keep(BlobPiece piece) {
        return [this, piece = std::move(piece)](store::Transaction& transaction) -> Result<> {
            const auto put =
                m_into.blobs().putPart(transaction, piece.id, piece.offset, piece.bytes, piece.last);
            if (!put && (put.error().code == ErrorCode::NoSpace || put.error().code == ErrorCode::ReadOnly))
                return put;
            m_summary.blobs += put && piece.last ? 1U : 0U;
            return {};
        };
    }

    BundleReader& m_reader;
    store::Book& m_into;
    ImportSummary& m_summary;
    LogItems m_log;
    bool m_ended = false;
    std::atomic<std::uint64_t> m_position{0};
};

/// The root's key out of the file: nearly always that of its first record. It must have signed something
/// here.
Result<PublicKey> rootIn(const Again& file, const std::string& typed, const std::function<Result<>()>& goOn) {
    TEKEN_TRY(const auto fingerprint, audit::normalFingerprint(typed));
    std::optional<PublicKey> root, other;
    LogItems log; // what is wrong with the file is said before what is wrong with the fingerprint
    const auto looked = file.each([&](const BundleItem& item) -> Result<> {
        TEKEN_CHECK(goOn());
        TEKEN_CHECK(log.look(item));
        const auto* record = std::get_if<entry::Record>(&item);
        if (record == nullptr)
            return {};
        const auto* whole = std::get_if<entry::Entry>(record);
        const auto& key = whole != nullptr ? whole->key : std::get<entry::WithheldEntry>(*record).key;
        if (key == other)
            return {};
        if (!audit::namesKey(fingerprint, key)) {
            other = key;
            return {};
        }
        if (whole != nullptr && !entry::verifyEntry(*whole))
            return {};
        root = key;
        return fail(ErrorCode::Cancelled, "audit.enough", "found");
    });
    if (root)
        return *root;
    TEKEN_CHECK(looked);
    return fail(audit::rootAbsent());
}

void takeLog(LogItems& items, const Again& file, UnpackedEvidence& unpacked) {
    auto& log = unpacked.log;
    if (unpacked.header.purpose == Purpose::Evidence)
        log.drive = unpacked.header.drive;
    log.checkpoints = std::move(items.notes);
    log.accusations = std::move(items.accusations);
    if (items.leaves > 0)
        log.leaves = [file](const audit::LogMaterial::VisitLeaf& visit) {
            return file.each([&](const BundleItem& item) -> Result<> {
                const auto* run = std::get_if<LeafRun>(&item);
                for (std::size_t at = 0; run != nullptr && at < run->leaves.size(); at += log::kLeafBytes)
                    TEKEN_CHECK(visit(ByteView(run->leaves).subspan(at, log::kLeafBytes)));
                return {};
            });
        };
    if (items.places > 0)
        log.places = [file](const audit::LogMaterial::VisitPlace& visit) {
            return file.each([&](const BundleItem& item) {
                const auto* place = std::get_if<EntryPlace>(&item);
                return place != nullptr ? visit(place->entry, place->proof) : Result<>{};
            });
        };
}

} // namespace

Result<UnpackedEvidence> unpackEvidence(BundleStorage& storage, const BundleStorage::Path& path,
                                        store::Book& into, const UnpackSettings& settings) {
    const Again file(storage, path, settings.secret);
    TEKEN_TRY(const auto reader, BundleReader::open(storage, path));
    if (settings.secret != nullptr)
        TEKEN_CHECK(reader->unseal(*settings.secret));
    UnpackedEvidence unpacked;
    unpacked.header = reader->header();
    auto& summary = unpacked.summary;
    Records records(*reader, into, summary);
    const auto goOn = [&, bytes = reader->fileBytes()]() -> Result<> {
        if (settings.progress && !settings.progress(records.position(), bytes))
            return fail(ErrorCode::Cancelled, "audit.cancelled", "cancelled by the caller");
        return {};
    };
    std::unique_ptr<ledger::Ledger> ledger;
    if (!settings.rootFingerprint.empty()) {
        TEKEN_TRY(const auto root, rootIn(file, settings.rootFingerprint, goOn));
        TEKEN_TRY(ledger, ledger::Ledger::open(into, root));
    }
    const audit::GatherSettings gathering{settings.threads, [&](const audit::Verified& one) {
                                              if (one.error) {
                                                  ++summary.refused;
                                                  ++summary.reasons[one.error->reason];
                                              }
                                              return goOn();
                                          }};
    TEKEN_TRY(unpacked.gathered, audit::gather(
                                     into, ledger.get(), [&] { return records.some(); }, gathering));
    if (unpacked.gathered.unread)
        return fail(*unpacked.gathered.unread);
    summary.stored = unpacked.gathered.stored;
    summary.duplicates = unpacked.gathered.duplicates;
    takeLog(records.log(), file, unpacked);
    return unpacked;
}

} // namespace teken::sync
