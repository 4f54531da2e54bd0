// Which blobs the entries of a book speak of, and so: which are wanted, which may be sent on, and who may
// read them. Kept in memory, brought up to date from where it stopped.
#pragma once

#include "core/ledger/ledger.h"
#include "core/store/book.h"

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace teken::sync {

/// What a key may read: computed by readerOf().
struct Reader {
    FeedId feed;
    bool everything = false; ///< admins, servers, the root key
    entry::Units units;      ///< a field officer's scope
    [[nodiscard]] bool covers(std::string_view unit) const;
};

/// What the ledger says of a key: nullopt if no counting certificate names it (or it is revoked).
[[nodiscard]] Result<std::optional<Reader>> readerOf(const ledger::Ledger& ledger, const PublicKey& key);

/// Not thread-safe: belongs to the thread that has the book.
class BlobIndex {
public:
    /// Reads entries stored since the last call, and manifests that have arrived.
    [[nodiscard]] Result<> update(store::Book& book);

    /// Blobs this reader's book should have and has not, manifests first.
    [[nodiscard]] Result<std::vector<BlobId>> missing(store::Book& book, const ledger::Ledger& ledger,
                                                      const Reader& reader) const;
    /// Blobs that entries speak of and that are here, manifests and texts first.
    [[nodiscard]] Result<std::vector<BlobId>> present(store::Book& book) const;

    /// Texts and manifests of admins: every certified key. A roster's unit: those whose scope has it. An
    /// attachment: the feed that attached it. Anything: who may read everything.
    [[nodiscard]] Result<bool> mayRead(const ledger::Ledger& ledger, const Reader& reader,
                                       const BlobId& blob) const;
    [[nodiscard]] bool knows(const BlobId& blob) const { return m_uses.contains(blob); }
    /// Does an entry of one of these feeds speak of it?
    [[nodiscard]] bool isOf(const BlobId& blob, const std::set<FeedId>& feeds) const;

private:
    enum class Kind : std::uint8_t { Text, Manifest, RosterUnit, Attachment };
    struct Use {
        Kind kind = Kind::Text;
        FeedId feed; ///< whose entry speaks of it
        std::string unit;
        friend bool operator==(const Use&, const Use&) = default;
    };

    void note(const BlobId& blob, Use use);
    void noteBody(const FeedId& feed, const entry::Body& body);
    [[nodiscard]] Result<> readManifests(store::Book& book);
    [[nodiscard]] static Result<bool> ofAdmin(const ledger::Ledger& ledger, const Use& use);
    [[nodiscard]] std::vector<BlobId> inOrder() const;

    std::uint64_t m_next = 1; ///< stored order to read from
    std::unordered_map<BlobId, std::vector<Use>> m_uses;
    std::unordered_map<BlobId, std::vector<FeedId>> m_unreadManifests;
};

} // namespace teken::sync
