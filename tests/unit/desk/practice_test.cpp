#include "core/desk/practice.h"

#include "core/crypto/hash.h"
#include "core/domain/roster_import.h"
#include "core/store/entries.h"
#include "tests/unit/desk/desk_world.h"

#include <gtest/gtest.h>

namespace teken::test {
namespace {

struct Practice : testing::Test {
    DeskWorld world;
    const std::filesystem::path file = world.folder / "latihan" / "laptop.book";

    static void mustWork(const Result<>& result) {
        if (!result)
            throw std::runtime_error(describe(result.error()));
    }
    desk::PracticeRequest request() {
        return {file, "Petugas Latihan", "LATIHAN", world.bookSeams(), [this] { return world.kdf(); }};
    }
    Laptop make() {
        mustWork(desk::makePracticeBook(request(), DeskWorld::passphrase()));
        Laptop laptop;
        laptop.file = file;
        world.restart(laptop);
        return laptop;
    }
    static SessionId openFirstPlan(Laptop& laptop) {
        const auto planned = orThrow(laptop.desk->sessions());
        auto request = DeskWorld::opening();
        request.session = planned.front().state.session;
        request.units = planned.front().state.units;
        return orThrow(laptop.desk->openSession(request));
    }
    static std::vector<entry::VerifiedEntry> entriesOf(store::Book& book) {
        std::vector<entry::VerifiedEntry> entries;
        mustWork(book.entries().scanAll(1, [&](const store::StoredEntry& stored) -> Result<> {
            TEKEN_TRY(auto verified, entry::verifyEntry(std::get<entry::Entry>(stored.record)));
            entries.push_back(std::move(verified));
            return {};
        }));
        return entries;
    }
};

TEST_F(Practice, IsALaptopOnWhichASessionCanBeHeld) {
    auto laptop = make();
    EXPECT_TRUE(orThrow(desk::isPracticeBook(*laptop.book)));
    EXPECT_EQ(orThrow(laptop.desk->sessions()).size(), 2U);
    const auto session = openFirstPlan(laptop);
    const auto person = laptop.person(0, "CONTOH-KEC");
    const auto sheet = orThrow(laptop.desk->begin(session, person, false));
    desk::SignRequest signing;
    signing.session = session;
    signing.person = person;
    signing.text = sheet.text.text;
    signing.ink = DeskWorld::ink();
    EXPECT_TRUE(laptop.desk->sign(signing));
}

TEST_F(Practice, SaysInEveryNameThatItIsPractice) {
    auto laptop = make();
    const auto drive = orThrow(laptop.desk->driveState());
    EXPECT_NE(drive.opening.title.find("LATIHAN"), std::string::npos);
    EXPECT_EQ(drive.opening.code, desk::kPracticeDrive);
}

TEST_F(Practice, ReadsItsWholeRosterWithoutARefusedRow) {
    auto laptop = make();
    EXPECT_EQ(laptop.desk->people().roster().peopleOf({"CONTOH-KEC", "CONTOH-DIN"}).size(),
              desk::kPracticePeople);
}

TEST_F(Practice, ThrowsItsRootAndItsAdminAway) {
    make();
    EXPECT_FALSE(std::filesystem::exists(file.parent_path() / "pusat-latihan"));
}

TEST_F(Practice, StandsUnderAnotherRootEachTime) {
    const auto first = orThrow(desk::pinnedRoot(*make().book));
    std::filesystem::remove_all(file.parent_path());
    EXPECT_NE(orThrow(desk::pinnedRoot(*make().book)), first);
}

TEST_F(Practice, RefusesToReplaceABook) {
    make();
    const auto again = desk::makePracticeBook(request(), DeskWorld::passphrase());
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().reason, "store.exists");
}

TEST_F(Practice, ARealLaptopIsNone) {
    auto laptop = world.laptop("Petugas A");
    EXPECT_FALSE(orThrow(desk::isPracticeBook(*laptop.book)));
}

TEST_F(Practice, ARealBookGivesItsKeysNoRole) {
    auto laptop = make();
    openFirstPlan(laptop);
    const auto officer = orThrow(laptop.book->keyring().holders()).front().feed;
    // Whatever way they came: recorded, they stay entries of somebody whom no root vouches for.
    static_cast<void>(world.admin.ledger->record(entriesOf(*laptop.book)).has_value());
    const auto feed = orThrow(world.admin.ledger->feed(officer));
    EXPECT_TRUE(!feed || !feed->role);
    EXPECT_EQ(orThrow(world.adminDesk->state()).opening.code, "UJI");
}

TEST_F(Practice, TakesNoOtherRoot) {
    auto laptop = make();
    const auto real = orThrow(desk::pinnedRoot(*world.admin.book));
    const auto pinned =
        desk::pinRoot(*laptop.book, {real, std::nullopt, ""}, desk::fingerprintForPeople(real));
    ASSERT_FALSE(pinned);
    EXPECT_EQ(pinned.error().reason, "enrolment.other-root");
}

} // namespace
} // namespace teken::test
