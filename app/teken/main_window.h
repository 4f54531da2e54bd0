// The engine and the one window it shows. Keeps every warning of QML, so that a self-test can refuse them.
#pragma once

#include "app/teken/app.h"

#include <QQmlApplicationEngine>
#include <QRect>
#include <QStringList>
#include <QTimer>

class QQuickWindow;

namespace teken::app {

class MainWindow {
public:
    static constexpr int kSettledMilliseconds = 2'000;

    /// `app` outlives the window.
    explicit MainWindow(App& app);

    /// Errors: Internal "window.qml" with what QML said, "window.fonts" is only a warning.
    [[nodiscard]] Result<> load();
    /// From now on the window stands where it was left, in size and place, and keeps both in `preferences`,
    /// which outlive it. A place on a screen that is gone is not used, and none is larger than its screen.
    void remember(Preferences& preferences);
    /// `window` in `room`: made smaller, but not below `least`, and moved no further than it must be.
    [[nodiscard]] static QRect fitted(const QRect& window, const QRect& room, const QSize& least);
    /// In front of other windows, also when it was minimised.
    void raise();
    [[nodiscard]] QQuickWindow* window() const { return m_window; }
    [[nodiscard]] const QStringList& warnings() const { return m_warnings; }
    /// Teken.Theme as the pages see it; once loaded.
    [[nodiscard]] const QObject* theme() const;
    /// Families that the look needs and this machine lacks.
    [[nodiscard]] static QStringList missingFonts();

private:
    App& m_app;
    QStringList m_warnings;
    QQmlApplicationEngine m_engine;
    QQuickWindow* m_window = nullptr; // owned by the engine
    QTimer m_settled;
};

} // namespace teken::app
