// Ink as geometry: strokes kept apart, on a grid that knows nothing of pixels. No pressure and no timing is
// kept: both are behavioural biometrics (UU 27/2022) and a pledge needs neither.
#pragma once

#include "core/domain/ink.h"

#include <QList>
#include <QRect>

#include <cstdint>

namespace teken::app {

/// Grid of core/domain: x in 0..4095, y in 0..2047, the same unit in both directions.
inline constexpr int kInkGridWidth = domain::kInkWidth;
inline constexpr int kInkGridHeight = domain::kInkHeight;

struct InkPoint {
    std::uint16_t x = 0;
    std::uint16_t y = 0;
    friend bool operator==(const InkPoint&, const InkPoint&) = default;
};

using InkStroke = QList<InkPoint>;
using InkStrokes = QList<InkStroke>;

/// How much a hand has left on the pad. The core decides what it accepts; these figures only let the screen
/// say so before the officer presses "Simpan".
enum class InkAmount { Nothing, TooLittle, Enough };

/// Length of all strokes along their points, in grid units.
[[nodiscard]] double inkLength(const InkStrokes& strokes);

/// Smallest rectangle around all points, in grid units; empty without points.
[[nodiscard]] QRect inkBounds(const InkStrokes& strokes);

/// A dot, a tick or a slip of the finger is not a signature; a thumb-long line is.
[[nodiscard]] InkAmount inkAmount(const InkStrokes& strokes, const domain::InkLimits& limits = {});

} // namespace teken::app
