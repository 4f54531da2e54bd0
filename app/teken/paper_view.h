// A drawn page, fitted into the item, on white.
#pragma once

#include <QImage>
#include <QQuickPaintedItem>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

namespace teken::app {

class PaperView : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    /// A QImage: the linter knows no type of that name.
    Q_PROPERTY(QVariant picture READ picture WRITE setPicture NOTIFY pictureChanged FINAL)

public:
    explicit PaperView(QQuickItem* parent = nullptr) : QQuickPaintedItem(parent) {}
    [[nodiscard]] QVariant picture() const { return m_picture; }
    void setPicture(const QVariant& picture);
    void paint(QPainter* painter) override;

signals:
    void pictureChanged();

private:
    QImage m_picture;
};

} // namespace teken::app
