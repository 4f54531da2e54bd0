// The public page for holders of a slip and the question it asks: bytes in, bytes out, limits kept
// (sync/PROTOCOL.md section 13).
#pragma once

#include "sync/protocol/wire.h"
#include "sync/server/check_api.h"
#include "sync/server/check_limit.h"

namespace teken::sync::server {

inline constexpr std::string_view kCheckPath = "/periksa";
inline constexpr std::string_view kCheckContent = "application/vnd.teken.check.v1+json";
inline constexpr std::size_t kMostCheckBytes = 512;

/// The page, made from sync/server/web at build time.
[[nodiscard]] std::string_view checkPage();

/// Thread-safe as the CheckApi is.
class CheckDesk {
public:
    CheckDesk(CheckApi& api, const CheckLimits& limits, const Clock& clock, RandomSource& random)
        : m_api(api), m_limit(limits, clock, random) {}

    [[nodiscard]] static Response page();
    [[nodiscard]] static std::string pagePolicy();
    /// InvalidInput ("sync.content-type", "check.message", "slip.…"). Too often: status 429 with Retry-After.
    [[nodiscard]] Result<Response> answer(std::string_view caller, const Request& request);

private:
    CheckApi& m_api;
    CheckLimit m_limit;
};

} // namespace teken::sync::server
