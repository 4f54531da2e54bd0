// Requests as bytes, answered by a SyncApi: everything of a server but the sockets.
#pragma once

#include "core/base/seams.h"
#include "sync/protocol/api.h"
#include "sync/protocol/wire.h"
#include "sync/server/handler.h"

namespace teken::sync::server {

/// Thread-safe as the SyncApi is.
class Router final : public Handler {
public:
    Router(SyncApi& api, RandomSource& random) : m_api(api), m_random(random) {}

    [[nodiscard]] bool knows(std::string_view path) const override;
    [[nodiscard]] std::size_t mostBodyBytes(std::string_view path) const override;
    [[nodiscard]] std::size_t longestBodyBytes() const override;

    /// Always an answer, errors in the words of errors.h. "Come back later" comes with a jittered delay.
    [[nodiscard]] Response handle(const Request& request) override;
    [[nodiscard]] Response refusal(const Error& error) override;

private:
    SyncApi& m_api;
    RandomSource& m_random;
};

} // namespace teken::sync::server
