#include "app/teken/ink/ink_frame.h"

#include <algorithm>
#include <cmath>

namespace teken::app {

InkFrame InkFrame::around(QSizeF pad) {
    InkFrame frame;
    if (pad.isEmpty())
        return frame;
    const double unitsPerPixel =
        std::min((kInkGridWidth - 1) / pad.width(), (kInkGridHeight - 1) / pad.height());
    frame.m_extent = pad * unitsPerPixel;
    return frame;
}

InkFrame::Placement InkFrame::place(QSizeF pad) const {
    const double scale = std::min(pad.width() / m_extent.width(), pad.height() / m_extent.height());
    const QSizeF size = m_extent * scale;
    return {scale, QPointF((pad.width() - size.width()) / 2, (pad.height() - size.height()) / 2)};
}

InkPoint InkFrame::toGrid(QPointF pixel, QSizeF pad) const {
    const auto [scale, origin] = place(pad);
    const QPointF units = (pixel - origin) / scale;
    const auto x = std::clamp(units.x(), 0.0, double(kInkGridWidth - 1));
    const auto y = std::clamp(units.y(), 0.0, double(kInkGridHeight - 1));
    return {static_cast<std::uint16_t>(std::lround(x)), static_cast<std::uint16_t>(std::lround(y))};
}

QPointF InkFrame::toPixel(InkPoint point, QSizeF pad) const {
    const auto [scale, origin] = place(pad);
    return origin + QPointF(point.x, point.y) * scale;
}

} // namespace teken::app
