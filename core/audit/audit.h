// Audit of a whole book from the root fingerprint: nothing stored beside the entries is believed.
//
// Phase 1 verifies every entry (format, signature, ink) once, on all cores, and folds what held into a
// working book of its own beside that; a file was unpacked so already (gather.h). Phase 2 judges from there:
// chains, forks, certificates, scope, revocations, closing counts, blobs, clocks; then compares the
// recomputed state with the one stored in the book. Memory does not grow with the number of entries, but for
// eight bytes each where a log is given. With the log's leaves its root is recomputed, compared with every
// checkpoint there is, and every leaf with its entry. Completeness (a cut tail, a withheld feed) is shown
// only against something held elsewhere: the report says so.
#pragma once

#include "core/audit/gather.h"
#include "core/audit/log_material.h"
#include "core/audit/report.h"
#include "core/base/seams.h"
#include "core/store/book.h"

#include <functional>

namespace teken::audit {

enum class Stage : std::uint8_t { Verify, Log, Judge };

struct Progress {
    Stage stage = Stage::Verify;
    std::uint64_t done = 0;
    std::uint64_t total = 0;
};

struct Options {
    /// 32 to 64 hex digits, the beginning of SHA-256(root key). Spaces and dashes are ignored.
    std::string rootFingerprint;
    unsigned threads = 0; ///< 0: one for each core
    LogMaterial log;      ///< what came with the evidence; empty: no log
    Held held;            ///< what the auditor has from elsewhere
    /// The source is a book somebody worked with: its own totals are compared with the recomputed ones.
    bool ownState = true;
    std::uint64_t spoiled = 0; ///< entries of a file that did not hold and are not in `source`
    /// `source` was made for this audit by gather(), under this very root: it holds nothing that was not
    /// verified then, it is folded, and it is judged as it is. Outlives the audit. Null: any other book.
    const Gathered* gathered = nullptr;
    /// An empty folder for the working book; the caller makes and removes it.
    std::filesystem::path workFolder;
    /// Called now and then; false cancels ("audit.cancelled").
    std::function<bool(const Progress&)> progress;
};

/// InvalidInput ("audit.fingerprint"), NotFound ("audit.root-absent": no entry of that root key), Locked for
/// a sealed book without its key, Cancelled; errors of the working folder. `source` is a copy made for the
/// audit: opening its ledger may fold entries that were not folded yet.
[[nodiscard]] Result<Report> auditBook(store::Book& source, const store::BookSeams& seams,
                                       const Options& options);

} // namespace teken::audit
