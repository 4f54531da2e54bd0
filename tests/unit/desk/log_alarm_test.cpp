// What an officer is told when the log has contradicted itself, and the files that prove it to others.
#include "core/desk/log_alarm.h"

#include "core/log/note.h"
#include "core/store/receipts.h"
#include "tests/unit/desk/desk_world.h"

#include <gmock/gmock.h>

namespace teken::test {
namespace {

constexpr const char* kOrigin = "pusat.contoh.go.id/log";

struct LogAlarmTest : testing::Test {
    DeskWorld world;
    PublicKey log = certify(kOrigin);
    Laptop laptop = world.laptop("Petugas");

    PublicKey certify(const std::string& origin) {
        auto rootDesk = orThrow(desk::AuthorityDesk::open(world.seams(world.authority)));
        const auto key = crypto::SigningKey::generate(world.random).publicKey();
        orThrow(rootDesk.certifyKey(entry::Role::Log, key, origin, {}));
        world.copy(world.authority, world.admin);
        return key;
    }
    void accuse(const std::string& reason, const PublicKey& whose, const std::string& found = "dijawab\n",
                std::optional<EntryId> entry = {}) const {
        EXPECT_TRUE(laptop.book->write([&](store::Transaction& transaction) {
            return laptop.book->receipts().addEvidence(
                transaction, {reason, whose, kOrigin, entry, "dipegang\n", found, world.clock.now()});
        }));
    }
    [[nodiscard]] std::vector<std::string> files() const {
        std::vector<std::string> names;
        const auto folder = desk::logEvidenceFolder(*laptop.book);
        if (world.files.exists(folder))
            for (const auto& one : std::filesystem::directory_iterator(folder))
                names.push_back(one.path().filename().string());
        std::ranges::sort(names);
        return names;
    }
};

TEST_F(LogAlarmTest, IsSilentAboutALogThatKeepsItsWord) {
    EXPECT_FALSE(orThrow(desk::logAlarm(*laptop.book)).has_value());
    EXPECT_TRUE(desk::keepLogEvidence(*laptop.book, world.files));
    EXPECT_TRUE(files().empty()) << "not even a folder";
}

TEST_F(LogAlarmTest, NamesTheFirstFindingAndHowManyThereAre) {
    accuse("sync.log-forked", log);
    world.clock.advance(Milliseconds{60'000});
    accuse("sync.log-forked", log, "dijawab lain\n");
    const auto alarm = orThrow(desk::logAlarm(*laptop.book));
    ASSERT_TRUE(alarm.has_value());
    EXPECT_EQ(alarm->reason, "sync.log-forked");
    EXPECT_EQ(alarm->findings, 2U);
    EXPECT_EQ(alarm->sinceMs, (world.clock.now() - Milliseconds{60'000}).time_since_epoch().count());
    EXPECT_EQ(alarm->folder, desk::logEvidenceFolder(*laptop.book));
}

TEST_F(LogAlarmTest, ShowsWhileTheBookIsLocked) {
    accuse("sync.log-forked", log);
    laptop.desk.reset();
    laptop.book->keyring().lock();
    EXPECT_TRUE(orThrow(desk::logAlarm(*laptop.book)).has_value());
}

TEST_F(LogAlarmTest, IsSilentAboutALogThatDoesNotCount) {
    accuse("sync.log-forked", crypto::SigningKey::generate(world.random).publicKey());
    EXPECT_FALSE(orThrow(desk::logAlarm(*laptop.book)).has_value());
}

TEST_F(LogAlarmTest, KeepsBothWordsInAFileThatExplainsItself) {
    const EntryId entry{{7}};
    accuse("sync.log-missing-entry", log, "", entry);
    EXPECT_TRUE(desk::keepLogEvidence(*laptop.book, world.files));
    ASSERT_THAT(files(), testing::ElementsAre("0001-sync.log-missing-entry.txt"));
    const auto bytes = orThrow(world.files.read(desk::logEvidenceFolder(*laptop.book) / files()[0], 100'000));
    const std::string text(textOf(bytes));
    EXPECT_TRUE(text.starts_with("teken/bukti-log/v1\n"));
    EXPECT_THAT(text, testing::HasSubstr(log::VerifierKey{kOrigin, log::SignatureType::Ed25519, log}.text()));
    EXPECT_THAT(text, testing::HasSubstr(entry.hex()));
    EXPECT_THAT(text, testing::HasSubstr("(held by this laptop) =====\ndipegang\n"));
    EXPECT_THAT(text, testing::HasSubstr("(answered by the centre) =====\n-\n")) << "nothing was answered";
}

TEST_F(LogAlarmTest, LeavesFilesThatAreThereAsTheyAre) {
    accuse("sync.log-forked", log);
    EXPECT_TRUE(desk::keepLogEvidence(*laptop.book, world.files));
    const auto first = desk::logEvidenceFolder(*laptop.book) / files()[0];
    EXPECT_TRUE(world.files.writeAtomic(first, view(std::string_view("catatan pemeriksa"))));
    accuse("sync.log-shrunk", log, "lain\n");
    EXPECT_TRUE(desk::keepLogEvidence(*laptop.book, world.files));
    EXPECT_THAT(files(), testing::ElementsAre("0001-sync.log-forked.txt", "0002-sync.log-shrunk.txt"));
    EXPECT_EQ(textOf(orThrow(world.files.read(first, 1'000))), "catatan pemeriksa");
}

TEST_F(LogAlarmTest, SaysThatItCouldNotKeepThem) {
    accuse("sync.log-forked", log);
    EXPECT_TRUE(world.files.writeAtomic(desk::logEvidenceFolder(*laptop.book), view(std::string_view("berkas"))));
    EXPECT_FALSE(desk::keepLogEvidence(*laptop.book, world.files))
        << "a file lies where the folder should be";
}

} // namespace
} // namespace teken::test
