// A laptop that was enrolled by files, asked through the services its screens use.
#pragma once

#include "app/teken/desk_services/desk_services.h"
#include "app/teken/notice.h"
#include "core/crypto/random.h"
#include "sync/bundle/transfer.h"
#include "tests/unit/desk/desk_world.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <gtest/gtest.h>

namespace teken::app::test {

inline constexpr const char* kPassphrase = "sawah hijau pagi hari";

/// What an operation ends with; waits for it in the event loop.
template <class T, class Call>
Result<T> wait(Call call) {
    auto got = std::make_shared<std::optional<Result<T>>>();
    call(Finish<T>([got](Result<T> result) {
        EXPECT_FALSE(got->has_value()) << "finished twice";
        got->emplace(std::move(result));
    }));
    EXPECT_FALSE(got->has_value()) << "finished before the operation returned";
    QElapsedTimer timer;
    timer.start();
    while (!got->has_value() && timer.elapsed() < 60'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    if (!got->has_value())
        return fail(ErrorCode::Timeout, "test.timeout", "no answer");
    return std::move(**got);
}

/// Keeps what was printed, or answers as it is told to.
struct PaperTray {
    std::vector<Bytes> papers;
    std::optional<Error> trouble;
};
class TrayPrinter final : public Printer {
public:
    explicit TrayPrinter(PaperTray& tray) : m_tray(tray) {}
    Result<> print(const Bytes& pdf, const QString&, const QString&) override {
        if (m_tray.trouble)
            return fail(*m_tray.trouble);
        m_tray.papers.push_back(pdf);
        return {};
    }

private:
    PaperTray& m_tray;
};

class DeskServicesTest : public ::testing::Test {
protected:
    DeskServicesTest() { start(); }

    static crypto::SecretBytes secret(const char* text = kPassphrase) {
        return crypto::SecretBytes::copyOf(view(std::string_view(text)));
    }
    [[nodiscard]] QString folder() { return QString::fromStdString((m_world.folder / "").string()); }

    /// As if the program was started; ends a run before it.
    void start() {
        m_desk.reset();
        m_desk = std::make_unique<DeskServices>(outside(), QString(), std::make_unique<TrayPrinter>(m_tray));
    }
    [[nodiscard]] Outside outside() {
        return {m_world.clock, m_random, m_world.files, m_storage, BookHome{m_world.folder / "data"}, [this] {
                    return crypto::KdfParams::fast(m_random);
                }};
    }
    [[nodiscard]] Services on() { return m_desk->services(); }
    [[nodiscard]] DeviceInfo device() {
        return teken::test::orThrow(
            wait<DeviceInfo>([&](auto finish) { on().unlock.describeDevice(finish); }));
    }
    [[nodiscard]] QString writeRequest() {
        return teken::test::orThrow(wait<QString>([&](auto finish) {
            on().enrolment.writeRequest({"Petugas A", "PMK-017", folder(), secret()}, finish);
        }));
    }
    /// What an admin does with the request: certifies it and writes the answer.
    [[nodiscard]] QString provision(const QString& requestFile) {
        using teken::test::orThrow;
        const auto bytes = orThrow(m_world.files.read(requestFile.toStdString(), desk::kMostRequestBytes));
        const auto request = orThrow(desk::readRequest(bytes));
        orThrow(m_world.adminDesk->certifyOfficer(request, {{"KEC-04"}, 0, 0}));
        sync::ExportRequest exporting;
        exporting.header.purpose = sync::Purpose::Provisioning;
        exporting.header.recipient = request.recipient;
        exporting.header.root = root();
        exporting.header.drive = m_world.adminDesk->drive();
        exporting.header.serverUrl = m_serverUrl;
        exporting.reader = request.key;
        exporting.feeds = orThrow(sync::authorityFeeds(*m_world.admin.ledger));
        const auto file = m_world.folder / "balasan.teken";
        orThrow(sync::exportBundle(*m_world.admin.book, *m_world.admin.ledger, m_storage, file, exporting,
                                   m_random));
        return QString::fromStdString(file.string());
    }
    [[nodiscard]] PublicKey root() { return teken::test::orThrow(desk::pinnedRoot(*m_world.admin.book)); }
    [[nodiscard]] QString fingerprint() { return QString::fromStdString(desk::fingerprintForPeople(root())); }
    /// Processes events until it is so; false after a minute.
    template <class Predicate>
    [[nodiscard]] static bool waitUntil(Predicate reached) {
        QElapsedTimer timer;
        timer.start();
        while (!reached() && timer.elapsed() < 60'000)
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
        return reached();
    }
    [[nodiscard]] Result<QString> load(const QString& file, const QString& typed, const char* passphrase) {
        return wait<QString>([&](auto finish) {
            on().enrolment.loadProvisioning({file, typed, secret(passphrase)}, finish);
        });
    }
    void enrol() { teken::test::orThrow(load(provision(writeRequest()), fingerprint(), kPassphrase)); }
    [[nodiscard]] Result<Welcome> unlock(const char* passphrase = kPassphrase) {
        const auto officers = device().officers;
        return wait<Welcome>(
            [&](auto finish) { on().unlock.unlock(officers.value(0).officer, secret(passphrase), finish); });
    }

    std::string m_serverUrl; ///< what provisioning names; empty: no centre
    teken::test::DeskWorld m_world;
    crypto::SystemRandom m_random;
    sync::PosixBundleStorage m_storage;
    PaperTray m_tray;
    std::unique_ptr<DeskServices> m_desk;
};

inline InkStrokes someInk() {
    InkStroke stroke;
    for (int i = 0; i <= 60; ++i)
        stroke.append({std::uint16_t(600 + i * 40), std::uint16_t(1'000 + (i % 8) * 60)});
    return {stroke};
}

/// An enrolled laptop, unlocked.
class OfficersDay : public DeskServicesTest {
protected:
    void SetUp() override {
        enrol();
        teken::test::orThrow(unlock());
    }
    SessionId open(const QString& witnessTwo = QStringLiteral("Saksi Dua")) {
        const auto texts = teken::test::orThrow(
            wait<QList<PledgeText>>([&](auto finish) { on().sessions.listTexts(std::nullopt, finish); }));
        const auto units =
            teken::test::orThrow(wait<QList<UnitRow>>([&](auto finish) { on().sessions.listUnits(finish); }));
        EXPECT_EQ(units.size(), 1); // what the certificate names, no more
        const SessionPlan plan{{},
                               units.value(0).code,
                               QStringLiteral("Pendopo"),
                               QStringLiteral("Bu Camat"),
                               QStringLiteral("Saksi Satu"),
                               witnessTwo,
                               {texts.value(0).fingerprint},
                               {},
                               {}};
        return teken::test::orThrow(wait<SessionId>([&](auto finish) { on().sessions.open(plan, finish); }));
    }
    QList<PersonRow> search(const SessionId& session, const QString& question) {
        return teken::test::orThrow(
            wait<QList<PersonRow>>([&](auto finish) { on().roster.search(session, question, 50, finish); }));
    }
    SessionCounts counts(const SessionId& session) {
        return teken::test::orThrow(
            wait<SessionCounts>([&](auto finish) { on().roster.count(session, finish); }));
    }
    Result<SignedSlip> sign(const SessionId& session, const PersonId& person,
                            const InkStrokes& ink = someInk()) {
        const auto sheet =
            wait<SigningSheet>([&](auto finish) { on().signing.begin(session, person, {}, finish); });
        if (!sheet)
            return fail(sheet.error());
        return wait<SignedSlip>([&](auto finish) { on().signing.sign(session, person, ink, finish); });
    }
    QList<QueueRow> queue(EntryState::Value state) {
        return teken::test::orThrow(
            wait<QList<QueueRow>>([&](auto finish) { on().queue.list(state, 100, finish); }));
    }
};

} // namespace teken::app::test
