// Any order, repetition and split of the same entries gives the state of one full refold, byte for byte.
// Worlds come from seeds: a failure names the seed and the smallest size at which it still fails.
#include "core/base/files.h"
#include "core/ledger/fold.h"
#include "core/ledger/oracle.h"
#include "core/store/book.h"
#include "core/store/ledger_tables.h"
#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/ledger/fact_world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <sstream>

namespace teken::test {
namespace {

using ledger::Fold;

using Facts = std::vector<EntryFact>;
using Batches = std::vector<Facts>;

/// A book whose tables can be filled and emptied again without touching the disk: every run is rolled back.
class Bench {
public:
    Bench()
        : m_book(*store::Book::create(m_folder / "buku.teken", store::Protection::Open,
                                      {m_clock, m_random, m_files, {}})) {}

    /// Folds batch by batch; each batch is settled before the next one comes.
    std::string dumpOf(const Batches& batches, const FeedId& root,
                       const std::function<bool(const EntryFact&)>& accepts) {
        std::string text;
        const auto run = [&](store::Transaction& transaction) -> Result<> {
            Fold fold(m_book->ledger(), transaction, root);
            for (const auto& batch : batches) {
                for (const auto& fact : batch)
                    if (accepts(fact))
                        TEKEN_CHECK(fold.add(fact));
                TEKEN_CHECK(fold.settle());
            }
            TEKEN_TRY(text, ledger::dumpTables(m_book->ledger()));
            return fail(ErrorCode::Cancelled, "test.roll-back", "done");
        };
        const auto done = m_book->write(run);
        if (done || done.error().code != ErrorCode::Cancelled)
            ADD_FAILURE() << (done ? "not rolled back" : describe(done.error()));
        return text;
    }

private:
    TemporaryFolder m_folder;
    FakeClock m_clock;
    SeededRandom m_random;
    PosixFileSystem m_files;
    std::unique_ptr<store::Book> m_book;
};

enum class Order { AsMade, Shuffled, Reversed, FeedByFeed };

/// One way the facts may arrive: ordered, split, some of them twice.
Batches arrival(Facts facts, Order order, std::mt19937_64& random) {
    const auto original = facts;
    for (std::size_t i = 0; i < original.size() / 5; ++i)
        facts.push_back(original[random() % original.size()]);
    if (order == Order::Shuffled)
        std::shuffle(facts.begin(), facts.end(), random);
    if (order == Order::Reversed)
        std::reverse(facts.begin(), facts.end());
    if (order == Order::FeedByFeed) {
        const auto key = static_cast<std::uint8_t>(random());
        std::stable_sort(facts.begin(), facts.end(), [key](const EntryFact& a, const EntryFact& b) {
            return (a.feed.bytes[0] ^ key) < (b.feed.bytes[0] ^ key);
        });
    }
    Batches batches(1);
    const auto most = 1 + random() % 12;
    for (auto& fact : facts) {
        batches.back().push_back(std::move(fact));
        if (batches.back().size() >= 1 + random() % most)
            batches.emplace_back();
    }
    return batches;
}

const auto kAcceptAll = [](const EntryFact&) { return true; };

/// Empty if all is well.
std::string check(Bench& bench, std::uint64_t seed, std::size_t size) {
    const FactWorld world(seed, size);
    std::mt19937_64 random(seed ^ 0x9E3779B97F4A7C15ULL);
    const auto expected = ledger::dump(ledger::refoldAll(world.facts(), world.root()));
    const auto order = static_cast<Order>(random() % 4);
    const auto found = bench.dumpOf(arrival(world.facts(), order, random), world.root(), kAcceptAll);
    if (found == expected)
        return {};
    const auto [a, b] = std::mismatch(found.begin(), found.end(), expected.begin(), expected.end());
    const auto lineAt = [](const std::string& text, std::ptrdiff_t at) {
        const auto from = text.rfind('\n', static_cast<std::size_t>(at)) + 1;
        return text.substr(from, text.find('\n', static_cast<std::size_t>(at)) - from);
    };
    std::ostringstream why;
    why << "seed " << seed << ", size " << size << ", order " << static_cast<int>(order)
        << "\n found:    " << lineAt(found, a - found.begin())
        << "\n expected: " << lineAt(expected, b - expected.begin());
    return why.str();
}

/// Shrinks by size: the smallest world of the same seed that still fails says most.
std::string shrink(Bench& bench, std::uint64_t seed, std::size_t size) {
    for (std::size_t smaller = 6; smaller < size; ++smaller)
        if (auto why = check(bench, seed, smaller); !why.empty())
            return why;
    return check(bench, seed, size);
}

std::uint64_t casesToRun() {
    const char* asked = std::getenv("TEKEN_PROPERTY_CASES");
    return asked != nullptr ? std::strtoull(asked, nullptr, 10) : 3000;
}

TEST(FoldProperty, AnyOrderSplitAndRepetitionGivesTheStateOfOneRefold) {
    Bench bench;
    for (std::uint64_t seed = 1; seed <= casesToRun(); ++seed) {
        const auto size = 10 + seed % 70;
        if (!check(bench, seed, size).empty())
            FAIL() << shrink(bench, seed, size);
    }
}

TEST(FoldProperty, HoldsForLargeWorldsToo) {
    Bench bench;
    for (std::uint64_t seed = 1; seed <= casesToRun() / 100; ++seed)
        if (!check(bench, 1'000'000 + seed, 400).empty())
            FAIL() << shrink(bench, 1'000'000 + seed, 400);
}

/// The canary: a fold that keeps the first entry that arrives under a number, and drops the fork. If the
/// worlds or the comparison were too tame to notice that, this test would say so.
TEST(FoldProperty, NoticesAFoldInWhichTheFirstArrivalWins) {
    Bench bench;
    int noticed = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const FactWorld world(seed, 60);
        std::mt19937_64 random(seed);
        std::set<std::pair<FeedId, ledger::Seq>> taken;
        const auto firstWins = [&](const EntryFact& fact) {
            return taken.insert({fact.feed, fact.seq}).second;
        };
        const auto found =
            bench.dumpOf(arrival(world.facts(), Order::Shuffled, random), world.root(), firstWins);
        noticed += found == ledger::dump(ledger::refoldAll(world.facts(), world.root())) ? 0 : 1;
    }
    EXPECT_GT(noticed, 50);
}

/// A quieter canary: the order of arrival only chooses between two decisions on one fork or person.
TEST(FoldProperty, NoticesAFoldInWhichTheFirstDecisionWins) {
    Bench bench;
    int noticed = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const FactWorld world(seed, 80);
        std::mt19937_64 random(seed);
        std::map<std::pair<std::optional<Digest>, std::vector<PersonId>>, EntryId> decided;
        const auto firstDecides = [&](const EntryFact& fact) {
            return fact.kind != Kind::Decide ||
                   decided.try_emplace({fact.subject, fact.persons}, fact.id).first->second == fact.id;
        };
        const auto found =
            bench.dumpOf(arrival(world.facts(), Order::Shuffled, random), world.root(), firstDecides);
        noticed += found == ledger::dump(ledger::refoldAll(world.facts(), world.root())) ? 0 : 1;
    }
    EXPECT_GT(noticed, 20);
}

/// Worlds in which hardly anything counts would prove little: this counts what they hold.
TEST(FoldProperty, ItsWorldsAreRichEnough) {
    std::map<ledger::Verdict, int> verdicts;
    std::map<std::string, int> seen;
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        const FactWorld world(seed, 20 + seed % 100);
        const auto state = ledger::refoldAll(world.facts(), world.root());
        for (const auto& fact : state.facts)
            ++verdicts[fact.ruling.verdict];
        for (const auto& [key, person] : state.persons) {
            seen["duplicate"] += person.state.duplicate;
            seen["decided"] += person.state.signatures.size() > 1 && !person.state.duplicate;
            seen["decision conflict"] += person.state.decisionConflict;
            seen["matched"] += person.state.matchedTo.has_value();
            seen["match conflict"] += person.state.matchConflict;
            seen["change conflict"] += person.state.changeConflict;
            seen["added"] += person.state.added;
        }
        for (const auto& [key, session] : state.sessions) {
            seen["voided"] += session.voided > 0;
            for (const auto& desk : session.desks) {
                seen["closed desk"] += desk.closing.has_value();
                seen["desk that cannot be compared"] += !desk.comparable;
                seen["minutes"] += !desk.minutesSignedBy.empty();
            }
        }
        for (const auto& [id, feed] : state.feeds)
            seen["fork"] += feed.forkedAt.has_value();
        for (const auto& [id, drive] : state.drives)
            seen["roster conflict"] += !drive.rosterConflict.empty();
    }
    for (int verdict = 0; verdict <= static_cast<int>(ledger::Verdict::Revoked); ++verdict)
        EXPECT_GT(verdicts[static_cast<ledger::Verdict>(verdict)], 20)
            << verdictName(static_cast<ledger::Verdict>(verdict));
    for (const char* what : {"duplicate", "decided", "decision conflict", "matched", "match conflict",
                             "change conflict", "added", "voided", "closed desk",
                             "desk that cannot be compared", "minutes", "fork", "roster conflict"})
        EXPECT_GT(seen[what], 3) << what;
}

} // namespace
} // namespace teken::test
