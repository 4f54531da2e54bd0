// A server that keeps every pause short and never comes to an end.
#include "sync/client/http_transport.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <atomic>
#include <poll.h>
#include <semaphore>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace teken::sync::client {
namespace {

/// Takes each connection, says `head` once and `drop` again and again until the other side has gone.
class DrippingServer {
public:
    DrippingServer(std::string head, std::string drop)
        : m_listening(::socket(AF_INET, SOCK_STREAM, 0)), m_head(std::move(head)), m_drop(std::move(drop)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto* any = reinterpret_cast<sockaddr*>(&address);
        if (::bind(m_listening, any, length) != 0 || ::listen(m_listening, 8) != 0 ||
            ::getsockname(m_listening, any, &length) != 0)
            throw std::runtime_error("no port for the dripping server");
        m_port = ::ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~DrippingServer() {
        m_ended = true;
        ::shutdown(m_listening, SHUT_RDWR);
        m_thread.join();
        ::close(m_listening);
    }
    DrippingServer(const DrippingServer&) = delete;
    DrippingServer& operator=(const DrippingServer&) = delete;

    [[nodiscard]] std::string url(const char* scheme = "http://") const {
        return scheme + std::string("127.0.0.1:") + std::to_string(m_port);
    }
    /// Until somebody is being dripped on.
    void waitForGuest() { m_guest.acquire(); }

private:
    void serve() {
        while (!m_ended) {
            const int line = ::accept(m_listening, nullptr, nullptr);
            if (line < 0)
                return;
            drip(line);
            ::close(line);
        }
    }
    void drip(int line) {
        bool there = say(line, m_head);
        m_guest.release();
        while (there && !m_ended) {
            pollfd waiting{line, POLLRDHUP, 0};
            there = ::poll(&waiting, 1, 5) == 0 && say(line, m_drop); // a drop every five milliseconds
        }
    }
    static bool say(int line, const std::string& text) {
        return ::send(line, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
    }

    int m_listening;
    std::string m_head, m_drop;
    int m_port = 0;
    std::atomic<bool> m_ended{false};
    std::counting_semaphore<> m_guest{0};
    std::thread m_thread;
};

std::string reasonOf(HttpTransport& transport) {
    const auto answer = transport.exchange({"/v1/hello", "application/json", {}, {}});
    return answer ? "an answer" : answer.error().reason;
}

std::string reasonFrom(const DrippingServer& server, std::chrono::milliseconds wholeTime) {
    HttpSettings settings;
    settings.address = server.url();
    settings.wholeTime = wholeTime;
    return reasonOf(*HttpTransport::create(std::move(settings)).value());
}

HttpSettings overTls(const DrippingServer& server, std::chrono::milliseconds wholeTime) {
    HttpSettings settings;
    settings.address = server.url("https://");
    settings.pins = {Digest{}};
    settings.wholeTime = wholeTime;
    return settings;
}

/// The head of a TLS record of 16 KiB: the handshake waits for all of it.
const std::string kLongRecord("\x16\x03\x03\x40\x00", 5);

constexpr std::chrono::milliseconds kPatience{300};

TEST(SlowServer, IsLeftWhenItDripsItsBody) {
    const DrippingServer server("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", "a");
    EXPECT_EQ(reasonFrom(server, kPatience), "sync.timeout");
}

TEST(SlowServer, IsLeftWhenItDripsItsHead) {
    const DrippingServer server("HTTP/1.1 200 OK\r\nX: ", "a");
    EXPECT_EQ(reasonFrom(server, kPatience), "sync.timeout");
}

TEST(SlowServer, IsLeftSoonerWhenItDripsTheGreetingThatOpensARound) {
    const DrippingServer server("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", "a");
    HttpSettings settings;
    settings.address = server.url();
    settings.greetingTime = kPatience;
    EXPECT_EQ(reasonOf(*HttpTransport::create(std::move(settings)).value()), "sync.timeout");
}

TEST(SlowServer, IsLeftWhenItOnlySaysContinue) {
    const DrippingServer server("", "HTTP/1.1 100 Continue\r\n\r\n");
    EXPECT_EQ(reasonFrom(server, kPatience), "sync.timeout");
}

TEST(SlowServer, IsLeftWhenItDripsItsHandshake) {
    const DrippingServer server(kLongRecord, "a");
    EXPECT_EQ(reasonOf(*HttpTransport::create(overTls(server, kPatience)).value()), "sync.timeout");
}

TEST(SlowServer, KeepsNobodyInItsHandshakeWhoCancels) {
    DrippingServer server(kLongRecord, "a");
    const auto transport = HttpTransport::create(overTls(server, std::chrono::minutes(10))).value();
    std::thread impatient([&] {
        server.waitForGuest();
        transport->cancel();
    });
    EXPECT_EQ(reasonOf(*transport), "sync.cancelled");
    impatient.join();
}

TEST(SlowServer, IsHeardWhenItComesToAnEndInTime) {
    const DrippingServer server("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n", "a");
    EXPECT_EQ(reasonFrom(server, std::chrono::seconds(60)), "an answer");
}

} // namespace
} // namespace teken::sync::client
