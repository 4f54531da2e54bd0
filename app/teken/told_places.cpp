#include "app/teken/told_places.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSaveFile>

namespace teken::app {

namespace {

constexpr int kLookMilliseconds = 50;

/// Places are the screen's, as a pointer sees them.
void collect(QQuickItem* item, const QRectF& seen, const QPoint& corner, QJsonObject& places) {
    if (!item->isVisible() || item->opacity() <= 0)
        return;
    const QRectF here = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    const bool field = item->property("echoMode").isValid(); // what is typed is nobody's business
    if (!item->objectName().isEmpty() && here.isValid() && seen.intersects(here)) {
        const QPointF middle = here.center() + corner;
        places.insert(item->objectName(),
                      QJsonObject{{"x", middle.x()},
                                  {"y", middle.y()},
                                  {"w", here.width()},
                                  {"h", here.height()},
                                  {"enabled", item->isEnabled()},
                                  {"text", field ? QString() : item->property("text").toString()}});
    }
    for (auto* child : item->childItems())
        collect(child, seen, corner, places);
}

} // namespace

ToldPlaces::ToldPlaces(QQuickWindow& window, std::function<QString()> page, QString file, QObject* parent)
    : QObject(parent), m_window(window), m_page(std::move(page)), m_file(std::move(file)) {
    m_look.setInterval(kLookMilliseconds);
    connect(&m_look, &QTimer::timeout, this, [this] { tell(); });
    m_look.start();
}

void ToldPlaces::tell() {
    QJsonObject places;
    collect(m_window.contentItem(), QRectF(0, 0, m_window.width(), m_window.height()),
            m_window.mapToGlobal(QPoint()), places);
    const auto bytes =
        QJsonDocument(QJsonObject{{"page", m_page()}, {"items", places}}).toJson(QJsonDocument::Compact);
    if (bytes == m_told)
        return;
    QSaveFile file(m_file); // whole or not at all: the reader polls
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        m_told = bytes;
}

} // namespace teken::app
