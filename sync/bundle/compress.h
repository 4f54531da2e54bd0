// One zstd frame each.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace teken::sync {

[[nodiscard]] Bytes compressFrame(ByteView plain);
/// Exactly `plainBytes` bytes, no more memory than that; InvalidInput ("bundle.frame").
[[nodiscard]] Result<Bytes> decompressFrame(ByteView stored, std::size_t plainBytes);

} // namespace teken::sync
