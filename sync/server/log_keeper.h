// The log of a server: sees to it that what is stored is signed for, at most once a second, and answers what
// is asked about it. core/store appends the leaves; core/log signs.
//
// Threads: what says so needs the book's turn (service.h); the rest may be called from any thread.
#pragma once

#include "core/ledger/ledger.h"
#include "core/log/checkpoint_signer.h"
#include "core/store/log_table.h"
#include "sync/cosigner/answer.h"
#include "sync/cosigner/request.h"
#include "sync/protocol/log_messages.h"

#include <memory>
#include <mutex>

namespace teken::sync::server {

/// What a server needs to keep a log. All outlive it.
struct LogSeat {
    FileSystem& files;
    std::filesystem::path state;   ///< of the signer, apart from the book
    std::string origin;            ///< as the root's certificate of the key names it
    const crypto::SigningKey& key; ///< of role log; signs checkpoints and nothing else
    PublicKey server;              ///< the server's own key, which must be another
    /// Keys of the witnesses it asks; whose lines are published. Their newest lines are kept beside `state`.
    std::vector<log::VerifierKey> cosigners;
};

class LogKeeper {
public:
    /// Switches the book's log on. InvalidInput ("log.key-in-two-roles", "checkpoint.origin"). A signer that
    /// refuses to start is no error: the log is then stopped, and the server goes on.
    [[nodiscard]] static Result<std::unique_ptr<LogKeeper>>
    open(store::Book& book, const ledger::Ledger& ledger, const Clock& clock, const LogSeat& seat);

    /// Does what is due: follows up on entries from before the log, or signs a tree that has grown, if the
    /// last signature is a second old. True: there is more to do at once. Needs the turn; its own failures
    /// are health(), not errors.
    bool tend();

    /// Checkpoint and growth, the places still empty. Needs the turn.
    [[nodiscard]] Result<LogProofsAnswer> beginAnswer(const LogProofsRequest& request) const;
    /// Places of some more entries under the answer's checkpoint, which is `size` large. Needs the turn: a
    /// long question takes several, so that it holds up nobody.
    [[nodiscard]] Result<> addPlaces(std::span<const EntryId> entries, log::TreeSize size,
                                     LogProofsAnswer& answer) const;
    /// Needs the turn.
    [[nodiscard]] Result<Bytes> tile(const log::TileId& tile) const;

    [[nodiscard]] Result<std::string> checkpoint() const;
    [[nodiscard]] LogHealth health() const;

    /// What a witness that signed `old` last is asked about the checkpoint of this note. Needs the turn.
    /// InvalidInput ("log.shrunk") if it signed for more than this checkpoint has.
    [[nodiscard]] Result<cosigner::AddCheckpoint> requestFor(log::TreeSize old,
                                                             const std::string& note) const;
    /// Lines of witnesses under a checkpoint of this log: verified, merged, durable, then published. What is
    /// published never becomes older by it. Needs the turn. Errors of collectCosignatures() for the note;
    /// VerificationFailed ("log.other-tree") for a checkpoint that is not of this tree; of writing the file.
    [[nodiscard]] Result<cosigner::Collected>
    addCosignatures(const std::string& note, std::span<const cosigner::Testimony> testimonies);
    void noteCosigner(const CosignerHealth& health);
    [[nodiscard]] const std::vector<log::VerifierKey>& cosigners() const { return m_cosigners; }

private:
    LogKeeper(store::Book& book, const ledger::Ledger& ledger, const Clock& clock, FeedId feed,
              std::string origin)
        : m_book(book), m_ledger(ledger), m_clock(clock), m_feed(feed), m_origin(std::move(origin)) {}

    [[nodiscard]] Result<bool> tendOnce();
    /// Reason why this key may not sign, empty if it may.
    [[nodiscard]] Result<std::string> obstacle() const;
    [[nodiscard]] Result<> signTree(const store::LogState& state);
    void publish(std::optional<log::CheckpointSigner::Signed> made);
    void tell(LogHealth::State state, const std::string& reason);
    [[nodiscard]] Result<log::CheckpointSigner::Signed> published() const;

    // Witnesses (log_keeper_cosigners.cpp).
    struct Cosigned {
        log::Checkpoint checkpoint;
        std::string note;
        std::size_t lines = 0; ///< of configured witnesses; each was verified
    };
    [[nodiscard]] Result<> loadWitnessed(const LogSeat& seat);
    [[nodiscard]] Result<Cosigned> openCosigned(const std::string& note) const;
    [[nodiscard]] bool saysMore(const Cosigned& one, const Cosigned& other) const;
    void place(Cosigned cosigned);
    void countWitnessed();

    std::vector<log::VerifierKey> m_cosigners;
    log::VerifierKey m_self;
    FileSystem* m_files = nullptr;
    std::filesystem::path m_witnessedFile;

    store::Book& m_book;
    const ledger::Ledger& m_ledger;
    const Clock& m_clock;
    FeedId m_feed;
    std::string m_origin;
    std::optional<log::CheckpointSigner> m_signer;
    bool m_stopped = false; ///< for the life of this process
    std::optional<Milliseconds> m_signedAt;

    mutable std::mutex m_mutex; ///< guards what any thread may ask
    LogHealth m_health;
    std::optional<log::CheckpointSigner::Signed> m_published;
    /// Checkpoints with lines of witnesses: the one that says most, and a newer one whose lines are gathered.
    std::optional<Cosigned> m_witnessed;
    std::optional<Cosigned> m_gathering;
};

} // namespace teken::sync::server
