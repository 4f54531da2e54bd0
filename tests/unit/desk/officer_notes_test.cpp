#include "tests/unit/desk/desk_world.h"

#include <gtest/gtest.h>

namespace teken::test {
namespace {

struct OfficerNotes : testing::Test {
    DeskWorld world;
    Laptop laptop = world.laptop("Petugas");
    SessionId session = DeskWorld::open(laptop);
    entry::Party witness{"Saksi Satu", "", ""};

    ledger::PersonStatus status(std::size_t number) {
        return laptop.desk->people().stateOf(laptop.person(number)).status;
    }
    std::string takeBack(std::size_t number) { return takeBack(number, witness); }
    std::string takeBack(std::size_t number, const entry::Party& second) {
        const auto result =
            laptop.desk->voidNote(session, laptop.person(number), entry::VoidReason::WrongPerson, second);
        return result ? "void" : result.error().reason;
    }
};

TEST_F(OfficerNotes, TakeBackARefusalAndShowWhatWasNotedBelowIt) {
    orThrow(laptop.desk->refuse(session, laptop.person(0)));
    orThrow(laptop.desk->excuse(session, laptop.person(0), entry::ExcuseReason::Duty));
    ASSERT_EQ(status(0), ledger::PersonStatus::Refused) << "the excuse alone changes nothing that is shown";
    EXPECT_EQ(takeBack(0), "void");
    EXPECT_EQ(status(0), ledger::PersonStatus::Excused);
    EXPECT_EQ(takeBack(0), "void");
    EXPECT_EQ(status(0), ledger::PersonStatus::None);
    EXPECT_EQ(takeBack(0), "signing.no-own-note");
}

TEST_F(OfficerNotes, TakeBackWhatWasNotedTwiceAtOnce) {
    orThrow(laptop.desk->refuse(session, laptop.person(0)));
    orThrow(laptop.desk->refuse(session, laptop.person(0)));
    EXPECT_EQ(takeBack(0), "void");
    EXPECT_EQ(status(0), ledger::PersonStatus::None);
}

TEST_F(OfficerNotes, TakeBackOnesAbsenceAndLeaveTheOthersAbsent) {
    orThrow(laptop.desk->markAbsent(session, {laptop.person(1), laptop.person(2), laptop.person(3)}));
    orThrow(laptop.desk->sign(world.signing(laptop, session, laptop.person(3))));
    EXPECT_EQ(takeBack(2), "void");
    EXPECT_EQ(status(1), ledger::PersonStatus::Absent);
    EXPECT_EQ(status(2), ledger::PersonStatus::None);
    EXPECT_EQ(status(3), ledger::PersonStatus::Signed);
    const auto counts = orThrow(laptop.desk->session(session)).counts;
    EXPECT_EQ(counts.absent, 1U);
    EXPECT_EQ(counts.signedHere, 1U);
    ASSERT_TRUE(laptop.desk->refresh());
    EXPECT_EQ(status(1), ledger::PersonStatus::Absent) << "as the entries say it, and not only the screen";
    EXPECT_EQ(status(2), ledger::PersonStatus::None);
}

TEST_F(OfficerNotes, WriteNothingWhenOnlyTheOfficerSawIt) {
    orThrow(laptop.desk->markAbsent(session, {laptop.person(1), laptop.person(2)}));
    const auto before = orThrow(laptop.desk->queueCounts());
    EXPECT_EQ(takeBack(1, {"Petugas", "", ""}), "signing.second-needed");
    EXPECT_EQ(takeBack(1, {"", "", ""}), "signing.second-needed");
    EXPECT_EQ(status(1), ledger::PersonStatus::Absent);
    EXPECT_EQ(orThrow(laptop.desk->queueCounts()).waiting, before.waiting);
}

TEST_F(OfficerNotes, LeaveASignatureToItsOwnVoiding) {
    orThrow(laptop.desk->refuse(session, laptop.person(0)));
    orThrow(laptop.desk->sign(world.signing(laptop, session, laptop.person(0))));
    EXPECT_EQ(takeBack(0), "signing.no-own-note");
    EXPECT_EQ(status(0), ledger::PersonStatus::Signed);
}

TEST_F(OfficerNotes, OfAnotherSessionAreNotTakenBackInThisOne) {
    orThrow(laptop.desk->refuse(session, laptop.person(0)));
    const auto other = DeskWorld::open(laptop);
    const auto refused =
        laptop.desk->voidNote(other, laptop.person(0), entry::VoidReason::WrongPerson, witness);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "signing.no-own-note");
    EXPECT_EQ(status(0), ledger::PersonStatus::Refused);
}

} // namespace
} // namespace teken::test
