// Signatures as others computed them.
#include "core/crypto/keys.h"

#include "tests/support/shared_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace teken::crypto {
namespace {

Bytes bytesOf(const nlohmann::json& hex) {
    return decodeHex(hex.get<std::string>()).value();
}

// A signature of any other length cannot even be expressed, so it counts as refused.
bool verifies(const nlohmann::json& key, const nlohmann::json& message, const nlohmann::json& signature) {
    const auto publicKey = PublicKey::fromBytes(bytesOf(key));
    const auto value = Signature::fromBytes(bytesOf(signature));
    return publicKey && value && verify(*publicKey, bytesOf(message), *value);
}

TEST(Rfc8032, SectionSevenOneHolds) {
    TEKEN_SHARED_DATA_OR_SKIP(text, "vectors/rfc8032/ed25519.json");
    int valid = 0;
    int invalid = 0;
    for (const auto& vector : nlohmann::json::parse(text)) {
        SCOPED_TRACE(vector["n"].get<int>());
        const bool expected = vector["valid"].get<bool>();
        EXPECT_EQ(verifies(vector["public_key"], vector["message"], vector["signature"]), expected);
        ++(expected ? valid : invalid);
        if (!vector.contains("seed"))
            continue;
        const auto key = SigningKey::fromSeed(bytesOf(vector["seed"]));
        ASSERT_TRUE(key);
        EXPECT_EQ(key->publicKey().hex(), vector["public_key"].get<std::string>());
        EXPECT_EQ(key->sign(bytesOf(vector["message"])).hex(), vector["signature"].get<std::string>());
    }
    EXPECT_EQ(valid, 5);
    EXPECT_EQ(invalid, 1); // S + L: the same signature in another dress
}

TEST(Wycheproof, Ed25519Agrees) {
    TEKEN_SHARED_DATA_OR_SKIP(text, "vectors/wycheproof/ed25519_test.json");
    const auto file = nlohmann::json::parse(text);
    int checked = 0;
    int refused = 0;
    for (const auto& group : file["testGroups"])
        for (const auto& test : group["tests"]) {
            SCOPED_TRACE("tcId " + std::to_string(test["tcId"].get<int>()));
            const bool expected = test["result"] == "valid";
            EXPECT_EQ(verifies(group["publicKey"]["pk"], test["msg"], test["sig"]), expected)
                << test["comment"];
            ++checked;
            refused += expected ? 0 : 1;
        }
    EXPECT_EQ(checked, file["numberOfTests"].get<int>());
    EXPECT_GT(refused, 50);
}

} // namespace
} // namespace teken::crypto
