#include "scenes_states.h"

namespace teken::app::test {

namespace {

Error unreadable() {
    return {ErrorCode::Corrupt, "files.device-error", "read error", ""};
}

/// Papers of the open session, with what `before` asks of the laptop.
Scene papers(const char* name, std::function<void(FakeWorld&)> before,
             std::function<void(FakeWorld&, QQuickWindow&)> act = {}) {
    return {name,
            [before = std::move(before)](FakeWorld& world) {
                world.enterSession();
                world.settle();
                if (before)
                    before(world);
                world.app.showPapers();
            },
            std::move(act)};
}

QList<Scene> paperScenes() {
    return {
        papers("55-berkas-cetak", {}),
        papers("55b-halaman-disiapkan", [](FakeWorld& world) { world.desk.hold(); }),
        papers("55c-halaman-gagal",
               [](FakeWorld& world) {
                   world.desk.failNext("prepare", {ErrorCode::NotFound, "papers.font-missing", "font", ""});
               }),
        papers("55d-berkas-rahasia", {},
               [](FakeWorld& world, QQuickWindow&) {
                   world.settle();
                   world.app.papers()->setCurrent(6);
               }),
        papers("55e-simpan-pdf", {},
               [](FakeWorld& world, QQuickWindow& window) {
                   world.settle();
                   click(window, "savePaperButton");
                   world.settle();
                   click(window, "place0");
               }),
        papers("55f-pdf-tidak-tersimpan", {},
               [](FakeWorld& world, QQuickWindow& window) {
                   world.settle();
                   click(window, "savePaperButton");
                   world.settle();
                   click(window, "place0");
                   world.desk.failNext("savePapers", {ErrorCode::NoSpace, "files.disk-full", "full", ""});
                   click(window, "savePapersDialogAccept");
               }),
        papers("55g-pdf-tersimpan", {},
               [](FakeWorld& world, QQuickWindow&) {
                   world.settle();
                   world.app.papers()->saveTo(QStringLiteral("/media/petugas/TEKEN"), true);
               }),
        papers("55h-sudah-dicetak", {},
               [](FakeWorld& world, QQuickWindow& window) {
                   world.settle();
                   click(window, "printPaperButton");
               }),
        papers("55i-tidak-ada-pencetak", {},
               [](FakeWorld& world, QQuickWindow& window) {
                   world.settle();
                   world.desk.failNext("print", {ErrorCode::NotFound, "papers.no-printer", "none", ""});
                   click(window, "printPaperButton");
               }),
    };
}

} // namespace

QList<Scene> stateScenes() {
    return paperScenes() + QList<Scene>{
                               {"10b-sesi-dibaca",
                                [](FakeWorld& world) {
                                    world.unlock();
                                    world.app.lock();
                                    world.settle();
                                    world.unlock();
                                    world.desk.hold();
                                    world.app.home()->forget();
                                    world.app.goHome();
                                },
                                {}},
                               {"14b-buka-sesi-gagal-dibaca",
                                [](FakeWorld& world) {
                                    world.unlock();
                                    world.desk.failNext("listTexts", unreadable());
                                    world.app.openNewSession();
                                },
                                {}},
                               {"20b-mencari",
                                [](FakeWorld& world) {
                                    world.unlock();
                                    world.desk.hold();
                                    world.app.home()->choose(0);
                                },
                                {}},
                               {"50b-tutup-sesi-dibaca",
                                [](FakeWorld& world) {
                                    world.enterSession();
                                    world.settle();
                                    world.desk.hold();
                                    world.app.closeSession();
                                },
                                {}},
                               {"50c-tutup-sesi-gagal-dibaca",
                                [](FakeWorld& world) {
                                    world.enterSession();
                                    world.settle();
                                    world.desk.failNext("summarize", unreadable());
                                    world.app.closeSession();
                                },
                                {}},
                               {"60b-antrean-dibaca",
                                [](FakeWorld& world) {
                                    world.enterSession();
                                    world.settle();
                                    world.desk.hold();
                                    world.app.showQueue();
                                },
                                {}},
                               {"60c-antrean-gagal-dibaca",
                                [](FakeWorld& world) {
                                    world.enterSession();
                                    world.settle();
                                    world.desk.failNext("list", unreadable());
                                    world.app.showQueue();
                                },
                                {}},
                               {"61b-belum-ada-yang-diterima",
                                [](FakeWorld& world) {
                                    for (auto& row : world.desk.queue)
                                        row.state = EntryState::Waiting;
                                    world.enterSession();
                                    world.app.queue()->show(EntryState::Received);
                                    world.app.showQueue();
                                },
                                {}},
                           };
}

} // namespace teken::app::test
