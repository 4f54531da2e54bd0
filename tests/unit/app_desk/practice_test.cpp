#include "app/teken/desk_services/practice_home.h"

#include "desk_services_fixture.h"

namespace teken::app::test {
namespace {

class PracticeHome : public DeskServicesTest {
protected:
    [[nodiscard]] Outside outside(const BookHome& home) {
        return {m_world.clock, m_random, m_world.files,
                m_storage,     home,     [this] { return crypto::KdfParams::fast(m_random); }};
    }
    [[nodiscard]] BookHome home() { return BookHome{m_world.folder / "data"}.practice(); }
    /// The program as it runs on that home.
    void open(const BookHome& home) {
        m_desk.reset();
        m_desk = std::make_unique<DeskServices>(outside(home), QString());
    }
};

TEST_F(PracticeHome, LiesBesideTheRealDataAndLeavesItAlone) {
    enrol();
    m_desk.reset();
    ASSERT_TRUE(preparePractice(outside(home()), false));
    EXPECT_TRUE(m_world.files.exists(home().book()));
    start();
    EXPECT_FALSE(device().practice);
    EXPECT_EQ(device().deviceName, "PMK-017");
}

TEST_F(PracticeHome, SaysWhatItIsAndOpensWithThePassphraseItShows) {
    ASSERT_TRUE(preparePractice(outside(home()), false));
    open(home());
    const auto info = device();
    EXPECT_TRUE(info.practice);
    EXPECT_EQ(info.state, DeviceState::Enrolled);
    EXPECT_TRUE(unlock(info.practicePassphrase.toUtf8().constData()));
}

TEST_F(PracticeHome, IsMadeOnceAndAnewOnlyWhenAsked) {
    ASSERT_TRUE(preparePractice(outside(home()), false));
    open(home());
    const auto first = device().officers.value(0).officer;
    m_desk.reset();
    ASSERT_TRUE(preparePractice(outside(home()), false));
    open(home());
    EXPECT_EQ(device().officers.value(0).officer, first);
    m_desk.reset();
    ASSERT_TRUE(preparePractice(outside(home()), true));
    open(home());
    EXPECT_NE(device().officers.value(0).officer, first);
}

TEST_F(PracticeHome, NeverReplacesARealBook) {
    enrol();
    m_desk.reset();
    const BookHome real{m_world.folder / "data"};
    const auto replaced = preparePractice(outside(real), true);
    ASSERT_FALSE(replaced);
    EXPECT_EQ(replaced.error().reason, "practice.real-book");
    start();
    EXPECT_EQ(device().deviceName, "PMK-017");
}

TEST_F(PracticeHome, SendsNothing) {
    ASSERT_TRUE(preparePractice(outside(home()), false));
    open(home());
    ASSERT_TRUE(unlock(kPracticePassphrase));
    const auto sent = wait<void>([&](auto finish) { on().send.sendNow(finish); });
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().reason, "sync.no-server");
}

TEST_F(PracticeHome, RefusesAFileFromTheRealCentre) {
    const auto file = provision(writeRequest());
    m_desk.reset();
    ASSERT_TRUE(preparePractice(outside(home()), false));
    open(home());
    EXPECT_FALSE(load(file, fingerprint(), kPracticePassphrase));
    EXPECT_TRUE(device().practice);
}

} // namespace
} // namespace teken::app::test
