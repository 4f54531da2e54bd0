// What laptops and anybody else ask a server's transparency log (sync/PROTOCOL.md section 9).
#pragma once

#include "core/log/tiles.h"
#include "sync/protocol/limits.h"

#include <optional>
#include <string>
#include <vector>

namespace teken::sync {

/// Anybody who can name an entry may ask for its place.
struct LogProofsRequest {
    /// Size of the newest checkpoint the asker has verified: a proof is wanted that the log only grew since.
    std::optional<log::TreeSize> since;
    std::vector<EntryId> entries; ///< at most kMostLogProofs
    friend bool operator==(const LogProofsRequest&, const LogProofsRequest&) = default;
};

enum class LogPlace : std::uint8_t {
    Absent = 0,  ///< not stored here
    Pending = 1, ///< stored, but the newest checkpoint does not cover it yet: ask again later
    Included = 2
};

struct LogProof {
    LogPlace place = LogPlace::Absent;
    log::LeafIndex index;
    log::Proof hashes; ///< under the answer's checkpoint
    friend bool operator==(const LogProof&, const LogProof&) = default;
};

struct LogProofsAnswer {
    std::string
        checkpoint; ///< the note, newest; nothing in this answer is worth anything before it is verified
    /// From `since` to the checkpoint. Nullopt: not asked for, or `since` is beyond the checkpoint - the log
    /// has lost leaves, and the asker holds the evidence.
    std::optional<log::Proof> consistency;
    std::vector<LogProof> proofs; ///< in the order asked
    /// A checkpoint, not newer, that has more cosignatures than the newest: witnesses need their time. Empty:
    /// there is none.
    std::string witnessed;
    log::Proof sinceWitnessed; ///< from it to the checkpoint
    friend bool operator==(const LogProofsAnswer&, const LogProofsAnswer&) = default;
};

/// How one cosigner that the server asks is doing.
struct CosignerHealth {
    enum class State : std::uint8_t {
        Idle,     ///< not asked yet
        Signed,   ///< its newest answer was a cosignature that holds
        Trying,   ///< no answer, or one of no use (`reason`); asked again later
        TwoTrees, ///< it has signed another tree than this server shows: the loudest thing a log can say
    };
    std::string name; ///< of its key
    State state = State::Idle;
    std::string reason;
    std::uint64_t signedLeaves = 0; ///< of the newest checkpoint it has signed
    friend bool operator==(const CosignerHealth&, const CosignerHealth&) = default;
};
[[nodiscard]] std::string_view stateName(CosignerHealth::State state);

/// How a log is, for whoever watches the server.
struct LogHealth {
    enum class State : std::uint8_t {
        Off,     ///< this server keeps none
        Waiting, ///< leaves are appended; no checkpoint yet, `reason` says why
        Running, ///< checkpoints are signed
        Stopped  ///< the signer refused (`reason`): entries are still stored, nothing is published
    };
    State state = State::Off;
    std::string reason;
    std::uint64_t leaves = 0;
    std::uint64_t signedLeaves = 0;
    std::uint64_t witnessedLeaves = 0;     ///< under the newest checkpoint that any cosigner has signed
    std::vector<CosignerHealth> cosigners; ///< in the order of the configuration
    friend bool operator==(const LogHealth&, const LogHealth&) = default;
};
[[nodiscard]] std::string_view stateName(LogHealth::State state);

/// The log of a server, without HTTP. Thread-safe.
class LogApi {
public:
    virtual ~LogApi() = default;
    /// NotFound ("log.off"), Locked ("log.stopped"), Busy ("log.no-checkpoint": not yet), InvalidInput
    /// ("sync.too-large").
    [[nodiscard]] virtual Result<LogProofsAnswer> logProofs(const LogProofsRequest& request) = 0;
    /// The newest checkpoint as a note. NotFound, Locked, Busy as above.
    [[nodiscard]] virtual Result<std::string> logCheckpoint() = 0;
    /// A hash tile or entry bundle under the newest checkpoint. NotFound ("log.no-tile").
    [[nodiscard]] virtual Result<Bytes> logTile(const log::TileId& tile) = 0;
    [[nodiscard]] virtual LogHealth logHealth() const = 0;
};

} // namespace teken::sync
