// FORMAT.md is right: its worked example is what this code makes, and what its parts say of each other holds.
// After a change of the format: TEKEN_UPDATE_GOLDEN=1 unit_core_entry --gtest_filter='FormatDocument.*'
// writes the example anew, and the difference is read before it is kept.
#include "core/crypto/hash.h"
#include "core/entry/entry.h"
#include "core/entry/record.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"
#include "tests/unit/entry/format_document.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace teken::entry {
namespace {

using test::Example;
using test::orThrow;

// RFC 8032 section 7.1, tests 1 to 3.
constexpr std::string_view kRootSeed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
constexpr std::string_view kAdminSeed = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
constexpr std::string_view kFieldSeed = "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7";

crypto::SigningKey keyOf(std::string_view seed) {
    return orThrow(crypto::SigningKey::fromSeed(orThrow(decodeHex(seed))));
}

template <class Fixed>
Fixed fixedOf(std::string_view hex) {
    return orThrow(Fixed::fromHex(hex));
}

Stamp exampleStamp() {
    return {WallTime{Milliseconds{1'700'183'700'000}}, Milliseconds{1'000},
            fixedOf<BootId>("000102030405060708090a0b0c0d0e0f"),
            fixedOf<Salt>("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff")};
}

VerifiedEntry exampleCertify() {
    const auto root = keyOf(kRootSeed);
    return orThrow(signEntry(root, {}, exampleStamp(), std::nullopt,
                             Certify{.role = Role::Admin,
                                     .key = keyOf(kAdminSeed).publicKey(),
                                     .name = "BKPSDM \"Contoh\"",
                                     .units = {"*"},
                                     .drive = std::nullopt,
                                     .fromMs = 1'700'000'000'000,
                                     .untilMs = 1'731'536'000'000,
                                     .pins = {}}));
}

VerifiedEntry exampleSign() {
    const Bytes ink{1, 2, 3, 4, 5, 6, 7, 8};
    Sign body;
    body.session = fixedOf<SessionId>("0123456789abcdef0123456789abcdef");
    body.person = fixedOf<PersonId>("fedcba9876543210fedcba9876543210");
    body.unit = "Kelurahan Ca\u02bcampuan";
    body.text = crypto::blobIdOf(view("Saya menjaga netralitas."));
    body.ink = crypto::sha256(ink);
    body.form = SignForm::Ink;
    body.identified = Identified::Card;
    body.present = {Present::Officer, Present::Witness2};
    body.reading = Reading::Joint;
    const EntryId drive{crypto::sha256("example: open-drive").bytes};
    const FeedHead head{41, EntryId{crypto::sha256("example: number 41").bytes}};
    return orThrow(signEntry(keyOf(kFieldSeed), head, exampleStamp(), drive, body, ink,
                             SeenCheckpoint{"log.example/teken", 70'000, crypto::sha256("example: root")}));
}

std::string exampleText(std::string_view seed, const VerifiedEntry& made) {
    const auto encoding = preAuthEncoding(kPayloadType, made.raw.payload);
    const auto head = ByteView(encoding).first(encoding.size() - made.raw.payload.size());
    Bytes record;
    encodeRecord(made.raw, record);
    using test::exampleLine;
    return exampleLine("seed", std::string(seed)) + exampleLine("key", made.raw.key.hex()) +
           exampleLine("feed", made.payload.header.feed.hex()) +
           exampleLine("payload", std::string(textOf(made.raw.payload))) +
           exampleLine("PAE head", encodeHex(head)) + exampleLine("entry id", made.id.hex()) +
           exampleLine("signature", made.raw.signature.hex()) +
           (made.raw.ink.empty() ? "" : exampleLine("ink", encodeHex(made.raw.ink))) +
           exampleLine("record", encodeHex(record));
}

void rewrite(const std::string& before, const std::string& after) {
    auto document = test::readText(test::formatDocumentPath());
    document.replace(document.find(before), before.size(), after);
    std::ofstream(test::formatDocumentPath(), std::ios::binary) << document;
}

void expectExample(const std::string& label, const std::string& expected) {
    const auto found = test::fencedBlock(test::readText(test::formatDocumentPath()), label);
    if (found != expected && std::getenv("TEKEN_UPDATE_GOLDEN") != nullptr)
        return rewrite("\n```" + label + "\n" + found + "```", "\n```" + label + "\n" + expected + "```");
    EXPECT_EQ(found, expected);
}

Example example(const std::string& label) {
    return test::parseExample(test::fencedBlock(test::readText(test::formatDocumentPath()), label));
}

TEST(FormatDocument, ShowsTheCertifyThatThisCodeMakes) {
    expectExample("example-certify", exampleText(kRootSeed, exampleCertify()));
}

TEST(FormatDocument, ShowsTheSignThatThisCodeMakes) {
    expectExample("example-sign", exampleText(kFieldSeed, exampleSign()));
}

/// Nothing here is made by signEntry(): each value of the page against the ones it follows from.
void checkExample(const Example& shown, std::string_view kind) {
    const auto key = fixedOf<PublicKey>(shown.at("key"));
    const auto& payload = shown.at("payload");
    auto encoding = orThrow(decodeHex(shown.at("PAE head")));
    encoding.insert(encoding.end(), payload.begin(), payload.end());
    EXPECT_EQ(textOf(encoding), "DSSEv1 35 application/vnd.teken.entry.v1+json " +
                                    std::to_string(payload.size()) + " " + payload);
    EXPECT_EQ(crypto::sha256(encoding).hex(), shown.at("entry id"));
    EXPECT_EQ(crypto::sha256(key.view()).hex(), shown.at("feed"));
    EXPECT_TRUE(crypto::verify(key, encoding, fixedOf<Signature>(shown.at("signature"))));
    EXPECT_EQ(keyOf(shown.at("seed")).publicKey(), key);

    const auto recordBytes = orThrow(decodeHex(shown.at("record")));
    ByteView rest = recordBytes;
    const auto record = orThrow(decodeRecord(rest));
    EXPECT_TRUE(rest.empty());
    const auto verified = orThrow(verifyEntry(std::get<Entry>(record)));
    EXPECT_EQ(verified.id.hex(), shown.at("entry id"));
    EXPECT_EQ(textOf(verified.raw.payload), payload);
    EXPECT_EQ(kindName(verified.payload.body), kind);
}

TEST(FormatDocument, HoldsTogetherInItsCertify) {
    checkExample(example("example-certify"), "certify");
}

TEST(FormatDocument, HoldsTogetherInItsSign) {
    const auto shown = example("example-sign");
    checkExample(shown, "sign");
    const auto ink = crypto::sha256(orThrow(decodeHex(shown.at("ink")))).hex();
    EXPECT_NE(shown.at("payload").find("\"ink\":\"" + ink + "\""), std::string::npos);
}

/// The recipe of the page in a folder of its own, with the files it asks for. Its exit status.
int runRecipe(const test::TemporaryFolder& folder, const Example& shown, std::string payload) {
    const auto write = [&folder](const char* name, const std::string& text) {
        std::ofstream(folder / name, std::ios::binary) << text;
    };
    write("recipe.sh", test::fencedBlock(test::readText(test::formatDocumentPath()), "sh"));
    write("key.hex", shown.at("key") + "\n");
    write("signature.hex", shown.at("signature") + "\n");
    write("payload", payload);
    const auto command = "cd '" + folder.path().string() + "' && sh -eu recipe.sh > out.txt 2> err.txt";
    return std::system(command.c_str());
}

bool hasRecipeTools() {
    return std::system("command -v openssl > /dev/null 2>&1 && command -v xxd > /dev/null 2>&1") == 0;
}

TEST(FormatDocument, GivesARecipeThatVerifiesAndNamesTheEntry) {
    if (!hasRecipeTools())
        GTEST_SKIP() << "the recipe needs openssl and xxd";
    for (const char* label : {"example-certify", "example-sign"}) {
        const auto shown = example(label);
        const test::TemporaryFolder folder;
        EXPECT_EQ(runRecipe(folder, shown, shown.at("payload")), 0) << test::readText(folder / "err.txt");
        const auto out = test::readText(folder / "out.txt");
        EXPECT_NE(out.find("Signature Verified Successfully"), std::string::npos) << out;
        EXPECT_NE(out.find(shown.at("entry id")), std::string::npos) << out;
    }
}

TEST(FormatDocument, GivesARecipeThatRefusesAChangedPayload) {
    if (!hasRecipeTools())
        GTEST_SKIP() << "the recipe needs openssl and xxd";
    const auto shown = example("example-sign");
    auto payload = shown.at("payload");
    payload[payload.size() / 2] = static_cast<char>(payload[payload.size() / 2] ^ 1);
    const test::TemporaryFolder folder;
    EXPECT_NE(runRecipe(folder, shown, payload), 0);
}

} // namespace
} // namespace teken::entry
