// Requests as bytes, answered by a SyncApi: everything of a server but the sockets.
#pragma once

#include "core/base/seams.h"
#include "sync/protocol/api.h"
#include "sync/protocol/log_messages.h"
#include "sync/protocol/wire.h"
#include "sync/server/handler.h"

namespace teken::sync::server {

/// Thread-safe as the SyncApi is.
class Router final : public Handler {
public:
    /// Without `log` the paths of the log are unknown here.
    Router(SyncApi& api, RandomSource& random, LogApi* log = nullptr)
        : m_api(api), m_random(random), m_log(log) {}

    [[nodiscard]] bool knows(std::string_view path) const override;
    [[nodiscard]] std::size_t mostBodyBytes(std::string_view path) const override;
    [[nodiscard]] std::size_t longestBodyBytes() const override;

    /// Always an answer, errors in the words of errors.h. "Come back later" comes with a jittered delay.
    [[nodiscard]] Response handle(const Request& request) override;
    [[nodiscard]] Response refusal(const Error& error) override;
    [[nodiscard]] bool isFile(std::string_view path) const override;
    [[nodiscard]] Response file(std::string_view path) override;
    [[nodiscard]] std::string health() const override;

private:
    [[nodiscard]] Result<Response> readFile(std::string_view path);
    SyncApi& m_api;
    RandomSource& m_random;
    LogApi* m_log;
};

} // namespace teken::sync::server
