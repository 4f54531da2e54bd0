// Checkpoints (C2SP tlog-checkpoint): origin, size and root of the log, as the text of a signed note.
#pragma once

#include "core/log/merkle.h"
#include "core/log/note.h"

namespace teken::log {

struct Checkpoint {
    std::string origin;
    TreeSize size;
    Digest root;
    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// Not empty, at most 255 bytes, a note name, and no beginning that another signed format uses.
[[nodiscard]] bool isOrigin(std::string_view origin);

[[nodiscard]] std::string formatCheckpoint(const Checkpoint& checkpoint);
/// Strict: three lines, size without leading zeros, root of 32 bytes; extension lines are refused, because no
/// version of this log writes any. InvalidInput ("checkpoint.…").
[[nodiscard]] Result<Checkpoint> parseCheckpoint(std::string_view text);

struct SignedCheckpoint {
    Checkpoint checkpoint;
    Note note;
    std::vector<VerifierKey> signers; ///< those of `known` that signed; the log's key among them
};

/// A note that the log's own key signed (key name = origin) and whose other known signatures hold.
/// VerificationFailed "checkpoint.no-log-signature" if only others signed.
[[nodiscard]] Result<SignedCheckpoint> openCheckpoint(std::string_view note, const VerifierKey& log,
                                                      const std::vector<VerifierKey>& cosigners = {});

} // namespace teken::log
