// A signature as geometry: strokes of points in a fixed grid. No pressure, no timing (behavioural biometrics,
// UU 27/2022); the encoded form has no place for them. Format: core/domain/FORMAT.md, section "Ink".
#pragma once

#include "core/base/bytes.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace teken::domain {

// The grid is 2:1 because the signing pad is, and 12 by 11 bits because that is finer than one pixel of a
// pad as wide as the window (1366 px: three steps a pixel) and than a pen's tip on paper (0.02 mm at 80 mm),
// while a step between neighbouring samples still fits one byte. Fixed, so that a resized window, another
// laptop and a printed page show the same signature.
inline constexpr std::uint16_t kInkWidth = 4096;  ///< x in 0..4095, to the right
inline constexpr std::uint16_t kInkHeight = 2048; ///< y in 0..2047, downwards
inline constexpr std::size_t kMaxInkStrokes = 64;
inline constexpr std::size_t kMaxInkPoints = 4'096; ///< over all strokes
inline constexpr std::size_t kMaxInkBytes = 8 * 1024;
inline constexpr std::size_t kTypicalInkBytes = 1024; ///< what compactInk aims at

struct InkPoint {
    std::uint16_t x = 0;
    std::uint16_t y = 0;
    friend bool operator==(const InkPoint&, const InkPoint&) = default;
};
using InkStroke = std::vector<InkPoint>;
using InkStrokes = std::vector<InkStroke>;

/// From pad coordinates (pixels, any size) to the grid; points outside are moved to the edge. Width and
/// height must be positive.
[[nodiscard]] InkPoint inkPoint(double x, double y, double padWidth, double padHeight);

/// Refuses (InvalidInput) "ink.empty", "ink.empty-stroke", "ink.too-many-strokes", "ink.too-many-points",
/// "ink.outside", "ink.too-large".
[[nodiscard]] Result<Bytes> encodeInk(const InkStrokes& strokes);
/// The same limits, and "ink.version", "ink.truncated", "ink.varint", "ink.trailing".
[[nodiscard]] Result<InkStrokes> decodeInk(ByteView bytes);

/// Ramer-Douglas-Peucker: drops points nearer than `tolerance` grid steps to the line they lie on, and
/// repeated points. Ends of strokes and dots stay.
[[nodiscard]] InkStrokes thinInk(const InkStrokes& strokes, double tolerance);

/// Thins by at least 1.5 steps (invisible) and as much more as it takes to reach kTypicalInkBytes; stops at
/// 12 steps (the width of a pen) and then gives what it has. Fails like encodeInk when even that is too
/// large.
[[nodiscard]] Result<InkStrokes> compactInk(const InkStrokes& strokes);

struct InkBounds {
    std::uint16_t left = 0, top = 0, right = 0, bottom = 0; ///< inclusive
};
[[nodiscard]] std::optional<InkBounds> boundsOf(const InkStrokes& strokes); ///< none when empty
[[nodiscard]] double lengthOf(const InkStrokes& strokes);                   ///< grid steps drawn

/// Data, so that a drive can ask for less from people who sign with a cross.
struct InkLimits {
    double leastLength = 500; ///< grid steps: about 1 cm of a pad 80 mm wide
    double leastExtent = 200; ///< longer side of the bounding box
};
/// For those who are helped or give a thumbprint.
inline constexpr InkLimits kHelpedInkLimits{.leastLength = 120, .leastExtent = 60};
enum class InkShortage : std::uint8_t { Empty, OneDot, TooShort, TooSmall };
[[nodiscard]] std::string_view slug(InkShortage shortage); ///< "ink.empty", "ink.one-dot", ...
/// Nothing when there is enough.
[[nodiscard]] std::optional<InkShortage> inkShortage(const InkStrokes& strokes, const InkLimits& limits = {});
[[nodiscard]] inline bool enoughInk(const InkStrokes& strokes, const InkLimits& limits = {}) {
    return !inkShortage(strokes, limits);
}

} // namespace teken::domain
