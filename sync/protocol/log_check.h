// What an answer about a log is worth, whoever carried it: checks, no state of their own (sync/PROTOCOL.md
// section 10).
#pragma once

#include "core/ledger/ledger.h"
#include "core/log/leaf.h"
#include "core/log/policy.h"
#include "core/store/receipts.h"
#include "sync/protocol/log_messages.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace teken::sync {

/// A checkpoint signed by a log that counts, under the origin that the root certified.
struct VerifiedNote {
    ledger::Ledger::LogCertificate log;
    log::Checkpoint checkpoint;
};
/// VerificationFailed: "sync.log-unknown" (no log that counts has this origin), "sync.log-signature". Nothing
/// of such an answer is evidence, because anybody can write one.
[[nodiscard]] Result<VerifiedNote> verifyNote(const std::string& note,
                                              std::span<const ledger::Ledger::LogCertificate> logs);

/// Something a log must never do.
struct LogFault {
    std::string_view reason; ///< "sync.log-shrunk", "sync.log-forked", …
    bool proven = false;     ///< the notes contradict each other by themselves: no need to ask again
};
/// Does the tree of `now` begin with the one seen before?
[[nodiscard]] std::optional<LogFault> faultOfGrowth(const std::optional<store::SeenCheckpoint>& seen,
                                                    const log::Checkpoint& now,
                                                    const std::optional<log::Proof>& consistency);

/// Of one entry that the server has acknowledged, or the log has held. `receipt`: there was a place before.
[[nodiscard]] std::optional<LogFault> faultOfPlace(const log::Leaf& leaf, const LogProof& proof, bool receipt,
                                                   const log::Checkpoint& now);

/// Is the cosigned checkpoint of the answer, if there is one, the beginning of its newest? Nullopt: yes, or
/// there is none to speak of (another log's, or one that nobody signed).
[[nodiscard]] std::optional<LogFault> faultOfWitnessed(const LogProofsAnswer& answer, const VerifiedNote& now,
                                                       const std::optional<VerifiedNote>& witnessed);

/// Who decides what is "Disaksikan" for a log: more than half of the cosigners that the root has certified
/// and not revoked, each by the window of its certificate and once. Nullopt: none is certified, and the word
/// never appears.
[[nodiscard]] Result<std::optional<log::Policy>> witnessPolicy(store::Book& book,
                                                               const ledger::Ledger::LogCertificate& log);

/// For people who have to tell it to somebody else.
[[nodiscard]] std::string_view messageOf(std::string_view reason);

} // namespace teken::sync
