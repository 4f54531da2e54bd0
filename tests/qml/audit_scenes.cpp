// The auditor's desk in every state.
#include "scenes.h"

namespace teken::app::test {

namespace {

constexpr const char* kFingerprint = "21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9";

void beginAudit(FakeWorld& world) {
    world.app.start();
    world.settle();
    world.app.showAudit();
    world.settle();
    world.app.audit()->drop({QStringLiteral("/media/pemeriksa/BUKTI/bukti-netral-2023.teken"),
                             QStringLiteral("/media/pemeriksa/BUKTI/saksi-bawaslu.txt")});
    world.app.audit()->addCloseCode(QStringLiteral("7kq2m-0v9tx"));
    world.settle();
}

void finishAudit(FakeWorld& world, AuditResult result) {
    beginAudit(world);
    world.audit.result = std::move(result);
    world.app.audit()->start(QString::fromUtf8(kFingerprint));
    world.settle();
}

void beginSealed(FakeWorld& world, const QString& keyBook) {
    world.desk.books = {{QStringLiteral("inspektorat.book"),
                         QStringLiteral("/media/pemeriksa/BUKTI/inspektorat.book"),
                         QStringLiteral("Flashdisk BUKTI"), world.desk.now, 400'000}};
    world.app.start();
    world.settle();
    world.app.showAudit();
    world.settle();
    world.app.audit()->choose(QStringLiteral("/media/pemeriksa/BUKTI/bukti-bersegel-2023.teken"));
    world.settle();
    if (!keyBook.isEmpty())
        world.app.audit()->chooseKey(keyBook);
    world.settle();
}

} // namespace

QList<Scene> auditScenes() {
    return {
        {"80-meja-pemeriksa",
         [](FakeWorld& world) {
             world.app.start();
             world.settle();
             world.app.showAudit();
         },
         {}},
        {"80b-mencari-bukti",
         [](FakeWorld& world) {
             world.app.start();
             world.settle();
             world.desk.hold();
             world.app.showAudit();
         },
         {}},
        {"80c-tanpa-bukti",
         [](FakeWorld& world) {
             world.desk.files.clear();
             world.app.start();
             world.settle();
             world.app.showAudit();
         },
         {}},
        {"80d-bersegel", [](FakeWorld& world) { beginSealed(world, {}); }, {}},
        {"80e-kunci-cocok",
         [](FakeWorld& world) { beginSealed(world, QStringLiteral("/media/pemeriksa/BUKTI/berdua.book")); },
         {}},
        {"80f-kunci-lain",
         [](FakeWorld& world) { beginSealed(world, QStringLiteral("/media/pemeriksa/BUKTI/lain.book")); },
         {}},
        {"80g-kata-sandi-salah",
         [](FakeWorld& world) {
             beginSealed(world, QStringLiteral("/media/pemeriksa/BUKTI/inspektorat.book"));
             world.app.audit()->start(QString::fromUtf8(kFingerprint), QStringLiteral("salah"));
         },
         {}},
        {"81-bukti-dipilih", [](FakeWorld& world) { beginAudit(world); }, {}},
        {"81b-cari-bukti", [](FakeWorld& world) { beginAudit(world); },
         [](FakeWorld& world, QQuickWindow& window) {
             click(window, "findFileButton");
             world.settle();
         }},
        {"81c-folder-tertutup", [](FakeWorld& world) { beginAudit(world); },
         [](FakeWorld& world, QQuickWindow& window) {
             click(window, "findHeldButton");
             world.settle();
             world.app.audit()->folders()->open(QStringLiteral("/root/tertutup"));
         }},
        {"82-sedang-diperiksa",
         [](FakeWorld& world) {
             beginAudit(world);
             world.desk.hold();
             world.app.audit()->start(QString::fromUtf8(kFingerprint));
             world.audit.report({2, 41'200, 62'400});
         },
         {}},
        {"83-utuh", [](FakeWorld& world) { finishAudit(world, FakeAudit::intact()); }, {}},
        {"84-tidak-utuh", [](FakeWorld& world) { finishAudit(world, FakeAudit::altered()); }, {}},
        {"85-tidak-lengkap", [](FakeWorld& world) { finishAudit(world, FakeAudit::incomplete()); }, {}},
        {"86-entri-diperiksa",
         [](FakeWorld& world) {
             finishAudit(world, FakeAudit::altered());
             world.app.audit()->showFinding(0);
         },
         {}},
        {"86b-entri-di-luar-log",
         [](FakeWorld& world) {
             world.audit.outsideLog = true;
             finishAudit(world, FakeAudit::incomplete());
             world.app.audit()->showFinding(1);
         },
         {}},
        {"87-contoh-acak",
         [](FakeWorld& world) {
             finishAudit(world, FakeAudit::intact());
             world.app.audit()->drawSample(30);
         },
         {}},
        {"88-simpan-laporan", [](FakeWorld& world) { finishAudit(world, FakeAudit::intact()); },
         [](FakeWorld& world, QQuickWindow& window) {
             click(window, "exportButton");
             world.settle();
             click(window, "exportPlace0");
         }},
        {"88b-laporan-tersimpan", [](FakeWorld& world) { finishAudit(world, FakeAudit::intact()); },
         [](FakeWorld& world, QQuickWindow& window) {
             click(window, "exportButton");
             world.settle();
             world.app.audit()->exportReport(QStringLiteral("/media/pemeriksa/BUKTI"));
         }},
        {"88c-folder-tidak-bisa-ditulisi", [](FakeWorld& world) { finishAudit(world, FakeAudit::intact()); },
         [](FakeWorld& world, QQuickWindow& window) {
             click(window, "exportButton");
             world.settle();
             click(window, "exportBeside");
             world.desk.failNext("exportReport", {ErrorCode::ReadOnly, "audit.place-closed", "no", ""});
             world.app.audit()->exportReport(QStringLiteral("/media/pemeriksa/BUKTI"));
         }},
        {"88d-cakram-penuh", [](FakeWorld& world) { finishAudit(world, FakeAudit::altered()); },
         [](FakeWorld& world, QQuickWindow& window) {
             click(window, "exportButton");
             world.settle();
             click(window, "exportPlace0");
             world.desk.failNext("exportReport", {ErrorCode::NoSpace, "audit.place-full", "full", ""});
             world.app.audit()->exportReport(QStringLiteral("/media/pemeriksa/BUKTI"));
         }},
        {"88e-laporan-sedang-ditulis", [](FakeWorld& world) { finishAudit(world, FakeAudit::intact()); },
         [](FakeWorld& world, QQuickWindow& window) {
             click(window, "exportButton");
             world.settle();
             click(window, "exportBeside");
             world.desk.hold();
             world.app.audit()->exportReport(QStringLiteral("/media/pemeriksa/BUKTI"));
         }},
        {"88f-folder-lain", [](FakeWorld& world) { finishAudit(world, FakeAudit::intact()); },
         [](FakeWorld& world, QQuickWindow& window) {
             click(window, "exportButton");
             world.settle();
             click(window, "exportElsewhere");
             world.settle();
         }},
        {"88g-folder-terkunci", [](FakeWorld& world) { finishAudit(world, FakeAudit::intact()); },
         [](FakeWorld& world, QQuickWindow& window) {
             click(window, "exportButton");
             world.settle();
             click(window, "exportElsewhere");
             world.app.audit()->folders()->open(QStringLiteral("/srv/arsip/terkunci"));
             world.settle();
         }},
        {"88h-bantuan-pemeriksa", [](FakeWorld& world) { beginAudit(world); },
         [](FakeWorld& world, QQuickWindow&) {
             world.app.askForHelp();
             world.settle();
         }},
        {"89-bukti-tidak-terbaca",
         [](FakeWorld& world) {
             beginAudit(world);
             world.desk.failNext("audit",
                                 {ErrorCode::NotFound, "audit.root-absent", "no feed of the root key", ""});
             world.app.audit()->start(QString::fromUtf8(kFingerprint));
         },
         {}},
    };
}

} // namespace teken::app::test
