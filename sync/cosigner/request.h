// What a log asks of a witness: "this is my newest checkpoint, and this shows that it extends the one you
// signed last" (C2SP tlog-witness, the body of add-checkpoint; FORMAT.md section 1). Both sides use this.
#pragma once

#include "core/log/proof_file.h"

namespace teken::sync::cosigner {

/// "old " with 20 digits, 63 hashes, an empty line and the longest note.
inline constexpr std::size_t kMostRequestBytes = 25 + log::kMostProofHashes * 45 + 1 + log::kMostNoteBytes;

struct AddCheckpoint {
    log::TreeSize old; ///< size this witness cosigned last; 0: it has not signed for this log yet
    log::Proof proof;  ///< from `old` to the checkpoint; empty if `old` is 0 or the checkpoint's own size
    std::string note;  ///< the checkpoint with the log's signature line; other lines are allowed
};

[[nodiscard]] std::string formatRequest(const AddCheckpoint& request);
/// Form only; the note is not opened. InvalidInput ("cosigner.request-…").
[[nodiscard]] Result<AddCheckpoint> parseRequest(std::string_view text);

} // namespace teken::sync::cosigner
