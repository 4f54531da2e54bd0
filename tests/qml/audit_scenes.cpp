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
}

void finishAudit(FakeWorld& world, AuditResult result) {
    beginAudit(world);
    world.audit.result = std::move(result);
    world.app.audit()->start(QString::fromUtf8(kFingerprint));
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
        {"81-bukti-dipilih", [](FakeWorld& world) { beginAudit(world); }, {}},
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
        {"85-tidak-lengkap",
         [](FakeWorld& world) {
             auto result = FakeAudit::altered();
             result.word = QStringLiteral("TIDAK LENGKAP");
             result.sentence = QStringLiteral("Yang ada cocok, tetapi sebagian bukti tidak ada di sini.");
             result.tone = AuditTone::Missing;
             result.findings.removeFirst();
             result.findingsTotal = 2;
             finishAudit(world, std::move(result));
         },
         {}},
        {"86-entri-diperiksa",
         [](FakeWorld& world) {
             finishAudit(world, FakeAudit::altered());
             world.app.audit()->showFinding(0);
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
