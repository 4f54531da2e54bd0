#include "core/audit/verify_all.h"
#include "tests/unit/audit/evidence.h"

#include <gtest/gtest.h>

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

} // namespace
} // namespace teken::audit
