// A practice laptop with its window, without a display, driven by keys and pointer as a person would. What a
// bench of the screens needs: whatever it waits for in vain ends the program with a picture of the screen.
#pragma once

#include "app/teken/desk_services/desk_services.h"
#include "app/teken/desk_services/practice_home.h"
#include "app/teken/main_window.h"
#include "core/base/files.h"
#include "core/base/system.h"
#include "core/crypto/random.h"
#include "core/desk/practice.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>

namespace teken::bench {

using namespace teken::app;

/// One back end, no display, unless told otherwise. Before the QGuiApplication.
inline void hideWindows() {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND"))
        qputenv("QT_QUICK_BACKEND", "software");
}

/// Of this process, megabytes: "VmRSS" now, "VmHWM" the most so far.
inline double residentMegabytes(const char* field) {
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const auto& line : file.readAll().split('\n'))
        if (line.startsWith(field))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    return 0;
}

/// What something took: on the clock, and of processors (all threads). The first is what a person waits for
/// on a quiet machine; the second says the same on a busy one.
struct Took {
    double milliseconds = 0;
    double processor = 0;
};

class Stopwatch {
public:
    Stopwatch() { m_clock.start(); }
    [[nodiscard]] Took read() const {
        return {double(m_clock.nsecsElapsed()) / 1e6, processorMilliseconds() - m_begun};
    }

private:
    static double processorMilliseconds() {
        timespec used{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
        return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
    }

    QElapsedTimer m_clock;
    double m_begun = processorMilliseconds();
};

inline double partOf(QList<Took> values, double Took::*which, double part) {
    QList<double> all;
    for (const auto& one : values)
        all.append(one.*which);
    std::sort(all.begin(), all.end());
    return all[std::min(all.size() - 1, qsizetype(double(all.size()) * part))];
}

inline void print(const char* what, const QList<Took>& values, double aim) {
    const double p95 = partOf(values, &Took::milliseconds, 0.95);
    std::printf("%-32s median %7.1f ms   p95 %7.1f ms   processor %6.1f, %6.1f ms   aim %4.0f ms   %s\n",
                what, partOf(values, &Took::milliseconds, 0.5), p95, partOf(values, &Took::processor, 0.5),
                partOf(values, &Took::processor, 0.95), aim, p95 <= aim ? "kept" : "MISSED");
}

class WindowDay {
public:
    /// Unlocked, on the list of sessions. Three of four people are of the first session's unit.
    explicit WindowDay(std::size_t people) {
        TEKEN_ASSERT(crypto::start().has_value(), "the crypto library starts");
        desk::PracticeRequest request{m_outside.home.book(),
                                      "Petugas Latihan",
                                      "LATIHAN",
                                      {m_clock, m_random, m_files, {}},
                                      m_outside.kdf};
        request.people = people;
        if (const auto made = desk::makePracticeBook(
                request, crypto::SecretBytes::copyOf(view(std::string_view(kPracticePassphrase))));
            !made)
            giveUp(describe(made.error()).c_str());
        m_preferences.setTourSeen();
        m_app.setAnimated(false);
        if (!m_main.load())
            giveUp("the window does not load");
        window().resize(1366, 768);
        m_app.start();
        until("Buka", [this] { return m_app.page() == App::Unlock; });
        m_app.unlock()->unlock(QLatin1String(kPracticePassphrase));
        until("Sesi", [this] { return m_app.page() == App::Home && m_app.home()->isLoaded(); });
    }

    [[nodiscard]] App& app() { return m_app; }
    [[nodiscard]] QQuickWindow& window() { return *m_main.window(); }

    /// Opens the first planned session and reads its card to those present.
    void openSession() {
        m_app.home()->choose(0);
        until("Buka sesi", [this] { return m_app.page() == App::OpenSession && !m_app.opening()->isBusy(); });
        m_app.opening()->setHead(QStringLiteral("Camat Contoh"));
        m_app.opening()->setWitnessOne(QStringLiteral("Saksi Pertama"));
        m_app.opening()->setWitnessTwo(QStringLiteral("Saksi Kedua"));
        m_app.opening()->open();
        until("Sesi berjalan", [this] { return m_app.page() == App::Session && !m_app.session()->isBusy(); });
        until("the opening card", [this] { return find("openingCardAccept") != nullptr; });
        click("openingCardAccept");
        until("the opening card gone", [this] { return find("openingCardAccept") == nullptr; });
    }

    template <class Predicate>
    void until(const char* what, Predicate isSo) {
        QElapsedTimer timer;
        timer.start();
        QTimer tick; // wakes the loop now and then: nothing spins while another thread works
        tick.start(kTickMilliseconds);
        while (!isSo()) {
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
            dropLeftPages();
            if (timer.elapsed() > kMostMilliseconds)
                giveUp(what);
        }
    }

    /// Pages that were left are deleted later, which a running event loop does by itself and processEvents()
    /// does not: kept, they would go on answering to every change of the models.
    static void dropLeftPages() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

    /// From `act` to a frame on which `isThere`.
    template <class Act, class Predicate>
    Took toFrame(const char* what, Act act, Predicate isThere) {
        const Stopwatch watch;
        act();
        until(what, isThere);
        dropLeftPages();
        (void)window().grabWindow();
        return watch.read();
    }

    [[nodiscard]] QQuickItem* find(const char* name) {
        return below(window().contentItem(), QLatin1String(name));
    }
    [[nodiscard]] QQuickItem* item(const char* name) {
        auto* found = find(name);
        if (!found)
            giveUp(name);
        return found;
    }
    void click(const char* name) {
        const auto* button = item(name);
        const QPointF middle = button->mapToScene({button->width() / 2, button->height() / 2});
        QTest::mouseClick(&window(), Qt::LeftButton, {}, middle.toPoint());
    }
    void key(Qt::Key key) { QTest::keyClick(&window(), key); }

    /// A signature of three strokes on the pad of that name.
    void draw(const char* pad) {
        auto* paper = item(pad);
        const QPointF corner = paper->mapToScene({0, 0});
        const double step = paper->width() / 320;
        for (int stroke = 0; stroke < 3; ++stroke) {
            const auto at = [&](int i) {
                return (corner +
                        QPointF((50 + stroke * 55 + i) * step, paper->height() / 2 + 60 * std::sin(i * 0.35)))
                    .toPoint();
            };
            QTest::mousePress(&window(), Qt::LeftButton, {}, at(0));
            for (int i = 1; i <= 45; ++i)
                QTest::mouseMove(&window(), at(i));
            QTest::mouseRelease(&window(), Qt::LeftButton, {}, at(45));
            (void)window().grabWindow();
        }
    }

    [[noreturn]] void giveUp(const char* what) {
        const auto picture = QDir::temp().filePath(QStringLiteral("window_day.png"));
        const bool kept = m_main.window() && m_main.window()->grabWindow().save(picture);
        std::fprintf(stderr, "expected %s, waited in vain; the screen: %s\n", what,
                     kept ? qPrintable(picture) : "not to be had");
        std::exit(1);
    }

private:
    static constexpr int kMostMilliseconds = 60'000;
    static constexpr int kTickMilliseconds = 20;

    static QQuickItem* below(QQuickItem* item, const QString& name) {
        if (item->objectName() == name && item->isVisible())
            return item;
        for (auto* child : item->childItems())
            if (auto* found = below(child, name))
                return found;
        return nullptr;
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    crypto::SystemRandom m_random;
    PosixFileSystem m_files;
    sync::PosixBundleStorage m_storage;
    Outside m_outside{m_clock, m_random, m_files, m_storage, BookHome{m_folder.path().toStdString()}, [this] {
                          return crypto::KdfParams::fast(m_random);
                      }};
    DeskServices m_services{m_outside, QString()};
    Preferences m_preferences{m_folder.filePath(QStringLiteral("teken.ini"))};
    App m_app{m_services.services(), m_preferences};
    MainWindow m_main{m_app};
};

} // namespace teken::bench
