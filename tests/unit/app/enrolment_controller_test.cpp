#include "app_fixture.h"

namespace teken::app::test {
namespace {

class EnrolmentControllerTest : public WorldTest {
protected:
    void SetUp() override {
        world.desk.device = {DeviceState::New, {}, {}, {}, false, {}, {}};
        world.app.start();
        world.settle();
    }
};

TEST_F(EnrolmentControllerTest, ShowsTheFirstStartOnANewLaptop) {
    EXPECT_EQ(world.app.page(), App::FirstStart);
}

TEST_F(EnrolmentControllerTest, NamesWhatStandsInTheWayInTheOrderOfTheForm) {
    auto* enrolment = world.app.enrolment();
    const QString good = QStringLiteral("empat kata pagi hari");
    EXPECT_EQ(enrolment->obstacle({}, {}, {}, {}), EnrolmentController::NeedsOfficerName);
    EXPECT_EQ(enrolment->obstacle("Nanik", " ", {}, {}), EnrolmentController::NeedsDeviceName);
    EXPECT_EQ(enrolment->obstacle("Nanik", "PMK-017", {}, {}), EnrolmentController::NeedsPassphrase);
    EXPECT_EQ(enrolment->obstacle("Nanik", "PMK-017", "pendek", "pendek"),
              EnrolmentController::PassphraseTooShort);
    EXPECT_EQ(enrolment->obstacle("Nanik", "PMK-017", good, "lain"), EnrolmentController::PassphrasesDiffer);
    EXPECT_EQ(enrolment->obstacle("Nanik", "PMK-017", good, good), EnrolmentController::Ready);
}

TEST_F(EnrolmentControllerTest, SaysWhereTheRequestIs) {
    world.app.enrolment()->writeRequest("Nanik Purwati", "PMK-017", "empat kata pagi hari", "/media/x");
    world.settle();
    EXPECT_EQ(world.app.enrolment()->writtenFile(), QStringLiteral("/media/x/permintaan-PMK-017.teken"));
}

TEST_F(EnrolmentControllerTest, GoesToUnlockingOnceProvisioned) {
    world.app.enrolment()->load("/media/x/balasan.teken", "5b7c", "empat kata pagi hari");
    world.settle();
    EXPECT_EQ(world.app.page(), App::Unlock);
    EXPECT_EQ(world.app.unlock()->officers()->count(), 1);
}

TEST_F(EnrolmentControllerTest, StaysWhenTheFileIsForAnotherLaptop) {
    world.desk.failNext("loadProvisioning",
                        {ErrorCode::Unauthorized, "enrolment.not-for-this-machine", "no", ""});
    world.app.enrolment()->load("/media/x/lain.teken", "5b7c", "empat kata pagi hari");
    world.settle();
    EXPECT_EQ(world.app.page(), App::FirstStart);
    EXPECT_TRUE(world.app.enrolment()->failure().present());
}

} // namespace
} // namespace teken::app::test
