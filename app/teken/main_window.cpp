#include "app/teken/main_window.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QScreen>
#include <QtQml/qqmlextensionplugin.h>

#include <algorithm>

Q_IMPORT_QML_PLUGIN(Teken_InkPlugin)
Q_IMPORT_QML_PLUGIN(Teken_AppPlugin)
Q_IMPORT_QML_PLUGIN(Teken_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Teken_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Teken_ComponentsPlugin)
Q_IMPORT_QML_PLUGIN(Teken_PagesPlugin)

namespace teken::app {

MainWindow::MainWindow(App& app) : m_app(app) {
    QObject::connect(&m_engine, &QQmlEngine::warnings, &m_engine, [this](const QList<QQmlError>& errors) {
        for (const auto& error : errors)
            m_warnings.append(error.toString());
    });
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    app.attachTo(m_engine);
}

Result<> MainWindow::load() {
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Teken/Pages/Main.qml")));
    if (!m_engine.rootObjects().isEmpty())
        m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
    if (!m_window)
        return fail(ErrorCode::Internal, "window.qml", m_warnings.join(QStringLiteral("; ")).toStdString());
    m_app.watch(m_window);
    return {};
}

namespace {

/// Enough of it on a screen to be taken hold of with a mouse.
bool isReachable(const QRect& window) {
    constexpr QSize kEnough(200, 100);
    for (const auto* screen : QGuiApplication::screens()) {
        const QRect seen = screen->availableGeometry().intersected(window);
        if (seen.width() >= kEnough.width() && seen.height() >= kEnough.height())
            return true;
    }
    return false;
}

QRect roomFor(const QRect& place, const QWindow& window) {
    const auto* screen = QGuiApplication::screenAt(place.center());
    return (screen ? screen : window.screen())->availableGeometry();
}

} // namespace

QRect MainWindow::fitted(const QRect& window, const QRect& room, const QSize& least) {
    const QSize size = window.size().boundedTo(room.size()).expandedTo(least);
    // Too large all the same: its upper left corner is what has to be seen.
    const int x = std::max(room.left(), std::min(window.left(), room.left() + room.width() - size.width()));
    const int y = std::max(room.top(), std::min(window.top(), room.top() + room.height() - size.height()));
    return {QPoint(x, y), size};
}

void MainWindow::remember(Preferences& preferences) {
    const QRect before = preferences.window();
    const QSize least = m_window->minimumSize();
    if (before.isValid() && isReachable(before)) {
        m_window->setGeometry(fitted(before, roomFor(before, *m_window), least));
    } else {
        // Where a new window stands is left to the window manager.
        const QRect given = m_window->geometry();
        const QRect fit = fitted(given, roomFor(given, *m_window), least);
        if (fit.size() != given.size())
            m_window->resize(fit.size());
    }
    if (preferences.isMaximized())
        m_window->showMaximized();
    const auto keep = [window = m_window, &preferences] {
        const auto states = window->windowStates();
        const bool maximized = states.testFlag(Qt::WindowMaximized);
        if (!maximized && !states.testFlag(Qt::WindowMinimized) && !states.testFlag(Qt::WindowFullScreen))
            preferences.setWindow(window->geometry());
        preferences.setMaximized(maximized);
    };
    // Some seconds after the last move, and at the end: a power cut loses no more than that.
    m_settled.setSingleShot(true);
    m_settled.setInterval(kSettledMilliseconds);
    QObject::connect(&m_settled, &QTimer::timeout, m_window, keep);
    QObject::connect(qApp, &QCoreApplication::aboutToQuit, m_window, keep);
    const auto moved = [this] { m_settled.start(); };
    QObject::connect(m_window, &QWindow::xChanged, &m_settled, moved);
    QObject::connect(m_window, &QWindow::yChanged, &m_settled, moved);
    QObject::connect(m_window, &QWindow::widthChanged, &m_settled, moved);
    QObject::connect(m_window, &QWindow::heightChanged, &m_settled, moved);
    QObject::connect(m_window, &QWindow::windowStateChanged, &m_settled, moved);
}

void MainWindow::raise() {
    m_window->setWindowStates(m_window->windowStates() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->requestActivate();
}

const QObject* MainWindow::theme() const {
    return m_window ? m_window->property("theme").value<QObject*>() : nullptr;
}

QStringList MainWindow::missingFonts() {
    QStringList missing;
    for (const auto* family : {"Inter", "Material Icons"})
        if (!QFontDatabase::hasFamily(QLatin1String(family)))
            missing.append(QLatin1String(family));
    return missing;
}

} // namespace teken::app
