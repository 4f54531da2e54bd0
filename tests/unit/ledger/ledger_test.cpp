// The ledger over a real book: transactions, repetition, opening again, the property with signed entries.
#include "tests/unit/ledger/ledger_fixture.h"

#include "core/store/journal.h"
#include "core/store/ledger_tables.h"

#include <algorithm>
#include <random>

namespace teken::test {
namespace {

using ledger::Fate;
using ledger::Ledger;

class Record : public LedgerTest {};

TEST_F(Record, AnswersEachEntryByItsFate) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    LedgerBook book(world.root().key().publicKey());
    const auto all = world.all();
    EXPECT_EQ(book.take(all), std::vector(all.size(), Fate::Stored));
    EXPECT_EQ(book.take(all), std::vector(all.size(), Fate::Duplicate));
    EXPECT_EQ(book.take({all.front(), all.front()}), std::vector(2, Fate::Duplicate));
    EXPECT_TRUE(book.take({}).empty());
}

TEST_F(Record, RunsTheCallersWorkInTheSameTransactionAfterTheFold) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    fold();
    const std::vector made{officer.sign(World::person(1))};
    LedgerBook book(world.root().key().publicKey());
    auto before = world.all();
    before.pop_back();
    book.take(before);
    bool seen = false;
    const auto also = [&](store::Transaction& transaction) -> Result<> {
        seen = orThrow(book.ledger().person(world.drive(), World::person(1))).status ==
               ledger::PersonStatus::Signed;
        return book.book().settings().put(transaction, "catatan", "ada");
    };
    ASSERT_TRUE(book.ledger().record(made, also));
    EXPECT_TRUE(seen);
    EXPECT_EQ(orThrow(book.book().settings().get("catatan")), "ada");
}

TEST_F(Record, ThatFailsLeavesNothingBehind) {
    LedgerBook book(world.root().key().publicKey());
    const auto before = orThrow(book.ledger().dump());
    const auto refuse = [](store::Transaction&) -> Result<> {
        return fail(ErrorCode::NoSpace, "test.full", "no room");
    };
    EXPECT_EQ(book.ledger().record(world.all(), refuse).error().reason, "test.full");
    EXPECT_EQ(orThrow(book.ledger().dump()), before);
    EXPECT_EQ(orThrow(book.book().entries().count()), 0U);
    book.take(world.all());
    EXPECT_EQ(orThrow(book.ledger().dump()), orThrow(fold().dump()));
}

TEST_F(Record, OfAnUnknownKindIsKeptAndCounted) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    fold();
    // What a newer version might write: this one cannot encode it, so the payload is made by hand.
    auto note = officer.note("hujan");
    std::string text(textOf(note.raw.payload));
    text.replace(text.find("\"kind\":\"note\""), 13, "\"kind\":\"poem\"");
    entry::Entry raw;
    raw.key = officer.key().publicKey();
    raw.payload = toBytes(text);
    raw.signature = officer.key().sign(entry::preAuthEncoding(entry::kPayloadType, raw.payload));
    const auto poem = orThrow(entry::verifyEntry(raw));
    LedgerBook book(world.root().key().publicKey());
    auto all = world.all();
    all.back() = poem;
    EXPECT_EQ(book.take(all).back(), Fate::Unknown);
    EXPECT_EQ(orThrow(book.ledger().drive(world.drive())).unknownKinds, 1U);
    EXPECT_EQ(orThrow(book.ledger().verdict(poem.id)), ledger::Verdict::Unknown);
    EXPECT_FALSE(orThrow(book.ledger().counts(poem.id)));
}

TEST_F(Record, QuestionsAboutUnknownThingsAreAnswered) {
    EXPECT_EQ(fold().counts(world.random.make<EntryId>()).error().code, ErrorCode::NotFound);
    EXPECT_FALSE(orThrow(fold().feed(world.random.make<FeedId>())).has_value());
}

TEST_F(Record, BookIsFoldedAnewForAnotherRoot) {
    fold();
    LedgerBook book(world.root().key().publicKey());
    book.take(world.all());
    const auto stranger = world.random.make<PublicKey>();
    const auto other = orThrow(Ledger::open(book.book(), stranger));
    EXPECT_TRUE(orThrow(other->drives()).empty());
    const auto again = orThrow(Ledger::open(book.book(), world.root().key().publicKey()));
    EXPECT_EQ(orThrow(again->dump()), orThrow(fold().dump()));
}

TEST_F(Record, EntriesStoredWithoutTheLedgerAreFoldedWhenItOpens) {
    LedgerBook book(world.root().key().publicKey());
    auto officer = &world.certifyOfficer();
    officer->openSession();
    officer->sign(World::person(1));
    ASSERT_TRUE(book.book().write([&](store::Transaction& transaction) -> Result<> {
        for (const auto& made : world.all()) {
            const auto put = book.book().entries().put(transaction, made);
            if (!put)
                return fail(put.error());
        }
        return {};
    }));
    book.reopen();
    EXPECT_EQ(orThrow(book.ledger().dump()), orThrow(fold().dump()));
}

TEST_F(Record, LockedBookIsNotOpened) {
    TemporaryFolder folder;
    PosixFileSystem files;
    const store::BookSeams seams{world.clock, world.random, files, {}};
    auto book = orThrow(store::Book::create(folder / "segel.teken", store::Protection::Sealed, seams));
    const auto opened = Ledger::open(*book, world.root().key().publicKey());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::Locked);
}

TEST_F(Record, RowsHoldNoTextOfPeople) {
    auto& officer = world.certifyOfficer("Nama Petugas Rahasia");
    officer.openSession();
    officer.addPerson(World::person(900), "Nama Orang Rahasia");
    fold();
    LedgerBook book(world.root().key().publicKey());
    book.take(world.all());
    std::string all;
    ASSERT_TRUE(book.book().ledger().eachFact([&](const store::FactRow& row) -> Result<> {
        all += textOf(row.detail);
        return {};
    }));
    ASSERT_FALSE(all.empty());
    for (const char* secret : {"Rahasia", "Pendopo", "Pimpinan", "Saksi"})
        EXPECT_EQ(all.find(secret), std::string::npos) << secret;
}

/// A busy world with real keys: what the property test does with facts, once more through the whole store,
/// with the book closed and opened in the middle.
void makeBusy(World& world, std::mt19937_64& random) {
    auto& second = world.certifyAdmin("Admin dua");
    std::vector<Officer*> officers;
    for (int i = 0; i < 3; ++i) {
        officers.push_back(&world.certifyOfficer("Petugas", {"*"}, i == 2 ? &second : nullptr));
        officers.back()->openSession(i == 0 ? std::nullopt : std::optional(officers[0]->session()));
    }
    std::vector<entry::VerifiedEntry> made;
    for (int i = 0; i < 40; ++i) {
        auto& officer = *officers[random() % officers.size()];
        const auto person = World::person(static_cast<std::uint32_t>(random() % 6));
        switch (random() % 12) {
        case 0:
            officer.rewindTo(1 + random() % officer.head().seq);
            break;
        case 1:
            if (!made.empty())
                officer.voidEntry(made[random() % made.size()].id);
            break;
        case 2:
            world.revokeOfficer(officer, 1 + random() % officer.head().seq,
                                random() % 2 == 0 ? &second : nullptr);
            break;
        case 3:
            if (!made.empty())
                world.admin().append(entry::Admit{officer.id(), {made[random() % made.size()].id}, "jujur"});
            break;
        case 4:
            officer.absent({person, World::person(99)});
            break;
        case 5:
            officer.addPerson(World::person(900 + static_cast<std::uint32_t>(random() % 2)));
            break;
        case 6:
            second.append(entry::Match{World::person(900), person, {}});
            break;
        default:
            made.push_back(officer.sign(person));
        }
    }
    for (auto* officer : officers)
        officer->closeSession();
}

TEST(LedgerProperty, HoldsThroughTheWholeStoreAndAcrossReopening) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        std::mt19937_64 random(seed);
        World world(seed);
        world.begin();
        makeBusy(world, random);
        std::vector<ledger::EntryFact> facts;
        for (const auto& made : world.all())
            facts.push_back(ledger::factOf(made.id, made.payload));
        const auto expected = ledger::dump(ledger::refoldAll(facts, world.root().id()));

        auto arriving = world.all();
        arriving.insert(arriving.end(), world.all().begin(), world.all().begin() + 10);
        std::shuffle(arriving.begin(), arriving.end(), random);
        LedgerBook book(world.root().key().publicKey());
        for (std::size_t from = 0; from < arriving.size();) {
            const auto size = std::min<std::size_t>(1 + random() % 9, arriving.size() - from);
            book.take({arriving.begin() + static_cast<std::ptrdiff_t>(from),
                       arriving.begin() + static_cast<std::ptrdiff_t>(from + size)});
            from += size;
            if (random() % 6 == 0)
                book.reopen();
        }
        ASSERT_EQ(orThrow(book.ledger().dump()), expected) << "seed " << seed;
        ASSERT_TRUE(book.ledger().refold());
        ASSERT_EQ(orThrow(book.ledger().dump()), expected) << "refold, seed " << seed;
    }
}

} // namespace
} // namespace teken::test
