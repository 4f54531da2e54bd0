#include "app/teken/ink/ink_pad.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QQuickWindow>
#include <QTabletEvent>
#include <QTouchEvent>

namespace teken::app {

namespace {

QPointF middle(QPointF a, QPointF b) {
    return (a + b) / 2;
}

} // namespace

InkPad::InkPad(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAcceptedMouseButtons(Qt::LeftButton);
    setAcceptTouchEvents(true);
    setCursor(Qt::CrossCursor);
    setRenderTarget(QQuickPaintedItem::Image);
    setFlag(ItemIsFocusScope, false);
}

void InkPad::setSheet(InkSheet* sheet) {
    if (m_sheet == sheet)
        return;
    if (m_sheet)
        m_sheet->disconnect(this);
    m_sheet = sheet;
    if (m_sheet) {
        connect(m_sheet, &InkSheet::pointAdded, this, &InkPad::drawNewest);
        // The rest of the last segment, and a dot for a stroke of one point, are only drawn at the end.
        connect(m_sheet, &InkSheet::strokeFinished, this, &InkPad::redrawAll);
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
}

QImage InkPad::blankImage() const {
    const double ratio = m_window ? m_window->effectiveDevicePixelRatio() : 1.0;
    QImage image((size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    return image;
}

QPen InkPad::pen() const {
    return {m_inkColor, m_penWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
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
        for (const auto& stroke : m_sheet->strokes())
            drawStroke(painter, stroke);
        drawStroke(painter, m_sheet->strokeInProgress());
    }
    update();
}

void InkPad::drawStroke(QPainter& painter, const InkStroke& stroke) const {
    if (stroke.isEmpty())
        return;
    const auto at = [&](qsizetype i) { return m_sheet->frame().toPixel(stroke[i], size()); };
    painter.setPen(pen());
    if (stroke.size() == 1) {
        painter.drawPoint(at(0));
        return;
    }
    QPainterPath path(at(0));
    for (qsizetype i = 1; i + 1 < stroke.size(); ++i)
        path.quadTo(at(i), middle(at(i), at(i + 1)));
    path.lineTo(at(stroke.size() - 1));
    painter.drawPath(path);
}

void InkPad::drawNewest() {
    const auto& stroke = m_sheet->strokeInProgress();
    const auto count = stroke.size();
    if (m_image.isNull() || count == 0)
        return;
    const auto at = [&](qsizetype i) { return m_sheet->frame().toPixel(stroke[i], size()); };

    QPainterPath path;
    if (count == 1) {
        path.moveTo(at(0));
        path.lineTo(at(0) + QPointF(0.01, 0));
    } else if (count == 2) {
        path.moveTo(at(0));
        path.lineTo(middle(at(0), at(1)));
    } else {
        path.moveTo(middle(at(count - 3), at(count - 2)));
        path.quadTo(at(count - 2), middle(at(count - 2), at(count - 1)));
    }
    QPainter painter(&m_image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen());
    painter.drawPath(path);
    const double margin = m_penWidth + 2;
    update(path.controlPointRect().adjusted(-margin, -margin, margin, margin).toAlignedRect());
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

void InkPad::itemChange(ItemChange change, const ItemChangeData& data) {
    QQuickPaintedItem::itemChange(change, data);
    if (change == ItemSceneChange)
        watchWindow(data.window);
    if (change == ItemDevicePixelRatioHasChanged)
        redrawAll();
}

void InkPad::watchWindow(QQuickWindow* window) {
    if (m_window)
        m_window->removeEventFilter(this);
    m_window = window;
    if (m_window)
        m_window->installEventFilter(this);
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
    }
    event->accept();
    return true;
}

} // namespace teken::app
