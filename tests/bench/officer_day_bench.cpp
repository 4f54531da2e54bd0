// A whole session with pointer and keys on the real program without a display: 200 signers one after the
// other, each called by F2, signing with the mouse, saved by a click. Prints machine seconds a signer and
// milliseconds a change of page (press to the first frame of the next page).
//   officer_day_bench [SIGNERS]      aims: 1 s a signer, 100 ms a page, in a Release build on a quiet machine
#include "app/teken/desk_services/desk_services.h"
#include "app/teken/desk_services/practice_home.h"
#include "app/teken/main_window.h"
#include "core/base/files.h"
#include "core/base/system.h"
#include "core/crypto/random.h"
#include "core/desk/practice.h"

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace teken;
using namespace teken::app;

constexpr int kMostMilliseconds = 20'000;
constexpr int kPlaces = 4; // people for each three of the first unit

QQuickItem* below(QQuickItem* item, const QString& name) {
    if (item->objectName() == name && item->isVisible())
        return item;
    for (auto* child : item->childItems())
        if (auto* found = below(child, name))
            return found;
    return nullptr;
}

class Day {
public:
    Day(App& app, QQuickWindow& window) : m_app(app), m_window(window) {}

    template <class Predicate>
    void until(const char* what, Predicate isSo) {
        QElapsedTimer timer;
        timer.start();
        while (!isSo()) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            if (timer.elapsed() > kMostMilliseconds) {
                const auto picture = QDir::temp().filePath(QStringLiteral("officer_day_bench.png"));
                const bool kept = m_window.grabWindow().save(picture);
                std::fprintf(stderr, "expected %s, waited in vain; the screen: %s\n", what,
                             kept ? qPrintable(picture) : "not to be had");
                std::exit(1);
            }
        }
    }

    /// From the key to a frame of the page that it leads to.
    double callNext() {
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(&m_window, Qt::Key_F2);
        until("the signer's page", [this] {
            return m_app.page() == App::Sign && m_app.sign()->stage() == SignController::Signing;
        });
        m_window.grabWindow();
        return double(timer.nsecsElapsed()) / 1e6;
    }

    void draw() {
        auto* pad = item("signingPadInk");
        const QPointF corner = pad->mapToScene({0, 0});
        for (int stroke = 0; stroke < 3; ++stroke) {
            const auto at = [&](int i) {
                return (corner +
                        QPointF(200 + stroke * 220 + i * 4, pad->height() / 2 + 60 * std::sin(i * 0.35)))
                    .toPoint();
            };
            QTest::mousePress(&m_window, Qt::LeftButton, {}, at(0));
            for (int i = 1; i <= 45; ++i)
                QTest::mouseMove(&m_window, at(i));
            QTest::mouseRelease(&m_window, Qt::LeftButton, {}, at(45));
            m_window.grabWindow();
        }
    }

    /// The card that is read to those present before the first signs.
    void readOpeningCard() {
        until("the opening card", [this] {
            return below(m_window.contentItem(), QStringLiteral("openingCardAccept")) != nullptr;
        });
        click(below(m_window.contentItem(), QStringLiteral("openingCardAccept")));
        until("the opening card gone", [this] {
            return below(m_window.contentItem(), QStringLiteral("openingCardAccept")) == nullptr;
        });
    }

    void save() {
        click(item("saveButton"));
        until("Tersimpan", [this] { return m_app.sign()->stage() == SignController::Saved; });
        m_window.grabWindow();
    }

    double goOn() {
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(&m_window, Qt::Key_Return);
        until("the session's page",
              [this] { return m_app.page() == App::Session && !m_app.session()->isBusy(); });
        m_window.grabWindow();
        return double(timer.nsecsElapsed()) / 1e6;
    }

private:
    void click(const QQuickItem* button) {
        const QPointF middle = button->mapToScene({button->width() / 2, button->height() / 2});
        QTest::mouseClick(&m_window, Qt::LeftButton, {}, middle.toPoint());
    }
    QQuickItem* item(const char* name) {
        auto* found = below(m_window.contentItem(), QLatin1String(name));
        if (!found) {
            std::fprintf(stderr, "expected %s on the page, found none\n", name);
            std::exit(1);
        }
        return found;
    }

    App& m_app;
    QQuickWindow& m_window;
};

void print(const char* what, QList<double> values, double aim) {
    std::sort(values.begin(), values.end());
    std::printf("%-28s median %7.1f ms   p95 %7.1f ms   aim %.0f ms\n", what, values[values.size() / 2],
                values[values.size() * 95 / 100], aim);
}

} // namespace

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND"))
        qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication application(argc, argv);
    const int signers = argc > 1 ? std::atoi(argv[1]) : 200;
    if (!crypto::start() || signers < 1)
        return 1;
    const QTemporaryDir folder;
    SystemClock clock;
    crypto::SystemRandom random;
    PosixFileSystem files;
    sync::PosixBundleStorage storage;
    const Outside outside{clock, random, files, storage, BookHome{folder.path().toStdString()}, [&random] {
                              return crypto::KdfParams::fast(random);
                          }};
    desk::PracticeRequest request{
        outside.home.book(), "Petugas Latihan", "LATIHAN", {clock, random, files, {}}, outside.kdf};
    request.people = std::size_t(signers) * kPlaces / 3 + kPlaces;
    if (const auto made = desk::makePracticeBook(
            request, crypto::SecretBytes::copyOf(view(std::string_view(kPracticePassphrase))));
        !made) {
        std::fprintf(stderr, "%s\n", describe(made.error()).c_str());
        return 1;
    }
    DeskServices services(outside, QString());
    Preferences preferences(folder.filePath(QStringLiteral("teken.ini")));
    preferences.setTourSeen();
    App app(services.services(), preferences);
    app.setAnimated(false);
    MainWindow window(app);
    if (!window.load())
        return 1;
    window.window()->resize(1366, 768);
    Day day(app, *window.window());
    app.start();
    day.until("Buka", [&] { return app.page() == App::Unlock; });
    app.unlock()->unlock(QLatin1String(kPracticePassphrase));
    day.until("Sesi", [&] { return app.page() == App::Home && app.home()->isLoaded(); });
    app.home()->choose(0);
    day.until("Buka sesi", [&] { return app.page() == App::OpenSession && !app.opening()->isBusy(); });
    app.opening()->setHead(QStringLiteral("Camat Contoh"));
    app.opening()->setWitnessOne(QStringLiteral("Saksi Pertama"));
    app.opening()->setWitnessTwo(QStringLiteral("Saksi Kedua"));
    app.opening()->open();
    day.until("Sesi berjalan", [&] { return app.page() == App::Session && !app.session()->isBusy(); });
    day.readOpeningCard();

    QList<double> whole, toSign, back;
    for (int i = 0; i < signers; ++i) {
        QElapsedTimer timer;
        timer.start();
        toSign.append(day.callNext());
        day.draw();
        day.save();
        back.append(day.goOn());
        whole.append(double(timer.nsecsElapsed()) / 1e6);
    }
    std::printf("%d signers\n", signers);
    print("a signer, machine time", whole, 1'000);
    print("F2 to the signer's page", toSign, 100);
    print("back to the session", back, 100);
    return 0;
}
