#include "app/teken/ink/qr_code.h"

#include <QPainter>

#include <qrencode.h>

#include <memory>

namespace teken::app {

namespace {

constexpr int kQuietZone = 4; // modules on each side, ISO/IEC 18004 section 5.3.8

} // namespace

QImage QrCode::modulesOf(const QString& text) {
    if (text.isEmpty())
        return {};
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        // The densest way to write each part: a slip is letters and digits alone.
        QRcode_encodeString(bytes.constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (!code)
        return {};
    QImage modules(code->width, code->width, QImage::Format_RGB32);
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            modules.setPixel(x, y, (code->data[y * code->width + x] & 1) != 0 ? 0xFF000000U : 0xFFFFFFFFU);
    return modules;
}

void QrCode::setText(const QString& text) {
    if (m_text == text)
        return;
    m_text = text;
    m_modules = modulesOf(text);
    update();
    emit textChanged();
}

void QrCode::setColor(const QColor& color) {
    if (m_color == color)
        return;
    m_color = color;
    update();
    emit colorChanged();
}

void QrCode::setPaper(const QColor& paper) {
    if (m_paper == paper)
        return;
    m_paper = paper;
    update();
    emit colorChanged();
}

void QrCode::paint(QPainter* painter) {
    if (m_modules.isNull())
        return;
    painter->fillRect(boundingRect(), m_paper);
    // Whole pixels a module: edges that fall between pixels are what cameras trip over.
    const int side = m_modules.width() + 2 * kQuietZone;
    const int scale = std::max(1, int(std::min(width(), height())) / side);
    const int left = (int(width()) - m_modules.width() * scale) / 2;
    const int top = (int(height()) - m_modules.height() * scale) / 2;
    for (int y = 0; y < m_modules.height(); ++y)
        for (int x = 0; x < m_modules.width(); ++x)
            if (m_modules.pixel(x, y) == 0xFF000000U)
                painter->fillRect(left + x * scale, top + y * scale, scale, scale, m_color);
}

} // namespace teken::app
