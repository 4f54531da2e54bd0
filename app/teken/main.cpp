// teken: the officer's app. This is the composition root: seams, files, store, services, controllers, window.
//   teken [--data FOLDER] [--practice]
//   teken --screenshots FOLDER [--data FOLDER] [--passphrase-file FILE]
//   teken --self-test
//   teken --tell-when-usable
//   teken --tell-places FILE
#include "app/teken/desk_services/desk_services.h"
#include "app/teken/desk_services/practice_home.h"
#include "app/teken/desk_services/single_copy.h"
#include "app/teken/notice.h"
#include "app/teken/preferences.h"
#include "app/teken/screenshots.h"
#include "app/teken/self_test.h"
#include "app/teken/told_places.h"
#include "app/words/words.h"
#include "core/base/files.h"
#include "core/base/system.h"
#include "core/base/version.h"
#include "core/crypto/random.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QMetaEnum>
#include <QQuickWindow>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <span>

namespace {

using namespace teken;
using namespace teken::app;

struct Wishes {
    BookHome home;
    TourWishes tour;
    QString passphraseFile;
    bool practice = false;
    bool selfTest = false;
    bool thorough = false;
    QString placesFile;
    bool tellWhenUsable = false;
};

/// README.md lists them for people.
constexpr int kExitFault = 1;
constexpr int kExitInUse = 9;
constexpr int kExitNoDisplay = 69;
/// Never leaves the program: the window closed to come back on other data. Plus App::DataPlace.
constexpr int kOtherData = 1'000;

/// Nobody looks at these: they must work without a display, and the platform is chosen before anything else.
bool worksUnseen(int argc, char** argv) {
    constexpr std::array kUnseen{"--self-test", "--help", "--help-all", "-h", "--version", "-v"};
    return std::any_of(argv + std::min(argc, 1), argv + argc, [&](const char* word) {
        return std::strncmp(word, "--screenshots", 13) == 0 ||
               std::any_of(kUnseen.begin(), kUnseen.end(),
                           [&](const char* unseen) { return std::strcmp(word, unseen) == 0; });
    });
}

/// What this person chose in the window. Asked also where nobody has read the command line yet.
words::Language languageFor(const QStringList& arguments) {
    auto home = BookHome::ofThisPerson();
    const QString option = QStringLiteral("--data");
    for (qsizetype i = 1; i < arguments.size(); ++i)
        if (arguments[i] == option && i + 1 < arguments.size())
            home.folder = arguments[i + 1].toStdString();
        else if (arguments[i].startsWith(option + QLatin1Char('=')))
            home.folder = arguments[i].mid(option.size() + 1).toStdString();
    return languageNamed(Preferences(QString::fromStdString(home.preferences().string())).language());
}

void addOptions(QCommandLineParser& parser, bool english) {
    const auto add = [&](const char* name, const char* value, const char* indonesian, const char* words) {
        parser.addOption({name, english ? words : indonesian, value});
    };
    add("data", "folder", "Folder data laptop ini; kosong: folder data pengguna",
        "Data folder of this laptop; empty: the user's data folder");
    add("screenshots", "folder", "Simpan gambar layar yang terjangkau ke folder ini, lalu selesai",
        "Save pictures of the screens within reach to this folder, then end");
    add("passphrase-file", "file", "Kata sandi untuk --screenshots", "The passphrase for --screenshots");
    add("practice", "", "LATIHAN: data tiruan dalam folder sendiri",
        "PRACTICE: invented data in its own folder");
    add("self-test", "", "Periksa setiap halaman dalam semua bahasa, tampilan, dan ukuran, lalu selesai",
        "Check every page in all languages, looks and sizes, then end");
    add("thorough", "", "Bersama --self-test: setiap tampilan juga dengan huruf 200 %",
        "With --self-test: every look also with letters of 200 %");
    add("tell-when-usable", "", "Tulis satu baris begitu halaman pertama dapat dipakai",
        "Write a line as soon as the first page can be used");
    add("tell-places", "file", "Untuk pengujian: tulis letak tombol dan isian ke berkas ini",
        "For tests: write the places of buttons and fields to this file");
}

Wishes readWishes(const QGuiApplication& application) {
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    addOptions(parser, languageFor(application.arguments()) == words::Language::English);
    parser.process(application);
    Wishes wishes;
    wishes.home =
        parser.isSet("data")
            ? BookHome{std::filesystem::path(QDir(parser.value("data")).absolutePath().toStdString())}
            : BookHome::ofThisPerson();
    wishes.tour.folder = parser.value("screenshots");
    wishes.passphraseFile = parser.value("passphrase-file");
    wishes.practice = parser.isSet("practice");
    wishes.selfTest = parser.isSet("self-test");
    wishes.thorough = parser.isSet("thorough");
    wishes.placesFile = parser.value("tell-places");
    wishes.tellWhenUsable = parser.isSet("tell-when-usable");
    return wishes;
}

int report(const Error& error, const QStringList& arguments = QCoreApplication::arguments()) {
    std::fprintf(stderr, "teken: %s\nteken: %s\n", words::sentence(error, languageFor(arguments)).c_str(),
                 describe(error).c_str());
    return error.code == ErrorCode::Locked ? kExitInUse : kExitFault;
}

Result<QString> passphraseIn(const FileSystem& files, const QString& file) {
    if (file.isEmpty())
        return QString();
    TEKEN_TRY(auto bytes, files.read(file.toStdString(), 4'096));
    QString text = QString::fromUtf8(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
    crypto::wipe(bytes);
    while (text.endsWith(QLatin1Char('\n')) || text.endsWith(QLatin1Char('\r')))
        text.chop(1);
    return text;
}

/// For tests/bench: a frame of a page that answers, not of the empty window before it.
void tellWhenUsable(const App& app, QQuickWindow* window) {
    auto told = std::make_shared<bool>(false);
    QObject::connect(
        window, &QQuickWindow::frameSwapped, window,
        [&app, told] {
            if (app.page() == App::Starting || std::exchange(*told, true))
                return;
            std::printf("usable\n");
            std::fflush(stdout);
        },
        Qt::QueuedConnection);
}

int show(App& app, MainWindow& window, Preferences& preferences, const SingleCopy& copy,
         const Wishes& wishes) {
    for (const auto& family : MainWindow::missingFonts())
        std::fprintf(stderr, "teken: font %s is missing\n", qPrintable(family));
    if (const auto loaded = window.load(); !loaded)
        return report(loaded.error());
    window.remember(preferences);
    QObject::connect(&copy, &SingleCopy::called, window.window(), [&window] { window.raise(); });
    if (wishes.tellWhenUsable)
        tellWhenUsable(app, window.window());
    if (!wishes.placesFile.isEmpty())
        new ToldPlaces(
            *window.window(),
            [&app] { return QString::fromLatin1(QMetaEnum::fromType<App::Page>().valueToKey(app.page())); },
            wishes.placesFile, &app);
    QObject::connect(&app, &App::dataWanted, window.window(),
                     [](App::DataPlace place) { QGuiApplication::exit(kOtherData + place); });
    app.start();
    return QGuiApplication::exec();
}

[[noreturn]] void endWithoutDisplay(const QStringList& arguments) {
    report({ErrorCode::NotFound, "window.no-display", "expected a display, found none", {}}, arguments);
    std::_Exit(kExitNoDisplay);
}

// Without a platform Qt ends by SIGABRT with a sentence for engineers.
void sayNoDisplay(QtMsgType type, const QMessageLogContext&, const QString& text) {
    if (type == QtFatalMsg)
        endWithoutDisplay(QCoreApplication::arguments());
    std::fprintf(stderr, "%s\n", qPrintable(text));
}

void refuseWithoutDisplay(int argc, char** argv) {
    const auto given = [](const char* name) { return !qEnvironmentVariableIsEmpty(name); };
    const bool chosen = std::any_of(argv, argv + argc, [](const char* word) {
        return std::strncmp(word, "-platform", 9) == 0 || std::strncmp(word, "--platform", 10) == 0;
    });
    if (!worksUnseen(argc, argv) && !chosen && !given("DISPLAY") && !given("WAYLAND_DISPLAY") &&
        !given("QT_QPA_PLATFORM")) {
        QStringList arguments;
        for (const char* word : std::span(argv, static_cast<std::size_t>(argc)))
            arguments << QString::fromLocal8Bit(word);
        endWithoutDisplay(arguments);
    }
}

/// The seams to the machine; one of each for the whole run of the program.
struct Machine {
    SystemClock clock;
    crypto::SystemRandom random;
    PosixFileSystem files;
    sync::PosixBundleStorage storage;

    [[nodiscard]] Outside outside(const BookHome& home) {
        return {clock, random, files, storage, home, [this] { return crypto::KdfParams::moderate(random); }};
    }
};

int takeTour(App& app, MainWindow& window, const FileSystem& files, Wishes wishes) {
    auto passphrase = passphraseIn(files, wishes.passphraseFile);
    if (!passphrase)
        return report(passphrase.error());
    wishes.tour.passphrase = *passphrase;
    const auto taken = takePictures(app, window, wishes.tour);
    if (!taken)
        return report(taken.error());
    std::printf("teken: %d pictures\n", *taken);
    return 0;
}

/// One window on one folder of data. Preferences are the person's, whichever data is looked at.
int runOn(Machine& machine, const BookHome& home, const Wishes& wishes) {
    auto copy = SingleCopy::claim(home, machine.files);
    if (!copy)
        return report(copy.error());
    DeskServices services(machine.outside(home));
    Preferences preferences(QString::fromStdString(wishes.home.preferences().string()));
    App app(services.services(), preferences);
    MainWindow window(app);
    if (!wishes.tour.folder.isEmpty())
        return takeTour(app, window, machine.files, wishes);
    return show(app, window, preferences, **copy, wishes);
}

int run(const Wishes& wishes) {
    Machine machine;
    if (wishes.selfTest)
        return selfTest([&machine](const BookHome& home) { return machine.outside(home); },
                        wishes.thorough ? Looks::Thorough : Looks::Usual);
    int code = kOtherData + (wishes.practice ? App::Practice : App::RealData);
    while (code >= kOtherData) {
        const bool practice = code != kOtherData + App::RealData;
        const auto home = practice ? wishes.home.practice() : wishes.home;
        if (practice)
            if (const auto ready =
                    preparePractice(machine.outside(home), code == kOtherData + App::PracticeAnew);
                !ready)
                return report(ready.error());
        code = runOn(machine, home, wishes);
    }
    return code;
}

} // namespace

int main(int argc, char** argv) {
    refuseWithoutDisplay(argc, argv);
    if (worksUnseen(argc, argv)) {
        if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
        if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND"))
            qputenv("QT_QUICK_BACKEND", "software");
    }
    const auto quiet = qInstallMessageHandler(sayNoDisplay);
    QGuiApplication application(argc, argv);
    qInstallMessageHandler(quiet);
    QGuiApplication::setApplicationName(QStringLiteral("teken"));
    QGuiApplication::setApplicationVersion(QString::fromUtf8(version().data(), qsizetype(version().size())));
    if (const auto started = crypto::start(); !started)
        return report(started.error());
    return run(readWishes(application));
}
