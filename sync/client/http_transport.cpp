#include "sync/client/http_transport.h"

#include "core/crypto/hash.h"

#define CPPHTTPLIB_USE_POLL
#include <httplib.h>

#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <condition_variable>
#include <csignal>
#include <ctime>
#include <functional>
#include <mutex>
#include <thread>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace teken::sync::client {

namespace {

constexpr std::chrono::seconds kMostRetryAfter{3600};

/// SHA-256 of the peer's SubjectPublicKeyInfo.
std::optional<Digest> pinOf(const SSL* ssl) {
    X509* certificate = SSL_get1_peer_certificate(ssl);
    if (certificate == nullptr)
        return std::nullopt;
    unsigned char* der = nullptr;
    const int length = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    std::optional<Digest> pin;
    if (length > 0)
        pin = crypto::sha256(ByteView(der, static_cast<std::size_t>(length)));
    OPENSSL_free(der);
    X509_free(certificate);
    return pin;
}

Error errorFor(httplib::Error error) {
    switch (error) {
    case httplib::Error::ConnectionTimeout:
        return {ErrorCode::Timeout, "sync.timeout", "no connection in time", {}};
    case httplib::Error::SSLServerVerification:
    case httplib::Error::SSLServerHostnameVerification:
        return {ErrorCode::VerificationFailed,
                "sync.tls-pin",
                "expected the pinned server key, found another certificate",
                {}};
    case httplib::Error::SSLConnection:
        return {ErrorCode::Offline, "sync.tls", "no TLS connection with whatever answered there", {}};
    case httplib::Error::Connection:
    case httplib::Error::BindIPAddress:
        return {ErrorCode::Offline, "sync.no-network", "no connection to the server", {}};
    default:
        return {ErrorCode::Offline, "sync.no-answer", "the connection ended before an answer was whole", {}};
    }
}

std::optional<std::chrono::seconds> retryAfterOf(const httplib::Response& response) {
    if (!response.has_header("Retry-After"))
        return std::nullopt;
    const auto text = response.get_header_value("Retry-After");
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size() || seconds < 0)
        return std::nullopt;
    return std::min(std::chrono::seconds(seconds), kMostRetryAfter);
}

/// As long as it lives, writing to a line that has been closed is an error and not the end of the program:
/// TLS writes without MSG_NOSIGNAL. Of this thread and of those it starts meanwhile; no other is touched.
class QuietPipe {
public:
    QuietPipe() {
        sigemptyset(&m_pipe);
        sigaddset(&m_pipe, SIGPIPE);
        sigset_t pending;
        sigpending(&pending);
        m_wasPending = sigismember(&pending, SIGPIPE) == 1;
        pthread_sigmask(SIG_BLOCK, &m_pipe, &m_before);
    }
    ~QuietPipe() {
        constexpr timespec kNow{};
        while (!m_wasPending && sigtimedwait(&m_pipe, nullptr, &kNow) < 0 && errno == EINTR) {
        }
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    QuietPipe(const QuietPipe&) = delete;
    QuietPipe& operator=(const QuietPipe&) = delete;

private:
    sigset_t m_pipe{}, m_before{};
    bool m_wasPending = false;
};

/// Calls `bite` unless it ends before.
class Watchdog {
public:
    Watchdog(std::chrono::milliseconds patience, std::function<void()> bite)
        : m_thread([this, patience, bite = std::move(bite)] {
              std::unique_lock lock(m_mutex);
              if (m_ending.wait_for(lock, patience, [this] { return m_ended; }))
                  return;
              lock.unlock();
              bite();
          }) {}
    ~Watchdog() {
        {
            const std::lock_guard lock(m_mutex);
            m_ended = true;
        }
        m_ending.notify_one();
        m_thread.join();
    }
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

private:
    std::mutex m_mutex;
    std::condition_variable m_ending;
    bool m_ended = false;
    std::thread m_thread; ///< last: begins when everything else is there
};

/// A second hold on the socket that a call goes over. The library lets nobody at its own while it connects
/// and shakes hands, and then a server that drips there could not be left.
class Line {
public:
    Line() = default;
    ~Line() { keep(-1); }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;
    void hold(socket_t sock) { keep(::fcntl(sock, F_DUPFD_CLOEXEC, 0)); }
    void cut() {
        const std::lock_guard lock(m_mutex);
        if (m_sock >= 0)
            ::shutdown(m_sock, SHUT_RDWR);
    }

private:
    void keep(int sock) {
        const std::lock_guard lock(m_mutex);
        if (m_sock >= 0)
            ::close(m_sock);
        m_sock = sock;
    }

    std::mutex m_mutex;
    int m_sock = -1;
};

} // namespace

struct HttpTransport::Parts {
    HttpSettings settings;
    Line line; ///< outlives the client, which tells it of each new socket
    std::unique_ptr<httplib::ClientImpl> client;
    std::atomic<bool> cancelled{false};

    void prepare(const Address& address);
    [[nodiscard]] Result<Response> once(const char* method, const Request& request, bool& quick);
    [[nodiscard]] Result<Response> call(const char* method, const Request& request);
};

void HttpTransport::Parts::prepare(const Address& address) {
    if (address.tls) {
        auto tls = std::make_unique<httplib::SSLClient>(address.host, address.port);
        // The pin decides, not a list of authorities: self-made certificates are the rule at a regency.
        tls->enable_server_certificate_verification(true);
        tls->set_server_certificate_verifier([pins = settings.pins, any = settings.provesItself](SSL* ssl) {
            if (any && pins.empty())
                return true;
            const auto pin = pinOf(ssl);
            return pin && std::ranges::find(pins, *pin) != pins.end();
        });
        client = std::move(tls);
    } else {
        client = std::make_unique<httplib::ClientImpl>(address.host, address.port);
    }
    client->set_socket_options([this](socket_t sock) { line.hold(sock); });
    client->set_tcp_nodelay(true);
    client->set_keep_alive(true);
    client->set_follow_location(false);
    client->set_connection_timeout(settings.connectTimeout.count());
    client->set_read_timeout(settings.readTimeout.count());
    client->set_write_timeout(settings.writeTimeout.count());
}

/// `quick`: it failed so soon that a connection which had gone stale is the likely cause.
Result<Response> HttpTransport::Parts::once(const char* method, const Request& request, bool& quick) {
    httplib::Request sent;
    sent.method = method;
    sent.path = request.path;
    if (!request.contentType.empty())
        sent.set_header("Content-Type", request.contentType);
    sent.set_header("Accept-Encoding", "identity");
    if (!request.proof.empty())
        sent.set_header("Authorization", request.proof);
    sent.body.assign(textOf(request.body));
    Response response;
    bool tooLong = false;
    sent.content_receiver = [&](const char* data, std::size_t count, std::uint64_t, std::uint64_t) {
        tooLong = response.body.size() + count > kMostMessageBytes;
        if (!tooLong)
            response.body.insert(response.body.end(), data, data + count);
        return !tooLong;
    };
    httplib::Response head;
    auto error = httplib::Error::Success;
    const auto start = std::chrono::steady_clock::now();
    std::atomic<bool> late{false};
    bool good = false;
    try {
        const QuietPipe quiet;
        const auto whole = request.path == path::kHello ? std::min(settings.greetingTime, settings.wholeTime)
                                                        : settings.wholeTime;
        const Watchdog watchdog(whole, [&] {
            late = true;
            line.cut();
            client->stop();
        });
        good = client->send(sent, head, error);
    } catch (const std::exception&) {
        return fail(ErrorCode::Internal, "sync.transport", "the HTTP library gave up");
    }
    quick = std::chrono::steady_clock::now() - start < std::chrono::seconds(1);
    if (cancelled)
        return fail(ErrorCode::Cancelled, "sync.cancelled", "the call was cancelled");
    if (late)
        return fail(ErrorCode::Timeout, "sync.timeout",
                    "expected a whole answer in time, found a part of it");
    if (tooLong)
        return fail(ErrorCode::Offline, "sync.answer-too-large",
                    "expected an answer of at most " + std::to_string(kMostMessageBytes) + " bytes");
    if (!good)
        return fail(errorFor(error));
    response.status = head.status;
    response.contentType = head.get_header_value("Content-Type");
    response.retryAfter = retryAfterOf(head);
    return response;
}

Result<std::unique_ptr<HttpTransport>> HttpTransport::create(HttpSettings settings) {
    TEKEN_TRY(const auto address, parseAddress(settings.address));
    if (!address.tls && !address.loopback() && !settings.provesItself)
        return fail(ErrorCode::InvalidInput, "sync.address-plain",
                    "expected https for another machine; plain http is for this one only");
    if (address.tls && settings.pins.empty() && !settings.provesItself)
        return fail(ErrorCode::InvalidInput, "sync.no-pin", "expected a pin of the server's TLS key");
    auto parts = std::make_unique<Parts>();
    parts->settings = std::move(settings);
    parts->prepare(address);
    return std::unique_ptr<HttpTransport>(new HttpTransport(std::move(parts)));
}

HttpTransport::HttpTransport(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
HttpTransport::~HttpTransport() {
    const QuietPipe quiet; // TLS says farewell to whoever may have gone
    m_parts->client.reset();
}

Result<Response> HttpTransport::Parts::call(const char* method, const Request& request) {
    if (cancelled)
        return fail(ErrorCode::Cancelled, "sync.cancelled", "the transport was cancelled");
    bool quick = false;
    auto response = once(method, request, quick);
    // A kept connection may have been closed at the other end just now. Every message may be sent twice.
    if (!response && quick && response.error().reason == "sync.no-answer")
        response = once(method, request, quick);
    return response;
}

Result<Response> HttpTransport::exchange(const Request& request) {
    return m_parts->call("POST", request);
}

Result<Response> HttpTransport::get(const std::string& path) {
    return m_parts->call("GET", {path, {}, {}, {}});
}

void HttpTransport::cancel() {
    const QuietPipe quiet;
    m_parts->cancelled = true;
    m_parts->line.cut();
    m_parts->client->stop();
}

} // namespace teken::sync::client
