// The log's messages as bytes, and its files over real sockets.
#include "core/crypto/random.h"
#include "core/log/note.h"
#include "sync/protocol/codec_log.h"
#include "sync/protocol/errors.h"
#include "sync/server/http_front.h"
#include "sync/server/router.h"
#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"
#include "tests/unit/sync/raw_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace teken::sync {
namespace {

using test::orThrow;
using testing::HasSubstr;
using testing::Not;

class LogMessages : public testing::Test {
protected:
    test::SeededRandom random;
    LogProofsAnswer answer() {
        LogProofsAnswer made;
        made.checkpoint = "contoh/log\n1\nAAAA\n\n— contoh/log AAAA\n";
        made.consistency = log::Proof{random.make<Digest>(), random.make<Digest>()};
        const auto shared = random.make<Digest>();
        made.proofs = {{LogPlace::Included, {7}, {random.make<Digest>(), shared}},
                       {LogPlace::Pending, {}, {}},
                       {LogPlace::Included, {1ULL << 40U}, {random.make<Digest>(), shared}},
                       {LogPlace::Absent, {}, {}}};
        return made;
    }
};

TEST_F(LogMessages, AreReadAsTheyWereWritten) {
    const LogProofsRequest request{log::TreeSize{12}, {random.make<EntryId>(), random.make<EntryId>()}};
    EXPECT_EQ(orThrow(decode<LogProofsRequest>(encode(request))), request);
    EXPECT_EQ(orThrow(decode<LogProofsRequest>(encode(LogProofsRequest{}))), LogProofsRequest{});
    const auto made = answer();
    EXPECT_EQ(orThrow(decode<LogProofsAnswer>(encode(made))), made);
    EXPECT_EQ(orThrow(decode<LogProofsAnswer>(encode(LogProofsAnswer{}))), LogProofsAnswer{});
}

TEST_F(LogMessages, CarryASharedHashOnce) {
    auto made = answer();
    const auto once = encode(made).size();
    made.proofs.push_back(made.proofs[0]);
    EXPECT_EQ(encode(made).size(), once + 1 + 8 + 1 + 2 * 2);
}

TEST_F(LogMessages, AreRefusedWhenCutOrLonger) {
    const auto bytes = encode(answer());
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_FALSE(decode<LogProofsAnswer>(ByteView(bytes).first(length))) << length;
    auto longer = bytes;
    longer.push_back(0);
    EXPECT_FALSE(decode<LogProofsAnswer>(longer));
}

TEST_F(LogMessages, SurviveEveryFlippedByteWithoutHarm) {
    const auto bytes = encode(answer());
    std::size_t read = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto other = bytes;
        other[at] ^= 0x81U;
        read += decode<LogProofsAnswer>(other) ? 1U : 0U; // hashes and the note may be anything here
    }
    EXPECT_LT(read, bytes.size());
}

TEST_F(LogMessages, RefuseQuestionsOutOfTheirLimits) {
    for (const char* json :
         {R"({"since":-1,"entries":[]})", R"({"since":null})", R"({"since":null,"entries":["00"]})",
          R"({"since":1.0,"entries":[]})", R"({"since":null,"entries":[],"feed":1})"})
        EXPECT_EQ(decode<LogProofsRequest>(view(json)).error().reason, "sync.message") << json;
    LogProofsRequest many{{}, std::vector<EntryId>(kMostLogProofs + 1)};
    EXPECT_FALSE(decode<LogProofsRequest>(encode(many)));
    many.entries.pop_back();
    EXPECT_TRUE(decode<LogProofsRequest>(encode(many)));
}

TEST_F(LogMessages, FitTheirLimitAtTheirLongest) {
    LogProofsAnswer longest;
    longest.checkpoint.assign(log::kMostNoteBytes, 'x');
    longest.consistency.emplace(kMostConsistencyHashes);
    for (std::size_t i = 0; i < kMostLogProofs; ++i) {
        LogProof proof{LogPlace::Included, {i}, {}};
        for (int level = 0; level < 63; ++level)
            proof.hashes.push_back(random.make<Digest>());
        longest.proofs.push_back(std::move(proof));
    }
    const auto bytes = encode(longest);
    EXPECT_LT(bytes.size(), kMostMessageBytes);
    EXPECT_EQ(orThrow(decode<LogProofsAnswer>(bytes)), longest);
}

/// A log of fixed answers.
class ScriptedLog final : public LogApi {
public:
    bool stopped = false;
    Result<LogProofsAnswer> logProofs(const LogProofsRequest&) override {
        return LogProofsAnswer{"catatan", {}, {}, {}, {}};
    }
    Result<std::string> logCheckpoint() override {
        if (stopped)
            return fail(ErrorCode::Locked, "log.stopped", "no");
        return "catatan\n";
    }
    Result<Bytes> logTile(const log::TileId& tile) override {
        if (tile.index > 0)
            return fail(ErrorCode::NotFound, "log.no-tile", "no");
        return Bytes(tile.width, static_cast<std::uint8_t>(tile.entries ? 'e' : 'h'));
    }
    LogHealth logHealth() const override {
        return stopped ? LogHealth{LogHealth::State::Stopped, "log.signer-shrunk", 9, 0, 0, {}}
                       : LogHealth{LogHealth::State::Running, {}, 9, 8, 0, {}};
    }
};

class NoApi final : public SyncApi {
    Result<Caller> identify(std::string_view, ByteView, const std::optional<Statement>&) override {
        return Caller{};
    }
    static tl::unexpected<Error> none() { return fail(ErrorCode::NotFound, "test.none", "none"); }
    Result<HelloAnswer> hello(const HelloRequest&) override { return none(); }
    Result<HeadsAnswer> heads(const Caller&, const HeadsRequest&) override { return none(); }
    Result<IdsAnswer> ids(const Caller&, const IdsRequest&) override { return none(); }
    Result<PushAnswer> push(const Caller&, PushRequest) override { return none(); }
    Result<AckAnswer> acknowledge(const AckRequest&) override { return none(); }
    Result<PullAnswer> pull(const Caller&, const PullRequest&) override { return none(); }
    Result<StatusAnswer> status(const Caller&, const StatusRequest&) override { return none(); }
    Result<BlobsAnswer> blobs(const Caller&, const BlobsRequest&) override { return none(); }
    Result<BlobPart> readBlob(const Caller&, const BlobReadRequest&) override { return none(); }
    Result<BlobState> writeBlob(const Caller&, const BlobWriteRequest&) override { return none(); }
};

class LogOverHttp : public testing::Test {
protected:
    test::TemporaryFolder folder;
    crypto::SystemRandom random;
    NoApi api;
    ScriptedLog log;
    server::Router router{api, random, &log};
    std::unique_ptr<server::EventLog> events = orThrow(server::EventLog::open(folder / "log", "error"));
    std::unique_ptr<server::HttpFront> front;
    std::thread thread;

    void SetUp() override {
        server::Config config;
        config.tls = false;
        config.port = 0;
        front = orThrow(server::HttpFront::open(config, router, *events));
        thread = std::thread([this] { (void)front->serve(); });
    }
    void TearDown() override {
        front->stop();
        thread.join();
    }
    std::string get(const std::string& path, const std::string& headers = {},
                    const std::string& method = "GET") {
        test::RawClient client(front->port());
        client.send(method + " " + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
        return client.readAnswer();
    }
};

TEST_F(LogOverHttp, TheCheckpointIsPlainTextThatIsAskedForAnew) {
    const auto answer = get("/log/checkpoint");
    EXPECT_EQ(test::statusOf(answer), 200);
    EXPECT_THAT(answer, HasSubstr("text/plain; charset=utf-8"));
    EXPECT_THAT(answer, HasSubstr("Cache-Control: no-cache\r\n"));
    EXPECT_TRUE(answer.ends_with("\r\n\r\ncatatan\n"));
}

TEST_F(LogOverHttp, TilesAndBundlesMayBeKeptForEver) {
    for (const auto& [path, body] : std::vector<std::pair<std::string, std::string>>{
             {"/log/tile/0/000.p/3", "hhh"}, {"/log/tile/entries/000.p/2", "ee"}}) {
        const auto answer = get(path);
        EXPECT_EQ(test::statusOf(answer), 200) << path;
        EXPECT_THAT(answer, HasSubstr("application/octet-stream"));
        EXPECT_THAT(answer, HasSubstr("immutable"));
        EXPECT_TRUE(answer.ends_with("\r\n\r\n" + body)) << answer;
    }
}

TEST_F(LogOverHttp, WhatIsNotThereYetIsNotKept) {
    const auto answer = get("/log/tile/0/001");
    EXPECT_EQ(test::statusOf(answer), 404);
    EXPECT_THAT(answer, HasSubstr("Cache-Control: no-store"));
    EXPECT_THAT(answer, Not(HasSubstr("immutable")));
}

TEST_F(LogOverHttp, OtherSpellingsOfAPathAreRefused) {
    for (const char* path :
         {"/log/", "/log/tile/0/0", "/log/tile/00/000", "/log/tile/0/000.p/256", "/log/tile/0/000.p/0",
          "/log/tile/8/000", "/log/tile/0/x000/000", "/log/../healthz", "/log/tile/0/%30%30%30",
          "/log/checkpoint?a=1", "/log//checkpoint", "/log/checkpoint/"}) {
        const auto status = test::statusOf(get(path));
        EXPECT_TRUE(status == 404 || status == 400) << path << ": " << status;
    }
}

TEST_F(LogOverHttp, ReadsWithABodyOrARangeAreRefused) {
    EXPECT_THAT(get("/log/checkpoint", "Content-Length: 5\r\n"), HasSubstr("http.framing"));
    EXPECT_THAT(get("/log/checkpoint", "Transfer-Encoding: chunked\r\n"), HasSubstr("http.framing"));
    EXPECT_THAT(get("/healthz", "Content-Length: 5\r\n"), HasSubstr("http.framing"));
    EXPECT_THAT(get("/log/checkpoint", "Range: bytes=0-1\r\n"), HasSubstr("http.range"));
    EXPECT_THAT(get("/log/checkpoint", "Content-Length: 0\r\n"), HasSubstr("catatan"));
}

TEST_F(LogOverHttp, WritingThereIsRefused) {
    const auto answer = get("/log/checkpoint", "Content-Length: 0\r\n", "POST");
    EXPECT_EQ(test::statusOf(answer), 404);
    EXPECT_EQ(test::statusOf(get("/log/checkpoint", "Content-Length: 0\r\n", "DELETE")), 404);
}

TEST_F(LogOverHttp, HealthSaysHowTheLogIs) {
    EXPECT_THAT(get("/healthz"), HasSubstr(R"({"status":"ok","log":{"state":"running")"));
    log.stopped = true;
    const auto answer = get("/healthz");
    EXPECT_EQ(test::statusOf(answer), 200) << "it still stores";
    EXPECT_THAT(answer,
                HasSubstr(R"({"status":"degraded","log":{"state":"stopped","reason":"log.signer-shrunk")"));
    EXPECT_EQ(test::statusOf(get("/log/checkpoint")), 423);
}

TEST_F(LogOverHttp, ARouterWithoutALogKnowsNoneOfItsPaths) {
    server::Router bare(api, random);
    EXPECT_FALSE(bare.isFile("/log/checkpoint"));
    EXPECT_FALSE(bare.knows(path::kLogProofs));
    EXPECT_TRUE(router.knows(path::kLogProofs));
    Request request{std::string(path::kLogProofs), std::string(kJsonContent), {}, encode(LogProofsRequest{})};
    EXPECT_EQ(errorOf(bare.handle(request)).reason, "sync.no-such-path");
    EXPECT_EQ(orThrow(decode<LogProofsAnswer>(router.handle(request).body)).checkpoint, "catatan");
}

} // namespace
} // namespace teken::sync
