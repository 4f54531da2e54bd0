#include "sync/server/router.h"

#include "sync/protocol/codec_log.h"
#include "sync/protocol/errors.h"
#include "sync/protocol/strict_json.h"
#include "sync/server/check_desk.h"

#include <algorithm>
#include <array>

namespace teken::sync::server {

namespace {

struct Route {
    std::string_view path;
    std::size_t mostBytes;
    Result<Response> (*answer)(SyncApi&, const Request&);
};

/// Content type, proof, decoding, the call, encoding: the same for every message.
template <class Message, class Call>
Result<Response> answer(SyncApi& api, const Request& request, Call&& call) {
    if (request.contentType != contentTypeOf<Message>())
        return fail(ErrorCode::InvalidInput, "sync.content-type",
                    "expected " + std::string(contentTypeOf<Message>()));
    std::optional<Statement> proof;
    if (!request.proof.empty()) {
        TEKEN_TRY(proof, decodeProof(request.proof));
    }
    TEKEN_TRY(const auto caller, api.identify(request.path, request.body, proof));
    TEKEN_TRY(auto message, decode<Message>(request.body));
    TEKEN_TRY(const auto made, call(caller, std::move(message)));
    using Answer = std::decay_t<decltype(made)>;
    Result<Bytes> body = encode(made);
    TEKEN_CHECK(body.map([](const auto&) {}));
    return Response{200, std::string(contentTypeOf<Answer>()), std::nullopt, *std::move(body)};
}

constexpr std::size_t kQuestion = 256 * 1024;

constexpr std::array<Route, 10> kRoutes{{
    {path::kHello, 4096,
     [](SyncApi& api, const Request& request) {
         return answer<HelloRequest>(
             api, request, [&](const Caller&, const HelloRequest& message) { return api.hello(message); });
     }},
    {path::kHeads, kMostMessageBytes,
     [](SyncApi& api, const Request& request) {
         return answer<HeadsRequest>(api, request, [&](const Caller& caller, const HeadsRequest& message) {
             return api.heads(caller, message);
         });
     }},
    {path::kIds, 4096,
     [](SyncApi& api, const Request& request) {
         return answer<IdsRequest>(api, request, [&](const Caller& caller, const IdsRequest& message) {
             return api.ids(caller, message);
         });
     }},
    {path::kPush, kMostBatchBytes + Nonce::kSize,
     [](SyncApi& api, const Request& request) {
         return answer<PushRequest>(api, request, [&](const Caller& caller, PushRequest message) {
             return api.push(caller, std::move(message));
         });
     }},
    {path::kAck, kQuestion,
     [](SyncApi& api, const Request& request) {
         return answer<AckRequest>(api, request, [&](const Caller&, const AckRequest& message) {
             return api.acknowledge(message);
         });
     }},
    {path::kPull, kQuestion,
     [](SyncApi& api, const Request& request) {
         return answer<PullRequest>(api, request, [&](const Caller& caller, const PullRequest& message) {
             return api.pull(caller, message);
         });
     }},
    {path::kStatus, 4096,
     [](SyncApi& api, const Request& request) {
         return answer<StatusRequest>(api, request, [&](const Caller& caller, const StatusRequest& message) {
             return api.status(caller, message);
         });
     }},
    {path::kBlobs, kQuestion,
     [](SyncApi& api, const Request& request) {
         return answer<BlobsRequest>(api, request, [&](const Caller& caller, const BlobsRequest& message) {
             return api.blobs(caller, message);
         });
     }},
    {path::kBlobRead, 4096,
     [](SyncApi& api, const Request& request) {
         return answer<BlobReadRequest>(api, request,
                                        [&](const Caller& caller, const BlobReadRequest& message) {
                                            return api.readBlob(caller, message);
                                        });
     }},
    {path::kBlobWrite, kBlobPartBytes + 64,
     [](SyncApi& api, const Request& request) {
         return answer<BlobWriteRequest>(api, request,
                                         [&](const Caller& caller, const BlobWriteRequest& message) {
                                             return api.writeBlob(caller, message);
                                         });
     }},
}};

const Route* find(std::string_view path) {
    for (const auto& route : kRoutes)
        if (route.path == path)
            return &route;
    return nullptr;
}

/// What a stranger may read of our troubles: no paths, no words of the operating system.
Error forStrangers(const Error& error) {
    Error shown{error.code, error.reason, error.message, {}};
    switch (error.code) {
    case ErrorCode::Corrupt:
    case ErrorCode::NoSpace:
    case ErrorCode::ReadOnly:
    case ErrorCode::Locked:
    case ErrorCode::Cancelled:
    case ErrorCode::Internal:
        shown.message = "the server has to be looked after";
        break;
    default:
        break;
    }
    return shown;
}

} // namespace

bool Router::knows(std::string_view path) const {
    return find(path) != nullptr || (m_log != nullptr && path == path::kLogProofs) ||
           (m_check != nullptr && path == kCheckPath);
}

std::size_t Router::mostBodyBytes(std::string_view path) const {
    const auto* route = find(path);
    if (route == nullptr && knows(path))
        return path == kCheckPath ? kMostCheckBytes : kQuestion;
    return route != nullptr ? route->mostBytes : 0;
}

std::size_t Router::longestBodyBytes() const {
    return std::ranges::max_element(kRoutes, {}, &Route::mostBytes)->mostBytes;
}

Response Router::refusal(const Error& error) {
    std::optional<std::chrono::seconds> retryAfter;
    if (adviceFor(error) == Advice::SlowDown) {
        std::array<std::uint8_t, 1> jitter{};
        m_random.fill(jitter);
        retryAfter = std::chrono::seconds(5 + jitter[0] % 26); // 5 to 30: or all would come back at once
    }
    return errorResponse(forStrangers(error), retryAfter);
}

Response Router::handle(const Request& request) {
    if (!knows(request.path) || request.path == kCheckPath) // that one is asked with an address
        return refusal(noSuchPath(request.path));
    if (const auto most = mostBodyBytes(request.path); request.body.size() > most)
        return refusal({ErrorCode::InvalidInput,
                        "sync.too-large",
                        "expected at most " + std::to_string(most) + " bytes",
                        {}});
    const auto* route = find(request.path);
    auto response =
        route != nullptr
            ? route->answer(m_api, request)
            : answer<LogProofsRequest>(m_api, request, [&](const Caller&, const LogProofsRequest& message) {
                  return m_log->logProofs(message);
              });
    return response ? *std::move(response) : refusal(response.error());
}

Response Router::handleFrom(std::string_view caller, const Request& request) {
    if (m_check == nullptr || request.path != kCheckPath)
        return handle(request);
    auto response = m_check->answer(caller, request);
    return response ? *std::move(response) : refusal(response.error());
}

std::string Router::pagePolicy() const {
    return CheckDesk::pagePolicy();
}

bool Router::isFile(std::string_view path) const {
    return (m_log != nullptr && path.starts_with(path::kLogFiles)) ||
           (m_check != nullptr && path == kCheckPath);
}

Result<Response> Router::readFile(std::string_view path) {
    if (!isFile(path))
        return fail(noSuchPath(path));
    if (path == kCheckPath)
        return CheckDesk::page();
    const auto name = path.substr(path::kLogFiles.size());
    if (name == "checkpoint") {
        TEKEN_TRY(const auto note, m_log->logCheckpoint());
        return Response{200, "text/plain; charset=utf-8", std::nullopt, toBytes(note), Caching::AskAgain};
    }
    const auto tile = log::parseTilePath(name);
    if (!tile)
        return fail(noSuchPath(path));
    TEKEN_TRY(auto bytes, m_log->logTile(*tile));
    return Response{200, "application/octet-stream", std::nullopt, std::move(bytes), Caching::Forever};
}

Response Router::file(std::string_view path) {
    auto response = readFile(path);
    return response ? *std::move(response) : refusal(response.error());
}

std::string Router::health() const {
    const auto log = m_log != nullptr ? m_log->logHealth() : LogHealth{};
    const bool twoTrees = std::ranges::any_of(log.cosigners, [](const CosignerHealth& cosigner) {
        return cosigner.state == CosignerHealth::State::TwoTrees;
    });
    const bool well = log.state != LogHealth::State::Stopped && !twoTrees;
    JsonWriter json;
    json.open('{').key("status").text(well ? "ok" : "degraded");
    json.key("log").open('{').key("state").text(stateName(log.state));
    json.key("reason").text(log.reason);
    json.key("leaves").number(log.leaves).key("signed").number(log.signedLeaves);
    json.key("witnessed").number(log.witnessedLeaves).key("cosigners").open('[');
    for (const auto& cosigner : log.cosigners) {
        json.open('{').key("name").text(cosigner.name).key("state").text(stateName(cosigner.state));
        json.key("reason").text(cosigner.reason).key("signed").number(cosigner.signedLeaves).close('}');
    }
    json.close(']').close('}').close('}');
    return std::string(textOf(json.finish()));
}

} // namespace teken::sync::server
