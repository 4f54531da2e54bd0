#include "sync/bundle/bundle.h"
#include "sync/bundle/compress.h"
#include "sync/bundle/numbers.h"

#include <algorithm>
#include <array>

namespace teken::sync {

namespace {
constexpr std::size_t kFlushAtBytes = 512 * 1024;
constexpr std::size_t kReadBackBytes = 256 * 1024;
} // namespace

BundleWriter::BundleWriter(BundleStorage& storage, Path path)
    : m_storage(storage), m_path(std::move(path)), m_part(m_path) {
    m_part += ".part";
}

BundleWriter::~BundleWriter() {
    if (!m_finished && m_sink) {
        m_sink.reset();
        m_storage.remove(m_part);
    }
}

Result<std::unique_ptr<BundleWriter>> BundleWriter::create(BundleStorage& storage, const Path& path,
                                                           const BundleHeader& header, RandomSource& random) {
    std::unique_ptr<BundleWriter> writer(new BundleWriter(storage, path));
    const auto json = encodeBundleHeader(header);
    if (json.size() > kMostBundleHeaderBytes)
        return fail(ErrorCode::InvalidInput, "bundle.header", "expected a header of at most 16 KiB");
    Bytes head = toBytes(std::string_view("TEKENBN1"));
    head.push_back(static_cast<std::uint8_t>((header.recipient ? kFlagSealed : 0) |
                                             (header.purpose == Purpose::Evidence ? kFlagEvidence : 0)));
    appendU32(head, static_cast<std::uint32_t>(json.size()));
    head.insert(head.end(), json.begin(), json.end());
    if (header.recipient) {
        crypto::SecretBytes key(32);
        random.fill(key.writable());
        TEKEN_TRY(const auto sealedKey, crypto::sealTo(*header.recipient, key.view()));
        writer->m_sealer = std::make_unique<crypto::StreamSealer>(key);
        head.insert(head.end(), sealedKey.begin(), sealedKey.end());
        const auto stream = writer->m_sealer->header();
        head.insert(head.end(), stream.begin(), stream.end());
    }
    TEKEN_TRY(writer->m_sink, storage.create(writer->m_part));
    writer->m_hash.add(head);
    TEKEN_CHECK(writer->put(head));
    return writer;
}

Result<> BundleWriter::put(ByteView bytes) {
    m_stored.add(bytes);
    m_bytes += bytes.size();
    return m_sink->write(bytes);
}

Result<> BundleWriter::add(const BundleItem& item) {
    TEKEN_ASSERT(!m_finished, "no items after the trailer");
    const auto before = m_plain.size();
    encodeItem(item, m_plain);
    if (m_plain.size() - before > kMostItemBytes + 5)
        return fail(ErrorCode::InvalidInput, "bundle.item",
                    "expected an item within its limit, found a longer one");
    ++m_items;
    return m_plain.size() >= kFlushAtBytes ? flush() : Result<>{};
}

Result<> BundleWriter::addBlob(const BlobId& id, ByteView plain) {
    std::size_t offset = 0;
    do {
        const auto length = std::min(kBlobPartBytes, plain.size() - offset);
        BlobPiece piece;
        piece.id = id;
        piece.offset = offset;
        piece.last = offset + length == plain.size();
        piece.bytes = toBytes(plain.subspan(offset, length));
        TEKEN_CHECK(add(piece));
        offset += length;
    } while (offset < plain.size());
    return {};
}

Result<> BundleWriter::flush() {
    if (m_plain.empty())
        return {};
    auto stored = compressFrame(m_plain);
    if (m_sealer)
        stored = m_sealer->push(stored, false);
    Bytes frame{'F'};
    appendU32(frame, static_cast<std::uint32_t>(stored.size()));
    appendU32(frame, static_cast<std::uint32_t>(m_plain.size()));
    frame.insert(frame.end(), stored.begin(), stored.end());
    m_plain.clear();
    m_hash.add(frame);
    return put(frame);
}

Result<BundleSummary> BundleWriter::finish() {
    TEKEN_CHECK(flush());
    BundleSummary summary;
    summary.items = m_items;
    summary.hash = m_hash.finish();
    Bytes stored;
    appendU64(stored, m_items);
    stored.insert(stored.end(), summary.hash.bytes.begin(), summary.hash.bytes.end());
    if (m_sealer)
        stored = m_sealer->push(stored, true);
    Bytes trailer{'E'};
    appendU32(trailer, static_cast<std::uint32_t>(stored.size()));
    trailer.insert(trailer.end(), stored.begin(), stored.end());
    TEKEN_CHECK(put(trailer));
    TEKEN_CHECK(m_sink->sync());
    TEKEN_CHECK(readBack());
    TEKEN_CHECK(m_storage.rename(m_part, m_path));
    m_finished = true;
    summary.bytes = m_bytes;
    return summary;
}

Result<> BundleWriter::readBack() {
    TEKEN_TRY(const auto source, m_storage.open(m_part));
    crypto::Sha256 found;
    Bytes buffer(kReadBackBytes);
    for (;;) {
        TEKEN_TRY(const auto got, source->read(buffer));
        if (got == 0)
            break;
        found.add(ByteView(buffer).first(got));
    }
    if (source->size() != m_bytes || found.finish() != m_stored.finish())
        return fail(ErrorCode::VerificationFailed, "bundle.read-back",
                    "expected the bytes just written, found others");
    return {};
}

} // namespace teken::sync
