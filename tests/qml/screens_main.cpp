// Renders every scene without a display and saves it as PNG. Any warning of QML, and any control without name
// or room, makes it fail.
//   teken_screens [FOLDER] [--size 1366x768] [--theme light] [--language id] [--only PART]
#include "app/teken/main_window.h"
#include "control_check.h"
#include "scenes.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

namespace {

using namespace teken::app;
using namespace teken::app::test;

struct Wishes {
    QString folder; // empty: nothing is saved
    QSize size;
    QString theme;
    QString language;
    QString only;
};

QStringList g_unexpected; // Qt calls its message handler without a context of ours

void collectMessages(QtMsgType type, const QMessageLogContext&, const QString& text) {
    if (type != QtDebugMsg && type != QtInfoMsg)
        g_unexpected.append(text);
    std::fprintf(stderr, "%s\n", qPrintable(text));
}

/// False when the scene warned or could not be drawn.
bool render(const Scene& scene, const Wishes& wishes) {
    QTemporaryDir folder;
    FakeWorld world(folder.path());
    world.app.setTheme(wishes.theme);
    world.app.setLanguage(wishes.language);
    scene.prepare(world);
    world.settle();

    MainWindow main(world.app);
    if (const auto loaded = main.load(); !loaded) {
        std::fprintf(stderr, "%s: %s\n", scene.name, describe(loaded.error()).c_str());
        return false;
    }
    main.window()->resize(wishes.size);
    QCoreApplication::processEvents();
    world.settle();
    if (scene.act) {
        QCoreApplication::processEvents();
        scene.act(world, *main.window());
        world.settle();
    }
    QCoreApplication::processEvents();
    const QImage image = main.window()->grabWindow();
    const bool drawn = !image.isNull();
    if (drawn && !wishes.folder.isEmpty())
        image.save(QDir(wishes.folder).filePath(QLatin1String(scene.name) + QStringLiteral(".png")));
    const auto broken = brokenControls(*main.window());
    for (const auto& sentence : broken)
        std::fprintf(stderr, "%s: %s\n", scene.name, qPrintable(sentence));
    return drawn && broken.isEmpty() && main.warnings().isEmpty();
}

Wishes readWishes(const QGuiApplication& app) {
    QCommandLineParser parser;
    parser.addPositionalArgument("folder", "where the pictures go; without it nothing is saved");
    parser.addOption({"size", "width x height of the window", "size", "1366x768"});
    parser.addOption({"theme", "light, dark or outdoor", "theme", "light"});
    parser.addOption({"language", "id or en", "language", "id"});
    parser.addOption({"only", "scenes whose name contains this", "part"});
    parser.process(app);
    const auto size = parser.value("size").split('x');
    return {parser.positionalArguments().value(0), QSize(size.value(0).toInt(), size.value(1).toInt()),
            parser.value("theme"), parser.value("language"), parser.value("only")};
}

} // namespace

int main(int argc, char** argv) {
    qInstallMessageHandler(collectMessages);
    QGuiApplication app(argc, argv);
    const auto wishes = readWishes(app);
    if (!wishes.folder.isEmpty())
        QDir().mkpath(wishes.folder);
    int seen = 0;
    int bad = 0;
    for (const auto& scene : allScenes()) {
        if (!QString::fromLatin1(scene.name).contains(wishes.only))
            continue;
        ++seen;
        const auto before = g_unexpected.size();
        if (!render(scene, wishes) || g_unexpected.size() != before) {
            ++bad;
            std::fprintf(stderr, "NOT CLEAN: %s\n", scene.name);
        }
    }
    std::printf("%d screens, %d not clean\n", seen, bad);
    return seen > 0 && bad == 0 ? 0 : 1;
}
