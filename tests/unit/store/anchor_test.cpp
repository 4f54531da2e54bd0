#include "tests/unit/store/book_fixture.h"

namespace teken::store {
namespace {

class AnchorTest : public ::testing::Test {
protected:
    Shelf shelf;
    test::World world;
    std::unique_ptr<Book> book = shelf.create(Protection::Open);
    test::Officer* officer = nullptr;

    void SetUp() override {
        world.begin();
        officer = &world.certifyOfficer();
        for (int i = 0; i < 4; ++i)
            officer->openSession();
    }
    [[nodiscard]] Anchor anchor() const { return {shelf.file(), officer->id()}; }
    [[nodiscard]] entry::FeedHead headAt(entry::Seq seq) const {
        return {seq, officer->entries()[seq - 1].id};
    }
    void putUpTo(entry::Seq seq) {
        for (entry::Seq i = 0; i < seq; ++i)
            must(put(*book, officer->entries()[i]).map([](auto) {}));
    }
    [[nodiscard]] std::string checked() { return reasonOf(anchor().check(book->entries())); }
    void flip(std::size_t offset) {
        auto bytes = fileBytes(anchor().file());
        bytes.at(offset) = static_cast<char>(bytes.at(offset) ^ 1);
        writeFileBytes(anchor().file(), bytes);
    }
};

TEST_F(AnchorTest, IsNamedAfterBookAndFeed) {
    EXPECT_EQ(anchor().file().string(),
              shelf.file().string() + ".anchor-" + officer->id().hex().substr(0, 16));
}

TEST_F(AnchorTest, ReadsWhatWasWrittenLast) {
    for (entry::Seq seq = 1; seq <= 4; ++seq) {
        ASSERT_TRUE(anchor().write(headAt(seq)));
        EXPECT_EQ(test::orThrow(anchor().read()), headAt(seq));
    }
    EXPECT_LE(fileBytes(anchor().file()).size(), 8192U);
}

TEST_F(AnchorTest, MissingIsInOrder) {
    putUpTo(2);
    EXPECT_EQ(test::orThrow(anchor().read()), entry::FeedHead{});
    EXPECT_EQ(checked(), "");
}

TEST_F(AnchorTest, BehindAndLevelAreInOrder) {
    putUpTo(3);
    ASSERT_TRUE(anchor().write(headAt(2)));
    EXPECT_EQ(checked(), "");
    ASSERT_TRUE(anchor().write(headAt(3)));
    EXPECT_EQ(checked(), "");
}

TEST_F(AnchorTest, AheadMeansARestoredBook) {
    putUpTo(2);
    ASSERT_TRUE(anchor().write(headAt(4)));
    const auto restored = anchor().check(book->entries());
    ASSERT_FALSE(restored);
    EXPECT_EQ(restored.error().code, ErrorCode::Conflict);
    EXPECT_EQ(restored.error().reason, "store.restored");
}

TEST_F(AnchorTest, AnotherEntryUnderTheNumberMeansARestoredBook) {
    putUpTo(3);
    ASSERT_TRUE(anchor().write({3, EntryId{{9}}}));
    EXPECT_EQ(checked(), "store.restored");
}

TEST_F(AnchorTest, ASpoiledSlotLeavesTheOneBefore) {
    ASSERT_TRUE(anchor().write(headAt(1)));
    ASSERT_TRUE(anchor().write(headAt(2)));
    flip(4096 + 20); // the second write's slot
    EXPECT_EQ(test::orThrow(anchor().read()), headAt(1));
    ASSERT_TRUE(anchor().write(headAt(3)));
    EXPECT_EQ(test::orThrow(anchor().read()), headAt(3));
}

TEST_F(AnchorTest, EveryBitOfASlotIsChecked) {
    ASSERT_TRUE(anchor().write(headAt(1)));
    const auto size = fileBytes(anchor().file()).size();
    for (std::size_t at = 0; at < size; ++at) {
        flip(at);
        EXPECT_EQ(reasonOf(anchor().read()), "store.anchor-broken") << at;
        flip(at);
    }
}

TEST_F(AnchorTest, BothSlotsSpoiledIsAnError) {
    ASSERT_TRUE(anchor().write(headAt(1)));
    ASSERT_TRUE(anchor().write(headAt(2)));
    flip(0);
    flip(4096);
    EXPECT_EQ(checked(), "store.anchor-broken");
}

TEST_F(AnchorTest, OfAnotherFeedIsNotTaken) {
    ASSERT_TRUE(anchor().write(headAt(2)));
    const Anchor other(shelf.file(), world.admin().id());
    std::filesystem::copy_file(anchor().file(), other.file());
    EXPECT_EQ(reasonOf(other.read()), "store.anchor-broken");
}

TEST_F(AnchorTest, NeverWrittenThroughIsAsMissing) {
    writeFileBytes(anchor().file(), std::string(4096, '\0')); // the power went before the first write arrived
    EXPECT_EQ(test::orThrow(anchor().read()), entry::FeedHead{});
}

} // namespace
} // namespace teken::store
