// Payloads between bytes and structs (FORMAT.md sections 2, 3, 5, 6).
#pragma once

#include "core/entry/kinds.h"

#include <string>

namespace teken::entry {

/// A log checkpoint its writer had verified: the entry is not older than that.
struct SeenCheckpoint {
    std::string origin;
    std::uint64_t size = 0;
    Digest root;
    friend bool operator==(const SeenCheckpoint&, const SeenCheckpoint&) = default;
};

struct Header {
    std::optional<EntryId> drive;
    FeedId feed;
    Seq seq = 0;
    std::optional<EntryId> prev;
    std::int64_t wallMs = 0;
    std::int64_t monoMs = 0;
    BootId boot;
    std::optional<SeenCheckpoint> seen;
    Salt salt;
    friend bool operator==(const Header&, const Header&) = default;
};

struct Payload {
    Header header;
    Body body;
    friend bool operator==(const Payload&, const Payload&) = default;
};

/// Bytes of a payload. InvalidInput ("payload.…") if a field breaks its limit: the same rules as
/// decodePayload, which accepts everything this returns. An UnknownKind cannot be encoded.
[[nodiscard]] Result<Bytes> encodePayload(const Payload& payload);

/// Strict. InvalidInput with a reason "payload.…" and the place of the key; Unsupported ("payload.version")
/// for another `v`. Error texts name keys, never values.
[[nodiscard]] Result<Payload> decodePayload(ByteView bytes);

} // namespace teken::entry
