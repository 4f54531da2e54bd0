#include "core/store/blobs.h"
#include "sync/server/service.h"
#include "sync/server/turn.h"

#include <algorithm>

namespace teken::sync::server {

Result<BlobState> Service::stateOf(const BlobId& blob) const {
    BlobState state{blob, 0, false};
    TEKEN_TRY(state.complete, m_book.blobs().has(blob));
    if (!state.complete) {
        TEKEN_TRY(state.bytes, m_book.blobs().partialBytes(blob));
    }
    return state;
}

Result<BlobsAnswer> Service::blobs(const Caller& caller, const BlobsRequest& request) {
    TEKEN_TRY(const auto turn, takeTurn());
    TEKEN_CHECK(requireReader(caller).map([](const auto&) {}));
    BlobsAnswer answer;
    for (const auto& id : request.ids) {
        TEKEN_TRY(auto state, stateOf(id));
        answer.blobs.push_back(state);
    }
    return answer;
}

Result<BlobPart> Service::readBlob(const Caller& caller, const BlobReadRequest& request) {
    TEKEN_TRY(const auto turn, takeTurn());
    TEKEN_TRY(const auto reader, requireReader(caller));
    TEKEN_CHECK(m_blobs.update(m_book));
    TEKEN_TRY(const bool readable, m_blobs.mayRead(m_ledger, reader, request.id));
    if (!readable)
        return fail(ErrorCode::NotFound, "sync.no-blob", "no such blob for this key");
    if (m_openBlobId != request.id) {
        TEKEN_TRY(m_openBlob, m_book.blobs().get(request.id));
        m_openBlobId = request.id;
    }
    if (request.offset > m_openBlob.size())
        return fail(ErrorCode::InvalidInput, "sync.blob-offset", "expected an offset inside the blob");
    const auto from = static_cast<std::size_t>(request.offset);
    const auto part = std::min<std::size_t>(m_openBlob.size() - from, m_settings.limits.blobPartBytes);
    return BlobPart{m_openBlob.size(), toBytes(ByteView(m_openBlob).subspan(from, part))};
}

Result<BlobState> Service::writeBlob(const Caller& caller, const BlobWriteRequest& request) {
    TEKEN_TRY(const auto turn, takeTurn());
    TEKEN_TRY(const auto reader, requireReader(caller));
    TEKEN_CHECK(m_blobs.update(m_book));
    if (!reader.everything && !m_blobs.knows(request.id))
        return fail(ErrorCode::Unauthorized, "sync.out-of-scope", "no entry here speaks of this blob");
    TEKEN_TRY(const auto before, stateOf(request.id));
    if (before.complete || before.bytes != request.offset)
        return before;
    if (request.offset > store::kMostBlobBytes ||
        request.bytes.size() > store::kMostBlobBytes - request.offset)
        return fail(ErrorCode::InvalidInput, "sync.blob-too-large",
                    "expected at most " + std::to_string(store::kMostBlobBytes) + " bytes");
    TEKEN_CHECK(m_book.write([&](store::Transaction& transaction) {
        return m_book.blobs().putPart(transaction, request.id, request.offset, request.bytes, request.last);
    }));
    return stateOf(request.id);
}

} // namespace teken::sync::server
