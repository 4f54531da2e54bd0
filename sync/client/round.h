// One meeting with the server, as a step machine: it is given what happened (an answer, a failure, the time)
// and says what to do next (send this, or done). No sockets, no threads, no clock: tests play every order of
// events.
//
// The order of questions is that of sync/PROTOCOL.md section 6. State that matters is in the book: a round
// that is cut off at any point, or played twice, loses nothing.
#pragma once

#include "core/ledger/ledger.h"
#include "core/store/book.h"
#include "core/store/entries.h"
#include "sync/client/round_report.h"
#include "sync/protocol/blob_index.h"
#include "sync/protocol/log_receipts.h"
#include "sync/protocol/messages.h"
#include "sync/protocol/wire.h"

#include <deque>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <variant>

namespace teken::sync::client {

/// The time of an event.
struct Now {
    WallTime wall;
    Milliseconds monotonic;
    [[nodiscard]] static Now of(const Clock& clock) { return {clock.now(), clock.monotonic()}; }
};

/// The book of this machine, for the length of one step. Without an unlocked signing key nothing is read.
struct Local {
    store::Book& book;
    ledger::Ledger& ledger;
};

/// What is worth remembering from one round to the next; losing it costs time only.
struct Memory {
    std::size_t batchPlainBytes = 64 * 1024; ///< of the next batch; follows the link's speed
    BlobIndex blobs;
    std::unordered_set<BlobId> blobsThere;              ///< complete at the server
    std::map<PublicKey, PublicKey> logOf;               ///< which log a server keeps
    std::unordered_map<EntryId, Milliseconds> statusAt; ///< when a drive's status list was fetched
};

struct RoundOptions {
    bool byHand = false; ///< "Kirim data": also tries what was refused before, and fetches the status lists
    std::string software = "teken";
};

struct Send {
    Request request;
};
struct Finished {
    RoundReport report;
};
using Step = std::variant<Send, Finished>;

class Round {
public:
    Round(Memory& memory, RandomSource& random, RoundOptions options);

    /// After Finished nothing more may be called.
    [[nodiscard]] Step begin(const Local& local, const Now& now);
    [[nodiscard]] Step answered(const Local& local, const Now& now, const Response& response);
    [[nodiscard]] Step failed(const Local& local, const Now& now, const Error& error);

    [[nodiscard]] Progress progress() const;

private:
    enum class Phase : std::uint8_t {
        Hello,
        Heads,
        Ids,
        Push,
        Ack,
        List,
        Pull,
        Log,
        Errand,
        BlobsAsk,
        BlobWrite,
        BlobRead,
        Status,
        Done
    };
    using Sent = Result<std::optional<Request>>; ///< nullopt: nothing to ask in this phase

    // The flow (round.cpp).
    [[nodiscard]] Step advance(const Local& local, const Now& now);
    [[nodiscard]] Sent ask(const Local& local, const Now& now);
    [[nodiscard]] Result<> take(const Local& local, const Now& now, const Response& response);
    [[nodiscard]] Result<bool> mend(const Local& local, const Error& error);
    [[nodiscard]] Step finish(std::optional<Error> error, std::optional<std::chrono::seconds> retryAfter);
    void enter(Phase phase);
    void nextPass();
    template <class Message>
    [[nodiscard]] Result<Request> plain(std::string_view path, const Message& message) const;
    template <class Message>
    [[nodiscard]] Result<Request> proven(const Local& local, std::string_view path,
                                         const Message& message) const;

    [[nodiscard]] Result<> takeHello(const Local& local, const Now& now, const Response& response);
    [[nodiscard]] Result<> noteEpoch(const Local& local, const Now& now);

    // Comparing feeds (round_compare.cpp).
    [[nodiscard]] Sent askHeads(const Local& local);
    [[nodiscard]] Result<> takeHeads(const Local& local, const Now& now, const Response& response);
    [[nodiscard]] Result<> compare(const Local& local, const Now& now, const FeedReport& theirs);
    [[nodiscard]] Result<> compareAcks(const Local& local, const Now& now, const FeedReport& theirs,
                                       bool iHoldTheirs);
    [[nodiscard]] Sent askIds(const Local& local);
    [[nodiscard]] Result<> takeIds(const Local& local, const Response& response);
    [[nodiscard]] Result<> settleIds(const Local& local);
    [[nodiscard]] Sent askList(const Local& local);
    [[nodiscard]] Result<> takeList(const Local& local, const Response& response);

    // Sending and acknowledgements (round_push.cpp).
    [[nodiscard]] Sent askPush(const Local& local, const Now& now);
    [[nodiscard]] Result<std::vector<entry::Record>> fillBatch(const Local& local, std::size_t plainBytes,
                                                               const Now& now);
    [[nodiscard]] Result<> takePush(const Local& local, const Now& now, const Response& response);
    [[nodiscard]] Result<> keepFates(const Local& local, store::Transaction& transaction, const Now& now,
                                     const PushAnswer& answer);
    [[nodiscard]] Result<> keepAcks(const Local& local, store::Transaction& transaction, const Now& now,
                                    const std::vector<Statement>& acks);
    [[nodiscard]] Result<> keepAck(const Local& local, store::Transaction& transaction, const Now& now,
                                   const Statement& statement);
    [[nodiscard]] Sent askAck();
    [[nodiscard]] Result<> takeAck(const Local& local, const Now& now, const Response& response);
    void pace(Milliseconds took);
    [[nodiscard]] Result<> loadTroubles(const Local& local);
    void requeueSent();
    void skipBlob();

    // Receiving (round_pull.cpp).
    [[nodiscard]] Sent askPull(const Local& local);
    [[nodiscard]] Result<> takePull(const Local& local, const Response& response);
    [[nodiscard]] Result<> keepPulled(const Local& local, std::vector<entry::Record> records);
    void dropPulled(const PullAnswer& answer);

    // Receipts of the server's log (round_log.cpp).
    [[nodiscard]] Result<> loadLog(const Local& local);
    [[nodiscard]] Result<> pickLeaves(const Local& local);
    [[nodiscard]] Sent askLog(const Local& local);
    [[nodiscard]] Result<> switchLog(const ledger::Ledger::LogCertificate& log);
    [[nodiscard]] Result<> takeLog(const Local& local, const Now& now, const Response& response);
    // Questions that came on sticks (round_errands.cpp).
    [[nodiscard]] Result<> loadErrands(const Local& local);
    [[nodiscard]] Sent askErrand(const Local& local);
    [[nodiscard]] Result<> takeErrand(const Local& local, const Now& now, const Response& response);

    // Blobs and the status list (round_blobs.cpp).
    [[nodiscard]] Sent askBlobs(const Local& local);
    [[nodiscard]] Result<> takeBlobs(const Response& response);
    [[nodiscard]] Sent askBlobWrite(const Local& local);
    [[nodiscard]] Result<> takeBlobWrite(const Response& response);
    [[nodiscard]] Sent askBlobRead(const Local& local);
    [[nodiscard]] Result<> takeBlobRead(const Local& local, const Response& response);
    [[nodiscard]] Sent askStatus(const Local& local, const Now& now);
    [[nodiscard]] Result<> takeStatus(const Local& local, const Now& now, const Response& response);

    Memory& m_memory;
    RandomSource& m_random;
    RoundOptions m_options;
    RoundReport m_report;
    Phase m_phase = Phase::Hello;
    bool m_finished = false;

    // Of hello.
    PublicKey m_server;
    Epoch m_epoch;
    WallTime m_serverTime;
    Nonce m_challenge;
    Limits m_limits;
    Nonce m_nonce; ///< of the question on its way
    bool m_greeted = false;
    unsigned m_greetings = 0;
    std::optional<Phase> m_resume; ///< where a second hello returns to
    bool m_canRead = true;

    // Work of this pass.
    unsigned m_pass = 0;
    bool m_changed = false; ///< something moved in this pass: look again
    struct PushRange {
        FeedId feed;
        entry::Seq from, to;
    };
    struct Diverged {
        FeedId feed;
        entry::Seq from;
        entry::Seq next; ///< of the page to ask
        std::unordered_set<EntryId> theirs;
    };
    struct SentEntry {
        EntryId id;
        FeedId feed;
    };
    bool m_loaded = false; ///< m_unasked is filled for this pass
    std::deque<KnownHead> m_unasked;
    std::vector<KnownHead> m_asked;
    std::deque<Diverged> m_diverged;
    std::deque<PushRange> m_toPush;
    std::deque<EntryId> m_toPushById;
    std::vector<SentEntry> m_sent;
    std::deque<PushRange> m_sentRanges; ///< as the queue was before the batch on its way
    std::deque<EntryId> m_sentIds;
    Milliseconds m_sentAt{};
    std::unordered_map<EntryId, WallTime> m_troubles;
    std::unordered_set<EntryId> m_triedTrouble;
    std::set<FeedId> m_wantAck;
    bool m_listed = false;
    std::optional<FeedId> m_listAfter;
    std::deque<FeedRange> m_toPull;
    std::deque<EntryId> m_toPullById;
    std::vector<FeedRange> m_askedRanges;
    std::vector<EntryId> m_askedIds;

    struct LogWork {
        struct Feed {
            FeedId feed;
            entry::Seq after, upTo;
        };
        bool loaded = false, done = false;
        std::vector<ledger::Ledger::LogCertificate> certified;
        std::optional<ledger::Ledger::LogCertificate> log; ///< the one asked for
        bool switched = false;
        std::vector<Feed> feeds;
        std::uint64_t turn = 0;
        unsigned pages = 0;
        bool oldAsked = false;
        std::vector<log::Leaf> asked; ///< the page on its way
        bool again = false;           ///< the same page once more
        std::optional<Error> fault;   ///< of an entry; ends the round when all pages are through
    };
    LogWork m_log;

    struct ErrandWork {
        bool loaded = false;
        std::deque<store::LogErrand> waiting;      ///< the first is the one on its way
        std::optional<store::SeenCheckpoint> base; ///< from which the next answer must have grown
        std::optional<FeedId> feed;                ///< whose base it is
        bool again = false;                        ///< the same question once more
        std::optional<Error> fault;                ///< ends the round when all have been asked
    };
    ErrandWork m_errand;

    std::deque<BlobId> m_blobsToAsk;
    bool m_blobsLoaded = false;
    std::deque<BlobState> m_blobsToWrite;
    std::optional<BlobId> m_openBlobId; ///< the blob on its way out
    Bytes m_openBlob;
    std::unordered_set<BlobId> m_blobsSkipped;
    std::optional<BlobId> m_reading;
    std::deque<BlobId> m_blobsToRead;
    bool m_lookForBlobs = true; ///< what has come since may name more
    bool m_drivesLoaded = false;
    std::deque<EntryId> m_drivesToAsk;
    std::optional<PersonId> m_statusAfter;
    std::vector<Statement> m_statusPages;
};

} // namespace teken::sync::client
