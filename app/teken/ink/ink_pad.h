// The pad a person signs on: an image painted stroke by stroke, of which only the touched rectangle is
// redrawn, within the frame of the event. Takes mouse, touch (first finger only; palms are told by their size
// and by the pen that writes) and stylus. Smoothing is for the eye; the sheet keeps what the hand did.
#pragma once

#include "app/teken/ink/ink_brush.h"
#include "app/teken/ink/ink_sheet.h"

#include <QElapsedTimer>
#include <QImage>
#include <QLineF>
#include <QPointer>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

#include <optional>

class QTabletEvent;

namespace teken::app {

class InkPad : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(teken::app::InkSheet* sheet READ sheet WRITE setSheet NOTIFY sheetChanged REQUIRED FINAL)
    Q_PROPERTY(QColor inkColor READ inkColor WRITE setInkColor NOTIFY inkColorChanged FINAL)
    Q_PROPERTY(double penWidth READ penWidth WRITE setPenWidth NOTIFY penWidthChanged FINAL)

public:
    explicit InkPad(QQuickItem* parent = nullptr);

    [[nodiscard]] InkSheet* sheet() const { return m_sheet; }
    void setSheet(InkSheet* sheet);
    [[nodiscard]] QColor inkColor() const { return m_inkColor; }
    void setInkColor(const QColor& color);
    /// Pixels.
    [[nodiscard]] double penWidth() const { return m_penWidth; }
    void setPenWidth(double width);

    /// A contact too large for the tip of a finger, pixels.
    [[nodiscard]] static bool isPalmSized(const QSizeF& contact);

    void paint(QPainter* painter) override;

signals:
    void sheetChanged();
    void inkColorChanged();
    void penWidthChanged();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseUngrabEvent() override;
    void touchEvent(QTouchEvent* event) override;
    void touchUngrabEvent() override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    QSGNode* updatePaintNode(QSGNode* node, UpdatePaintNodeData* data) override;
    void itemChange(ItemChange change, const ItemChangeData& data) override;
    /// Tablet events go to windows, never to items: they are taken from there.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool takesInk() const { return m_sheet && isEnabled() && !m_sheet->isLocked(); }
    bool takeTablet(QTabletEvent* event);
    void redrawAll();
    void drawNewest();
    void finishStroke(const InkStroke& stroke);
    void drawPiece(const InkStroke& stroke, const QPainterPath& piece, qsizetype index);
    /// From the end of what is painted for good to the newest point; null without a stroke in progress.
    [[nodiscard]] QLineF tail() const;
    void updateTail();
    void updateAround(const QRectF& changed);
    [[nodiscard]] bool isPalm(const QEventPoint& point) const;
    void watchWindow(QQuickWindow* window);
    void followPlace();
    /// From where layouts and scrolling have put the pad to the nearest whole pixel of the screen: between
    /// two, every back end would choose its own.
    [[nodiscard]] QPointF toWholePixels() const;
    [[nodiscard]] QImage blankImage() const;
    [[nodiscard]] InkBrush brush() const { return {m_inkColor, m_penWidth}; }

    QPointer<InkSheet> m_sheet;
    QPointer<QQuickWindow> m_window;
    QImage m_image; // transparent; the page behind it is the paper
    QColor m_inkColor = Qt::black;
    double m_penWidth = 2.6;
    QList<double> m_widths; ///< of the stroke in progress, as far as painted
    QRectF m_tailShown;
    QPointF m_shift; ///< as painted last
    std::optional<int> m_finger;
    bool m_tabletDown = false;
    QElapsedTimer m_penLeft; ///< since the pen was lifted
};

} // namespace teken::app
