// How strokes look: smoothed, and thinner where the hand was quick. All of it comes from the kept points
// alone, so that ink drawn live, redrawn, resized or read back from a journal is the same, pixel for pixel.
// Nothing of it is kept: the width says nothing that the points do not.
#pragma once

#include "app/teken/ink/ink_frame.h"

#include <QColor>
#include <QPainterPath>

class QPainter;

namespace teken::app {

class InkBrush {
public:
    InkBrush(QColor color, double penWidth) : m_color(std::move(color)), m_penWidth(penWidth) {}

    /// Widths at the points, pixels: between 0.65 and 1.25 of the pen's. Those that `widths` has are kept.
    void addWidths(const InkStroke& stroke, QList<double>& widths) const;
    /// Where the pen touched first: a round dot, painted before all pieces.
    [[nodiscard]] static QPainterPath dot(const InkStroke& stroke, const InkFrame& frame, QSizeF pad);
    /// The piece around one of two or more points: from the middle before it, around it, to the middle behind
    /// it.
    [[nodiscard]] static QPainterPath piece(const InkStroke& stroke, qsizetype index, const InkFrame& frame,
                                            QSizeF pad);
    void draw(QPainter& painter, const QPainterPath& piece, double width) const;
    /// `whole`: with the piece around its last point, whose shape is known once the pen has left.
    void drawStroke(QPainter& painter, const InkStroke& stroke, bool whole, const InkFrame& frame,
                    QSizeF pad) const;

private:
    QColor m_color;
    double m_penWidth;
};

} // namespace teken::app
