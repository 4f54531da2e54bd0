// Signed statements: short JSON texts under a DSSE signature with a payload type of their own, so that a
// statement of one kind can never be taken for another, nor for an entry (sync/PROTOCOL.md section 3).
#pragma once

#include "core/crypto/keys.h"
#include "core/entry/kinds.h"
#include "sync/protocol/limits.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace teken::sync {

inline constexpr std::string_view kHelloType = "application/vnd.teken.hello.v1+json";
inline constexpr std::string_view kAckType = "application/vnd.teken.ack.v1+json";
inline constexpr std::string_view kRequestType = "application/vnd.teken.request.v1+json";
inline constexpr std::string_view kStatusType = "application/vnd.teken.status.v1+json";

/// Bytes as they were signed, and by whom. Nothing is known of them until a verify… function said so.
struct Statement {
    Bytes bytes;
    PublicKey key;
    Signature signature;
    friend bool operator==(const Statement&, const Statement&) = default;
};

[[nodiscard]] Statement signStatement(const crypto::SigningKey& key, std::string_view type, Bytes bytes);

/// "This server is here now, and heard you."
struct HelloFacts {
    PublicKey server;
    Epoch epoch;
    WallTime time;
    Nonce nonce;     ///< the caller's
    Nonce challenge; ///< to be signed by whoever wants to read
    Limits limits;
    friend bool operator==(const HelloFacts&, const HelloFacts&) = default;
};

/// "This server holds this feed without gap or fork up to `seq`, and that entry is `head`, durably."
struct AckFacts {
    PublicKey server;
    Epoch epoch;
    WallTime time;
    Nonce nonce; ///< the caller's
    FeedId feed;
    entry::Seq seq = 0;
    EntryId head;
    friend bool operator==(const AckFacts&, const AckFacts&) = default;
};

/// "I, the holder of this key, ask this of this server now."
struct RequestFacts {
    PublicKey server;
    Nonce challenge;
    std::string path;
    Digest body; ///< SHA-256 of the request's body
    friend bool operator==(const RequestFacts&, const RequestFacts&) = default;
};

/// "These persons of the drive have signed, as far as this server knows." Ids only.
struct StatusFacts {
    PublicKey server;
    Epoch epoch;
    WallTime time;
    Nonce nonce; ///< the caller's
    EntryId drive;
    entry::Units units;            ///< the scope it was made for
    std::vector<PersonId> persons; ///< sorted
    std::optional<PersonId> next;  ///< the last one here, if more follow: to be asked as `after`
    friend bool operator==(const StatusFacts&, const StatusFacts&) = default;
};

[[nodiscard]] Statement signHello(const crypto::SigningKey& key, const HelloFacts& facts);
[[nodiscard]] Statement signAck(const crypto::SigningKey& key, const AckFacts& facts);
[[nodiscard]] Statement signRequest(const crypto::SigningKey& key, const RequestFacts& facts);
[[nodiscard]] Statement signStatus(const crypto::SigningKey& key, const StatusFacts& facts);

/// Signature first, then the strict reading. The facts' `server` equals the statement's key (for a request:
/// it names the server asked). VerificationFailed ("sync.statement-signature"), InvalidInput
/// ("sync.statement"). Whether the key is one to trust, and nonce, feed, path and time are the ones expected,
/// is for the caller to compare.
[[nodiscard]] Result<HelloFacts> verifyHello(const Statement& statement);
[[nodiscard]] Result<AckFacts> verifyAck(const Statement& statement);
[[nodiscard]] Result<RequestFacts> verifyRequest(const Statement& statement);
[[nodiscard]] Result<StatusFacts> verifyStatus(const Statement& statement);

} // namespace teken::sync
