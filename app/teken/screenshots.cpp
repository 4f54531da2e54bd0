#include "app/teken/screenshots.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QMetaEnum>
#include <QQuickWindow>

#include <cstdio>

namespace teken::app {

namespace {

constexpr int kSettleMilliseconds = 400; // lists are read on another thread
constexpr int kMostMilliseconds = 60'000;

template <class Predicate>
bool waitFor(Predicate reached) {
    QElapsedTimer timer;
    timer.start();
    while (!reached() && timer.elapsed() < kMostMilliseconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    return reached();
}

void settle() {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < kSettleMilliseconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

Result<> noWarnings(const MainWindow& window) {
    if (window.warnings().isEmpty())
        return {};
    return fail(ErrorCode::Internal, "window.qml",
                window.warnings().join(QStringLiteral("; ")).toStdString());
}

class Tour {
public:
    Tour(App& app, MainWindow& window, const TourWishes& wishes)
        : m_app(app), m_window(window), m_wishes(wishes), m_folder(wishes.folder) {}

    Result<int> run() {
        if (!m_folder.mkpath(QStringLiteral(".")))
            return fail(ErrorCode::ReadOnly, "files.read-only", "expected a folder for pictures, found none");
        m_app.setAnimated(false);
        TEKEN_CHECK(m_window.load());
        m_app.start();
        waitFor([this] { return m_app.page() != App::Starting; });
        TEKEN_CHECK(grab("awal"));
        if (m_app.page() == App::Unlock && !m_wishes.passphrase.isEmpty()) {
            TEKEN_CHECK(unlock());
            TEKEN_CHECK(insidePages());
            m_app.lock();
            TEKEN_CHECK(grab("terkunci"));
        }
        TEKEN_CHECK(noWarnings(m_window));
        return m_taken;
    }

private:
    Result<> unlock() {
        m_app.unlock()->unlock(m_wishes.passphrase);
        waitFor([this] { return m_app.unlock()->isUnlocked() || !m_app.unlock()->error().reason.empty(); });
        if (!m_app.unlock()->isUnlocked())
            return fail(m_app.unlock()->error());
        return grab("setelah-dibuka");
    }

    Result<> insidePages() {
        m_app.goHome();
        TEKEN_CHECK(grab("sesi"));
        m_app.openNewSession();
        TEKEN_CHECK(grab("buka-sesi"));
        m_app.back();
        settle();
        const auto& rows = m_app.home()->rows();
        for (int i = 0; i < rows.size(); ++i) {
            if (rows[i].state != SessionState::Open)
                continue;
            m_app.home()->choose(i);
            TEKEN_CHECK(grab("sesi-berjalan"));
            m_app.session()->takeNext();
            TEKEN_CHECK(grab("tanda-tangan"));
            // Going back drops ink on purpose; strokes that wait there are somebody's, and not the tour's.
            m_app.sign()->forget();
            m_app.back();
            settle();
            m_app.closeSession();
            TEKEN_CHECK(grab("tutup-sesi"));
            m_app.back();
            break;
        }
        m_app.showQueue();
        TEKEN_CHECK(grab("antrean"));
        m_app.back();
        return {};
    }

    Result<> grab(const char* name) {
        settle();
        const QImage picture = m_window.window()->grabWindow();
        const QString file =
            QStringLiteral("%1-%2.png").arg(++m_taken, 2, 10, QLatin1Char('0')).arg(QLatin1String(name));
        if (picture.isNull() || !picture.save(m_folder.filePath(file)))
            return fail(ErrorCode::ReadOnly, "files.read-only",
                        "expected a picture to be written, found none");
        const auto page = QMetaEnum::fromType<App::Page>().valueToKey(m_app.page());
        std::printf("%s %s\n", qPrintable(file), page);
        std::fflush(stdout);
        return {};
    }

    App& m_app;
    MainWindow& m_window;
    TourWishes m_wishes;
    QDir m_folder;
    int m_taken = 0;
};

} // namespace

Result<int> takePictures(App& app, MainWindow& window, const TourWishes& wishes) {
    return Tour(app, window, wishes).run();
}

} // namespace teken::app
