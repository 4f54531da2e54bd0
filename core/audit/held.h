// Documents held elsewhere, taken apart: checkpoint notes, `.tlog-proof` files and `.bukti` files.
#pragma once

#include "core/audit/log_material.h"
#include "core/log/proof_file.h"

namespace teken::audit {

inline constexpr std::size_t kMostHeldBytes = 256 * 1024;

struct HeldDocument {
    std::string note;                    ///< checkpoint with its signature lines
    std::optional<log::ProofFile> proof; ///< of a `.tlog-proof` or `.bukti`
    std::optional<EntryId> entry;        ///< of a `.bukti`: whose place it is
};

/// InvalidInput ("held.form") for anything else; errors of the formats. Nothing is verified yet.
[[nodiscard]] Result<HeldDocument> readHeld(std::string_view text);

/// "7kq2m 0v9tx" -> "7KQ2M-0V9TX"; empty if it cannot be a close code.
[[nodiscard]] std::string normalCloseCode(std::string_view typed);

} // namespace teken::audit
