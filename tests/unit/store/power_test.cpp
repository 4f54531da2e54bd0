// What survives when the power goes, the disk fills up or fails, at any moment.
#include "tests/support/fault_vfs.h"
#include "tests/unit/store/book_fixture.h"

namespace teken::store {
namespace {

using test::FaultVfs;
using Unsynced = FaultVfs::Unsynced;

/// A day's work on one book: single signatures, a blob large enough to make SQLite empty its log, and
/// signatures again. How far it came is counted by what write() acknowledged.
class Day {
public:
    Day() {
        m_world.begin();
        auto& officer = m_world.certifyOfficer();
        officer.openSession();
        for (std::uint32_t i = 0; i < 6; ++i)
            officer.sign(m_world.person(i));
        m_feed = officer.id();
        m_entries = officer.entries();
        m_blob.resize(16'800'000); // SQLite empties its log at 4000 pages
        m_world.random.fill(m_blob);
    }
    [[nodiscard]] const std::vector<entry::VerifiedEntry>& entries() const { return m_entries; }
    [[nodiscard]] const FeedId& feed() const { return m_feed; }

    /// Number of entries acknowledged before the first failure.
    [[nodiscard]] std::size_t live(Book& book, bool withBlob) const {
        std::size_t acknowledged = 0;
        for (const auto& entry : m_entries) {
            if (!put(book, entry))
                return acknowledged;
            ++acknowledged;
            if (withBlob && acknowledged == 3 && !book.write([&](Transaction& t) -> Result<> {
                    TEKEN_CHECK(book.blobs().put(t, m_blob));
                    return {};
                }))
                return acknowledged;
        }
        return acknowledged;
    }

private:
    test::World m_world;
    FeedId m_feed;
    std::vector<entry::VerifiedEntry> m_entries;
    Bytes m_blob;
};

class PowerTest : public ::testing::Test {
protected:
    Shelf shelf;
    Day day;
    FaultVfs disk;
    std::string untouched; ///< the book before the day

    void SetUp() override {
        shelf.create(Protection::Open);
        untouched = fileBytes(shelf.file());
    }
    void startAnew() {
        writeFileBytes(shelf.file(), untouched);
        std::filesystem::remove(shelf.file().string() + "-wal");
    }
    [[nodiscard]] std::unique_ptr<Book> openOnFaultyDisk() {
        auto seams = shelf.seams();
        seams.vfs = disk.name();
        return test::orThrow(Book::open(shelf.file(), seams));
    }

    /// All that was acknowledged, at most the one under way beside it, and nothing in between.
    void expectWhole(std::size_t acknowledged) {
        // The same disk, healed: it saves the real syncs. What it shows is what lies in the files.
        const auto book = openOnFaultyDisk();
        ASSERT_TRUE(book->checkFile());
        const auto found = test::orThrow(book->entries().count());
        EXPECT_GE(found, acknowledged) << "an acknowledged entry is gone";
        EXPECT_LE(found, acknowledged + 1);
        if (found == 0)
            return;
        const auto feed = test::orThrow(book->entries().feed(day.feed())).value();
        EXPECT_EQ(feed.head, (entry::FeedHead{found, day.entries()[found - 1].id}));
        for (std::size_t i = 0; i < found; ++i)
            EXPECT_EQ(std::get<entry::Entry>(test::orThrow(book->entries().get(day.entries()[i].id)).record),
                      day.entries()[i].raw);
        EXPECT_TRUE(put(*book, day.entries()[std::min(found, day.entries().size() - 1)])) << "work goes on";
    }

    /// One day that ends at the chosen sync or write; false if the day ended before.
    bool dayWithPowerCut(const std::function<void()>& arm, Unsynced unsynced, bool withBlob,
                         std::uint64_t seed) {
        startAnew();
        std::size_t acknowledged = 0;
        {
            arm();
            Result<std::unique_ptr<Book>> book = [&] {
                auto seams = shelf.seams();
                seams.vfs = disk.name();
                return Book::open(shelf.file(), seams);
            }();
            if (book)
                acknowledged = day.live(**book, withBlob);
        }
        const bool cut = disk.powerIsCut();
        disk.settle(unsynced, seed);
        expectWhole(acknowledged);
        disk.settle(Unsynced::Kept);
        return cut;
    }
};

TEST_F(PowerTest, CutAtAnySyncLosesNothingAcknowledged) {
    for (const auto unsynced : {Unsynced::Lost, Unsynced::Kept, Unsynced::Torn}) {
        const bool withBlob = unsynced == Unsynced::Torn; // slow, so only where most can go wrong
        int sync = withBlob ? 4 : 1;
        while (dayWithPowerCut([&] { disk.cutPowerAtSync(sync); }, unsynced, withBlob,
                               static_cast<std::uint64_t>(sync))) {
            ASSERT_FALSE(HasFailure())
                << "power cut at sync " << sync << ", unsynced writes: " << static_cast<int>(unsynced);
            ++sync;
        }
        EXPECT_GT(sync, withBlob ? 12 : 8) << "a sync for each commit, and some for emptying the log";
    }
}

TEST_F(PowerTest, CutAtAnyWriteLosesNothingAcknowledged) {
    for (const auto unsynced : {Unsynced::Lost, Unsynced::Torn}) {
        int write = 1;
        while (dayWithPowerCut([&] { disk.cutPowerAtWrite(write); }, unsynced, false,
                               static_cast<std::uint64_t>(write))) {
            ASSERT_FALSE(HasFailure()) << "power cut at write " << write;
            ++write;
        }
        EXPECT_GT(write, 15);
    }
}

// The checks above must be able to fail: a disk that lies about its syncs loses acknowledged entries.
TEST_F(PowerTest, ALyingDiskWouldBeNoticed) {
    std::size_t acknowledged = 0;
    {
        const auto book = openOnFaultyDisk();
        disk.lieAboutSyncs();
        acknowledged = day.live(*book, false);
        disk.cutPowerAtWrite(1); // closing tidies up; too late
    }
    EXPECT_EQ(acknowledged, day.entries().size());
    disk.settle(Unsynced::Lost);
    EXPECT_LT(test::orThrow(shelf.open()->entries().count()), acknowledged);
}

TEST_F(PowerTest, OneSyncACommit) {
    const auto book = openOnFaultyDisk();
    must(put(*book, day.entries()[0]).map([](auto) {})); // the first one also begins the log
    for (std::size_t i = 1; i < day.entries().size(); ++i) {
        const int before = disk.syncs();
        must(put(*book, day.entries()[i]).map([](auto) {}));
        EXPECT_EQ(disk.syncs() - before, 1);
    }
}

TEST_F(PowerTest, FullDiskChangesNothingAndTheNextWriteWorks) {
    for (int write = 1;; ++write) {
        startAnew();
        auto book = openOnFaultyDisk();
        must(put(*book, day.entries()[0]).map([](auto) {}));
        disk.failFromWrite(write, FaultVfs::Failure::DiskFull);
        const auto full = put(*book, day.entries()[1]);
        disk.heal();
        if (full) // there was room for all of it
            break;
        EXPECT_EQ(full.error().code, ErrorCode::NoSpace) << describe(full.error());
        EXPECT_EQ(full.error().reason, "store.disk-full");
        EXPECT_EQ(test::orThrow(book->entries().count()), 1U);
        EXPECT_EQ(test::orThrow(put(*book, day.entries()[1])), PutOutcome::Stored);
        EXPECT_EQ(test::orThrow(book->entries().feed(day.feed())).value().head.seq, 2U);
        book.reset();
        disk.settle(Unsynced::Lost);
        expectWhole(2);
    }
}

TEST_F(PowerTest, FailingDeviceIsReportedAndNothingIsAcknowledged) {
    const auto book = openOnFaultyDisk();
    must(put(*book, day.entries()[0]).map([](auto) {}));
    disk.failFromSync(1, FaultVfs::Failure::DeviceError);
    const auto failed = put(*book, day.entries()[1]);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().reason, "store.device-error");
    EXPECT_EQ(test::orThrow(book->entries().count()), 1U);
    disk.heal();
    EXPECT_EQ(test::orThrow(put(*book, day.entries()[1])), PutOutcome::Stored);
}

TEST_F(PowerTest, FullDiskWhileCreatingLeavesNoBook) {
    const auto file = shelf.folder / "baru.teken";
    auto seams = shelf.seams();
    seams.vfs = disk.name();
    for (int write = 1; write < 200; ++write) {
        disk.failFromWrite(write, FaultVfs::Failure::DiskFull);
        const auto created = Book::create(file, Protection::Open, seams);
        disk.heal();
        if (created)
            return;
        EXPECT_EQ(created.error().code, ErrorCode::NoSpace) << describe(created.error());
        EXPECT_FALSE(std::filesystem::exists(file.string() + ".new"));
        if (std::filesystem::exists(file)) { // made, but there was no room to open it
            EXPECT_TRUE(Book::open(file, seams));
            std::filesystem::remove(file);
        }
    }
    FAIL() << "never created";
}

TEST_F(PowerTest, FullDiskWhileCopyingLeavesNoCopy) {
    const auto book = openOnFaultyDisk();
    EXPECT_GT(day.live(*book, false), 0U);
    const auto copy = shelf.folder / "salinan.teken";
    disk.failFromWrite(3, FaultVfs::Failure::DiskFull);
    const auto copied = book->backupTo(copy);
    disk.heal();
    EXPECT_EQ(reasonOf(copied), "store.disk-full");
    EXPECT_FALSE(std::filesystem::exists(copy));
    EXPECT_FALSE(std::filesystem::exists(copy.string() + ".part"));
    EXPECT_TRUE(book->backupTo(copy));
}

TEST_F(PowerTest, RotationIsWholeOrNotAtAll) {
    const auto file = shelf.folder / "tersegel.teken";
    auto seams = shelf.seams();
    {
        const auto book = test::orThrow(Book::create(file, Protection::Sealed, seams));
        must(book->keyring().add("Bu Ani", entry::Role::Field, phrase("a"), shelf.kdf()).map([](auto) {}));
        must(book->keyring().add("Pak Budi", entry::Role::Field, phrase("b"), shelf.kdf()).map([](auto) {}));
        for (const auto& entry : day.entries())
            must(put(*book, entry).map([](auto) {}));
    }
    const auto before = fileBytes(file);
    bool removedOnce = false, keptOnce = false, cut = true;
    for (int sync = 1; cut; ++sync) {
        writeFileBytes(file, before);
        std::filesystem::remove(file.string() + "-wal");
        seams.vfs = disk.name();
        disk.cutPowerAtSync(sync);
        bool acknowledged = false;
        if (auto book = Book::open(file, seams)) {
            must((*book)->keyring().unlock(1, phrase("a")));
            acknowledged = (*book)->keyring().remove(2).has_value();
        }
        cut = disk.powerIsCut();
        disk.settle(sync % 2 == 0 ? Unsynced::Lost : Unsynced::Torn, static_cast<std::uint64_t>(sync));
        seams.vfs.clear();
        const auto book = test::orThrow(Book::open(file, seams));
        must(book->checkFile());
        const bool removed = test::orThrow(book->keyring().holders()).at(1).retired;
        EXPECT_TRUE(removed || !acknowledged) << "sync " << sync;
        EXPECT_EQ(book->keyring().unlock(2, phrase("b")).has_value(), !removed);
        must(book->keyring().unlock(1, phrase("a")));
        for (const auto& entry : day.entries())
            EXPECT_TRUE(book->entries().get(entry.id)) << "sync " << sync;
        (removed ? removedOnce : keptOnce) = true;
    }
    EXPECT_TRUE(removedOnce);
    EXPECT_TRUE(keptOnce);
}

} // namespace
} // namespace teken::store
