#include "scenes_slips.h"

namespace teken::app::test {

namespace {

void saveOne(FakeWorld& world, int person) {
    world.enterSession();
    world.app.session()->setQuestion(world.desk.people[person].name);
    world.settle();
    world.app.session()->takeFirst();
    world.settle();
    drawSignature(*world.app.sign()->ink());
    world.app.sign()->save();
    world.settle();
}

/// The dialog, with a slip of which the laptop knows what these words say.
Scene checked(const char* name, const char* words) {
    return {name,
            [](FakeWorld& world) {
                world.unlock();
                world.settle();
            },
            [words](FakeWorld& world, QQuickWindow& window) {
                click(window, "checkSlipButton");
                world.app.slip()->check(words == QLatin1String("") ? practiceSlip() : QLatin1String(words));
                world.settle();
            }};
}

} // namespace

QList<Scene> slipScenes() {
    return {
        {"46-tersimpan", [](FakeWorld& world) { saveOne(world, 0); }, {}},
        {"46b-slip-dicetak", [](FakeWorld& world) { saveOne(world, 0); },
         [](FakeWorld& world, QQuickWindow&) { world.app.slip()->print(world.app.sign()->slip().code); }},
        {"46c-slip-tidak-tercetak", [](FakeWorld& world) { saveOne(world, 4); },
         [](FakeWorld& world, QQuickWindow&) {
             world.desk.failNext("print", {ErrorCode::NotFound, "papers.no-printer", "no printer", ""});
             world.app.slip()->print(world.app.sign()->slip().code);
         }},
        {"46d-slip-terlalu-panjang",
         [](FakeWorld& world) {
             world.desk.slipText = QString();
             saveOne(world, 0);
         },
         {}},
        {"47-periksa-slip", [](FakeWorld& world) { world.unlock(); },
         [](FakeWorld&, QQuickWindow& window) { click(window, "checkSlipButton"); }},
        checked("47b-slip-cocok", ""),
        checked("47c-slip-tidak-dikenal", "TEKEN1:LAIN"),
        checked("47d-slip-dicabut", "TEKEN1:DICABUT"),
        checked("47e-slip-dibatalkan", "TEKEN1:DIBATALKAN"),
        checked("47f-slip-laptop-lain", "TEKEN1:LAPTOP LAIN"),
        checked("47g-bukan-slip", "https://contoh.invalid"),
        {"47h-slip-sedang-diperiksa", [](FakeWorld& world) { world.unlock(); },
         [](FakeWorld& world, QQuickWindow& window) {
             click(window, "checkSlipButton");
             world.desk.hold();
             world.app.slip()->check(practiceSlip());
         }},
    };
}

} // namespace teken::app::test
