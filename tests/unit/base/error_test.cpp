#include "core/base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <set>

namespace teken {
namespace {

Result<int> half(int number) {
    if (number % 2 != 0)
        return fail(ErrorCode::InvalidInput, "test.odd", "expected an even number", "here");
    return number / 2;
}

Result<int> quarter(int number) {
    TEKEN_TRY(const int once, half(number));
    TEKEN_TRY(const int twice, half(once));
    return twice;
}

Result<> onlyEven(int number, bool& reachedEnd) {
    TEKEN_CHECK(half(number));
    reachedEnd = true;
    return {};
}

Result<std::unique_ptr<int>> owned(int number) {
    TEKEN_TRY(const int value, half(number));
    return std::make_unique<int>(value);
}

TEST(Try, GoesOnWithTheValue) {
    EXPECT_EQ(quarter(12).value(), 3);
}

TEST(Try, ReturnsTheFirstErrorUnchanged) {
    const auto result = quarter(6); // half of it is odd
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error(),
              (Error{ErrorCode::InvalidInput, "test.odd", "expected an even number", "here"}));
}

TEST(Try, MovesValuesThatCannotBeCopied) {
    const auto outer = []() -> Result<int> {
        TEKEN_TRY(const auto pointer, owned(10));
        return *pointer;
    };
    EXPECT_EQ(outer().value(), 5);
}

TEST(Check, StopsTheFunctionOnlyOnError) {
    bool reachedEnd = false;
    EXPECT_TRUE(onlyEven(2, reachedEnd));
    EXPECT_TRUE(reachedEnd);
    reachedEnd = false;
    EXPECT_FALSE(onlyEven(3, reachedEnd));
    EXPECT_FALSE(reachedEnd);
}

TEST(Error, DescribesItselfInOneLine) {
    EXPECT_EQ(describe({ErrorCode::NotFound, "files.missing", "cannot open", "a.csv"}),
              "files.missing: cannot open (a.csv)");
    EXPECT_EQ(describe({ErrorCode::NotFound, "files.missing", "cannot open", ""}),
              "files.missing: cannot open");
}

TEST(Error, GivesEachCodeANameOfItsOwn) {
    std::set<std::string_view> names;
    const int count = static_cast<int>(ErrorCode::Internal) + 1;
    for (int code = 0; code < count; ++code)
        names.insert(name(static_cast<ErrorCode>(code)));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(count));
    EXPECT_FALSE(names.contains(""));
    EXPECT_EQ(name(ErrorCode::VerificationFailed), "VerificationFailed");
}

TEST(AssertDeathTest, EndsTheProgramWithTheReasonInReleaseBuildsToo) {
    TEKEN_ASSERT(1 + 1 == 2, "sums hold");
    EXPECT_DEATH(TEKEN_ASSERT(1 + 1 == 3, "sums hold"), "assertion failed: sums hold");
}

} // namespace
} // namespace teken
