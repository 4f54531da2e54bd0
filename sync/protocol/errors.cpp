#include "sync/protocol/errors.h"

#include "sync/protocol/strict_json.h"

#include <algorithm>
#include <array>

namespace teken::sync {

namespace {

struct Row {
    ErrorCode code;
    int status;
    Advice advice;
};

// sync/PROTOCOL.md section 7, row by row. The first row with a status is the one a bare status stands for.
constexpr std::array<Row, 15> kTable{{
    {ErrorCode::Offline, 502, Advice::StopAll},
    {ErrorCode::Unauthorized, 401, Advice::StopAll},
    {ErrorCode::InvalidInput, 400, Advice::StopAll},
    {ErrorCode::Unsupported, 426, Advice::StopAll},
    {ErrorCode::VerificationFailed, 422, Advice::ThisOnly},
    {ErrorCode::NotFound, 404, Advice::ThisOnly},
    {ErrorCode::Conflict, 409, Advice::ThisOnly},
    {ErrorCode::Busy, 503, Advice::SlowDown},
    {ErrorCode::Timeout, 504, Advice::SlowDown},
    {ErrorCode::Locked, 423, Advice::SlowDown},
    {ErrorCode::NoSpace, 507, Advice::SlowDown},
    {ErrorCode::Internal, 500, Advice::SlowDown},
    {ErrorCode::Corrupt, 500, Advice::SlowDown},
    {ErrorCode::ReadOnly, 500, Advice::SlowDown},
    {ErrorCode::Cancelled, 500, Advice::SlowDown},
}};
constexpr std::string_view kTooLarge = "sync.too-large";

const Row& rowOf(ErrorCode code) {
    for (const auto& row : kTable)
        if (row.code == code)
            return row;
    return kTable[11]; // Internal
}

std::optional<ErrorCode> codeNamed(std::string_view text) {
    for (const auto& row : kTable)
        if (name(row.code) == text)
            return row.code;
    return std::nullopt;
}

bool isSlug(std::string_view text) {
    return !text.empty() && text.size() <= 60 && std::ranges::all_of(text, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' ||
               letter == '.';
    });
}

/// "store.disk-full" of the server is not this machine's disk: nobody here may be sent to look after it.
Error seenFromHere(Error error) {
    const bool ofProtocol = error.reason.starts_with("sync.") || error.reason.starts_with("log.");
    const int status = rowOf(error.code).status;
    const bool trouble = status == 500 || status == 507 || status == 423;
    if (ofProtocol || !trouble)
        return error;
    error.message = error.reason + ", says the server: " + error.message;
    error.reason = error.code == ErrorCode::NoSpace ? "sync.centre-full" : "sync.centre-trouble";
    return error;
}

/// The server's own words, if the body is an error message of this protocol whose status fits.
std::optional<Error> ownWords(const Response& response) {
    if (response.contentType != kErrorContent)
        return std::nullopt;
    const auto json = parseStrict(response.body, 4096, "sync.message");
    if (!json)
        return std::nullopt;
    Fields fields(*json, "sync.message");
    const auto code = codeNamed(fields.text("code", 40));
    Error error;
    error.reason = fields.text("reason", 60);
    error.message = fields.text("message", 500);
    if (!fields.done() || !code || !isSlug(error.reason))
        return std::nullopt;
    error.code = *code;
    if (httpStatusOf(error) != response.status)
        return std::nullopt;
    return seenFromHere(std::move(error));
}

} // namespace

std::string_view adviceName(Advice advice) {
    switch (advice) {
    case Advice::StopAll:
        return "stop-all";
    case Advice::SlowDown:
        return "slow-down";
    case Advice::ThisOnly:
        return "this-only";
    }
    return "?";
}

int httpStatusOf(const Error& error) {
    if (error.code == ErrorCode::InvalidInput && error.reason == kTooLarge)
        return 413;
    return rowOf(error.code).status;
}

Advice adviceFor(const Error& error) {
    return rowOf(error.code).advice;
}

Response errorResponse(const Error& error, std::optional<std::chrono::seconds> retryAfter) {
    JsonWriter json;
    json.open('{').key("code").text(name(error.code)).key("reason").text(error.reason);
    json.key("message").text(std::string_view(error.message).substr(0, 480)).close('}');
    return {httpStatusOf(error), std::string(kErrorContent), retryAfter, json.finish()};
}

Error errorOf(const Response& response) {
    if (auto error = ownWords(response))
        return *std::move(error);
    const auto status = "status " + std::to_string(response.status);
    if (response.status == 502 || response.status == 503 || response.status == 504)
        return {ErrorCode::Offline,
                "sync.proxy",
                "expected an answer of the server, found a proxy's " + status,
                {}};
    return {ErrorCode::Offline,
            "sync.captive-portal",
            "expected an answer of this protocol, found somebody else's with " + status,
            {}};
}

Result<ByteView> goodBody(const Response& response, std::string_view contentType) {
    if (response.status == 200 && response.contentType == contentType)
        return ByteView(response.body);
    return fail(errorOf(response));
}

} // namespace teken::sync
