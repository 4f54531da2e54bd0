// Evidence of one drive in one file, made with the same options and words by tekenctl and by teken-server.
#pragma once

#include "app/auditing/audit_source.h"
#include "app/words/words.h"

#include <string>
#include <vector>

namespace teken::auditing {

/// As typed on a command line.
struct EvidenceWish {
    std::filesystem::path out;
    std::vector<std::filesystem::path> checkpoints; ///< files to put in besides, such as witnessed ones
    std::string drive;                              ///< 64 hex digits; empty: the only one of the book
    std::string to;                                 ///< recipient's key, 64 hex digits; empty: not sealed
    bool open = false;                              ///< chosen to be unsealed, also from a sealed book
};

/// The one that is named, else the only one there is. NotFound ("drive.none", "desk.which-drive").
[[nodiscard]] Result<EntryId> wishedDrive(const ledger::Ledger& ledger, const std::string& wanted);

/// `log` is what the caller has of it; the wished checkpoints are added. Errors of writeEvidence() and of the files
/// named.
[[nodiscard]] Result<sync::EvidenceSummary> makeEvidence(const Seams& seams, store::Book& book,
                                                         const ledger::Ledger& ledger, const EntryId& drive,
                                                         const EvidenceWish& wish, audit::LogMaterial log,
                                                         const sync::BundleProgress& progress = {});

/// What to say of it, a line each.
[[nodiscard]] std::vector<std::string> evidenceLines(const sync::EvidenceSummary& written,
                                                     const std::filesystem::path& out,
                                                     words::Language language);

} // namespace teken::auditing
