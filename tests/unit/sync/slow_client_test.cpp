// Clients that keep every pause short and never come to an end, below HTTP: in the TLS of their connection.
#include "core/base/files.h"
#include "core/base/system.h"
#include "core/crypto/random.h"
#include "sync/server/http_front.h"
#include "sync/server/tls.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <thread>

#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace teken::test {
namespace {

constexpr std::string_view kGreeting = "good day";

struct Greeter final : sync::server::Handler {
    [[nodiscard]] bool knows(std::string_view) const override { return true; }
    [[nodiscard]] std::size_t mostBodyBytes(std::string_view) const override { return longestBodyBytes(); }
    [[nodiscard]] std::size_t longestBodyBytes() const override { return 64 * 1024; }
    [[nodiscard]] sync::Response handle(const sync::Request&) override {
        return {200, "text/plain", std::nullopt, toBytes(kGreeting)};
    }
    [[nodiscard]] sync::Response refusal(const Error&) override { return {400, "text/plain", {}, {}}; }
};

/// A connection that knows no TLS of its own.
class Line {
public:
    explicit Line(int port) : m_sock(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = ::htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
        if (::connect(m_sock, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("cannot connect");
    }
    ~Line() { ::close(m_sock); }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;
    [[nodiscard]] int socket() const { return m_sock; }

    bool send(std::string_view bytes) const {
        return ::send(m_sock, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
    }
    /// One byte after the other, a hundred a second. How many until the other side hung up; all, if it never
    /// did.
    [[nodiscard]] std::size_t dripped(std::string_view bytes) const {
        constexpr int kPauseMs = 10;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            pollfd line{m_sock, POLLRDHUP, 0};
            if (::poll(&line, 1, kPauseMs) != 0 || !send(bytes.substr(i, 1)))
                return i;
        }
        return bytes.size();
    }

private:
    int m_sock;
};

class SlowClient : public testing::Test {
protected:
    void SetUp() override {
        const auto identity = orThrow(sync::server::makeTlsIdentity({"127.0.0.1"}, m_clock.now(), m_random));
        sync::server::Config config;
        config.port = 0;
        config.certificate = m_folder / "certificate.pem";
        config.key = m_folder / "key.pem";
        config.http.requestTime =
            std::chrono::seconds(1); // of the pauses none is longer than ten milliseconds
        ASSERT_TRUE(m_files.writeAtomic(config.certificate, view(identity.certificatePem)));
        ASSERT_TRUE(m_files.writeAtomic(config.key, view(identity.keyPem)));
        m_log = orThrow(sync::server::EventLog::open(m_folder / "log", "info"));
        m_front = orThrow(sync::server::HttpFront::open(config, m_greeter, *m_log));
        m_thread = std::thread([this] { (void)m_front->serve(); });
    }
    void TearDown() override {
        m_front->stop();
        m_thread.join();
    }
    [[nodiscard]] int port() const { return m_front->port(); }

private:
    TemporaryFolder m_folder;
    SystemClock m_clock;
    crypto::SystemRandom m_random;
    PosixFileSystem m_files;
    Greeter m_greeter;
    std::unique_ptr<sync::server::EventLog> m_log;
    std::unique_ptr<sync::server::HttpFront> m_front;
    std::thread m_thread;
};

/// A client's end of TLS over a line: as far as the handshake on the socket, then with what it writes in
/// hand.
class TlsEnd {
public:
    explicit TlsEnd(const Line& line)
        : m_context(SSL_CTX_new(TLS_client_method())), m_ssl(SSL_new(m_context)) {
        SSL_set_fd(m_ssl, line.socket());
        if (SSL_connect(m_ssl) != 1)
            throw std::runtime_error("no TLS");
    }
    ~TlsEnd() {
        SSL_free(m_ssl);
        SSL_CTX_free(m_context);
    }
    TlsEnd(const TlsEnd&) = delete;
    TlsEnd& operator=(const TlsEnd&) = delete;

    /// The bytes that would go over the line.
    std::string recordOf(std::string_view plain) {
        SSL_set0_wbio(m_ssl, BIO_new(BIO_s_mem()));
        if (SSL_write(m_ssl, plain.data(), static_cast<int>(plain.size())) <= 0)
            throw std::runtime_error("nothing written");
        char* bytes = nullptr;
        const auto count = BIO_get_mem_data(SSL_get_wbio(m_ssl), &bytes);
        return {bytes, static_cast<std::size_t>(count)};
    }
    /// Up to the last word of the answer, or whatever came before the line ended.
    std::string answer() {
        std::string text;
        std::array<char, 1024> piece{};
        int count = 1;
        while (count > 0 && !text.ends_with(kGreeting)) {
            count = SSL_read(m_ssl, piece.data(), static_cast<int>(piece.size()));
            text.append(piece.data(), static_cast<std::size_t>(std::max(count, 0)));
        }
        return text;
    }

private:
    SSL_CTX* m_context;
    SSL* m_ssl;
};

std::string requestOf(std::size_t bytes) {
    return "POST /v1/hello HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(bytes) + "\r\n\r\n" +
           std::string(bytes, 'a');
}

TEST_F(SlowClient, IsLeftWhenItDripsItsHandshake) {
    const Line line(port());
    ASSERT_TRUE(line.send(std::string_view("\x16\x03\x01\x08\x00", 5))); // a first message of two KiB
    EXPECT_LT(line.dripped(std::string(2000, 'a')), 1000U);
}

TEST_F(SlowClient, IsLeftWhenItDripsARecordOfItsRequest) {
    const Line line(port());
    TlsEnd end(line);
    const auto record = end.recordOf(requestOf(2000));
    EXPECT_LT(line.dripped(record), 1000U);
}

TEST_F(SlowClient, IsAnsweredWhenItsRecordsComeInTime) {
    const Line line(port());
    TlsEnd end(line);
    const auto record = end.recordOf(requestOf(2000));
    for (const auto& half : {record.substr(0, 700), record.substr(700)})
        ASSERT_TRUE(line.send(half));
    EXPECT_TRUE(end.answer().starts_with("HTTP/1.1 200"));
    const auto next = end.recordOf(requestOf(10));
    ASSERT_TRUE(line.send(next)); // the connection goes on
    EXPECT_TRUE(end.answer().starts_with("HTTP/1.1 200"));
}

} // namespace
} // namespace teken::test
