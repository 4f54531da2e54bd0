#include "app/teken/paper_view.h"

#include <QPainter>

namespace teken::app {

void PaperView::setPicture(const QVariant& picture) {
    m_picture = picture.value<QImage>();
    update();
    emit pictureChanged();
}

void PaperView::paint(QPainter* painter) {
    if (m_picture.isNull())
        return;
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    const QSizeF fitted = QSizeF(m_picture.size()).scaled(boundingRect().size(), Qt::KeepAspectRatio);
    const QPointF corner((width() - fitted.width()) / 2, (height() - fitted.height()) / 2);
    painter->fillRect(QRectF(corner, fitted), Qt::white);
    painter->drawImage(QRectF(corner, fitted), m_picture);
}

} // namespace teken::app
