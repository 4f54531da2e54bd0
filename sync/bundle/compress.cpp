#include "sync/bundle/compress.h"

#include <zstd.h>

namespace teken::sync {

Bytes compressFrame(ByteView plain) {
    Bytes stored(ZSTD_compressBound(plain.size()));
    const auto size = ZSTD_compress(stored.data(), stored.size(), plain.data(), plain.size(), 3);
    TEKEN_ASSERT(ZSTD_isError(size) == 0U, "zstd compresses into a buffer of its own bound");
    stored.resize(size);
    return stored;
}

Result<Bytes> decompressFrame(ByteView stored, std::size_t plainBytes) {
    const auto broken = [] {
        return fail(ErrorCode::InvalidInput, "bundle.frame",
                    "expected one zstd frame of the announced length");
    };
    if (ZSTD_findFrameCompressedSize(stored.data(), stored.size()) != stored.size())
        return broken();
    Bytes plain(plainBytes);
    const auto size = ZSTD_decompress(plain.data(), plain.size(), stored.data(), stored.size());
    if (ZSTD_isError(size) != 0U || size != plainBytes)
        return broken();
    return plain;
}

} // namespace teken::sync
