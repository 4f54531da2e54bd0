// Bytes of the log's messages; the rules of codec.h.
#pragma once

#include "sync/protocol/codec.h"
#include "sync/protocol/log_messages.h"

namespace teken::sync {

[[nodiscard]] Bytes encode(const LogProofsRequest& message);
[[nodiscard]] Bytes encode(const LogProofsAnswer& message);

template <>
Result<LogProofsRequest> decode<LogProofsRequest>(ByteView bytes);
template <>
Result<LogProofsAnswer> decode<LogProofsAnswer>(ByteView bytes);

template <>
constexpr std::string_view contentTypeOf<LogProofsAnswer>() {
    return kBinaryContent;
}

} // namespace teken::sync
