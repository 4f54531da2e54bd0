// A whole session with pointer and keys on the real program without a display: 200 signers one after the
// other, each called by F2, signing with the mouse, saved by a click; then the pages of an officer's day, and
// the session closed. Prints machine seconds a signer, milliseconds a change of page (press to the first
// frame of the next page), and the memory it took.
//   officer_day_bench [SIGNERS]
// Aims, in a Release build on a quiet machine: 1 s a signer, 100 ms a page, 180 MB after 300.
#include "tests/bench/window_day.h"

namespace {

using namespace teken;
using namespace teken::app;
using teken::bench::Stopwatch;
using teken::bench::Took;
using teken::bench::WindowDay;

constexpr int kPlaces = 4; // people for each three of the first unit
constexpr int kRounds = 20;

Took callNext(WindowDay& day) {
    return day.toFrame(
        "the signer's page", [&] { day.key(Qt::Key_F2); },
        [&] {
            return day.app().page() == App::Sign && day.app().sign()->stage() == SignController::Signing;
        });
}

void save(WindowDay& day) {
    day.click("saveButton");
    day.until("Tersimpan", [&] { return day.app().sign()->stage() == SignController::Saved; });
    (void)day.window().grabWindow();
}

Took goOn(WindowDay& day) {
    return day.toFrame(
        "the session's page", [&] { day.key(Qt::Key_Return); },
        [&] { return day.app().page() == App::Session && !day.app().session()->isBusy(); });
}

/// Every page an officer goes to from a running session and comes back from.
void turnPages(WindowDay& day) {
    auto& app = day.app();
    const auto onSession = [&] { return app.page() == App::Session && app.session()->isActive(); };
    QList<Took> home, entered, closing, queue, papers, letterhead, back;
    const auto goBack = [&] {
        back.append(day.toFrame(
            "the session", [&] { app.back(); }, onSession));
    };
    for (int i = 0; i < kRounds; ++i) {
        home.append(day.toFrame(
            "Sesi", [&] { app.goHome(); },
            [&] { return app.page() == App::Home && app.home()->isLoaded(); }));
        entered.append(day.toFrame(
            "the session", [&] { app.home()->choose(0); }, onSession));
        closing.append(day.toFrame(
            "Tutup sesi", [&] { day.click("closeSessionButton"); },
            [&] { return app.page() == App::Close && app.closing()->isLoaded(); }));
        goBack();
        queue.append(day.toFrame(
            "Antrean", [&] { app.showQueue(); },
            [&] { return app.page() == App::Queue && app.queue()->isLoaded(); }));
        goBack();
        papers.append(day.toFrame(
            "Berkas cetak", [&] { app.showPapers(); }, [&] { return app.page() == App::Papers; }));
        day.until("the paper", [&] { return app.papers()->isLoaded(); });
        goBack();
        letterhead.append(day.toFrame(
            "Kop surat", [&] { app.showLetterhead(); }, [&] { return app.page() == App::Letterhead; }));
        goBack();
    }
    bench::print("to Sesi", home, 100);
    bench::print("to the running session", entered, 100);
    bench::print("to Tutup sesi", closing, 100);
    bench::print("to Antrean", queue, 100);
    bench::print("to Berkas cetak", papers, 100);
    bench::print("to Kop surat", letterhead, 100);
    bench::print("back to the session", back, 100);
}

void closeSession(WindowDay& day) {
    auto& app = day.app();
    app.closeSession();
    day.until("Tutup sesi", [&] { return app.page() == App::Close && app.closing()->isLoaded(); });
    for (int signer = 0; signer < 3; ++signer) {
        day.draw("closingPadInk");
        if (signer < 2)
            day.click("nextSignerButton");
        (void)day.window().grabWindow();
    }
    const Stopwatch watch;
    day.click("closeButton");
    day.until("Sesi ditutup", [&] { return app.closing()->isClosed(); });
    app.showPapers();
    day.until("the paper", [&] { return app.papers()->isLoaded(); });
    (void)day.window().grabWindow();
    std::printf("%-34s %22.1f s\n", "closed, the minutes on the screen", watch.read().milliseconds / 1e3);
}

} // namespace

int main(int argc, char** argv) {
    teken::bench::hideWindows();
    QGuiApplication application(argc, argv);
    const int signers = argc > 1 ? std::atoi(argv[1]) : 200;
    if (signers < 1)
        return 1;
    WindowDay day(std::size_t(signers) * kPlaces / 3 + kPlaces);
    day.openSession();
    (void)day.window().grabWindow();
    const double before = teken::bench::residentMegabytes("VmRSS");

    QList<Took> whole, toSign, back;
    for (int i = 0; i < signers; ++i) {
        const Stopwatch watch;
        toSign.append(callNext(day));
        day.draw("signingPadInk");
        save(day);
        back.append(goOn(day));
        whole.append(watch.read());
    }
    std::printf("%d signers\n", signers);
    teken::bench::print("a signer, machine time", whole, 1'000);
    teken::bench::print("F2 to the signer's page", toSign, 100);
    teken::bench::print("back to the session", back, 100);
    const double after = teken::bench::residentMegabytes("VmRSS");
    turnPages(day);
    const double turned = teken::bench::residentMegabytes("VmRSS");
    closeSession(day);
    std::printf("resident: %.0f MB before the first signer, %.0f MB after the last (aim 180), %.0f MB after "
                "every page was turned, %.0f MB at most with every page and paper\n",
                before, after, turned, teken::bench::residentMegabytes("VmHWM"));
    return 0;
}
