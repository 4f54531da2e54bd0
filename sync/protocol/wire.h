// Requests and responses as bytes, before any transport: HTTP carries them, tests carry them by hand.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "sync/protocol/limits.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace teken::sync {

inline constexpr std::string_view kJsonContent = "application/vnd.teken.sync.v1+json";
inline constexpr std::string_view kBinaryContent = "application/vnd.teken.sync.v1";
inline constexpr std::string_view kErrorContent = "application/vnd.teken.error.v1+json";

namespace path {
inline constexpr std::string_view kHello = "/v1/hello";
inline constexpr std::string_view kHeads = "/v1/heads";
inline constexpr std::string_view kIds = "/v1/ids";
inline constexpr std::string_view kPush = "/v1/push";
inline constexpr std::string_view kAck = "/v1/ack";
inline constexpr std::string_view kPull = "/v1/pull";
inline constexpr std::string_view kStatus = "/v1/status";
inline constexpr std::string_view kBlobs = "/v1/blobs";
inline constexpr std::string_view kBlobRead = "/v1/blob-read";
inline constexpr std::string_view kBlobWrite = "/v1/blob-write";
inline constexpr std::string_view kLogProofs = "/v1/log-proofs";
/// Static files of the log, by GET: "/log/checkpoint", "/log/tile/…".
inline constexpr std::string_view kLogFiles = "/log/";
} // namespace path

/// Always a POST.
struct Request {
    std::string path;
    std::string contentType{kJsonContent};
    std::string proof; ///< value of the Authorization header; empty: none
    Bytes body;
};

/// How long anybody between may keep an answer.
enum class Caching : std::uint8_t {
    Never,    ///< no-store: everything but the log's files
    AskAgain, ///< no-cache: the newest checkpoint
    Forever   ///< immutable: tiles
};

struct Response {
    int status = 0;
    std::string contentType;
    std::optional<std::chrono::seconds> retryAfter;
    Bytes body;
    Caching caching = Caching::Never;
};

/// The way to one server. Blocking; one call at a time.
class Transport {
public:
    virtual ~Transport() = default;
    /// Any response that arrived whole, whatever its status. Offline ("sync.no-network", "sync.no-answer"),
    /// Timeout ("sync.timeout"), VerificationFailed ("sync.tls-pin"), InvalidInput ("sync.address").
    /// Never follows redirects; refuses bodies longer than kMostMessageBytes ("sync.answer-too-large").
    [[nodiscard]] virtual Result<Response> exchange(const Request& request) = 0;
};

} // namespace teken::sync
