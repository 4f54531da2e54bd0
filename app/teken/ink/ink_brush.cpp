#include "app/teken/ink/ink_brush.h"

#include <QPainter>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace teken::app {

namespace {

// Grid units between two points as a mouse or a pen reports them: at rest, and at a quick stroke.
constexpr double kSlowStep = 8;
constexpr double kQuickStep = 90;
constexpr double kThickest = 1.25;
constexpr double kThinnest = 0.65;
constexpr double kInertia = 0.6; // of the width before: a line swells, it does not jump

double stepBefore(const InkStroke& stroke, qsizetype index) {
    if (index == 0)
        return kSlowStep;
    const auto& a = stroke[index - 1];
    const auto& b = stroke[index];
    return std::hypot(double(b.x) - a.x, double(b.y) - a.y);
}

} // namespace

void InkBrush::addWidths(const InkStroke& stroke, QList<double>& widths) const {
    for (qsizetype i = widths.size(); i < stroke.size(); ++i) {
        const double quickness =
            std::clamp((stepBefore(stroke, i) - kSlowStep) / (kQuickStep - kSlowStep), 0.0, 1.0);
        const double wanted = (kThickest + (kThinnest - kThickest) * quickness) * m_penWidth;
        const double before = i == 0 ? m_penWidth : widths[i - 1];
        widths.append(kInertia * before + (1 - kInertia) * wanted);
    }
}

QPainterPath InkBrush::dot(const InkStroke& stroke, const InkFrame& frame, QSizeF pad) {
    QPainterPath path(frame.toPixel(stroke.constFirst(), pad));
    path.lineTo(path.currentPosition() + QPointF(0.01, 0)); // a path without length is not painted
    return path;
}

QPainterPath InkBrush::piece(const InkStroke& stroke, qsizetype index, const InkFrame& frame, QSizeF pad) {
    const auto at = [&](qsizetype i) { return frame.toPixel(stroke[i], pad); };
    const QPointF here = at(index);
    QPainterPath path(index == 0 ? here : (at(index - 1) + here) / 2);
    path.quadTo(here, index == stroke.size() - 1 ? here : (here + at(index + 1)) / 2);
    return path;
}

void InkBrush::draw(QPainter& painter, const QPainterPath& piece, double width) const {
    painter.strokePath(piece, QPen(m_color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void InkBrush::drawStroke(QPainter& painter, const InkStroke& stroke, bool whole, const InkFrame& frame,
                          QSizeF pad) const {
    if (stroke.isEmpty())
        return;
    QList<double> widths;
    addWidths(stroke, widths);
    draw(painter, dot(stroke, frame, pad), widths[0]);
    if (stroke.size() < 2)
        return;
    for (qsizetype i = 0; i < stroke.size() - (whole ? 0 : 1); ++i)
        draw(painter, piece(stroke, i, frame, pad), widths[i]);
}

} // namespace teken::app
