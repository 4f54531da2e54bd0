// Renders every scene without a display and saves it as PNG. Any warning of QML, and anything that a person
// could not read, reach or hit (look_check.h), makes it fail.
//   teken_screens [FOLDER] [--size 1366x768] [--theme light] [--language id] [--text 100] [--only PART]
//   teken_screens --every-look [--thorough] [--share K/N] [FOLDER] [--only PART]
#include "app/teken/look/look_check.h"
#include "app/teken/main_window.h"
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
    QList<Look> looks;
    QString only;
    int share = 0; // of `shares`: every shares-th scene from this one on
    int shares = 1;
};

QStringList g_unexpected; // Qt calls its message handler without a context of ours

void collectMessages(QtMsgType type, const QMessageLogContext&, const QString& text) {
    if (type != QtDebugMsg && type != QtInfoMsg)
        g_unexpected.append(text);
    std::fprintf(stderr, "%s\n", qPrintable(text));
}

/// False when a look of this scene could not be drawn or has flaws.
bool renderLook(const Scene& scene, const Look& look, const Wishes& wishes, FakeWorld& world,
                MainWindow& main) {
    world.app.setTheme(look.theme);
    world.app.setLanguage(look.language);
    world.app.setTextPercent(look.textPercent);
    main.window()->resize(look.size);
    QCoreApplication::processEvents();
    world.settle();
    QCoreApplication::processEvents();
    const QImage image = main.window()->grabWindow();
    const auto flaws = findFlaws(*main.window());
    if (!wishes.folder.isEmpty()) {
        auto name = QLatin1String(scene.name) + QStringLiteral(".png");
        if (wishes.looks.size() > 1)
            name = QLatin1String(scene.name) + QLatin1Char(' ') + look.name() + QStringLiteral(".png");
        image.save(QDir(wishes.folder).filePath(name));
    }
    for (const auto& sentence : flaws)
        std::fprintf(stderr, "%s (%s): %s\n", scene.name, qPrintable(look.name()), qPrintable(sentence));
    return !image.isNull() && flaws.isEmpty();
}

/// False when the scene warned, or one of its looks is not clean.
bool render(const Scene& scene, const Wishes& wishes) {
    QTemporaryDir folder;
    FakeWorld world(folder.path());
    world.app.setAnimated(false);
    world.app.setTheme(wishes.looks.constFirst().theme);
    world.app.setLanguage(wishes.looks.constFirst().language);
    scene.prepare(world);
    world.settle();

    MainWindow main(world.app);
    if (const auto loaded = main.load(); !loaded) {
        std::fprintf(stderr, "%s: %s\n", scene.name, describe(loaded.error()).c_str());
        return false;
    }
    main.window()->resize(wishes.looks.constFirst().size);
    QCoreApplication::processEvents();
    world.settle();
    if (scene.act) {
        QCoreApplication::processEvents();
        scene.act(world, *main.window());
        world.settle();
    }
    bool clean = true;
    for (const auto& look : wishes.looks)
        clean = renderLook(scene, look, wishes, world, main) && clean;
    const auto unreached = unreachableByTab(*main.window());
    for (const auto& sentence : unreached)
        std::fprintf(stderr, "%s: %s\n", scene.name, qPrintable(sentence));
    return clean && unreached.isEmpty() && main.warnings().isEmpty();
}

Wishes readWishes(const QGuiApplication& app) {
    QCommandLineParser parser;
    parser.addPositionalArgument("folder", "where the pictures go; without it nothing is saved");
    parser.addOption({"size", "width x height of the window", "size", "1366x768"});
    parser.addOption({"theme", "light, dark or outdoor", "theme", "light"});
    parser.addOption({"language", "id or en", "language", "id"});
    parser.addOption({"text", "size of letters in percent", "percent", "100"});
    parser.addOption({"every-look", "all languages, themes and sizes"});
    parser.addOption({"thorough", "with every-look: every theme with letters of 200 % too"});
    parser.addOption({"only", "scenes whose name contains this", "part"});
    parser.addOption({"share", "of N processes side by side the K-th, from 1: K/N", "share", "1/1"});
    parser.process(app);
    const auto size = parser.value("size").split('x');
    const Look one{parser.value("language"), parser.value("theme"), parser.value("text").toInt(),
                   QSize(size.value(0).toInt(), size.value(1).toInt())};
    const auto which = parser.isSet("thorough") ? Looks::Thorough : Looks::Usual;
    const auto share = parser.value("share").split('/');
    return {parser.positionalArguments().value(0),
            parser.isSet("every-look") ? allLooks(which) : QList<Look>{one}, parser.value("only"),
            share.value(0).toInt() - 1, qMax(1, share.value(1).toInt())};
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
    int number = 0;
    for (const auto& scene : allScenes()) {
        if (number++ % wishes.shares != wishes.share || !QString::fromLatin1(scene.name).contains(wishes.only))
            continue;
        ++seen;
        std::fprintf(stderr, "%s\n", scene.name); // so that a crash says where
        const auto before = g_unexpected.size();
        if (!render(scene, wishes) || g_unexpected.size() != before) {
            ++bad;
            std::fprintf(stderr, "NOT CLEAN: %s\n", scene.name);
        }
    }
    std::printf("%d screens, %d not clean\n", seen, bad);
    return seen > 0 && bad == 0 ? 0 : 1;
}
