// What a book remembers of a server's lives. A life ends when the server's book is restored from a backup;
// what was acknowledged in a former life says nothing about the present one, and is not believed again when
// an old stick brings it back.
#pragma once

#include "core/store/book.h"
#include "sync/protocol/limits.h"

namespace teken::sync {

enum class LifeFit : std::uint8_t {
    First,   ///< nothing is known of this server yet
    Present, ///< of the life that was met last
    Next,    ///< of a life not met before, younger than the one met last
    Former   ///< of a life that is over, or from before a roll-back that was noticed
};

/// Where a statement of `server` with this epoch and (server's) time belongs.
[[nodiscard]] Result<LifeFit> fitOf(store::Book& book, const PublicKey& server, const Epoch& epoch,
                                    WallTime time);

/// Is this the epoch that was met last?
[[nodiscard]] Result<bool> isPresent(store::Book& book, const PublicKey& server, const Epoch& epoch);

/// From now on `epoch` is the present life, first met at `time` (server's clock). Every acknowledgement that
/// this server gave before is withdrawn at `now`. Nothing changes if it is the present one already.
[[nodiscard]] Result<> beginLife(store::Book& book, store::Transaction& transaction, const PublicKey& server,
                                 const Epoch& epoch, WallTime time, WallTime now);

/// The server was caught with less than it had acknowledged, in the same life: what it said up to `time` is
/// not believed again when somebody else brings it.
[[nodiscard]] Result<> doubtUntil(store::Book& book, store::Transaction& transaction, const PublicKey& server,
                                  WallTime time);

} // namespace teken::sync
