// The sync protocol as an interface without HTTP: what any server (centre, relay, test) offers.
#pragma once

#include "sync/protocol/messages.h"

namespace teken::sync {

/// Who is asking: proven by a signed request, or nobody in particular.
struct Caller {
    std::optional<PublicKey> key;
};

/// Thread-safe. Errors carry the codes of errors.h; Busy means "come back later" for every call.
/// Calls marked P answer Unauthorized ("sync.proof-missing", "sync.not-certified", "sync.revoked",
/// "sync.out-of-scope") to callers who have not proven a key that may read what they ask.
class SyncApi {
public:
    virtual ~SyncApi() = default;

    /// Checks a proof: signature, this server, a fresh challenge, path and body. Unauthorized
    /// ("sync.proof-…"). Without a proof the caller is nobody, which is no error.
    [[nodiscard]] virtual Result<Caller> identify(std::string_view path, ByteView body,
                                                  const std::optional<Statement>& proof) = 0;

    [[nodiscard]] virtual Result<HelloAnswer> hello(const HelloRequest& request) = 0;
    [[nodiscard]] virtual Result<HeadsAnswer> heads(const Caller& caller, const HeadsRequest& request) = 0;
    [[nodiscard]] virtual Result<IdsAnswer> ids(const Caller& caller, const IdsRequest& request) = 0; // P
    /// Withheld records need a proof of an admin's or a server's key; whole entries prove themselves.
    [[nodiscard]] virtual Result<PushAnswer> push(const Caller& caller, PushRequest request) = 0;
    [[nodiscard]] virtual Result<AckAnswer> acknowledge(const AckRequest& request) = 0;
    [[nodiscard]] virtual Result<PullAnswer> pull(const Caller& caller, const PullRequest& request) = 0; // P
    [[nodiscard]] virtual Result<StatusAnswer> status(const Caller& caller,
                                                      const StatusRequest& request) = 0; // P
    [[nodiscard]] virtual Result<BlobsAnswer> blobs(const Caller& caller,
                                                    const BlobsRequest& request) = 0; // P
    [[nodiscard]] virtual Result<BlobPart> readBlob(const Caller& caller,
                                                    const BlobReadRequest& request) = 0; // P
    /// A part at a wrong offset is no error: the answer says where the next part goes.
    [[nodiscard]] virtual Result<BlobState> writeBlob(const Caller& caller,
                                                      const BlobWriteRequest& request) = 0; // P
};

} // namespace teken::sync
