#include "tests/unit/app_desk/desk_services_fixture.h"

namespace teken::app::test {
namespace {

class Enrolment : public DeskServicesTest {};

TEST_F(Enrolment, GoesFromNewOverRequestedToEnrolled) {
    EXPECT_EQ(device().state, DeviceState::New);
    EXPECT_TRUE(device().zone.isEmpty()) << "a new laptop belongs to no drive";
    const auto file = writeRequest();
    auto info = device();
    EXPECT_EQ(info.state, DeviceState::Requested);
    EXPECT_EQ(info.requestFile, file);
    EXPECT_EQ(info.deviceName, QStringLiteral("PMK-017"));
    const auto drive = load(provision(file), fingerprint(), kPassphrase);
    ASSERT_TRUE(drive) << describe(drive.error());
    EXPECT_EQ(*drive, QStringLiteral("Kegiatan uji"));
    info = device();
    EXPECT_EQ(info.state, DeviceState::Enrolled);
    ASSERT_EQ(info.officers.size(), 1);
    EXPECT_EQ(info.officers[0].name, QStringLiteral("Petugas A"));
}

TEST_F(Enrolment, RefusesAnotherRootThanTheOneReadOut) {
    const auto file = provision(writeRequest());
    const auto refused = load(file, QString(32, QLatin1Char('0')), kPassphrase);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "enrolment.wrong-root");
    EXPECT_EQ(device().state, DeviceState::Requested);
}

TEST_F(Enrolment, RefusesAWrongPassphrase) {
    const auto file = provision(writeRequest());
    const auto refused = load(file, fingerprint(), "bukan sandinya");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "store.wrong-passphrase");
}

TEST_F(Enrolment, RefusesAFileThatIsNoneOfTekens) {
    const auto request = writeRequest();
    const auto refused = load(request, fingerprint(), kPassphrase);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "bundle.not-teken");
    EXPECT_TRUE(noticeFor(refused.error()).present());
}

TEST_F(Enrolment, LeavesTheBookLockedAfterwards) {
    enrol();
    const auto sessions = wait<QList<SessionRow>>([&](auto finish) { on().sessions.listSessions(finish); });
    ASSERT_FALSE(sessions);
    EXPECT_EQ(sessions.error().reason, "store.locked");
}

} // namespace
} // namespace teken::app::test
