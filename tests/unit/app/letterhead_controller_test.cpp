#include "app_fixture.h"

#include <QSignalSpy>

namespace teken::app::test {
namespace {

class LetterheadControllerTest : public WorldTest {
protected:
    LetterheadController* head = nullptr;

    void SetUp() override {
        world.letterhead.stored.lines = {QStringLiteral("KECAMATAN PADEMAWU")};
        world.letterhead.stored.crest = QStringLiteral("lambang.png");
        world.unlock();
        world.app.showLetterhead();
        world.settle();
        head = world.app.letterhead();
    }
};

TEST_F(LetterheadControllerTest, ShowsWhatIsStoredWithRoomForMoreLinesAndAPreview) {
    EXPECT_EQ(world.app.page(), App::Letterhead);
    EXPECT_TRUE(head->isLoaded());
    EXPECT_FALSE(head->isChanged());
    ASSERT_EQ(head->lines().size(), LetterheadController::kMostLines);
    EXPECT_EQ(head->lines()[0], QStringLiteral("KECAMATAN PADEMAWU"));
    EXPECT_EQ(head->address().size(), LetterheadController::kMostAddress);
    EXPECT_EQ(head->crestName(), QStringLiteral("lambang.png"));
    EXPECT_TRUE(head->preview().isValid());
    world.app.back();
    EXPECT_EQ(world.app.page(), App::Home);
}

TEST_F(LetterheadControllerTest, IsChangedByALineAndNotByBlanksBehindTheLastOne) {
    head->setLine(3, QStringLiteral("   "));
    EXPECT_FALSE(head->isChanged());
    head->setLine(1, QStringLiteral("SEKSI UMUM"));
    EXPECT_TRUE(head->isChanged());
    head->setLine(1, {});
    EXPECT_FALSE(head->isChanged());
    head->setLine(LetterheadController::kMostLines, QStringLiteral("tujuh"));
    head->setLine(-1, QStringLiteral("nol"));
    EXPECT_FALSE(head->isChanged());
}

TEST_F(LetterheadControllerTest, SavesTheWholeFormOnce) {
    QSignalSpy saved(head, &LetterheadController::saved);
    head->setAddressLine(0, QStringLiteral("Jalan Raya 1"));
    head->setSize(QStringLiteral("F4"));
    head->setStampBox(true);
    head->chooseCrest(QStringLiteral("/media/stick/baru.png"));
    EXPECT_EQ(head->crestName(), QStringLiteral("baru.png"));
    head->save();
    head->save();
    world.settle();
    EXPECT_EQ(saved.size(), 1);
    EXPECT_FALSE(head->isChanged());
    EXPECT_EQ(world.letterhead.stored.address, QStringList(QStringLiteral("Jalan Raya 1")));
    EXPECT_EQ(world.letterhead.stored.size, QStringLiteral("F4"));
    EXPECT_EQ(head->crestName(), QStringLiteral("lambang-0a1b2c3d.png"));
}

TEST_F(LetterheadControllerTest, KeepsWhatWasTypedWhenSavingFails) {
    QSignalSpy saved(head, &LetterheadController::saved);
    head->setCity(QStringLiteral("Pamekasan"));
    world.desk.failNext("saveLetterhead", {ErrorCode::ReadOnly, "files.read-only", "x", ""});
    head->save();
    world.settle();
    EXPECT_EQ(saved.size(), 0);
    EXPECT_TRUE(head->isChanged());
    EXPECT_FALSE(head->isBusy());
    const auto notice = head->failure();
    EXPECT_FALSE(notice.safe.isEmpty() || notice.why.isEmpty() || notice.next.isEmpty());
}

TEST_F(LetterheadControllerTest, SaysThatAPictureIsNoneAndDrawsAgainOnceItIsLeftOut) {
    world.desk.failNext("previewLetterhead", {ErrorCode::InvalidInput, "papers.crest", "x", ""});
    head->chooseCrest(QStringLiteral("/media/stick/surat.png"));
    head->removeCrest();
    head->save();
    world.settle();
    EXPECT_TRUE(head->crestName().isEmpty());
    EXPECT_TRUE(world.letterhead.stored.crest.isEmpty());
}

TEST_F(LetterheadControllerTest, OffersOnlyPicturesThatAreKnownAsPng) {
    head->readPictures();
    world.settle();
    ASSERT_EQ(head->pictures()->rowCount({}), 1);
    EXPECT_TRUE(head->arePicturesLoaded());
}

TEST_F(LetterheadControllerTest, OpensOnAFileThatIsWrongAndCanReplaceIt) {
    world.desk.failNext("readLetterhead", {ErrorCode::InvalidInput, "papers.letterhead", "x", "kop"});
    head->begin();
    world.settle();
    EXPECT_FALSE(head->isLoaded());
    EXPECT_TRUE(head->failure().present());
    head->setLine(0, QStringLiteral("DINAS SOSIAL"));
    head->save();
    world.settle();
    EXPECT_TRUE(head->isLoaded());
    EXPECT_EQ(world.letterhead.stored.lines, QStringList(QStringLiteral("DINAS SOSIAL")));
}

TEST_F(LetterheadControllerTest, ReturnsToThePapersAndHasThemDrawnAgain) {
    world.app.back();
    world.enterSession();
    world.app.showPapers();
    world.settle();
    world.app.showLetterhead();
    world.settle();
    world.app.back();
    EXPECT_EQ(world.app.page(), App::Papers);
    EXPECT_FALSE(world.app.papers()->isLoaded());
    world.settle();
    EXPECT_TRUE(world.app.papers()->isLoaded());
}

} // namespace
} // namespace teken::app::test
