// The server's side of the protocol, over one book: one writer at a time, signatures checked before the book
// is taken, one durable transaction a batch.
#pragma once

#include "core/crypto/keys.h"
#include "core/ledger/ledger.h"
#include "sync/cosigner/answer.h"
#include "sync/cosigner/request.h"
#include "sync/protocol/api.h"
#include "sync/protocol/blob_index.h"
#include "sync/protocol/log_messages.h"
#include "sync/server/challenges.h"
#include "sync/server/check_api.h"
#include "sync/server/epoch.h"
#include "sync/server/verify_pool.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <span>
#include <unordered_map>

namespace teken::sync::server {

class Intake;

class CheckpointHistory;
class LogKeeper;
struct KeptCheckpoint;
struct LogSeat;

struct ServiceSettings {
    Limits limits;                ///< told in hello, enforced here
    unsigned verifyHelpers = 1;   ///< threads besides the request's own
    std::size_t mostWaiting = 64; ///< requests waiting for the book; more are told to come back (Busy)
};

/// What happened, for the log: numbers only.
struct PushCount {
    std::size_t entries = 0, stored = 0, duplicate = 0, refused = 0, quarantined = 0, unknown = 0;
    Milliseconds waiting{}; ///< for the book; verifying goes on meanwhile
    Milliseconds storing{}; ///< verifying the rest beside it, folding, acknowledging
};

class Service final : public SyncApi, public LogApi, public CheckApi {
public:
    /// Book and ledger belong to the service as long as it lives; all outlive it. `key` is the server's own.
    [[nodiscard]] static Result<std::unique_ptr<Service>> open(store::Book& book, ledger::Ledger& ledger,
                                                               const crypto::SigningKey& key,
                                                               const Clock& clock, RandomSource& random,
                                                               const ServiceSettings& settings);
    ~Service() override;

    [[nodiscard]] const Epoch& epoch() const { return m_epoch; }
    [[nodiscard]] bool restored() const { return m_epochs.restored(); }
    /// Called after each push, on the request's thread.
    void onPush(std::function<void(const PushCount&)> listener) { m_onPush = std::move(listener); }

    /// From now on the book keeps a log; before the first request. Errors of LogKeeper::open().
    [[nodiscard]] Result<> keepLog(const LogSeat& seat);
    /// Signs what is due; to be called again and again, at once if it says so. Harmless without a log.
    bool tendLog();
    [[nodiscard]] Result<LogProofsAnswer> logProofs(const LogProofsRequest& request) override;
    [[nodiscard]] Result<std::string> logCheckpoint() override;
    [[nodiscard]] Result<Bytes> logTile(const log::TileId& tile) override;
    [[nodiscard]] LogHealth logHealth() const override;
    /// For whoever asks the witnesses (cosigner_asker.h); LogKeeper says what they do. NotFound ("log.off").
    [[nodiscard]] Result<cosigner::AddCheckpoint> cosignerRequest(log::TreeSize old, const std::string& note);
    [[nodiscard]] Result<cosigner::Collected>
    addCosignatures(const std::string& note, std::span<const cosigner::Testimony> testimonies);
    void noteCosigner(const CosignerHealth& health);

    /// Checkpoints are kept in this folder from now on, for proofs that say since when; before the first
    /// request. ReadOnly, NoSpace.
    [[nodiscard]] Result<> keepHistory(FileSystem& files, const std::filesystem::path& folder);
    /// Keeps what is due; to be called again and again. Harmless without a history or a log.
    void tendHistory();
    [[nodiscard]] Result<std::optional<CheckAnswer>> check(std::string_view code) override;

    [[nodiscard]] Result<Caller> identify(std::string_view path, ByteView body,
                                          const std::optional<Statement>& proof) override;
    [[nodiscard]] Result<HelloAnswer> hello(const HelloRequest& request) override;
    [[nodiscard]] Result<HeadsAnswer> heads(const Caller& caller, const HeadsRequest& request) override;
    [[nodiscard]] Result<IdsAnswer> ids(const Caller& caller, const IdsRequest& request) override;
    [[nodiscard]] Result<PushAnswer> push(const Caller& caller, PushRequest request) override;
    [[nodiscard]] Result<AckAnswer> acknowledge(const AckRequest& request) override;
    [[nodiscard]] Result<PullAnswer> pull(const Caller& caller, const PullRequest& request) override;
    [[nodiscard]] Result<StatusAnswer> status(const Caller& caller, const StatusRequest& request) override;
    [[nodiscard]] Result<BlobsAnswer> blobs(const Caller& caller, const BlobsRequest& request) override;
    [[nodiscard]] Result<BlobPart> readBlob(const Caller& caller, const BlobReadRequest& request) override;
    [[nodiscard]] Result<BlobState> writeBlob(const Caller& caller, const BlobWriteRequest& request) override;

private:
    Service(store::Book& book, ledger::Ledger& ledger, const crypto::SigningKey& key, const Clock& clock,
            RandomSource& random, const ServiceSettings& settings);

    /// Waits for the book; Busy if too many wait already.
    class Turn;
    [[nodiscard]] Result<Turn> takeTurn();

    // All below need a turn.
    [[nodiscard]] Result<Reader> requireReader(const Caller& caller) const;
    [[nodiscard]] Result<bool> mayReadFeed(const Reader& reader, const FeedId& feed) const;
    [[nodiscard]] Result<HeadsAnswer> listHeads(const Reader& reader,
                                                const std::optional<FeedId>& after) const;
    [[nodiscard]] Result<std::vector<AckFacts>> ackFacts(std::span<const FeedId> feeds,
                                                         const Nonce& nonce) const;
    [[nodiscard]] Result<std::string> unitOf(const ledger::Fact& signature);
    [[nodiscard]] Result<> noteStored();
    [[nodiscard]] Result<BlobState> stateOf(const BlobId& blob) const;

    [[nodiscard]] Result<std::optional<KeptCheckpoint>> checkpointFor(const EntryId& entry) const;

    // Parts of a push (push.cpp).
    struct Batch;
    [[nodiscard]] Result<> storeWhole(Batch& batch, Intake& intake);
    [[nodiscard]] Result<> storeBatch(const Caller& caller, Batch& batch, Verification& verification);
    [[nodiscard]] Result<> storeWithheld(const Caller& caller, Batch& batch);
    [[nodiscard]] Result<> setAside(Batch& batch, const Intake& intake) const;

    store::Book& m_book;
    ledger::Ledger& m_ledger;
    const crypto::SigningKey& m_key;
    const Clock& m_clock;
    ServiceSettings m_settings;
    Challenges m_challenges;
    EpochKeeper m_epochs;
    Epoch m_epoch;
    VerifyPool m_pool;
    std::function<void(const PushCount&)> m_onPush;

    std::unique_ptr<LogKeeper> m_log;             ///< nullptr: none
    std::unique_ptr<CheckpointHistory> m_history; ///< nullptr: none
    std::optional<Milliseconds> m_historyAt;      ///< when it was last looked at
    std::mutex m_bookMutex;                       ///< guards book, ledger and everything below
    std::atomic<std::size_t> m_waiting{0};
    BlobIndex m_blobs;
    std::uint64_t m_lastOrder = 0;
    std::unordered_map<EntryId, std::string> m_units; ///< of signatures, for the status list; bounded
    BlobId m_openBlobId;                              ///< the blob somebody is reading in parts
    Bytes m_openBlob;
};

} // namespace teken::sync::server
