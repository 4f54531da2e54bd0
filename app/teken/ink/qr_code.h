// A QR code (ISO/IEC 18004, error correction M) of a short text, drawn with its quiet zone.
#pragma once

#include <QColor>
#include <QImage>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace teken::app {

class QrCode : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged FINAL)
    Q_PROPERTY(QColor paper READ paper WRITE setPaper NOTIFY colorChanged FINAL)

public:
    explicit QrCode(QQuickItem* parent = nullptr) : QQuickPaintedItem(parent) {}

    [[nodiscard]] QString text() const { return m_text; }
    /// Empty, or too long for a code (2,331 bytes): nothing is drawn.
    void setText(const QString& text);
    [[nodiscard]] QColor color() const { return m_color; }
    void setColor(const QColor& color);
    [[nodiscard]] QColor paper() const { return m_paper; }
    void setPaper(const QColor& paper);

    /// One pixel a module, without quiet zone; null when there is nothing to draw.
    [[nodiscard]] static QImage modulesOf(const QString& text);

    void paint(QPainter* painter) override;

signals:
    void textChanged();
    void colorChanged();

private:
    QString m_text;
    QColor m_color = Qt::black;
    QColor m_paper = Qt::white;
    QImage m_modules;
};

} // namespace teken::app
