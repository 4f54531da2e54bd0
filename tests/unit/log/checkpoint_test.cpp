#include "core/log/leaf.h"
#include "core/log/policy.h"
#include "core/log/proof_file.h"
#include "tests/support/fakes.h"
#include "tests/support/shared_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace teken::log {
namespace {

const std::string kOrigin = "teken.example/log";

crypto::SigningKey testKey(std::uint64_t seed) {
    test::SeededRandom random(seed);
    return crypto::SigningKey::generate(random);
}

Checkpoint fifteen() {
    return {kOrigin, TreeSize{15}, {{7}}};
}

VerifierKey logKey() {
    return {kOrigin, SignatureType::Ed25519, testKey(1).publicKey()};
}
VerifierKey witnessKey(std::uint64_t seed) {
    return {"witness" + std::to_string(seed), SignatureType::Cosignature, testKey(seed).publicKey()};
}

std::string cosignedNote(const std::vector<std::pair<std::uint64_t, std::uint64_t>>& seedsAndTimes) {
    auto note = signNote(formatCheckpoint(fifteen()), kOrigin, testKey(1)).value();
    for (const auto& [seed, time] : seedsAndTimes)
        note.lines.push_back(cosign(note.text, witnessKey(seed).name, testKey(seed), time).value());
    return formatNote(note);
}

TEST(Checkpoint, KeepsItsFieldsThroughItsText) {
    EXPECT_EQ(parseCheckpoint(formatCheckpoint(fifteen())).value(), fifteen());
}

TEST(Checkpoint, RefusesLeadingZerosSignsExtensionLinesAndShortRoots) {
    const std::string root = encodeBase64(fifteen().root.bytes);
    for (const auto& text :
         {kOrigin + "\n015\n" + root + "\n", kOrigin + "\n+15\n" + root + "\n",
          kOrigin + "\n-1\n" + root + "\n", kOrigin + "\n15\n" + root + "\nmore\n", kOrigin + "\n15\n" + root,
          kOrigin + "\n15\nAAAA\n", "\n15\n" + root + "\n",
          kOrigin + "\n99999999999999999999\n" + root + "\n", "DSSEv1x\n15\n" + root + "\n",
          "cosignature/v1\n15\n" + root + "\n", kOrigin + "\n0\n" + root + "\n"})
        EXPECT_FALSE(parseCheckpoint(text)) << text;
}

TEST(Checkpoint, NeedsTheLogsOwnSignature) {
    auto note = signNote(formatCheckpoint(fifteen()), kOrigin, testKey(1)).value();
    EXPECT_TRUE(openCheckpoint(formatNote(note), logKey()));
    note.lines = {cosign(note.text, "witness2", testKey(2), 5).value()};
    EXPECT_EQ(openCheckpoint(formatNote(note), logKey(), {witnessKey(2)}).error().reason,
              "checkpoint.no-log-signature");
}

TEST(Checkpoint, OriginsArePrintableAsciiSoThatEveryReaderSeesTheSame) {
    EXPECT_TRUE(isOrigin("teken.example/log"));
    EXPECT_TRUE(isOrigin("!~"));
    EXPECT_TRUE(isOrigin(std::string(255, 'a')));
    for (const auto* origin : {"", "a b", "a+b", "a\x7f", "a\n", "log-é", "a\xef\xbb\xbf", "a\xc2\x80", "a\xff",
                               "DSSEv1", "cosignature/v1"})
        EXPECT_FALSE(isOrigin(origin)) << origin;
    EXPECT_FALSE(isOrigin(std::string(256, 'a')));
}

TEST(Checkpoint, OfAnotherOriginIsRefusedThoughTheKeyIsRight) {
    Checkpoint other = fifteen();
    other.origin = "other.example/log";
    const auto note = signNote(formatCheckpoint(other), kOrigin, testKey(1)).value();
    EXPECT_EQ(openCheckpoint(formatNote(note), logKey()).error().reason, "checkpoint.origin-mismatch");
}

TEST(Policy, SaysWitnessedOnlyWithItsQuorum) {
    const auto policy = Policy::create(logKey(), {{witnessKey(2)}, {witnessKey(3)}}, 2).value();
    const auto one = policy.judge(cosignedNote({{2, 100}})).value();
    EXPECT_EQ(one.witnesses, 1U);
    EXPECT_FALSE(one.witnessed);
    EXPECT_TRUE(policy.judge(cosignedNote({{2, 100}, {3, 100}})).value().witnessed);
}

TEST(Policy, DoesNotCountTheSameWitnessTwiceOrOutsideItsWindow) {
    const auto policy = Policy::create(logKey(), {{witnessKey(2), 50, 60}, {witnessKey(3)}}, 2).value();
    EXPECT_FALSE(policy.judge(cosignedNote({{3, 55}, {3, 56}})).value().witnessed);
    EXPECT_FALSE(policy.judge(cosignedNote({{2, 49}, {3, 55}})).value().witnessed);
    EXPECT_FALSE(policy.judge(cosignedNote({{2, 61}, {3, 55}})).value().witnessed);
    EXPECT_TRUE(policy.judge(cosignedNote({{2, 60}, {3, 55}})).value().witnessed);
}

TEST(Policy, RefusesAKeyThatAppearsTwiceAndQuorumsNobodyCanReach) {
    auto twin = witnessKey(2);
    twin.name = "other-name";
    EXPECT_EQ(Policy::create(logKey(), {{witnessKey(2)}, {twin}}, 1).error().reason, "policy.duplicate-key");
    VerifierKey self{"self", SignatureType::Cosignature, logKey().key};
    EXPECT_EQ(Policy::create(logKey(), {{self}}, 1).error().reason, "policy.duplicate-key");
    EXPECT_EQ(Policy::create(logKey(), {{witnessKey(2)}}, 2).error().reason, "policy.quorum");
    EXPECT_EQ(Policy::create(logKey(), {{witnessKey(2)}}, 0).error().reason, "policy.quorum");
    EXPECT_FALSE(Policy::create(logKey(), {}, 0).value().judge(cosignedNote({})).value().witnessed);
}

TEST(Cosignature, ReplayedOnAnotherCheckpointRejectsIt) {
    auto note = signNote(formatCheckpoint(fifteen()), kOrigin, testKey(1)).value();
    Checkpoint other = fifteen();
    other.origin = "other.example/log";
    note.lines.push_back(cosign(formatCheckpoint(other), "witness2", testKey(2), 5).value());
    EXPECT_EQ(openCheckpoint(formatNote(note), logKey(), {witnessKey(2)}).error().reason, "note.signature");
}

TEST(OwnVectors, OfCheckpointCosignatureAndProofHold) {
    TEKEN_SHARED_DATA_OR_SKIP(text, "vectors/own/teken.json");
    const auto vectors = nlohmann::json::parse(text);
    const auto& checkpoint = vectors.at("checkpoint");
    const auto log = VerifierKey::parse(checkpoint.at("log_vkey").get<std::string>()).value();
    const auto witness = VerifierKey::parse(checkpoint.at("witness_vkey").get<std::string>()).value();
    const auto opened = openCheckpoint(checkpoint.at("note").get<std::string>(), log, {witness}).value();
    EXPECT_EQ(opened.signers.size(), 2U);
    EXPECT_EQ(cosignedMessage(checkpoint.at("witness_timestamp"), opened.note.text),
              checkpoint.at("cosigned_message").get<std::string>());

    const auto& vector = vectors.at("tlog_proof");
    const auto proof = parseProofFile(vector.at("file").get<std::string>()).value();
    EXPECT_EQ(proof.index.value, vector.at("leaf_index").get<std::uint64_t>());
    EXPECT_EQ(formatProofFile(proof), vector.at("file").get<std::string>());
    const auto leaf = Digest::fromHex(vector.at("leaf_hash_hex").get<std::string>()).value();
    EXPECT_TRUE(verifyProofFile(proof, leaf, log, {witness}));
    EXPECT_EQ(verifyProofFile(proof, Digest{}, log).error().reason, "log.root");

    for (const auto& one : vectors.at("consistency_to_15")) {
        Proof hashes;
        for (const auto& hash : one.at("proof"))
            hashes.push_back(Digest::fromBytes(decodeBase64(hash.get<std::string>()).value()).value());
        const auto root = [&](const char* key) {
            return Digest::fromBytes(decodeBase64(one.at(key).get<std::string>()).value()).value();
        };
        EXPECT_TRUE(verifyConsistency(TreeSize{one.at("size1")}, TreeSize{one.at("size2")}, hashes,
                                      root("root1"), root("root2")))
            << one.at("size1");
    }
}

TEST(ProofFile, RefusesCutsLeadingZerosAndTooManyHashes) {
    const ProofFile proof{LeafIndex{7}, {Digest{}, Digest{}}, cosignedNote({})};
    const std::string text = formatProofFile(proof);
    EXPECT_EQ(formatProofFile(parseProofFile(text).value()), text);
    EXPECT_FALSE(parseProofFile(text.substr(0, 30)));
    EXPECT_FALSE(parseProofFile("c2sp.org/tlog-proof@v1\nindex 07\n\n"));
    EXPECT_FALSE(parseProofFile("c2sp.org/tlog-proof@v2\nindex 7\n\n"));
    ProofFile many = proof;
    many.hashes.resize(64);
    EXPECT_EQ(parseProofFile(formatProofFile(many)).error().reason, "proof.hashes");
}

} // namespace
} // namespace teken::log
