// The single table between errors, HTTP status codes and what the caller should do about them.
#pragma once

#include "core/base/error.h"
#include "sync/protocol/wire.h"

namespace teken::sync {

/// What a caller does after an error.
enum class Advice : std::uint8_t {
    StopAll,  ///< this round is over; a person or the network has to change something
    SlowDown, ///< the other side is alive but busy or ill: come back later, as late as it says
    ThisOnly  ///< this entry, blob or question only; the rest goes on
};

[[nodiscard]] int httpStatusOf(const Error& error);
[[nodiscard]] Advice adviceFor(const Error& error);
[[nodiscard]] std::string_view adviceName(Advice advice);

/// The error as a response: code, reason and message as strict JSON. The place and anything else stay here.
[[nodiscard]] Response errorResponse(const Error& error,
                                     std::optional<std::chrono::seconds> retryAfter = std::nullopt);

/// The error a response that is not a good answer stands for: the server's own words if the body is ours,
/// else by status. Anything that did not come from Teken (a redirect, 200 or 4xx with a page) is Offline
/// ("sync.captive-portal"); a proxy's 502, 503, 504 is Offline ("sync.proxy").
[[nodiscard]] Error errorOf(const Response& response);

/// The body, if the response is a good answer of this type; else errorOf().
[[nodiscard]] Result<ByteView> goodBody(const Response& response, std::string_view contentType);

} // namespace teken::sync
