// What HttpFront puts HTTP in front of: requests as bytes in, responses as bytes out.
#pragma once

#include "core/base/error.h"
#include "sync/protocol/wire.h"

#include <string>

namespace teken::sync::server {

/// Called from many threads at a time.
class Handler {
public:
    virtual ~Handler() = default;
    [[nodiscard]] virtual bool knows(std::string_view path) const = 0;
    /// Longest body a path takes, 0 for an unknown path: kept to before the body is read.
    [[nodiscard]] virtual std::size_t mostBodyBytes(std::string_view path) const = 0;
    [[nodiscard]] virtual std::size_t longestBodyBytes() const = 0; ///< of all paths
    /// Always an answer.
    [[nodiscard]] virtual Response handle(const Request& request) = 0;
    /// The answer to what never becomes a request: bad framing, unknown path, too large.
    [[nodiscard]] virtual Response refusal(const Error& error) = 0;

    /// As handle(), for a path that anybody may ask: `caller` is a network address, for limits alone and
    /// never written down.
    [[nodiscard]] virtual Response handleFrom(std::string_view /*caller*/, const Request& request) {
        return handle(request);
    }
    /// Content-Security-Policy of pages.
    [[nodiscard]] virtual std::string pagePolicy() const { return "default-src 'none'"; }

    /// Is this a path for GET? Most handlers have none.
    [[nodiscard]] virtual bool isFile(std::string_view /*path*/) const { return false; }
    [[nodiscard]] virtual Response file(std::string_view path) { return refusal(noSuchPath(path)); }
    /// What /healthz says, as JSON. Nothing personal, no paths of the machine.
    [[nodiscard]] virtual std::string health() const { return R"({"status":"ok"})"; }

    [[nodiscard]] static Error noSuchPath(std::string_view) {
        return {ErrorCode::NotFound, "sync.no-such-path", "no such path", {}};
    }
};

} // namespace teken::sync::server
