// Blobs by the SHA-256 of their plain bytes: texts, roster manifests, roster units, attachments. Sealed at
// rest in sealed books. Partial blobs grow in chunks until their hash holds.
#pragma once

#include "core/store/book.h"

#include <set>
#include <vector>

namespace teken::store {

inline constexpr std::size_t kBlobChunkBytes = 256 * 1024;
inline constexpr std::uint64_t kMostBlobBytes = 64ULL * 1024 * 1024;

class BlobTable {
public:
    BlobTable(Connection& connection, SealBox& box);

    /// InvalidInput ("store.blob-too-large"). The same again changes nothing.
    [[nodiscard]] Result<BlobId> put(Transaction& transaction, ByteView plain);
    [[nodiscard]] Result<bool> has(const BlobId& id) const;
    [[nodiscard]] Result<Bytes> get(const BlobId& id) const; ///< NotFound; Corrupt if the hash does not hold
    [[nodiscard]] Result<std::vector<BlobId>> list() const;

    /// Bytes of an unfinished blob already here, 0 if none.
    [[nodiscard]] Result<std::uint64_t> partialBytes(const BlobId& id) const;
    /// Appends at `offset` (Conflict if it is not the present end). With `last`, the hash is checked: a blob
    /// that fails is dropped (VerificationFailed) and starts anew at 0. A whole blob stays as it is.
    [[nodiscard]] Result<> putPart(Transaction& transaction, const BlobId& id, std::uint64_t offset,
                                   ByteView part, bool last);

private:
    Connection& m_connection;
    SealBox& m_box;
    std::set<BlobId> m_spoiled; // partial blobs whose parts turned out wrong
};

} // namespace teken::store
