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

QList<Scene> letterheadScenes() {
    const auto ready = [](FakeWorld& world) {
        world.letterhead.stored.lines = {QStringLiteral("PEMERINTAH KABUPATEN PAMEKASAN"),
                                         QStringLiteral("KECAMATAN PADEMAWU")};
        world.letterhead.stored.address = {QStringLiteral("Jalan Raya Pademawu Nomor 11, Pamekasan 69381")};
        world.letterhead.stored.city = QStringLiteral("Pamekasan");
        world.letterhead.stored.crest = QStringLiteral("lambang-0a1b2c3d.png");
        world.unlock();
        world.app.showLetterhead();
    };
    return {
        {"38-kop-surat", ready, {}},
        {"38b-kop-surat-kosong",
         [](FakeWorld& world) {
             world.unlock();
             world.app.showLetterhead();
         },
         {}},
        {"38c-kop-pilih-lambang", ready,
         [](FakeWorld&, QQuickWindow& window) { click(window, "chooseCrestButton"); }},
        {"38d-kop-gagal-disimpan", ready,
         [](FakeWorld& world, QQuickWindow&) {
             world.app.letterhead()->setCity(QStringLiteral("Kabupaten Pamekasan"));
             world.desk.failNext("saveLetterhead", {ErrorCode::ReadOnly, "files.read-only", "x", ""});
             world.app.letterhead()->save();
             world.settle();
         }},
        {"38e-kop-tinggalkan", ready,
         [](FakeWorld& world, QQuickWindow& window) {
             world.app.letterhead()->setCity(QStringLiteral("Kabupaten Pamekasan"));
             click(window, "backButton");
         }},
    };
}

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
        {"34c2-baca-bersama-dua-naskah",
         [](FakeWorld& world) {
             const auto& village = world.desk.addVillageText();
             world.desk.readAt[village.fingerprint] = world.desk.running.readJointlyAt;
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
        {"36b-menurut-daftar-pusat",
         [](FakeWorld& world) {
             world.enterSession();
             world.app.session()->setQuestion(world.desk.people[61].name);
         },
         {}},
        {"37-jam-mundur",
         [](FakeWorld& world) {
             world.desk.running.clockSetBackSeconds = 3 * 3'600;
             world.enterSession();
         },
         {}},
        {"37b-daftar-belum-lengkap",
         [](FakeWorld& world) {
             world.desk.running.rosterTrouble = {ErrorCode::NotFound, "desk.roster-incomplete",
                                                 "a blob is missing", ""};
             world.enterSession();
         },
         {}},
        {"37c-daftar-lama",
         [](FakeWorld& world) {
             world.desk.health.rosterTrouble = {ErrorCode::NotFound, "desk.roster-older", "a blob is missing",
                                                ""};
             world.unlock();
             world.app.home()->refresh();
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
             world.app.session()->takeHelped(world.app.session()->person(), SignForm::Assisted,
                                             QStringLiteral("Hj. Maimunah"));
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
