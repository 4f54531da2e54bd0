#include "core/store/blobs.h"

#include "core/crypto/hash.h"
#include "core/store/connection.h"
#include "core/store/seal_box.h"

#include <algorithm>

namespace teken::store {
namespace {

Cell partCell(const BlobId& id, std::uint64_t at) {
    return {"blob_part", "bytes", id.hex() + "/" + std::to_string(at)};
}

struct BlobRow {
    std::uint64_t bytes = 0;
    bool whole = false;
};

Result<std::optional<BlobRow>> findRow(Connection& connection, const BlobId& id) {
    auto cells = connection.query("SELECT bytes, whole FROM blob WHERE id = ?1");
    TEKEN_TRY(const bool here, cells.bind(id).next());
    if (!here)
        return std::optional<BlobRow>{};
    return std::optional<BlobRow>(BlobRow{cells.number(0), cells.integer(1) != 0});
}

Result<> dropRow(Connection& connection, const BlobId& id) {
    return connection.query("DELETE FROM blob WHERE id = ?1").bind(id).run(); // its parts go with it
}

Result<> addRow(Connection& connection, const BlobId& id) {
    return connection.query("INSERT INTO blob (id, bytes, whole) VALUES (?1, 0, 0)").bind(id).run();
}

Result<> addPart(Connection& connection, const SealBox& box, const BlobId& id, std::uint64_t at,
                 ByteView part) {
    TEKEN_TRY(const auto sealed, box.seal(part, partCell(id, at)));
    return connection.query("INSERT INTO blob_part (blob, at, bytes) VALUES (?1, ?2, ?3)")
        .bind(id)
        .bind(at)
        .bind(sealed)
        .run();
}

// In pieces of one chunk, however large `bytes` is.
Result<> append(Connection& connection, const SealBox& box, const BlobId& id, std::uint64_t at,
                ByteView bytes) {
    while (!bytes.empty()) {
        const auto part = bytes.first(std::min(bytes.size(), kBlobChunkBytes));
        TEKEN_CHECK(addPart(connection, box, id, at, part));
        at += part.size();
        bytes = bytes.subspan(part.size());
    }
    return connection.query("UPDATE blob SET bytes = ?2 WHERE id = ?1").bind(id).bind(at).run();
}

Result<> finish(Connection& connection, const BlobId& id) {
    return connection.query("UPDATE blob SET whole = 1 WHERE id = ?1").bind(id).run();
}

using TakePart = std::function<void(ByteView)>;
Result<> readParts(Connection& connection, const SealBox& box, const BlobId& id, const TakePart& take) {
    auto cells = connection.query("SELECT at, bytes FROM blob_part WHERE blob = ?1 ORDER BY at");
    cells.bind(id);
    for (;;) {
        TEKEN_TRY(const bool here, cells.next());
        if (!here)
            return {};
        TEKEN_TRY(const auto part, box.open(cells.bytes(1), partCell(id, cells.number(0))));
        take(part);
    }
}

Result<bool> hashHolds(Connection& connection, const SealBox& box, const BlobId& id) {
    crypto::Sha256 hash;
    TEKEN_CHECK(readParts(connection, box, id, [&](ByteView part) { hash.add(part); }));
    return BlobId{hash.finish().bytes} == id;
}

Result<> checkSize(std::uint64_t bytes) {
    if (bytes > kMostBlobBytes)
        return fail(ErrorCode::InvalidInput, "store.blob-too-large",
                    "expected at most " + std::to_string(kMostBlobBytes) + " bytes, found " +
                        std::to_string(bytes));
    return {};
}

} // namespace

BlobTable::BlobTable(Connection& connection, SealBox& box) : m_connection(connection), m_box(box) {}

Result<BlobId> BlobTable::put(Transaction&, ByteView plain) {
    TEKEN_CHECK(checkSize(plain.size()));
    const BlobId id = crypto::blobIdOf(plain);
    TEKEN_TRY(const auto row, findRow(m_connection, id));
    if (row && row->whole)
        return id;
    if (row)
        TEKEN_CHECK(dropRow(m_connection, id));
    TEKEN_CHECK(addRow(m_connection, id));
    TEKEN_CHECK(append(m_connection, m_box, id, 0, plain));
    TEKEN_CHECK(finish(m_connection, id));
    return id;
}

Result<bool> BlobTable::has(const BlobId& id) const {
    TEKEN_TRY(const auto row, findRow(m_connection, id));
    return row && row->whole;
}

Result<Bytes> BlobTable::get(const BlobId& id) const {
    TEKEN_TRY(const auto row, findRow(m_connection, id));
    if (!row || !row->whole)
        return fail(ErrorCode::NotFound, "store.no-blob", "no whole blob with this id", id.hex());
    TEKEN_CHECK(m_box.needUnlocked()); // also for an empty blob, which has no part to say so
    Bytes plain;
    plain.reserve(std::min(row->bytes, kMostBlobBytes));
    TEKEN_CHECK(readParts(m_connection, m_box, id,
                          [&](ByteView part) { plain.insert(plain.end(), part.begin(), part.end()); }));
    if (crypto::blobIdOf(plain) != id)
        return fail(ErrorCode::Corrupt, "store.blob-altered", "the stored bytes are not those of this id",
                    id.hex());
    return plain;
}

Result<std::vector<BlobId>> BlobTable::list() const {
    std::vector<BlobId> ids;
    auto cells = m_connection.query("SELECT id FROM blob WHERE whole = 1 ORDER BY id");
    for (;;) {
        TEKEN_TRY(const bool here, cells.next());
        if (!here)
            return ids;
        TEKEN_TRY(const auto id, cells.fixed<BlobId>(0));
        ids.push_back(id);
    }
}

Result<std::uint64_t> BlobTable::partialBytes(const BlobId& id) const {
    TEKEN_TRY(const auto row, findRow(m_connection, id));
    if (!row || row->whole || m_spoiled.contains(id))
        return 0;
    return row->bytes;
}

Result<> BlobTable::putPart(Transaction&, const BlobId& id, std::uint64_t offset, ByteView part, bool last) {
    TEKEN_CHECK(checkSize(offset));
    TEKEN_CHECK(checkSize(offset + part.size()));
    TEKEN_TRY(auto row, findRow(m_connection, id));
    if (row && row->whole)
        return {};
    if (row && offset == 0 && m_spoiled.erase(id) > 0) {
        TEKEN_CHECK(dropRow(m_connection, id));
        row.reset();
    }
    const std::uint64_t present = row ? row->bytes : 0;
    if (offset != present)
        return fail(ErrorCode::Conflict, "store.blob-offset",
                    "expected the part at " + std::to_string(present) + ", found " + std::to_string(offset));
    if (!row)
        TEKEN_CHECK(addRow(m_connection, id));
    TEKEN_CHECK(append(m_connection, m_box, id, offset, part));
    if (!last)
        return {};
    TEKEN_TRY(const bool holds, hashHolds(m_connection, m_box, id));
    if (holds)
        return finish(m_connection, id);
    // The caller's transaction will most likely be rolled back by this very error, so the spoiled parts are
    // also remembered here: the next part at 0 replaces them.
    m_spoiled.insert(id);
    TEKEN_CHECK(dropRow(m_connection, id));
    return fail(ErrorCode::VerificationFailed, "store.blob-hash", "the parts do not make up the blob named",
                id.hex());
}

} // namespace teken::store
