#include "app/teken/ink/ink_sheet.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace teken::app {

namespace {

// Hands shake and mice report every pixel: points closer than this (a third of a pixel on a usual pad) carry
// no shape and only make the entry longer.
constexpr double kSmallestStepUnits = 4.0;
// A pen left lying on the pad must not fill the memory: two minutes of a tablet at 200 Hz.
constexpr qsizetype kMostPointsAStroke = 24'000;
// Four pixels of a usual pad: a touch, not a line. An eighth of its width: farther from all ink no dot
// belongs to it.
constexpr int kDotUnits = 12;
constexpr int kStrayUnits = kInkGridWidth / 8;

} // namespace

InkSheet::InkSheet(QObject* parent) : QObject(parent) {}

InkSheet::Amount InkSheet::amount() const {
    switch (inkAmount(m_strokes, m_limits)) {
    case InkAmount::Nothing:
        return Nothing;
    case InkAmount::TooLittle:
        return TooLittle;
    case InkAmount::Enough:
        return Enough;
    }
    return Nothing;
}

void InkSheet::setLocked(bool locked) {
    if (m_locked == locked)
        return;
    endStroke();
    m_locked = locked;
    emit lockedChanged();
}

void InkSheet::setLimits(const domain::InkLimits& limits) {
    m_limits = limits;
    emit changed();
}

void InkSheet::beginStroke(QPointF pixel, QSizeF pad) {
    if (m_locked || pad.isEmpty())
        return;
    endStroke();
    // What may come back by redo was drawn in the frame there is.
    if (m_strokes.isEmpty() && m_undone.isEmpty())
        m_frame = InkFrame::around(pad);
    m_open = {m_frame.toGrid(pixel, pad)};
    setDrawing(true);
    emit pointAdded();
}

void InkSheet::continueStroke(QPointF pixel, QSizeF pad) {
    if (!m_drawing || pad.isEmpty() || m_open.size() >= kMostPointsAStroke)
        return;
    const auto next = m_frame.toGrid(pixel, pad);
    const auto& last = m_open.constLast();
    if (std::hypot(double(next.x) - last.x, double(next.y) - last.y) < kSmallestStepUnits)
        return;
    m_open.append(next);
    emit pointAdded();
}

void InkSheet::endStroke() {
    if (!m_drawing)
        return;
    if (isStray(m_open))
        return dropStroke();
    m_strokes.append(std::exchange(m_open, {}));
    m_undone.clear();
    setDrawing(false);
    emit changed();
    emit strokeFinished(m_strokes.constLast());
}

void InkSheet::dropStroke() {
    if (!m_drawing)
        return;
    m_open.clear();
    setDrawing(false);
    emit dropped();
}

bool InkSheet::isStray(const InkStroke& stroke) const {
    const auto bounds = inkBounds({stroke});
    if (std::max(bounds.width(), bounds.height()) > kDotUnits)
        return false;
    const auto ink = inkBounds(m_strokes);
    return m_strokes.isEmpty() ||
           !ink.adjusted(-kStrayUnits, -kStrayUnits, kStrayUnits, kStrayUnits).contains(bounds);
}

void InkSheet::restore(InkStrokes strokes) {
    m_open.clear();
    setDrawing(false);
    m_strokes = std::move(strokes);
    m_undone.clear();
    // The pad of the time before is gone: frame what is there, with the whole grid's width as its measure.
    const auto bounds = inkBounds(m_strokes);
    m_frame = m_strokes.isEmpty()
                  ? InkFrame()
                  : InkFrame::around(QSizeF(kInkGridWidth, std::max(kInkGridWidth / 5, bounds.bottom() + 1)));
    emit changed();
    emit redrawn();
}

void InkSheet::undoStroke() {
    if (m_locked || m_strokes.isEmpty())
        return;
    m_undone.append(InkStrokes{m_strokes.takeLast()});
    emit changed();
    emit redrawn();
}

void InkSheet::redoStroke() {
    if (m_locked || m_drawing || m_undone.isEmpty())
        return;
    m_strokes += m_undone.takeLast();
    emit changed();
    emit redrawn();
}

void InkSheet::clear() {
    if (m_locked)
        return;
    m_open.clear();
    setDrawing(false);
    if (m_strokes.isEmpty())
        return;
    m_undone.append(std::exchange(m_strokes, {}));
    emit changed();
    emit redrawn();
}

void InkSheet::setDrawing(bool drawing) {
    if (m_drawing == drawing)
        return;
    m_drawing = drawing;
    emit drawingChanged();
}

} // namespace teken::app
