#include "core/store/connection.h"
#include "core/store/entries.h"
#include "tests/unit/store/book_fixture.h"

#include <algorithm>

namespace teken::store {
namespace {

using entry::VerifiedEntry;

class EntryTableTest : public ::testing::Test {
protected:
    Shelf shelf;
    test::World world;
    std::unique_ptr<Book> book = shelf.createForAni();

    void SetUp() override { world.begin(); }

    void putAll(const std::vector<VerifiedEntry>& entries) {
        for (const auto& entry : entries)
            must(put(*book, entry).map([](auto) {}));
    }
    [[nodiscard]] FeedSummary summary(const FeedId& feed) {
        return test::orThrow(book->entries().feed(feed)).value();
    }
    [[nodiscard]] std::vector<StoredEntry> scanned(const FeedId& feed, entry::Seq from, entry::Seq to) {
        std::vector<StoredEntry> found;
        must(book->entries().scanFeed(feed, from, to, [&](const StoredEntry& stored) -> Result<> {
            found.push_back(stored);
            return {};
        }));
        return found;
    }
    Result<PutOutcome> putWithheld(const entry::WithheldEntry& entry) {
        auto outcome = PutOutcome::Duplicate;
        TEKEN_CHECK(book->write([&](Transaction& t) -> Result<> {
            TEKEN_TRY(outcome, book->entries().putWithheld(t, entry));
            return {};
        }));
        return outcome;
    }
};

TEST_F(EntryTableTest, GivesBackWhatWasPut) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    const auto signature = officer.sign(world.person(1));
    ASSERT_FALSE(signature.raw.ink.empty());
    EXPECT_EQ(test::orThrow(put(*book, signature)), PutOutcome::Stored);
    const auto stored = test::orThrow(book->entries().get(signature.id));
    EXPECT_EQ(std::get<entry::Entry>(stored.record), signature.raw);
    EXPECT_EQ(stored.id, signature.id);
    EXPECT_EQ(stored.feed, officer.id());
    EXPECT_EQ(stored.seq, signature.payload.header.seq);
    EXPECT_EQ(stored.order, 1U);
}

TEST_F(EntryTableTest, KeepsOneOfTheSame) {
    const auto entry = world.all().front();
    EXPECT_EQ(test::orThrow(put(*book, entry)), PutOutcome::Stored);
    EXPECT_EQ(test::orThrow(put(*book, entry)), PutOutcome::Duplicate);
    EXPECT_EQ(test::orThrow(book->entries().count()), 1U);
    EXPECT_EQ(summary(world.root().id()).count, 1U);
}

TEST_F(EntryTableTest, DoesNotKnowWhatIsNotThere) {
    const auto entry = world.all().front();
    EXPECT_EQ(reasonOf(book->entries().get(entry.id)), "store.no-entry");
    EXPECT_FALSE(test::orThrow(book->entries().has(entry.id)));
    EXPECT_FALSE(test::orThrow(book->entries().feed(world.root().id())).has_value());
    EXPECT_TRUE(test::orThrow(book->entries().feeds()).empty());
    EXPECT_TRUE(scanned(world.root().id(), 1, 100).empty());
}

TEST_F(EntryTableTest, NumbersEntriesInTheOrderTheyCame) {
    auto shuffled = world.all();
    std::reverse(shuffled.begin(), shuffled.end());
    putAll(shuffled);
    std::vector<EntryId> found, expected;
    for (const auto& entry : shuffled)
        expected.push_back(entry.id);
    std::uint64_t order = 0;
    ASSERT_TRUE(book->entries().scanAll(1, [&](const StoredEntry& stored) -> Result<> {
        EXPECT_EQ(stored.order, ++order);
        found.push_back(stored.id);
        return {};
    }));
    EXPECT_EQ(found, expected);
}

TEST_F(EntryTableTest, FindsTheIdsOfARangeWithBothItsEndsAndNoMoreThanAsked) {
    putAll(world.all());
    std::vector<EntryId> sorted;
    for (const auto& entry : world.all())
        sorted.push_back(entry.id);
    std::sort(sorted.begin(), sorted.end());
    ASSERT_GE(sorted.size(), 4U);
    const auto last = sorted.size() - 2;
    EXPECT_EQ(
        test::orThrow(book->entries().idsBetween(sorted[1], sorted[last], 100)),
        std::vector<EntryId>(sorted.begin() + 1, sorted.begin() + static_cast<std::ptrdiff_t>(last) + 1));
    EXPECT_EQ(test::orThrow(book->entries().idsBetween(sorted[1], sorted[last], 1)),
              std::vector<EntryId>{sorted[1]});
    EXPECT_TRUE(test::orThrow(book->entries().idsBetween(sorted[last], sorted[1], 100)).empty());
}

TEST_F(EntryTableTest, ScansFromAnOrderOn) {
    putAll(world.all());
    std::vector<std::uint64_t> orders;
    ASSERT_TRUE(book->entries().scanAll(3, [&](const StoredEntry& stored) -> Result<> {
        orders.push_back(stored.order);
        return {};
    }));
    ASSERT_FALSE(orders.empty());
    EXPECT_EQ(orders.front(), 3U);
    EXPECT_EQ(orders.size(), world.all().size() - 2);
}

TEST_F(EntryTableTest, ScansMoreThanItHoldsInMemory) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    for (std::uint32_t i = 0; i < 200; ++i)
        officer.refuse(world.person(i));
    ASSERT_TRUE(book->write([&](Transaction& t) -> Result<> {
        for (const auto& entry : officer.entries())
            TEKEN_CHECK(book->entries().put(t, entry));
        return {};
    }));
    EXPECT_EQ(scanned(officer.id(), 1, UINT64_MAX).size(), 201U);
    const auto part = scanned(officer.id(), 60, 70);
    ASSERT_EQ(part.size(), 11U);
    EXPECT_EQ(part.front().seq, 60U);
    EXPECT_EQ(part.back().seq, 70U);
}

TEST_F(EntryTableTest, LetsAVisitorStopAndUseTheBook) {
    putAll(world.all());
    int visits = 0;
    const auto stopped = book->entries().scanAll(1, [&](const StoredEntry& stored) -> Result<> {
        EXPECT_TRUE(test::orThrow(book->entries().has(stored.id)));
        TEKEN_CHECK(book->entries().scanAll(1, [](const StoredEntry&) -> Result<> { return {}; }));
        return ++visits == 2 ? Result<>(fail(ErrorCode::Cancelled, "test.enough", "")) : Result<>();
    });
    EXPECT_EQ(reasonOf(stopped), "test.enough");
    EXPECT_EQ(visits, 2);
}

TEST_F(EntryTableTest, AnswersLockedWhileLockedButKnowsItsFeeds) {
    putAll(world.all());
    book->keyring().lock();
    ASSERT_TRUE(book->locked());
    const auto known = world.all().front();
    EXPECT_EQ(reasonOf(book->entries().get(known.id)), "store.locked");
    EXPECT_EQ(reasonOf(put(*book, world.certifyOfficer().openSession())), "store.locked");
    EXPECT_EQ(reasonOf(book->entries().scanAll(1, [](const StoredEntry&) -> Result<> { return {}; })),
              "store.locked");
    EXPECT_TRUE(test::orThrow(book->entries().has(known.id)));
    EXPECT_EQ(test::orThrow(book->entries().feeds()).size(), 2U);
    EXPECT_EQ(test::orThrow(put(*book, known)), PutOutcome::Duplicate);
}

// --- heads, gaps, forks ------------------------------------------------------------------------------------

TEST_F(EntryTableTest, HeadFollowsTheChain) {
    putAll(world.all());
    const auto admin = summary(world.admin().id());
    EXPECT_EQ(admin.head, world.admin().head());
    EXPECT_EQ(admin.last, admin.head.seq);
    EXPECT_EQ(admin.count, admin.head.seq);
    EXPECT_EQ(admin.key, world.admin().key().publicKey());
    EXPECT_FALSE(admin.forkedAt.has_value());
}

TEST_F(EntryTableTest, HeadStopsBeforeAGapAndGoesOnWhenItIsFilled) {
    auto& officer = world.certifyOfficer();
    for (int i = 0; i < 5; ++i)
        officer.openSession();
    const auto& entries = officer.entries();
    putAll({entries[0], entries[1], entries[3], entries[4]});
    EXPECT_EQ(summary(officer.id()).head, (entry::FeedHead{2, entries[1].id}));
    EXPECT_EQ(summary(officer.id()).last, 5U);
    EXPECT_EQ(summary(officer.id()).count, 4U);
    putAll({entries[2]});
    EXPECT_EQ(summary(officer.id()).head, (entry::FeedHead{5, entries[4].id}));
}

TEST_F(EntryTableTest, FeedWithoutItsFirstEntryHasNoHead) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    putAll({officer.openSession()});
    EXPECT_EQ(summary(officer.id()).head, entry::FeedHead{});
    EXPECT_EQ(summary(officer.id()).last, 2U);
}

TEST_F(EntryTableTest, KeepsBothSidesOfAForkAndStopsTheHeadBeforeIt) {
    auto& officer = world.certifyOfficer();
    for (int i = 0; i < 4; ++i)
        officer.openSession();
    officer.rewindTo(2);
    officer.openSession();
    putAll(officer.entries());
    const auto feed = summary(officer.id());
    EXPECT_EQ(feed.forkedAt, std::optional<entry::Seq>(3));
    EXPECT_EQ(feed.head.seq, 2U);
    EXPECT_EQ(feed.last, 4U);
    EXPECT_EQ(feed.count, 5U);
    auto both = test::orThrow(book->entries().idsAt(officer.id(), 3));
    EXPECT_THAT(both, ::testing::UnorderedElementsAre(officer.entries()[2].id, officer.entries()[4].id));
    EXPECT_TRUE(std::is_sorted(both.begin(), both.end()));
    EXPECT_EQ(scanned(officer.id(), 3, 3).size(), 2U);
}

TEST_F(EntryTableTest, SaysThatASecondWholeEntryUnderANumberForks) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    officer.openSession();
    officer.rewindTo(1);
    officer.openSession();
    const auto& entries = officer.entries();
    EXPECT_EQ(test::orThrow(put(*book, entries[1])), PutOutcome::Stored);
    EXPECT_EQ(test::orThrow(put(*book, entries[0])), PutOutcome::Stored)
        << "later than its successor, alone there";
    EXPECT_EQ(test::orThrow(put(*book, entries[2])), PutOutcome::Forked);
    EXPECT_EQ(test::orThrow(put(*book, entries[2])), PutOutcome::Duplicate);
}

TEST_F(EntryTableTest, HeadIsTheSameWhateverTheOrder) {
    auto& officer = world.certifyOfficer();
    for (int i = 0; i < 3; ++i)
        officer.openSession();
    officer.rewindTo(1);
    officer.openSession();
    officer.openSession();
    std::vector<std::size_t> order{0, 1, 2, 3, 4};
    int checked = 0;
    do {
        const auto fresh =
            Book::create(shelf.folder / ("b" + std::to_string(++checked)), Protection::Open, shelf.seams());
        ASSERT_TRUE(fresh);
        for (const auto at : order)
            ASSERT_TRUE(put(**fresh, officer.entries()[at]));
        const auto feed = test::orThrow((*fresh)->entries().feed(officer.id())).value();
        EXPECT_EQ(feed.head, (entry::FeedHead{1, officer.entries()[0].id}));
        EXPECT_EQ(feed.forkedAt, std::optional<entry::Seq>(2));
    } while (std::next_permutation(order.begin(), order.end()) && checked < 40);
}

// --- withheld ----------------------------------------------------------------------------------------------

TEST_F(EntryTableTest, WithheldRecordKeepsItsPlaceInTheChain) {
    auto& officer = world.certifyOfficer();
    for (int i = 0; i < 3; ++i)
        officer.openSession();
    const auto& entries = officer.entries();
    putAll({entries[0], entries[2]});
    EXPECT_EQ(test::orThrow(putWithheld(withheldOf(entries[1]))), PutOutcome::Stored);
    EXPECT_EQ(summary(officer.id()).head, officer.head());
    const auto stored = test::orThrow(book->entries().get(entries[1].id));
    EXPECT_EQ(std::get<entry::WithheldEntry>(stored.record), withheldOf(entries[1]));
}

TEST_F(EntryTableTest, WithheldRecordTakesNothingAway) {
    const auto entry = world.all().front();
    ASSERT_TRUE(put(*book, entry));
    EXPECT_EQ(test::orThrow(putWithheld(withheldOf(entry))), PutOutcome::Duplicate);
    EXPECT_EQ(std::get<entry::Entry>(test::orThrow(book->entries().get(entry.id)).record), entry.raw);
}

TEST_F(EntryTableTest, WholeEntryTakesThePlaceOfAWithheldRecordEvenOfAFalseOne) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    officer.openSession();
    auto lying = withheldOf(officer.entries()[1]);
    lying.seq = 7;
    lying.key = world.root().key().publicKey();
    ASSERT_TRUE(putWithheld(lying));
    putAll({officer.entries()[0]});
    EXPECT_EQ(test::orThrow(put(*book, officer.entries()[1])), PutOutcome::Completed);
    EXPECT_EQ(summary(officer.id()).head, officer.head());
    EXPECT_EQ(test::orThrow(book->entries().get(officer.entries()[1].id)).order, 1U);
    EXPECT_FALSE(test::orThrow(book->entries().feed(world.root().id())).has_value()) << "no entry left there";
}

TEST_F(EntryTableTest, WithheldRecordNeverMakesAFork) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    putAll(officer.entries());
    auto forged = withheldOf(officer.entries()[0]);
    forged.id = EntryId{{9}};
    ASSERT_TRUE(putWithheld(forged));
    EXPECT_EQ(summary(officer.id()).head, officer.head());
    EXPECT_FALSE(summary(officer.id()).forkedAt.has_value());
}

TEST_F(EntryTableTest, OfTwoWithheldClaimsTheSmallerStaysWhateverTheOrder) {
    const auto small = withheldOf(world.admin().entries()[1]);
    auto large = small;
    large.seq = 9;
    for (const bool smallFirst : {true, false}) {
        SCOPED_TRACE(smallFirst);
        book.reset();
        std::filesystem::remove(shelf.file());
        book = shelf.createForAni();
        ASSERT_TRUE(putWithheld(smallFirst ? small : large));
        EXPECT_EQ(test::orThrow(putWithheld(smallFirst ? large : small)),
                  smallFirst ? PutOutcome::Duplicate : PutOutcome::Completed);
        EXPECT_EQ(summary(world.admin().id()).last, small.seq);
        EXPECT_EQ(summary(world.admin().id()).count, 1U);
        EXPECT_EQ(test::orThrow(book->entries().get(small.id)).seq, small.seq);
    }
}

TEST_F(EntryTableTest, RefusesNumbersOutsideTheFormat) {
    auto withheld = withheldOf(world.all().front());
    for (const entry::Seq seq : {entry::Seq{0}, entry::Seq{1} << 53, ~entry::Seq{0}}) {
        withheld.seq = seq;
        EXPECT_EQ(reasonOf(putWithheld(withheld)), "store.seq");
    }
}

// --- ink ---------------------------------------------------------------------------------------------------

TEST_F(EntryTableTest, TakesInkThatCameLater) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    const auto signature = officer.sign(world.person(1));
    auto inkless = signature;
    inkless.raw.ink.clear();
    ASSERT_TRUE(put(*book, inkless));
    ASSERT_TRUE(book->write(
        [&](Transaction& t) { return book->entries().putInk(t, signature.id, signature.raw.ink); }));
    EXPECT_EQ(std::get<entry::Entry>(test::orThrow(book->entries().get(signature.id)).record).ink,
              signature.raw.ink);
}

TEST_F(EntryTableTest, ADuplicateBringsTheMissingInk) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    const auto signature = officer.sign(world.person(1));
    auto inkless = signature;
    inkless.raw.ink.clear();
    ASSERT_TRUE(put(*book, inkless));
    EXPECT_EQ(test::orThrow(put(*book, signature)), PutOutcome::Duplicate);
    EXPECT_EQ(test::orThrow(put(*book, inkless)), PutOutcome::Duplicate);
    EXPECT_EQ(std::get<entry::Entry>(test::orThrow(book->entries().get(signature.id)).record).ink,
              signature.raw.ink);
}

TEST_F(EntryTableTest, RefusesInkOfAnotherHash) {
    auto& officer = world.certifyOfficer();
    const auto opening = officer.openSession();
    auto signature = officer.sign(world.person(1));
    signature.raw.ink.clear();
    putAll({opening, signature});
    const auto ink = [&](const EntryId& id, Bytes bytes) {
        return reasonOf(book->write([&](Transaction& t) { return book->entries().putInk(t, id, bytes); }));
    };
    EXPECT_EQ(ink(signature.id, {1, 2, 3}), "store.ink-other");
    EXPECT_EQ(ink(opening.id, {1, 2, 3}), "store.ink-other") << "a kind without ink";
    EXPECT_EQ(ink(EntryId{{9}}, {1, 2, 3}), "store.no-entry");
}

// --- damage ------------------------------------------------------------------------------------------------

TEST_F(EntryTableTest, NoticesASealedPayloadMovedToAnotherRow) {
    putAll(world.all());
    book.reset();
    {
        const auto raw = test::orThrow(Connection::open(shelf.file(), Connection::Mode::Existing));
        must(raw->execute(
            "UPDATE entry SET payload = (SELECT payload FROM entry WHERE ord = 2) WHERE ord = 1"));
    }
    book = shelf.open();
    ASSERT_TRUE(book->keyring().unlock(1, phrase("kunci ani")));
    const auto moved = book->entries().get(world.all()[0].id);
    ASSERT_FALSE(moved);
    EXPECT_EQ(moved.error().code, ErrorCode::Corrupt);
    EXPECT_EQ(moved.error().reason, "store.cell-altered");
    EXPECT_THAT(moved.error().place, ::testing::HasSubstr(world.all()[0].id.hex()));
    EXPECT_TRUE(book->entries().get(world.all()[1].id)) << "the others are not stopped";
}

TEST_F(EntryTableTest, NoticesAnAlteredPayloadInAnOpenBook) {
    const auto file = shelf.folder / "terbuka";
    auto open = test::orThrow(Book::create(file, Protection::Open, shelf.seams()));
    ASSERT_TRUE(put(*open, world.all()[0]));
    open.reset();
    {
        const auto raw = test::orThrow(Connection::open(file, Connection::Mode::Existing));
        must(raw->execute("UPDATE entry SET payload = CAST('{\"v\":1}' AS BLOB)"));
    }
    open = test::orThrow(Book::open(file, shelf.seams()));
    EXPECT_EQ(reasonOf(open->entries().get(world.all()[0].id)), "store.entry-altered");
}

} // namespace
} // namespace teken::store
