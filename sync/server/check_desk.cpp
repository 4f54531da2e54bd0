#include "sync/server/check_desk.h"

#include "core/entry/slip_code.h"
#include "sync/protocol/errors.h"
#include "sync/protocol/strict_json.h"

namespace teken::sync::server {
namespace {

constexpr int kTooManyRequests = 429;

Result<std::string> codeIn(ByteView body) {
    constexpr const char* kReason = "check.message";
    TEKEN_TRY(const auto json, parseStrict(body, kMostCheckBytes, kReason));
    Fields fields(json, kReason);
    const auto typed = fields.text("code", 100);
    TEKEN_CHECK(fields.done());
    return entry::readSlipCode(typed);
}

Bytes encoded(const std::optional<CheckAnswer>& answer) {
    JsonWriter json;
    json.open('{').key("found").boolean(answer.has_value());
    if (answer) {
        json.key("standing").text(desk::standingName(answer->standing));
        json.key("since_ms");
        if (answer->sinceMs)
            json.number(*answer->sinceMs);
        else
            json.null();
        json.key("bukti").text(answer->bukti);
    }
    return json.close('}').finish();
}

} // namespace

Response CheckDesk::page() {
    return {200, "text/html; charset=utf-8", std::nullopt, toBytes(checkPage()), Caching::AskAgain};
}

/// Nothing but what is inside, and this server when asked: also as a header, where a page cannot loosen it.
std::string CheckDesk::pagePolicy() {
    const auto page = checkPage();
    constexpr std::string_view kBefore = "http-equiv=\"Content-Security-Policy\" content=\"";
    const auto start = page.find(kBefore) + kBefore.size();
    return std::string(page.substr(start, page.find('"', start) - start)) + "; frame-ancestors 'none'";
}

Result<Response> CheckDesk::answer(std::string_view caller, const Request& request) {
    if (const auto wait = m_limit.take(caller)) {
        auto response = errorResponse(
            {ErrorCode::Busy, "check.too-often", "asked too often; come back later", {}}, *wait);
        response.status = kTooManyRequests;
        return response;
    }
    if (request.contentType != kCheckContent)
        return fail(ErrorCode::InvalidInput, "sync.content-type", "expected " + std::string(kCheckContent));
    TEKEN_TRY(const auto code, codeIn(request.body));
    TEKEN_TRY(const auto answer, m_api.check(code));
    return Response{200, std::string(kCheckContent), std::nullopt, encoded(answer)};
}

} // namespace teken::sync::server
