// Checkpoint notes, verified under what the root certified. Inside this room only.
#pragma once

#include "core/audit/findings.h"
#include "core/ledger/ledger.h"
#include "core/log/policy.h"

#include <optional>
#include <string_view>
#include <vector>

namespace teken::audit {

/// A checkpoint that a certified log signed.
struct VerifiedPoint {
    log::Checkpoint checkpoint;
    std::size_t witnesses = 0;             ///< certified cosigners, each once, inside their window
    std::optional<std::uint64_t> earliest; ///< of their times, in seconds
};

class NoteReader {
public:
    [[nodiscard]] static Result<NoteReader> create(store::Book& book, const ledger::Ledger& ledger);

    /// VerificationFailed: "log.uncertified" (no certified log has this origin), "checkpoint.…", "note.…";
    /// InvalidInput for what is no checkpoint.
    [[nodiscard]] Result<VerifiedPoint> read(std::string_view note) const;

    [[nodiscard]] bool knowsOrigin(std::string_view origin) const;
    [[nodiscard]] std::size_t cosigners() const { return m_cosigners.size(); }
    /// More than half of the certified witnesses.
    [[nodiscard]] std::size_t quorum() const { return m_cosigners.empty() ? 0 : m_cosigners.size() / 2 + 1; }

private:
    std::vector<ledger::Ledger::LogCertificate> m_logs;
    std::vector<log::Witness> m_cosigners;
};

} // namespace teken::audit
