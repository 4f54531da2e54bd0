// Runs one tst_*.qml against a fake laptop of its own.
#include "world_driver.h"

#include <QQmlEngine>
#include <QtQml/qqmlextensionplugin.h>
#include <QtQuickTest>

#include <memory>

Q_IMPORT_QML_PLUGIN(Teken_InkPlugin)
Q_IMPORT_QML_PLUGIN(Teken_AppPlugin)
Q_IMPORT_QML_PLUGIN(Teken_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Teken_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Teken_ComponentsPlugin)
Q_IMPORT_QML_PLUGIN(Teken_PagesPlugin)

class Setup : public QObject {
    Q_OBJECT

public slots:
    void applicationAvailable() { m_driver = std::make_unique<teken::app::test::WorldDriver>(); }
    void cleanupTestCase() { m_driver.reset(); }
    void qmlEngineAvailable(QQmlEngine* engine) {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        m_driver->app().attachTo(*engine);
        qmlRegisterSingletonInstance("Teken.Fakes", 1, 0, "World", m_driver.get());
    }

private:
    std::unique_ptr<teken::app::test::WorldDriver> m_driver;
};

QUICK_TEST_MAIN_WITH_SETUP(teken, Setup)

#include "tst_main.moc"
