#include "app/teken/ink/ink_drawing.h"

#include <algorithm>
#include <cmath>

namespace teken::app {

double inkLength(const InkStrokes& strokes) {
    double length = 0;
    for (const auto& stroke : strokes)
        for (qsizetype i = 1; i < stroke.size(); ++i)
            length +=
                std::hypot(double(stroke[i].x) - stroke[i - 1].x, double(stroke[i].y) - stroke[i - 1].y);
    return length;
}

QRect inkBounds(const InkStrokes& strokes) {
    int left = kInkGridWidth;
    int top = kInkGridHeight;
    int right = -1;
    int bottom = -1;
    for (const auto& stroke : strokes) {
        for (const auto& point : stroke) {
            left = std::min<int>(left, point.x);
            right = std::max<int>(right, point.x);
            top = std::min<int>(top, point.y);
            bottom = std::max<int>(bottom, point.y);
        }
    }
    return right < 0 ? QRect() : QRect(QPoint(left, top), QPoint(right, bottom));
}

InkAmount inkAmount(const InkStrokes& strokes, const domain::InkLimits& limits) {
    if (strokes.isEmpty())
        return InkAmount::Nothing;
    const auto bounds = inkBounds(strokes);
    const int extent = std::max(bounds.right() - bounds.left(), bounds.bottom() - bounds.top());
    return extent >= limits.leastExtent && inkLength(strokes) >= limits.leastLength ? InkAmount::Enough
                                                                                    : InkAmount::TooLittle;
}

} // namespace teken::app
