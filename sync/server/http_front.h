// HTTP in front of a Handler: sockets, TLS, and every guard the library does not have (sync/PROTOCOL.md
// section 8).
#pragma once

#include "sync/server/config.h"
#include "sync/server/event_log.h"
#include "sync/server/handler.h"

#include <memory>

namespace teken::sync::server {

class HttpFront {
public:
    /// Binds and listens, but answers nobody yet. Locked ("http.port-in-use"), ReadOnly
    /// ("http.port-forbidden"), InvalidInput ("http.address", "tls.…"). Handler and log outlive it.
    [[nodiscard]] static Result<std::unique_ptr<HttpFront>> open(const Config& config, Handler& router,
                                                                 EventLog& log);
    ~HttpFront();

    [[nodiscard]] int port() const;
    /// Answers until stop(); finishes what is under way before it returns. Blocking.
    [[nodiscard]] Result<> serve();
    /// From any thread, any number of times.
    void stop();

private:
    struct Parts;
    explicit HttpFront(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace teken::sync::server
