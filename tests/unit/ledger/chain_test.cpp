// RULES.md section 5: gaps, forks, withheld entries.
#include "tests/unit/ledger/ledger_fixture.h"

namespace teken::test {
namespace {

using ledger::ConflictKind;
using ledger::Fate;
using ledger::Verdict;

class Fork : public LedgerTest {
protected:
    Fork() : officer(world.certifyOfficer()) {
        opening = officer.openSession();
        left = officer.sign(World::person(1));
        leftNext = officer.sign(World::person(2));
        officer.rewindTo(opening.payload.header.seq);
        right = officer.sign(World::person(3));
    }

    Officer& officer;
    entry::VerifiedEntry opening, left, leftNext, right;
};

TEST_F(Fork, NothingCountsFromTheForkedNumberUntilDecided) {
    EXPECT_TRUE(counts(opening));
    for (const auto& entry : {left, leftNext, right})
        EXPECT_EQ(verdict(entry), Verdict::Forked);
    EXPECT_EQ(feed(officer).forkedAt, left.payload.header.seq);
    EXPECT_EQ(drive().forks, 1U);
    EXPECT_EQ(conflictKinds(), std::vector{ConflictKind::Fork});
    EXPECT_EQ(drive().signedPersons, 0U);
}

TEST_F(Fork, TheChosenBranchCountsAndNoOther) {
    rule(officer, left, {left, right});
    EXPECT_TRUE(counts(left));
    EXPECT_TRUE(counts(leftNext));
    EXPECT_EQ(verdict(right), Verdict::OffBranch);
    EXPECT_EQ(person(3).status, ledger::PersonStatus::None);
    EXPECT_EQ(drive().forks, 0U);
    EXPECT_TRUE(conflictKinds().empty());
}

TEST_F(Fork, TheOtherBranchMayBeChosenToo) {
    rule(officer, right, {left, right});
    EXPECT_TRUE(counts(right));
    EXPECT_EQ(verdict(left), Verdict::OffBranch);
    EXPECT_EQ(verdict(leftNext), Verdict::OffBranch);
}

TEST_F(Fork, ConcurrentRulingsDecideNothingAndShow) {
    auto& second = world.certifyAdmin("Admin dua");
    const auto one = rule(officer, left, {left, right});
    const auto two = rule(officer, right, {left, right}, {}, &second);
    EXPECT_EQ(verdict(left), Verdict::Forked);
    EXPECT_EQ(conflictKinds(), (std::vector{ConflictKind::Fork, ConflictKind::ConcurrentDecisions}));
    rule(officer, left, {left, right}, {one.id, two.id}, &second);
    EXPECT_TRUE(counts(left));
    EXPECT_TRUE(conflictKinds().empty());
}

TEST_F(Fork, RulingByAnOfficerOrAStrangerDecidesNothing) {
    rule(officer, left, {left, right}, {}, &world.certifyOfficer("Lain"));
    rule(officer, left, {left, right}, {}, &world.stranger());
    EXPECT_EQ(verdict(left), Verdict::Forked);
}

TEST_F(Fork, RulingByAnAdminOfOtherUnitsDecidesNothing) {
    auto& limited = world.certifyAdmin("Admin kecamatan", {"KEC-01"});
    rule(officer, left, {left, right}, {}, &limited);
    EXPECT_EQ(verdict(left), Verdict::Forked);
}

TEST_F(Fork, IsAnsweredAsSuchWhenItArrives) {
    LedgerBook other(world.root().key().publicKey());
    other.take(world.admin().entries());
    EXPECT_EQ(other.take({left}), std::vector{Fate::Stored});
    EXPECT_EQ(other.take({right, left}), (std::vector{Fate::Fork, Fate::Duplicate}));
}

TEST_F(Fork, OfAnAdminCanBeDecidedByAnotherOne) {
    auto& second = world.certifyAdmin("Admin dua");
    auto& first = world.admin();
    const auto before = first.head().seq;
    const auto one = world.lockText();
    first.rewindTo(before);
    const auto other = first.append(entry::CloseDrive{"tutup"});
    EXPECT_EQ(verdict(one), Verdict::Forked);
    EXPECT_FALSE(drive().closed);
    rule(first, other, {one, other}, {}, &second);
    EXPECT_TRUE(counts(other));
    EXPECT_TRUE(drive().closed);
}

TEST_F(Fork, OfAnAdminCannotBeDecidedByItsOwnBranch) {
    auto& first = world.admin();
    const auto before = first.head().seq;
    const auto one = world.lockText();
    first.rewindTo(before);
    const auto other = first.append(entry::CloseDrive{"tutup"});
    rule(first, other, {one, other});
    EXPECT_EQ(verdict(other), Verdict::Forked);
}

TEST_F(Fork, OfTheRootStopsEverythingBehindItForGood) {
    auto& root = world.root();
    const auto before = root.head().seq;
    auto& late = world.certifyAdmin("Admin dua");
    root.rewindTo(before);
    certify(world.random.make<PublicKey>(), entry::Role::Server);
    EXPECT_EQ(feed(root).forkedAt, before + 1);
    EXPECT_FALSE(orThrow(fold().feed(late.id())).has_value()) << "nothing is known of it";
    rule(root, root.entries().back(), {root.entries().back()});
    EXPECT_EQ(verdict(root.entries().back()), Verdict::Forked);
}

class Gap : public LedgerTest {};

TEST_F(Gap, WaitsAndClosesWhenTheMissingEntryComes) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    officer.sign(World::person(1));
    const auto second = officer.sign(World::person(2));
    LedgerBook other(world.root().key().publicKey());
    auto entries = world.all();
    const auto missing = entries[entries.size() - 2];
    std::erase_if(entries, [&](const entry::VerifiedEntry& made) { return made.id == missing.id; });
    other.take(entries);
    EXPECT_EQ(orThrow(other.ledger().verdict(second.id)), Verdict::Waiting);
    EXPECT_EQ(orThrow(other.ledger().feed(officer.id())).value().waiting, 1U);
    other.take({missing});
    EXPECT_EQ(orThrow(other.ledger().verdict(second.id)), Verdict::Counts);
    EXPECT_EQ(orThrow(other.ledger().feed(officer.id())).value().waiting, 0U);
    EXPECT_EQ(orThrow(other.ledger().dump()), orThrow(fold().dump()));
}

class Withheld : public LedgerTest {
protected:
    static entry::WithheldEntry recordOf(const entry::VerifiedEntry& made) {
        return {made.raw.key, made.raw.signature, made.id, made.payload.header.seq, made.payload.header.prev};
    }
    /// A book with everything but `gone`.
    void takeAllBut(LedgerBook& book, const entry::VerifiedEntry& gone) {
        auto entries = world.all();
        std::erase_if(entries, [&](const entry::VerifiedEntry& made) { return made.id == gone.id; });
        book.take(entries);
    }
};

TEST_F(Withheld, KeepsItsPlaceInTheChainAndMeansNothing) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    const auto gone = officer.sign(World::person(1));
    const auto next = officer.sign(World::person(2));
    LedgerBook book(world.root().key().publicKey());
    takeAllBut(book, gone);
    ASSERT_EQ(orThrow(book.ledger().recordWithheld(recordOf(gone))), Fate::Stored);
    EXPECT_EQ(orThrow(book.ledger().verdict(gone.id)), Verdict::Withheld);
    EXPECT_EQ(orThrow(book.ledger().verdict(next.id)), Verdict::Counts);
    EXPECT_EQ(orThrow(book.ledger().person(world.drive(), World::person(1))).status,
              ledger::PersonStatus::None);
    EXPECT_EQ(orThrow(book.ledger().feed(officer.id())).value().withheld, 1U);
    EXPECT_EQ(orThrow(book.ledger().recordWithheld(recordOf(gone))), Fate::Duplicate);
}

TEST_F(Withheld, FilledBesideAnotherWholeEntryOfItsNumberIsAnsweredAsAFork) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    officer.rewindTo(0);
    officer.openSession();
    const auto& left = officer.entries()[0];
    const auto& right = officer.entries()[1];
    LedgerBook other(world.root().key().publicKey());
    ASSERT_EQ(orThrow(other.ledger().recordWithheld(recordOf(right))), Fate::Stored);
    EXPECT_EQ(other.take({left}), std::vector{Fate::Stored});
    EXPECT_EQ(other.take({right}), std::vector{Fate::Fork});
}

TEST_F(Withheld, GivesWayToTheWholeEntryInEitherOrder) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    const auto gone = officer.sign(World::person(1));
    officer.sign(World::person(2));
    LedgerBook book(world.root().key().publicKey());
    takeAllBut(book, gone);
    ASSERT_TRUE(book.ledger().recordWithheld(recordOf(gone)));
    EXPECT_EQ(book.take({gone}), std::vector{Fate::Stored});
    EXPECT_EQ(orThrow(book.ledger().dump()), orThrow(fold().dump()));
    EXPECT_EQ(orThrow(book.ledger().recordWithheld(recordOf(gone))), Fate::Duplicate);
}

TEST_F(Withheld, RecordThatNobodyVouchesForMakesNoFork) {
    auto& officer = world.certifyOfficer();
    const auto opening = officer.openSession();
    const auto signature = officer.sign(World::person(1));
    fold();
    auto lie = recordOf(signature);
    lie.id = world.random.make<EntryId>();
    LedgerBook book(world.root().key().publicKey());
    book.take(world.all());
    ASSERT_EQ(orThrow(book.ledger().recordWithheld(lie)), Fate::Stored);
    EXPECT_EQ(orThrow(book.ledger().verdict(signature.id)), Verdict::Counts);
    EXPECT_EQ(orThrow(book.ledger().verdict(lie.id)), Verdict::Waiting);
    EXPECT_FALSE(orThrow(book.ledger().feed(officer.id())).value().forkedAt.has_value());
}

TEST_F(Withheld, LiesAboutTheLinkLeadToOneStateInEitherOrder) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    const auto gone = officer.sign(World::person(1));
    officer.sign(World::person(2));
    auto lie = recordOf(gone);
    lie.prev = world.random.make<EntryId>();
    std::vector<std::string> dumps;
    for (const auto& records : {std::vector{lie, recordOf(gone)}, std::vector{recordOf(gone), lie}}) {
        LedgerBook book(world.root().key().publicKey());
        takeAllBut(book, gone);
        for (const auto& record : records)
            ASSERT_TRUE(book.ledger().recordWithheld(record));
        dumps.push_back(orThrow(book.ledger().dump()));
        ASSERT_TRUE(book.ledger().refold());
        dumps.push_back(orThrow(book.ledger().dump()));
    }
    for (const auto& dump : dumps)
        EXPECT_EQ(dump, dumps.front());
}

} // namespace
} // namespace teken::test
