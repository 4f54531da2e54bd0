#include "core/crypto/keys.h"

#include "core/crypto/random.h"
#include "tests/support/fakes.h"
#include "tests/unit/crypto/mutations.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace teken::crypto {
namespace {

static_assert(!std::is_copy_constructible_v<SigningKey> && !std::is_copy_assignable_v<SigningKey>);

SigningKey someKey(std::uint64_t seed = 1) {
    test::SeededRandom random(seed);
    return SigningKey::generate(random);
}

TEST(SigningKey, SignsWhatItsPublicKeyVerifies) {
    const SigningKey key = someKey();
    for (const std::string text : {"", "a", "a whole payload with \xc3\xa9"})
        EXPECT_TRUE(verify(key.publicKey(), view(text), key.sign(view(text))));
}

TEST(SigningKey, SignsTheSameMessageTheSameWay) {
    const SigningKey key = someKey();
    EXPECT_EQ(key.sign(view("x")), key.sign(view("x")));
    EXPECT_NE(key.sign(view("x")), key.sign(view("y")));
}

TEST(SigningKey, ComesBackFromItsSeed) {
    const SigningKey key = someKey();
    const auto again = SigningKey::fromSeed(key.seed().view());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->publicKey(), key.publicKey());
    EXPECT_EQ(again->feedId(), key.feedId());
    EXPECT_EQ(again->sign(view("x")), key.sign(view("x")));
}

TEST(SigningKey, RefusesSeedsOfAnotherLength) {
    for (const std::size_t size : {0U, 31U, 33U, 64U}) {
        const auto key = SigningKey::fromSeed(Bytes(size));
        ASSERT_FALSE(key) << size;
        EXPECT_EQ(key.error().code, ErrorCode::InvalidInput);
        EXPECT_EQ(key.error().reason, "crypto.seed-length");
    }
}

TEST(SigningKey, DiffersFromTheNextOne) {
    SystemRandom random;
    EXPECT_NE(SigningKey::generate(random).publicKey(), SigningKey::generate(random).publicKey());
}

TEST(SigningKeyDeathTest, DoesNotSignOnceMovedAway) {
    SigningKey key = someKey();
    const SigningKey owner = std::move(key);
    EXPECT_TRUE(verify(owner.publicKey(), view("x"), owner.sign(view("x"))));
    EXPECT_DEATH((void)key.sign(view("x")), "moved-from"); // NOLINT: the point of the test
}

TEST(Verify, RefusesAnyChangeOfTheSignature) {
    const SigningKey key = someKey();
    const Signature good = key.sign(view("message"));
    for (std::size_t i = 0; i < Signature::kSize; ++i)
        for (int bit = 0; bit < 8; ++bit) {
            Signature spoilt = good;
            spoilt.bytes[i] = static_cast<std::uint8_t>(spoilt.bytes[i] ^ 1U << bit);
            ASSERT_FALSE(verify(key.publicKey(), view("message"), spoilt)) << i << " " << bit;
        }
    EXPECT_FALSE(verify(key.publicKey(), view("message"), Signature{}));
}

TEST(Verify, RefusesAnyChangeOfTheMessage) {
    const SigningKey key = someKey();
    const Bytes message = toBytes("Saya berjanji");
    const Signature signature = key.sign(message);
    test::forEachMutation(message, [&](const Bytes& spoilt, const std::string& what) {
        EXPECT_FALSE(verify(key.publicKey(), spoilt, signature)) << what;
    });
}

TEST(Verify, RefusesAnyChangeOfTheKeyAndAnotherKey) {
    const SigningKey key = someKey();
    const Signature signature = key.sign(view("message"));
    for (std::size_t i = 0; i < PublicKey::kSize; ++i)
        for (int bit = 0; bit < 8; ++bit) {
            PublicKey spoilt = key.publicKey();
            spoilt.bytes[i] = static_cast<std::uint8_t>(spoilt.bytes[i] ^ 1U << bit);
            ASSERT_FALSE(verify(spoilt, view("message"), signature)) << i << " " << bit;
        }
    EXPECT_FALSE(verify(someKey(2).publicKey(), view("message"), signature));
}

// All encodings of points whose order divides eight, canonical or not: with such a key anyone can sign for
// it.
constexpr const char* kSmallOrderKeys[] = {
    "0100000000000000000000000000000000000000000000000000000000000000", // order 1
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // order 2
    "0000000000000000000000000000000000000000000000000000000000000000", // order 4
    "0000000000000000000000000000000000000000000000000000000000000080", // order 4
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", // order 8
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85", // order 8
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a", // order 8
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa", // order 8
    "0100000000000000000000000000000000000000000000000000000000000080", // order 1, sign of zero set
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", // order 2, sign of zero set
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // p: another zero
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // p + 1: another one
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"};

TEST(VetPublicKey, RefusesKeysOfSmallOrder) {
    for (const char* text : kSmallOrderKeys)
        EXPECT_FALSE(vetPublicKey(*PublicKey::fromHex(text))) << text;
}

TEST(Verify, RefusesSignaturesUnderKeysOfSmallOrder) {
    // R of small order and S = 0 satisfy the equation for one message in eight, or for all.
    for (const char* key : kSmallOrderKeys)
        for (const char* point : kSmallOrderKeys) {
            Signature signature;
            const auto r = *PublicKey::fromHex(point);
            std::copy(r.bytes.begin(), r.bytes.end(), signature.bytes.begin());
            for (const std::string message : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"})
                ASSERT_FALSE(verify(*PublicKey::fromHex(key), view(message), signature))
                    << key << " " << point;
        }
}

TEST(VetPublicKey, RefusesPointsOfMixedOrder) {
    // The base point plus each of the seven other points of the small subgroup (CVE-2025-69277: the one of
    // order two passed).
    for (const char* text : {"98519eadf35b995233b51b5cd23e9cc5a28b639b5a4af0ec903cb960d81b7819",
                             "9bad33f580df7ecc49df5342bac8145d5bedc40f573d1b067f3c4ce449689a15",
                             "da99e28ba529cdde35a25fba9059e78ecaee239f99755b9b1aa4f65df00803e2",
                             "9599999999999999999999999999999999999999999999999999999999999999",
                             "55ae61520ca466adcc4ae4a32dc1633a5d749c64a5b50f136fc3469f27e487e6",
                             "5252cc0a7f208133b620acbd4537eba2a4123bf0a8c2e4f980c3b31bb69765ea",
                             "13661d745ad63221ca5da0456fa618713511dc60668aa464e55b09a20ff7fc1d"})
        EXPECT_FALSE(vetPublicKey(*PublicKey::fromHex(text))) << text;
}

TEST(VetPublicKey, RefusesWhatIsNoPointOrNotInShortestForm) {
    EXPECT_FALSE(vetPublicKey(
        *PublicKey::fromHex("0200000000000000000000000000000000000000000000000000000000000000"))); // no x
    EXPECT_FALSE(vetPublicKey(
        *PublicKey::fromHex("f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"))); // p + 3
    EXPECT_FALSE(vetPublicKey(
        *PublicKey::fromHex("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")));
}

TEST(VetPublicKey, AcceptsTheBasePointAndGeneratedKeys) {
    EXPECT_TRUE(vetPublicKey(
        *PublicKey::fromHex("5866666666666666666666666666666666666666666666666666666666666666")));
    for (std::uint64_t seed = 0; seed < 64; ++seed)
        EXPECT_TRUE(vetPublicKey(someKey(seed).publicKey())) << seed;
}

TEST(Start, MayBeCalledAgain) {
    EXPECT_TRUE(start());
    EXPECT_TRUE(start());
}

TEST(SystemRandom, FillsEveryByteSoonerOrLater) {
    SystemRandom random;
    std::array<std::uint8_t, 32> seen{};
    for (int i = 0; i < 20; ++i) {
        std::array<std::uint8_t, 32> bytes{};
        random.fill(bytes);
        for (std::size_t k = 0; k < bytes.size(); ++k)
            seen[k] = static_cast<std::uint8_t>(seen[k] | bytes[k]);
    }
    for (const auto byte : seen)
        EXPECT_NE(byte, 0);
    EXPECT_NE(random.make<Nonce>(), random.make<Nonce>());
}

} // namespace
} // namespace teken::crypto
