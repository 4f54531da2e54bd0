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
        m_desk = std::make_unique<DeskServices>(Outside{m_world.clock, m_random, m_world.files, m_storage,
                                                        BookHome{m_world.folder / "data"},
                                                        [this] { return crypto::KdfParams::fast(m_random); }},
                                                QString());
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
        exporting.reader = request.key;
        exporting.feeds = orThrow(sync::authorityFeeds(*m_world.admin.ledger));
        const auto file = m_world.folder / "balasan.teken";
        orThrow(sync::exportBundle(*m_world.admin.book, *m_world.admin.ledger, m_storage, file, exporting,
                                   m_random));
        return QString::fromStdString(file.string());
    }
    [[nodiscard]] PublicKey root() { return teken::test::orThrow(desk::pinnedRoot(*m_world.admin.book)); }
    [[nodiscard]] QString fingerprint() { return QString::fromStdString(desk::fingerprintForPeople(root())); }
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

    teken::test::DeskWorld m_world;
    crypto::SystemRandom m_random;
    sync::PosixBundleStorage m_storage;
    std::unique_ptr<DeskServices> m_desk;
};

} // namespace teken::app::test
