// What client and server say to each other (sync/PROTOCOL.md section 4). Plain values; bytes are made in
// codec.h and batch.h.
#pragma once

#include "core/entry/record.h"
#include "sync/protocol/statements.h"

namespace teken::sync {

struct HelloRequest {
    Nonce nonce;
    std::string software; ///< "teken 0.1.0", at most 80 bytes of printable ASCII
    friend bool operator==(const HelloRequest&, const HelloRequest&) = default;
};

struct HelloAnswer {
    Statement statement;
    friend bool operator==(const HelloAnswer&, const HelloAnswer&) = default;
};

/// A feed as the asker has it.
struct KnownHead {
    FeedId feed;
    entry::FeedHead head;
    friend bool operator==(const KnownHead&, const KnownHead&) = default;
};

/// Either the named feeds (anyone may ask), or a page of all feeds the caller may read (needs a proof).
struct HeadsRequest {
    std::vector<KnownHead> named;
    bool list = false;
    std::optional<FeedId> after; ///< with `list`: feeds above this one
    friend bool operator==(const HeadsRequest&, const HeadsRequest&) = default;
};

/// A feed as the answering side has it.
struct FeedReport {
    FeedId feed;
    entry::FeedHead head; ///< end of the chain without gap or fork
    entry::Seq last = 0;  ///< highest number present
    std::optional<entry::Seq> forkedAt;
    /// SHA-256 of the sorted ids behind `head` (after a gap, or of a fork's branches); nullopt if there are
    /// none. Equal heads and equal `loose` mean equal sets.
    std::optional<Digest> loose;
    bool holds = false; ///< the answering side has the entry the asker named as its head
    friend bool operator==(const FeedReport&, const FeedReport&) = default;
};

struct HeadsAnswer {
    std::vector<FeedReport> feeds; ///< in the order asked; in a listing sorted by feed
    bool more = false;             ///< a listing goes on after the last feed here
    friend bool operator==(const HeadsAnswer&, const HeadsAnswer&) = default;
};

/// The ids of a feed from a number on: for feeds whose heads do not fit together.
struct IdsRequest {
    FeedId feed;
    entry::Seq from = 1;
    friend bool operator==(const IdsRequest&, const IdsRequest&) = default;
};

struct IdsAnswer {
    std::vector<EntryId> ids;
    std::optional<entry::Seq> next; ///< number to ask from next; nullopt at the end
    friend bool operator==(const IdsAnswer&, const IdsAnswer&) = default;
};

struct PushRequest {
    Nonce nonce; ///< comes back in the acknowledgements
    std::vector<entry::Record> records;
    friend bool operator==(const PushRequest&, const PushRequest&) = default;
};

/// What became of one entry.
enum class Fate : std::uint8_t {
    Stored = 1,      ///< durable, new
    Duplicate = 2,   ///< durable, was here already
    Refused = 3,     ///< not kept; `reason` says why
    Quarantined = 4, ///< durable but set aside for a person to look at (fork, behind a revocation)
    UnknownKind = 5  ///< durable, made by a newer Teken: passed on but not counted here
};
[[nodiscard]] std::string_view fateName(Fate fate);

struct EntryFate {
    EntryId id;
    Fate fate = Fate::Refused;
    std::string reason; ///< slug; empty unless Refused or Quarantined
    friend bool operator==(const EntryFate&, const EntryFate&) = default;
};

struct PushAnswer {
    std::vector<EntryFate> fates; ///< in the order of the batch
    std::vector<Statement> acks;  ///< one for each feed the batch touched and the server holds from number 1
    friend bool operator==(const PushAnswer&, const PushAnswer&) = default;
};

/// Acknowledgements without pushing: the answer to an earlier push was lost.
struct AckRequest {
    Nonce nonce;
    std::vector<FeedId> feeds;
    friend bool operator==(const AckRequest&, const AckRequest&) = default;
};

struct AckAnswer {
    std::vector<Statement> acks; ///< for those of the feeds the server holds from number 1
    friend bool operator==(const AckAnswer&, const AckAnswer&) = default;
};

struct FeedRange {
    FeedId feed;
    entry::Seq from = 1;
    entry::Seq to = 1; ///< inclusive
    friend bool operator==(const FeedRange&, const FeedRange&) = default;
};

struct PullRequest {
    std::vector<FeedRange> ranges;
    std::vector<EntryId> ids;
    friend bool operator==(const PullRequest&, const PullRequest&) = default;
};

struct PullAnswer {
    std::vector<entry::Record> records;
    bool more = false; ///< the batch was full before everything asked for was in it
    friend bool operator==(const PullAnswer&, const PullAnswer&) = default;
};

struct StatusRequest {
    Nonce nonce;
    EntryId drive;
    std::optional<PersonId> after;
    friend bool operator==(const StatusRequest&, const StatusRequest&) = default;
};

struct StatusAnswer {
    Statement statement;
    friend bool operator==(const StatusAnswer&, const StatusAnswer&) = default;
};

struct BlobsRequest {
    std::vector<BlobId> ids;
    friend bool operator==(const BlobsRequest&, const BlobsRequest&) = default;
};

struct BlobState {
    BlobId id;
    std::uint64_t bytes = 0; ///< of an unfinished blob: where the next part goes
    bool complete = false;
    friend bool operator==(const BlobState&, const BlobState&) = default;
};

struct BlobsAnswer {
    std::vector<BlobState> blobs; ///< in the order asked
    friend bool operator==(const BlobsAnswer&, const BlobsAnswer&) = default;
};

struct BlobReadRequest {
    BlobId id;
    std::uint64_t offset = 0;
    friend bool operator==(const BlobReadRequest&, const BlobReadRequest&) = default;
};

struct BlobPart {
    std::uint64_t total = 0; ///< bytes of the whole blob
    Bytes bytes;
    friend bool operator==(const BlobPart&, const BlobPart&) = default;
};

struct BlobWriteRequest {
    BlobId id;
    std::uint64_t offset = 0;
    bool last = false;
    Bytes bytes;
    friend bool operator==(const BlobWriteRequest&, const BlobWriteRequest&) = default;
};

} // namespace teken::sync
