// Where a drawing lies on a pad: one isotropic scale, so that a signature keeps its shape whatever the window
// does. The frame is set by the pad on which the first stroke is made; on any later size it is fitted whole
// and centred, so that nothing already drawn is cut off.
#pragma once

#include "app/teken/ink/ink_drawing.h"

#include <QPointF>
#include <QSizeF>

namespace teken::app {

class InkFrame {
public:
    /// Takes the whole of `pad` (pixels) as drawing area. The longer side of the grid fits exactly.
    [[nodiscard]] static InkFrame around(QSizeF pad);

    [[nodiscard]] bool isNull() const { return m_extent.isEmpty(); }
    /// Size of the drawing area in grid units, within the grid.
    [[nodiscard]] QSizeF extent() const { return m_extent; }

    /// Nearest grid point of a pixel; points outside the pad are laid on its edge.
    [[nodiscard]] InkPoint toGrid(QPointF pixel, QSizeF pad) const;
    [[nodiscard]] QPointF toPixel(InkPoint point, QSizeF pad) const;

private:
    struct Placement {
        double pixelsPerUnit;
        QPointF origin;
    };
    [[nodiscard]] Placement place(QSizeF pad) const;

    QSizeF m_extent;
};

} // namespace teken::app
