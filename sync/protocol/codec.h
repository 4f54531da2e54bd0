// Messages between structs and bytes. Strict: unknown or missing keys, values out of their limits, bytes left
// over and bodies too long are refused with InvalidInput ("sync.message"); texts name keys, never values.
#pragma once

#include "sync/protocol/messages.h"
#include "sync/protocol/wire.h"

namespace teken::sync {

/// A statement in an HTTP header: `Teken <key hex>.<signature hex>.<base64 of the bytes>`.
[[nodiscard]] std::string encodeProof(const Statement& statement);
[[nodiscard]] Result<Statement> decodeProof(std::string_view header);

[[nodiscard]] Bytes encode(const HelloRequest& message);
[[nodiscard]] Bytes encode(const HelloAnswer& message);
[[nodiscard]] Bytes encode(const HeadsRequest& message);
[[nodiscard]] Bytes encode(const HeadsAnswer& message);
[[nodiscard]] Bytes encode(const IdsRequest& message);
[[nodiscard]] Bytes encode(const IdsAnswer& message);
[[nodiscard]] Bytes encode(const AckRequest& message);
[[nodiscard]] Bytes encode(const AckAnswer& message);
[[nodiscard]] Bytes encode(const PullRequest& message);
[[nodiscard]] Bytes encode(const StatusRequest& message);
[[nodiscard]] Bytes encode(const StatusAnswer& message);
[[nodiscard]] Bytes encode(const BlobsRequest& message);
[[nodiscard]] Bytes encode(const BlobsAnswer& message);
[[nodiscard]] Bytes encode(const BlobReadRequest& message);
[[nodiscard]] Bytes encode(const BlobState& message);
// Binary ones:
[[nodiscard]] Result<Bytes> encode(const PushRequest& message); ///< "sync.too-large": take fewer records
[[nodiscard]] Bytes encode(const PushAnswer& message);
[[nodiscard]] Result<Bytes> encode(const PullAnswer& message);
[[nodiscard]] Bytes encode(const BlobPart& message);
[[nodiscard]] Bytes encode(const BlobWriteRequest& message);

/// decode<HelloRequest>(bytes) and so on; defined for every message above.
template <class Message>
[[nodiscard]] Result<Message> decode(ByteView bytes);

/// Which content type a message travels as.
template <class Message>
[[nodiscard]] constexpr std::string_view contentTypeOf() {
    return kJsonContent;
}
template <>
constexpr std::string_view contentTypeOf<PushRequest>() {
    return kBinaryContent;
}
template <>
constexpr std::string_view contentTypeOf<PushAnswer>() {
    return kBinaryContent;
}
template <>
constexpr std::string_view contentTypeOf<PullAnswer>() {
    return kBinaryContent;
}
template <>
constexpr std::string_view contentTypeOf<BlobPart>() {
    return kBinaryContent;
}
template <>
constexpr std::string_view contentTypeOf<BlobWriteRequest>() {
    return kBinaryContent;
}

template <>
Result<HelloRequest> decode<HelloRequest>(ByteView bytes);
template <>
Result<HelloAnswer> decode<HelloAnswer>(ByteView bytes);
template <>
Result<HeadsRequest> decode<HeadsRequest>(ByteView bytes);
template <>
Result<HeadsAnswer> decode<HeadsAnswer>(ByteView bytes);
template <>
Result<IdsRequest> decode<IdsRequest>(ByteView bytes);
template <>
Result<IdsAnswer> decode<IdsAnswer>(ByteView bytes);
template <>
Result<AckRequest> decode<AckRequest>(ByteView bytes);
template <>
Result<AckAnswer> decode<AckAnswer>(ByteView bytes);
template <>
Result<PullRequest> decode<PullRequest>(ByteView bytes);
template <>
Result<StatusRequest> decode<StatusRequest>(ByteView bytes);
template <>
Result<StatusAnswer> decode<StatusAnswer>(ByteView bytes);
template <>
Result<BlobsRequest> decode<BlobsRequest>(ByteView bytes);
template <>
Result<BlobsAnswer> decode<BlobsAnswer>(ByteView bytes);
template <>
Result<BlobReadRequest> decode<BlobReadRequest>(ByteView bytes);
template <>
Result<BlobState> decode<BlobState>(ByteView bytes);
template <>
Result<PushRequest> decode<PushRequest>(ByteView bytes);
template <>
Result<PushAnswer> decode<PushAnswer>(ByteView bytes);
template <>
Result<PullAnswer> decode<PullAnswer>(ByteView bytes);
template <>
Result<BlobPart> decode<BlobPart>(ByteView bytes);
template <>
Result<BlobWriteRequest> decode<BlobWriteRequest>(ByteView bytes);

} // namespace teken::sync
