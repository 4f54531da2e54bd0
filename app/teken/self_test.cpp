#include "app/teken/self_test.h"

#include "app/teken/desk_services/practice_home.h"
#include "app/teken/main_window.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>

namespace teken::app {

namespace {

constexpr int kMostMilliseconds = 60'000;
constexpr int kSettleMilliseconds = 60; // lists are read on another thread

template <class Predicate>
bool reached(Predicate isSo) {
    QElapsedTimer timer;
    timer.start();
    while (!isSo() && timer.elapsed() < kMostMilliseconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    return isSo();
}

void rest(int milliseconds) {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
}

void drawSomething(InkSheet& sheet) {
    constexpr QSizeF kPad(1'200, 280);
    sheet.beginStroke({300, 140}, kPad);
    for (int i = 1; i <= 80; ++i)
        sheet.continueStroke({300.0 + i * 6, 140 + 70 * std::sin(i * 0.3)}, kPad);
    sheet.endStroke();
}

/// One laptop with its window. Counts what is wrong.
class Inspection {
public:
    Inspection(const Outside& outside, const QString& preferences, Looks looks)
        : m_looks(allLooks(looks)), m_services(outside, QString()), m_preferences(preferences),
          m_app(m_services.services(), m_preferences), m_window(m_app) {
        m_app.setAnimated(false);
    }

    int newLaptop() {
        if (!begin(App::FirstStart))
            return m_flaws;
        lookAt("first start");
        m_app.showAudit();
        lookAt("audit");
        m_app.back();
        checkPalettes();
        return m_flaws;
    }

    int practiceLaptop() {
        if (!begin(App::Unlock))
            return m_flaws;
        lookAt("unlock");
        m_app.unlock()->unlock(QLatin1String(kPracticePassphrase));
        if (!arrived(App::Tour))
            return m_flaws;
        lookAt("tour");
        m_app.showGallery();
        lookAt("gallery");
        m_app.finishTour();
        if (!arrived(App::Home))
            return m_flaws;
        lookAt("home");
        m_app.askForHelp();
        lookAt("help");
        pressEscape();
        m_app.openNewSession();
        lookAt("open session");
        m_app.back();
        rest(kSettleMilliseconds);
        m_app.showLetterhead();
        reached([&] { return m_app.letterhead()->isLoaded(); });
        lookAt("letterhead");
        m_app.back();
        openPlanned();
        return m_flaws;
    }

private:
    void openPlanned() {
        m_app.home()->choose(0);
        rest(kSettleMilliseconds);
        m_app.opening()->setHead(QStringLiteral("Camat Contoh"));
        m_app.opening()->setWitnessOne(QStringLiteral("Saksi Pertama"));
        m_app.opening()->setWitnessTwo(QStringLiteral("Saksi Kedua"));
        m_app.opening()->open();
        if (!arrived(App::Session))
            return;
        lookAt("card for signers");
        pressEscape();
        lookAt("session");
        m_app.session()->takeNext();
        if (!arrived(App::Sign))
            return;
        lookAt("signing");
        drawSomething(*m_app.sign()->ink());
        lookAt("signing with ink");
        m_app.sign()->save();
        if (!reached([&] { return m_app.sign()->stage() == SignController::Saved; }))
            return say("way", QStringLiteral("the signature was never saved"));
        lookAt("saved slip");
        m_app.back();
        if (!arrived(App::Session))
            return;
        afterSigning();
    }

    void afterSigning() {
        m_app.showPapers();
        if (!reached([&] { return m_app.papers()->isLoaded(); }))
            say("way", QStringLiteral("the papers were never drawn"));
        lookAt("papers");
        m_app.back();
        m_app.closeSession();
        lookAt("closing");
        m_app.back();
        rest(kSettleMilliseconds);
        m_app.showQueue();
        lookAt("queue");
        m_app.back();
        lookAtCalls();
        m_app.lock();
        lookAt("locked");
    }

    void lookAtCalls() {
        m_app.calls()->setShown(true);
        QQuickWindow* calls = nullptr;
        const auto opened = [&] {
            for (auto* window : QGuiApplication::topLevelWindows())
                if (window->objectName() == QLatin1String("callWindow"))
                    calls = qobject_cast<QQuickWindow*>(window);
            return calls != nullptr && m_app.calls()->isLoaded();
        };
        if (reached(opened))
            lookAt("call list", *calls);
        else
            say("way", QStringLiteral("the call list never opened"));
        m_app.calls()->setShown(false);
        m_window.window()->requestActivate(); // keys are its own again
    }

    bool begin(App::Page first) {
        if (const auto loaded = m_window.load(); !loaded) {
            say("window", QString::fromStdString(loaded.error().message));
            return false;
        }
        m_app.start();
        return arrived(first);
    }

    bool arrived(App::Page page) {
        if (reached([&] { return m_app.page() == page; }))
            return true;
        say("way", QStringLiteral("page %1 was never reached").arg(page));
        return false;
    }

    void pressEscape() {
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent key(type, Qt::Key_Escape, Qt::NoModifier);
            QCoreApplication::sendEvent(m_window.window(), &key);
        }
    }

    void lookAt(const char* page) { lookAt(page, *m_window.window()); }

    void lookAt(const char* page, QQuickWindow& window) {
        rest(kSettleMilliseconds);
        for (const auto& look : m_looks) {
            m_app.setTheme(look.theme);
            m_app.setLanguage(look.language);
            m_app.setTextPercent(look.textPercent);
            window.resize(look.size);
            QCoreApplication::processEvents();
            for (const auto& flaw : findFlaws(window))
                say(page, look.name() + QStringLiteral(": ") + flaw);
        }
        for (const auto& flaw : unreachableByTab(window))
            say(page, flaw);
        for (; m_warningsSeen < m_window.warnings().size(); ++m_warningsSeen)
            say(page, m_window.warnings()[m_warningsSeen]);
        ++m_pages;
        std::printf("teken: %s: %lld looks\n", page, static_cast<long long>(m_looks.size()));
        std::fflush(stdout);
    }

    void checkPalettes() {
        const auto* theme = m_window.theme();
        for (const auto* name : {"light", "dark", "outdoor"}) {
            const auto* palette = theme ? theme->property(name).value<QObject*>() : nullptr;
            if (!palette) {
                say(name, QStringLiteral("no such theme"));
                continue;
            }
            for (const auto& weak : weakPairs(*palette))
                say(name, weak);
        }
    }

    void say(const char* where, const QString& what) {
        ++m_flaws;
        std::fprintf(stderr, "teken: %s: %s\n", where, qPrintable(what));
    }

    const QList<Look> m_looks;
    DeskServices m_services;
    Preferences m_preferences;
    App m_app;
    MainWindow m_window;
    qsizetype m_warningsSeen = 0;
    int m_pages = 0;
    int m_flaws = 0;
};

} // namespace

int selfTest(const std::function<Outside(const BookHome&)>& outsideOf, Looks looks) {
    const QTemporaryDir folder;
    const BookHome home{folder.path().toStdString()};
    const QString preferences = folder.filePath(QStringLiteral("teken.ini"));
    int flaws = Inspection(outsideOf(home), preferences, looks).newLaptop();
    const auto practice = outsideOf(home.practice());
    if (const auto made = preparePractice(practice, false); !made) {
        std::fprintf(stderr, "teken: practice: %s\n", describe(made.error()).c_str());
        ++flaws;
    } else {
        flaws += Inspection(practice, preferences, looks).practiceLaptop();
    }
    for (const auto& family : MainWindow::missingFonts()) {
        std::fprintf(stderr, "teken: font %s is missing\n", qPrintable(family));
        ++flaws;
    }
    if (flaws > 0) {
        std::printf("teken: self-test found %d flaws\n", flaws);
        return 1;
    }
    std::printf("teken: self-test passed\n");
    return 0;
}

} // namespace teken::app
