// Ink as long and as crooked as a real signature, for benches: random bytes neither compress nor decode like
// it.
#pragma once

#include "core/domain/ink.h"
#include "tests/support/fakes.h"
#include "tests/support/world.h"

#include <array>
#include <cmath>

namespace teken::bench {

/// Three strokes of loops that lean and drift, like a name written in a hurry; thinned as the app does it.
inline Bytes someHandwriting(test::SeededRandom& random) {
    const auto dice = [&] {
        std::array<std::uint8_t, 2> bytes{};
        random.fill(bytes);
        return (bytes[0] * 256 + bytes[1]) / 65'535.0;
    };
    domain::InkStrokes strokes;
    for (int i = 0; i < 3; ++i) {
        domain::InkStroke stroke;
        const double speed = 0.06 + 0.06 * dice();
        const double tall = 60 + 90 * dice();
        const double lean = dice() * 40;
        for (int t = 0; t < 140; ++t) {
            const double x = 60 + 200 * i + t * 1.6 + lean * std::sin(t * speed) + 2 * dice();
            const double y =
                200 + tall * std::sin(t * speed * 1.7 + i) + 40 * std::cos(t * 0.31) + 2 * dice();
            stroke.push_back(domain::inkPoint(x, y, 800, 400));
        }
        strokes.push_back(std::move(stroke));
    }
    return test::orThrow(domain::encodeInk(test::orThrow(domain::compactInk(strokes))));
}

} // namespace teken::bench
