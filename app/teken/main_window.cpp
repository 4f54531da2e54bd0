#include "app/teken/main_window.h"

#include <QFontDatabase>
#include <QQuickWindow>
#include <QtQml/qqmlextensionplugin.h>

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

QStringList MainWindow::missingFonts() {
    QStringList missing;
    for (const auto* family : {"Inter", "Material Icons"})
        if (!QFontDatabase::hasFamily(QLatin1String(family)))
            missing.append(QLatin1String(family));
    return missing;
}

} // namespace teken::app
