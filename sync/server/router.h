// Requests as bytes, answered by a SyncApi: everything of a server but the sockets.
#pragma once

#include "core/base/seams.h"
#include "sync/protocol/api.h"
#include "sync/protocol/log_messages.h"
#include "sync/protocol/wire.h"
#include "sync/server/handler.h"

namespace teken::sync::server {

class CheckDesk;

/// Thread-safe as the SyncApi is.
class Router final : public Handler {
public:
    /// Without `log` the paths of the log are unknown here, without `check` the public page.
    Router(SyncApi& api, RandomSource& random, LogApi* log = nullptr, CheckDesk* check = nullptr)
        : m_api(api), m_random(random), m_log(log), m_check(check) {}

    [[nodiscard]] bool knows(std::string_view path) const override;
    [[nodiscard]] std::size_t mostBodyBytes(std::string_view path) const override;
    [[nodiscard]] std::size_t longestBodyBytes() const override;

    /// Always an answer, errors in the words of errors.h. "Come back later" comes with a jittered delay.
    [[nodiscard]] Response handle(const Request& request) override;
    [[nodiscard]] Response handleFrom(std::string_view caller, const Request& request) override;
    [[nodiscard]] std::string pagePolicy() const override;
    [[nodiscard]] Response refusal(const Error& error) override;
    [[nodiscard]] bool isFile(std::string_view path) const override;
    [[nodiscard]] Response file(std::string_view path) override;
    [[nodiscard]] std::string health() const override;

private:
    [[nodiscard]] Result<Response> readFile(std::string_view path);
    SyncApi& m_api;
    RandomSource& m_random;
    LogApi* m_log;
    CheckDesk* m_check;
};

} // namespace teken::sync::server
