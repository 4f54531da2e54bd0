#include "app/teken/ink/ink_pad.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPen>
#include <QQuickWindow>
#include <QSGTransformNode>
#include <QTabletEvent>
#include <QTouchEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace teken::app {

namespace {

// A hand that rests on the glass touches with more than a finger's tip.
constexpr double kPalmPixels = 60;
// After the pen has left, the hand that held it still lies there.
constexpr qint64 kPenRestMs = 700;

} // namespace

InkPad::InkPad(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAcceptedMouseButtons(Qt::LeftButton);
    setAcceptTouchEvents(true);
    setCursor(Qt::CrossCursor);
    setRenderTarget(QQuickPaintedItem::Image);
    setSmooth(false); // its pixels are the screen's: none of them is blended with its neighbour on the way
    setFlag(ItemIsFocusScope, false);
    // A stroke is no scrolling, whatever lies around the pad.
    setKeepMouseGrab(true);
    setKeepTouchGrab(true);
}

void InkPad::setSheet(InkSheet* sheet) {
    if (m_sheet == sheet)
        return;
    if (m_sheet)
        m_sheet->disconnect(this);
    m_sheet = sheet;
    if (m_sheet) {
        connect(m_sheet, &InkSheet::pointAdded, this, &InkPad::drawNewest);
        connect(m_sheet, &InkSheet::strokeFinished, this, &InkPad::finishStroke);
        connect(m_sheet, &InkSheet::dropped, this, &InkPad::redrawAll);
        connect(m_sheet, &InkSheet::redrawn, this, &InkPad::redrawAll);
    }
    redrawAll();
    emit sheetChanged();
}

void InkPad::setInkColor(const QColor& color) {
    if (m_inkColor == color)
        return;
    m_inkColor = color;
    redrawAll();
    emit inkColorChanged();
}

void InkPad::setPenWidth(double width) {
    if (qFuzzyCompare(m_penWidth, width))
        return;
    m_penWidth = width;
    redrawAll();
    emit penWidthChanged();
}

void InkPad::paint(QPainter* painter) {
    painter->drawImage(QPointF(0, 0), m_image);
    if (!m_sheet || m_widths.isEmpty() || tail().isNull())
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_inkColor, m_widths.constLast(), Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(tail());
}

QImage InkPad::blankImage() const {
    const double ratio = m_window ? m_window->effectiveDevicePixelRatio() : 1.0;
    QImage image((size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    return image;
}

void InkPad::redrawAll() {
    if (size().isEmpty()) {
        m_image = QImage();
        return;
    }
    m_image = blankImage();
    if (m_sheet && !m_sheet->frame().isNull()) {
        QPainter painter(&m_image);
        painter.setRenderHint(QPainter::Antialiasing);
        const auto brush = this->brush();
        for (const auto& stroke : m_sheet->strokes())
            brush.drawStroke(painter, stroke, true, m_sheet->frame(), size());
        brush.drawStroke(painter, m_sheet->strokeInProgress(), false, m_sheet->frame(), size());
    }
    update();
}

// The piece around the point before the newest: the newest one's own shape is not known yet. Until it is, a
// line leads to it (paint), so that ink never trails behind the pen.
void InkPad::drawNewest() {
    const auto& stroke = m_sheet->strokeInProgress();
    if (stroke.size() == 1) {
        m_widths.clear();
        drawPiece(stroke, InkBrush::dot(stroke, m_sheet->frame(), size()), 0);
    } else if (stroke.size() >= 2) {
        drawPiece(stroke, InkBrush::piece(stroke, stroke.size() - 2, m_sheet->frame(), size()),
                  stroke.size() - 2);
    }
    updateTail();
}

void InkPad::finishStroke(const InkStroke& stroke) {
    if (stroke.size() >= 2)
        drawPiece(stroke, InkBrush::piece(stroke, stroke.size() - 1, m_sheet->frame(), size()),
                  stroke.size() - 1);
    updateTail();
}

void InkPad::drawPiece(const InkStroke& stroke, const QPainterPath& piece, qsizetype index) {
    if (m_image.isNull())
        return;
    const auto brush = this->brush();
    brush.addWidths(stroke, m_widths);
    QPainter painter(&m_image);
    painter.setRenderHint(QPainter::Antialiasing);
    brush.draw(painter, piece, m_widths[index]);
    updateAround(piece.controlPointRect());
}

QLineF InkPad::tail() const {
    const auto& stroke = m_sheet->strokeInProgress();
    if (stroke.size() < 2)
        return {};
    const QPointF last = m_sheet->frame().toPixel(stroke.constLast(), size());
    return {(m_sheet->frame().toPixel(stroke[stroke.size() - 2], size()) + last) / 2, last};
}

void InkPad::updateTail() {
    updateAround(std::exchange(m_tailShown, QRectF(tail().p1(), tail().p2()).normalized()));
    updateAround(m_tailShown);
}

void InkPad::updateAround(const QRectF& changed) {
    const double margin = 2 * m_penWidth + 2;
    update(changed.adjusted(-margin, -margin, margin, margin).toAlignedRect());
}

void InkPad::mousePressEvent(QMouseEvent* event) {
    if (!takesInk()) {
        event->ignore();
        return;
    }
    m_sheet->beginStroke(event->position(), size());
}

void InkPad::mouseMoveEvent(QMouseEvent* event) {
    if (m_sheet)
        m_sheet->continueStroke(event->position(), size());
}

void InkPad::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_sheet)
        return;
    m_sheet->continueStroke(event->position(), size());
    m_sheet->endStroke();
}

void InkPad::mouseUngrabEvent() {
    if (m_sheet)
        m_sheet->interruptStroke();
}

void InkPad::touchEvent(QTouchEvent* event) {
    if (!takesInk()) {
        event->ignore();
        return;
    }
    event->accept();
    for (const auto& point : event->points()) {
        // The first finger writes until it is lifted; a palm or a second finger changes nothing.
        if (point.state() == QEventPoint::Pressed && !m_finger) {
            if (isPalm(point))
                continue;
            m_finger = point.id();
            m_sheet->beginStroke(point.position(), size());
        } else if (m_finger == point.id() && point.state() == QEventPoint::Updated) {
            m_sheet->continueStroke(point.position(), size());
        } else if (m_finger == point.id() && point.state() == QEventPoint::Released) {
            m_sheet->continueStroke(point.position(), size());
            m_sheet->endStroke();
            m_finger.reset();
        }
    }
    if (event->type() == QEvent::TouchCancel)
        touchUngrabEvent();
}

bool InkPad::isPalmSized(const QSizeF& contact) {
    return std::max(contact.width(), contact.height()) > kPalmPixels;
}

bool InkPad::isPalm(const QEventPoint& point) const {
    return isPalmSized(point.ellipseDiameters()) || m_tabletDown ||
           (m_penLeft.isValid() && m_penLeft.elapsed() < kPenRestMs);
}

void InkPad::touchUngrabEvent() {
    m_finger.reset();
    if (m_sheet)
        m_sheet->interruptStroke();
}

void InkPad::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickPaintedItem::geometryChange(now, before);
    if (now.size() != before.size())
        redrawAll();
}

QPointF InkPad::toWholePixels() const {
    const QTransform place = itemTransform(nullptr, nullptr);
    if (!m_window || place.type() > QTransform::TxTranslate)
        return {};
    const double ratio = m_window->effectiveDevicePixelRatio();
    const QPointF pixels = QPointF(place.dx(), place.dy()) * ratio;
    return (QPointF(std::round(pixels.x()), std::round(pixels.y())) - pixels) / ratio;
}

QSGNode* InkPad::updatePaintNode(QSGNode* node, UpdatePaintNodeData* data) {
    auto* moved = static_cast<QSGTransformNode*>(node);
    auto* painted = QQuickPaintedItem::updatePaintNode(moved ? moved->firstChild() : nullptr, data);
    if (!painted) {
        delete moved;
        return nullptr;
    }
    if (!moved) {
        moved = new QSGTransformNode;
        moved->appendChildNode(painted);
    }
    m_shift = toWholePixels();
    QMatrix4x4 matrix;
    matrix.translate(float(m_shift.x()), float(m_shift.y()));
    if (moved->matrix() != matrix)
        moved->setMatrix(matrix);
    return moved;
}

// Nobody tells an item that the page around it was scrolled.
void InkPad::followPlace() {
    if (!size().isEmpty() && isVisible() && toWholePixels() != m_shift)
        QQuickItem::update(); // the place alone: nothing is painted again
}

void InkPad::itemChange(ItemChange change, const ItemChangeData& data) {
    QQuickPaintedItem::itemChange(change, data);
    if (change == ItemSceneChange)
        watchWindow(data.window);
    if (change == ItemDevicePixelRatioHasChanged)
        redrawAll();
}

void InkPad::watchWindow(QQuickWindow* window) {
    if (m_window) {
        m_window->removeEventFilter(this);
        disconnect(m_window, &QQuickWindow::afterAnimating, this, &InkPad::followPlace);
    }
    m_window = window;
    if (m_window) {
        m_window->installEventFilter(this);
        connect(m_window, &QQuickWindow::afterAnimating, this, &InkPad::followPlace);
    }
    redrawAll();
}

bool InkPad::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::TabletRelease:
        if (takeTablet(static_cast<QTabletEvent*>(event)))
            return true;
        break;
    default:
        break;
    }
    return QQuickPaintedItem::eventFilter(watched, event);
}

bool InkPad::takeTablet(QTabletEvent* event) {
    const QPointF position = mapFromScene(event->position());
    if (event->type() == QEvent::TabletPress) {
        if (!takesInk() || !isVisible() || !contains(position) || event->button() != Qt::LeftButton)
            return false;
        // Whoever holds a pen writes with it: what lies on the glass already is the hand.
        if (m_finger) {
            m_finger.reset();
            m_sheet->dropStroke();
        }
        m_tabletDown = true;
        m_sheet->beginStroke(position, size());
    } else if (!m_tabletDown || !m_sheet) {
        return false;
    } else if (event->type() == QEvent::TabletMove) {
        m_sheet->continueStroke(position, size());
    } else {
        m_sheet->continueStroke(position, size());
        m_sheet->endStroke();
        m_tabletDown = false;
        m_penLeft.start();
    }
    event->accept();
    return true;
}

} // namespace teken::app
