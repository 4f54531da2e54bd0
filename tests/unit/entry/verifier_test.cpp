// packaging/verify/teken_verify.py shares no code with core: where both read alike, the format is what the
// page says.
#include "core/crypto/hash.h"
#include "core/entry/record.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"
#include "tests/unit/entry/format_document.h"
#include "tests/unit/entry/vectors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace teken::entry {
namespace {

using test::World;

struct Outcome {
    bool clean = false;
    std::string words;
};

Outcome run(const test::TemporaryFolder& folder, const std::string& arguments) {
    const auto script = std::filesystem::path(TEKEN_SOURCE_DIR) / "packaging/verify/teken_verify.py";
    const auto out = folder / "out.txt";
    const auto command = "cd '" + folder.path().string() + "' && python3 '" + script.string() + "' " +
                         arguments + " > out.txt 2>&1";
    const int status = std::system(command.c_str());
    return {status == 0, test::readText(out)};
}

Outcome check(const PublicKey& root, const Bytes& records) {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "records", std::ios::binary) << textOf(records);
    return run(folder, "records --root " + crypto::feedIdOf(root).hex());
}

Outcome check(World& world) {
    return check(world.root().key().publicKey(), world.records());
}

class Verifier : public ::testing::Test {
protected:
    void SetUp() override {
        if (std::system("command -v python3 > /dev/null 2>&1 && command -v openssl > /dev/null 2>&1") != 0)
            GTEST_SKIP() << "the verifier needs python3 and openssl";
    }

    /// A small book with everything the verifier looks at.
    static void fill(World& world) {
        world.begin();
        auto& one = world.certifyOfficer("Pak A");
        auto& two = world.certifyOfficer("Bu B");
        for (auto* officer : {&one, &two}) {
            officer->openSession();
            const auto trial = officer->sign(World::person(1));
            officer->voidEntry(trial.id);
            officer->sign(World::person(2));
            officer->excuse(World::person(3));
            officer->absent({World::person(4), World::person(5)});
            officer->refuse(World::person(6));
            officer->addPerson(World::person(officer == &one ? 100 : 101));
            officer->note();
            officer->closeSession();
        }
        world.revokeOfficer(two, two.head().seq);
    }

    static void expectFinding(const Outcome& verdict, const std::string& rule) {
        EXPECT_FALSE(verdict.clean);
        EXPECT_NE(verdict.words.find(rule + ": "), std::string::npos) << verdict.words;
    }
};

TEST_F(Verifier, TakesAWholeBook) {
    World world;
    fill(world);
    const auto verdict = check(world);
    EXPECT_TRUE(verdict.clean) << verdict.words;
    EXPECT_NE(verdict.words.find("\nUTUH\n"), std::string::npos) << verdict.words;
}

TEST_F(Verifier, AgreesOnEveryVector) {
    const test::TemporaryFolder folder;
    std::string names;
    const auto vectors = test::payloadVectors();
    for (const auto& vector : vectors) {
        std::ofstream(folder / vector.name, std::ios::binary) << vector.payload;
        names += " " + vector.name;
    }
    const auto verdict = run(folder, "--payload" + names);
    for (const auto& vector : vectors) {
        const auto expected = vector.name + (vector.expect == "ok" ? ": UTUH\n" : ": DITOLAK ");
        EXPECT_NE(verdict.words.find(expected), std::string::npos) << vector.name;
    }
}

TEST_F(Verifier, TakesTheExamplesOfThePage) {
    const test::TemporaryFolder folder;
    const auto document = test::readText(test::formatDocumentPath());
    const auto certify = test::parseExample(test::fencedBlock(document, "example-certify"));
    std::ofstream(folder / "records", std::ios::binary)
        << textOf(test::orThrow(decodeHex(certify.at("record"))));
    const auto verdict = run(folder, "records --root " + certify.at("feed"));
    EXPECT_TRUE(verdict.clean) << verdict.words;
}

TEST_F(Verifier, RefusesAFlippedByteAnywhereInARecord) {
    World world;
    world.begin();
    auto& officer = world.certifyOfficer("Pak A");
    officer.openSession();
    const auto sign = officer.sign(World::person(1)).raw;
    Bytes record;
    encodeRecord(sign, record);
    const auto all = world.records();
    const auto at = static_cast<std::size_t>(
        std::search(all.begin(), all.end(), record.begin(), record.end()) - all.begin());
    ASSERT_LT(at, all.size());
    for (const std::size_t offset : {std::size_t{0}, std::size_t{5}, std::size_t{40}, std::size_t{97},
                                     std::size_t{300}, record.size() - 1}) {
        auto changed = all;
        changed[at + offset] ^= 0x04;
        EXPECT_FALSE(check(world.root().key().publicKey(), changed).clean) << "offset " << offset;
    }
}

TEST_F(Verifier, RefusesACutFile) {
    World world;
    fill(world);
    auto records = world.records();
    records.pop_back();
    expectFinding(check(world.root().key().publicKey(), records), "record");
}

TEST_F(Verifier, RefusesAnotherRoot) {
    World world;
    World other(2);
    fill(world);
    expectFinding(check(other.root().key().publicKey(), world.records()), "root");
}

TEST_F(Verifier, FindsAMissingEntryAsIncomplete) {
    World world;
    fill(world);
    Bytes records;
    for (const auto& made : world.all())
        if (!std::holds_alternative<Excuse>(made.payload.body))
            encodeRecord(made.raw, records);
    const auto verdict = check(world.root().key().publicKey(), records);
    expectFinding(verdict, "waiting");
    EXPECT_NE(verdict.words.find("\nTIDAK LENGKAP\n"), std::string::npos) << verdict.words;
}

TEST_F(Verifier, FindsAFork) {
    World world;
    fill(world);
    auto& officer = world.certifyOfficer("Bu C");
    officer.openSession();
    officer.sign(World::person(9));
    officer.rewindTo(1);
    officer.sign(World::person(10));
    expectFinding(check(world), "fork");
}

TEST_F(Verifier, FindsAStranger) {
    World world;
    fill(world);
    world.stranger().openSession();
    expectFinding(check(world), "no-certificate");
}

TEST_F(Verifier, FindsEntriesAfterARevocation) {
    World world;
    fill(world);
    auto& officer = world.certifyOfficer("Bu C");
    officer.openSession();
    world.revokeOfficer(officer, 1);
    officer.sign(World::person(9));
    expectFinding(check(world), "revoked");
}

TEST_F(Verifier, FindsWorkOutsideTheUnits) {
    World world;
    fill(world);
    auto& officer = world.certifyOfficer("Bu C", {"unit-7"});
    officer.openSession(); // the world's sessions are for all units
    expectFinding(check(world), "out-of-scope");
}

TEST_F(Verifier, FindsKindsInForeignFeeds) {
    World world;
    fill(world);
    world.certifyOfficer("Bu C").append(CloseDrive{"tutup"});
    expectFinding(check(world), "wrong-role");
}

TEST_F(Verifier, FindsAWitnessUnderTwoNames) {
    World world;
    fill(world);
    Certify witness;
    witness.role = Role::Cosigner;
    witness.key = crypto::SigningKey::generate(world.random).publicKey();
    witness.name = "bawaslu.example/saksi";
    witness.units = {"*"};
    world.root().append(witness);
    world.root().append(witness); // a renewal
    EXPECT_TRUE(check(world).clean);
    witness.name = "kpu.example/saksi";
    world.root().append(witness);
    expectFinding(check(world), "names");
}

TEST_F(Verifier, FindsACountThatIsNotTrue) {
    World world;
    fill(world);
    auto& officer = world.certifyOfficer("Bu C");
    officer.openSession();
    officer.sign(World::person(9));
    auto closing = officer.closing();
    closing.counts.signedCount = 2;
    officer.append(closing);
    expectFinding(check(world), "closing");
}

TEST_F(Verifier, FindsASecondClosingOfOneOpening) {
    World world;
    fill(world);
    auto& officer = world.certifyOfficer("Bu C");
    officer.openSession();
    auto closing = std::get<CloseSession>(officer.closeSession().payload.body);
    officer.append(closing);
    expectFinding(check(world), "closing");
}

TEST_F(Verifier, CountsOnlyVoidsOfTheSameSession) {
    World world;
    fill(world);
    auto& officer = world.certifyOfficer("Bu C");
    officer.openSession();
    const auto kept = officer.sign(World::person(9));
    Void elsewhere;
    elsewhere.session.bytes.fill(0x77);
    elsewhere.target = kept.id;
    elsewhere.second = {"Saksi", "", ""};
    officer.append(elsewhere);
    officer.closeSession();
    EXPECT_TRUE(check(world).clean) << check(world).words;
}

TEST_F(Verifier, LetsNobodyAdmitBeyondTheirUnits) {
    World world;
    fill(world);
    auto& officer = world.certifyOfficer("Bu C");
    officer.openSession();
    world.revokeOfficer(officer, 1);
    const auto late = officer.sign(World::person(9));
    auto& other = world.certifyAdmin("Admin unit", {"unit-7"});
    Admit admit;
    admit.feed = officer.id();
    admit.entries = {late.id};
    other.append(admit);
    expectFinding(check(world), "revoked");
    world.admin().append(admit);
    EXPECT_TRUE(check(world).clean) << check(world).words;
}

TEST_F(Verifier, LetsNobodyAdmitUnderTheNameOfAnotherFeed) {
    World world;
    fill(world);
    auto& officer = world.certifyOfficer("Bu C");
    officer.openSession();
    world.revokeOfficer(officer, 1);
    const auto late = officer.sign(World::person(9));
    Admit admit;
    admit.feed = world.admin().id();
    admit.entries = {late.id};
    world.admin().append(admit);
    expectFinding(check(world), "revoked");
}

TEST_F(Verifier, AsksForAFingerprintOfDigits) {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "records", std::ios::binary) << "";
    EXPECT_NE(run(folder, "records --root zz31fe31dfa154a261626bf854046fd2271b").words.find("usage:"),
              std::string::npos);
}

TEST_F(Verifier, RefusesASmallOrderKeyThatOpenSslTakes) {
    // Key and R of order one, S zero: the equation holds for every message.
    World world;
    fill(world);
    auto entry = world.all().back().raw;
    entry.key = PublicKey{{1}};
    entry.signature = Signature{{1}};
    EXPECT_FALSE(verifyEntry(entry));
    auto records = world.records();
    encodeRecord(entry, records);
    expectFinding(check(world.root().key().publicKey(), records), "signature");
}

} // namespace
} // namespace teken::entry
