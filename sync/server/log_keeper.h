// The log of a server: sees to it that what is stored is signed for, at most once a second, and answers what
// is asked about it. core/store appends the leaves; core/log signs.
//
// Threads: what says so needs the book's turn (service.h); the rest may be called from any thread.
#pragma once

#include "core/ledger/ledger.h"
#include "core/log/checkpoint_signer.h"
#include "core/store/log_table.h"
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

    /// Needs the turn.
    [[nodiscard]] Result<LogProofsAnswer> proofs(const LogProofsRequest& request) const;
    /// Needs the turn.
    [[nodiscard]] Result<Bytes> tile(const log::TileId& tile) const;

    [[nodiscard]] Result<std::string> checkpoint() const;
    [[nodiscard]] LogHealth health() const;

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
};

} // namespace teken::sync::server
