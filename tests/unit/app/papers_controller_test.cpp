#include "app_fixture.h"

namespace teken::app::test {
namespace {

class PapersControllerTest : public WorldTest {
protected:
    PapersController* papers = nullptr;

    void SetUp() override {
        world.enterSession();
        world.app.showPapers();
        world.settle();
        papers = world.app.papers();
    }
};

TEST_F(PapersControllerTest, OpensFromASessionWithTheMinutesAndGoesBackThere) {
    EXPECT_EQ(world.app.page(), App::Papers);
    EXPECT_EQ(papers->kind(), QStringLiteral("minutes"));
    EXPECT_TRUE(papers->isLoaded());
    EXPECT_EQ(papers->pages(), 4);
    EXPECT_EQ(papers->pictures().size(), 4);
    world.app.back();
    EXPECT_EQ(world.app.page(), App::Session);
}

TEST_F(PapersControllerTest, ShowsOnlySomePagesOfALongPaper) {
    papers->setCurrent(2);
    world.settle();
    EXPECT_EQ(papers->pages(), 40);
    EXPECT_EQ(papers->pictures().size(), 12);
}

TEST_F(PapersControllerTest, DropsTheAnswerOfAPaperThatIsNoLongerChosen) {
    world.desk.hold();
    papers->setCurrent(2);
    papers->setCurrent(1);
    world.desk.release();
    world.settle();
    EXPECT_EQ(papers->pages(), 4);
}

TEST_F(PapersControllerTest, NeverDrawsTheSecretPaper) {
    papers->setCurrent(int(papers->kinds().size()) - 1);
    world.settle();
    EXPECT_TRUE(papers->isSecret());
    EXPECT_TRUE(papers->isLoaded());
    EXPECT_TRUE(papers->pictures().isEmpty());
}

TEST_F(PapersControllerTest, SavesAllWithoutTheSecretOne) {
    papers->saveTo(QStringLiteral("/media/stick"), true);
    world.settle();
    EXPECT_EQ(world.papers.saved.size(), 6);
    EXPECT_FALSE(world.papers.saved.contains(QStringLiteral("head")));
    EXPECT_EQ(papers->savedFiles(), 6);
    EXPECT_EQ(papers->savedFolder(), QStringLiteral("/media/stick"));
}

TEST_F(PapersControllerTest, SavesNothingWithoutAPlace) {
    papers->saveTo({}, true);
    world.settle();
    EXPECT_TRUE(world.papers.saved.isEmpty());
}

TEST_F(PapersControllerTest, StaysUsableAfterAFullStickAndAMissingPrinter) {
    world.desk.failNext(QStringLiteral("savePapers"), {ErrorCode::NoSpace, "store.disk-full", "x", ""});
    papers->saveTo(QStringLiteral("/media/stick"), false);
    world.settle();
    EXPECT_TRUE(papers->failure().present());
    EXPECT_FALSE(papers->isBusy());
    world.desk.failNext(QStringLiteral("print"), {ErrorCode::NotFound, "papers.no-printer", "x", ""});
    papers->print();
    world.settle();
    EXPECT_EQ(papers->failure().reason, QStringLiteral("papers.no-printer"));
    EXPECT_FALSE(papers->isPrinted());
    papers->print();
    world.settle();
    EXPECT_FALSE(papers->failure().present());
    EXPECT_TRUE(papers->isPrinted());
    EXPECT_EQ(world.papers.printed, QStringList{QStringLiteral("minutes")});
}

TEST_F(PapersControllerTest, ForgetsPagesWhenTheStoreIsLocked) {
    world.app.lock();
    world.settle();
    EXPECT_TRUE(papers->pictures().isEmpty());
    EXPECT_FALSE(papers->isLoaded());
}

} // namespace
} // namespace teken::app::test
