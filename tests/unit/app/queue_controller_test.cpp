#include "app_fixture.h"

namespace teken::app::test {
namespace {

class QueueControllerTest : public WorldTest {
protected:
    QueueController* queue = nullptr;

    void SetUp() override {
        world.unlock();
        world.app.showQueue();
        world.settle();
        queue = world.app.queue();
    }
};

TEST_F(QueueControllerTest, ShowsWhatWaitsFirst) {
    EXPECT_EQ(queue->shown(), EntryState::Waiting);
    EXPECT_EQ(queue->entries()->count(), 14);
}

TEST_F(QueueControllerTest, ChangesTheView) {
    queue->show(EntryState::Received);
    EXPECT_FALSE(queue->isLoaded());
    world.settle();
    EXPECT_EQ(queue->entries()->count(), 38);
}

TEST_F(QueueControllerTest, DropsTheAnswerOfAnOlderView) {
    world.desk.hold();
    queue->show(EntryState::Received);
    queue->show(EntryState::NeedsHelp);
    world.desk.release();
    EXPECT_EQ(queue->entries()->count(), 0);
}

TEST_F(QueueControllerTest, KeepsTheSelectionByEntryNotByRow) {
    queue->select(2);
    const auto chosen = queue->entry().entry;
    world.desk.queue.prepend(world.desk.queue[0]);
    world.desk.queue[0].entry.bytes[5] = 9;
    queue->refresh();
    world.settle();
    EXPECT_EQ(queue->entry().entry, chosen);
    EXPECT_EQ(queue->selected(), 3);
}

TEST_F(QueueControllerTest, SaysNoLongerThatItCannotBeReadWhenItCan) {
    world.desk.failNext("list", {ErrorCode::Corrupt, "files.device-error", "read error", ""});
    queue->refresh();
    world.settle();
    EXPECT_TRUE(queue->failure().present());
    queue->refresh();
    world.settle();
    EXPECT_FALSE(queue->failure().present());
    EXPECT_EQ(queue->entries()->count(), 14);
}

TEST_F(QueueControllerTest, ReadsTheRestOfALongListWhenSomebodyGetsThere) {
    const auto row = world.desk.queue[0];
    for (int i = 0; i < QueueController::kRowsAtFirst; ++i)
        world.desk.queue.append(row);
    queue->refresh();
    world.settle();
    EXPECT_EQ(queue->entries()->count(), QueueController::kRowsAtFirst);
    queue->showMore();
    queue->showMore(); // asked once
    world.settle();
    const int all = queue->entries()->count();
    EXPECT_GT(all, QueueController::kRowsAtFirst);
    queue->showMore(); // there are no more
    world.settle();
    EXPECT_EQ(queue->entries()->count(), all);
}

TEST_F(QueueControllerTest, ExplainsOnlyWhatNeedsHelp) {
    queue->select(0);
    EXPECT_FALSE(queue->explanation().present());
    world.desk.queue[0].state = EntryState::NeedsHelp;
    world.desk.queue[0].refusal = {ErrorCode::Unsupported, "entry.unknown-kind", "kind", ""};
    queue->show(EntryState::NeedsHelp);
    world.settle();
    queue->select(0);
    EXPECT_TRUE(queue->explanation().present());
}

TEST_F(QueueControllerTest, GoesBackToWhereItWasOpenedFrom) {
    world.app.back();
    EXPECT_EQ(world.app.page(), App::Home);
}

} // namespace
} // namespace teken::app::test
