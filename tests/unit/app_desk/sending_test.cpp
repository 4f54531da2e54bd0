// The status strip against a real server: TLS on loopback, the drive's own root, one process.
#include "app/teken/notice.h"
#include "tests/unit/app_desk/desk_services_fixture.h"
#include "tests/unit/app_desk/live_centre.h"

namespace teken::app::test {
namespace {

using teken::test::orThrow;

/// A laptop with one session and two signatures: three entries wait.
class Sending : public OfficersDay {
protected:
    void SetUp() override { begin(true); }
    void begin(bool certified) {
        m_centre = std::make_unique<LiveCentre>(m_world, certified);
        m_centre->gate().lie(
            true); // the laptop sends by itself: nothing may get through before a test wants it
        m_serverUrl = m_centre->url();
        OfficersDay::SetUp();
        m_centre->learn();
        m_session = open();
        const auto people = search(m_session, {});
        ASSERT_TRUE(sign(m_session, people[0].person));
        ASSERT_TRUE(sign(m_session, people[1].person));
    }
    void TearDown() override {
        m_centre->gate().release();
        m_desk.reset(); // before the centre: a round under way hears its answer
        m_centre.reset();
    }
    void send() {
        ASSERT_TRUE(wait<void>([&](auto finish) { on().send.sendNow(finish); }));
    }
    [[nodiscard]] SendStatus status() { return on().send.status(); }
    /// Sends until it is so: the first round to end may be one that the laptop began by itself.
    void expectReceived() {
        const auto received = [&] { return status().received == 3 && status().trouble.reason.empty(); };
        for (int tries = 0; tries < 10 && !received(); ++tries) {
            send();
            EXPECT_TRUE(waitUntil([&] { return !status().sending; }));
        }
        EXPECT_TRUE(waitUntil(received)) << status().trouble.reason;
    }
    void expectTrouble(const char* reason) {
        send();
        EXPECT_TRUE(waitUntil([&] { return status().trouble.reason == reason && !status().sending; }))
            << status().trouble.reason;
        expectNothingLost();
    }
    void expectNothingLost() {
        EXPECT_EQ(status().saved, 3);
        EXPECT_EQ(status().waiting, 3);
        EXPECT_EQ(status().received, 0);
        const auto notice = noticeFor(status().trouble);
        EXPECT_FALSE(notice.safe.isEmpty() || notice.why.isEmpty() || notice.next.isEmpty());
    }

    std::unique_ptr<LiveCentre> m_centre;
    SessionId m_session;
};

class SendingToAnUncertifiedKey : public Sending {
protected:
    void SetUp() override { begin(false); }
};

TEST_F(Sending, CallsReceivedWhatTheCentreHasSigned) {
    m_centre->gate().lie(false);
    expectReceived();
    EXPECT_EQ(status().waiting, 0);
    EXPECT_FALSE(status().offline);
    EXPECT_TRUE(status().lastContact.isValid());
    const auto rows = queue(EntryState::Received);
    ASSERT_EQ(rows.size(), 3);
    EXPECT_TRUE(rows[0].receivedAt.isValid());
    EXPECT_TRUE(queue(EntryState::Waiting).isEmpty());
    const auto health = orThrow(wait<LaptopHealth>([&](auto finish) { on().sessions.checkHealth(finish); }));
    EXPECT_TRUE(health.clockCompared);
}

TEST_F(Sending, ToNobodySaysSoAndWhenItTriesAgain) {
    m_centre->goAway();
    expectTrouble("sync.no-network");
    EXPECT_TRUE(status().offline);
    EXPECT_TRUE(waitUntil([&] { return status().retryInSeconds > 0; }))
        << "of a try that is really scheduled";
    EXPECT_FALSE(status().lastContact.isValid());
}

TEST_F(Sending, BelievesNoPageOfAWifi) {
    expectTrouble("sync.captive-portal");
    EXPECT_TRUE(queue(EntryState::Received).isEmpty());
    m_centre->gate().lie(false);
    expectReceived(); // after the login everything goes its way
}

TEST_F(SendingToAnUncertifiedKey, TellsTheCentresAddressFromTheCentre) {
    expectTrouble("sync.tls-pin");
    EXPECT_EQ(m_centre->gate().seen(), 0) << "nothing may be said to a stranger";
}

TEST_F(Sending, StopsWhenAskedAndGoesOnLater) {
    m_centre->gate().hold();
    auto ended = std::make_shared<bool>(false);
    on().send.sendNow([ended](Result<> result) {
        EXPECT_TRUE(result);
        *ended = true;
    });
    ASSERT_TRUE(waitUntil([&] { return status().sending && m_centre->gate().seen() > 0; }));
    on().send.cancelSending();
    ASSERT_TRUE(waitUntil([&] { return *ended && status().trouble.reason == "sync.cancelled"; }));
    EXPECT_FALSE(status().sending);
    expectNothingLost();
    m_centre->gate().lie(false);
    m_centre->gate().release();
    expectReceived();
}

TEST_F(Sending, EndsARoundWhenTheScreenIsLocked) {
    m_centre->gate().hold();
    on().send.sendNow([](Result<>) {});
    ASSERT_TRUE(waitUntil([&] { return m_centre->gate().seen() > 0; }));
    ASSERT_TRUE(wait<void>([&](auto finish) { on().unlock.lock(finish); }));
    EXPECT_FALSE(status().sending);
    EXPECT_EQ(status().waiting, 3);
    m_centre->gate().lie(false);
    m_centre->gate().release();
    orThrow(unlock());
    expectReceived();
}

} // namespace
} // namespace teken::app::test
