// From an answer about a log to what the book keeps of it: the same for an answer over the network and for
// one that came on a stick (sync/PROTOCOL.md sections 10 and 11).
#pragma once

#include "sync/protocol/log_check.h"

namespace teken::sync {

/// What an answer came to; nothing is kept yet.
struct LogVerdict {
    VerifiedNote note;
    std::optional<VerifiedNote> witnessed; ///< the answer's second checkpoint, if it is one of the same log
    std::optional<LogFault> growth;        ///< the tree as a whole contradicts what was seen …
    std::string former;                    ///< … in this note
    std::vector<std::optional<LogFault>> places; ///< of each entry asked for; empty with `growth`

    /// Is there a fault that rests on a proof, not on two signed notes alone?
    [[nodiscard]] bool doubtful() const;
};

/// `asked`: leaves made from own entries, in the order asked; `seen`: the largest checkpoint seen of this
/// origin, from which the answer's consistency proof must lead. Errors of verifyNote(); InvalidInput
/// ("sync.answer-other") if the answer has another number of places.
[[nodiscard]] Result<LogVerdict> judgeAnswer(store::Book& book,
                                             std::span<const ledger::Ledger::LogCertificate> logs,
                                             std::span<const log::Leaf> asked,
                                             const std::optional<store::SeenCheckpoint>& seen,
                                             const LogProofsAnswer& answer);

/// What was kept of a verdict without a fault of growth.
struct KeptPlaces {
    std::uint64_t receipts = 0;
    std::uint64_t pending = 0;
    std::optional<Error> fault; ///< of the first entry that has lost its place; evidence of all is kept
};

/// The checkpoint is seen from now on; who has a place gets a receipt; what a quorum has signed is witnessed.
/// In one transaction.
[[nodiscard]] Result<KeptPlaces> keepPlaces(store::Book& book, std::span<const log::Leaf> asked,
                                            const LogProofsAnswer& answer, const LogVerdict& verdict,
                                            std::uint64_t turn, WallTime now);

/// The tree contradicts itself: both notes are kept as evidence, no receipt of it counts any more. The error
/// to tell: "sync.log-shrunk" or "sync.log-forked".
[[nodiscard]] Result<Error> keepAccusation(store::Book& book, const LogVerdict& verdict,
                                           const LogProofsAnswer& answer, WallTime now);

/// Certificates have come or gone: what no quorum holds any more is not witnessed.
[[nodiscard]] Result<> refreshWitnessed(store::Book& book,
                                        std::span<const ledger::Ledger::LogCertificate> logs);

} // namespace teken::sync
