#include "core/crypto/hash.h"

#include <gtest/gtest.h>

namespace teken::crypto {
namespace {

// FIPS 180-4, the examples of its appendix.
TEST(Sha256, AgreesWithTheExamplesOfTheStandard) {
    EXPECT_EQ(sha256("").hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc").hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq").hex(),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(sha256(std::string(1'000'000, 'a')).hex(),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, GivesTheSameForPiecesOfAnySize) {
    std::string text;
    for (int i = 0; i < 300; ++i)
        text += static_cast<char>(i * 7);
    const Digest whole = sha256(text);
    for (std::size_t piece = 1; piece <= 130; ++piece) {
        Sha256 hash;
        for (std::size_t at = 0; at < text.size(); at += piece)
            hash.add(std::string_view(text).substr(at, piece));
        ASSERT_EQ(hash.finish(), whole) << piece;
    }
}

TEST(Sha256, IsChangedByOneBit) {
    const Digest whole = sha256("pakta");
    for (std::size_t i = 0; i < 5; ++i) {
        std::string text = "pakta";
        text[i] = static_cast<char>(text[i] ^ 1);
        EXPECT_NE(sha256(text), whole);
    }
    EXPECT_NE(sha256("pakta "), whole);
}

TEST(Ids, AreTheHashesTheyClaimToBe) {
    EXPECT_EQ(blobIdOf(view("roster")).hex(), sha256("roster").hex());
    PublicKey key;
    key.bytes[0] = 7;
    EXPECT_EQ(feedIdOf(key).hex(), sha256(key.view()).hex());
}

} // namespace
} // namespace teken::crypto
