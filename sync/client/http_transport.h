// The way to a server over HTTP/1.1: TLS pinned by public key, or plain on loopback.
#pragma once

#include "sync/protocol/wire.h"

#include <memory>
#include <vector>

namespace teken::sync::client {

struct HttpSettings {
    std::string address;      ///< "https://pusat.example.go.id:8443", or "http://127.0.0.1:8080"
    std::vector<Digest> pins; ///< SHA-256 of SubjectPublicKeyInfo; any of them will do. Needed for https
    /// What comes back proves itself, as a witness's lines do: any server will do, over plain http, too.
    bool provesItself = false;
    std::chrono::seconds connectTimeout{10};
    std::chrono::seconds readTimeout{60}; ///< between two pieces; a slow link is not a dead one
    std::chrono::seconds writeTimeout{60};
    /// One call as a whole, from the connection on: who drips its answer keeps every pause short. Long enough
    /// for the largest batch on the slowest link that a batch is sent over.
    std::chrono::milliseconds wholeTime{600'000};
    /// The same for the greeting, which opens every round and fits into a packet or two.
    std::chrono::milliseconds greetingTime{60'000};
};

/// One connection, kept open. exchange() belongs to one thread; cancel() may come from any.
class HttpTransport final : public Transport {
public:
    /// InvalidInput: "sync.address" (no such form), "sync.address-plain" (http to another machine),
    /// "sync.no-pin" (https without a pin: nothing would say whose server it is).
    [[nodiscard]] static Result<std::unique_ptr<HttpTransport>> create(HttpSettings settings);
    ~HttpTransport() override;

    [[nodiscard]] Result<Response> exchange(const Request& request) override;
    /// A static file of the server ("/log/…"); errors as exchange().
    [[nodiscard]] Result<Response> get(const std::string& path);
    /// Ends a call under way with Cancelled, and refuses later ones.
    void cancel();

private:
    struct Parts;
    explicit HttpTransport(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// scheme, host and port of an address. InvalidInput ("sync.address").
struct Address {
    bool tls = true;
    std::string host;
    int port = 0;
    [[nodiscard]] bool loopback() const;
};
[[nodiscard]] Result<Address> parseAddress(std::string_view text);

} // namespace teken::sync::client
