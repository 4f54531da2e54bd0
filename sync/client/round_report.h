// What a round came to.
#pragma once

#include "core/base/seams.h"
#include "core/entry/ids.h"
#include "sync/protocol/errors.h"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace teken::sync::client {

struct RoundReport {
    /// Why the round did not come to its end; nullopt: it did (single entries may still be in trouble).
    std::optional<Error> error;
    Advice advice = Advice::StopAll; ///< with `error`
    std::optional<std::chrono::seconds> retryAfter;
    /// Why nothing could be read although sending worked (not certified at the server, revoked, locked key).
    std::optional<Error> readingError;

    std::uint64_t sent = 0; ///< entries answered with stored, duplicate or unknown kind
    std::uint64_t refused = 0, quarantined = 0;
    std::uint64_t received = 0; ///< new entries here
    std::uint64_t spoiled = 0;  ///< received, but format or signature did not hold: not kept
    std::uint64_t acknowledgements = 0;
    std::uint64_t receipts = 0;  ///< own entries whose place in the log was verified, new or once more
    std::uint64_t notLogged = 0; ///< acknowledged, but not under a checkpoint yet
    std::uint64_t errands = 0;   ///< questions of others, come by stick, that the log has answered
    /// Why the log could not be asked although the root certified one: what is sent waits for its receipts.
    std::optional<Error> logError;
    std::uint64_t blobsSent = 0, blobsReceived = 0;
    std::uint64_t bytesSent = 0, bytesReceived = 0;

    bool serverRestored = false;      ///< acknowledgements were withdrawn, everything was offered again
    bool ownFeedAhead = false;        ///< the server had more of an own feed than this book
    std::vector<FeedId> notCertified; ///< feeds whose key the server does not know
    std::vector<FeedId> wrongHeads;   ///< acknowledged with an entry that is not ours
    std::optional<Milliseconds> clockOffset; ///< server's clock minus ours

    [[nodiscard]] bool ok() const { return !error; }
};

/// Where a round is, for people.
struct Progress {
    std::string_view phase; ///< "hello", "compare", "send", "receive", "receipts", "blobs", "status",
                            ///< "done"
    std::uint64_t done = 0; ///< entries sent so far
    std::uint64_t total = 0;
};

} // namespace teken::sync::client
