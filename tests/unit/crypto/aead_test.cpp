#include "core/crypto/aead.h"

#include "core/crypto/random.h"
#include "tests/unit/crypto/mutations.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace teken::crypto {
namespace {

class FixedNonce final : public RandomSource {
public:
    explicit FixedNonce(Bytes bytes) : m_bytes(std::move(bytes)) {}
    void fill(std::span<std::uint8_t> into) override {
        ASSERT_EQ(into.size(), m_bytes.size());
        std::copy(m_bytes.begin(), m_bytes.end(), into.begin());
    }

private:
    Bytes m_bytes;
};

SecretBytes keyOf(std::uint8_t fill) {
    return SecretBytes::copyOf(Bytes(kSealKeyBytes, fill));
}

Bytes hex(std::string_view text) {
    return decodeHex(text).value();
}

// draft-irtf-cfrg-xchacha-03, appendix A.3.1.
TEST(Seal, AgreesWithTheExampleOfTheDraft) {
    const auto key =
        SecretBytes::copyOf(hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"));
    FixedNonce nonce(hex("404142434445464748494a4b4c4d4e4f5051525354555657"));
    const Bytes context = hex("50515253c0c1c2c3c4c5c6c7");
    const std::string plain =
        "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for "
        "the future, sunscreen would be it.";
    const Bytes sealed = seal(key, nonce, view(plain), context);
    EXPECT_EQ(encodeHex(sealed), "404142434445464748494a4b4c4d4e4f5051525354555657"
                                 "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
                                 "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
                                 "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
                                 "21f9664c97637da9768812f615c68b13b52e"
                                 "c0875924c1c7987947deafd8780acf49");
    EXPECT_EQ(textOf(open(key, sealed, context).value()), plain);
}

TEST(Seal, OpensWithTheSameKeyAndContextOnly) {
    SystemRandom random;
    const auto sealed = seal(keyOf(1), random, view("a name"), view("persons/name/7"));
    EXPECT_EQ(textOf(open(keyOf(1), sealed, view("persons/name/7")).value()), "a name");
    for (const auto& opened : {open(keyOf(2), sealed, view("persons/name/7")),
                               open(keyOf(1), sealed, view("persons/name/8")), open(keyOf(1), sealed, {})}) {
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().code, ErrorCode::VerificationFailed);
        EXPECT_EQ(opened.error().reason, "crypto.seal-broken");
    }
}

TEST(Seal, DoesNotOpenAfterAnyChange) {
    SystemRandom random;
    const auto key = keyOf(1);
    const Bytes sealed = seal(key, random, view("payload of one entry"), view("entries/1"));
    int tried = 0;
    test::forEachMutation(sealed, [&](const Bytes& spoilt, const std::string& what) {
        const auto opened = open(key, spoilt, view("entries/1"));
        ASSERT_FALSE(opened) << what;
        EXPECT_EQ(opened.error().reason, "crypto.seal-broken") << what;
        EXPECT_FALSE(openSecret(key, spoilt, view("entries/1"))) << what;
        ++tried;
    });
    EXPECT_GT(tried, static_cast<int>(sealed.size()) * 10);
}

TEST(Seal, KeepsTheEmptyTextApartFromNothing) {
    SystemRandom random;
    const Bytes sealed = seal(keyOf(1), random, {}, {});
    EXPECT_EQ(sealed.size(), kSealOverhead);
    EXPECT_TRUE(open(keyOf(1), sealed, {}).value().empty());
    EXPECT_FALSE(open(keyOf(1), {}, {}));
}

TEST(Seal, NeverLooksTheSameTwiceAndAddsItsOverheadOnly) {
    SystemRandom random;
    const Bytes plain(1000, 'x');
    const Bytes first = seal(keyOf(1), random, plain, {});
    const Bytes second = seal(keyOf(1), random, plain, {});
    EXPECT_EQ(first.size(), plain.size() + kSealOverhead);
    EXPECT_NE(first, second);
    EXPECT_FALSE(std::equal(first.begin() + 24, first.end(), second.begin() + 24));
}

TEST(Seal, OpensIntoGuardedMemory) {
    SystemRandom random;
    const Bytes sealed = seal(keyOf(1), random, view("data key"), view("keys"));
    EXPECT_EQ(textOf(openSecret(keyOf(1), sealed, view("keys")).value().view()), "data key");
}

TEST(SealDeathTest, TakesKeysOfTheRightLengthOnly) {
    SystemRandom random;
    const auto shortKey = SecretBytes::copyOf(Bytes(31, 1));
    EXPECT_DEATH((void)seal(shortKey, random, {}, {}), "32 bytes");
    EXPECT_DEATH((void)open(SecretBytes(), Bytes(64), {}), "32 bytes");
}

} // namespace
} // namespace teken::crypto
