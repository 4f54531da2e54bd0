#include "app/tekenctl/play.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace teken::ctl {

domain::InkStrokes drawnInk(const PersonId& person) {
    std::seed_seq seed(person.bytes.begin(), person.bytes.end());
    std::mt19937 engine(seed);
    const auto between = [&](double low, double high) {
        // Not std::uniform_real_distribution: its numbers differ between libraries.
        return low + (high - low) * static_cast<double>(engine() % 10'000) / 10'000.0;
    };
    domain::InkStrokes strokes;
    const int count = 2 + static_cast<int>(engine() % 3);
    double left = between(500, 900);
    for (int i = 0; i < count; ++i) {
        const double width = between(350, 750);
        const double height = between(150, 420);
        const double loops = between(1.5, 4.5);
        const double middle = between(850, 1'200);
        domain::InkStroke stroke;
        for (int step = 0; step <= 48; ++step) {
            const double along = step / 48.0;
            const double angle = along * loops * 2 * std::numbers::pi;
            const double x = left + along * width + 60 * std::cos(angle);
            const double y = middle + height * std::sin(angle) * (1 - along * 0.6);
            stroke.push_back({static_cast<std::uint16_t>(std::clamp(x, 0.0, 4'095.0)),
                              static_cast<std::uint16_t>(std::clamp(y, 0.0, 2'047.0))});
        }
        strokes.push_back(std::move(stroke));
        left += width * 0.7;
    }
    return strokes;
}

} // namespace teken::ctl
