#include "sync/protocol/batch.h"

#include "sync/protocol/binary.h"

#include <zstd.h>

#include <algorithm>
#include <memory>

namespace teken::sync {

namespace {

constexpr std::string_view kMagic = "TKB1";
constexpr std::size_t kHeaderBytes = 12;
constexpr int kWindowLog = 22; // 4 MiB, the largest plain batch
constexpr int kLevel = 1;      // payloads are hex, short words and ink: higher levels cost time and win 1 %

struct FreeContext {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

tl::unexpected<Error> tooLarge(const char* what, std::size_t most) {
    return fail(ErrorCode::InvalidInput, "sync.too-large",
                std::string("expected at most ") + std::to_string(most) + " " + what);
}

Result<Bytes> compress(ByteView plain, std::size_t count) {
    Bytes bytes = toBytes(kMagic);
    putBig(bytes, static_cast<std::uint32_t>(count));
    putBig(bytes, static_cast<std::uint32_t>(plain.size()));
    if (count == 0)
        return bytes;
    bytes.resize(kHeaderBytes + ZSTD_compressBound(plain.size()));
    const auto written = ZSTD_compress(bytes.data() + kHeaderBytes, bytes.size() - kHeaderBytes, plain.data(),
                                       plain.size(), kLevel);
    if (ZSTD_isError(written) != 0)
        return fail(ErrorCode::Internal, "sync.compress", ZSTD_getErrorName(written));
    bytes.resize(kHeaderBytes + written);
    if (bytes.size() > kMostBatchBytes)
        return tooLarge("compressed bytes", kMostBatchBytes);
    return bytes;
}

Result<Bytes> decompress(ByteView frame, std::size_t plainBytes) {
    const auto announced = ZSTD_getFrameContentSize(frame.data(), frame.size());
    const auto frameBytes = ZSTD_findFrameCompressedSize(frame.data(), frame.size());
    if (ZSTD_isError(frameBytes) != 0 || frameBytes != frame.size() || announced != plainBytes)
        return fail(ErrorCode::InvalidInput, "sync.batch-frame",
                    "expected exactly one frame that tells its length of " + std::to_string(plainBytes) +
                        " bytes");
    const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    if (!context || ZSTD_isError(ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kWindowLog)) != 0)
        return fail(ErrorCode::Internal, "sync.compress", "no memory for a decompressor");
    Bytes plain(plainBytes);
    const auto made =
        ZSTD_decompressDCtx(context.get(), plain.data(), plain.size(), frame.data(), frame.size());
    if (ZSTD_isError(made) != 0 || made != plainBytes)
        return fail(ErrorCode::InvalidInput, "sync.batch-frame",
                    "the frame does not decompress as announced");
    return plain;
}

} // namespace

BatchWriter::BatchWriter(std::size_t mostEntries, std::size_t mostPlainBytes)
    : m_mostEntries(std::clamp<std::size_t>(mostEntries, 1, kMostBatchEntries)),
      m_mostPlainBytes(std::min(mostPlainBytes, kMostBatchPlainBytes)) {}

bool BatchWriter::add(const entry::Record& record) {
    if (m_count >= m_mostEntries)
        return false;
    const auto before = m_plain.size();
    entry::encodeRecord(record, m_plain);
    if (m_count > 0 && m_plain.size() > m_mostPlainBytes) {
        m_plain.resize(before);
        return false;
    }
    ++m_count;
    return true;
}

Result<Bytes> BatchWriter::finish() const {
    return compress(m_plain, m_count);
}

Result<Bytes> encodeBatch(std::span<const entry::Record> records) {
    if (records.size() > kMostBatchEntries)
        return tooLarge("entries", kMostBatchEntries);
    Bytes plain;
    for (const auto& record : records)
        entry::encodeRecord(record, plain);
    if (plain.size() > kMostBatchPlainBytes)
        return tooLarge("plain bytes", kMostBatchPlainBytes);
    return compress(plain, records.size());
}

Result<std::vector<entry::Record>> decodeBatch(ByteView bytes) {
    if (bytes.size() > kMostBatchBytes)
        return tooLarge("compressed bytes", kMostBatchBytes);
    if (bytes.size() < kHeaderBytes || textOf(bytes.first(kMagic.size())) != kMagic)
        return fail(ErrorCode::InvalidInput, "sync.batch-header", "expected a batch that begins with TKB1");
    const std::size_t count = getBig<std::uint32_t>(bytes.subspan(4));
    const std::size_t plainBytes = getBig<std::uint32_t>(bytes.subspan(8));
    if (count > kMostBatchEntries)
        return tooLarge("entries", kMostBatchEntries);
    if (plainBytes > kMostBatchPlainBytes)
        return tooLarge("plain bytes", kMostBatchPlainBytes);
    const auto frame = bytes.subspan(kHeaderBytes);
    std::vector<entry::Record> records;
    if (count == 0) {
        if (!frame.empty() || plainBytes != 0)
            return fail(ErrorCode::InvalidInput, "sync.batch-header", "expected nothing in a batch of none");
        return records;
    }
    TEKEN_TRY(const auto plain, decompress(frame, plainBytes));
    ByteView rest = plain;
    records.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        auto record = entry::decodeRecord(rest);
        if (!record) {
            auto error = std::move(record).error();
            error.place = "record " + std::to_string(i + 1) + (error.place.empty() ? "" : ", " + error.place);
            return fail(std::move(error));
        }
        records.push_back(*std::move(record));
    }
    if (!rest.empty())
        return fail(ErrorCode::InvalidInput, "sync.batch-trailing", "bytes left after the last record");
    return records;
}

} // namespace teken::sync
