// Measures of paper. All lengths in this room are points (1/72 inch).
#pragma once

#include "core/base/result.h"

#include <string_view>

namespace teken::papers {

[[nodiscard]] constexpr double millimetres(double length) {
    return length * 72.0 / 25.4;
}

/// F4 is what Indonesian offices print on: 215 × 330 mm. Slip is the signer's receipt.
enum class PaperSize : std::uint8_t { A4, F4, Slip };

struct Measure {
    double width = 0, height = 0;
};

[[nodiscard]] constexpr Measure measureOf(PaperSize size) {
    switch (size) {
    case PaperSize::A4:
        return {millimetres(210), millimetres(297)};
    case PaperSize::F4:
        return {millimetres(215), millimetres(330)};
    case PaperSize::Slip:
        return {millimetres(80), millimetres(125)};
    }
    return {};
}

/// "A4" or "F4", case ignored. Reason "papers.size".
[[nodiscard]] Result<PaperSize> paperSizeFromName(std::string_view name);
[[nodiscard]] std::string_view nameOf(PaperSize size);

struct Box {
    double x = 0, y = 0, width = 0, height = 0;
    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
};

} // namespace teken::papers
