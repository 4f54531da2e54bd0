#include "sync/server/http_front.h"

#include "core/base/seams.h"
#include "sync/protocol/errors.h"

#define CPPHTTPLIB_USE_POLL
#include <httplib.h>

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <limits>
#include <mutex>
#include <thread>

namespace teken::sync::server {

/// What both kinds of server share.
struct Gate {
    HttpLimits limits;
    std::atomic<std::size_t> open{0};
};

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::string_view kHealth = "/healthz";
constexpr std::size_t kBodySlack = 64 * 1024; // of a chunked body's framing
constexpr std::size_t kSpareThreads = 4;      // they tell callers beyond the limit to come back

/// After a call of the TLS library that did not come to an end: waits for what it is missing, no longer than
/// `piece` for the next bytes and `deadline` for all of them. False: it will not come.
bool waitForTls(SSL* ssl, int result, socket_t sock, std::chrono::seconds piece,
                SteadyClock::time_point deadline) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - SteadyClock::now());
    if (left.count() <= 0)
        return false;
    const auto wait = std::chrono::microseconds(std::min<std::chrono::milliseconds>(left, piece));
    switch (SSL_get_error(ssl, result)) {
    case SSL_ERROR_WANT_READ:
        return httplib::detail::select_read(sock, 0, wait.count()) > 0;
    case SSL_ERROR_WANT_WRITE:
        return httplib::detail::select_write(sock, 0, wait.count()) > 0;
    default:
        return false;
    }
}

/// A connection's stream with limits of our own. The library reads headers byte by byte and waits anew for
/// each, so a client that drips could hold a thread for ever, or fill memory with a line that does not end.
/// Through TLS (`ssl`, else null) it would wait so for each byte of a record, where no deadline is looked at.
class GuardedStream final : public httplib::Stream {
public:
    GuardedStream(httplib::Stream& inner, SSL* ssl, const HttpLimits& limits, std::size_t bodyBytes)
        : m_inner(inner), m_ssl(ssl), m_piece(limits.pieceTime), m_headerLeft(limits.headerBytes),
          m_bodyLeft(bodyBytes), m_deadline(SteadyClock::now() + limits.requestTime) {}

    [[nodiscard]] bool answeredWell() const { return m_statusLine.starts_with("HTTP/1.1 2"); }

    bool is_readable() const override { return m_inner.is_readable(); }
    bool is_writable() const override { return m_inner.is_writable(); }
    ssize_t read(char* into, std::size_t size) override {
        auto& left = m_inBody ? m_bodyLeft : m_headerLeft;
        if (left == 0 || SteadyClock::now() > m_deadline)
            return -1;
        const auto most = std::min(size, left);
        const auto count = m_ssl == nullptr ? m_inner.read(into, most) : readTls(into, most);
        if (count > 0) {
            left -= static_cast<std::size_t>(count);
            if (!m_inBody)
                watchForBody({into, static_cast<std::size_t>(count)});
        }
        return count;
    }
    ssize_t write(const char* from, std::size_t size) override {
        constexpr std::size_t kStatusBytes = 12;
        if (m_statusLine.size() < kStatusBytes)
            m_statusLine.append(from, std::min(size, kStatusBytes - m_statusLine.size()));
        return m_inner.write(from, size);
    }
    void get_remote_ip_and_port(std::string& ip, int& port) const override {
        m_inner.get_remote_ip_and_port(ip, port);
    }
    void get_local_ip_and_port(std::string&, int&) const override {}
    socket_t socket() const override { return m_inner.socket(); }

private:
    ssize_t readTls(char* into, std::size_t size) {
        const auto most = static_cast<int>(std::min<std::size_t>(size, std::numeric_limits<int>::max()));
        if (SSL_pending(m_ssl) > 0)
            return SSL_read(m_ssl, into, most);
        httplib::detail::set_nonblocking(socket(), true);
        ERR_clear_error(); // what another connection left there would be taken for this one's
        int count = SSL_read(m_ssl, into, most);
        while (count < 0 && waitForTls(m_ssl, count, socket(), m_piece, m_deadline))
            count = SSL_read(m_ssl, into, most);
        httplib::detail::set_nonblocking(socket(), false);
        return count;
    }

    void watchForBody(std::string_view bytes) {
        constexpr std::string_view kEnd = "\r\n\r\n";
        for (const char byte : bytes) {
            m_matched = byte == kEnd[m_matched] ? m_matched + 1 : (byte == '\r' ? 1 : 0);
            m_inBody = m_matched == kEnd.size();
            if (m_inBody)
                return;
        }
    }

    httplib::Stream& m_inner;
    SSL* m_ssl;
    std::chrono::seconds m_piece;
    std::size_t m_headerLeft;
    std::size_t m_bodyLeft;
    SteadyClock::time_point m_deadline;
    std::size_t m_matched = 0;
    bool m_inBody = false;
    std::string m_statusLine;
};

class Counted {
public:
    explicit Counted(Gate& gate) : m_gate(gate), m_full(gate.open.fetch_add(1) >= gate.limits.connections) {}
    ~Counted() { m_gate.open.fetch_sub(1); }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    [[nodiscard]] bool full() const { return m_full; }

private:
    Gate& m_gate;
    bool m_full;
};

/// Lets the answer reach a client that is still sending: closing at once would reset the connection under it.
/// Only so far: whoever goes on sending after that is not waiting for an answer.
void closeGently(socket_t sock) {
    constexpr std::size_t kMostDrained = 1024 * 1024;
    ::shutdown(sock, SHUT_WR);
    std::array<char, 4096> rest{};
    const auto deadline = SteadyClock::now() + std::chrono::milliseconds(500);
    std::size_t drained = 0;
    while (drained < kMostDrained && SteadyClock::now() < deadline &&
           httplib::detail::select_read(sock, 0, 100'000) > 0) {
        const auto count = ::recv(sock, rest.data(), rest.size(), MSG_DONTWAIT);
        if (count <= 0)
            break;
        drained += static_cast<std::size_t>(count);
    }
    httplib::detail::shutdown_socket(sock);
    httplib::detail::close_socket(sock);
}

template <class Base>
class GuardedServer final : public Base {
public:
    template <class... Arguments>
    explicit GuardedServer(Gate& gate, Arguments&&... arguments)
        : Base(std::forward<Arguments>(arguments)...), m_gate(gate) {}
    /// A socket that listens but was never served would let callers in and keep silent.
    ~GuardedServer() override { abandon(); }
    void abandon() {
        const auto sock = this->svr_sock_.exchange(INVALID_SOCKET);
        if (sock != INVALID_SOCKET)
            httplib::detail::close_socket(sock);
    }

private:
    bool process_and_close_socket(socket_t sock) override {
        const Counted counted(m_gate);
        bool good = false;
        if constexpr (std::is_same_v<Base, httplib::SSLServer>)
            good = counted.full() ? false : serveTls(sock);
        else
            good = counted.full() ? turnAway(sock) : servePlain(sock);
        closeGently(sock);
        return good;
    }

    bool turnAway(socket_t sock) {
        constexpr std::string_view kAnswer = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 15\r\n"
                                             "Content-Length: 0\r\nConnection: close\r\n\r\n";
        return ::send(sock, kAnswer.data(), kAnswer.size(), MSG_NOSIGNAL) > 0;
    }

    auto guarded(SSL* ssl) {
        return [this, ssl](httplib::Stream& stream, bool closeConnection, bool& connectionClosed) {
            GuardedStream guard(stream, ssl, m_gate.limits, this->payload_max_length_ + kBodySlack);
            std::string caller; // for the limits of the public page; goes nowhere else
            int port = 0;
            stream.get_remote_ip_and_port(caller, port);
            const bool good =
                this->process_request(guard, caller, port, {}, 0, closeConnection, connectionClosed, {});
            // After an error part of the request may still be on its way: the next line read would be
            // garbage, or somebody's idea of a second request.
            if (!guard.answeredWell())
                connectionClosed = true;
            return good;
        };
    }

    bool servePlain(socket_t sock) {
        return httplib::detail::process_server_socket(this->svr_sock_, sock, this->keep_alive_max_count_,
                                                      this->keep_alive_timeout_sec_, this->read_timeout_sec_,
                                                      this->read_timeout_usec_, this->write_timeout_sec_,
                                                      this->write_timeout_usec_, guarded(nullptr));
    }

    bool serveTls(socket_t sock) requires std::is_same_v<Base, httplib::SSLServer> {
        const auto deadline = SteadyClock::now() + m_gate.limits.requestTime;
        auto* ssl = httplib::detail::ssl_new(
            sock, this->ssl_context(), m_tlsMutex,
            [&](SSL* fresh) {
                int result = SSL_accept(fresh);
                while (result != 1 && waitForTls(fresh, result, sock, m_gate.limits.pieceTime, deadline))
                    result = SSL_accept(fresh);
                return result == 1;
            },
            [](SSL*) { return true; });
        if (ssl == nullptr)
            return false;
        const bool good = httplib::detail::process_server_socket_ssl(
            this->svr_sock_, ssl, sock, this->keep_alive_max_count_, this->keep_alive_timeout_sec_,
            this->read_timeout_sec_, this->read_timeout_usec_, this->write_timeout_sec_,
            this->write_timeout_usec_, guarded(ssl));
        httplib::detail::ssl_delete(m_tlsMutex, ssl, sock, good);
        return good;
    }

    Gate& m_gate;
    std::mutex m_tlsMutex;
};

Error invalid(const char* reason, const char* message) {
    return {ErrorCode::InvalidInput, reason, message, {}};
}

/// Framing of the body: exactly one of a plain Content-Length and "chunked". Anything else has been used to
/// smuggle.
std::optional<Error> framingFault(const httplib::Request& request, std::size_t mostBytes) {
    const auto lengths = request.get_header_value_count("Content-Length");
    const auto codings = request.get_header_value_count("Transfer-Encoding");
    if (lengths + codings != 1)
        return invalid("http.framing", "expected one Content-Length, or Transfer-Encoding: chunked");
    if (codings == 1) {
        if (request.get_header_value("Transfer-Encoding") != "chunked")
            return invalid("http.framing", "expected Transfer-Encoding: chunked");
        return std::nullopt;
    }
    const auto text = request.get_header_value("Content-Length");
    std::uint64_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (text.empty() || end != text.data() + text.size() || error != std::errc{})
        return invalid("http.framing", "expected a Content-Length of decimal digits");
    if (length > mostBytes)
        return invalid("sync.too-large", "the body is longer than this path takes");
    return std::nullopt;
}

const char* cacheControl(Caching caching) {
    switch (caching) {
    case Caching::Forever:
        return "public, max-age=31536000, immutable";
    case Caching::AskAgain:
        return "no-cache";
    case Caching::Never:
        break;
    }
    return "no-store";
}

} // namespace

struct HttpFront::Parts {
    Gate gate;
    Handler& router;
    EventLog& log;
    std::unique_ptr<httplib::Server> server;
    std::function<void()> abandon; ///< closes the listening socket if nobody has
    int port = 0;
    std::atomic<bool> serving{false};
    std::atomic<bool> stopping{false};

    Parts(Handler& routes, EventLog& events) : router(routes), log(events) {}

    void prepare(const Config& config);
    [[nodiscard]] std::optional<Error> guard(const httplib::Request& request) const;
    [[nodiscard]] bool isRead(const httplib::Request& request) const;
    [[nodiscard]] Response read(const httplib::Request& request) const;
    void answer(const httplib::Request& request, httplib::Response& response,
                const httplib::ContentReader& read);
    void write(const Response& from, httplib::Response& into) const;
    [[nodiscard]] Result<> bind(const Config& config);
};

/// Before a byte of the body is read: whatever this server does not offer ends here.
std::optional<Error> HttpFront::Parts::guard(const httplib::Request& request) const {
    if (request.target.find('?') != std::string::npos)
        return invalid("http.query", "no query strings here");
    if (request.has_header("Range"))
        return invalid("http.range", "no ranges here");
    if (request.has_header("Content-Encoding"))
        return invalid("http.encoding", "no content encodings here");
    if (!router.knows(request.path))
        return Error{ErrorCode::NotFound, "sync.no-such-path", "no such path", {}};
    if (request.method != "POST")
        return invalid("http.method", "expected POST");
    if (request.is_multipart_form_data() || request.get_header_value_count("Content-Type") > 1)
        return invalid("sync.content-type", "expected one content type of this protocol");
    return framingFault(request, router.mostBodyBytes(request.path));
}

bool HttpFront::Parts::isRead(const httplib::Request& request) const {
    return (request.method == "GET" || request.method == "HEAD") &&
           (request.path == kHealth || router.isFile(request.path));
}

/// GET: one spelling of each path, and no body, which the library would leave in the connection as if it were
/// the next request.
Response HttpFront::Parts::read(const httplib::Request& request) const {
    if (request.target != request.path)
        return router.refusal(invalid("http.query", "no query strings and no escapes here"));
    if (request.has_header("Range"))
        return router.refusal(invalid("http.range", "no ranges here"));
    if (request.has_header("Transfer-Encoding") ||
        (request.has_header("Content-Length") && request.get_header_value("Content-Length") != "0") ||
        request.get_header_value_count("Content-Length") > 1)
        return router.refusal(invalid("http.framing", "expected a GET without a body"));
    if (request.path == kHealth)
        return {200, "application/json", std::nullopt, toBytes(router.health()), Caching::Never};
    return router.file(request.path);
}

void HttpFront::Parts::write(const Response& from, httplib::Response& into) const {
    into.status = from.status;
    if (from.retryAfter)
        into.set_header("Retry-After", std::to_string(from.retryAfter->count()));
    into.set_header("Cache-Control", cacheControl(from.caching));
    if (from.contentType.starts_with("text/html")) {
        into.set_header("Content-Security-Policy", router.pagePolicy());
        into.set_header("X-Content-Type-Options", "nosniff");
        into.set_header("Referrer-Policy", "no-referrer");
        into.set_header("Cross-Origin-Resource-Policy", "same-origin");
    }
    into.set_content(std::string(textOf(from.body)), from.contentType);
}

void HttpFront::Parts::answer(const httplib::Request& request, httplib::Response& response,
                              const httplib::ContentReader& read) {
    const auto start = SteadyClock::now();
    const auto most = router.mostBodyBytes(request.path);
    Request message;
    message.path = request.path;
    message.contentType = request.get_header_value("Content-Type");
    message.proof = request.get_header_value("Authorization");
    message.body.reserve(std::min<std::size_t>(most, request.get_header_value_u64("Content-Length")));
    bool tooLong = false;
    const bool whole = read([&](const char* data, std::size_t count) {
        tooLong = count > most - message.body.size();
        if (!tooLong)
            message.body.insert(message.body.end(), data, data + count);
        return !tooLong;
    });
    const auto bytesIn = static_cast<std::int64_t>(message.body.size());
    Response made;
    if (tooLong || (!whole && response.status == 413))
        made = router.refusal(invalid("sync.too-large", "the body is longer than this path takes"));
    else if (!whole)
        made = router.refusal(invalid("http.body", "the body ended early"));
    else
        made = router.handleFrom(request.remote_addr, message);
    write(made, response);
    const auto took = std::chrono::duration_cast<Milliseconds>(SteadyClock::now() - start).count();
    log.write(made.status < 500 ? EventLog::Level::Debug : EventLog::Level::Warn, "request",
              {{"path", std::string_view(message.path)},
               {"status", std::int64_t{made.status}},
               {"bytes_in", bytesIn},
               {"bytes_out", static_cast<std::int64_t>(made.body.size())},
               {"ms", took}});
}

void HttpFront::Parts::prepare(const Config& config) {
    const auto& limits = config.http;
    server->set_tcp_nodelay(true);
    server->set_keep_alive_max_count(limits.keepAliveRequests);
    server->set_keep_alive_timeout(limits.keepAlive.count());
    server->set_read_timeout(limits.pieceTime.count());
    server->set_write_timeout(limits.pieceTime.count());
    server->set_payload_max_length(router.longestBodyBytes());
    // Not SO_REUSEPORT, which the library would set: two servers on one port would share the callers.
    server->set_socket_options([](socket_t sock) {
        const int yes = 1;
        ::setsockopt(sock, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    const auto threads = limits.connections + kSpareThreads;
    server->new_task_queue = [threads] {
        return new httplib::ThreadPool(threads, threads);
    }; // the library owns it
    server->set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
        if (isRead(request)) {
            write(read(request), response);
            return httplib::Server::HandlerResponse::Handled;
        }
        const auto fault = guard(request);
        if (!fault)
            return httplib::Server::HandlerResponse::Unhandled;
        write(router.refusal(*fault), response);
        log.write(EventLog::Level::Debug, "refused",
                  {{"reason", std::string_view(fault->reason)}, {"status", std::int64_t{response.status}}});
        return httplib::Server::HandlerResponse::Handled;
    });
    // The guard has turned away every path that the handler does not know.
    server->Post(".*", [this](const httplib::Request& request, httplib::Response& response,
                              const httplib::ContentReader& read) { answer(request, response, read); });
    server->set_exception_handler(
        [this](const httplib::Request&, httplib::Response& response, std::exception_ptr) {
            // What it says may hold anything, so nobody is told, not even the log.
            log.write(EventLog::Level::Error, "exception");
            write(router.refusal({ErrorCode::Internal, "sync.internal", {}, {}}), response);
        });
}

Result<> HttpFront::Parts::bind(const Config& config) {
    errno = 0;
    if (config.port == 0)
        port = server->bind_to_any_port(config.address);
    else
        port = server->bind_to_port(config.address, config.port) ? config.port : -1;
    if (port > 0)
        return {};
    const auto where = config.address + ":" + std::to_string(config.port);
    if (errno == EADDRINUSE)
        return fail(ErrorCode::Locked, "http.port-in-use", "another program listens there already", where);
    if (errno == EACCES || errno == EPERM)
        return fail(ErrorCode::ReadOnly, "http.port-forbidden", "this user may not listen there", where);
    return fail(ErrorCode::InvalidInput, "http.address", "cannot listen there", where);
}

HttpFront::HttpFront(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
HttpFront::~HttpFront() = default;

Result<std::unique_ptr<HttpFront>> HttpFront::open(const Config& config, Handler& router, EventLog& log) {
    auto parts = std::make_unique<Parts>(router, log);
    parts->gate.limits = config.http;
    const auto keep = [&parts](auto server) {
        parts->abandon = [plain = server.get()] { plain->abandon(); };
        parts->server = std::move(server);
    };
    if (config.tls)
        keep(std::make_unique<GuardedServer<httplib::SSLServer>>(parts->gate, config.certificate.c_str(),
                                                                 config.key.c_str()));
    else
        keep(std::make_unique<GuardedServer<httplib::Server>>(parts->gate));
    if (!parts->server->is_valid())
        return fail(ErrorCode::InvalidInput, "tls.unusable", "certificate and key cannot be used for TLS",
                    config.certificate.string());
    parts->prepare(config);
    TEKEN_CHECK(parts->bind(config));
    return std::unique_ptr<HttpFront>(new HttpFront(std::move(parts)));
}

int HttpFront::port() const {
    return m_parts->port;
}

Result<> HttpFront::serve() {
    m_parts->serving = true;
    const bool good = m_parts->stopping || m_parts->server->listen_after_bind();
    m_parts->serving = false;
    m_parts->abandon();
    if (!good && !m_parts->stopping)
        return fail(ErrorCode::Internal, "http.listen", "listening ended with an error");
    return {};
}

void HttpFront::stop() {
    m_parts->stopping = true;
    // The library forgets a stop() that comes before it listens.
    while (m_parts->serving && !m_parts->server->is_running())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    m_parts->server->stop();
}

} // namespace teken::sync::server
