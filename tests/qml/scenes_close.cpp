#include "scenes_close.h"

namespace teken::app::test {

namespace {

void setOnline(FakeWorld& world) {
    auto status = world.desk.status;
    status.offline = false;
    status.retryInSeconds = -1;
    status.trouble = {};
    world.sending.report(status);
}

void beginClosing(FakeWorld& world) {
    world.enterSession();
    world.app.closeSession();
    world.settle();
}

void signMinutes(FakeWorld& world) {
    for (int signer = 0; signer < world.app.closing()->summary().signers.size(); ++signer)
        drawSignature(*world.app.closing()->ink(signer), {800, 280});
}

/// The centre's log was caught: red wherever the officer looks.
void logContradictsItself(FakeWorld& world) {
    auto status = world.desk.status;
    status.alarm = {ErrorCode::VerificationFailed, "sync.log-forked", "two notes", ""};
    status.evidenceFolder = QStringLiteral("/home/petugas/.local/share/Teken/laptop-bukti-log");
    status.received = 0;
    world.sending.report(status);
}

} // namespace

QList<Scene> closeAndQueueScenes() {
    return {
        {"50-tutup-sesi", [](FakeWorld& world) { beginClosing(world); }, {}},
        {"51-tutup-sesi-siap",
         [](FakeWorld& world) {
             beginClosing(world);
             signMinutes(world);
         },
         [](FakeWorld&, QQuickWindow& window) { click(window, "closeSigner2"); }},
        {"52-tutup-sesi-terhalang",
         [](FakeWorld& world) {
             world.desk.closing.unfinishedInk = 1;
             world.desk.closing.unfinishedPeople =
                 QStringList(QStringLiteral("Nur ‘Aini Ma’rifatul Jannah, S.Kom."));
             world.desk.closing.duplicates = 2;
             world.desk.closing.added = 1;
             beginClosing(world);
         },
         {}},
        {"52b-tutup-sesi-cakram-penuh",
         [](FakeWorld& world) {
             beginClosing(world);
             signMinutes(world);
             world.desk.failNext("close", {ErrorCode::NoSpace, "store.disk-full", "no space left", ""});
             world.app.closing()->close();
         },
         {}},
        {"52d-tutup-tanpa-tanda-tangan", [](FakeWorld& world) { beginClosing(world); },
         [](FakeWorld&, QQuickWindow& window) { click(window, "withoutInkButton"); }},
        {"52e-hapus-goresan",
         [](FakeWorld& world) {
             world.desk.closing.unfinishedInk = 1;
             beginClosing(world);
         },
         [](FakeWorld&, QQuickWindow& window) { click(window, "inkCheckAction"); }},
        {"52f-daftar-belum-lengkap",
         [](FakeWorld& world) {
             world.desk.closing.rosterTrouble = {ErrorCode::NotFound, "desk.roster-incomplete",
                                                 "a blob is missing", ""};
             beginClosing(world);
         },
         {}},
        {"52c-tutup-sesi-tinggalkan",
         [](FakeWorld& world) {
             beginClosing(world);
             drawSignature(*world.app.closing()->ink(0), {800, 280});
         },
         [](FakeWorld&, QQuickWindow& window) { click(window, "backButton"); }},
        {"53-sesi-ditutup",
         [](FakeWorld& world) {
             beginClosing(world);
             signMinutes(world);
             world.app.closing()->close();
         },
         {}},
        {"54-berita-acara-menyusul",
         [](FakeWorld& world) {
             world.desk.closing.closedBefore = true;
             world.desk.closing.inkStands[0] = true;
             beginClosing(world);
         },
         {}},
        {"54c-tiga-saksi",
         [](FakeWorld& world) {
             world.desk.closing.signers.append(QStringLiteral("Ni Luh Putu Ayu Sa'diyah, S.Pd., M.Pd."));
             world.desk.closing.inkStands.append(false);
             beginClosing(world);
             signMinutes(world);
         },
         [](FakeWorld&, QQuickWindow& window) { click(window, "closeSigner3"); }},
        {"54b-sesi-belum-lengkap",
         [](FakeWorld& world) {
             world.desk.running.row.state = SessionState::Closed;
             world.desk.running.row.minutesMissing = true;
             world.enterSession();
         },
         {}},
        {"60-antrean",
         [](FakeWorld& world) {
             world.enterSession();
             world.app.showQueue();
         },
         {}},
        {"61-antrean-diterima",
         [](FakeWorld& world) {
             world.enterSession();
             setOnline(world);
             world.app.queue()->show(EntryState::Received);
             world.app.showQueue();
             world.settle();
             world.app.queue()->select(2);
         },
         {}},
        {"62-antrean-perlu-bantuan",
         [](FakeWorld& world) {
             auto& row = world.desk.queue[3];
             row.state = EntryState::NeedsHelp;
             row.refusal = {ErrorCode::Unsupported, "entry.unknown-kind", "kind 'signature' version 9",
                            "entry 31"};
             auto status = world.desk.status;
             status.needHelp = 1;
             status.waiting = 13;
             status.offline = false;
             status.retryInSeconds = -1;
             status.trouble = {};
             world.sending.report(status);
             world.unlock();
             world.app.queue()->show(EntryState::NeedsHelp);
             world.app.showQueue();
             world.settle();
             world.app.queue()->select(0);
         },
         {}},
        {"63-antrean-kosong",
         [](FakeWorld& world) {
             for (auto& row : world.desk.queue)
                 row.state = EntryState::Received;
             auto status = world.desk.status;
             status.received = 52;
             status.waiting = 0;
             status.offline = false;
             status.retryInSeconds = -1;
             status.trouble = {};
             world.sending.report(status);
             world.unlock();
             world.app.showQueue();
         },
         {}},
        {"64-simpan-ke-flashdisk", [](FakeWorld& world) { world.unlock(); },
         [](FakeWorld& world, QQuickWindow& window) {
             click(window, "stickButton");
             world.settle();
             click(window, "place0");
         }},
        {"65-tersimpan-di-flashdisk", [](FakeWorld& world) { world.unlock(); },
         [](FakeWorld& world, QQuickWindow& window) {
             click(window, "stickButton");
             world.settle();
             click(window, "place0");
             click(window, "stickDialogAccept");
         }},
        {"65b-sedang-menyimpan", [](FakeWorld& world) { world.unlock(); },
         [](FakeWorld& world, QQuickWindow& window) {
             click(window, "stickButton");
             world.settle();
             click(window, "place0");
             world.desk.hold();
             click(window, "stickDialogAccept");
             world.sending.showCarried(0.42);
         }},
        {"65c-ambil-tanda-terima", [](FakeWorld& world) { world.enterSession(); },
         [](FakeWorld& world, QQuickWindow& window) {
             world.app.showQueue();
             world.settle();
             click(window, "queueReceiptsButton");
             world.settle();
             click(window, "file0");
         }},
        {"65d-tanda-terima-diambil", [](FakeWorld& world) { world.enterSession(); },
         [](FakeWorld& world, QQuickWindow& window) {
             world.app.showQueue();
             world.settle();
             click(window, "queueReceiptsButton");
             world.settle();
             click(window, "file0");
             click(window, "takeDialogAccept");
         }},
        {"66-sedang-mengirim",
         [](FakeWorld& world) {
             world.unlock();
             auto status = world.desk.status;
             status.sending = true;
             status.sendingDone = 5;
             status.sendingTotal = 14;
             world.sending.report(status);
         },
         {}},
        {"67-wifi-minta-login",
         [](FakeWorld& world) {
             world.unlock();
             auto status = world.desk.status;
             status.offline = false;
             status.trouble = {ErrorCode::VerificationFailed, "sync.captive-portal", "200 with HTML", ""};
             world.sending.report(status);
             world.app.showQueue();
         },
         {}},
        {"68-catatan-pusat-bertentangan",
         [](FakeWorld& world) {
             world.unlock();
             logContradictsItself(world);
         },
         {}},
        {"69-antrean-catatan-pusat-bertentangan",
         [](FakeWorld& world) {
             world.unlock();
             logContradictsItself(world);
             world.app.showQueue();
         },
         {}},
        {"69b-antrean-disaksikan",
         [](FakeWorld& world) {
             for (auto& row : world.desk.queue) {
                 row.state = EntryState::Received;
                 row.receivedAt = row.madeAt;
                 row.witnessed = true;
             }
             auto status = world.desk.status;
             status.received = status.witnessed = status.saved;
             status.waiting = 0;
             status.trouble = {};
             status.retryInSeconds = -1;
             world.sending.report(status);
             world.enterSession();
             world.app.queue()->show(EntryState::Received);
             world.app.showQueue();
             world.settle();
             world.app.queue()->select(1);
         },
         {}},
    };
}

} // namespace teken::app::test
