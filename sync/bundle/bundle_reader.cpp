#include "sync/bundle/bundle.h"
#include "sync/bundle/compress.h"
#include "sync/bundle/numbers.h"

#include <algorithm>

namespace teken::sync {

namespace {
constexpr std::string_view kMagic = "TEKENBN1";
constexpr std::string_view kMagicStem = "TEKENBN";
constexpr std::size_t kTrailerBytes = 8 + Digest::kSize;
constexpr std::size_t kSealedKeyBytes = 32 + crypto::kSealToOverhead;
} // namespace

Result<Bytes> BundleReader::take(std::size_t count) {
    Bytes bytes(count);
    TEKEN_TRY(const auto got, m_source->read(bytes));
    m_summary.bytes += got;
    if (got != count)
        return fail(ErrorCode::InvalidInput, "bundle.truncated",
                    "expected more bytes, found the end of the file",
                    "offset " + std::to_string(m_summary.bytes));
    return bytes;
}

Result<std::unique_ptr<BundleReader>> BundleReader::open(BundleStorage& storage,
                                                         const BundleStorage::Path& path) {
    std::unique_ptr<BundleReader> reader(new BundleReader());
    TEKEN_TRY(reader->m_source, storage.open(path));
    if (reader->m_source->size() > kMostBundleBytes)
        return fail(ErrorCode::InvalidInput, "bundle.too-large", "expected at most 8 GiB, found more");
    TEKEN_CHECK(reader->readHead());
    return reader;
}

Result<> BundleReader::readHead() {
    const auto head = take(kMagic.size() + 1 + 4);
    if (!head || textOf(ByteView(*head).first(kMagicStem.size())) != kMagicStem)
        return fail(ErrorCode::InvalidInput, "bundle.not-teken", "expected a .teken file, found other bytes");
    if (textOf(ByteView(*head).first(kMagic.size())) != kMagic ||
        (*head)[kMagic.size()] > (kFlagSealed | kFlagEvidence))
        return fail(ErrorCode::Unsupported, "bundle.newer", "expected version 1, found another");
    const auto flags = (*head)[kMagic.size()];
    const bool sealed = (flags & kFlagSealed) != 0;
    const auto length = readU32(ByteView(*head).last(4));
    if (length > kMostBundleHeaderBytes)
        return fail(ErrorCode::InvalidInput, "bundle.header", "expected a header of at most 16 KiB");
    TEKEN_TRY(const auto json, take(length));
    TEKEN_TRY(m_header, decodeBundleHeader(json));
    if (sealed != m_header.recipient.has_value())
        return fail(ErrorCode::InvalidInput, "bundle.header", "expected a recipient in sealed files only");
    if (((flags & kFlagEvidence) != 0) != (m_header.purpose == Purpose::Evidence))
        return fail(ErrorCode::InvalidInput, "bundle.header",
                    "expected the flag of evidence in such files only");
    m_hash.add(*head).add(json);
    if (sealed) {
        TEKEN_TRY(m_sealedKey, take(kSealedKeyBytes));
        TEKEN_TRY(m_streamHead, take(crypto::kStreamHeaderBytes));
        m_hash.add(m_sealedKey).add(m_streamHead);
    }
    return {};
}

Result<> BundleReader::unseal(const crypto::RecipientSecret& secret) {
    if (!m_header.recipient || m_opener)
        return {};
    if (*m_header.recipient != secret.publicKey())
        return fail(ErrorCode::Unauthorized, "bundle.other-recipient",
                    "expected a file sealed to this machine, found another recipient");
    TEKEN_TRY(const auto key, secret.open(m_sealedKey));
    TEKEN_TRY(auto opener, crypto::StreamOpener::begin(key, m_streamHead));
    m_opener.emplace(std::move(opener));
    return {};
}

Result<Bytes> BundleReader::openStored(Bytes stored, bool last) {
    if (!m_opener)
        return stored;
    TEKEN_TRY(auto chunk, m_opener->pull(stored));
    if (chunk.last != last)
        return fail(ErrorCode::VerificationFailed, "crypto.seal-broken",
                    "expected the last chunk in the trailer");
    return std::move(chunk.plain);
}

Result<bool> BundleReader::readFrame() {
    TEKEN_TRY(const auto kind, take(1));
    TEKEN_TRY(const auto storedLength, take(4));
    const std::size_t stored = readU32(storedLength);
    if (kind[0] == 'E') {
        if (stored > kTrailerBytes + crypto::kStreamOverhead)
            return fail(ErrorCode::InvalidInput, "bundle.frame", "expected a trailer, found a longer one");
        TEKEN_TRY(auto bytes, take(stored));
        TEKEN_TRY(const auto trailer, openStored(std::move(bytes), true));
        if (m_summary.bytes != m_source->size())
            return fail(ErrorCode::InvalidInput, "bundle.trailing",
                        "expected the end of the file, found more bytes");
        if (trailer.size() != kTrailerBytes)
            return fail(ErrorCode::InvalidInput, "bundle.frame", "expected a trailer of 40 bytes");
        m_summary.hash = m_hash.finish();
        m_summary.items = m_items;
        if (readU64(trailer) != m_items ||
            !std::equal(m_summary.hash.bytes.begin(), m_summary.hash.bytes.end(), trailer.begin() + 8))
            return fail(ErrorCode::VerificationFailed, "bundle.hash",
                        "expected the announced content, found other");
        return false;
    }
    TEKEN_TRY(const auto plainLength, take(4));
    const std::size_t plain = readU32(plainLength);
    if (kind[0] != 'F' || stored > kMostFrameStoredBytes || plain > kMostFramePlainBytes || plain == 0)
        return fail(ErrorCode::InvalidInput, "bundle.frame", "expected a frame within its limits",
                    "offset " + std::to_string(m_summary.bytes));
    TEKEN_TRY(auto bytes, take(stored));
    m_hash.add(kind).add(storedLength).add(plainLength).add(bytes);
    TEKEN_TRY(const auto compressed, openStored(std::move(bytes), false));
    TEKEN_TRY(m_frame, decompressFrame(compressed, plain));
    m_at = 0;
    return true;
}

Result<std::optional<BundleItem>> BundleReader::step() {
    if (m_ended)
        return std::nullopt;
    if (m_header.recipient && !m_opener)
        return fail(ErrorCode::Locked, "bundle.sealed", "expected the recipient's key, found none");
    if (m_at == m_frame.size()) {
        TEKEN_TRY(const auto more, readFrame());
        if (!more) {
            m_ended = true;
            return std::nullopt;
        }
    }
    auto rest = ByteView(m_frame).subspan(m_at);
    TEKEN_TRY(auto item, decodeItem(rest));
    m_at = m_frame.size() - rest.size();
    ++m_items;
    return item;
}

Result<std::optional<BundleItem>> BundleReader::next() {
    if (m_failed)
        return fail(*m_failed);
    auto item = step();
    if (!item)
        m_failed = item.error();
    return item;
}

Result<BundleSummary> checkBundle(BundleStorage& storage, const BundleStorage::Path& path,
                                  const crypto::RecipientSecret* secret) {
    TEKEN_TRY(const auto reader, BundleReader::open(storage, path));
    if (secret != nullptr)
        TEKEN_CHECK(reader->unseal(*secret));
    for (;;) {
        TEKEN_TRY(const auto item, reader->next());
        if (!item)
            return reader->summary();
    }
}

} // namespace teken::sync
