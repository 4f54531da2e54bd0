// Leaves and entries go together: what the power leaves of one, it leaves of the other.
#include "tests/support/fault_vfs.h"
#include "tests/unit/store/log_fixture.h"

namespace teken::store {
namespace {

using test::FaultVfs;

TEST(LogPower, CutAtAnySyncOrWriteLeavesTreeAndEntriesInStep) {
    Shelf shelf;
    test::SeededRandom random;
    test::World world;
    const auto key = world.root().key().publicKey();
    FaultVfs disk;
    std::vector<entry::WithheldEntry> records;
    std::vector<Bytes> leaves;
    for (entry::Seq seq = 1; seq <= 300; ++seq) { // the first tile fills up on the way
        records.push_back(someRecord(random, key, seq));
        leaves.push_back(leafOf(records.back()));
    }
    {
        const auto book = shelf.create(Protection::Open);
        switchOn(*book);
        putAll(*book, std::span(records).first(200));
    }
    const auto untouched = fileBytes(shelf.file());
    const auto openFaulty = [&] {
        auto seams = shelf.seams();
        seams.vfs = disk.name();
        return Book::open(shelf.file(), seams);
    };
    /// One life in batches of 20 that ends somewhere; false if it ended well.
    const auto live = [&](const std::function<void()>& arm, FaultVfs::Unsynced unsynced, std::uint64_t seed) {
        writeFileBytes(shelf.file(), untouched);
        std::filesystem::remove(shelf.file().string() + "-wal");
        std::size_t acknowledged = 200;
        arm();
        if (auto book = openFaulty())
            while (acknowledged < records.size() && (*book)->write([&](Transaction& transaction) -> Result<> {
                for (std::size_t i = acknowledged; i < acknowledged + 20; ++i)
                    TEKEN_CHECK((*book)->entries().putWithheld(transaction, records[i]));
                return {};
            }))
                acknowledged += 20;
        const bool cut = disk.powerIsCut();
        disk.settle(unsynced, seed);
        {
            const auto book = test::orThrow(openFaulty());
            const auto found = test::orThrow(book->entries().count());
            EXPECT_GE(found, acknowledged);
            expectLog(*book, {leaves.begin(), leaves.begin() + static_cast<std::ptrdiff_t>(found)});
            EXPECT_EQ(test::orThrow(book->log().waiting()), 0U);
        }
        disk.settle(FaultVfs::Unsynced::Kept);
        return cut;
    };
    int lives = 0;
    for (const auto unsynced : {FaultVfs::Unsynced::Lost, FaultVfs::Unsynced::Torn}) {
        for (int at = 1; live([&] { disk.cutPowerAtSync(at); }, unsynced, static_cast<std::uint64_t>(at));
             ++at) {
            ASSERT_FALSE(::testing::Test::HasFailure()) << "power cut at sync " << at;
            ++lives;
        }
        for (int at = 1; live([&] { disk.cutPowerAtWrite(at); }, unsynced, static_cast<std::uint64_t>(at));
             at += 3) {
            ASSERT_FALSE(::testing::Test::HasFailure()) << "power cut at write " << at;
            ++lives;
        }
    }
    EXPECT_GT(lives, 30);
}

} // namespace
} // namespace teken::store
