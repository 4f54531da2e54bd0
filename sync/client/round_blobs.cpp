#include "core/store/blobs.h"
#include "core/store/journal.h"
#include "sync/client/elsewhere.h"
#include "sync/client/round_messages.h"

#include <algorithm>
#include <utility>

namespace teken::sync::client {

namespace {
constexpr Milliseconds kStatusRest{15 * 60 * 1'000}; // a status list is fetched anew after this time
}

Round::Sent Round::askBlobs(const Local& local) {
    if (!m_canRead)
        return std::nullopt;
    if (!m_blobsLoaded) {
        m_blobsLoaded = true;
        TEKEN_CHECK(m_memory.blobs.update(local.book));
        TEKEN_TRY(const auto here, m_memory.blobs.present(local.book));
        for (const auto& blob : here)
            if (!m_memory.blobsThere.contains(blob))
                m_blobsToAsk.push_back(blob);
    }
    if (m_blobsToAsk.empty())
        return std::nullopt;
    BlobsRequest message;
    const auto count = std::min(m_blobsToAsk.size(), kMostBlobIds);
    message.ids.assign(m_blobsToAsk.begin(), m_blobsToAsk.begin() + static_cast<std::ptrdiff_t>(count));
    return proven(local, path::kBlobs, message).map(kSome);
}

Result<> Round::takeBlobs(const Response& response) {
    TEKEN_TRY(const auto answer, read<BlobsAnswer>(response));
    const auto count = std::min(m_blobsToAsk.size(), kMostBlobIds);
    if (answer.blobs.size() != count)
        return fail(ErrorCode::InvalidInput, "sync.answer-other", "expected one state for each blob asked");
    for (const auto& state : answer.blobs) {
        if (state.id != m_blobsToAsk.front())
            return fail(ErrorCode::InvalidInput, "sync.answer-other",
                        "expected the blobs in the order asked");
        m_blobsToAsk.pop_front();
        if (state.complete)
            m_memory.blobsThere.insert(state.id);
        else
            m_blobsToWrite.push_back(state);
    }
    return {};
}

Round::Sent Round::askBlobWrite(const Local& local) {
    if (m_blobsToWrite.empty() || !m_canRead)
        return std::nullopt;
    const auto& state = m_blobsToWrite.front();
    if (m_openBlobId != state.id) {
        TEKEN_TRY(m_openBlob, local.book.blobs().get(state.id));
        m_openBlobId = state.id;
    }
    BlobWriteRequest message;
    message.id = state.id;
    message.offset = std::min<std::uint64_t>(state.bytes, m_openBlob.size());
    const auto from = static_cast<std::size_t>(message.offset);
    const auto part = std::min<std::size_t>(m_openBlob.size() - from, m_limits.blobPartBytes);
    message.bytes = toBytes(ByteView(m_openBlob).subspan(from, part));
    message.last = from + part == m_openBlob.size();
    return proven(local, path::kBlobWrite, message).map(kSome);
}

Result<> Round::takeBlobWrite(const Response& response) {
    TEKEN_TRY(const auto state, read<BlobState>(response));
    auto& front = m_blobsToWrite.front();
    if (state.id != front.id)
        return fail(ErrorCode::InvalidInput, "sync.answer-other", "expected the state of the blob sent");
    if (state.complete) {
        m_memory.blobsThere.insert(state.id);
        ++m_report.blobsSent;
        m_blobsToWrite.pop_front();
    } else if (state.bytes > front.bytes) {
        front.bytes = state.bytes;
    } else {
        skipBlob(); // no step forward: another time
    }
    return {};
}

void Round::skipBlob() {
    if (m_phase == Phase::BlobWrite)
        m_blobsToWrite.pop_front();
    else if (m_reading)
        m_blobsSkipped.insert(*m_reading);
}

Round::Sent Round::askBlobRead(const Local& local) {
    const auto* key = local.book.keyring().signingKey();
    if (!m_canRead || key == nullptr)
        return std::nullopt;
    TEKEN_TRY(const auto reader, readerOf(local.ledger, key->publicKey()));
    if (!reader)
        return std::nullopt;
    std::erase_if(m_blobsToRead, [this](const BlobId& blob) { return m_blobsSkipped.contains(blob); });
    if (m_blobsToRead.empty() && std::exchange(m_lookForBlobs, false)) {
        TEKEN_CHECK(m_memory.blobs.update(local.book)); // a manifest that has come names more
        TEKEN_TRY(const auto missing, m_memory.blobs.missing(local.book, local.ledger, *reader));
        for (const auto& blob : missing)
            if (!m_blobsSkipped.contains(blob))
                m_blobsToRead.push_back(blob);
    }
    if (m_blobsToRead.empty())
        return std::nullopt;
    m_reading = m_blobsToRead.front();
    TEKEN_TRY(const auto offset, local.book.blobs().partialBytes(*m_reading));
    return proven(local, path::kBlobRead, BlobReadRequest{*m_reading, offset}).map(kSome);
}

Result<> Round::takeBlobRead(const Local& local, const Response& response) {
    TEKEN_TRY(const auto part, read<BlobPart>(response));
    TEKEN_TRY(const auto offset, local.book.blobs().partialBytes(*m_reading));
    const bool last = offset + part.bytes.size() == part.total;
    if (part.bytes.empty() && !last) {
        skipBlob();
        return {};
    }
    TEKEN_CHECK(local.book.write([&](store::Transaction& transaction) {
        return local.book.blobs().putPart(transaction, *m_reading, offset, part.bytes, last);
    }));
    if (last) {
        ++m_report.blobsReceived;
        m_blobsToRead.pop_front();
        m_lookForBlobs = true;
        m_memory.blobsThere.insert(*m_reading);
    }
    return {};
}

Round::Sent Round::askStatus(const Local& local, const Now& now) {
    const auto* key = local.book.keyring().signingKey();
    if (!m_canRead || key == nullptr)
        return std::nullopt;
    if (!m_drivesLoaded) {
        m_drivesLoaded = true;
        TEKEN_TRY(const auto reader, readerOf(local.ledger, key->publicKey()));
        if (!reader || reader->everything) // who has every entry needs no list
            return std::nullopt;
        TEKEN_TRY(const auto drives, local.ledger.drives());
        for (const auto& drive : drives) {
            const auto before = m_memory.statusAt.find(drive.drive);
            const bool fresh =
                before != m_memory.statusAt.end() && now.monotonic - before->second < kStatusRest;
            if (!drive.closed && (m_options.byHand || !fresh))
                m_drivesToAsk.push_back(drive.drive);
        }
    }
    if (m_drivesToAsk.empty())
        return std::nullopt;
    m_nonce = m_random.make<Nonce>();
    return proven(local, path::kStatus, StatusRequest{m_nonce, m_drivesToAsk.front(), m_statusAfter})
        .map(kSome);
}

Result<> Round::takeStatus(const Local& local, const Now& now, const Response& response) {
    TEKEN_TRY(const auto answer, read<StatusAnswer>(response));
    if (answer.statement.key != m_server)
        return fail(ErrorCode::VerificationFailed, "sync.status-server", "expected a list of this server");
    TEKEN_TRY(const auto facts, verifyStatus(answer.statement));
    const auto drive = m_drivesToAsk.front();
    if (facts.nonce != m_nonce || facts.drive != drive)
        return fail(ErrorCode::VerificationFailed, "sync.status-nonce",
                    "expected the answer to this question");
    m_statusPages.push_back(answer.statement);
    if (facts.next && (!m_statusAfter || *facts.next > *m_statusAfter)) {
        m_statusAfter = facts.next;
        return {};
    }
    TEKEN_CHECK(local.book.write([&](store::Transaction& transaction) {
        return keepElsewhere(local.book, transaction, drive, m_statusPages);
    }));
    m_memory.statusAt[drive] = now.monotonic;
    m_drivesToAsk.pop_front();
    m_statusAfter.reset();
    m_statusPages.clear();
    return {};
}

} // namespace teken::sync::client
