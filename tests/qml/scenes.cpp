#include "scenes.h"

#include "scenes_close.h"
#include "scenes_flows.h"
#include "scenes_slips.h"
#include "scenes_states.h"

#include <QCoreApplication>
#include <QQuickItem>
#include <QTest>

namespace teken::app::test {

namespace {

QQuickItem* findBelow(QQuickItem* item, const QString& objectName) {
    if (item->objectName() == objectName && item->isVisible())
        return item;
    for (auto* child : item->childItems())
        if (auto* found = findBelow(child, objectName))
            return found;
    return nullptr;
}

void search(FakeWorld& world, const char* question) {
    world.app.session()->setQuestion(QString::fromUtf8(question));
    world.settle();
}

void beginSigning(FakeWorld& world, int person) {
    world.enterSession();
    world.app.notes()->readSpoken();
    world.settle();
    world.app.notes()->noteJointReading();
    world.settle();
    search(world, world.desk.people[person].name.toUtf8());
    world.app.session()->takeFirst();
    world.settle();
}

QList<Scene> startScenes() {
    return {
        {"01-perangkat-baru",
         [](FakeWorld& world) {
             world.desk.device = {DeviceState::New, {}, {}, {}, false, {}, {}};
             world.desk.status = {};
             world.desk.files.clear();
             world.sending.report({});
             world.app.start();
         },
         {}},
        {"02-permintaan-tersimpan",
         [](FakeWorld& world) {
             world.desk.device = {DeviceState::Requested,
                                  QStringLiteral("PMK-017"),
                                  QStringLiteral("/media/petugas/SANDISK/permintaan-PMK-017.teken"),
                                  {},
                                  false,
                                  {},
                                  {}};
             world.sending.report({});
             world.app.start();
         },
         {}},
        {"03-berkas-laptop-lain",
         [](FakeWorld& world) {
             world.desk.device = {DeviceState::New, {}, {}, {}, false, {}, {}};
             world.sending.report({});
             world.desk.failNext("loadProvisioning",
                                 {ErrorCode::Unauthorized, "enrolment.not-for-this-machine",
                                  "file is sealed to another device", ""});
             world.app.start();
             world.settle();
             world.app.enrolment()->load(world.desk.files.constFirst().path, QStringLiteral("5b7c"),
                                         QString::fromUtf8(kPassphrase));
         },
         {}},
        {"04-buka", [](FakeWorld& world) { world.app.start(); }, {}},
        {"04b-latihan",
         [](FakeWorld& world) {
             world.desk.device.practice = true;
             world.desk.device.practicePassphrase = QStringLiteral("belajar tanda tangan");
             world.app.start();
         },
         {}},
        {"05-buka-salah-sandi",
         [](FakeWorld& world) {
             world.app.start();
             world.settle();
             world.app.unlock()->unlock(QStringLiteral("SAWAH HIJAU"));
         },
         [](FakeWorld&, QQuickWindow& window) {
             // Capital letters without Shift: that is caps lock.
             for (const char letter : {'S', 'A', 'W', 'A', 'H'})
                 QTest::keyClick(&window, letter, Qt::NoModifier);
         }},
        {"06-lupa-sandi", [](FakeWorld& world) { world.app.start(); },
         [](FakeWorld&, QQuickWindow& window) { click(window, "forgottenButton"); }},
        {"07-layar-terkunci",
         [](FakeWorld& world) {
             world.unlock();
             world.app.lock();
         },
         {}},
    };
}

QList<Scene> homeScenes() {
    return {
        {"10-sesi", [](FakeWorld& world) { world.unlock(); }, {}},
        {"11-sesi-kosong",
         [](FakeWorld& world) {
             world.desk.sessions.clear();
             world.desk.status = {};
             world.sending.report({});
             world.unlock();
         },
         [](FakeWorld& world, QQuickWindow&) {
             // Longer words come into a card that stands already.
             world.desk.health = {false, 0, 640'000'000, 9, false, world.desk.now, {}};
             world.app.home()->refresh();
         }},
        {"12-sesi-gagal-dibaca",
         [](FakeWorld& world) {
             world.desk.failNext("listSessions",
                                 {ErrorCode::NoSpace, "store.disk-full", "no space left", ""});
             world.unlock();
         },
         {}},
        {"13-jam-berbeda",
         [](FakeWorld& world) {
             world.desk.health.clockOffsetSeconds = 3 * 3600 + 12 * 60;
             world.unlock();
         },
         {}},
        {"13b-baterai-habis",
         [](FakeWorld& world) {
             world.desk.health.batteryPercent = 7;
             world.desk.health.charging = false;
             world.enterSession();
         },
         {}},
        {"13c-pengantar",
         [](FakeWorld& world) {
             world.unlock();
             world.app.showTour();
         },
         {}},
        {"13d-bantuan", [](FakeWorld& world) { world.unlock(); },
         [](FakeWorld&, QQuickWindow& window) { QTest::keyClick(&window, Qt::Key_F1); }},
        {"13e-bantuan-sesi", [](FakeWorld& world) { world.enterSession(); },
         [](FakeWorld&, QQuickWindow& window) { QTest::keyClick(&window, Qt::Key_F1); }},
        {"13f-galeri",
         [](FakeWorld& world) {
             world.unlock();
             world.app.showGallery();
         },
         {}},
        {"14-buka-sesi-kosong",
         [](FakeWorld& world) {
             world.desk.texts.append(world.desk.texts.constFirst());
             world.unlock();
             world.app.openNewSession();
         },
         {}},
        {"15-buka-sesi",
         [](FakeWorld& world) {
             world.unlock();
             world.app.home()->choose(1);
             world.settle();
             world.app.opening()->setHead(QStringLiteral("Dra. Hj. Kusmawati, M.Si."));
             world.app.opening()->setWitnessOne(QStringLiteral("Lailatul Badriyah, S.H."));
         },
         {}},
    };
}

QList<Scene> sessionScenes() {
    return {
        {"20-sesi-berjalan", [](FakeWorld& world) { world.enterSession(); }, {}},
        {"21-cari",
         [](FakeWorld& world) {
             world.enterSession();
             search(world, "nur");
         },
         {}},
        {"22-cari-angka",
         [](FakeWorld& world) {
             world.enterSession();
             search(world, "914");
         },
         {}},
        {"23-tidak-ditemukan",
         [](FakeWorld& world) {
             world.enterSession();
             search(world, "Zulkarnaen");
         },
         {}},
        {"24-sudah-di-tempat-lain",
         [](FakeWorld& world) {
             world.enterSession();
             search(world, world.desk.people[54].name.toUtf8());
         },
         {}},
        {"24b-tanda-tangan-lagi",
         [](FakeWorld& world) {
             world.enterSession();
             search(world, world.desk.people[54].name.toUtf8());
         },
         [](FakeWorld&, QQuickWindow& window) { click(window, "againButton"); }},
        {"25-dijeda",
         [](FakeWorld& world) {
             world.enterSession();
             world.app.session()->pause();
         },
         {}},
        {"26-setelah-mati-mendadak",
         [](FakeWorld& world) {
             world.desk.welcome = {world.desk.sessions[0].session,      true,
                                   world.desk.now.addSecs(-120),        46,
                                   QStringLiteral("Bapak Hasan Basri"), QStringLiteral("WIB")};
             world.unlock();
         },
         {}},
        {"26b-goresan-menunggu",
         [](FakeWorld& world) {
             world.desk.welcome.activeSession = world.desk.sessions[0].session;
             world.desk.welcome.unfinishedName = QStringLiteral("Bapak Hasan Basri");
             world.unlock();
         },
         {}},
        {"27-berhalangan", [](FakeWorld& world) { world.enterSession(); },
         [](FakeWorld&, QQuickWindow& window) {
             click(window, "excuseButton");
             click(window, "excuseKind1");
         }},
        {"28-lainnya", [](FakeWorld& world) { world.enterSession(); },
         [](FakeWorld&, QQuickWindow& window) { click(window, "otherButton"); }},
        {"29-menolak", [](FakeWorld& world) { world.enterSession(); },
         [](FakeWorld&, QQuickWindow& window) {
             click(window, "otherButton");
             click(window, "refuseButton");
         }},
        {"30-tambahkan-orang",
         [](FakeWorld& world) {
             world.enterSession();
             search(world, "Zulkarnaen");
         },
         [](FakeWorld&, QQuickWindow& window) { click(window, "addPersonButton"); }},
        {"31-batalkan-tanda-tangan",
         [](FakeWorld& world) {
             world.enterSession();
             world.app.session()->select(10);
         },
         [](FakeWorld&, QQuickWindow& window) { click(window, "voidButton"); }},
        {"31b-batalkan-catatan",
         [](FakeWorld& world) {
             world.enterSession();
             world.app.session()->setQuestion(world.desk.people[55].name);
         },
         [](FakeWorld&, QQuickWindow& window) { click(window, "voidNoteButton"); }},
        {"32-tercatat", [](FakeWorld& world) { world.enterSession(); },
         [](FakeWorld& world, QQuickWindow&) {
             world.app.session()->excuse(world.app.session()->person(), ExcuseKind::Leave);
             world.settle();
         }},
        {"33-gagal-menyimpan",
         [](FakeWorld& world) {
             world.enterSession();
             world.desk.failNext("markAbsent", {ErrorCode::NoSpace, "store.disk-full", "no space left", ""});
             world.app.session()->markAbsent(world.app.session()->person());
         },
         {}},
        {"33b-gagal-dalam-pertanyaan", [](FakeWorld& world) { world.enterSession(); },
         [](FakeWorld& world, QQuickWindow& window) {
             click(window, "excuseButton");
             click(window, "excuseKind1");
             world.desk.failNext("excuse", {ErrorCode::NoSpace, "store.disk-full", "no space left", ""});
             click(window, "excuseDialogAccept");
         }},
    };
}

QList<Scene> signScenes() {
    return {
        {"40-tanda-tangan", [](FakeWorld& world) { beginSigning(world, 0); }, {}},
        {"40b-tanda-tangan-latihan",
         [](FakeWorld& world) {
             world.desk.device.practice = true;
             world.app.start();
             world.settle();
             beginSigning(world, 0);
         },
         {}},
        {"41-tanda-tangan-terisi",
         [](FakeWorld& world) {
             beginSigning(world, 0);
             drawSignature(*world.app.sign()->ink());
         },
         {}},
        {"42-nama-panjang", [](FakeWorld& world) { beginSigning(world, 4); }, {}},
        {"43-goresan-sedikit",
         [](FakeWorld& world) {
             beginSigning(world, 3);
             auto& ink = *world.app.sign()->ink();
             ink.beginStroke({600, 160}, {1300, 280});
             ink.continueStroke({630, 150}, {1300, 280});
             ink.endStroke();
         },
         {}},
        {"44-tinggalkan",
         [](FakeWorld& world) {
             beginSigning(world, 0);
             drawSignature(*world.app.sign()->ink());
         },
         [](FakeWorld&, QQuickWindow& window) { click(window, "backButton"); }},
        {"45-gagal-disimpan",
         [](FakeWorld& world) {
             beginSigning(world, 0);
             drawSignature(*world.app.sign()->ink());
             world.desk.failNext("sign", {ErrorCode::NoSpace, "store.disk-full", "no space left", ""});
             world.app.sign()->save();
         },
         {}},
    };
}

} // namespace

QList<Scene> allScenes() {
    return startScenes() + homeScenes() + sessionScenes() + flowScenes() + letterheadScenes() + signScenes() +
           slipScenes() + closeAndQueueScenes() + stateScenes() + auditScenes();
}

QQuickItem* findItem(QQuickWindow& window, const QString& objectName) {
    return findBelow(window.contentItem(), objectName);
}

bool click(QQuickWindow& window, const QString& objectName) {
    // Layouts settle when a frame is made; before that an item may stand somewhere else.
    window.grabWindow();
    auto* item = findItem(window, objectName);
    if (!item)
        return false;
    const auto middleOf = [&] { return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)); };
    if (!QRectF(QPointF(), QSizeF(window.size())).contains(middleOf())) {
        item->forceActiveFocus(Qt::TabFocusReason); // what scrolls brings it into sight
        window.grabWindow();
    }
    const QPointF middle = middleOf();
    QTest::mouseClick(&window, Qt::LeftButton, Qt::NoModifier, middle.toPoint());
    QCoreApplication::processEvents();
    return true;
}

} // namespace teken::app::test
