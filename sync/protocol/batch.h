// Batches: many transfer records in one zstd frame (sync/PROTOCOL.md section 5). The same bytes in push and
// pull.
#pragma once

#include "sync/protocol/messages.h"

#include <span>

namespace teken::sync {

/// Collects records until the batch is full.
class BatchWriter {
public:
    explicit BatchWriter(std::size_t mostEntries = kMostBatchEntries,
                         std::size_t mostPlainBytes = kMostBatchPlainBytes);

    /// False (and nothing added) if the record does not fit any more. An empty batch takes any record.
    [[nodiscard]] bool add(const entry::Record& record);
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] std::size_t plainBytes() const { return m_plain.size(); }
    [[nodiscard]] bool empty() const { return m_count == 0; }
    /// InvalidInput ("sync.too-large") if the frame is longer than kMostBatchBytes: take fewer.
    [[nodiscard]] Result<Bytes> finish() const;

private:
    std::size_t m_mostEntries;
    std::size_t m_mostPlainBytes;
    std::size_t m_count = 0;
    Bytes m_plain;
};

/// "TKB1", u32 count, u32 plain length, one zstd frame. InvalidInput ("sync.too-large") beyond the limits.
[[nodiscard]] Result<Bytes> encodeBatch(std::span<const entry::Record> records);

/// Every limit is checked before memory is taken, and what comes out must be exactly what was announced.
/// InvalidInput ("sync.batch-…", "sync.too-large", "record.…").
[[nodiscard]] Result<std::vector<entry::Record>> decodeBatch(ByteView bytes);

} // namespace teken::sync
