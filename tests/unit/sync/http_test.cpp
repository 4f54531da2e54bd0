// The server behind real sockets on loopback: the transport's way in, and everything that must not get in.
#include "core/base/files.h"
#include "core/base/system.h"
#include "core/crypto/random.h"
#include "sync/client/http_transport.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/errors.h"
#include "sync/server/http_front.h"
#include "sync/server/router.h"
#include "sync/server/tls.h"
#include "tests/support/sync_world.h"
#include "tests/unit/sync/raw_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include <fstream>
#include <future>
#include <thread>

namespace teken::test {
namespace {

using sync::client::HttpTransport;
using testing::HasSubstr;
using testing::Not;

/// A server of fixed answers; its push may be held up, or throw.
class ScriptedApi final : public sync::SyncApi {
public:
    std::function<void()> onPush;
    std::atomic<unsigned> pushes{0};

    Result<sync::Caller> identify(std::string_view, ByteView,
                                  const std::optional<sync::Statement>&) override {
        return sync::Caller{};
    }
    Result<sync::HelloAnswer> hello(const sync::HelloRequest&) override { return sync::HelloAnswer{}; }
    Result<sync::HeadsAnswer> heads(const sync::Caller&, const sync::HeadsRequest&) override {
        return sync::HeadsAnswer{};
    }
    Result<sync::IdsAnswer> ids(const sync::Caller&, const sync::IdsRequest&) override { return refused(); }
    Result<sync::PushAnswer> push(const sync::Caller&, sync::PushRequest) override {
        ++pushes;
        if (onPush)
            onPush();
        return sync::PushAnswer{};
    }
    Result<sync::AckAnswer> acknowledge(const sync::AckRequest&) override { return refused(); }
    Result<sync::PullAnswer> pull(const sync::Caller&, const sync::PullRequest&) override {
        return refused();
    }
    Result<sync::StatusAnswer> status(const sync::Caller&, const sync::StatusRequest&) override {
        return refused();
    }
    Result<sync::BlobsAnswer> blobs(const sync::Caller&, const sync::BlobsRequest&) override {
        return refused();
    }
    Result<sync::BlobPart> readBlob(const sync::Caller&, const sync::BlobReadRequest&) override {
        return refused();
    }
    Result<sync::BlobState> writeBlob(const sync::Caller&, const sync::BlobWriteRequest&) override {
        return refused();
    }

private:
    static tl::unexpected<Error> refused() {
        return fail(ErrorCode::NoSpace, "store.disk-full", "no space on /srv/secret-place");
    }
};

/// A front on a free port, served by a thread of its own.
class Served {
public:
    Served(sync::SyncApi& api, const TemporaryFolder& folder, sync::server::Config config)
        : m_router(api, m_random), m_log(orThrow(sync::server::EventLog::open(folder / "log", "debug"))) {
        config.port = 0;
        m_front = orThrow(sync::server::HttpFront::open(config, m_router, *m_log));
        m_thread = std::thread([this] { (void)m_front->serve(); });
    }
    ~Served() { stop(); }
    void stop() {
        m_front->stop();
        if (m_thread.joinable())
            m_thread.join();
        m_log->flush();
    }
    [[nodiscard]] int port() const { return m_front->port(); }

private:
    crypto::SystemRandom m_random;
    sync::server::Router m_router;
    std::unique_ptr<sync::server::EventLog> m_log;
    std::unique_ptr<sync::server::HttpFront> m_front;
    std::thread m_thread;
};

sync::server::Config plainConfig() {
    sync::server::Config config;
    config.tls = false;
    return config;
}

std::string post(std::string_view path, std::string_view headers, std::string_view body = {}) {
    return "POST " + std::string(path) +
           " HTTP/1.1\r\nHost: x\r\nContent-Type: " + std::string(sync::kJsonContent) + "\r\n" +
           std::string(headers) + "\r\n" + std::string(body);
}

std::string goodHello() {
    const auto body = sync::encode(sync::HelloRequest{Nonce{}, "test"});
    return post("/v1/hello", "Content-Length: " + std::to_string(body.size()) + "\r\n", textOf(body));
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

class HostileRequests : public testing::Test {
protected:
    TemporaryFolder folder;
    ScriptedApi api;
    sync::server::Config config = plainConfig();
    std::unique_ptr<Served> served;

    void start() { served = std::make_unique<Served>(api, folder, config); }
    std::string ask(std::string_view request) {
        if (!served)
            start();
        RawClient client(served->port());
        client.send(request);
        return client.readAnswer();
    }
    void expectRefused(std::string_view request, int status, std::string_view reason) {
        const auto answer = ask(request);
        EXPECT_EQ(statusOf(answer), status) << answer;
        EXPECT_THAT(answer, HasSubstr(std::string(reason))) << request.substr(0, 200);
        EXPECT_EQ(api.pushes, 0U);
    }
};

TEST_F(HostileRequests, AreMeasuredAgainstOneThatIsGood) {
    EXPECT_EQ(statusOf(ask(goodHello())), 200);
}

TEST_F(HostileRequests, WithAContentEncodingAreRefused) {
    expectRefused(post("/v1/hello", "Content-Encoding: gzip\r\nContent-Length: 2\r\n", "{}"), 400,
                  "http.encoding");
    expectRefused(post("/v1/hello", "Content-Encoding: identity\r\nContent-Length: 2\r\n", "{}"), 400,
                  "http.encoding");
}

TEST_F(HostileRequests, WithARangeAreRefused) {
    std::string many = "Range: bytes=";
    for (int i = 0; i < 500; ++i)
        many += "0-,";
    expectRefused(post("/v1/hello", many + "0-\r\nContent-Length: 2\r\n", "{}"), 400, "http.range");
    EXPECT_EQ(statusOf(ask("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")), 200);
}

TEST_F(HostileRequests, WithDoubtfulFramingAreRefused) {
    expectRefused(post("/v1/hello", "Content-Length: 2\r\nContent-Length: 2\r\n", "{}"), 400, "http.framing");
    expectRefused(
        post("/v1/hello", "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"), 400,
        "http.framing");
    expectRefused(post("/v1/hello", "Transfer-Encoding: gzip, chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"), 400,
                  "http.framing");
    expectRefused(post("/v1/hello", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 400,
                  "http.framing");
    expectRefused(post("/v1/hello", ""), 400, "http.framing");
    for (const char* length : {"-1", "+2", "0x2", "2 2", "2,2", "", "99999999999999999999"})
        expectRefused(post("/v1/hello", "Content-Length: " + std::string(length) + "\r\n", "{}"), 400,
                      "http.framing");
}

TEST_F(HostileRequests, LongerThanTheirPathTakesAreRefusedBeforeTheyAreSent) {
    expectRefused(post("/v1/hello", "Content-Length: 5000\r\n"), 413, "sync.too-large");
    expectRefused(post("/v1/push", "Content-Length: 68719476736\r\n"), 413, "sync.too-large");
}

TEST_F(HostileRequests, InEndlessChunksAreCutOff) {
    start();
    RawClient client(served->port());
    client.send(post("/v1/hello", "Transfer-Encoding: chunked\r\n"));
    const std::string chunk = "1000\r\n" + std::string(0x1000, 'x') + "\r\n";
    std::size_t sent = 0;
    while (sent < 64U * 1024 * 1024 && client.send(chunk))
        sent += chunk.size();
    EXPECT_LT(sent, 16U * 1024 * 1024) << "the server went on listening";
    client.readAll();
    EXPECT_TRUE(client.closedByServer());
    EXPECT_EQ(statusOf(ask(goodHello())), 200) << "and is well";
}

TEST_F(HostileRequests, InOneGiantChunkAreRefused) {
    const auto answer = ask(post("/v1/hello", "Transfer-Encoding: chunked\r\n", "7fffffff\r\nxxxx"));
    EXPECT_THAT(statusOf(answer), testing::AnyOf(400, 413)) << answer;
    EXPECT_EQ(statusOf(ask(post("/v1/hello", "Transfer-Encoding: chunked\r\n", "zz\r\n\r\n"))), 400);
}

TEST_F(HostileRequests, WithHonestChunksAreTaken) {
    const auto body = sync::encode(sync::HelloRequest{Nonce{}, "test"});
    std::string chunked;
    for (const auto byte : body)
        chunked += "1\r\n" + std::string(1, static_cast<char>(byte)) + "\r\n";
    EXPECT_EQ(statusOf(ask(post("/v1/hello", "Transfer-Encoding: chunked\r\n", chunked + "0\r\n\r\n"))), 200);
}

TEST_F(HostileRequests, WithHugeOrManyHeadersAreCutOff) {
    std::string many;
    for (int i = 0; i < 5000; ++i)
        many += "X-" + std::to_string(i) + ": y\r\n";
    EXPECT_NE(statusOf(ask(post("/v1/hello", many + "Content-Length: 2\r\n", "{}"))), 200);
    start();
    RawClient client(served->port());
    client.send("POST /v1/hello HTTP/1.1\r\nX: ");
    const std::string piece(4096, 'a');
    std::size_t sent = 0;
    while (sent < 64U * 1024 * 1024 && client.send(piece))
        sent += piece.size();
    EXPECT_LT(sent, 16U * 1024 * 1024);
}

TEST_F(HostileRequests, WithHeaderLinesThatAreNoneAreCutOff) {
    start();
    RawClient client(served->port());
    client.send("POST /v1/hello HTTP/1.1\r\n");
    std::size_t sent = 0;
    const std::string lines(4096, '\n'); // lines the library skips without counting
    while (sent < 64U * 1024 * 1024 && client.send(lines))
        sent += lines.size();
    EXPECT_LT(sent, 16U * 1024 * 1024);
}

TEST_F(HostileRequests, ForOtherPathsMethodsAndTypesAreRefused) {
    expectRefused(post("/v1/unknown", "Content-Length: 2\r\n", "{}"), 404, "sync.no-such-path");
    expectRefused(post("/v1/hello?x=1", "Content-Length: 2\r\n", "{}"), 400, "http.query");
    expectRefused("GET /v1/hello HTTP/1.1\r\nHost: x\r\n\r\n", 400, "http.method");
    expectRefused("DELETE /v1/push HTTP/1.1\r\nHost: x\r\n\r\n", 400, "http.method");
    expectRefused("GET / HTTP/1.1\r\nHost: x\r\n\r\n", 404, "sync.no-such-path");
    expectRefused(
        "POST /v1/hello HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}", 400,
        "sync.content-type");
    expectRefused("POST /v1/hello HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                  "Content-Length: 2\r\n\r\n{}",
                  400, "sync.content-type");
    EXPECT_NE(statusOf(ask("NONSENSE\r\n\r\n")), 200);
    EXPECT_NE(statusOf(ask(std::string_view("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\r\n\r\n", 14))), 200);
}

TEST_F(HostileRequests, CannotSmuggleASecondRequestInTheBodyOfARefusedOne) {
    start();
    RawClient client(served->port());
    const auto inner = goodHello();
    client.send(post("/v1/hello",
                     "Content-Encoding: gzip\r\nContent-Length: " + std::to_string(inner.size()) + "\r\n",
                     inner));
    const auto answers = client.readAll();
    EXPECT_EQ(statusOf(answers), 400);
    EXPECT_EQ(answers.find("HTTP/1.1", 8), std::string::npos) << answers;
    EXPECT_TRUE(client.closedByServer());
}

TEST_F(HostileRequests, ThatDripAreCutOffAndStopNobodyElse) {
    config.http.requestTime = std::chrono::seconds(1);
    config.http.pieceTime = std::chrono::seconds(1);
    config.http.connections = 8;
    start();
    std::vector<std::unique_ptr<RawClient>> dripping;
    for (int i = 0; i < 7; ++i) {
        dripping.push_back(std::make_unique<RawClient>(served->port()));
        dripping.back()->send("POST /v1/hel");
    }
    EXPECT_EQ(statusOf(ask(goodHello())), 200) << "while the others drip";
    for (auto& client : dripping) {
        client->readAll();
        EXPECT_TRUE(client->closedByServer());
    }
}

TEST_F(HostileRequests, BeyondTheConnectionLimitAreToldToComeBack) {
    config.http.connections = 2;
    start();
    RawClient one(served->port());
    RawClient two(served->port());
    one.send(goodHello());
    two.send(goodHello());
    EXPECT_EQ(statusOf(one.readAnswer()), 200);
    EXPECT_EQ(statusOf(two.readAnswer()), 200);
    RawClient three(served->port());
    const auto answer = three.readAll();
    EXPECT_EQ(statusOf(answer), 503);
    EXPECT_THAT(answer, HasSubstr("Retry-After"));
    one.send(goodHello());
    EXPECT_EQ(statusOf(one.readAnswer()), 200) << "kept connections go on";
}

TEST_F(HostileRequests, LearnNothingFromAnExceptionOrATroubledDisk) {
    api.onPush = [] { throw std::runtime_error("password=hunter2"); };
    auto body = orThrow(sync::encode(sync::PushRequest{}));
    const auto request =
        "POST /v1/push HTTP/1.1\r\nHost: x\r\nContent-Type: " + std::string(sync::kBinaryContent) +
        "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(textOf(body));
    const auto answer = ask(request);
    EXPECT_EQ(statusOf(answer), 500);
    EXPECT_THAT(answer, Not(HasSubstr("hunter2")));
    const auto disk = sync::encode(sync::IdsRequest{FeedId{}, 1});
    const auto full =
        ask(post("/v1/ids", "Content-Length: " + std::to_string(disk.size()) + "\r\n", textOf(disk)));
    EXPECT_EQ(statusOf(full), 507);
    EXPECT_THAT(full, HasSubstr("Retry-After"));
    EXPECT_THAT(full, Not(HasSubstr("secret-place")));
    served->stop();
    const auto log = contentOf(folder / "log");
    EXPECT_THAT(log, HasSubstr("\"event\":\"exception\""));
    EXPECT_THAT(log, Not(HasSubstr("hunter2")));
    EXPECT_THAT(log, Not(HasSubstr("127.0.0.1")));
}

TEST_F(HostileRequests, LeaveNoTraceOfTheirPathsInTheLog) {
    ask(post("/v1/197001012000121001", "Content-Length: 2\r\n", "{}"));
    ask("GET /?nip=197001012000121001 HTTP/1.1\r\nHost: x\r\n\r\n");
    served->stop();
    const auto log = contentOf(folder / "log");
    EXPECT_THAT(log, HasSubstr("sync.no-such-path"));
    EXPECT_THAT(log, Not(HasSubstr("197001012000121001")));
}

TEST_F(HostileRequests, UnderWayAreFinishedBeforeTheServerStops) {
    std::promise<void> begun;
    std::promise<void> goOn;
    api.onPush = [&] {
        begun.set_value();
        goOn.get_future().wait();
    };
    start();
    auto transport = orThrow(
        HttpTransport::create({.address = "http://127.0.0.1:" + std::to_string(served->port()), .pins = {}}));
    auto answered = std::async(std::launch::async, [&] {
        return transport->exchange({std::string(sync::path::kPush),
                                    std::string(sync::kBinaryContent),
                                    {},
                                    orThrow(sync::encode(sync::PushRequest{}))});
    });
    begun.get_future().wait();
    auto stopped = std::async(std::launch::async, [&] { served->stop(); });
    EXPECT_NE(stopped.wait_for(std::chrono::milliseconds(50)), std::future_status::ready);
    goOn.set_value();
    const auto response = answered.get();
    ASSERT_TRUE(response.has_value()) << describe(response.error());
    EXPECT_EQ(response->status, 200);
    stopped.get();
}

TEST(HttpFront, SaysThatThePortIsTaken) {
    TemporaryFolder folder;
    ScriptedApi api;
    Served first(api, folder, plainConfig());
    crypto::SystemRandom random;
    sync::server::Router router(api, random);
    const auto log = orThrow(sync::server::EventLog::open(folder / "log2", "info"));
    auto config = plainConfig();
    config.port = first.port();
    const auto second = sync::server::HttpFront::open(config, router, *log);
    ASSERT_FALSE(second.has_value());
    EXPECT_EQ(second.error().reason, "http.port-in-use");
}

TEST(HttpTransportTest, CarriesARoundToTheServerAndBack) {
    SyncWorld world;
    Served served(world.server().service(), world.folder, plainConfig());
    auto& laptop = world.laptop("Pak A");
    laptop.openSession();
    for (std::uint32_t i = 0; i < 60; ++i)
        laptop.sign(i);
    const auto transport = orThrow(
        HttpTransport::create({.address = "http://127.0.0.1:" + std::to_string(served.port()), .pins = {}}));
    const auto report = sync::client::syncOnce(laptop.book(), laptop.ledger(), *transport, world.world.clock,
                                               world.world.random);
    ASSERT_TRUE(report.ok()) << describe(*report.error);
    EXPECT_EQ(laptop.received(), 61U);
    EXPECT_EQ(laptop.dump(), world.server().dump());
}

TEST(HttpTransportTest, TellsThatNobodyIsThere) {
    TemporaryFolder folder;
    ScriptedApi api;
    int port = 0;
    {
        Served served(api, folder, plainConfig());
        port = served.port();
    }
    const auto transport =
        orThrow(HttpTransport::create({.address = "http://127.0.0.1:" + std::to_string(port), .pins = {}}));
    const auto response = transport->exchange({std::string(sync::path::kHello), "x", {}, {}});
    ASSERT_FALSE(response.has_value());
    EXPECT_EQ(response.error().reason, "sync.no-network");
}

class PinnedTls : public testing::Test {
protected:
    TemporaryFolder folder;
    ScriptedApi api;
    crypto::SystemRandom random;
    SystemClock clock;
    PosixFileSystem files;

    Digest writeIdentity(sync::server::Config& config) {
        const auto identity =
            orThrow(sync::server::makeTlsIdentity({"localhost", "127.0.0.1"}, clock.now(), random));
        config.tls = true;
        config.certificate = folder / "certificate.pem";
        config.key = folder / "key.pem";
        EXPECT_TRUE(files.writeAtomic(config.certificate, view(identity.certificatePem)));
        EXPECT_TRUE(files.writeAtomic(config.key, view(identity.keyPem)));
        EXPECT_EQ(orThrow(sync::server::pinOfFiles(files, config.certificate, config.key)), identity.pin);
        return identity.pin;
    }
    static Result<sync::Response> hello(int port, std::vector<Digest> pins) {
        const auto transport = orThrow(HttpTransport::create(
            {.address = "https://127.0.0.1:" + std::to_string(port), .pins = std::move(pins)}));
        return transport->exchange({std::string(sync::path::kHello),
                                    std::string(sync::kJsonContent),
                                    {},
                                    sync::encode(sync::HelloRequest{Nonce{}, "test"})});
    }
};

TEST_F(PinnedTls, TalksToTheServerItKnowsByTheCurrentOrTheNextPin) {
    sync::server::Config config;
    const auto pin = writeIdentity(config);
    Served served(api, folder, config);
    EXPECT_EQ(orThrow(hello(served.port(), {pin})).status, 200);
    EXPECT_EQ(orThrow(hello(served.port(), {Digest{}, pin})).status, 200);
}

TEST_F(PinnedTls, CanUseACertificateWhateverItsSerialNumberDraws) {
    struct Zeros final : RandomSource {
        void fill(std::span<std::uint8_t> into) override { std::ranges::fill(into, std::uint8_t{0}); }
    } zeros;
    const auto identity = orThrow(sync::server::makeTlsIdentity({"localhost"}, clock.now(), zeros));
    const auto certificate = folder / "certificate.pem";
    ASSERT_TRUE(files.writeAtomic(certificate, view(identity.certificatePem)));
    ASSERT_TRUE(files.writeAtomic(folder / "key.pem", view(identity.keyPem)));
    EXPECT_EQ(orThrow(sync::server::pinOfFiles(files, certificate, folder / "key.pem")), identity.pin);
}

TEST_F(PinnedTls, TellsAnotherServersKeyByItsPinAndSendsNothing) {
    sync::server::Config config;
    (void)writeIdentity(config);
    Served served(api, folder, config);
    const auto response = hello(served.port(), {Digest{}});
    ASSERT_FALSE(response.has_value());
    EXPECT_EQ(response.error().code, ErrorCode::VerificationFailed);
    EXPECT_EQ(response.error().reason, "sync.tls-pin");
}

TEST_F(PinnedTls, TellsAServerWithoutTls) {
    auto config = plainConfig();
    config.http.pieceTime = std::chrono::seconds(1); // it waits for the rest of a line that never ends
    Served served(api, folder, config);
    const auto response = hello(served.port(), {Digest{}});
    ASSERT_FALSE(response.has_value());
    EXPECT_EQ(response.error().code, ErrorCode::Offline);
}

TEST_F(PinnedTls, RefusesAKeyThatIsNotTheCertificates) {
    sync::server::Config config;
    (void)writeIdentity(config);
    const auto other = orThrow(sync::server::makeTlsIdentity({"localhost"}, clock.now(), random));
    ASSERT_TRUE(files.writeAtomic(config.key, view(other.keyPem)));
    EXPECT_EQ(sync::server::pinOfFiles(files, config.certificate, config.key).error().reason, "tls.pair");
    ASSERT_TRUE(files.writeAtomic(config.key, view("not a key")));
    EXPECT_EQ(sync::server::pinOfFiles(files, config.certificate, config.key).error().reason, "tls.key");
    ASSERT_TRUE(files.writeAtomic(config.certificate, view("nothing")));
    EXPECT_EQ(sync::server::pinOfFiles(files, config.certificate, config.key).error().reason,
              "tls.certificate");
    EXPECT_EQ(sync::server::makeTlsIdentity({}, clock.now(), random).error().reason, "tls.name");
    EXPECT_EQ(sync::server::makeTlsIdentity({"a,DNS:b"}, clock.now(), random).error().reason, "tls.name");
}

} // namespace
} // namespace teken::test
