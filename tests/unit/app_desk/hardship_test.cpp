// What may be wrong with a laptop: each time a message with a next step, and what is there stays as it was.
#include "app/teken/notice.h"
#include "tests/unit/app_desk/desk_services_fixture.h"

#include <fstream>

namespace teken::app::test {
namespace {

using teken::test::orThrow;

class Hardship : public DeskServicesTest {
protected:
    [[nodiscard]] Result<DeviceInfo> describe() {
        return wait<DeviceInfo>([&](auto finish) { on().unlock.describeDevice(finish); });
    }
    void startIn(const std::filesystem::path& folder) {
        m_desk.reset();
        m_desk = std::make_unique<DeskServices>(Outside{m_world.clock, m_random, m_world.files, m_storage,
                                                        BookHome{folder},
                                                        [this] { return crypto::KdfParams::fast(m_random); }},
                                                QString());
    }
    template <class T>
    static void expectWords(const Result<T>& result, const char* reason) {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().reason, reason);
        const auto notice = noticeFor(result.error());
        EXPECT_FALSE(notice.safe.isEmpty() || notice.why.isEmpty() || notice.next.isEmpty()) << reason;
    }
    [[nodiscard]] std::filesystem::path book() { return m_world.folder / "data" / "laptop.book"; }
};

TEST_F(Hardship, ABookHeldByAnotherProgramSaysSoAndOpensLater) {
    enrol();
    m_desk.reset();
    auto held = orThrow(store::Book::open(book(), m_world.bookSeams()));
    start();
    expectWords(describe(), "store.in-use");
    held.reset();
    EXPECT_EQ(orThrow(describe()).state, DeviceState::Enrolled);
}

TEST_F(Hardship, AFolderThatCannotBeWrittenSaysSo) {
    startIn("/proc/teken");
    const auto refused = wait<QString>([&](auto finish) {
        on().enrolment.writeRequest({"Petugas A", "PMK-017", folder(), secret()}, finish);
    });
    ASSERT_FALSE(refused);
    EXPECT_FALSE(noticeFor(refused.error()).next.isEmpty());
    EXPECT_EQ(orThrow(describe()).state, DeviceState::New);
}

TEST_F(Hardship, AStickThatIsGoneSaysSoAndTheRequestCanBeWrittenAgain) {
    const auto refused = wait<QString>([&](auto finish) {
        on().enrolment.writeRequest({"Petugas A", "PMK-017", folder() + "tercabut", secret()}, finish);
    });
    expectWords(refused, "files.missing");
    EXPECT_FALSE(writeRequest().isEmpty());
}

TEST_F(Hardship, AFileThatIsNoBookIsNotTouched) {
    std::filesystem::create_directories(book().parent_path());
    std::ofstream(book())
        << "surat undangan rapat, bukan basis data sama sekali, dan cukup panjang untuk dibaca";
    const auto before = orThrow(m_world.files.read(book(), 1'000));
    start();
    expectWords(describe(), "store.not-a-book");
    EXPECT_EQ(orThrow(m_world.files.read(book(), 1'000)), before);
}

} // namespace
} // namespace teken::app::test
