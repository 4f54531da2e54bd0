#include "sync/bundle/evidence.h"

#include "core/log/leaf.h"

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

} // namespace

Result<UnpackedEvidence> unpackEvidence(BundleStorage& storage, const BundleStorage::Path& path,
                                        const crypto::RecipientSecret* secret, store::Book& into,
                                        const UnpackProgress& progress) {
    const Again file(storage, path, secret);
    LogItems items;
    std::uint64_t seen = 0;
    const auto goOn = [&](std::uint64_t done, std::uint64_t total) -> Result<> {
        if (progress && !progress(done, total))
            return fail(ErrorCode::Cancelled, "audit.cancelled", "cancelled by the caller");
        return {};
    };
    TEKEN_CHECK(file.each([&](const BundleItem& item) -> Result<> {
        const auto further = goOn(++seen, 0); // how many there are is known at the end
        return further ? items.look(item) : further;
    }));

    UnpackedEvidence unpacked;
    TEKEN_TRY(const auto reader, BundleReader::open(storage, path));
    if (secret != nullptr)
        TEKEN_CHECK(reader->unseal(*secret));
    unpacked.header = reader->header();
    TEKEN_TRY(unpacked.summary,
              unpackBundle(*reader, into, [&] { return goOn(reader->position(), reader->fileBytes()); }));
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
    return unpacked;
}

} // namespace teken::sync
