// Inside sync/client: messages to requests, responses to messages.
#pragma once

#include "core/crypto/hash.h"
#include "core/store/keyring.h"
#include "sync/client/round.h"
#include "sync/protocol/codec.h"

namespace teken::sync::client {

/// Result<Request> to Result<optional<Request>>.
inline constexpr auto kSome = [](auto&& value) { return std::optional<Request>(std::move(value)); };

template <class Message>
[[nodiscard]] Result<Message> read(const Response& response) {
    TEKEN_TRY(const auto body, goodBody(response, contentTypeOf<Message>()));
    return decode<Message>(body);
}

template <class Message>
Result<Request> Round::plain(std::string_view path, const Message& message) const {
    Result<Bytes> body = encode(message);
    if (!body)
        return fail(body.error());
    return Request{std::string(path), std::string(contentTypeOf<Message>()), {}, *std::move(body)};
}

template <class Message>
Result<Request> Round::proven(const Local& local, std::string_view path, const Message& message) const {
    TEKEN_TRY(auto request, plain(path, message));
    const auto* key = local.book.keyring().signingKey();
    if (key == nullptr)
        return fail(ErrorCode::Locked, "store.locked", "expected an unlocked signing key");
    request.proof =
        encodeProof(signRequest(*key, {m_server, m_challenge, request.path, crypto::sha256(request.body)}));
    return request;
}

} // namespace teken::sync::client
