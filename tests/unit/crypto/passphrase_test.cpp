#include "core/crypto/passphrase.h"

#include "tests/support/fakes.h"

#include <gtest/gtest.h>

namespace teken::crypto {
namespace {

SecretBytes secret(std::string_view text) {
    return SecretBytes::copyOf(view(text));
}

Salt saltOf(std::string_view text) {
    return Salt::fromBytes(view(text)).value();
}

std::string derived(std::string_view passphrase, const KdfParams& params) {
    const auto key = deriveKey(secret(passphrase), params);
    return key ? encodeHex(key->view()) : describe(key.error());
}

// Computed with the reference implementation's argon2 program (-id -p 1 -l 32; -t 3 -k 8192 and -t 1 -k 8).
TEST(DeriveKey, AgreesWithTheReferenceImplementation) {
    const Salt salt = saltOf("0123456789abcdef");
    EXPECT_EQ(derived("kata sandi petugas", {3, 8192ULL * 1024, salt}),
              "dca0ab73a312e39e3a175ea8ff7d0346ea2c3e9edc34db4ed85773bdaef21f2f");
    EXPECT_EQ(derived("kata sandi petugas", {1, 8ULL * 1024, salt}),
              "ad81f1bf23ff9d4b9442f09236300424ad6dae6b776dbfb8c3d23bd9856500ac");
}

TEST(DeriveKey, DependsOnPassphraseSaltAndCost) {
    const KdfParams params{1, 8192, saltOf("0123456789abcdef")};
    const std::string key = derived("kata sandi", params);
    EXPECT_EQ(derived("kata sandi", params), key);
    EXPECT_NE(derived("kata sandI", params), key);
    EXPECT_NE(derived("kata sandi ", params), key);
    EXPECT_NE(derived("kata sandi", {1, 8192, saltOf("0123456789abcdeF")}), key);
    EXPECT_NE(derived("kata sandi", {2, 8192, params.salt}), key);
    EXPECT_NE(derived("kata sandi", {1, 16384, params.salt}), key);
}

TEST(DeriveKey, UsesTheWholePassphraseWithItsZeroBytes) {
    const KdfParams params{1, 8192, saltOf("0123456789abcdef")};
    EXPECT_NE(derived(std::string_view("a\0b", 3), params), derived(std::string_view("a\0c", 3), params));
    EXPECT_NE(derived(std::string_view("a\0b", 3), params), derived("a", params));
}

TEST(DeriveKey, RefusesAnEmptyPassphrase) {
    test::SeededRandom random;
    const auto key = deriveKey(SecretBytes(), KdfParams::fast(random));
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(key.error().reason, "crypto.passphrase-empty");
}

TEST(DeriveKey, RefusesParametersOutsideTheLimits) {
    const Salt salt = saltOf("0123456789abcdef");
    const KdfParams hostile[] = {{0, 8192, salt},  {17, 8192, salt},    {~0ULL, 8192, salt},
                                 {1, 0, salt},     {1, 8191, salt},     {1, (1ULL << 30) + 1, salt},
                                 {1, ~0ULL, salt}, {~0ULL, ~0ULL, salt}};
    for (const auto& params : hostile) {
        const auto key = deriveKey(secret("x"), params);
        ASSERT_FALSE(key) << params.operations << " " << params.memoryBytes;
        EXPECT_EQ(key.error().code, ErrorCode::InvalidInput);
        EXPECT_EQ(key.error().reason, "crypto.kdf-params");
    }
}

TEST(KdfParams, AreModerateUnlessAskedAndAlwaysFreshlySalted) {
    test::SeededRandom random;
    const auto first = KdfParams::moderate(random);
    const auto second = KdfParams::moderate(random);
    EXPECT_EQ(first.operations, 3U);
    EXPECT_EQ(first.memoryBytes, 256ULL << 20);
    EXPECT_NE(first.salt, second.salt);
    EXPECT_TRUE(deriveKey(secret("x"), KdfParams::fast(random)));
}

} // namespace
} // namespace teken::crypto
