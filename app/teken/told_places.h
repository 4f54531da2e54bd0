// Where the named items of the window are, written into a file whenever it changes: for a test that drives
// the real program by pointer and keys and must not guess. Only when asked for (--tell-places FILE).
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>

class QQuickItem;
class QQuickWindow;

namespace teken::app {

class ToldPlaces final : public QObject {
public:
    /// `window` outlives this; `page` names the page that is shown.
    ToldPlaces(QQuickWindow& window, std::function<QString()> page, QString file, QObject* parent = nullptr);

private:
    void tell();

    QQuickWindow& m_window;
    std::function<QString()> m_page;
    QString m_file;
    QByteArray m_told;
    QTimer m_look;
};

} // namespace teken::app
