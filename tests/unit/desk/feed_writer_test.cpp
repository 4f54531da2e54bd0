#include "core/desk/feed_writer.h"

#include "core/store/anchor.h"
#include "core/store/entries.h"
#include "core/store/journal.h"
#include "core/store/receipts.h"
#include "tests/unit/desk/desk_world.h"

#include <gtest/gtest.h>

namespace teken::test {
namespace {

struct FeedWriterTest : testing::Test {
    DeskWorld world;
    Laptop laptop = world.laptop("Petugas");
    SessionId session = DeskWorld::open(laptop);

    void note() { orThrow(laptop.desk->note(session, entry::NoteTopic::Other, "hujan")); }
    void see(const std::string& origin, std::uint64_t size) {
        const store::SeenCheckpoint seen{
            crypto::SigningKey::generate(world.random).publicKey(), {origin, {size}, Digest{{7}}}, "nota"};
        EXPECT_TRUE(laptop.book->write([&](store::Transaction& transaction) {
            return laptop.book->receipts().putSeen(transaction, seen, world.clock.now());
        }));
    }
    [[nodiscard]] std::optional<entry::SeenCheckpoint> namedByTheNewest() {
        const auto head = orThrow(desk::FeedWriter(world.seams(laptop)).head());
        const auto stored = orThrow(laptop.book->entries().get(*head.id));
        return orThrow(entry::decodePayload(std::get<entry::Entry>(stored.record).payload)).header.seen;
    }
    void copyFile(const std::string& to) { ASSERT_TRUE(laptop.book->backupTo(world.folder / to)); }
    void putBack(const std::string& from) {
        laptop.desk.reset();
        laptop.ledger.reset();
        laptop.book.reset();
        for (const char* tail : {"", "-wal", "-shm"})
            std::filesystem::remove(laptop.file.string() + tail);
        std::filesystem::copy_file(world.folder / from, laptop.file);
        world.restart(laptop);
    }
};

TEST_F(FeedWriterTest, NumbersEntriesWithoutGaps) {
    note();
    note();
    const desk::FeedWriter writer(world.seams(laptop));
    EXPECT_EQ(orThrow(writer.head()).seq, 3U);
}

TEST_F(FeedWriterTest, NotesTheAnchorAfterEachEntry) {
    note();
    const desk::FeedWriter writer(world.seams(laptop));
    const auto anchor = orThrow(store::Anchor(laptop.file, orThrow(writer.feed())).read());
    EXPECT_EQ(anchor, orThrow(writer.head()));
}

TEST_F(FeedWriterTest, RefusesToGoOnInARestoredDatabase) {
    copyFile("cadangan.book");
    note();
    putBack("cadangan.book");
    const auto refused = laptop.desk->note(session, entry::NoteTopic::Other, "sesudah dipulihkan");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "desk.restored-database");
    EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
}

TEST_F(FeedWriterTest, GoesOnAfterACrashLeftTheAnchorBehind) {
    const desk::FeedWriter writer(world.seams(laptop));
    const auto before = orThrow(writer.head());
    note();
    ASSERT_TRUE(store::Anchor(laptop.file, orThrow(writer.feed())).write(before));
    world.restart(laptop);
    EXPECT_TRUE(laptop.desk->note(session, entry::NoteTopic::Other, "sesudah mati listrik"));
}

TEST_F(FeedWriterTest, RefusesAnAnchorThatKnowsAnotherEntry) {
    const desk::FeedWriter writer(world.seams(laptop));
    auto other = orThrow(writer.head());
    other.id = world.random.make<EntryId>();
    ASSERT_TRUE(store::Anchor(laptop.file, orThrow(writer.feed())).write(other));
    const auto refused = laptop.desk->note(session, entry::NoteTopic::Other, "cabang");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "desk.restored-database");
}

TEST_F(FeedWriterTest, RefusesToGoOnFromAHeadThatIsNotWhole) {
    const desk::FeedWriter writer(world.seams(laptop));
    const auto before = orThrow(writer.head());
    const auto& key = laptop.book->keyring().signingKey()->publicKey();
    orThrow(laptop.ledger->recordWithheld(
        {key, Signature{}, world.random.make<EntryId>(), before.seq + 1, before.id}));
    const auto refused = laptop.desk->note(session, entry::NoteTopic::Other, "di atas catatan orang");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "desk.restored-database");
}

TEST_F(FeedWriterTest, WritesNothingBehindARevocation) {
    const desk::FeedWriter writer(world.seams(laptop));
    const auto before = orThrow(writer.head());
    orThrow(world.adminDesk->revokeOfficer(laptop.desk->feedState().feed, before.seq,
                                           entry::RevokeReason::Ended));
    world.copy(world.admin, laptop);
    for (const bool refreshed : {false, true}) {
        SCOPED_TRACE(refreshed);
        if (refreshed) {
            ASSERT_TRUE(laptop.desk->refresh());
        }
        const auto refused = laptop.desk->sign(world.signing(laptop, session, laptop.person(0)));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().reason, "desk.revoked");
        EXPECT_EQ(refused.error().code, ErrorCode::Unauthorized);
    }
    EXPECT_EQ(orThrow(writer.head()), before);
    world.restart(laptop);
    EXPECT_EQ(laptop.desk->note(session, entry::NoteTopic::Other, "lagi").error().reason, "desk.revoked")
        << "the desk still opens: what is there can be sent";
}

TEST_F(FeedWriterTest, WritesUpToTheRevokedNumberOnly) {
    const desk::FeedWriter writer(world.seams(laptop));
    const auto before = orThrow(writer.head());
    orThrow(world.adminDesk->revokeOfficer(laptop.desk->feedState().feed, before.seq + 1,
                                           entry::RevokeReason::Ended));
    world.copy(world.admin, laptop);
    note();
    EXPECT_EQ(laptop.desk->note(session, entry::NoteTopic::Other, "lewat").error().reason, "desk.revoked");
}

TEST_F(FeedWriterTest, ARevokedAdminWritesNothingEither) {
    auto root = orThrow(desk::AuthorityDesk::open(world.seams(world.authority)));
    const auto& key = world.admin.book->keyring().signingKey()->publicKey();
    const auto last = orThrow(desk::FeedWriter(world.seams(world.admin)).head()).seq;
    orThrow(root.revoke(entry::Role::Admin, key, last, entry::RevokeReason::Ended));
    world.copy(world.authority, world.admin);
    EXPECT_EQ(world.adminDesk->lockText(DeskWorld::pledge(2)).error().reason, "desk.revoked");
}

TEST_F(FeedWriterTest, RefusesWhileLocked) {
    laptop.book->keyring().lock();
    const desk::FeedWriter writer(world.seams(laptop));
    EXPECT_EQ(writer.feed().error().reason, "store.locked");
}

TEST_F(FeedWriterTest, RollsBackWhenTheRestOfTheTransactionFails) {
    desk::FeedWriter writer(world.seams(laptop));
    const auto before = orThrow(writer.head());
    const auto refused = writer.append(
        laptop.desk->drive(), entry::Pause{session, entry::PauseReason::Power}, {},
        [](store::Transaction&) -> Result<> { return fail(ErrorCode::NoSpace, "store.disk-full", "full"); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "store.disk-full");
    EXPECT_EQ(orThrow(writer.head()), before);
}

TEST_F(FeedWriterTest, NamesTheNewestCheckpointThatTheBookHasVerified) {
    note();
    EXPECT_FALSE(namedByTheNewest()) << "nothing was seen yet";
    see("pusat.contoh.go.id/log", 40);
    see("pusat.contoh.go.id/log", 70);
    note();
    EXPECT_EQ(namedByTheNewest(), (entry::SeenCheckpoint{"pusat.contoh.go.id/log", 70, Digest{{7}}}));
}

TEST_F(FeedWriterTest, NamesTheLogThatWasSeenLast) {
    see("pusat.contoh.go.id/log", 70);
    see("pusat.contoh.go.id/log-baru", 3);
    note();
    EXPECT_EQ(namedByTheNewest()->origin, "pusat.contoh.go.id/log-baru");
}

TEST_F(FeedWriterTest, NamesNoEmptyTree) {
    see("pusat.contoh.go.id/log", 0);
    note();
    EXPECT_FALSE(namedByTheNewest());
}

TEST_F(FeedWriterTest, ARenewedKeySaysWhichFeedItSucceeds) {
    copyFile("cadangan.book");
    note();
    const desk::FeedWriter writer(world.seams(laptop));
    const auto lost = orThrow(writer.head());
    const auto oldFeed = orThrow(writer.feed());
    putBack("cadangan.book");

    orThrow(laptop.book->keyring().renewKey());
    const auto request = orThrow(desk::requestOfHolder(*laptop.book, world.random, "PMK", oldFeed));
    orThrow(world.adminDesk->certifyOfficer(orThrow(desk::readRequest(request)), {{"KEC-04"}, 0, 0}));
    world.copy(world.admin, laptop);
    laptop.desk = orThrow(desk::OfficerDesk::open(world.seams(laptop)));

    const auto feed = orThrow(desk::FeedWriter(world.seams(laptop)).feed());
    const auto first = orThrow(laptop.book->entries().idsAt(feed, 1));
    ASSERT_EQ(first.size(), 1U);
    const auto stored = orThrow(laptop.book->entries().get(first.front()));
    const auto payload = orThrow(entry::decodePayload(std::get<entry::Entry>(stored.record).payload));
    const auto& succeed = std::get<entry::Succeed>(payload.body);
    EXPECT_EQ(succeed.feed, oldFeed);
    EXPECT_EQ(succeed.seq, lost.seq) << "the anchor's number, not the restored database's";
    EXPECT_EQ(succeed.reason, entry::SucceedReason::Restored);
}

} // namespace
} // namespace teken::test
