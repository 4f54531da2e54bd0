// A scanned paper as it comes from a phone, a camera or an office scanner: what kinds are taken, and how
// large.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace teken::desk {

/// A page at 300 dpi in colour is 1 to 4 MB as JPEG; ten pages fit, a film does not.
inline constexpr std::uint64_t kMostScanBytes = 16ULL * 1024 * 1024;

/// "application/pdf", "image/jpeg" or "image/png", by what is inside and never by the name. InvalidInput
/// "scan.empty", "scan.too-large", "scan.kind".
[[nodiscard]] Result<std::string> scanMedia(ByteView content);

} // namespace teken::desk
