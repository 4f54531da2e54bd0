#include "core/audit/verify_all.h"
#include "tests/unit/audit/evidence.h"

#include <gtest/gtest.h>

#include <atomic>

namespace teken::audit {
namespace {

void makeMany(test::Evidence& evidence, std::size_t count) {
    evidence.officer().openSession();
    for (std::size_t n = 0; n < count; ++n)
        evidence.sign(evidence.officer(), evidence.person(n % 20));
}

TEST(VerifyAll, HandsEverythingBackInStoredOrderWhateverTheNumberOfThreads) {
    test::Evidence evidence;
    makeMany(evidence, 1'500);
    auto& book = evidence.book();
    for (const unsigned threads : {1U, 2U, 5U}) {
        std::uint64_t last = 0;
        ASSERT_TRUE(verifyAll(book.entries(), threads, [&](Verified&& one) -> Result<> {
            EXPECT_EQ(one.order, last + 1);
            EXPECT_TRUE(one.entry.has_value());
            last = one.order;
            return {};
        }));
        EXPECT_EQ(last, evidence.world.all().size());
    }
}

TEST(VerifyAll, StopsAtTheFirstErrorOfItsCaller) {
    test::Evidence evidence;
    makeMany(evidence, 1'500);
    std::uint64_t seen = 0;
    const auto stopped = verifyAll(evidence.book().entries(), 3, [&](Verified&&) -> Result<> {
        return ++seen < 700 ? Result<>{} : fail(ErrorCode::Cancelled, "test.enough", "enough");
    });
    EXPECT_EQ(stopped.error().reason, "test.enough");
    EXPECT_EQ(seen, 700U);
}

/// Gives pieces of three beats, then fails or ends.
Conveyor::Read beats(std::size_t pieces, bool fails) {
    return [left = pieces, fails]() mutable -> Result<std::vector<Incoming>> {
        if (left == 0 && fails)
            return fail(ErrorCode::Corrupt, "test.unreadable", "no more can be read");
        return std::vector<Incoming>(left == 0 ? 0 : (--left, 3));
    };
}

TEST(Conveyor, GivesEverythingThatWasReadAndThenTheError) {
    for (const unsigned threads : {1U, 4U})
        for (const bool fails : {false, true}) {
            Conveyor conveyor(threads, beats(200, fails));
            std::size_t seen = 0;
            auto next = conveyor.next();
            for (; next && *next; next = conveyor.next())
                ++seen;
            EXPECT_EQ(seen, 600U);
            EXPECT_EQ(next.has_value(), !fails);
            if (fails) {
                EXPECT_EQ(conveyor.next().error().reason, "test.unreadable") << "and again";
            }
        }
}

TEST(Conveyor, MayBeDroppedHalfWayAndReadsNoFurtherThanItsShare) {
    std::atomic<std::size_t> read = 0;
    {
        Conveyor conveyor(4, [&]() -> Result<std::vector<Incoming>> {
            ++read;
            return std::vector<Incoming>(1);
        });
        for (int i = 0; i < 10; ++i)
            EXPECT_TRUE(test::orThrow(conveyor.next()).has_value());
    }
    EXPECT_LE(read, 10U + 4 * 16);
}

} // namespace
} // namespace teken::audit
