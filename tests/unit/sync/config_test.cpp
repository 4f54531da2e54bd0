#include "sync/server/config.h"

#include "core/crypto/keys.h"
#include "tests/support/fakes.h"

#include <gtest/gtest.h>

namespace teken::sync::server {
namespace {

constexpr const char* kLeast =
    "[server]\nbook = \"pusat.book\"\n[tls]\ncertificate = \"c.pem\"\nkey = \"k.pem\"\n";

std::string problem(const std::string& text) {
    const auto config = parseConfig(text, "/etc/teken");
    return config ? "good" : config.error().reason + " " + config.error().place;
}

TEST(ServerConfig, TakesDefaultsAndMeansRelativePathsFromItsFolder) {
    const auto config = parseConfig(kLeast, "/etc/teken");
    ASSERT_TRUE(config.has_value()) << describe(config.error());
    EXPECT_EQ(config->book, "/etc/teken/pusat.book");
    EXPECT_EQ(config->address, "127.0.0.1");
    EXPECT_TRUE(config->tls);
    EXPECT_EQ(config->limits, Limits{});
}

TEST(ServerConfig, ReadsItsOwnExampleBack) {
    Config config;
    config.book = "/var/lib/teken/pusat \"satu\".book";
    config.certificate = "/etc/teken/c.pem";
    config.key = "/etc/teken/k.pem";
    config.port = 9443;
    config.mostWaiting = 7;
    config.logKey = "/var/lib/teken/log.book";
    config.origin = "pusat.contoh.go.id/log";
    const auto read = parseConfig(exampleConfig(config), "/");
    ASSERT_TRUE(read.has_value()) << describe(read.error());
    EXPECT_EQ(read->book, config.book);
    EXPECT_EQ(read->port, 9443);
    EXPECT_EQ(read->mostWaiting, 7U);
    EXPECT_EQ(read->logKey, config.logKey);
    EXPECT_EQ(read->origin, config.origin);
    EXPECT_EQ(read->http.requestTime, config.http.requestTime);
}

TEST(ServerConfig, RefusesUnknownKeysWithTheirLine) {
    EXPECT_EQ(problem(std::string(kLeast) + "[limits]\nconections = 5\n"), "config.unknown-key line 7");
    EXPECT_EQ(problem(std::string(kLeast) + "[limit]\n"), "config.unknown-key line 6");
    EXPECT_EQ(problem("extra = 1\n" + std::string(kLeast)), "config.unknown-key line 1");
}

TEST(ServerConfig, RefusesWrongTypesRangesAndSyntaxWithTheirLine) {
    EXPECT_EQ(problem(std::string(kLeast) + "[limits]\nconnections = \"5\"\n"), "config.type line 7");
    EXPECT_EQ(problem(std::string(kLeast) + "[limits]\nconnections = 0\n"), "config.range line 7");
    EXPECT_EQ(problem(std::string(kLeast) + "[limits]\nbatch_entries = 501\n"), "config.range line 7");
    EXPECT_EQ(problem(std::string(kLeast) + "[limits]\nwaiting = 5.5\n"), "config.type line 7");
    EXPECT_EQ(problem("[server\n"), "config.syntax line 1");
    EXPECT_EQ(problem("server = 1\n"), "config.type line 1");
    EXPECT_EQ(problem(std::string(kLeast) + "[log]\nlevel = \"loud\"\n"), "config.range ");
}

TEST(ServerConfig, NamesALogWithItsKeyOrNotAtAll) {
    const std::string least(kLeast);
    EXPECT_EQ(problem(least + "[transparency]\n"), "good");
    EXPECT_EQ(problem(least + "[transparency]\nkey = \"log.book\"\n"), "config.missing ");
    EXPECT_EQ(problem(least + "[transparency]\norigin = \"a/log\"\n"), "config.missing ");
    EXPECT_EQ(problem(least + "[transparency]\nkey = \"log.book\"\norigin = \"a log\"\n"), "config.range ");
    EXPECT_EQ(problem(least + "[transparency]\nkey = \"log.book\"\norigin = \"a/log\"\n"), "good");
}

TEST(ServerConfig, NamesTheWitnessesItAsksEachOnce) {
    test::SeededRandom random(7);
    const auto keyOf = [&](const std::string& name, log::SignatureType type) {
        return log::VerifierKey{name, type, crypto::SigningKey::generate(random).publicKey()};
    };
    const auto key = keyOf("bawaslu.contoh/saksi", log::SignatureType::Cosignature);
    const auto other = keyOf("kampus.contoh/saksi", log::SignatureType::Cosignature);
    const std::string log = kLeast + std::string("[transparency]\nkey = \"log.book\"\norigin = \"a/log\"\n");
    const auto table = [](const std::string& vkey, const std::string& more) {
        return "[[transparency.cosigner]]\nkey = \"" + vkey + "\"\n" + more + "\n";
    };
    const std::string url = "url = \"https://bawaslu.contoh:8446/saksi\"";
    const auto pin = "\npin = \"" + std::string(64, 'a') + "\"";

    const auto read = parseConfig(log + table(key.text(), url + pin) + table(other.text(), ""), "/");
    ASSERT_TRUE(read.has_value()) << describe(read.error());
    ASSERT_EQ(read->cosigners.size(), 2U);
    EXPECT_EQ(read->cosigners[0].key, key);
    EXPECT_EQ(read->cosigners[0].url, "https://bawaslu.contoh:8446/saksi");
    EXPECT_EQ(read->cosigners[0].pins.size(), 1U);
    EXPECT_TRUE(read->cosigners[1].url.empty()) << "by stick only";

    const auto reason = [&](const std::string& text) {
        return problem(text).substr(0, problem(text).find(' '));
    };
    EXPECT_EQ(reason(log + table(key.text(), url) + table(key.text(), url)), "config.range");
    EXPECT_EQ(reason(log + table(keyOf("log", log::SignatureType::Ed25519).text(), url)), "config.range");
    EXPECT_EQ(reason(log + table("bukan kunci", url)), "config.range");
    EXPECT_EQ(reason(log + table(key.text(), "url = \"ftp://x\"")), "config.range");
    EXPECT_EQ(reason(log + table(key.text(), url + "\npin = \"pendek\"")), "config.range");
    EXPECT_EQ(reason(log + table(key.text(), url + "\nlain = 1")), "config.unknown-key");
    EXPECT_EQ(reason(log + "[[transparency.cosigner]]\n" + url + "\n"), "config.missing");
    EXPECT_EQ(reason(kLeast + table(key.text(), url)), "config.missing")
        << "without a log there is nothing to sign";
}

TEST(ServerConfig, RefusesWhatCannotWork) {
    EXPECT_EQ(problem("[tls]\nenabled = false\n"), "config.missing ");
    EXPECT_EQ(problem("[server]\nbook = \"b\"\n"), "config.missing ");
    EXPECT_EQ(problem("[server]\nbook = \"b\"\naddress = \"0.0.0.0\"\n[tls]\nenabled = false\n"),
              "config.plain-http ");
    EXPECT_EQ(problem("[server]\nbook = \"b\"\n[tls]\nenabled = false\n"), "good");
}

} // namespace
} // namespace teken::sync::server
