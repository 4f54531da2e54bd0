// The rarer flows of a session, as pictures.
#include "scenes_flows.h"

namespace teken::app::test {

namespace {

void openPersonMenu(QQuickWindow& window, const char* entry) {
    click(window, "otherButton");
    click(window, QLatin1String(entry));
}

void openSessionMenu(FakeWorld& world, QQuickWindow& window, const char* entry) {
    click(window, "sessionMenuButton");
    click(window, QLatin1String(entry));
    world.settle();
}

} // namespace

QList<Scene> flowScenes() {
    const auto enter = [](FakeWorld& world) { world.enterSession(); };
    return {
        {"34-menu-sesi", enter, [](FakeWorld&, QQuickWindow& window) { click(window, "sessionMenuButton"); }},
        {"34b-kartu-keterangan", enter,
         [](FakeWorld& world, QQuickWindow& window) { openSessionMenu(world, window, "cardButton"); }},
        {"34c-baca-bersama",
         [](FakeWorld& world) {
             world.desk.running.readJointlyAt = {};
             world.enterSession();
         },
         [](FakeWorld& world, QQuickWindow& window) {
             click(window, "jointReadingButton");
             world.settle();
         }},
        {"34d-jeda", enter, [](FakeWorld&, QQuickWindow& window) { click(window, "pauseButton"); }},
        {"34e-kejadian-khusus", enter,
         [](FakeWorld& world, QQuickWindow& window) { openSessionMenu(world, window, "eventButton"); }},
        {"34f-laptop-kedua", enter,
         [](FakeWorld& world, QQuickWindow& window) { openSessionMenu(world, window, "codeButton"); }},
        {"35-data-keliru", enter,
         [](FakeWorld&, QQuickWindow& window) { openPersonMenu(window, "correctionButton"); }},
        {"35b-dibantu", enter,
         [](FakeWorld&, QQuickWindow& window) {
             openPersonMenu(window, "helpedButton");
             click(window, "helpedForm2");
         }},
        {"35c-simbolis", enter,
         [](FakeWorld&, QQuickWindow& window) { openPersonMenu(window, "symbolicButton"); }},
        {"35d-tanda-tangan-basah", enter,
         [](FakeWorld& world, QQuickWindow& window) {
             openPersonMenu(window, "paperButton");
             world.settle();
             click(window, "scan0");
         }},
        {"36-catatan-tertutup",
         [](FakeWorld& world) {
             world.enterSession();
             world.app.session()->setQuestion(world.desk.people[59].name);
         },
         {}},
        {"37-jam-mundur",
         [](FakeWorld& world) {
             world.desk.running.clockSetBackSeconds = 3 * 3'600;
             world.enterSession();
         },
         {}},
        {"38-sesi-sudah-ditutup",
         [](FakeWorld& world) {
             world.desk.running.row.state = SessionState::Closed;
             world.enterSession();
         },
         {}},
        {"39-sesi-susulan",
         [](FakeWorld& world) {
             world.enterSession();
             world.app.openFollowUp();
         },
         {}},
        {"39b-ikut-sesi",
         [](FakeWorld& world) {
             world.unlock();
             world.app.openNewSession();
         },
         [](FakeWorld&, QQuickWindow& window) { click(window, "joinButton"); }},
        {"47-dibantu",
         [](FakeWorld& world) {
             world.enterSession();
             world.app.session()->takeHelped(SignForm::Assisted, QStringLiteral("Hj. Maimunah"));
         },
         {}},
        {"48-huruf-besar",
         [](FakeWorld& world) {
             world.app.setReadingSize(32);
             world.enterSession();
             world.app.session()->takeNext();
         },
         {}},
        {"54-belum-hadir",
         [](FakeWorld& world) {
             world.enterSession();
             world.app.closeSession();
         },
         [](FakeWorld& world, QQuickWindow& window) {
             click(window, "missingCheckAction");
             world.settle();
         }},
    };
}

} // namespace teken::app::test
