#include "sync/cosigner/config.h"
#include "sync/cosigner/key_file.h"
#include "tests/unit/cosigner/small_log.h"

#include <gtest/gtest.h>

namespace teken::sync::cosigner {
namespace {

TEST(Request, ReadsWhatItWrites) {
    SmallLog log;
    log.grow(7);
    log.grow(20);
    const auto request = log.request(7);
    EXPECT_FALSE(request.proof.empty());
    const auto read = parseRequest(formatRequest(request)).value();
    EXPECT_EQ(read.old, request.old);
    EXPECT_EQ(read.proof, request.proof);
    EXPECT_EQ(read.note, request.note);
}

TEST(Request, HasLimits) {
    SmallLog log;
    log.grow(7);
    auto request = log.request(7);
    request.proof.resize(63);
    EXPECT_TRUE(parseRequest(formatRequest(request)));
    request.proof.resize(64);
    EXPECT_EQ(parseRequest(formatRequest(request)).error().reason, "cosigner.request-proof");
    EXPECT_EQ(parseRequest(std::string(kMostRequestBytes + 1, 'a')).error().reason, "cosigner.request-size");
    EXPECT_EQ(parseRequest("old 18446744073709551616\n\nx").error().reason, "cosigner.request-old");
    EXPECT_EQ(parseRequest("old \n\nx").error().reason, "cosigner.request-old");
    EXPECT_EQ(parseRequest("old 1\r\n\nx").error().reason, "cosigner.request-old");
    EXPECT_EQ(parseRequest("OLD 1\n\nx").error().reason, "cosigner.request-old");
    EXPECT_EQ(parseRequest("old 1\n\n").error().reason, "cosigner.request-form");
    EXPECT_EQ(parseRequest("old 1\n").error().reason, "cosigner.request-form");
}

TEST(KeyFile, KeepsNameAndKey) {
    const auto text = formatKeyFile({"bawaslu.example/saksi", keyOf(3)}).value();
    const auto key = parseKeyFile(textOf(text.view())).value();
    EXPECT_EQ(key.name, "bawaslu.example/saksi");
    EXPECT_EQ(key.key.publicKey(), keyOf(3).publicKey());
    EXPECT_EQ(log::VerifierKey::parse(key.verifier().text()).value(), key.verifier());
    EXPECT_FALSE(formatKeyFile({"dua kata", keyOf(3)}));
}

TEST(KeyFile, IsRefusedWithAnyByteAltered) {
    const auto kept = formatKeyFile({"saksi.example", keyOf(3)}).value();
    const std::string text(textOf(kept.view()));
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto altered = text;
        altered[i] = static_cast<char>(altered[i] ^ 1);
        EXPECT_FALSE(parseKeyFile(altered)) << i;
    }
    for (std::size_t length = 0; length < text.size(); ++length)
        EXPECT_FALSE(parseKeyFile(text.substr(0, length))) << length;
    EXPECT_FALSE(parseKeyFile(text + "\n"));
}

Config someConfig() {
    Config config;
    config.key = "cosigner.key";
    config.memory = "memory";
    config.logs = {SmallLog().verifier(), SmallLog("lain.example", 2).verifier()};
    return config;
}

TEST(CosignerConfig, ReadsTheExampleItWrites) {
    auto written = someConfig();
    written.prefix = "/saksi";
    const auto read = parseConfig(exampleConfig(written), "/srv").value();
    EXPECT_EQ(read.key, "/srv/cosigner.key");
    EXPECT_EQ(read.memory, "/srv/memory");
    EXPECT_EQ(read.logs, written.logs);
    EXPECT_EQ(read.prefix, "/saksi");
    EXPECT_EQ(read.port, written.port);
    EXPECT_EQ(read.address, "127.0.0.1");
}

TEST(CosignerConfig, IsStrict) {
    const auto good = exampleConfig(someConfig());
    const auto with = [&](const std::string& from, const std::string& to) {
        auto text = good;
        const auto at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
        const auto read = parseConfig(text, "/srv");
        return read ? "" : read.error().reason;
    };
    EXPECT_EQ(with("port = ", "prot = "), "config.unknown-key");
    EXPECT_EQ(with("[http]", "[https]"), "config.unknown-key");
    EXPECT_EQ(with("port = 8446", "port = 70000"), "config.range");
    EXPECT_EQ(with("port = 8446", "port = \"8446\""), "config.range");
    EXPECT_EQ(with("key = ", "key = 7 # "), "config.type");
    EXPECT_EQ(with("[cosigner]", "[cosigner"), "config.syntax");
    EXPECT_EQ(with("prefix = ''", "prefix = \"/a/\""), "config.range");
    EXPECT_EQ(with("prefix = ''", "prefix = \"/a?b\""), "config.range");
    EXPECT_EQ(with("# certificate", "certificate"), "config.missing");
    EXPECT_EQ(with("level = \"info\"", "level = \"loud\""), "config.range");
    EXPECT_EQ(with("teken.example/log", "teken.example/lag"), "vkey.hash");
    EXPECT_EQ(parseConfig("[cosigner]\nkey = \"k\"\nmemory = \"m\"\nlogs = []\n", "/").error().reason,
              "config.missing");
    EXPECT_EQ(parseConfig("cosigner = 5\n", "/").error().reason, "config.type");
}

} // namespace
} // namespace teken::sync::cosigner
