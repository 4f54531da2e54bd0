#include "core/log/note.h"
#include "tests/support/fakes.h"
#include "tests/support/shared_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace teken::log {
namespace {

constexpr std::string_view kExampleKey =
    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

crypto::SigningKey testKey(std::uint64_t seed) {
    test::SeededRandom random(seed);
    return crypto::SigningKey::generate(random);
}

VerifierKey keyOf(const std::string& name, const crypto::SigningKey& key) {
    return {name, SignatureType::Ed25519, key.publicKey()};
}

TEST(VerifierKey, KeepsItsTextThroughParsing) {
    const auto key = VerifierKey::parse(kExampleKey).value();
    EXPECT_EQ(key.name, "example.com/foo");
    EXPECT_EQ(key.text(), kExampleKey);
}

TEST(VerifierKey, RefusesAWrongHashAnUnknownTypeAndAName) {
    EXPECT_EQ(VerifierKey::parse("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
                  .error()
                  .reason,
              "vkey.hash");
    EXPECT_EQ(VerifierKey::parse("example.com/foo+530d903a+A+kyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
                  .error()
                  .code,
              ErrorCode::Unsupported);
    EXPECT_FALSE(VerifierKey::parse("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"));
    EXPECT_FALSE(VerifierKey::parse("a b+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"));
    EXPECT_FALSE(VerifierKey::parse("example.com"));
}

TEST(Note, SignedHereIsVerifiedHere) {
    const auto key = testKey(1);
    const auto note = signNote("halo\n", "teken.example/log", key).value();
    const auto parsed = parseNote(formatNote(note)).value();
    EXPECT_EQ(parsed.text, "halo\n");
    EXPECT_EQ(verifyNote(parsed, {keyOf("teken.example/log", key)}).value().size(), 1U);
}

TEST(Note, IsSplitAtItsLastEmptyLine) {
    const auto note = signNote("a\n\nb\n", "n", testKey(1)).value();
    EXPECT_EQ(parseNote(formatNote(note)).value().text, "a\n\nb\n");
}

TEST(Note, RefusesAChangedTextAKnownKeysWrongLineAndStrangersOnly) {
    const auto key = testKey(1);
    auto note = signNote("halo\n", "n", key).value();
    EXPECT_EQ(verifyNote(note, {keyOf("n", testKey(2))}).error().reason, "note.no-known-key");
    EXPECT_EQ(verifyNote(note, {keyOf("m", key)}).error().reason, "note.no-known-key");
    note.text = "halo.\n";
    EXPECT_EQ(verifyNote(note, {keyOf("n", key)}).error().reason, "note.signature");
}

TEST(Note, AKnownLineThatDoesNotHoldRejectsTheWholeNote) {
    const auto first = testKey(1);
    const auto second = testKey(2);
    auto note = signNote("halo\n", "a", first).value();
    note.lines.push_back(signNote("other\n", "b", second).value().lines.front());
    EXPECT_EQ(verifyNote(note, {keyOf("a", first), keyOf("b", second)}).error().reason, "note.signature");
    EXPECT_TRUE(verifyNote(note, {keyOf("a", first)}));
}

TEST(Note, ARepeatedLineCountsOnce) {
    const auto key = testKey(1);
    auto note = signNote("halo\n", "a", key).value();
    note.lines.push_back(note.lines.front());
    EXPECT_EQ(verifyNote(note, {keyOf("a", key)}).value().size(), 1U);
}

TEST(Note, NamesHoldNoWhiteSpaceOfAnyKind) {
    EXPECT_TRUE(isNoteName("teken.example/log"));
    for (const auto* name : {"", "a b", "a+b", "a\tb",
                             "a\xc2\xa0"
                             "b",
                             "a\xe2\x80\x83"
                             "b",
                             "a\xe3\x80\x80"
                             "b",
                             "a\xff"})
        EXPECT_FALSE(isNoteName(name)) << name;
    EXPECT_FALSE(isNoteName(std::string(256, 'a')));
}

TEST(Note, NamesMayHoldWhatIsNoWhiteSpace) {
    for (const auto* name : {"a\xef\xbb\xbf"
                             "b", // U+FEFF
                             "a\xc2\x80"
                             "b", // U+0080
                             "saksi-é"})
        EXPECT_TRUE(isNoteName(name)) << name;
}

TEST(UpstreamNotes, AreJudgedAsTheirAuthorsSay) {
    TEKEN_SHARED_DATA_OR_SKIP(text, "vectors/signed-note/notes.json");
    const auto vectors = nlohmann::json::parse(text);
    for (const auto& key : vectors.at("valid_vkeys"))
        EXPECT_TRUE(VerifierKey::parse(key.get<std::string>())) << key;
    for (const auto& key : vectors.at("invalid_vkeys"))
        EXPECT_FALSE(VerifierKey::parse(key.at("vkey").get<std::string>())) << key;
    int judged = 0;
    for (const auto& one : vectors.at("notes")) {
        if (!one.contains("note") || !one.contains("result"))
            continue; // cases about signers, which have no note
        const std::string name = one.at("name");
        const std::string wanted = one.at("result");
        std::vector<VerifierKey> known;
        for (const auto& key : one.at("known"))
            known.push_back(VerifierKey::parse(key.get<std::string>()).value());
        const auto note = parseNote(one.at("note").get<std::string>());
        const auto verified =
            note ? verifyNote(*note, known) : Result<std::vector<VerifierKey>>(fail(note.error()));
        EXPECT_EQ(verified.has_value(), wanted == "ok") << name;
        if (wanted == "malformed") {
            EXPECT_FALSE(note.has_value()) << name;
        }
        ++judged;
    }
    EXPECT_GT(judged, 8);
}

} // namespace
} // namespace teken::log
