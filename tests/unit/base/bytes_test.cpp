#include "core/base/bytes.h"

#include <gtest/gtest.h>

#include <type_traits>
#include <unordered_set>

namespace teken {
namespace {

// The compiler is the guard here: a feed is not an entry, whatever their bytes.
static_assert(!std::is_convertible_v<EntryId, FeedId>);
static_assert(!std::is_convertible_v<PersonId, SessionId>);
static_assert(!std::is_convertible_v<PublicKey, RecipientKey>);
static_assert(sizeof(EntryId) == 32 && sizeof(Signature) == 64 && sizeof(PersonId) == 16);

TEST(FixedBytes, ReadsItsOwnHexAgain) {
    const auto id = PersonId::fromHex("000102030405060708090a0b0c0d0e0f");
    ASSERT_TRUE(id);
    EXPECT_EQ(id->hex(), "000102030405060708090a0b0c0d0e0f");
    EXPECT_EQ(id->view()[15], 0x0f);
}

TEST(FixedBytes, RefusesHexOfAnotherLengthOrCase) {
    EXPECT_FALSE(PersonId::fromHex(""));
    EXPECT_FALSE(PersonId::fromHex("000102030405060708090a0b0c0d0e"));
    EXPECT_FALSE(PersonId::fromHex("000102030405060708090a0b0c0d0e0f10"));
    EXPECT_FALSE(PersonId::fromHex("000102030405060708090A0B0C0D0E0F"));
}

TEST(FixedBytes, RefusesBytesOfAnotherLengthAndSaysBoth) {
    EXPECT_TRUE(Salt::fromBytes(Bytes(16)));
    const auto tooFew = Salt::fromBytes(Bytes(15));
    ASSERT_FALSE(tooFew);
    EXPECT_EQ(tooFew.error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(tooFew.error().message, "expected 16 bytes, found 15");
    EXPECT_FALSE(Salt::fromBytes(Bytes(17)));
    EXPECT_FALSE(Salt::fromBytes({}));
}

TEST(FixedBytes, IsZeroOnlyIfEveryByteIs) {
    EXPECT_TRUE(Digest{}.isZero());
    for (std::size_t i = 0; i < Digest::kSize; ++i) {
        Digest digest;
        digest.bytes[i] = 1;
        EXPECT_FALSE(digest.isZero()) << i;
    }
}

TEST(FixedBytes, OrdersAsItsHexText) {
    const auto low = *Salt::fromHex("0000000000000000000000000000007f");
    const auto middle = *Salt::fromHex("00000000000000000000000000000080");
    const auto high = *Salt::fromHex("80000000000000000000000000000000");
    EXPECT_LT(low, middle);
    EXPECT_LT(middle, high);
    EXPECT_LT(low.hex(), middle.hex());
    EXPECT_LT(middle.hex(), high.hex());
}

TEST(FixedBytes, ServesAsAHashKey) {
    std::unordered_set<EntryId> set;
    EntryId id;
    for (int i = 0; i < 100; ++i) {
        id.bytes[31] = static_cast<std::uint8_t>(i); // differs only in its tail: the hash may not lose it
        set.insert(id);
    }
    EXPECT_EQ(set.size(), 100U);
    EXPECT_TRUE(set.contains(id));
    EXPECT_FALSE(set.contains(EntryId{{1}}));
}

TEST(Bytes, KeepZeroBytesAndHighBytesOfATextAndBack) {
    const std::string text{"a\0\xff", 3};
    EXPECT_EQ(toBytes(text), (Bytes{'a', 0, 0xff}));
    EXPECT_EQ(textOf(toBytes(text)), text);
    EXPECT_TRUE(view("").empty());
}

} // namespace
} // namespace teken
