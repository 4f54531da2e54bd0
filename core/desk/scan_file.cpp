#include "core/desk/scan_file.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace teken::desk {

namespace {

using namespace std::string_view_literals;

struct ScanKind {
    std::string_view begins;
    std::string_view ends; ///< somewhere in the last bytes: a copy that broke off has none
    std::string_view media;
};

constexpr std::array kScanKinds{
    ScanKind{"%PDF-"sv, "%%EOF"sv, "application/pdf"sv},
    ScanKind{"\xff\xd8\xff"sv, "\xff\xd9"sv, "image/jpeg"sv},
    ScanKind{"\x89PNG\r\n\x1a\n"sv, "IEND"sv, "image/png"sv},
};

// Scanners and cameras put padding and thumbnails behind the end.
constexpr std::size_t kScanTailBytes = 64 * 1024;

} // namespace

Result<std::string> scanMedia(ByteView content) {
    if (content.empty())
        return fail(ErrorCode::InvalidInput, "scan.empty", "expected a scan, found an empty file");
    if (content.size() > kMostScanBytes)
        return fail(ErrorCode::InvalidInput, "scan.too-large",
                    "expected at most " + std::to_string(kMostScanBytes) + " bytes, found " +
                        std::to_string(content.size()));
    const auto whole = textOf(content);
    for (const auto& kind : kScanKinds) {
        if (!whole.starts_with(kind.begins))
            continue;
        const auto tail = whole.substr(whole.size() - std::min(whole.size(), kScanTailBytes));
        if (tail.find(kind.ends) == std::string_view::npos)
            return fail(ErrorCode::InvalidInput, "scan.broken-off", "expected a whole file, found a part");
        return std::string(kind.media);
    }
    return fail(ErrorCode::InvalidInput, "scan.kind", "expected PDF, JPEG or PNG, found other bytes");
}

} // namespace teken::desk
