#include "app_fixture.h"

namespace teken::app::test {
namespace {

class SlipControllerTest : public WorldTest {
protected:
    SlipController& slip = *world.app.slip();

    void check(const QString& text) {
        slip.check(text);
        world.settle();
    }
};

TEST_F(SlipControllerTest, TellsWhatIsKnownOfASlip) {
    check(practiceSlip());
    EXPECT_EQ(slip.verdict().state, SlipState::Good);
    EXPECT_TRUE(slip.verdict().inLog);
}

TEST_F(SlipControllerTest, KeepsNoVerdictBesideAnotherText) {
    check(practiceSlip());
    slip.clear();
    EXPECT_EQ(slip.verdict().state, SlipState::Nothing);
    check(practiceSlip());
    check(QStringLiteral("bukan slip"));
    EXPECT_EQ(slip.verdict().state, SlipState::Nothing);
    EXPECT_TRUE(slip.failure().present());
}

TEST_F(SlipControllerTest, AsksNothingAboutAnEmptyText) {
    check(QStringLiteral("  "));
    EXPECT_FALSE(slip.isBusy());
    EXPECT_FALSE(slip.failure().present());
}

TEST_F(SlipControllerTest, PrintsASlipAndSaysWhich) {
    slip.print(QStringLiteral("7KQ2-M0V9-TXAB-CDEFG"));
    EXPECT_TRUE(slip.printed().isEmpty());
    world.settle();
    EXPECT_EQ(slip.printed(), QStringLiteral("7KQ2-M0V9-TXAB-CDEFG"));
    EXPECT_EQ(world.papers.printed.size(), 1);
}

TEST_F(SlipControllerTest, ClaimsNoPaperThatThePrinterDidNotTake) {
    world.desk.failNext("print", {ErrorCode::NotFound, "papers.no-printer", "none", ""});
    slip.print(QStringLiteral("7KQ2-M0V9-TXAB-CDEFG"));
    world.settle();
    EXPECT_TRUE(slip.printed().isEmpty());
    EXPECT_TRUE(slip.failure().present());
}

TEST_F(SlipControllerTest, ForgetsEverythingWhenTheLaptopIsLocked) {
    world.unlock();
    check(practiceSlip());
    world.app.lock();
    world.settle();
    EXPECT_EQ(slip.verdict().state, SlipState::Nothing);
}

} // namespace
} // namespace teken::app::test
