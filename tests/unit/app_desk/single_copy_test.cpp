#include "app/teken/desk_services/single_copy.h"
#include "app/teken/notice.h"
#include "core/base/files.h"
#include "tests/support/temporary_folder.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <gtest/gtest.h>

namespace teken::app::test {
namespace {

class SingleCopyTest : public ::testing::Test {
protected:
    [[nodiscard]] Result<std::unique_ptr<SingleCopy>> claim() {
        return SingleCopy::claim(BookHome{m_folder / "data"}, m_files);
    }

    teken::test::TemporaryFolder m_folder;
    PosixFileSystem m_files;
};

TEST_F(SingleCopyTest, TellsASecondCopyInWordsAndCallsTheFirst) {
    const auto first = claim();
    ASSERT_TRUE(first);
    int called = 0;
    QObject::connect(first->get(), &SingleCopy::called, first->get(), [&] { ++called; });
    const auto second = claim();
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().reason, "window.second-copy");
    const auto notice = noticeFor(second.error());
    EXPECT_TRUE(notice.why.contains(QStringLiteral("sudah terbuka")));
    EXPECT_FALSE(notice.next.isEmpty());
    QElapsedTimer timer;
    timer.start();
    while (called == 0 && timer.elapsed() < 60'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    EXPECT_GE(called, 1) << "the first copy was not called to the front";
}

TEST_F(SingleCopyTest, LetsTheNextOneInAfterTheFirstHasEnded) {
    ASSERT_TRUE(claim());
    EXPECT_TRUE(claim());
}

TEST_F(SingleCopyTest, LetsAnotherFolderRunBeside) {
    const auto first = claim();
    ASSERT_TRUE(first);
    EXPECT_TRUE(SingleCopy::claim(BookHome{m_folder / "latihan"}, m_files));
}

// The pages say what is wrong with such a folder; a program that ends says nothing to somebody at a desktop.
TEST_F(SingleCopyTest, StartsAllTheSameWhereNothingCanBeWritten) {
    EXPECT_TRUE(SingleCopy::claim(BookHome{"/proc/teken"}, m_files));
}

} // namespace
} // namespace teken::app::test
