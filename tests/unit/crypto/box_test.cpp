#include "core/crypto/box.h"

#include "core/crypto/random.h"
#include "tests/support/fakes.h"
#include "tests/unit/crypto/mutations.h"

#include <gtest/gtest.h>

namespace teken::crypto {
namespace {

RecipientSecret someRecipient(std::uint64_t seed = 1) {
    test::SeededRandom random(seed);
    return RecipientSecret::generate(random);
}

TEST(SealTo, OpensForTheRecipientOnly) {
    const auto recipient = someRecipient();
    const Bytes sealed = sealTo(recipient.publicKey(), view("data key")).value();
    EXPECT_EQ(sealed.size(), 8 + kSealToOverhead);
    EXPECT_EQ(textOf(recipient.open(sealed).value().view()), "data key");
    const auto other = someRecipient(2).open(sealed);
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, ErrorCode::VerificationFailed);
    EXPECT_EQ(other.error().reason, "crypto.seal-broken");
}

TEST(SealTo, DoesNotOpenAfterAnyChange) {
    const auto recipient = someRecipient();
    const Bytes sealed = sealTo(recipient.publicKey(), view("key")).value();
    test::forEachMutation(sealed, [&](const Bytes& spoilt, const std::string& what) {
        // X25519 ignores the highest bit of the sender's point, but the nonce hashes it: it is bound too.
        EXPECT_FALSE(recipient.open(spoilt)) << what;
    });
}

TEST(SealTo, NeverLooksTheSameTwice) {
    const auto recipient = someRecipient();
    EXPECT_NE(sealTo(recipient.publicKey(), view("x")).value(),
              sealTo(recipient.publicKey(), view("x")).value());
}

TEST(SealTo, SealsTheEmptyTextToo) {
    const auto recipient = someRecipient();
    EXPECT_TRUE(recipient.open(sealTo(recipient.publicKey(), {}).value()).value().empty());
}

TEST(SealTo, RefusesRecipientsOfSmallOrder) {
    // The whole small subgroup of Curve25519 and its twist: the shared secret would be known to everyone.
    for (const char* text : {"0000000000000000000000000000000000000000000000000000000000000000",
                             "0100000000000000000000000000000000000000000000000000000000000000",
                             "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                             "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
                             "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                             "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                             "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"}) {
        const auto sealed = sealTo(*RecipientKey::fromHex(text), view("x"));
        ASSERT_FALSE(sealed) << text;
        EXPECT_EQ(sealed.error().code, ErrorCode::InvalidInput);
        EXPECT_EQ(sealed.error().reason, "crypto.recipient-key");
    }
}

TEST(RecipientSecret, ComesBackFromItsSeed) {
    const auto recipient = someRecipient();
    const auto again = RecipientSecret::fromSeed(recipient.seed().view());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->publicKey(), recipient.publicKey());
    const Bytes sealed = sealTo(recipient.publicKey(), view("x")).value();
    EXPECT_TRUE(again->open(sealed));
}

TEST(RecipientSecret, RefusesSeedsOfAnotherLength) {
    for (const std::size_t size : {0U, 31U, 33U}) {
        const auto recipient = RecipientSecret::fromSeed(Bytes(size));
        ASSERT_FALSE(recipient) << size;
        EXPECT_EQ(recipient.error().reason, "crypto.seed-length");
    }
}

} // namespace
} // namespace teken::crypto
