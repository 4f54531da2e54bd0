#include "core/log/evidence.h"

#include "core/log/cosignature.h"
#include "core/log/leaf.h"
#include "core/log/proof_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>

namespace teken::log {
namespace {

crypto::SigningKey seeded(const std::string& hex) {
    return crypto::SigningKey::fromSeed(decodeHex(hex).value()).value();
}

std::string repeated(const std::string& pair) {
    std::string hex;
    for (int i = 0; i < 32; ++i)
        hex += pair;
    return hex;
}

/// The keys and entries of EVIDENCE.md section 5.
class ExampleEvidence {
public:
    const crypto::SigningKey root =
        seeded("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    const crypto::SigningKey admin =
        seeded("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    const crypto::SigningKey officer =
        seeded("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");
    const crypto::SigningKey log = seeded(repeated("04"));
    const crypto::SigningKey witness = seeded(repeated("05"));
    const std::string origin = "pusat.example/log";
    const std::string witnessName = "bawaslu.example/saksi";

    [[nodiscard]] Evidence make() const {
        Evidence evidence;
        evidence.certificates = {certify(1, entry::Role::Admin, admin, "BKPSDM Contoh"),
                                 certify(2, entry::Role::Log, log, origin),
                                 certify(3, entry::Role::Cosigner, witness, witnessName), certifyOfficer()};
        const auto record = sign();
        evidence.entry = record.raw;
        evidence.entry.ink.clear();
        evidence.proof = proofOf(record);
        evidence.number = "123";
        return evidence;
    }
    [[nodiscard]] VerifierKey logKey() const { return {origin, SignatureType::Ed25519, log.publicKey()}; }
    [[nodiscard]] VerifierKey witnessKey() const {
        return {witnessName, SignatureType::Cosignature, witness.publicKey()};
    }

private:
    static entry::VerifiedEntry signed_(const crypto::SigningKey& key, entry::Seq seq,
                                        std::optional<EntryId> drive, entry::Body body) {
        const auto head = seq == 1 ? entry::FeedHead{} : entry::FeedHead{seq - 1, EntryId{{9}}};
        const entry::Stamp stamp{WallTime{Milliseconds{1'700'183'700'000}}, Milliseconds{1000}, BootId{},
                                 Salt{{0xf0}}};
        return entry::signEntry(key, head, stamp, drive, std::move(body)).value();
    }
    [[nodiscard]] entry::Entry certify(entry::Seq seq, entry::Role role, const crypto::SigningKey& key,
                                       const std::string& name) const {
        entry::Certify body;
        body.role = role;
        body.key = key.publicKey();
        body.name = name;
        body.units = {"*"};
        body.fromMs = 1'700'000'000'000;
        body.untilMs = 1'731'536'000'000;
        return signed_(root, seq, std::nullopt, body).raw;
    }
    [[nodiscard]] entry::Entry certifyOfficer() const {
        entry::CertifyOfficer body;
        body.key = officer.publicKey();
        body.name = "Petugas";
        body.device = "PMK-017";
        body.units = {"KEC-04"};
        body.fromMs = 1'700'000'000'000;
        body.untilMs = 1'731'536'000'000;
        return signed_(admin, 5, EntryId{{0x37}}, body).raw;
    }
    [[nodiscard]] entry::VerifiedEntry sign() const {
        entry::Sign body;
        body.session = SessionId{{1}};
        body.person = PersonId{{2}};
        body.unit = "KEC-04";
        body.text = BlobId{{0x56}};
        body.ink = Digest{{0x66}};
        body.present = {entry::Present::Officer, entry::Present::Witness2};
        return signed_(officer, 42, EntryId{{0x37}}, body);
    }
    [[nodiscard]] std::string proofOf(const entry::VerifiedEntry& record) const {
        std::map<std::pair<unsigned, std::uint64_t>, Digest> nodes;
        CompactRange range;
        for (std::uint8_t i = 0; i < 5; ++i) {
            const Bytes other(kLeafBytes, i);
            const auto leaf =
                encodeLeaf({officer.feedId(), record.payload.header.seq, record.id, record.raw.signature});
            range.append(hashLeaf(i == 2 ? ByteView(leaf) : ByteView(other)),
                         [&](unsigned level, std::uint64_t index, const Digest& hash) {
                             nodes[{level, index}] = hash;
                         });
        }
        ProofFile proof{LeafIndex{2}, {}, {}};
        proof.hashes = proveInclusion(proof.index, range.size(),
                                      [&](unsigned level, std::uint64_t index) -> Result<Digest> {
                                          return nodes.at({level, index});
                                      })
                           .value();
        auto note = signNote(formatCheckpoint({origin, range.size(), range.root()}), origin, log).value();
        note.lines.push_back(cosign(note.text, witnessName, witness, 1'700'190'000).value());
        proof.checkpointNote = formatNote(note);
        return formatProofFile(proof);
    }
};

std::string document() {
    std::ifstream file(std::string(TEKEN_SOURCE_DIR) + "/core/log/EVIDENCE.md", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Evidence, IsWrittenAsTheDocumentShows) {
    const ExampleEvidence example;
    const auto text = formatEvidence(example.make()).value();
    EXPECT_NE(document().find("```example-bukti\n" + text + "```\n"), std::string::npos) << text;
    EXPECT_NE(document().find(example.root.feedId().hex()), std::string::npos) << example.root.feedId().hex();
    EXPECT_NE(document().find(example.logKey().text()), std::string::npos) << example.logKey().text();
}

TEST(Evidence, HoldsAProofOfThePlace) {
    const ExampleEvidence example;
    const auto evidence = example.make();
    const auto record = entry::verifyEntry(evidence.entry).value();
    const auto leaf =
        encodeLeaf({example.officer.feedId(), record.payload.header.seq, record.id, record.raw.signature});
    const auto proof = parseProofFile(evidence.proof).value();
    const auto opened = verifyProofFile(proof, hashLeaf(leaf), example.logKey(), {example.witnessKey()});
    ASSERT_TRUE(opened) << describe(opened.error());
    EXPECT_EQ(opened->signers.size(), 2U);
}

TEST(Evidence, IsNotWrittenOfWhatDoesNotHold) {
    const auto good = ExampleEvidence().make();
    auto forged = good;
    forged.entry.signature.bytes[0] ^= 1;
    EXPECT_EQ(formatEvidence(forged).error().reason, "entry.signature");
    forged = good;
    forged.certificates[2].payload.back() ^= 1;
    EXPECT_EQ(formatEvidence(forged).error().reason, "entry.signature");
    forged = good;
    forged.proof = "c2sp.org/tlog-proof@v2\n";
    EXPECT_EQ(formatEvidence(forged).error().reason, "proof.form");
    forged = good;
    forged.certificates.resize(17, good.certificates[0]);
    EXPECT_EQ(formatEvidence(forged).error().reason, "log.evidence");
    for (const auto* number : {"12", "1234", "12a"}) {
        forged = good;
        forged.number = number;
        EXPECT_EQ(formatEvidence(forged).error().reason, "log.evidence") << number;
    }
}

TEST(Evidence, SaysNullForWhatIsNotThere) {
    auto bare = ExampleEvidence().make();
    bare.certificates.clear();
    bare.proof.clear();
    bare.number.clear();
    const auto text = formatEvidence(bare).value();
    EXPECT_NE(text.find("\"number\":null,"), std::string::npos);
    EXPECT_NE(text.find("\"certificates\":[],"), std::string::npos);
    EXPECT_NE(text.find("\"proof\":null\n"), std::string::npos);
}

} // namespace
} // namespace teken::log
