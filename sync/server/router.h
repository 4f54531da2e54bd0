// Requests as bytes, answered by a SyncApi: everything of a server but the sockets.
#pragma once

#include "core/base/seams.h"
#include "sync/protocol/api.h"
#include "sync/protocol/wire.h"

namespace teken::sync::server {

/// Thread-safe as the SyncApi is.
class Router {
public:
    Router(SyncApi& api, RandomSource& random) : m_api(api), m_random(random) {}

    [[nodiscard]] bool knows(std::string_view path) const;
    /// Longest body a path takes, 0 for an unknown path: to be kept to before the body is read.
    [[nodiscard]] std::size_t mostBodyBytes(std::string_view path) const;

    /// Always an answer, errors in the words of errors.h. "Come back later" comes with a jittered delay.
    [[nodiscard]] Response handle(const Request& request);
    [[nodiscard]] Response refusal(const Error& error);

private:
    SyncApi& m_api;
    RandomSource& m_random;
};

} // namespace teken::sync::server
